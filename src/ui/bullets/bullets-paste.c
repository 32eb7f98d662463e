/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-paste.h"

#include <string.h>

#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-paragraph.h"

/* What a line began with: where its text begins, how far it was indented, and the kind of mark it had, which
 * is the mark's character, '1' for any number, or 0. */
typedef struct {
  const char *text;
  guint indent;
  gunichar mark;
} Head;

static gboolean
is_blank (gunichar character)
{
  return character == ' ' || character == '\t' || character == 0xa0;
}

static const char *
skip_blanks (const char *at)
{
  while (is_blank (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Word's lists come as "o" for the second level, and as letters of a symbol font. */
static gboolean
is_bullet (gunichar character)
{
  static const gunichar bullets[] = { 0x2022, 0x25e6, 0x25aa, 0x25ab, 0x25cf, 0x25cb, 0x25a0,
                                      0x25a1, 0x2023, 0x2043, 0x2219, 0x00b7, 0x00a7, 0xf0b7,
                                      0xf0a7, '-',    0x2013, 0x2014, '*',    'o' };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i] == character)
      return TRUE;
  return FALSE;
}

static const char *
skip_number (const char *at)
{
  gsize digits = strspn (at, "0123456789");

  if (digits >= 1 && digits <= 2 && (at[digits] == '.' || at[digits] == ')'))
    return at + digits + 1;
  if (g_ascii_islower (at[0]) && at[1] == ')')
    return at + 2;
  return NULL;
}

static void
read_mark (Head *head)
{
  gunichar first = g_utf8_get_char (head->text);
  const char *after = is_bullet (first) ? g_utf8_next_char (head->text) : skip_number (head->text);

  if (after == NULL || !is_blank (g_utf8_get_char (after)))
    return;

  head->mark = is_bullet (first) ? first : '1';
  head->text = skip_blanks (after);
}

static Head
read_head (const char *line)
{
  Head head = { .text = skip_blanks (line) };

  for (const char *at = line; at < head.text; at = g_utf8_next_char (at))
    head.indent += *at == '\t' ? 4 : 1;
  read_mark (&head);
  return head;
}

const char *
qtr_bullets_paste_skip_mark (const char *text)
{
  return read_head (text).text;
}

static gboolean
is_below (const Head *head, const Head *above)
{
  if (head->indent != above->indent)
    return head->indent > above->indent;

  return head->mark != 0 && head->mark != above->mark;
}

static gboolean
is_beside (const Head *head, const Head *other)
{
  return head->indent == other->indent && head->mark == other->mark;
}

/* The lines that stand above the next one, the shallowest first. A line like one of these is its sibling. */
static guint
find_level (GArray *above, const Head *head)
{
  for (guint i = above->len; i > 0; i--)
    if (is_beside (head, &g_array_index (above, Head, i - 1))) {
      g_array_set_size (above, i);
      return i - 1;
    }

  while (above->len > 0 && !is_below (head, &g_array_index (above, Head, above->len - 1)))
    g_array_set_size (above, above->len - 1);
  g_array_append_val (above, *head);
  return above->len - 1;
}

static gboolean
is_end_of_line (gunichar character)
{
  return character == '\n' || character == '\r' || character == 0x2029;
}

/* Leaves out what a paragraph cannot hold, or what would be shown as a box. */
static void
append_clean (GString *string, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\t' || character == '\v' || character == '\f')
      g_string_append_c (string, ' ');
    else if (character != 0xfffc && (character == 0x2028 || !g_unichar_iscntrl (character)))
      g_string_append_unichar (string, character);
  }
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *at = text;; at = g_utf8_next_char (at)) {
    if (*at != '\0' && !is_end_of_line (g_utf8_get_char (at)))
      continue;
    g_ptr_array_add (lines, g_strndup (start, at - start));
    if (*at == '\0')
      return lines;
    if (at[0] == '\r' && at[1] == '\n')
      at++;
    start = g_utf8_next_char (at);
  }
}

static gboolean
is_empty (const char *line)
{
  return *skip_blanks (line) == '\0';
}

/* A long bullet's further lines, which stand deeper than its mark and have none of their own. */
static gboolean
is_continuation (GArray *above, const Head *head)
{
  const Head *bullet = above->len == 0 ? NULL : &g_array_index (above, Head, above->len - 1);

  return bullet != NULL && bullet->mark != 0 && head->mark == 0 && head->indent > bullet->indent;
}

