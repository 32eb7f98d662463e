/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * qtr_chart_describe_title:
 *
 * Returns: (transfer full): what the latest value did, in one line: `Special Constables rose to 519`
 */
char *qtr_chart_describe_title (const QtrChart *chart);

/**
 * qtr_chart_describe_span:
 *
 * Returns: (transfer full): unit and span: `By quarter, Q1 2018/19 to Q3 2019/20, in hours`
 */
char *qtr_chart_describe_span (const QtrChart *chart);

/**
 * qtr_chart_describe_series:
 *
 * Says all that the picture of one series shows: what is measured, the span, the latest value, its change on
 * the period before and on the same one a year earlier, the highest and the lowest, gaps, target,
 * restatements. Every number is exact.
 *
 * Returns: (transfer full): sentences
 */
char *qtr_chart_describe_series (const QtrChart *chart);

/**
 * qtr_chart_describe_nothing:
 *
 * Returns: (transfer full): a sentence that says why there is no picture
 */
char *qtr_chart_describe_nothing (const QtrChart *chart);

/**
 * qtr_chart_describe_value:
 *
 * Returns: (transfer full): @value as it is printed in the chart's unit
 */
char *qtr_chart_describe_value (const QtrChart *chart, QtrDecimal value);

G_END_DECLS
