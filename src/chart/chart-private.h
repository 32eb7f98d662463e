/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * qtr_chart_is_drawable:
 *
 * Returns: whether @value is there and of a size that a picture can show
 */
gboolean qtr_chart_is_drawable (QtrDecimal value);

/**
 * qtr_chart_is_restated:
 *
 * Returns: whether another value than the one that stands now was published before
 */
gboolean qtr_chart_is_restated (const QtrChartPoint *point);

/**
 * qtr_chart_find_period:
 *
 * Returns: the index of the point with that period, or -1
 */
int qtr_chart_find_period (const QtrChart *chart, QtrPeriod period);

/**
 * qtr_chart_clean_text:
 * @text: (nullable): any bytes
 *
 * Returns: (transfer full): valid UTF-8 on one line, fit for Pango and XML
 */
char *qtr_chart_clean_text (const char *text);

/**
 * qtr_chart_get_slot:
 *
 * Returns: how many periods a point is after the first
 */
int qtr_chart_get_slot (const QtrChart *chart, guint point);

/**
 * qtr_chart_compute_limits:
 *
 * Returns: (transfer full) (nullable): the process limits of the points
 */
QtrLimits *qtr_chart_compute_limits (const QtrChart *chart, const QtrChartProcess *process, GError **error);

G_END_DECLS
