/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/typography.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/code-points.h"
#include "model/update.h"

static gboolean
is_space (const QtrCodePoints *text, int index)
{
  return qtr_code_points_get (text, index) == ' ';
}

static gboolean
is_letter (const QtrCodePoints *text, int index)
{
  return g_unichar_isalpha (qtr_code_points_get (text, index));
}

static gboolean
is_lower (const QtrCodePoints *text, int index)
{
  return g_unichar_islower (qtr_code_points_get (text, index));
}

static char *
slice (const QtrCodePoints *text, int start, int end)
{
  return g_ucs4_to_utf8 (text->at + start, end - start, NULL, NULL, NULL);
}

/* Where what stands between spaces begins, and ends, that @index is in. */
static int
find_start (const QtrCodePoints *text, int index)
{
  while (index > 0 && !g_unichar_isspace (qtr_code_points_get (text, index - 1)))
    index--;

  return index;
}

static int
find_end (const QtrCodePoints *text, int index)
{
  while (index < text->length && !g_unichar_isspace (qtr_code_points_get (text, index)))
    index++;

  return index;
}

static int
skip_spaces (const QtrCodePoints *text, int index)
{
  while (is_space (text, index))
    index++;

  return index;
}

/* Takes @message. From @start to @end is what the remark speaks of, from @from to @to is what goes. */
static void
add_remark (GArray *remarks, const QtrCodePoints *text, int start, int end, QtrFix fix, char *message)
{
  QtrRemark *remark = qtr_remark_add (remarks, -1, message);

  remark->start = start;
  remark->end = end;
  remark->text = slice (text, start, end);
  remark->fix = g_new (QtrFix, 1);
  *remark->fix = (QtrFix) { fix.start, fix.end, g_strdup (fix.replacement) };
}

/* --- Spaces --- */

/* " .5" and " .pdf" begin with their stop, and " ..." is a pause. */
static gboolean
is_loose_mark (const QtrCodePoints *text, int index)
{
  switch (qtr_code_points_get (text, index)) {
  case ',':
  case ';':
    return TRUE;
  case '.':
    return qtr_code_points_get (text, index + 1) != '.' &&
           !g_unichar_isalnum (qtr_code_points_get (text, index + 1));
  default:
    return FALSE;
  }
}

/* Calls @take for each run of spaces between words. */
static void
for_each_gap (const QtrCodePoints *text,
              void (*take) (const QtrCodePoints *text, int start, int end, GArray *remarks), GArray *remarks)
{
  for (int start = skip_spaces (text, 0); start < text->length; start++) {
    int end = skip_spaces (text, start);

    if (end > start && end < text->length && !g_unichar_isspace (qtr_code_points_get (text, start - 1)))
      take (text, start, end, remarks);
    start = MAX (start, end - 1);
  }
}

static void
take_double_space (const QtrCodePoints *text, int start, int end, GArray *remarks)
{
  if (end - start < 2 || is_loose_mark (text, end) || g_unichar_isspace (qtr_code_points_get (text, end)))
    return;

  add_remark (remarks, text, find_start (text, start), find_end (text, end),
              (QtrFix) { start, end, (char *) " " },
              g_strdup (_ ("There is more than one space here: one is enough.")));
}

void
qtr_check_double_space (const QtrInputs *inputs, GArray *remarks)
{
  g_auto (QtrCodePoints) text = qtr_code_points_read (((const QtrBullet *) inputs->record)->text);

  for_each_gap (&text, take_double_space, remarks);
}

static void
take_space_before_mark (const QtrCodePoints *text, int start, int end, GArray *remarks)
{
  g_autofree char *mark = NULL;

  if (!is_loose_mark (text, end))
    return;

  mark = slice (text, end, end + 1);
  /* Translators: a punctuation mark, such as a comma. */
  add_remark (remarks, text, find_start (text, start), end + 1, (QtrFix) { start, end, (char *) "" },
              g_strdup_printf (_ ("There is a space before “%s”: take it out."), mark));
}

void
qtr_check_space_before_punctuation (const QtrInputs *inputs, GArray *remarks)
{
  g_auto (QtrCodePoints) text = qtr_code_points_read (((const QtrBullet *) inputs->record)->text);

  for_each_gap (&text, take_space_before_mark, remarks);
}

