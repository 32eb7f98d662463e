/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/period.h"

static int
floor_divide (int number, int by)
{
  int quotient = number / by;

  return quotient - (number % by < 0);
}

static int
floor_rest (int number, int by)
{
  return number - floor_divide (number, by) * by;
}

QtrPeriod
qtr_period_from_date (QtrPeriodUnit unit, int year, int month, int first_month)
{
  int index;

  g_return_val_if_fail (month >= 1 && month <= 12, QTR_PERIOD_UNSET);
  g_return_val_if_fail (first_month >= 1 && first_month <= 12, QTR_PERIOD_UNSET);

  if (unit == QTR_PERIOD_NONE)
    return QTR_PERIOD_UNSET;
  /* A month belongs to the calendar alone, whatever year it is counted in. */
  if (unit == QTR_PERIOD_MONTH)
    first_month = 1;
  index = year * 12 + month - 1;
  index -= floor_rest (index - (first_month - 1), (int) unit);
  return (QtrPeriod) { index, (guint8) unit, (guint8) first_month };
}

static int
period_end (QtrPeriod period)
{
  return period.start + period.unit;
}

int
qtr_period_compare (QtrPeriod a, QtrPeriod b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  return (a.unit < b.unit) - (a.unit > b.unit);
}

QtrPeriod
qtr_period_add (QtrPeriod period, int n)
{
  int months;

  if (__builtin_mul_overflow (n, (int) period.unit, &months) ||
      __builtin_add_overflow (period.start, months, &period.start))
    return QTR_PERIOD_UNSET;
  return period;
}

QtrPeriod
qtr_period_year_before (QtrPeriod period)
{
  if (!qtr_period_is_set (period))
    return QTR_PERIOD_UNSET;
  return qtr_period_add (period, -12 / period.unit);
}

gboolean
qtr_period_contains (QtrPeriod outer, QtrPeriod inner)
{
  return qtr_period_is_set (outer) && qtr_period_is_set (inner) && outer.start <= inner.start &&
         period_end (inner) <= period_end (outer);
}

int
qtr_period_distance (QtrPeriod from, QtrPeriod to)
{
  g_return_val_if_fail (qtr_period_is_set (from), 0);

  return floor_divide (to.start - from.start, from.unit);
}

QtrPeriod
qtr_period_as_unit (QtrPeriod period, QtrPeriodUnit unit, int first_month)
{
  if (!qtr_period_is_set (period))
    return QTR_PERIOD_UNSET;
  return qtr_period_from_date (unit, floor_divide (period.start, 12), floor_rest (period.start, 12) + 1,
                               first_month);
}

int
qtr_period_year (QtrPeriod period)
{
  return floor_divide (period.start - (period.first_month - 1), 12);
}

int
qtr_period_first_month (QtrPeriod period)
{
  return floor_rest (period.start, 12) + 1;
}

int
qtr_period_quarter_number (QtrPeriod period)
{
  return floor_rest (period.start - (period.first_month - 1), 12) / QTR_PERIOD_QUARTER + 1;
}

static int
month_days (int index)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year = floor_divide (index, 12);
  int month = floor_rest (index, 12);
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return days[month] + (month == 1 && leap);
}

int
qtr_period_days (QtrPeriod period)
{
  int days = 0;

  for (int index = period.start; index < period_end (period); index++)
    days += month_days (index);
  return days;
}