/* A bullet that is pasted amid text keeps the space before it, as the one before text keeps that after it. */
static void
append_line (GString *string, GArray *levels, GArray *above, const char *line, gboolean amid)
{
  Head head = read_head (line);
  guint level = 0;

  if (is_continuation (above, &head)) {
    g_string_append_c (string, ' ');
    append_clean (string, head.text);
    return;
  }

  level = find_level (above, &head);
  if (levels->len > 0)
    g_string_append_c (string, '\n');
  append_clean (string, amid && head.mark == 0 ? line : head.text);
  g_array_append_val (levels, level);
}

static void
read_lines (QtrBulletsPaste *paste, GPtrArray *lines, gboolean at_start, gboolean at_end)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (Head));
  g_autoptr (GString) string = g_string_new (NULL);
  const guint none = 0;

  if (!at_start && is_empty (g_ptr_array_index (lines, 0)))
    g_array_append_val (paste->levels, none);
  for (guint i = 0; i < lines->len; i++) {
    char *line = g_ptr_array_index (lines, i);

    if (is_empty (line))
      continue;
    if (i + 1 < lines->len)
      g_strchomp (line);
    append_line (string, paste->levels, above, line, i == 0 && !at_start);
  }
  if (!at_end && string->len > 0 && is_empty (g_ptr_array_index (lines, lines->len - 1))) {
    g_string_append_c (string, '\n');
    g_array_append_val (paste->levels, none);
  }
  paste->text = g_string_free_and_steal (g_steal_pointer (&string));
}

/* Nothing but ends of lines is one end of a line. */
static void
read_nothing (QtrBulletsPaste *paste)
{
  const guint none = 0;

  g_array_set_size (paste->levels, 0);
  g_array_append_val (paste->levels, none);
  g_array_append_val (paste->levels, none);
  g_set_str (&paste->text, "\n");
}

static void
read_one_line (QtrBulletsPaste *paste, const char *line, gboolean at_start)
{
  g_autoptr (GString) string = g_string_new (NULL);
  Head head = read_head (line);
  const guint none = 0;

  append_clean (string, at_start && head.mark != 0 && *head.text != '\0' ? head.text : line);
  g_array_append_val (paste->levels, none);
  paste->text = g_string_free_and_steal (g_steal_pointer (&string));
}

QtrBulletsPaste *
qtr_bullets_paste_new (const char *text, gboolean at_start, gboolean at_end)
{
  QtrBulletsPaste *paste = g_new0 (QtrBulletsPaste, 1);
  g_autoptr (GPtrArray) lines = split_lines (text);

  paste->levels = g_array_new (FALSE, FALSE, sizeof (guint));
  if (lines->len == 1)
    read_one_line (paste, g_ptr_array_index (lines, 0), at_start);
  else
    read_lines (paste, lines, at_start, at_end);
  if (lines->len > 1 && *paste->text == '\0')
    read_nothing (paste);
  return paste;
}

static void
append_paragraph (QtrBulletsPaste *paste, GString *text, const QtrBullet *bullet, guint level)
{
  g_autofree char *paragraph = bullet == NULL ? NULL : qtr_bullet_compose_paragraph (bullet);

  if (paste->levels->len > 0)
    g_string_append_c (text, '\n');
  if (paragraph != NULL)
    append_clean (text, paragraph);
  g_array_append_val (paste->levels, level);
  g_ptr_array_add (paste->bullets, bullet == NULL ? NULL : qtr_record_ref (bullet));
}

static void
clear_bullet (gpointer bullet)
{
  if (bullet != NULL)
    qtr_record_unref (bullet);
}

QtrBulletsPaste *
qtr_bullets_paste_new_for_bullets (const QtrList *bullets, gboolean at_start, gboolean at_end)
{
  QtrBulletsPaste *paste = g_new0 (QtrBulletsPaste, 1);
  g_autoptr (QtrBulletsLines) lines = qtr_bullets_lines_new (bullets);
  GString *text = g_string_new (NULL);

  paste->levels = g_array_new (FALSE, FALSE, sizeof (guint));
  paste->bullets = g_ptr_array_new_with_free_func (clear_bullet);
  if (!at_start)
    append_paragraph (paste, text, NULL, 0);
  for (guint i = 0; i < qtr_bullets_lines_get_length (lines); i++) {
    const QtrBulletsLine *line = qtr_bullets_lines_get (lines, i);

    append_paragraph (paste, text, line->record, line->depth);
  }
  if (!at_end)
    append_paragraph (paste, text, NULL, 0);
  paste->text = g_string_free_and_steal (text);
  return paste;
}

void
qtr_bullets_paste_free (QtrBulletsPaste *paste)
{
  g_free (paste->text);
  g_clear_pointer (&paste->bullets, g_ptr_array_unref);
  g_array_unref (paste->levels);
  g_free (paste);
}
