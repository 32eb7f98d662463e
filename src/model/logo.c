/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/logo.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/logo-private.h"

#define SCHEME "data:"
#define ENCODING ";base64,"

/* A kind of picture: what its files begin with, and what there is to look at besides. */
typedef struct {
  const char *media_type;
  const char *magic;
  gboolean (*is_harmless) (const char *text, gsize length, GError **error);
} Kind;

static const Kind kinds[] = {
  { "image/png", "\x89PNG\r\n\x1a\n", NULL },
  { "image/jpeg", "\xff\xd8\xff", NULL },
  { "image/svg+xml", "", qtr_svg_is_harmless },
};

static gboolean
refuse (QtrError code, char *message, GError **error)
{
  g_set_error_literal (error, QTR_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
has_magic (const Kind *kind, const char *data, gsize size)
{
  gsize length = strlen (kind->magic);

  return size >= length && memcmp (data, kind->magic, length) == 0;
}

/* An SVG is a text, and texts do not begin alike: whatever has no better claim is read as one. */
static const Kind *
recognise (const char *data, gsize size)
{
  const Kind *kind = kinds;

  while (!has_magic (kind, data, size))
    kind++;

  return kind;
}

static gboolean
has_fair_size (gsize size, GError **error)
{
  g_autofree char *limit = NULL;

  if (size == 0)
    return refuse (QTR_ERROR_REFUSED, g_strdup (_ ("The picture is empty; choose another")), error);
  if (size <= QTR_LOGO_SIZE_MAX)
    return TRUE;

  limit = g_format_size_full (QTR_LOGO_SIZE_MAX, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size, such as “1.0 MiB”. */
  return refuse (QTR_ERROR_LIMIT,
                 g_strdup_printf (_ ("A logo may have %s at most; save a smaller one"), limit), error);
}

static const Kind *
find_kind (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const Kind *kind = NULL;

  if (!has_fair_size (size, error))
    return NULL;

  kind = recognise (data, size);
  return kind->is_harmless == NULL || kind->is_harmless (data, size, error) ? kind : NULL;
}

static char *
encode (const Kind *kind, GBytes *bytes)
{
  gsize size = 0;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_base64_encode (data, size);

  return g_strconcat (SCHEME, kind->media_type, ENCODING, text, NULL);
}

char *
qtr_logo_new (GBytes *bytes, GError **error)
{
  const Kind *kind = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  kind = find_kind (bytes, error);
  return kind == NULL ? NULL : encode (kind, bytes);
}

/* What stands after the scheme and the kind of a logo. */
static const char *
find_data (const char *logo, const Kind **kind)
{
  for (guint i = 0; g_str_has_prefix (logo, SCHEME) && i < G_N_ELEMENTS (kinds); i++) {
    const char *rest = logo + strlen (SCHEME);

    if (!g_str_has_prefix (rest, kinds[i].media_type))
      continue;
    rest += strlen (kinds[i].media_type);
    *kind = &kinds[i];
    return g_str_has_prefix (rest, ENCODING) ? rest + strlen (ENCODING) : NULL;
  }

  return NULL;
}

static GBytes *
decode (const char *data)
{
  gsize size = 0;
  guchar *bytes = g_base64_decode (data, &size);

  return g_bytes_new_take (bytes, size);
}

/* The decoder skips what it does not know, so what it read must come out as it stood. */
static gboolean
is_as_written (const char *logo, const Kind *kind, GBytes *bytes)
{
  g_autofree char *again = encode (kind, bytes);

  return g_str_equal (again, logo);
}

gboolean
qtr_logo_check (const char *text, GError **error)
{
  const Kind *named = NULL;
  const Kind *found = NULL;
  const char *data = find_data (text, &named);
  g_autoptr (GBytes) bytes = NULL;

  if (data == NULL)
    return refuse (QTR_ERROR_SHAPE,
                   g_strdup (_ ("a logo begins with “data:image/png;base64,”, or with image/jpeg or "
                                "image/svg+xml in its place; choose the picture again on the plan’s page")),
                   error);
  bytes = decode (data);
  if (!is_as_written (text, named, bytes))
    return refuse (QTR_ERROR_SHAPE,
                   g_strdup (_ ("this is no base64; choose the picture again on the plan’s page")), error);
  found = find_kind (bytes, error);
  if (found == NULL)
    return FALSE;
  if (found == named)
    return TRUE;

  return refuse (QTR_ERROR_SHAPE,
                 g_strdup_printf (_ ("the picture is %s, not %s; write what it is"), found->media_type,
                                  named->media_type),
                 error);
}

GBytes *
qtr_logo_get_bytes (const char *logo, const char **media_type)
{
  const Kind *kind = NULL;
  const char *data = NULL;

  g_return_val_if_fail (logo != NULL, NULL);

  data = find_data (logo, &kind);
  g_return_val_if_fail (data != NULL, NULL);

  if (media_type != NULL)
    *media_type = kind->media_type;
  return decode (data);
}
