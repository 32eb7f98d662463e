/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/against.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "series/comparison.h"
#include "series/process-limits.h"

/* What the words beside a number that agrees with its measure say of it, against all that the measure knows.
 */

typedef struct {
  const QtrFactMeasures *measures;
  GArray *facts;
  GArray *matches;
  GArray *remarks;
} Reading;

static QtrPoint
get_point (const Reading *reading, const QtrFactMatch *match, QtrPeriod period)
{
  return qtr_series_get_point (qtr_fact_measures_get_plan (reading->measures),
                               qtr_fact_measures_get_update (reading->measures), match->measure, period,
                               match->fact->area);
}

/* Whether the first is above (1), at (0) or below (-1) the second; 2: there is no telling. */
static int
compare (QtrDecimal a, QtrDecimal b)
{
  int order = 0;

  if (!qtr_rational_compare (qtr_rational_from_decimal (a), qtr_rational_from_decimal (b), &order))
    return 2;
  return (order > 0) - (order < 0);
}

static char *
print (const QtrFactMatch *match, QtrDecimal value)
{
  return qtr_figure_format (value, match->measure->unit);
}

static QtrRemark *
add_remark (const Reading *reading, const char *rule, const QtrFactMatch *match, char *message)
{
  QtrRemark *remark = qtr_remark_add (reading->remarks, -1, message);

  remark->rule = rule;
  remark->bullet = match->fact->bullet;
  return remark;
}

/* --- Which way it went --- */

/* Whether the text has the number that it is compared with: then the text is judged by that. */
static gboolean
is_compared_in_text (const Reading *reading, const QtrFact *fact)
{
  for (guint i = 0; i < reading->facts->len; i++) {
    const QtrFact *other = qtr_fact_get (reading->facts, i);

    if (other->partner >= 0 && qtr_fact_get (reading->facts, (guint) other->partner) == fact)
      return TRUE;
  }
  return FALSE;
}

/* Whether the measure went the other way since @before. */
static gboolean
went_otherwise (const Reading *reading, const QtrFactMatch *match, QtrPeriod before, QtrPoint *point)
{
  *point = get_point (reading, match, before);
  return compare (match->point.value, point->value) == -match->fact->direction;
}

/* What is said to have risen may have done so since last quarter or since last year, unless it says since
 * when. */
static gboolean
is_contradicted (const Reading *reading, const QtrFactMatch *match, QtrPoint *point)
{
  QtrPeriod year_before = qtr_period_year_before (match->period);
  QtrPeriod before = qtr_period_add (match->period, -1);

  if (match->fact->compared == QTR_FACT_YEAR_BEFORE)
    return went_otherwise (reading, match, year_before, point);
  if (match->fact->compared == QTR_FACT_QUARTER_BEFORE)
    return went_otherwise (reading, match, before, point);
  return went_otherwise (reading, match, before, point) &&
         went_otherwise (reading, match, year_before, point);
}

static void
check_direction (const Reading *reading, const QtrFactMatch *match)
{
  const QtrFact *fact = match->fact;
  g_autofree char *label = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;
  QtrRemark *remark = NULL;
  QtrPoint point;

  if (fact->direction == 0 || is_compared_in_text (reading, fact) ||
      !is_contradicted (reading, match, &point))
    return;
  label = qtr_period_to_label (point.period);
  before = print (match, point.value);
  now = print (match, match->point.value);
  remark =
      add_remark (reading, "direction-mismatch", match,
                  /* Translators: a measure, its value of before, the period of that, its value now, a word of
                   * the text: "“Speed checks” went from 110 for Q2 2025/26 to 124: the text says “fell”" */
                  g_strdup_printf (_ ("“%s” went from %s for %s to %s; the text says “%s”"),
                                   match->measure->name, before, label, now, fact->word));
  remark->start = fact->word_start;
  remark->end = fact->word_end;
  remark->text = g_strdup (fact->word);
}

/* --- The highest and the lowest --- */

static void
point_at (QtrRemark *remark, const QtrFactSaying *saying)
{
  remark->start = saying->start;
  remark->end = saying->end;
  remark->text = g_strdup (saying->text);
}

