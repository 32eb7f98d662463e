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
#include "format/limit.h"

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
  GArray *parts;
  Level levels[QTR_LIMIT_DEPTH];
  guint depth;
  guint n_values;
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

static gboolean
fail_limit (Scanner *self, const char *at, char *message)
{
  g_autofree char *taken = message;

  return fail (self, QTR_ERROR_LIMIT, at, taken);
}

static gboolean
is_space (char letter)
{
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

static void
skip_space (Scanner *self)
{
  while (self->at < self->end && is_space (*self->at))
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

/* Eight bytes at once: the highest bit of each byte tells whether it is zero, or below another. */
#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define ANY_BELOW(word, byte) (((word) - EACH_BYTE (byte)) & ~(word) & EACH_BYTE (0x80))
#define ANY_ZERO(word) ANY_BELOW (word, 1)

/* Nearly all of a file is the plain letters of its texts. */
static void
skip_plain (Scanner *self)
{
  guint64 word = 0;

  while ((gsize) (self->end - self->at) >= sizeof word) {
    memcpy (&word, self->at, sizeof word);
    if ((ANY_BELOW (word, 0x20) | ANY_ZERO (word ^ EACH_BYTE ('"')) | ANY_ZERO (word ^ EACH_BYTE ('\\'))) !=
        0)
      return;
    self->at += sizeof word;
  }
}

static gboolean
check_length (Scanner *self, const char *opening, gsize length)
{
  if (length <= QTR_LIMIT_TEXT)
    return TRUE;

  return fail_limit (
      self, opening,
      g_strdup_printf (_ ("a text may have no more than %u bytes; shorten it"), QTR_LIMIT_TEXT));
}

/* Stands on the opening quote; the text is what lies between the quotes, escapes unresolved. */
static gboolean
scan_string (Scanner *self, const char **text, gsize *length)
{
  const char *opening = self->at++;

  skip_plain (self);
  while (self->at < self->end && *self->at != '"') {
    if ((guchar) *self->at < 0x20)
      return fail_syntax (self,
                          _ ("a text holds a control character, or its closing quotation mark is missing"));
    if (*self->at != '\\')
      self->at++;
    else if (!scan_escape (self))
      return FALSE;
    else
      skip_plain (self);
  }
  if (self->at == self->end) {
    self->at = opening;
    return fail_syntax (self, _ ("a text has no closing quotation mark; the file may be cut short"));
  }
  *text = opening + 1;
  *length = self->at - *text;
  self->at++;
  return check_length (self, opening, *length);
}

/* Nineteen digits may be more than 64 bits hold. */
#define SURE_DIGITS 18

static gboolean
fits_whole_number (const char *text, gsize length)
{
  gsize sign = *text == '-' ? 1 : 0;
  g_autofree char *copy = NULL;

  if (length == sign || (length > 1 && text[0] == '0') || (length > 2 && sign == 1 && text[1] == '0'))
    return FALSE;
  if (length <= SURE_DIGITS)
    return TRUE;

  copy = g_strndup (text, length);
  return g_ascii_string_to_signed (copy, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

static gboolean
scan_number (Scanner *self)
{
  const char *begin = self->at;

  if (*self->at == '-')
    self->at++;
  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  if (self->at < self->end && *self->at != '\0' && strchr (".eE", *self->at) != NULL)
    return fail (self, QTR_ERROR_SHAPE, begin,
                 _ ("numbers that are not whole are written as texts, like \"4.0\""));
  if (!fits_whole_number (begin, self->at - begin))
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

  /* The generator escapes the character DEL. */
  if (memchr (name, '\\', length) != NULL || memchr (name, 0x7f, length) != NULL)
    return fail_syntax (self, _ ("names are written without escapes and control characters"));
  if (length > QTR_LIMIT_NAME)
    return fail_limit (
        self, name,
        g_strdup_printf (_ ("a name may have no more than %u bytes; this is no plan’s"), QTR_LIMIT_NAME));
  if (self->names->len - first_name >= QTR_LIMIT_MEMBERS)
    return fail_limit (self, name,
                       g_strdup_printf (_ ("an object may have no more than %u members; this is no plan’s"),
                                        QTR_LIMIT_MEMBERS));
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

/* Only of lists in which there is nothing else. */
static void
keep_part (Scanner *self, const Level *list, guint first_part, const char *begin)
{
  const Level *member = &self->levels[0];
  QtrScanPart part = { member->name, member->name_length, begin, self->at - begin };

  if (self->parts == NULL || self->depth != 2 || member->name == NULL)
    return;
  if (*begin != '{')
    g_array_set_size (self->parts, first_part);
  else if (self->parts->len - first_part == list->index)
    g_array_append_val (self->parts, part);
}

static gboolean
scan_element (Scanner *self, Level *level, guint first_part)
{
  const char *begin = NULL;

  skip_space (self);
  begin = self->at;
  if (level->index == QTR_LIMIT_ELEMENTS)
    return fail_limit (self, begin,
                       g_strdup_printf (_ ("a list may have no more than %u elements; this is no plan’s"),
                                        QTR_LIMIT_ELEMENTS));
  if (!scan_value (self))
    return FALSE;
  keep_part (self, level, first_part, begin);
  level->index++;
  return TRUE;
}

static gboolean
scan_array (Scanner *self)
{
  Level *level = &self->levels[self->depth - 1];
  guint first_part = self->parts == NULL ? 0 : self->parts->len;

  *level = (Level) { NULL, 0, 0 };
  if (take (self, ']'))
    return TRUE;
  do {
    if (!scan_element (self, level, first_part))
      return FALSE;
  } while (take (self, ','));
  return take (self, ']') || fail_syntax (self, _ ("expected “,” or “]”; the file may be cut short"));
}

static gboolean
scan_nested (Scanner *self, gboolean (*scan) (Scanner *self))
{
  if (self->depth == QTR_LIMIT_DEPTH)
    return fail_limit (self, self->at,
                       g_strdup_printf (_ ("nested deeper than %u levels; move it up"), QTR_LIMIT_DEPTH));
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
  if (self->n_values++ == QTR_LIMIT_VALUES)
    return fail_limit (
        self, self->at,
        g_strdup_printf (_ ("a plan may have no more than %u values; part it into two"), QTR_LIMIT_VALUES));
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
  if (self->end - self->start >= 3 && memcmp (self->start, "\xef\xbb\xbf", 3) == 0)
    return fail_syntax (self, _ ("a byte order mark stands first; save the file as UTF-8 without one"));
  skip_space (self);
  if (self->at < self->end && *self->at != '{' && *self->at != '[')
    return fail_syntax (self, _ ("this is not a Quarterly plan, which begins with “{”"));
  if (!scan_value (self))
    return FALSE;
  skip_space (self);
  return self->at == self->end || fail_syntax (self, _ ("something follows after the plan's end"));
}

gboolean
qtr_scan_check (const char *bytes, gsize length, GArray *parts, GError **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Level));
  Scanner scanner = {
    .at = bytes, .start = bytes, .end = bytes + length, .names = names, .parts = parts, .error = error
  };

  if (length > QTR_LIMIT_SIZE) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_LIMIT,
                 _ ("a plan may have no more than %u bytes; part it into two"), QTR_LIMIT_SIZE);
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
