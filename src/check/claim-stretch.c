/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-look.h"
#include "check/claim-stretch.h"

#include <string.h>

#include "base/figure.h"

/* Shortest and longest, in days. */
typedef struct {
  int least;
  int most;
} Days;

static const struct {
  const char *words;
  Days days;
} STRETCHES[] = {
  { "day|days", { 1, 1 } },
  { "week|weeks", { 7, 7 } },
  { "fortnight|fortnights", { 14, 14 } },
  { "month|months", { 28, 31 } },
  { "quarter|quarters|quarter's", { 90, 92 } },
  { "half-year", { 181, 184 } },
  { "year|years", { 365, 366 } },
};

static gboolean
find_days (const char *word, Days *days)
{
  const QtrClaimItem item = { .kind = QTR_CLAIM_WORD, .word = word };

  for (guint i = 0; i < G_N_ELEMENTS (STRETCHES); i++) {
    if (!qtr_claim_item_is (&item, STRETCHES[i].words))
      continue;
    *days = STRETCHES[i].days;
    return TRUE;
  }
  return FALSE;
}

static int
get_month (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);
  gchar *end = strchr (item->word, '\'');
  g_autofree char *name =
      end == NULL ? g_strdup (item->word) : g_strndup (item->word, (gsize) (end - item->word));

  return item->kind == QTR_CLAIM_WORD && item->capital ? qtr_claim_lexicon_get_month (name) : 0;
}

static void
add_month (Days *days, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  days->least += lengths[month - 1];
  days->most += lengths[month - 1] + (month == 2);
}

/* "the year to March", "the 12 months ending in June": the month is the last of a longer time. */
static gboolean
ends_longer (const QtrClaimPassage *passage, int at)
{
  int before = at - 1;

  before -= is (passage, before, "in|on|of|the|end|with") ? 1 : 0;
  before -= is (passage, before, "end|the") ? 1 : 0;
  return is (passage, before, "to|ending|ended|until") &&
         is (passage, before - 1, "year|months|quarter|half-year|period|half|years|year-end");
}

/* "November", "October to December", "January, February and March" */
static gboolean
find_months (const QtrClaimPassage *passage, guint sentence, int near, Days *days)
{
  gboolean is_range = FALSE;
  int last = 0;

  *days = (Days) { 0, 0 };
  for (int at = near; get (passage, at)->sentence == sentence; at++) {
    int month = get_month (passage, at);

    if (month == 0 || ends_longer (passage, at))
      continue;
    if (last > 0)
      is_range = is (passage, at - 1, "to|–|-|until|till") || is (passage, at - 2, "to|–|-|until|till") ||
                 (is (passage, at - 1, "and") && is (passage, at - 3, "between"));
    for (int next = is_range ? last % 12 + 1 : month; next != month; next = next % 12 + 1)
      add_month (days, next);
    if (month != last)
      add_month (days, month);
    last = month;
  }
  return last > 0;
}

/* Months by the number are those of any part of the year. */
static void
multiply (Days *days, int n, gboolean are_months)
{
  if (!are_months)
    *days = (Days) { days->least * n, days->most * n };
  else if (n == 3)
    *days = (Days) { 89, 92 };
  else if (n == 6)
    *days = (Days) { 181, 184 };
  else if (n == 12)
    *days = (Days) { 365, 366 };
  else if (n > 1)
    *days = (Days) { n * 30 - 2, n * 31 };
}

/* "six-week", "three-month" */
static gboolean
find_compound (const char *word, Days *days)
{
  const char *hyphen = strrchr (word, '-');
  g_autofree char *number = hyphen == NULL ? NULL : g_strndup (word, (gsize) (hyphen - word));
  gint64 n = number == NULL ? -1 : qtr_figure_word_to_number (number);

  if (n <= 0 || !find_days (hyphen + 1, days))
    return FALSE;
  multiply (days, (int) n, g_str_has_prefix (hyphen + 1, "month"));
  return TRUE;
}

