/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/logo-private.h"

typedef struct {
  gboolean is_svg;
  gboolean is_styling;
} Svg;

static void
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, message);
}

/* The name without what stands before a colon: any prefix may stand for any namespace. */
static const char *
get_local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon == NULL ? name : colon + 1;
}

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* What the picture brings with it: a part of itself, or a bitmap inside it. */
static gboolean
is_own (const char *address)
{
  const char *at = skip_space (address);

  return *at == '#' || *at == '\0' || g_ascii_strncasecmp (at, "data:image/png", 14) == 0 ||
         g_ascii_strncasecmp (at, "data:image/jpeg", 15) == 0;
}

/* Styles load by url(), @import, image() and src(); escapes could hide each of them. */
static gboolean
is_own_style (const char *style)
{
  g_autofree char *low = g_ascii_strdown (style, -1);

  if (strchr (low, '\\') != NULL || strstr (low, "@import") != NULL || strstr (low, "image(") != NULL ||
      strstr (low, "image-set(") != NULL || strstr (low, "src(") != NULL)
    return FALSE;
  for (const char *at = strstr (low, "url("); at != NULL; at = strstr (at, "url(")) {
    at = skip_space (at + strlen ("url("));
    if (!is_own (at + (*at == '"' || *at == '\'')))
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_harmless_element (Svg *self, const char *element, GError **error)
{
  static const char *const active[] = { "script", "foreignObject",    "iframe",
                                        "embed",  "object",           "audio",
                                        "video",  "handler",          "animate",
                                        "set",    "animateTransform", "animateMotion" };
  const char *name = get_local_name (element);

  if (!self->is_svg && !g_str_equal (name, "svg")) {
    refuse (error, _ ("This is neither a PNG, a JPEG nor an SVG picture; save the logo as one of them"));
    return FALSE;
  }
  self->is_svg = TRUE;
  self->is_styling = g_str_equal (name, "style");
  for (guint i = 0; i < G_N_ELEMENTS (active); i++)
    if (g_ascii_strcasecmp (name, active[i]) == 0) {
      g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED,
                   _ ("The SVG has a “%s” in it, and a logo may only be looked at; save it as a plain SVG or "
                      "as PNG"),
                   name);
      return FALSE;
    }

  return TRUE;
}

/* Attributes with a prefix are notes of the program that drew it, but for links and the base of addresses. */
static gboolean
loads (const char *attribute, const char *value)
{
  const char *name = get_local_name (attribute);
  gboolean is_link = g_ascii_strcasecmp (name, "href") == 0 || g_ascii_strcasecmp (name, "src") == 0;

  if (is_link)
    return !is_own (value);
  return g_str_equal (attribute, "xml:base") || (name == attribute && !is_own_style (value));
}

static gboolean
is_harmless_attribute (const char *attribute, const char *value, GError **error)
{
  if (g_ascii_strncasecmp (get_local_name (attribute), "on", 2) == 0)
    refuse (error, _ ("The SVG has a script in it; save it as a plain SVG or as PNG"));
  else if (loads (attribute, value))
    refuse (error, _ ("The SVG loads something from elsewhere; save it as a plain SVG or as PNG"));
  else
    return TRUE;

  return FALSE;
}

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
          gpointer data, GError **error)
{
  if (!is_harmless_element (data, element, error))
    return;

  for (guint i = 0; names[i] != NULL; i++)
    /* A namespace is a name, though it looks like an address. */
    if (!g_str_has_prefix (names[i], "xmlns") && !is_harmless_attribute (names[i], values[i], error))
      return;
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  ((Svg *) data)->is_styling = FALSE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);

  if (((Svg *) data)->is_styling && !is_own_style (copy))
    refuse (error, _ ("The SVG loads something from elsewhere; save it as a plain SVG or as PNG"));
}

/* What is neither element nor text: the XML declaration and comments may stand; declarations could define
 * entities, and instructions could load style sheets. */
static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_autofree char *copy = g_strndup (text, length);

  if (g_str_has_prefix (copy, "<![CDATA["))
    text_cb (context, text, length, data, error);
  else if (!g_str_has_prefix (copy, "<!--") && !g_str_has_prefix (copy, "<?xml ") &&
           (!g_str_has_prefix (copy, "<!DOCTYPE") || strchr (copy, '[') != NULL))
    refuse (error, _ ("The SVG has declarations of its own in it; save it as a plain SVG or as PNG"));
}

gboolean
qtr_svg_is_harmless (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, passthrough_cb, NULL };
  Svg svg = { FALSE, FALSE };
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &svg, NULL);
  g_autoptr (GError) reason = NULL;

  if (g_markup_parse_context_parse (context, text, (gssize) length, &reason) &&
      g_markup_parse_context_end_parse (context, &reason))
    return TRUE;
  if (reason->domain == QTR_ERROR)
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    refuse (error, _ ("This is neither a PNG, a JPEG nor an SVG picture; save the logo as one of them"));
  return FALSE;
}
