/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * qtr_chart_describe_line:
 * @line: a mean or a limit
 *
 * Returns: (transfer full): it as it is printed in the chart's unit, with a digit more than whole values have
 * where these are small
 */
char *qtr_chart_describe_line (const QtrChart *chart, QtrRational line);

/**
 * qtr_chart_describe_variation:
 *
 * Returns: (transfer full): in one line whether the latest value is more than chance
 */
char *qtr_chart_describe_variation (const QtrChart *chart);

/**
 * qtr_chart_describe_process:
 *
 * Returns: (transfer full): how the limits were made: edition, trial limits, what they were frozen from,
 * where they started afresh, each with the author's reason
 */
char *qtr_chart_describe_process (const QtrChart *chart);

/**
 * qtr_chart_describe_limits:
 *
 * Returns: (transfer full): the whole chart in sentences, with every special point and the rule that makes it
 * one
 */
char *qtr_chart_describe_limits (const QtrChart *chart);

/**
 * qtr_chart_describe_no_limits:
 *
 * Returns: (transfer full) (nullable): why there is no picture; %NULL if there is one
 */
char *qtr_chart_describe_no_limits (const QtrChart *chart);

/**
 * qtr_chart_describe_special:
 *
 * Returns: (transfer full) (nullable): why a point is special, in a sentence; %NULL if it is not
 */
char *qtr_chart_describe_special (const QtrChart *chart, guint point);

G_END_DECLS