static GArray *
list_points (const Reading *reading, const QtrFactMatch *match)
{
  return qtr_series_new (qtr_fact_measures_get_plan (reading->measures),
                         qtr_fact_measures_get_update (reading->measures), match->measure,
                         (QtrPeriodUnit) match->period.unit, match->period, match->fact->area);
}

static void
check_extreme (const Reading *reading, const QtrFactMatch *match, const QtrFactSaying *saying)
{
  g_autoptr (GArray) points = list_points (reading, match);
  int wanted = saying->kind == QTR_SAYS_HIGHEST ? 1 : -1;

  for (guint i = points->len; i > 0; i--) {
    const QtrPoint *point = &g_array_index (points, QtrPoint, i - 1);
    g_autofree char *label = NULL;
    g_autofree char *value = NULL;

    if (point->period.start < saying->since || compare (point->value, match->point.value) != wanted)
      continue;
    label = qtr_period_to_label (point->period);
    value = print (match, point->value);
    /* Translators: a measure, its value, a period, a word of the text: "“Speed checks” was 131 for
     * Q2 2024/25; the text says “highest”" */
    point_at (add_remark (reading, "extreme-mismatch", match,
                          g_strdup_printf (_ ("“%s” was %s for %s; the text says “%s”"), match->measure->name,
                                           value, label, saying->text)),
              saying);
    return;
  }
}

/* --- Targets --- */

/* Whether the words are wrong: what is said to be met has to be reached, and on track is all but far off. */
static gboolean
is_wrong_of_target (const QtrFactMatch *match, QtrSayingKind kind, const QtrComparison *comparison)
{
  int order = compare (match->point.value, comparison->target);

  switch ((int) kind) {
  case QTR_SAYS_MET:
    return comparison->rating != QTR_RATING_NONE && comparison->rating != QTR_RATING_GREEN;
  case QTR_SAYS_MISSED:
    return comparison->rating == QTR_RATING_GREEN;
  case QTR_SAYS_ON_TRACK:
    return comparison->rating == QTR_RATING_RED;
  case QTR_SAYS_ABOVE:
    return order == -1 || order == 0;
  default:
    return order == 1 || order == 0;
  }
}

static void
check_target (const Reading *reading, const QtrFactMatch *match, const QtrFactSaying *saying)
{
  QtrComparison comparison = qtr_comparison_new (qtr_fact_measures_get_plan (reading->measures),
                                                 qtr_fact_measures_get_update (reading->measures),
                                                 match->measure, match->period, match->fact->area);
  g_autofree char *target = NULL;
  g_autofree char *now = NULL;

  if (!qtr_decimal_is_set (comparison.target) || match->period.unit != QTR_PERIOD_QUARTER ||
      !is_wrong_of_target (match, saying->kind, &comparison))
    return;
  target = print (match, comparison.target);
  now = print (match, match->point.value);
  /* Translators: a measure, its value, its target, a word of the text: "“Speed checks” is 124, and its target
   * 130; the text says “exceeded”" */
  point_at (add_remark (reading, "target-mismatch", match,
                        g_strdup_printf (_ ("“%s” is %s, and its target %s; the text says “%s”"),
                                         match->measure->name, now, target, saying->text)),
            saying);
}

/* A target that the sentence gives itself: "above the target of 420". */
static void
check_aim (const Reading *reading, const QtrFactMatch *match, const QtrFact *aim)
{
  QtrDecimal target =
      qtr_measure_get_target (qtr_fact_measures_get_plan (reading->measures), match->measure, match->period);
  g_autofree char *printed = NULL;
  QtrRemark *remark = NULL;

  if (!qtr_decimal_is_set (target) || qtr_interval_overlaps (aim->range, qtr_interval_from_decimal (target)))
    return;
  printed = print (match, target);
  remark = add_remark (reading, "figure-mismatch", match,
                       /* Translators: a measure, its target, what the text says that to be. */
                       g_strdup_printf (_ ("The target of “%s” is %s; the text says %s"),
                                        match->measure->name, printed, aim->text));
  qtr_fact_point_at (aim, remark);
  qtr_fact_propose (aim, remark, qtr_rational_from_decimal (target));
}

