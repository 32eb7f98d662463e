/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/layout.h"
#include "chart/painter.h"

G_BEGIN_DECLS

/*
 * What every kind shares that shows values over periods.
 */

/**
 * QtrChartPickFunc:
 *
 * Which value of a point a line goes through.
 */
typedef QtrDecimal (*QtrChartPickFunc) (const QtrChartPoint *point);

QtrDecimal qtr_chart_pick_value (const QtrChartPoint *point);
QtrDecimal qtr_chart_pick_comparator (const QtrChartPoint *point);
QtrDecimal qtr_chart_pick_target (const QtrChartPoint *point);

/**
 * qtr_chart_find_last_with:
 *
 * Returns: (nullable): the last point with a value of that sort that can be drawn
 */
const QtrChartPoint *qtr_chart_find_last_with (const QtrChart *chart, QtrChartPickFunc pick);

/**
 * qtr_chart_range_of_all:
 *
 * Returns: where all values of the points reach: now, first published, a year earlier, targets
 */
QtrChartRange qtr_chart_range_of_all (const QtrChart *chart);

void qtr_chart_add_remark (GString *remarks, const char *sentence);

/**
 * qtr_chart_write_remarks:
 * @with_zero: whether the axis shows zero
 *
 * Returns: (transfer full): what a reader has to know of axis and marks, so that they do not mislead
 */
char *qtr_chart_write_remarks (const QtrChart *chart, gboolean with_zero);

/**
 * qtr_chart_plot_label_line:
 * @format: with one `%s` for the value
 *
 * Labels the end of a line with its last value, if it has any.
 */
void qtr_chart_plot_label_line (QtrChartPlot *plot, const QtrChart *chart, QtrChartPickFunc pick,
                                const char *format, QtrChartRole role);

/**
 * qtr_chart_plot_label_latest:
 *
 * Sets the latest value large beside its point, with its period where that is not the last of the axis.
 */
void qtr_chart_plot_label_latest (QtrChartPlot *plot, const QtrChart *chart, QtrChartRole role);

/**
 * qtr_chart_layout_place_marks:
 *
 * Gives every value from the point @first on its place in a plot that is laid out.
 */
void qtr_chart_layout_place_marks (QtrChartLayout *layout, guint first);

/**
 * QtrChartMarkStyle:
 *
 * How a point is marked.
 */
typedef struct {
  QtrChartRole role;
  QtrChartShape shape;
} QtrChartMarkStyle;

/**
 * qtr_chart_special_get_style:
 *
 * Returns: how a point is marked that is special in that way: no two sorts have the same colour, or the same
 * shape
 */
QtrChartMarkStyle qtr_chart_special_get_style (QtrSpecial special);

typedef QtrChartMarkStyle (*QtrChartStyleMarkFunc) (const QtrChart *chart, guint point);

void qtr_chart_painter_draw_axes (QtrChartPainter *painter, const QtrChartLayout *layout);

/**
 * qtr_chart_painter_draw_track:
 * @thickness: in the usual picture
 * @y: (array length=n): places; NaN breaks the line
 *
 * Draws a line over a seam in the paper's colour, which keeps it apart from what it crosses.
 */
void qtr_chart_painter_draw_track (QtrChartPainter *painter, const QtrChartLayout *layout, QtrChartRole role,
                                   double thickness, const double *x, const double *y, guint n);

/**
 * qtr_chart_painter_draw_series:
 * @thickness: in the usual picture
 *
 * Draws a line through one value of each point, over a seam that keeps it apart from what it crosses. It
 * breaks where a period has none.
 */
void qtr_chart_painter_draw_series (QtrChartPainter *painter, const QtrChartLayout *layout,
                                    QtrChartPickFunc pick, QtrChartRole role, double thickness);
void qtr_chart_painter_draw_targets (QtrChartPainter *painter, const QtrChartLayout *layout);

/**
 * qtr_chart_painter_draw_marks:
 *
 * Draws the marks, hollow where a value is provisional, each with the value first published beside it.
 */
void qtr_chart_painter_draw_marks (QtrChartPainter *painter, const QtrChartLayout *layout,
                                   QtrChartStyleMarkFunc style);

G_END_DECLS
