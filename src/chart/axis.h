/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"
#include "chart/geometry.h"

G_BEGIN_DECLS

/**
 * QTR_CHART_TICKS_MAX:
 *
 * The most lines that a reader can tell apart at a glance.
 */
#define QTR_CHART_TICKS_MAX 10

/**
 * QtrChartRange:
 *
 * From where to where values reach, and how many digits after the point they have.
 */
typedef struct {
  double low;
  double high;
  int decimals;
} QtrChartRange;

/**
 * QTR_CHART_RANGE_EMPTY:
 *
 * A range that holds no value yet.
 */
#define QTR_CHART_RANGE_EMPTY ((QtrChartRange) { G_MAXDOUBLE, -G_MAXDOUBLE, 0 })

/**
 * qtr_chart_range_add:
 * @value: a value; one that cannot be drawn adds nothing
 */
void qtr_chart_range_add (QtrChartRange *range, QtrDecimal value);

/**
 * qtr_chart_range_wants_zero:
 *
 * Returns: whether an axis for @range begins (or ends) at zero: because it is wished, or because that costs
 *   the line little of its height
 */
gboolean qtr_chart_range_wants_zero (const QtrChartRange *range, QtrChartAxisWish wish);

/**
 * QtrChartValueAxis:
 * @first: the lowest tick, in steps
 * @n_ticks: how many ticks there are, 2 to %QTR_CHART_TICKS_MAX
 * @mantissa: the step is this times ten to the power @exponent
 * @exponent: see @mantissa
 *
 * The round numbers along an axis of values. They are exact, so that what is printed beside them is.
 */
typedef struct {
  gint64 first;
  int n_ticks;
  int mantissa;
  int exponent;
} QtrChartValueAxis;

/**
 * qtr_chart_value_axis_new:
 * @n_most: how many ticks there is room for
 *
 * Returns: the finest axis over @range that has no more ticks
 */
QtrChartValueAxis qtr_chart_value_axis_new (QtrChartRange range, gboolean with_zero, int n_most);

QtrDecimal qtr_chart_value_axis_get_tick (const QtrChartValueAxis *axis, int index);

/**
 * qtr_chart_value_axis_label:
 *
 * Returns: (transfer full): what stands beside the tick: `40,000`, `£2.5m`, `85%`
 */
char *qtr_chart_value_axis_label (const QtrChartValueAxis *axis, int index, const char *unit);

/**
 * qtr_chart_period_short:
 *
 * Returns: (transfer full): the shortest name of a period within its year: `Q3`, `Oct`; a year's own
 */
char *qtr_chart_period_short (QtrPeriod period);

/**
 * qtr_chart_year_stride:
 * @room: how wide a year is
 * @label: how wide its label is, with the space around it
 *
 * Returns: every how many years there is room for a label
 */
int qtr_chart_year_stride (double room, double label);

G_END_DECLS
