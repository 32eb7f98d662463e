/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/house-style.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/code-points.h"
#include "base/word.h"
#include "model/update.h"

#define PERCENT_SIGN "%"
#define PERCENT_WORDS " per cent"

/* A bullet's text, also by its code points, which is what findings count in. */
typedef struct {
  const char *utf8;
  QtrCodePoints points;
  GArray *remarks;
} Text;

static const char *const numbers[] = { "one", "two",   "three", "four", "five",
                                       "six", "seven", "eight", "nine", "ten" };

static char *
slice (const Text *text, int start, int end)
{
  return g_ucs4_to_utf8 (text->points.at + start, end - start, NULL, NULL, NULL);
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

/* Says to write @replacement for what stands in @gone; the remark speaks of all of @whole. */
static void
add_remark (const Text *text, QtrSpan whole, QtrSpan gone, const char *replacement)
{
  g_autofree char *head = slice (text, whole.start, gone.start);
  g_autofree char *fixed = g_strconcat (head, replacement, NULL);
  char *found = slice (text, whole.start, whole.end);
  QtrRemark *remark = NULL;

  /* Translators: the words as the bullet has them, and as the plan wants them: “18%”, “18 per cent”. */
  remark =
      qtr_remark_add (text->remarks, -1,
                      g_strdup_printf (_ ("“%s” is not the plan’s house style: write “%s”."), found, fixed));
  remark->start = whole.start;
  remark->end = whole.end;
  remark->text = found;
  remark->fix = g_new (QtrFix, 1);
  *remark->fix = (QtrFix) { gone.start, gone.end, g_strdup (replacement) };
}

/* --- Terms --- */

static void
check_term (const Text *text, const QtrTerm *term)
{
  g_autoptr (GArray) spans = NULL;

  if (term->avoid == NULL || term->use == NULL)
    return;

  spans = qtr_words_find (text->utf8, term->avoid);
  for (guint i = 0; i < spans->len; i++) {
    QtrSpan span = g_array_index (spans, QtrSpan, i);
    g_autofree char *found = slice (text, span.start, span.end);
    g_autofree char *use = qtr_words_follow_case (term->use, term->avoid, found);

    add_remark (text, span, span, use);
  }
}

/* --- Percentages --- */

/* Where the number begins that ends before @end: "£1,234.5". Equals @end if there is none. */
static int
find_number (const Text *text, int end)
{
  int start = end;

  while (is_digit (qtr_code_points_get (&text->points, start - 1)) ||
         ((qtr_code_points_get (&text->points, start - 1) == '.' ||
           qtr_code_points_get (&text->points, start - 1) == ',') &&
          is_digit (qtr_code_points_get (&text->points, start - 2))))
    start--;

  return start;
}

static int
skip_spaces_back (const Text *text, int index)
{
  while (g_unichar_isspace (qtr_code_points_get (&text->points, index - 1)))
    index--;

  return index;
}

/* @form is how a percentage is written from @start on. */
static void
check_percentage (const Text *text, QtrSpan form, const char *replacement)
{
  QtrSpan gone = { skip_spaces_back (text, form.start), form.end };
  QtrSpan whole = { find_number (text, gone.start), form.end };

  if (whole.start < gone.start)
    add_remark (text, whole, gone, replacement);
}

static void
check_percent_words (const Text *text)
{
  static const char *const words[] = { "per cent", "percent", "per-cent" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GArray) spans = qtr_words_find (text->utf8, words[i]);

    for (guint j = 0; j < spans->len; j++)
      check_percentage (text, g_array_index (spans, QtrSpan, j), PERCENT_SIGN);
  }
}

static void
check_percent_signs (const Text *text)
{
  for (int i = 0; i < text->points.length; i++)
    if (text->points.at[i] == '%' && !g_unichar_isalnum (qtr_code_points_get (&text->points, i + 1)))
      check_percentage (text, (QtrSpan) { i, i + 1 }, PERCENT_WORDS);
}

/* --- Numbers from one to ten --- */