/* "13 weeks", "the 31 days", and the "13-week" that is no quantity */
static gboolean
find_counted (const QtrClaimPassage *passage, int at, Days *days)
{
  const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, at);
  gint64 n = 0;
  int word = at + 1;

  /* "open six days a week" */
  if (quantity != NULL && (quantity->each || is (passage, at + 2, "a|per|each|every")))
    return FALSE;
  if (quantity != NULL && quantity->unit == QTR_CLAIM_COUNT && quantity->value.denominator == 1 &&
      quantity->value.numerator < 1000) {
    n = (gint64) quantity->value.numerator;
  } else if (get (passage, at)->kind == QTR_CLAIM_NUMBER && strlen (get (passage, at)->word) < 4) {
    n = g_ascii_strtoll (get (passage, at)->word, NULL, 10);
    word += is (passage, at + 1, "-") != 0;
  } else if (get (passage, at)->kind == QTR_CLAIM_WORD) {
    n = qtr_figure_word_to_number (get (passage, at)->word);
    if (n < 0)
      return find_compound (get (passage, at)->word, days);
  }
  /* "22 working days" */
  if (n > 0 &&
      is (passage, word, "working|school|opening|trading|market|full|calendar|consecutive|operating|term"))
    word++;
  if (n <= 0 || !find_days (get (passage, word)->word, days))
    return FALSE;
  multiply (days, (int) n, is (passage, word, "month|months"));
  return TRUE;
}

static gboolean
find_possessive (const char *word, Days *days)
{
  g_autofree char *name = g_strndup (word, strlen (word) - 2);

  return find_days (name, days);
}

/* "over the quarter", "in the calendar year"; not "a year ago", nor the unit of the rate itself. */
static gboolean
find_named (const QtrClaimPassage *passage, int at, const QtrClaimQuantity *rate, Days *days)
{
  /* "A year's 1,092 deliveries" */
  if (is (passage, at, "day's|week's|month's|year's") && is (passage, at - 1, "a|one"))
    return find_possessive (get (passage, at)->word, days);
  /* "in a fortnight" */
  if (is (passage, at, "fortnight|week|month|year") && is (passage, at - 1, "a|one") &&
      is (passage, at - 2, "in|over|within|during") && at != rate->cue + 1)
    return find_days (get (passage, at)->word, days);
  if (at == rate->cue || at == rate->cue + 1 ||
      is (passage, at, "day|days|week|weeks|month|months|quarters|years|fortnights"))
    return is (passage, at, "week|month") && is (passage, at - 1, "the|one|that|this") &&
           at != rate->cue + 1 && find_days (get (passage, at)->word, days);
  if (get (passage, at + 1)->senses & QTR_CLAIM_BEFORE ||
      is (passage, at - 1, "same|last|a|previous|financial|half"))
    return is (passage, at - 1, "half") && is (passage, at, "year") && (*days = (Days) { 181, 184 }, TRUE);
  return get (passage, at)->kind == QTR_CLAIM_WORD && find_days (get (passage, at)->word, days);
}

/* Not every day counts in "each working day", and not all of a month in "from 12 June": then nothing is sure.
 */
static gboolean
has_days_of_its_own (const QtrClaimPassage *passage, int first)
{
  guint sentence = get (passage, first)->sentence;

  for (int at = first; get (passage, at)->sentence == sentence; at++) {
    if (is (passage, at,
            "working|weekday|weekdays|open|opening|closed|except|sundays|saturdays|weekends|market|trading|term-time|school"))
      return TRUE;
    if (get_month (passage, at) > 0 &&
        ((get (passage, at - 1)->kind == QTR_CLAIM_NUMBER && strlen (get (passage, at - 1)->word) < 3 &&
          !g_str_equal (get (passage, at - 1)->word, "1") &&
          !g_str_equal (get (passage, at - 1)->word, "30") &&
          !g_str_equal (get (passage, at - 1)->word, "31")) ||
         is (passage, at - 1, "mid|early|late")))
      return TRUE;
  }
  return FALSE;
}

/* Days off make no difference to so many a week. */
static gboolean
is_longer (const char *unit)
{
  return g_str_equal (unit, "week") || g_str_equal (unit, "month") || g_str_equal (unit, "fortnight");
}

/* "in 2021": a whole year. */
static gboolean
find_year (const QtrClaimPassage *passage, int first, Days *days)
{
  guint sentence = get (passage, first)->sentence;

  for (int at = first; get (passage, at)->sentence == sentence; at++) {
    if (get (passage, at)->kind != QTR_CLAIM_NUMBER || strlen (get (passage, at)->word) != 4 ||
        !is (passage, at - 1, "in|during|throughout|over|for") ||
        get (passage, at + 1)->kind == QTR_CLAIM_NUMBER)
      continue;
    *days = (Days) { 365, 366 };
    return TRUE;
  }
  return FALSE;
}

