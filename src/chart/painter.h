/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "chart/chart.h"
#include "chart/geometry.h"
#include "chart/kind.h"

G_BEGIN_DECLS

/**
 * qtr_chart_paint:
 * @cr: a cairo context; what it holds is as before afterwards
 * @width: how wide the picture is, in the context's units
 * @height: how high the picture is
 * @style: (nullable): how it looks
 * @out: (out) (optional): where things are; to be cleared
 *
 * Paints @chart from the context's origin. On the main thread only, which is asserted: the plotting library
 * has one state a process, and changes the process's locale while it works.
 *
 * Returns: %FALSE if the picture is not whole: the plotting library lacks its driver, or @cr is in error
 */
gboolean qtr_chart_paint (cairo_t *cr, double width, double height, const QtrChart *chart,
                          const QtrChartStyle *style, QtrChartGeometry *out);

/**
 * qtr_chart_paint_shapes:
 * @texts: where the texts go, as SVG elements, rather than into the picture
 *
 * As qtr_chart_paint(), for a target whose texts are to stay texts.
 */
gboolean qtr_chart_paint_shapes (cairo_t *cr, double width, double height, const QtrChart *chart,
                                 const QtrChartStyle *style, GString *texts);

/**
 * qtr_chart_can_paint:
 *
 * Asks once a process whether the plotting library has the driver that draws on cairo; without it the library
 * would ask on standard input.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_NOT_FOUND
 */
gboolean qtr_chart_can_paint (GError **error);

/**
 * qtr_chart_painter_draw_line:
 * @x: (array length=n): places
 * @y: (array length=n): places; NaN breaks the line
 *
 * Draws a line through the places.
 */
void qtr_chart_painter_draw_line (QtrChartPainter *painter, QtrChartRole role, double thickness,
                                  const double *x, const double *y, guint n);

void qtr_chart_painter_draw_rule (QtrChartPainter *painter, QtrChartRole role, double thickness, double x1,
                                  double y1, double x2, double y2);

/**
 * qtr_chart_painter_set_dashes:
 * @mark: how long a dash is
 * @space: how long the space between dashes is; 0: lines are whole again
 */
void qtr_chart_painter_set_dashes (QtrChartPainter *painter, double mark, double space);

/**
 * qtr_chart_painter_draw_shape:
 * @radius: how far its corners, or its edge, are from (@x, @y)
 */
void qtr_chart_painter_draw_shape (QtrChartPainter *painter, QtrChartRole role, QtrChartShape shape, double x,
                                   double y, double radius);

void qtr_chart_painter_draw_box (QtrChartPainter *painter, QtrChartRole role, const QtrChartBox *box);

G_END_DECLS
