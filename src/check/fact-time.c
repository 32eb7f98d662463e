/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fact-time.h"

#include <stdlib.h>
#include <string.h>

#include "check/claim-look.h"

/* How far the words of one time stand from each other: "the same quarter of the year before". */
#define WITHIN_TIME 7
/* No sentence is looked at any further, so that one without a full stop costs what it is long. */
#define WITHIN_SENTENCE 60

static const QtrFactTime other = { .kind = QTR_FACT_OTHER_TIME };

/* --- Single times --- */

/* The year that stands at @at: of "2019/20" the first; 0: none. */
static int
get_year (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);

  if (item->kind != QTR_CLAIM_NUMBER || strlen (item->word) != 4 || item->grouped || *item->suffix != '\0')
    return 0;
  return item->word[0] == '1' || item->word[0] == '2' ? atoi (item->word) : 0;
}

static int
get_month (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);

  return item->kind == QTR_CLAIM_WORD && item->capital && item->senses & QTR_CLAIM_MONTH
             ? qtr_claim_lexicon_get_month (item->word)
             : 0;
}

/* "last year", "a year ago", "the year before", "in 2018" */
static gboolean
says_year_before (const QtrClaimPassage *passage, int at, int *year)
{
  if (is (passage, at, "year|year's"))
    return is (passage, at - 1, "last|previous|preceding|prior") ||
           is (passage, at + 1, "ago|before|earlier|previously|prior");
  if (is (passage, at, "months"))
    return is (passage, at - 1, "twelve") && is (passage, at + 1, "ago|before|earlier|previously");
  *year = is (passage, at - 1, "in|of|during|for") ? get_year (passage, at) : 0;
  return *year != 0;
}

static gboolean
says_quarter_before (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "quarter|quarter's") && (is (passage, at - 1, "previous|preceding|prior|last") ||
                                                   is (passage, at + 1, "before|earlier|ago|previously"));
}

/* "the same quarter last year", "at this time a year ago": what says so further on says which. */
static gboolean
read_same (const QtrClaimPassage *passage, int at, QtrFactTime *time)
{
  gboolean is_same =
      is (passage, at, "same|corresponding|equivalent|comparable|this") &&
      (has (passage, at + 1, QTR_CLAIM_TIME) || is (passage, at + 1, "point|stage|date|three"));

  if (!is_same)
    return FALSE;
  for (int next = at + 1; next < at + WITHIN_TIME; next++) {
    int year = 0;

    if (get (passage, next)->kind == QTR_CLAIM_QUANTITY || is (passage, next, ";|(|)|,") ||
        get (passage, next)->sentence != get (passage, at)->sentence)
      break;
    if (says_year_before (passage, next, &year)) {
      *time = (QtrFactTime) { .kind = QTR_FACT_YEAR_BEFORE, .year = year };
      return TRUE;
    }
  }
  if (is (passage, at, "this") || has (passage, at + 2, QTR_CLAIM_TIME))
    return FALSE;
  *time = other;
  return TRUE;
}

/* Which months are named from @at on, and where they end. A day of a month is no period. */
static gboolean
read_months (const QtrClaimPassage *passage, int *at, QtrFactTime *time)
{
  int first = get_month (passage, *at);
  int last = first;

  if (first == 0)
    return FALSE;
  *time = other;
  if (get (passage, *at - 1)->kind == QTR_CLAIM_NUMBER || is (passage, *at - 1, "since|until|till"))
    return TRUE;
  if (is (passage, *at - 1, "of|from") && !is (passage, *at - 2, "end|close") && !is (passage, *at + 1, "to"))
    return TRUE;
  while (is (passage, *at + 1, "to|and|,|–|-") && get_month (passage, *at + 2) > 0) {
    *at += 2;
    if (get_month (passage, *at) != last % 12 + 1 && !is (passage, *at - 1, "to|–|-"))
      return TRUE;
    last = get_month (passage, *at);
  }
  if (get (passage, *at + 1)->kind == QTR_CLAIM_NUMBER && get_year (passage, *at + 1) == 0)
    return TRUE;
  *time = (QtrFactTime) { QTR_FACT_MONTHS, first, (last - first + 12) % 12 + 1, get_year (passage, *at + 1) };
  return TRUE;
}