/* The word that begins at @start, without what stands beside it. */
static char *
get_word (const Text *text, int start)
{
  int end = start;

  while (g_unichar_isalpha (qtr_code_points_get (&text->points, end)))
    end++;

  return slice (text, start, end);
}

/* What counts, as in "7 officers": a small noun follows. Measures ("7 km"), times ("7 pm") and spans ("7 to
 * 9") stay in digits everywhere. */
static gboolean
counts (const Text *text, int end)
{
  static const char *const others[] = { "per", "percent", "am",       "pm",      "to",      "and", "or",
                                        "of",  "in",      "out",      "x",       "km",      "m",   "kg",
                                        "mph", "hundred", "thousand", "million", "billion", "bn",  NULL };
  g_autofree char *word = get_word (text, end + 1);

  return g_unichar_isspace (qtr_code_points_get (&text->points, end)) &&
         g_unichar_islower (qtr_code_points_get (&text->points, end + 1)) && !g_strv_contains (others, word);
}

/* "Priority 7 officers" names, and does not count. */
static gboolean
follows_small_word (const Text *text, int start)
{
  int end = skip_spaces_back (text, start);
  int first = end;

  while (g_unichar_isalpha (qtr_code_points_get (&text->points, first - 1)))
    first--;

  return end < start && first < end && g_unichar_islower (qtr_code_points_get (&text->points, first));
}

static gboolean
begins_sentence (const Text *text, int start)
{
  int end = skip_spaces_back (text, start);

  return end == 0 || (end < start &&
                      strchr (".!?", (int) MIN (qtr_code_points_get (&text->points, end - 1), 0x7f)) != NULL);
}

static int
read_small_number (const Text *text, int start)
{
  if (qtr_code_points_get (&text->points, start) == '1' &&
      qtr_code_points_get (&text->points, start + 1) == '0')
    return 10;

  return is_digit (qtr_code_points_get (&text->points, start))
             ? (int) (qtr_code_points_get (&text->points, start) - '0')
             : 0;
}

static void
check_digits (const Text *text)
{
  for (int i = 0; i < text->points.length; i++) {
    int number = read_small_number (text, i);
    QtrSpan span = { i, i + (number == 10 ? 2 : 1) };
    gboolean is_first = begins_sentence (text, i);
    g_autofree char *word = NULL;

    if (number == 0 || !counts (text, span.end) || (!is_first && !follows_small_word (text, i)))
      continue;
    word = qtr_words_follow_case (numbers[number - 1], "a", is_first ? "A" : "a");
    add_remark (text, span, span, word);
  }
}

/* "One" is a pronoun, too; and no sentence begins with a digit. */
static void
check_number_words (const Text *text)
{
  for (guint i = 1; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GArray) spans = qtr_words_find (text->utf8, numbers[i]);
    g_autofree char *digits = g_strdup_printf ("%u", i + 1);

    for (guint j = 0; j < spans->len; j++) {
      QtrSpan span = g_array_index (spans, QtrSpan, j);

      if (g_unichar_islower (text->points.at[span.start]) && !begins_sentence (text, span.start))
        add_remark (text, span, span, digits);
    }
  }
}

/* --- The rule --- */

void
qtr_check_house_style (const QtrInputs *inputs, GArray *remarks)
{
  const QtrBullet *bullet = inputs->record;
  const QtrPlan *style = inputs->style;
  Text text = { .utf8 = bullet->text, .remarks = remarks };
  g_auto (QtrCodePoints) points = qtr_code_points_read (bullet->text);

  if (bullet->text == NULL)
    return;

  text.points = points;
  for (guint i = 0; i < qtr_list_length (style->terms); i++)
    check_term (&text, qtr_list_get (style->terms, i));
  if (style->percent == QTR_PERCENT_SIGN)
    check_percent_words (&text);
  else if (style->percent == QTR_PERCENT_WORDS)
    check_percent_signs (&text);
  if (style->small_numbers == QTR_SMALL_NUMBERS_WORDS)
    check_digits (&text);
  else if (style->small_numbers == QTR_SMALL_NUMBERS_DIGITS)
    check_number_words (&text);
}
