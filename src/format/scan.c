/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

/* One level of nesting: the member or the element that is being read. */
typedef struct {
  const char *name;
  gsize name_length;
  gint64 index;
} Level;

typedef struct {
  const char *at;
  const char *start;
  const char *end;
  GArray *names;
  Level levels[QTR_SCAN_DEPTH_MAX];
  guint depth;
  const char *wanted;
  const char *found;
  GError **error;
} Scanner;

static gboolean scan_value (Scanner *self);

static void
append_path (Scanner *self, GString *path)
{
  g_string_append_c (path, '$');
  for (guint i = 0; i < self->depth; i++) {
    const Level *level = &self->levels[i];

    if (level->index >= 0)
      g_string_append_printf (path, "[%" G_GINT64_FORMAT "]", level->index);
    else if (level->name != NULL)
      g_string_append_printf (path, ".%.*s", (int) level->name_length, level->name);
  }
}

static void
find_place (const Scanner *self, const char *at, guint *line, guint *column)
{
  const char *line_start = self->start;

  *line = 1;
  for (const char *p = self->start; p < at; p++) {
    if (*p == '\n') {
      (*line)++;
      line_start = p + 1;
    }
  }
  *column = 1;
  for (const char *p = line_start; p < at; p++)
    *column += ((guchar) *p & 0xc0) != 0x80;
}

static gboolean
fail (Scanner *self, QtrError code, const char *at, const char *message)
{
  g_autoptr (GString) path = g_string_new (NULL);
  guint line = 0;
  guint column = 0;

  append_path (self, path);
  find_place (self, at, &line, &column);
  /* Translators: a place in a file and what is wrong there: line 3, column 14 ($.title): … */
  g_set_error (self->error, QTR_ERROR, code, _ ("line %u, column %u (%s): %s"), line, column, path->str,
               message);
  return FALSE;
}

static gboolean
fail_syntax (Scanner *self, const char *message)
{
  return fail (self, QTR_ERROR_SYNTAX, self->at, message);
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL && *self->at != '\0')
    self->at++;
}

static gboolean
take (Scanner *self, char wanted)
{
  skip_space (self);
  if (self->at == self->end || *self->at != wanted)
    return FALSE;
  self->at++;
  return TRUE;
}

/* Stands on the "u"; afterwards behind the digits. */
static gboolean
scan_code_unit (Scanner *self, guint *unit)
{
  *unit = 0;
  self->at++;
  for (guint i = 0; i < 4; i++, self->at++) {
    if (self->at == self->end || !g_ascii_isxdigit (*self->at))
      return fail_syntax (self, _ ("“\\u” needs four hexadecimal digits"));
    *unit = *unit << 4 | (guint) g_ascii_xdigit_value (*self->at);
  }

  return TRUE;
}

static gboolean
scan_unicode_escape (Scanner *self)
{
  guint unit = 0;
  guint low = 0;

  if (!scan_code_unit (self, &unit))
    return FALSE;
  if (unit == 0)
    return fail (self, QTR_ERROR_SHAPE, self->at, _ ("a text holds the character NUL; remove it"));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  /* One half of a pair means nothing without the other. */
  if (unit < 0xdc00 && self->end - self->at > 1 && self->at[0] == '\\' && self->at[1] == 'u') {
    self->at++;
    if (!scan_code_unit (self, &low))
      return FALSE;
    if (low >= 0xdc00 && low <= 0xdfff)
      return TRUE;
  }
  return fail_syntax (self, _ ("half of a surrogate pair is no character"));
}

static gboolean
scan_escape (Scanner *self)
{
  self->at++;
  if (self->at == self->end || *self->at == '\0' || strchr ("\"\\/bfnrtu", *self->at) == NULL)
    return fail_syntax (self, _ ("unknown escape after “\\”"));
  if (*self->at == 'u')
    return scan_unicode_escape (self);
  self->at++;
  return TRUE;
}

/* Stands on the opening quote; the text is what lies between the quotes, escapes unresolved. */
static gboolean
scan_string (Scanner *self, const char **text, gsize *length)
{
  const char *opening = self->at++;

  while (self->at < self->end && *self->at != '"') {
    if ((guchar) *self->at < 0x20)
      return fail_syntax (self,
                          _ ("a text holds a control character, or its closing quotation mark is missing"));
    if (*self->at != '\\')
      self->at++;
    else if (!scan_escape (self))
      return FALSE;
  }
  if (self->at == self->end) {
    self->at = opening;
    return fail_syntax (self, _ ("a text has no closing quotation mark; the file may be cut short"));
  }
  *text = opening + 1;
  *length = self->at - *text;
  self->at++;
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *begin = self->at;
  g_autofree char *text = NULL;

  if (*self->at == '-')
    self->at++;
  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  if (self->at < self->end && *self->at != '\0' && strchr (".eE", *self->at) != NULL)
    return fail (self, QTR_ERROR_SHAPE, begin,
                 _ ("numbers that are not whole are written as texts, like \"4.0\""));

  text = g_strndup (begin, self->at - begin);
  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, NULL, NULL) ||
      (self->at - begin > 1 && *begin == '0'))
    return fail (self, QTR_ERROR_SHAPE, begin, _ ("this is not a whole number of 64 bits"));
  return TRUE;
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize length = strlen (words[i]);

    if ((gsize) (self->end - self->at) >= length && memcmp (self->at, words[i], length) == 0) {
      self->at += length;
      return TRUE;
    }
  }

  if (self->at == self->end)
    return fail_syntax (self, _ ("the file ends in the middle; it may be cut short"));
  return fail_syntax (self, _ ("expected a value"));
}