/* --- Trends --- */

static QtrLimits *
compute_limits (const Reading *reading, const QtrFactMatch *match)
{
  g_autoptr (GArray) points = list_points (reading, match);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (QtrDecimal));

  for (guint i = 0; i < points->len; i++)
    g_array_append_val (values, g_array_index (points, QtrPoint, i).value);
  return qtr_limits_new ((const QtrDecimal *) (gpointer) values->data, values->len,
                         &(QtrLimitsOptions) { .good = match->measure->good }, NULL);
}

static void
check_trend (const Reading *reading, const QtrFactMatch *match, const QtrFactSaying *saying)
{
  g_autoptr (QtrLimits) limits = compute_limits (reading, match);
  const QtrLimitsSegment *last = limits == NULL ? NULL : qtr_limits_get_last (limits);

  if (last == NULL || last->trial ||
      qtr_limits_get_variation (limits).mark.side == (saying->kind == QTR_SAYS_RISING ? 1 : -1))
    return;
  point_at (
      add_remark (reading, "trend-mismatch", match,
                  /* Translators: a measure. */
                  g_strdup_printf (
                      _ ("“%s” varies within its process limits: nothing in its series tells such a trend"),
                      match->measure->name)),
      saying);
}

/* --- Together --- */

static gboolean
is_in_sentence (const QtrFact *fact, const QtrFactSaying *saying)
{
  return fact->about == saying->about && fact->sentence == saying->sentence;
}

/* What the saying is of: the only number of its sentence that is of the update's own time and that a measure
 * knows. */
static const QtrFactMatch *
find_match (const Reading *reading, const QtrFactSaying *saying)
{
  const QtrFactMatch *found = NULL;

  for (guint i = 0; i < reading->matches->len; i++) {
    const QtrFactMatch *match = &g_array_index (reading->matches, QtrFactMatch, i);

    if (match->fact->is_old || !match->agrees || !is_in_sentence (match->fact, saying))
      continue;
    if (found != NULL)
      return NULL;
    found = match;
  }
  return found;
}

static void
check_saying (const Reading *reading, const QtrFactSaying *saying)
{
  const QtrFactMatch *match = find_match (reading, saying);

  if (match == NULL)
    return;
  switch (saying->kind) {
  case QTR_SAYS_HIGHEST:
  case QTR_SAYS_LOWEST:
    check_extreme (reading, match, saying);
    break;
  case QTR_SAYS_RISING:
  case QTR_SAYS_FALLING:
    check_trend (reading, match, saying);
    break;
  case QTR_SAYS_MET:
  case QTR_SAYS_MISSED:
  case QTR_SAYS_ABOVE:
  case QTR_SAYS_BELOW:
  case QTR_SAYS_ON_TRACK:
  default:
    check_target (reading, match, saying);
    break;
  }
}

static void
check_aims (const Reading *reading)
{
  for (guint i = 0; i < reading->facts->len; i++) {
    const QtrFact *aim = qtr_fact_get (reading->facts, i);
    const QtrFactSaying here = { .about = aim->about, .sentence = aim->sentence };
    const QtrFactMatch *match = aim->time.kind == QTR_FACT_AIM ? find_match (reading, &here) : NULL;

    if (match != NULL && aim->unit == match->fact->unit)
      check_aim (reading, match, aim);
  }
}

void
qtr_check_words_against_measures (const QtrFactMeasures *measures, GArray *facts, GArray *matches,
                                  GArray *sayings, GArray *remarks)
{
  Reading reading = { measures, facts, matches, remarks };

  for (guint i = 0; i < matches->len; i++) {
    const QtrFactMatch *match = &g_array_index (matches, QtrFactMatch, i);

    if (match->agrees && !match->fact->is_old)
      check_direction (&reading, match);
  }
  for (guint i = 0; i < sayings->len; i++)
    check_saying (&reading, &g_array_index (sayings, QtrFactSaying, i));
  check_aims (&reading);
}