/* --- Missing spaces --- */

/* Addresses and the names of files are written without spaces. */
static gboolean
is_address (const QtrCodePoints *text, int start, int end)
{
  g_autofree char *word = slice (text, start, end);

  return strpbrk (word, "@/\\_") != NULL || g_str_has_prefix (word, "www.");
}

/* A comma between two letters is always one without its space; a stop only where a sentence begins after it,
 * so that "gov.uk", "p.m.", "e.g." and "U.S.A." stay as they are. */
static gboolean
lacks_space (const QtrCodePoints *text, int mark)
{
  switch (qtr_code_points_get (text, mark)) {
  case ',':
  case ';':
    return is_letter (text, mark - 1) && is_letter (text, mark + 1);
  case '.':
    return is_lower (text, mark - 1) && is_lower (text, mark - 2) &&
           g_unichar_isupper (qtr_code_points_get (text, mark + 1)) &&
           (is_lower (text, mark + 2) || is_space (text, mark + 2));
  default:
    return FALSE;
  }
}

void
qtr_check_missing_space (const QtrInputs *inputs, GArray *remarks)
{
  g_auto (QtrCodePoints) text = qtr_code_points_read (((const QtrBullet *) inputs->record)->text);

  for (int mark = 1; mark + 1 < text.length; mark++) {
    int start = find_start (&text, mark);
    int end = find_end (&text, mark);
    g_autofree char *sign = NULL;

    if (!lacks_space (&text, mark) || is_address (&text, start, end))
      continue;
    sign = slice (&text, mark, mark + 1);
    /* Translators: a punctuation mark, such as a comma. */
    add_remark (remarks, &text, start, end, (QtrFix) { mark + 1, mark + 1, (char *) " " },
                g_strdup_printf (_ ("There is no space after “%s”: put one in."), sign));
  }
}

/* --- Words --- */

/* What can well stand twice: "the work that that began", "she had had", "went on on Monday". */
static gboolean
may_stand_twice (const char *word)
{
  static const char *const words[] = { "had",  "that", "is",   "in",  "on", "do", "so",
                                       "very", "much", "many", "far", "no", NULL };

  return g_strv_contains (words, word);
}

static int
skip_letters (const QtrCodePoints *text, int index)
{
  while (is_letter (text, index))
    index++;

  return index;
}

/* A word, but not the end of one: "co-op op" has none. */
static gboolean
starts_word (const QtrCodePoints *text, int index)
{
  gunichar before = qtr_code_points_get (text, index - 1);

  return is_letter (text, index) &&
         (before == 0 || g_unichar_isspace (before) || before == '(' || before == 0x2018 || before == 0x201c);
}

static gboolean
ends_word (const QtrCodePoints *text, int end)
{
  gunichar after = qtr_code_points_get (text, end);

  return !g_unichar_isalnum (after) && after != '-' && after != '\'' && after != 0x2019 && after != 0x2010 &&
         after != 0x2011;
}

/* Names may be said twice, so the second one has to be in small letters: "Baden Baden". */
static void
take_word (const QtrCodePoints *text, int start, GArray *remarks)
{
  int end = skip_letters (text, start);
  int again = skip_spaces (text, end);
  int last = skip_letters (text, again);
  g_autofree char *first = slice (text, start, end);
  g_autofree char *second = slice (text, again, last);
  g_autofree char *folded = g_utf8_casefold (first, -1);
  g_autofree char *other = g_utf8_casefold (second, -1);

  if (again == end || last == again || !is_lower (text, again) || !ends_word (text, last) ||
      !g_str_equal (folded, other) || may_stand_twice (folded))
    return;

  /* Translators: a word. */
  add_remark (remarks, text, start, last, (QtrFix) { end, last, (char *) "" },
              g_strdup_printf (_ ("“%s” stands twice in a row: take one out."), second));
}

void
qtr_check_repeated_word (const QtrInputs *inputs, GArray *remarks)
{
  g_auto (QtrCodePoints) text = qtr_code_points_read (((const QtrBullet *) inputs->record)->text);

  for (int start = 0; start < text.length; start++)
    if (starts_word (&text, start))
      take_word (&text, start, remarks);
}
