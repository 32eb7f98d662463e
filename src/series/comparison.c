/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/comparison.h"

#include "series/readings-private.h"

static QtrRational
change_in_percent (QtrRational change, QtrRational from)
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
qtr_comparison_new (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter, const char *area)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, measure, area);
  QtrRational now = QTR_RATIONAL_NONE;
  QtrRational year_before = QTR_RATIONAL_NONE;
  QtrComparison row = { 0 };

  row.now = qtr_readings_get_point (readings, quarter, &now);
  row.before = qtr_readings_get_point (readings, qtr_period_add (quarter, -1), NULL);
  row.year_before = qtr_readings_get_point (readings, qtr_period_year_before (quarter), &year_before);
  row.change = qtr_rational_subtract (now, year_before);
  row.change_percent = change_in_percent (row.change, year_before);
  row.target = qtr_measure_get_target (plan, measure, quarter);
  row.rating = rate (measure, now, qtr_rational_from_decimal (row.target));
  return row;
}

static gboolean
ends_its_year (QtrPeriod quarter, int first_month)
{
  QtrPeriod year = qtr_period_as_unit (quarter, QTR_PERIOD_YEAR, first_month);

  return year.start + year.unit == quarter.start + quarter.unit;
}

gboolean
qtr_measure_is_due (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter, QtrPeriod data_to)
{
  QtrPeriod retired = qtr_plan_parse_period (plan, measure->retired_from);
  QtrPeriod data = qtr_period_is_set (data_to) ? data_to : quarter;

  if (qtr_period_is_set (retired) && qtr_period_compare (quarter, retired) >= 0)
    return FALSE;
  if (measure->frequency == QTR_FREQUENCY_YEAR && !ends_its_year (quarter, plan->first_month))
    return FALSE;

  return MAX (measure->lag, 0) <= data.start + data.unit - (quarter.start + quarter.unit);
}
