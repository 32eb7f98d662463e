/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import/line.h"

/* Marks that begin a bullet when space follows. The private-use ones are what word processors put for theirs.
 */
static const char *const marks[] = {
  "•",
  "·",
  "▪",
  "■",
  "◦",
  "○",
  "●",
  "‣",
  "⁃",
  "➢",
  "➤",
  "►",
  "✓",
  "✔",
  "\xef\x82\xb7",
  "\xef\x82\xa7",
  "\xef\x83\x98",
  "*",
  "+",
  "-",
  "–",
  "—",
  "o",
};

static void
line_free (gpointer data)
{
  QtrLine *line = data;

  g_free (line->text);
  g_free (line->marker);
  g_free (line);
}

GPtrArray *
qtr_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

QtrLine *
qtr_lines_add (GPtrArray *lines, QtrLineKind kind, guint number, char *text)
{
  QtrLine *line = g_new0 (QtrLine, 1);

  line->kind = kind;
  line->number = number;
  line->text = text != NULL ? text : g_strdup ("");
  g_ptr_array_add (lines, line);
  return line;
}

gboolean
qtr_line_ends_sentence (const char *text)
{
  const char *at = text + strlen (text);

  while (at > text) {
    gunichar c;

    at = g_utf8_prev_char (at);
    c = g_utf8_get_char (at);
    if (g_unichar_isspace (c) || strchr (")]\"'", (int) c) != NULL || c == 0x201d || c == 0x2019)
      continue;
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
  }
  return FALSE;
}

gboolean
qtr_line_starts_lower (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isalnum (c))
      return g_unichar_islower (c);
  }
  return FALSE;
}

char *
qtr_line_collapse (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (g_unichar_isspace (g_utf8_get_char (at))) {
      gap = out->len > 0;
      continue;
    }
    if (gap)
      g_string_append_c (out, ' ');
    gap = FALSE;
    g_string_append_len (out, at, g_utf8_next_char (at) - at);
  }
  return g_string_free (out, FALSE);
}

static gsize
mark_length (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    gsize length = strlen (marks[i]);

    if (g_str_has_prefix (text, marks[i]) && (text[length] == '\0' || g_ascii_isspace (text[length])))
      return length;
    /* A true bullet needs no space after it; what also stands within sentences does. */
    if ((guchar) marks[i][0] >= 0x80 && !g_str_equal (marks[i], "–") && !g_str_equal (marks[i], "—") &&
        g_str_has_prefix (text, marks[i]))
      return length;
  }
  return 0;
}

static gboolean
is_dash_or_letter (const char *mark)
{
  return strchr ("-o", mark[0]) != NULL || g_str_has_prefix (mark, "–") || g_str_has_prefix (mark, "—");
}

/* A number opens a bullet only if it begins a list or follows the one before, so that a wrapped line which
 * happens to begin with `12. ` stays with its sentence. */
static gsize
number_length (const char *text, int *last_number)
{
  gsize open = text[0] == '(' ? 1 : 0;
  gsize at = open;
  int number;

  while (g_ascii_isdigit (text[at]))
    at++;
  if (at == open || at - open > 2 || (open ? text[at] != ')' : text[at] != '.' && text[at] != ')') ||
      !g_ascii_isspace (text[at + 1]))
    return 0;
  number = atoi (text + open);
  if (number != 1 && number != *last_number + 1)
    return 0;
  *last_number = number;
  return at + 1;
}

/* `(a)`, `b)`, `(iv)`: letters or small Roman numbers in brackets, as second levels have them. */
static gsize
letter_length (const char *text)
{
  gsize open = text[0] == '(' ? 1 : 0;
  gsize length = strspn (text + open, "ivx");

  if (length == 0 || length > 5)
    length = g_ascii_islower (text[open]) ? 1 : 0;
  if (length > 0 && text[open + length] == ')' && g_ascii_isspace (text[open + length + 1]))
    return open + length + 1;
  return 0;
}

void
qtr_line_take_marker (QtrLine *self, const QtrLine *before, int *last_number)
{
  gsize length = mark_length (self->text);
  gboolean unfinished = before != NULL && before->text[0] != '\0' && !qtr_line_ends_sentence (before->text);
  char *rest;

  /* A dash at the beginning of a wrapped line belongs to the sentence that the line before began. */
  if (length > 0 && is_dash_or_letter (self->text) && unfinished && before->number + 1 == self->number &&
      qtr_line_starts_lower (self->text + length) && self->indent <= before->indent)
    length = 0;
  if (length == 0)
    length = number_length (self->text, last_number);
  if (length == 0)
    length = letter_length (self->text);
  if (length == 0)
    return;
  self->marker = g_strndup (self->text, length);
  rest = g_strdup (g_strchug (self->text + length));
  g_free (self->text);
  self->text = rest;
}