/* What counts up over another time than the update's: "since", "to date", "in the last six months", "a week"
 */
static gboolean
is_other (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at,
          "since|ever|annual|annually|yearly|rolling|cumulative|cumulatively|per|each|every|daily|weekly|monthly|"
          "tomorrow|expected|planned|forecast|baseline|ambition|hope|aim|aims|capacity|by|"
          "year-end|lockdown|decade|half-year|fortnight|date|far|overnight"))
    return !is (passage, at, "by") || get_month (passage, at + 1) > 0 || get_year (passage, at + 1) > 0;
  if (get_year (passage, at) > 0)
    return get_month (passage, at - 1) == 0;
  return has (passage, at, QTR_CLAIM_TIME) &&
         !is (passage, at, "quarter|quarters|quarter's|period|periods|time|half|term|terms|night|day") &&
         !says_quarter_before (passage, at);
}

/* --- A stretch of words --- */

/* Of the times between two items of a sentence the first; of what is other than all, any counts. */
static gboolean
read_between (const QtrClaimPassage *passage, int first, int end, gboolean old, QtrFactTime *time)
{
  gboolean found = FALSE;

  for (int at = first; at < end; at++) {
    int year = 0;

    if (read_same (passage, at, time))
      return TRUE;
    if (says_year_before (passage, at, &year) && year == 0) {
      *time = (QtrFactTime) { .kind = QTR_FACT_YEAR_BEFORE };
      return TRUE;
    }
    if (says_quarter_before (passage, at) && (old || !is (passage, at - 1, "last"))) {
      *time = (QtrFactTime) { .kind = QTR_FACT_QUARTER_BEFORE };
      return TRUE;
    }
    if (read_months (passage, &at, time))
      return TRUE;
    if (is_other (passage, at)) {
      *time = other;
      found = TRUE;
    }
  }
  return found;
}

static gboolean
is_in_sentence (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  return get (passage, at)->sentence == quantity->sentence && ABS (at - quantity->item) < WITHIN_SENTENCE;
}

/* Whether what it is compared with begins here, the time of which is not its own. */
static gboolean
begins_comparison (const QtrClaimPassage *passage, int at)
{
  return is (passage, at,
             "than|compared|comparing|against|versus|from|up|down|when|which|who|while|record") ||
         (is (passage, at, "on") && is (passage, at + 1, "the|last|a")) ||
         has (passage, at, QTR_CLAIM_DEGREE | QTR_CLAIM_DEED | QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST);
}

static int
find_end_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  while (is_in_sentence (passage, quantity, at) && get (passage, at)->kind != QTR_CLAIM_QUANTITY &&
         !is (passage, at, ";") && !(quantity->old == 0 && begins_comparison (passage, at)))
    at++;
  return at;
}

static int
find_start_before (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first;

  while (
      is_in_sentence (passage, quantity, at - 1) && get (passage, at - 1)->kind != QTR_CLAIM_QUANTITY &&
      !is (passage, at - 1, ";") &&
      !(quantity->old > 0 && is (passage, at - 1, "from|than|against|compared") && at < quantity->first - 2))
    at--;
  return at;
}

/* What the sentence begins with is said of all in it: "In the last six months, 106 people joined and 102
 * left." */
static gboolean
read_opening (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, QtrFactTime *time)
{
  int first = quantity->item;
  int end;

  while (is_in_sentence (passage, quantity, first - 1))
    first--;
  for (end = first; end < quantity->first && get (passage, end)->kind != QTR_CLAIM_QUANTITY &&
                    !begins_comparison (passage, end);)
    end++;
  if (get (passage, end)->kind == QTR_CLAIM_QUANTITY && has (passage, end + 1, QTR_CLAIM_TIME) &&
      has (passage, end + 1, QTR_CLAIM_MEASURED)) {
    *time = other;
    return TRUE;
  }
  return read_between (passage, first, end, quantity->old > 0, time);
}

