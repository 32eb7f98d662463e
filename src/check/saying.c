/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/saying.h"

#include <stdlib.h>
#include <string.h>

#include "check/claim-look.h"

/* How far the words of one saying stand from each other: "the highest number in any quarter so far". */
#define WITHIN_SAYING 9
#define NEAR 4

static gboolean
is_beside (const QtrClaimPassage *passage, int at, int other)
{
  return get (passage, other)->sentence == get (passage, at)->sentence;
}

/* "not met", "has yet to reach", "if the target is met": then nothing is said to be so. */
static gboolean
is_denied (const QtrClaimPassage *passage, int at)
{
  for (int before = at - 1; before > at - NEAR && is_beside (passage, at, before); before--)
    if (is (passage, before,
            "not|never|no|nor|without|fail|fails|failed|yet|if|whether|to|will|would|should|may|could|expected|"
            "likely|hope|aim|nearly|almost|isn't|wasn't|weren't|aren't|hasn't|didn't"))
      return TRUE;
  return FALSE;
}

/* --- Highest and lowest --- */

/* The month after the one, or after the year, that stands at @at; 0: none stands there. */
static int
read_since (const QtrClaimPassage *passage, int at)
{
  int month = get (passage, at)->capital ? qtr_claim_lexicon_get_month (get (passage, at)->word) : 0;
  const QtrClaimItem *year = get (passage, month > 0 ? at + 1 : at);

  if (year->kind != QTR_CLAIM_NUMBER || strlen (year->word) != 4 || year->grouped)
    return 0;
  if (month == 0)
    month = is (passage, at + 1, "/|-|–") ? 0 : 12;
  return month == 0 ? 0 : atoi (year->word) * 12 + month;
}

/* What it is the highest of: all that is known, or what came since a time; what is of a month, a place or a
 * week is of another series. */
static gboolean
read_scope (const QtrClaimPassage *passage, int at, int *since)
{
  gboolean found = FALSE;

  *since = 0;
  for (int next = at + 1; next < at + WITHIN_SAYING && is_beside (passage, at, next); next++) {
    if (has (passage, next, QTR_CLAIM_TIME) && !is (passage, next, "quarter|quarters|quarter's|time|period"))
      return FALSE;
    if (get (passage, next)->kind == QTR_CLAIM_QUANTITY ||
        is (passage, next, "area|areas|district|districts|force|county|country|region|any|one|for|;|,|month"))
      return found || is (passage, next, ",|;") ||
             (is (passage, next, "any") && is (passage, next + 1, "quarter|period"));
    if (is (passage, next, "since")) {
      *since = read_since (passage, next + 1);
      return *since > 0;
    }
    found = found || is (passage, next, "ever|yet|date") ||
            (is (passage, next, "record") && is (passage, next - 1, "on")) ||
            (is (passage, next, "far") && is (passage, next - 1, "so"));
  }
  return found;
}

/* "a record 412", "the record low"; not "on record", nor what is recorded. */
static gboolean
is_record (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "record") && is (passage, at - 1, "a|new|all-time") &&
         (is (passage, at + 1, "high|low|number|level|total|figure|quarter|amount") ||
          get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY) &&
         !is (passage, at + 2, "of") == !is (passage, at + 1, "level|figure");
}

static gboolean
read_extreme (const QtrClaimPassage *passage, int at, QtrSaying *saying)
{
  if (is_record (passage, at)) {
    saying->kind = is (passage, at + 1, "low") ? QTR_SAYS_LOWEST : QTR_SAYS_HIGHEST;
    saying->since = 0;
    return !is_denied (passage, at);
  }
  if (!has (passage, at, QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST) || is (passage, at, "record|top|high|low") ||
      is (passage, at - 1, "at|second|third|among") || is_denied (passage, at) ||
      !read_scope (passage, at, &saying->since))
    return FALSE;
  saying->kind = has (passage, at, QTR_CLAIM_LOWEST) ? QTR_SAYS_LOWEST : QTR_SAYS_HIGHEST;
  return TRUE;
}

/* --- Targets --- */

/* Whether "target" stands near, with nothing between that is of another clause. */
static gboolean
has_target (const QtrClaimPassage *passage, int at, int step, int distance)
{
  for (int next = at + step; distance > 0 && is_beside (passage, at, next); next += step, distance--) {
    if (is (passage, next, "target"))
      return TRUE;
    if (is (passage, next, ";|,|but|while|whereas"))
      return FALSE;
  }
  return FALSE;
}

static gboolean
read_target (const QtrClaimPassage *passage, int at, QtrSaying *saying)
{
  if (is (passage, at, "track|target") && is (passage, at - 1, "on") &&
      !is (passage, at + 1, "record|of|for")) {
    saying->kind = QTR_SAYS_ON_TRACK;
  } else if (is (passage, at,
                 "met|meets|achieved|achieves|hit|hits|exceeded|exceeds|exceeding|surpassed|"
                 "surpasses|beat|beats|passed|passes|reached|reaches") &&
             (has_target (passage, at, 1, NEAR) || has_target (passage, at, -1, NEAR + 2))) {
    saying->kind = QTR_SAYS_MET;
  } else if (is (passage, at, "missed|misses") && has_target (passage, at, 1, NEAR)) {
    saying->kind = QTR_SAYS_MISSED;
  } else if (is (passage, at, "short") && is (passage, at + 1, "of") && has_target (passage, at, 1, NEAR)) {
    saying->kind = QTR_SAYS_BELOW;
  } else if (is (passage, at, "above|below|under") && has_target (passage, at, 1, 3)) {
    saying->kind = is (passage, at, "above") ? QTR_SAYS_ABOVE : QTR_SAYS_BELOW;
  } else {
    return FALSE;
  }
  return !is_denied (passage, at) && !has (passage, at - 1, QTR_CLAIM_EARLIER);
}

/* --- Trends --- */

static gboolean
read_trend (const QtrClaimPassage *passage, int at, QtrSaying *saying)
{
  if (!is (passage, at, "trend"))
    return FALSE;
  if (is (passage, at - 1, "upward|rising|increasing|growing|upwards"))
    saying->kind = QTR_SAYS_RISING;
  else if (is (passage, at - 1, "downward|falling|decreasing|declining|reducing|downwards"))
    saying->kind = QTR_SAYS_FALLING;
  else
    return FALSE;
  return !is_denied (passage, at) && !is (passage, at - 2, "no|previous|earlier|national|long-term|reverse");
}

GArray *
qtr_sayings_read (const QtrClaimPassage *passage)
{
  GArray *sayings = g_array_new (FALSE, FALSE, sizeof (QtrSaying));

  for (int at = 0; at < (int) passage->items->len; at++) {
    const QtrClaimItem *item = get (passage, at);
    QtrSaying saying = { .line = item->line, .sentence = item->sentence };

    if (item->kind != QTR_CLAIM_WORD ||
        (!read_extreme (passage, at, &saying) && !read_target (passage, at, &saying) &&
         !read_trend (passage, at, &saying)))
      continue;
    saying.start = item->start;
    saying.end = item->end;
    g_array_append_val (sayings, saying);
  }
  return sayings;
}
