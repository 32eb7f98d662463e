/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/source.h"

static gboolean
has_prefix (const char *data, gsize size, const char *prefix, gsize length)
{
  return size >= length && memcmp (data, prefix, length) == 0;
}

static char *
note_charset (char *text, const char *charset, GError *failure, QtrReport *report, GError **error)
{
  if (text == NULL) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_SYNTAX, _ ("The text is neither UTF-8 nor %s: %s"), charset,
                 failure->message);
    return NULL;
  }
  qtr_report_note (report, 0, g_strdup_printf (_ ("Read as %s and converted to UTF-8"), charset));
  return text;
}

static char *
from_charset (const char *data, gsize size, const char *charset, QtrReport *report, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *text =
      g_convert_with_fallback (data, (gssize) size, "UTF-8", charset, "\xef\xbf\xbd", NULL, NULL, &failure);

  return note_charset (text, charset, failure, report, error);
}

/* Windows-1252 leaves five bytes without a meaning, at which a strict converter stops. */
char *
qtr_source_from_windows (const char *data, gsize size, gsize *length, GError **error)
{
  g_autofree char *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++) {
    if (memchr ("\x81\x8d\x8f\x90\x9d", copy[i], 5) != NULL)
      copy[i] = '?';
  }
  return g_convert_with_fallback (copy, (gssize) size, "UTF-8", QTR_SOURCE_WINDOWS, "\xef\xbf\xbd", NULL,
                                  length, error);
}

static char *
from_windows (const char *data, gsize size, QtrReport *report, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *text = qtr_source_from_windows (data, size, NULL, &failure);

  return note_charset (text, QTR_SOURCE_WINDOWS, failure, report, error);
}

static char *
to_utf8 (const char *data, gsize size, QtrReport *report, GError **error)
{
  if (has_prefix (data, size, "\xff\xfe", 2))
    return from_charset (data + 2, size - 2, "UTF-16LE", report, error);
  if (has_prefix (data, size, "\xfe\xff", 2))
    return from_charset (data + 2, size - 2, "UTF-16BE", report, error);
  if (size > 0 && memchr (data, '\0', size) != NULL) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_SYNTAX,
                 /* Translators: shown when a program or picture was given where a report was expected. */
                 _ ("The file is not text. Give a report as plain text, Markdown, ODT or DOCX."));
    return NULL;
  }
  if (has_prefix (data, size, "\xef\xbb\xbf", 3)) {
    data += 3;
    size -= 3;
  }
  if (g_utf8_validate_len (data, size, NULL))
    return g_strndup (data, size);
  return from_windows (data, size, report, error);
}

/* Control characters mean that a binary file came through as Windows-1252. */
static gboolean
looks_binary (const char *text)
{
  gsize controls = 0;
  gsize all = strlen (text);

  for (const char *at = text; *at != '\0'; at++)
    controls += (guchar) *at < 0x20 && strchr ("\t\n\r\f\v", *at) == NULL;
  return controls * 50 > all;
}

void
qtr_source_append_plain (GString *out, gunichar c)
{
  switch (c) {
  case 0x00a0:
  case 0x2007:
  case 0x202f:
    g_string_append_c (out, ' ');
    break;
  case 0x200b:
  case 0x2060:
  case 0xfeff:
    break;
  case 0x2028:
  case 0x2029:
  case 0x0085:
    g_string_append_c (out, '\n');
    break;
  default:
    /* No control character is ever content, and files that hold one are refused later. */
    if (c >= 0x20 || c == '\t' || c == '\n' || c == '\f')
      g_string_append_unichar (out, c);
  }
}

static char *
normalise (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (*at == '\r') {
      if (at[1] != '\n')
        g_string_append_c (out, '\n');
      continue;
    }
    qtr_source_append_plain (out, *at == '\v' ? '\n' : g_utf8_get_char (at));
  }
  return g_string_free (out, FALSE);
}

char *
qtr_source_decode (GBytes *bytes, QtrReport *report, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size > QTR_SOURCE_SIZE_MAX) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT,
                 _ ("The text has more than %d MiB, the most that is read."),
                 QTR_SOURCE_SIZE_MAX / 1024 / 1024);
    return NULL;
  }
  text = to_utf8 (data != NULL ? data : "", size, report, error);
  if (text == NULL)
    return NULL;
  if (looks_binary (text)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_SYNTAX,
                 _ ("The file is not text. Give a report as plain text, Markdown, ODT or DOCX."));
    return NULL;
  }
  return normalise (text);
}