QtrFactTimeKind
qtr_fact_time_read_comparison (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  QtrFactTimeKind kind = QTR_FACT_OTHER_TIME;
  int at = quantity->item;

  while (is_in_sentence (passage, quantity, at - 1))
    at--;
  for (; is_in_sentence (passage, quantity, at); at++) {
    QtrFactTime time = other;
    int year = 0;

    if (says_quarter_before (passage, at))
      time.kind = QTR_FACT_QUARTER_BEFORE;
    else if (says_year_before (passage, at, &year) && year == 0)
      time.kind = QTR_FACT_YEAR_BEFORE;
    else if (!read_same (passage, at, &time))
      continue;
    if (time.kind == QTR_FACT_OTHER_TIME || (kind != QTR_FACT_OTHER_TIME && kind != time.kind))
      return QTR_FACT_OTHER_TIME;
    kind = time.kind;
  }
  return kind;
}

/* "the target of 420", "from its target of 440"; of a plan or a budget the plan knows nothing. */
static gboolean
read_aim (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, QtrFactTime *time)
{
  int at = quantity->first - 1;

  if (is (passage, at, "of|is|was|at"))
    at--;
  if (!is (passage, at,
           "target|targets|goal|ambition|plan|forecast|budget|average|mean|median|baseline|limit|threshold|"
           "standard|capacity|aim"))
    return FALSE;
  *time = other;
  if (is (passage, at, "target") && at < quantity->first - 1)
    time->kind = QTR_FACT_AIM;
  return TRUE;
}

QtrFactTime
qtr_fact_time_read (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  gboolean old = quantity->old > 0;
  QtrFactTime time = { .kind = QTR_FACT_NOW };

  if (read_aim (passage, quantity, &time))
    return time;
  if (!read_between (passage, quantity->item + 1, find_end_behind (passage, quantity), old, &time) &&
      !read_between (passage, find_start_before (passage, quantity), quantity->first, old, &time) &&
      !read_opening (passage, quantity, &time) && old)
    time = (QtrFactTime) { .kind = qtr_fact_time_read_comparison (passage, quantity) };
  /* What is of now is of no time before, and the other way about. */
  if (!old && (time.kind == QTR_FACT_YEAR_BEFORE || time.kind == QTR_FACT_QUARTER_BEFORE))
    return other;
  if (old && time.kind == QTR_FACT_NOW)
    return other;
  return time;
}

/* --- As a period --- */

/* The last such month that ends no later than the quarter, unless a year is said. */
static QtrPeriod
get_months (QtrFactTime time, QtrPeriod quarter)
{
  int last_month = (time.month + time.n_months - 2) % 12 + 1;
  int end = quarter.start + quarter.unit - 1;
  int last = time.year != 0 ? time.year * 12 + last_month - 1 : end - (end - (last_month - 1)) % 12;
  QtrPeriod period = { last - time.n_months + 1, (guint8) time.n_months, quarter.first_month };

  if (time.n_months == QTR_PERIOD_MONTH)
    period.first_month = 1;
  else if (time.n_months != QTR_PERIOD_QUARTER ||
           (period.start - (quarter.first_month - 1)) % (int) QTR_PERIOD_QUARTER != 0)
    return QTR_PERIOD_UNSET;
  return period;
}

QtrPeriod
qtr_fact_time_to_period (QtrFactTime time, QtrPeriod quarter)
{
  QtrPeriod before = qtr_period_year_before (quarter);

  if (!qtr_period_is_set (quarter))
    return QTR_PERIOD_UNSET;
  switch (time.kind) {
  case QTR_FACT_NOW:
    return quarter;
  case QTR_FACT_YEAR_BEFORE:
    return time.year == 0 || time.year == before.start / 12 || time.year == qtr_period_year (before)
               ? before
               : QTR_PERIOD_UNSET;
  case QTR_FACT_QUARTER_BEFORE:
    return qtr_period_add (quarter, -1);
  case QTR_FACT_MONTHS:
    return get_months (time, quarter);
  case QTR_FACT_AIM:
  case QTR_FACT_OTHER_TIME:
  default:
    return QTR_PERIOD_UNSET;
  }
}