/* "18,250 attendances in 2021, 62 a day": the year stands with the number that the rate follows. */
static gboolean
find_year_of_last (const QtrClaimPassage *passage, const QtrClaimQuantity *rate, Days *days)
{
  int year = rate->first - 2;

  if (!is (passage, year + 1, ",|(|–") || get (passage, year)->kind != QTR_CLAIM_NUMBER ||
      strlen (get (passage, year)->word) != 4 || !is (passage, year - 1, "in|during|over") ||
      (get (passage, year - 2)->kind != QTR_CLAIM_QUANTITY &&
       get (passage, year - 3)->kind != QTR_CLAIM_QUANTITY))
    return FALSE;
  *days = (Days) { 365, 366 };
  return TRUE;
}

/* "over the 92 days", "in 13 weeks" */
static gboolean
is_counted_over (const QtrClaimPassage *passage, int at)
{
  for (int last = --at - 4; at > last; at--) {
    if (is (passage, at, "over|during|throughout|across|in|within"))
      return TRUE;
    if (!has (passage, at, QTR_CLAIM_SKIPPED))
      return FALSE;
  }
  return FALSE;
}

static gboolean
find_in_sentence (const QtrClaimPassage *passage, int near, const QtrClaimQuantity *rate, const char *unit,
                  Days *days)
{
  guint sentence = get (passage, near)->sentence;
  int first = near;
  gboolean found = FALSE;

  while (get (passage, first - 1)->sentence == sentence)
    first--;
  /* What "over" and its like lead in is what was counted over: "over the 92 days", and not "off for five
   * days". */
  for (int at = rate->item - 1; at >= first; at--)
    if (is_counted_over (passage, at) && find_counted (passage, at, days))
      return TRUE;
  /* The nearest before the rate counts, else the first behind it. */
  for (int at = first; get (passage, at)->sentence == sentence; at++) {
    Days counted;

    if (at >= rate->item && found)
      return TRUE;
    if (at == rate->item || !find_counted (passage, at, &counted))
      continue;
    *days = counted;
    found = TRUE;
  }
  if (found)
    return TRUE;
  if (!is_longer (unit) && has_days_of_its_own (passage, first))
    return find_year_of_last (passage, rate, days);
  /* The months of the clause that the rate stands in, or of all the sentence. */
  for (int at = rate->item; get (passage, at)->sentence == sentence && at > first; at--)
    if (is (passage, at, ";"))
      first = at;
  if (find_months (passage, sentence, first, days))
    return TRUE;
  for (int at = first; get (passage, at)->sentence == sentence; at++)
    if (find_named (passage, at, rate, days))
      return TRUE;
  return find_year (passage, first, days);
}

static QtrInterval
to_interval (int least, int most, int by_least, int by_most)
{
  return (QtrInterval) { qtr_rational_new (least, by_most), qtr_rational_new (most, by_least) };
}

/* How many units there are in so many days. A month is the twelfth part of a year in all that has whole ones.
 */
static QtrInterval
count_units (Days days, const char *unit)
{
  Days one;

  if (strcmp (unit, "month") == 0 && days.least >= 89) {
    int months = (days.most + 15) / 30;

    months = days.least >= 365 ? 12 : days.least >= 181 ? 6 : days.least <= 92 ? 3 : months;
    return to_interval (months, months, 1, 1);
  }
  if (g_str_equal (unit, "night"))
    return to_interval (days.least - 1, days.most, 1, 1);
  if (!find_days (unit, &one))
    return (QtrInterval) { QTR_RATIONAL_NONE, QTR_RATIONAL_NONE };
  if (g_str_equal (unit, "week") && days.least >= 90 && days.most <= 92)
    return to_interval (days.least, days.most, 7, 7);
  return to_interval (days.least, days.most, one.least, one.most);
}

static Days
get_quarter_days (QtrPeriod quarter)
{
  Days days = { 0, 0 };

  if (!qtr_period_is_set (quarter))
    return (Days) { 90, 92 };
  for (int i = 0; i < 3; i++)
    add_month (&days, (quarter.start + i) % 12 + 1);
  return days;
}

gboolean
qtr_claim_stretch_find (const QtrClaimPassage *passage, const QtrClaimQuantity *rate, const char *unit,
                        QtrPeriod quarter, QtrClaimStretch *stretch)
{
  Days days;
  gboolean found = find_in_sentence (passage, rate->item, rate, unit, &days);
  int before = rate->item;
  Days one;

  while (!found && get (passage, before)->sentence == rate->sentence)
    before--;
  if (!found && get (passage, before)->line == rate->line)
    found = find_in_sentence (passage, before, rate, unit, &days);
  if (!found || (days.least == 90 && days.most == 92))
    days = get_quarter_days (quarter);
  stretch->units = count_units (days, unit);
  return (found || qtr_period_is_set (quarter)) && qtr_rational_is_set (stretch->units.low) &&
         find_days (unit, &one);
}