static gboolean
check_name (Scanner *self, guint first_name, const char *name, gsize length)
{
  Level entry = { name, length, -1 };

  if (memchr (name, '\\', length) != NULL)
    return fail_syntax (self, _ ("names are written without escapes"));
  if (self->names->len - first_name >= QTR_SCAN_MEMBERS_MAX)
    return fail (self, QTR_ERROR_LIMIT, name, _ ("an object has too many members"));
  for (guint i = first_name; i < self->names->len; i++) {
    const Level *other = &g_array_index (self->names, Level, i);

    if (other->name_length == length && memcmp (other->name, name, length) == 0)
      return fail (self, QTR_ERROR_SHAPE, name - 1, _ ("this name stands twice in one object; remove one"));
  }
  g_array_append_val (self->names, entry);
  return TRUE;
}

static gboolean
scan_member (Scanner *self, Level *level, guint first_name)
{
  skip_space (self);
  level->name = NULL;
  if (self->at == self->end || *self->at != '"')
    return fail_syntax (self, _ ("expected a name in quotation marks"));
  if (!scan_string (self, &level->name, &level->name_length) ||
      !check_name (self, first_name, level->name, level->name_length))
    return FALSE;
  if (!take (self, ':'))
    return fail_syntax (self, _ ("expected “:” after a name"));
  return scan_value (self);
}

static gboolean
scan_object (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];
  guint first_name = self->names->len;

  *level = (Level) { NULL, 0, -1 };
  if (take (self, '}'))
    return TRUE;
  do {
    if (!scan_member (self, level, first_name))
      return FALSE;
  } while (take (self, ','));
  g_array_set_size (self->names, first_name);
  level->name = NULL;
  return take (self, '}') || fail_syntax (self, _ ("expected “,” or “}”; the file may be cut short"));
}

static gboolean
scan_array (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];

  *level = (Level) { NULL, 0, 0 };
  if (take (self, ']'))
    return TRUE;
  do {
    if (!scan_value (self))
      return FALSE;
    level->index++;
  } while (take (self, ','));
  return take (self, ']') || fail_syntax (self, _ ("expected “,” or “]”; the file may be cut short"));
}

static gboolean
scan_nested (Scanner *self, gboolean (*scan) (Scanner *self))
{
  if (self->depth == QTR_SCAN_DEPTH_MAX)
    return fail (self, QTR_ERROR_LIMIT, self->at, _ ("nested too deep"));
  self->at++;
  self->depth++;
  if (!scan (self))
    return FALSE;
  self->depth--;
  return TRUE;
}

static void
compare_path (Scanner *self)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (self, path);
  if (g_str_equal (path->str, self->wanted))
    self->found = self->at;
}

static gboolean
scan_value (Scanner *self)
{
  const char *text = NULL;
  gsize length = 0;
  char first = '\0';

  skip_space (self);
  if (self->wanted != NULL && self->found == NULL)
    compare_path (self);
  first = self->at < self->end ? *self->at : '\0';
  if (first == '{')
    return scan_nested (self, scan_object);
  if (first == '[')
    return scan_nested (self, scan_array);
  if (first == '"')
    return scan_string (self, &text, &length);
  if (first == '-' || g_ascii_isdigit (first))
    return scan_number (self);
  return scan_word (self);
}

static gboolean
scan_whole (Scanner *self)
{
  const char *invalid = NULL;

  if (!g_utf8_validate_len (self->start, self->end - self->start, &invalid)) {
    self->at = invalid;
    return fail_syntax (self, _ ("these bytes are not text in UTF-8: this is not a Quarterly plan"));
  }
  skip_space (self);
  if (self->at < self->end && *self->at != '{' && *self->at != '[')
    return fail_syntax (self, _ ("this is not a Quarterly plan, which begins with “{”"));
  if (!scan_value (self))
    return FALSE;
  skip_space (self);
  return self->at == self->end || fail_syntax (self, _ ("something follows after the plan's end"));
}

gboolean
qtr_scan_check (const char *bytes, gsize length, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Level));
  Scanner scanner = { .at = bytes, .start = bytes, .end = bytes + length, .names = names, .error = error };

  if (length > QTR_SCAN_SIZE_MAX) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_LIMIT, _ ("the file is larger than any plan could be"));
    return FALSE;
  }

  return scan_whole (&scanner);
}

gboolean
qtr_scan_locate (const char *bytes, gsize length, const char *path, guint *line, guint *column)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Level));
  Scanner scanner = { .at = bytes, .start = bytes, .end = bytes + length, .names = names, .wanted = path };

  if (!scan_whole (&scanner) || scanner.found == NULL)
    return FALSE;
  find_place (&scanner, scanner.found, line, column);
  return TRUE;
}
