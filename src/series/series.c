/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/series.h"

#include "series/readings-private.h"

QtrPoint
qtr_series_get_point (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                      QtrPeriod period, const char *area)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, knower, measure, area);

  return qtr_readings_get_point (readings, period, NULL);
}

static QtrPoint
get_stretch (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure, QtrPeriod last,
             int n_periods, const char *area)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, knower, measure, area);

  return qtr_reading_to_point (qtr_readings_get_stretch (readings, last, n_periods), last);
}

QtrPoint
qtr_series_get_year_to_date (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                             QtrPeriod period, const char *area)
{
  QtrPeriod year = qtr_period_as_unit (period, QTR_PERIOD_YEAR, plan->first_month);

  return get_stretch (plan, knower, measure, period, (period.start - year.start) / period.unit + 1, area);
}

QtrPoint
qtr_series_get_rolling_year (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                             QtrPeriod period, const char *area)
{
  return get_stretch (plan, knower, measure, period, QTR_PERIOD_YEAR / period.unit, area);
}

static gboolean
is_known (GArray *points, guint index)
{
  return qtr_decimal_is_set (g_array_index (points, QtrPoint, index).value);
}

/* Only what ends with @last or before it: a year that goes on past it would say what was not known yet. */
static GArray *
list_points (const QtrReadings *readings, QtrPeriod period, QtrPeriod last)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (QtrPoint));

  for (; period.start + period.unit <= last.start + last.unit; period = qtr_period_add (period, 1)) {
    QtrPoint point = qtr_readings_get_point (readings, period, NULL);

    /* The series begins with what is known. */
    if (points->len > 0 || qtr_decimal_is_set (point.value))
      g_array_append_val (points, point);
  }

  return points;
}

GArray *
qtr_series_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure, QtrPeriodUnit unit,
                QtrPeriod until, const char *area)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, knower, measure, area);
  QtrPeriod first = QTR_PERIOD_UNSET;
  QtrPeriod last = QTR_PERIOD_UNSET;
  GArray *points = NULL;

  g_return_val_if_fail (unit != QTR_PERIOD_NONE, g_array_new (FALSE, FALSE, sizeof (QtrPoint)));

  if (!qtr_readings_get_span (readings, &first, &last))
    return g_array_new (FALSE, FALSE, sizeof (QtrPoint));

  points = list_points (readings, qtr_period_as_unit (first, unit, plan->first_month),
                        qtr_period_is_set (until) ? until : last);
  while (!qtr_period_is_set (until) && points->len > 0 && !is_known (points, points->len - 1))
    g_array_set_size (points, points->len - 1);
  return points;
}
