/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/comparison.h"

#include <glib/gi18n-lib.h>

#include "series/readings-private.h"

/* A hundred years of months: more than any value takes to be known, and no sum with it overflows. */
#define LAG_MAX 1200

QtrRational
qtr_change_in_percent (QtrRational change, QtrRational from)
{
  return qtr_rational_multiply (qtr_rational_divide (change, qtr_rational_absolute (from)),
                                qtr_rational_new (100, 1));
}

/* How far a value may be from its target and still be amber. */
static QtrRational
get_slack (const QtrMeasure *measure, QtrRational target)
{
  QtrRational tolerance = qtr_decimal_is_set (measure->tolerance)
                              ? qtr_rational_absolute (qtr_rational_from_decimal (measure->tolerance))
                              : qtr_rational_new (0, 1);

  return qtr_rational_multiply (qtr_rational_absolute (target),
                                qtr_rational_divide (tolerance, qtr_rational_new (100, 1)));
}

static QtrRating
rate (const QtrMeasure *measure, QtrRational value, QtrRational target)
{
  QtrRational shortfall = measure->good == QTR_GOOD_UP ? qtr_rational_subtract (target, value)
                                                       : qtr_rational_subtract (value, target);
  int order = 0;

  if (measure->good == QTR_GOOD_NEITHER || !qtr_rational_is_set (shortfall))
    return QTR_RATING_NONE;
  if (qtr_rational_sign (shortfall) <= 0)
    return QTR_RATING_GREEN;
  if (!qtr_rational_compare (shortfall, get_slack (measure, target), &order))
    return QTR_RATING_NONE;

  return order <= 0 ? QTR_RATING_AMBER : QTR_RATING_RED;
}

QtrComparison
qtr_comparison_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                    QtrPeriod quarter, const char *area)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, knower, measure, area);
  QtrRational now = QTR_RATIONAL_NONE;
  QtrRational year_before = QTR_RATIONAL_NONE;
  QtrComparison row = { 0 };

  row.now = qtr_readings_get_point (readings, quarter, &now);
  row.before = qtr_readings_get_point (readings, qtr_period_add (quarter, -1), NULL);
  row.year_before = qtr_readings_get_point (readings, qtr_period_year_before (quarter), &year_before);
  row.change = qtr_rational_subtract (now, year_before);
  row.change_percent = qtr_change_in_percent (row.change, year_before);
  row.target = qtr_measure_get_target (plan, measure, quarter);
  row.rating = rate (measure, now, qtr_rational_from_decimal (row.target));
  return row;
}

const char *
qtr_rating_get_word (QtrRating rating)
{
  switch (rating) {
  case QTR_RATING_GREEN:
    return _ ("On target");
  case QTR_RATING_AMBER:
    return _ ("Near target");
  case QTR_RATING_RED:
    return _ ("Off target");
  case QTR_RATING_NONE:
  default:
    return NULL;
  }
}

QtrPeriod
qtr_measure_get_due (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter, QtrPeriod data_to)
{
  QtrPeriodUnit unit = measure->frequency == QTR_FREQUENCY_YEAR ? QTR_PERIOD_YEAR : QTR_PERIOD_QUARTER;
  QtrPeriod retired = qtr_plan_parse_period (plan, measure->retired_from);
  QtrPeriod data = qtr_period_is_set (data_to) ? data_to : quarter;
  int known_until = data.start + data.unit - MIN (measure->lag, LAG_MAX);
  /* The period that holds the first month which is not known yet is not complete: the one before it is. */
  QtrPeriod first_unknown = { .start = known_until, .unit = QTR_PERIOD_MONTH, .first_month = 1 };
  QtrPeriod due = qtr_period_add (qtr_period_as_unit (first_unknown, unit, plan->first_month), -1);

  if (qtr_period_is_set (retired) && qtr_period_compare (due, retired) >= 0)
    return QTR_PERIOD_UNSET;

  return due.start + due.unit > known_until - QTR_PERIOD_QUARTER ? due : QTR_PERIOD_UNSET;
}
