/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_CHART_VIEW (qtr_chart_view_get_type ())

/**
 * QtrChartView:
 *
 * The chart of a measure. It is painted once for each size, scale and colour scheme, and again when the
 * measure changes; the period that is pointed at is drawn over it. Left and Right walk the periods, and say
 * them to a screen reader.
 */
G_DECLARE_FINAL_TYPE (QtrChartView, qtr_chart_view, QTR, CHART_VIEW, GtkWidget)

GtkWidget *qtr_chart_view_new (void);

/**
 * qtr_chart_view_set_context:
 * @document: (nullable): the plan that is worked on
 * @measure_id: (nullable): what is shown
 * @quarter: the last quarter shown
 */
void qtr_chart_view_set_context (QtrChartView *self, QtrDocument *document, const char *measure_id,
                                 QtrPeriod quarter);

/**
 * qtr_chart_view_get_description:
 *
 * Returns: (transfer none): the chart in sentences; empty without a chart
 */
const char *qtr_chart_view_get_description (QtrChartView *self);

G_END_DECLS
