/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"

#include "chart/palette.h"

G_BEGIN_DECLS

/**
 * QTR_CHART_FONT:
 *
 * The fonts of a chart, in the order in which they are tried.
 */
#define QTR_CHART_FONT "Cantarell, Inter, sans-serif"

/**
 * QtrChartStyle:
 * @palette: the colours
 * @font: (nullable): a list of font families; %NULL for %QTR_CHART_FONT
 * @text_scale: how much larger than usual the texts are; 0 means 1
 * @hide_title: leaves title and subtitle out, where the surroundings show them
 * @is_transparent: leaves the ground unpainted; it has to be near the palette's paper
 *
 * How a chart looks. All zero is the usual look on white.
 */
typedef struct {
  QtrChartPaletteId palette;
  const char *font;
  double text_scale;
  gboolean hide_title;
  gboolean is_transparent;
} QtrChartStyle;

/**
 * QtrChartBox:
 *
 * A rectangle in the units of the picture, y downwards.
 */
typedef struct {
  double x;
  double y;
  double width;
  double height;
} QtrChartBox;

/**
 * QtrChartMark:
 * @point: the index of the point in the chart
 * @x: where its value stands
 * @y: where its value stands
 * @radius: how large it is drawn; 0 where only the line passes
 */
typedef struct {
  guint point;
  double x;
  double y;
  double radius;
} QtrChartMark;

/**
 * QtrChartLabel:
 * @text: what it says, whole even where the picture shortens it
 * @box: where it stands
 * @is_shortened: whether the picture ends it with an ellipsis
 */
typedef struct {
  char *text;
  QtrChartBox box;
  gboolean is_shortened;
} QtrChartLabel;

/**
 * QtrChartGeometry:
 * @plot: the rectangle between the axes; of no width if there was nothing to draw
 * @first: the period at @first_x
 * @first_x: where the first period stands
 * @step: from one period to the next
 * @low: the value at the bottom of @plot
 * @high: the value at the top of @plot
 * @marks: (element-type QtrChartMark): a mark a value, from left to right
 * @labels: (element-type QtrChartLabel): every text
 *
 * Where things stand in a painted chart, so that pointing at it needs no second painting. Start with all
 * zero; free what it holds with qtr_chart_geometry_clear().
 */
typedef struct {
  QtrChartBox plot;
  QtrPeriod first;
  double first_x;
  double step;
  double low;
  double high;
  GArray *marks;
  GArray *labels;
} QtrChartGeometry;

void qtr_chart_geometry_clear (QtrChartGeometry *geometry);

double qtr_chart_geometry_period_to_x (const QtrChartGeometry *geometry, QtrPeriod period);
double qtr_chart_geometry_value_to_y (const QtrChartGeometry *geometry, double value);

/**
 * qtr_chart_geometry_find_mark:
 * @x: a place in the picture
 *
 * Returns: (nullable): the mark nearest to @x, whatever its height
 */
const QtrChartMark *qtr_chart_geometry_find_mark (const QtrChartGeometry *geometry, double x);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrChartGeometry, qtr_chart_geometry_clear)

G_END_DECLS
