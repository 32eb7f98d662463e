/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "chart/geometry.h"

G_BEGIN_DECLS

/**
 * qtr_chart_view_draw_hover:
 * @widget: whose colour and font are taken
 * @geometry: of the chart as it was painted
 * @mark: one of its marks
 * @value: what is said in bold
 * @period: what is said beside it
 *
 * Draws a rule through a mark and a bubble with its words, over a chart that stays as it is.
 */
void qtr_chart_view_draw_hover (GtkWidget *widget, GtkSnapshot *snapshot, const QtrChartGeometry *geometry,
                                const QtrChartMark *mark, const char *value, const char *period);

G_END_DECLS
