/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "base/figure.h"

#include "chart/axis.h"
#include "chart/chart-private.h"

/* Zero costs little while the values keep two fifths of the height. */
#define ZERO_SHARE 0.4

static double
power_of_ten (int exponent)
{
  return pow (10, exponent);
}

static gint64
integer_power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

void
qtr_chart_range_add (QtrChartRange *range, QtrDecimal value)
{
  double number;

  if (!qtr_chart_is_drawable (value))
    return;
  number = qtr_decimal_to_double (value);
  range->low = MIN (range->low, number);
  range->high = MAX (range->high, number);
  range->decimals = MAX (range->decimals, value.scale);
}

gboolean
qtr_chart_range_wants_zero (const QtrChartRange *range, QtrChartAxisWish wish)
{
  double farthest = MAX (fabs (range->low), fabs (range->high));

  if (wish == QTR_CHART_AXIS_ZERO || range->low * range->high <= 0)
    return TRUE;
  if (range->low == range->high)
    return TRUE;
  return wish == QTR_CHART_AXIS_AUTO && range->high - range->low >= ZERO_SHARE * farthest;
}

static QtrChartRange
widen (QtrChartRange range, gboolean with_zero)
{
  if (with_zero) {
    range.low = MIN (range.low, 0);
    range.high = MAX (range.high, 0);
  }
  if (range.low == range.high)
    range.high = range.low + 1;
  return range;
}

/* No finer than the values themselves, nor than a double tells apart and 64 bits hold. */
static int
finest_exponent (const QtrChartRange *range)
{
  double farthest = MAX (fabs (range->low), fabs (range->high));

  return MAX (-MIN (range->decimals, QTR_DECIMAL_SCALE_MAX), (int) floor (log10 (farthest)) - 14);
}

/* Ticks from the last at or below the range to the first at or above it. */
static gboolean
try_step (QtrChartValueAxis *axis, const QtrChartRange *range, int n_most)
{
  double step = axis->mantissa * power_of_ten (axis->exponent);
  double slack = step * 1e-9;
  double first = floor ((range->low + slack) / step);
  double last = ceil ((range->high - slack) / step);

  if (last - first + 1 > n_most)
    return FALSE;
  axis->first = (gint64) first;
  axis->n_ticks = (int) (MAX (last, first + 1) - first) + 1;
  return TRUE;
}

QtrChartValueAxis
qtr_chart_value_axis_new (QtrChartRange range, gboolean with_zero, int n_most)
{
  /* 2.5 is written as 25 of the power below, and only where that needs no digit after the point. */
  static const struct {
    int mantissa, shift;
  } steps[] = { { 1, 0 }, { 2, 0 }, { 25, -1 }, { 5, 0 } };
  QtrChartRange wide = widen (range, with_zero);
  int finest = finest_exponent (&wide);
  int exponent = MAX ((int) floor (log10 ((wide.high - wide.low) / QTR_CHART_TICKS_MAX)) - 1, finest);
  QtrChartValueAxis axis = { 0 };

  n_most = CLAMP (n_most, 3, QTR_CHART_TICKS_MAX);
  for (;; exponent++)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
      axis.mantissa = steps[i].mantissa;
      axis.exponent = exponent + steps[i].shift;
      if (steps[i].shift < 0 && axis.exponent < 0)
        continue;
      if (axis.exponent >= finest && try_step (&axis, &wide, n_most))
        return axis;
    }
}

QtrDecimal
qtr_chart_value_axis_get_tick (const QtrChartValueAxis *axis, int index)
{
  gint64 digits = (axis->first + index) * axis->mantissa;

  if (axis->exponent < 0)
    return (QtrDecimal) { digits, -axis->exponent };
  return (QtrDecimal) { digits * integer_power_of_ten (axis->exponent), 0 };
}

/* The largest of million, billion and trillion that no tick of the axis needs more than two decimals for. */
static int
find_multiplier (const QtrChartValueAxis *axis)
{
  double farthest = MAX (fabs ((double) axis->first), fabs ((double) (axis->first + axis->n_ticks - 1))) *
                    axis->mantissa * power_of_ten (axis->exponent);

  for (int power = 12; power >= 6; power -= 3)
    if (farthest >= power_of_ten (power) && axis->exponent >= power - 2)
      return power;
  return 0;
}

static const char *
multiplier_name (int power)
{
  switch (power) {
  case 6:
    /* Translators: stands for a million right behind the digits, as in £2.5m. */
    return C_ ("multiplier", "m");
  case 9:
    /* Translators: stands for a thousand million right behind the digits, as in £2.5bn. */
    return C_ ("multiplier", "bn");
  default:
    /* Translators: stands for a million million right behind the digits, as in £2.5tn. */
    return C_ ("multiplier", "tn");
  }
}

char *
qtr_chart_value_axis_label (const QtrChartValueAxis *axis, int index, const char *unit)
{
  QtrDecimal tick = qtr_chart_value_axis_get_tick (axis, index);
  int power = find_multiplier (axis);
  int scale = MAX (power - axis->exponent, 0);
  g_autofree char *digits = NULL;

  if (power == 0 || tick.digits == 0 || g_strcmp0 (unit, "%") == 0)
    return qtr_figure_format (tick.digits == 0 ? (QtrDecimal) { 0, tick.scale } : tick, unit);
  tick = (QtrDecimal) { tick.digits / integer_power_of_ten (power - scale), scale };
  digits = qtr_figure_format (tick, unit);
  return g_strconcat (digits, multiplier_name (power), NULL);
}

char *
qtr_chart_period_short (QtrPeriod period)
{
  g_autoptr (GDateTime) date = NULL;

  if (period.unit == QTR_PERIOD_QUARTER)
    /* Translators: the number of a quarter of the year, as short as can be. */
    return g_strdup_printf (_ ("Q%d"), qtr_period_quarter_number (period));
  if (period.unit != QTR_PERIOD_MONTH)
    return qtr_period_to_label (period);
  date = g_date_time_new_utc (2000, period.start % 12 + 1, 1, 0, 0, 0);
  return g_date_time_format (date, "%b");
}

int
qtr_chart_year_stride (double room, double label)
{
  static const int strides[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (strides); i++)
    if (strides[i] * room >= label)
      return strides[i];
  return 10000;
}
