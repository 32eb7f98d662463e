/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/svg.h"

/* What cairo says of every path, and an enclosing group can say once, or what is so anyway. */
static const char *const said_once[] = {
  " fill-opacity=\"1\"",       " stroke-opacity=\"1\"",      " stroke-miterlimit=\"10\"",
  " stroke-linecap=\"round\"", " stroke-linejoin=\"bevel\"",
};

static char *
replace_all (const char *pattern, const char *text, GRegexEvalCallback eval_cb, gpointer data)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_eval (regex, text, -1, 0, G_REGEX_MATCH_DEFAULT, eval_cb, data, NULL);
}

static char *
replace_by (const char *pattern, const char *text, const char *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace (regex, text, -1, 0, replacement, G_REGEX_MATCH_DEFAULT, NULL);
}

static int
channel (const GMatchInfo *match, int group)
{
  g_autofree char *percentage = g_match_info_fetch (match, group);

  return (int) lround (g_ascii_strtod (percentage, NULL) * 2.55);
}

static gboolean
write_hex_cb (const GMatchInfo *match, GString *out, gpointer unused)
{
  g_string_append_printf (out, "#%02x%02x%02x", channel (match, 1), channel (match, 2), channel (match, 3));
  return FALSE;
}

/* The class of one colour of an element: qtr-fill-ink, qtr-stroke-line. */
static void
append_class (GString *classes, const char *element, const char *property, QtrChartPaletteId palette)
{
  g_autofree char *opening = g_strdup_printf (" %s=\"#", property);
  const char *at = strstr (element, opening);
  guint value;
  QtrChartRole role;

  if (!at)
    return;
  value = (guint) g_ascii_strtoull (at + strlen (opening), NULL, 16);
  if (!qtr_chart_palette_find (
          palette, (QtrChartColour) { value >> 16 & 0xff, value >> 8 & 0xff, value & 0xff }, &role))
    return;
  g_string_append_printf (classes, "%sqtr-%s-%s", classes->len > 0 ? " " : "", property,
                          qtr_chart_role_name (role));
}

static gboolean
add_classes_cb (const GMatchInfo *match, GString *out, gpointer data)
{
  const QtrChartPaletteId *palette = data;
  g_autofree char *name = g_match_info_fetch (match, 1);
  g_autofree char *attributes = g_match_info_fetch (match, 2);
  g_autoptr (GString) classes = g_string_new (NULL);

  append_class (classes, attributes, "fill", *palette);
  append_class (classes, attributes, "stroke", *palette);
  g_string_append_printf (out, "<%s", name);
  if (classes->len > 0)
    g_string_append_printf (out, " class=\"%s\"", classes->str);
  g_string_append (out, attributes);
  return FALSE;
}

/* What stands between the root's tags, short, with colours as a page writes them. */
static char *
tidy_shapes (const char *shapes)
{
  const char *root = strstr (shapes, "<svg");
  const char *start = root ? strchr (root, '>') : NULL;
  const char *end = g_strrstr (shapes, "</svg>");
  g_autofree char *inside = NULL;
  g_autofree char *coloured = NULL;
  GString *tidy;

  if (!start || !end || end < start)
    return NULL;
  inside = g_strndup (start + 1, end - start - 1);
  coloured = replace_all ("rgb\\(([0-9.]+)%, ([0-9.]+)%, ([0-9.]+)%\\)", inside, write_hex_cb, NULL);
  tidy = g_string_new_take (replace_by ("(\\.[0-9]{2})[0-9]+", coloured, "\\1"));
  for (guint i = 0; i < G_N_ELEMENTS (said_once); i++)
    g_string_replace (tidy, said_once[i], "", 0);
  return g_string_free (tidy, FALSE);
}

/* Two drawings of one page must not share an id. */
static char *
prefix_ids (const char *shapes, const char *prefix)
{
  GString *prefixed = g_string_new (shapes);
  static const char *const openings[] = { " id=\"", "url(#", "href=\"#" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++) {
    g_autofree char *longer = g_strconcat (openings[i], prefix, "-", NULL);

    g_string_replace (prefixed, openings[i], longer, 0);
  }
  return g_string_free (prefixed, FALSE);
}

static void
append_root (GString *out, const QtrChartSvg *svg, const char *prefix)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.15g", svg->width);
  g_ascii_formatd (height, sizeof height, "%.15g", svg->height);
  if (!svg->is_inline)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  if (!svg->is_inline)
    g_string_append_printf (out, " width=\"%s\" height=\"%s\"", width, height);
  g_string_append_printf (out,
                          " viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-title\""
                          " aria-describedby=\"%s-desc\">\n",
                          width, height, prefix, prefix);
}

char *
qtr_chart_svg_write (const QtrChartSvg *svg)
{
  g_autofree char *tidy = tidy_shapes (svg->shapes);
  g_autofree char *prefix = g_markup_escape_text (svg->prefix, -1);
  g_autofree char *title = g_markup_escape_text (svg->title, -1);
  g_autofree char *description = g_markup_escape_text (svg->description, -1);
  g_autofree char *font = g_markup_escape_text (svg->font, -1);
  g_autofree char *shapes = NULL;
  g_autofree char *body = NULL;
  GString *out;
  QtrChartPaletteId palette = svg->palette;

  if (!tidy)
    return NULL;
  shapes = prefix_ids (tidy, prefix);
  body = g_strdup_printf ("<g stroke-linecap=\"round\" stroke-linejoin=\"bevel\">%s</g>\n"
                          "<g font-family=\"%s\">\n%s</g>\n",
                          shapes, font, svg->texts);
  out = g_string_new (NULL);
  append_root (out, svg, prefix);
  g_string_append_printf (out, "<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n", prefix,
                          title, prefix, description);
  if (svg->is_inline) {
    g_autofree char *classed = replace_all ("<(path|rect|text)([^>]*)", body, add_classes_cb, &palette);

    g_string_append (out, classed);
  } else {
    g_string_append (out, body);
  }
  g_string_append (out, "</svg>\n");
  return g_string_free (out, FALSE);
}
