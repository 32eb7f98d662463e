/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/axis.h"
#include "chart/kind.h"
#include "chart/text.h"

G_BEGIN_DECLS

/**
 * QtrChartEndLabel:
 * @words: what it says
 * @value: the value that it stands beside
 * @role: its colour
 * @is_headline: whether it is set large
 *
 * A label at the right end of a line, where a key would send the eye to and fro.
 */
typedef struct {
  char *words;
  double value;
  QtrChartRole role;
  gboolean is_headline;
} QtrChartEndLabel;

/**
 * QTR_CHART_END_LABELS_MAX:
 *
 * As many labels as stand at the right of a plot.
 */
#define QTR_CHART_END_LABELS_MAX 6

/**
 * QtrChartKey:
 * @words: (transfer none): what a mark of that role and shape means
 * @x: where the mark stands
 * @y: where the mark stands
 *
 * One entry of the key over the plot.
 */
typedef struct {
  const char *words;
  QtrChartRole role;
  QtrChartShape shape;
  double x;
  double y;
} QtrChartKey;

/**
 * QtrChartPlot:
 * @range: where the values that are drawn reach
 * @with_zero: whether the axis shows zero
 * @remarks: (nullable): sentences that the reader has to know to read the picture right
 * @labels: (array length=n_labels): labels at the right, the most important first
 * @keys: (array length=n_keys): what the marks mean, where they differ
 *
 * What a kind asks of a plot over periods.
 */
typedef struct {
  QtrChartRange range;
  gboolean with_zero;
  char *remarks;
  QtrChartEndLabel labels[QTR_CHART_END_LABELS_MAX];
  guint n_labels;
  QtrChartKey keys[4];
  guint n_keys;
} QtrChartPlot;

void qtr_chart_plot_add_label (QtrChartPlot *plot, char *words, double value, QtrChartRole role,
                               gboolean is_headline);
void qtr_chart_plot_add_key (QtrChartPlot *plot, const char *words, QtrChartRole role, QtrChartShape shape);
void qtr_chart_plot_clear (QtrChartPlot *plot);

/**
 * QtrChartLayout:
 * @chart: the chart
 * @style: how it looks
 * @width: the picture's width
 * @height: the picture's height
 * @em: the size of the letters beside the axes
 * @stroke: how thick a thin line is
 * @context: where texts are measured
 * @texts: (element-type QtrChartText): the texts, all with their places
 * @geometry: where the plot and the marks are
 * @axis: the values' axis
 * @n_slots: how many periods the axis has
 * @is_one_year: whether the axis is the year of the latest value, and not all periods
 * @rule_bottom: how far down the lines between years reach
 * @keys: (element-type QtrChartKey): the key's marks, with their places
 * @n_rows: how many rows there is room for
 * @pitch: from one row to the next
 *
 * Where everything goes. Made once a painting, before anything is drawn.
 */
struct _QtrChartLayout {
  const QtrChart *chart;
  QtrChartStyle style;
  double width;
  double height;
  double em;
  double stroke;
  PangoContext *context;
  GPtrArray *texts;
  QtrChartGeometry geometry;
  QtrChartValueAxis axis;
  int n_slots;
  gboolean is_one_year;
  double rule_bottom;
  GArray *keys;
  guint n_rows;
  double pitch;
};

/**
 * qtr_chart_layout_new:
 *
 * Returns: (transfer full): @chart laid out by its kind
 */
QtrChartLayout *qtr_chart_layout_new (const QtrChart *chart, const QtrChartStyle *style, double width,
                                      double height);
void qtr_chart_layout_free (QtrChartLayout *layout);

/**
 * qtr_chart_layout_plot:
 *
 * Lays out title, plot, axes, labels and notes for a kind that shows values over periods. What there is no
 * room for is left out, the least weighty first: lines of the subtitle, the source, the subtitle, the title;
 * the remarks stay longest, because without them the picture could mislead.
 */
void qtr_chart_layout_plot (QtrChartLayout *layout, const QtrChartPlot *plot);

/**
 * qtr_chart_layout_surroundings:
 *
 * Lays out title, key and notes, as qtr_chart_layout_plot() does.
 *
 * Returns: what they leave
 */
QtrChartBox qtr_chart_layout_surroundings (QtrChartLayout *layout, const QtrChartPlot *plot);

/**
 * qtr_chart_layout_message:
 *
 * Lays out a sentence in the place of a plot.
 */
void qtr_chart_layout_message (QtrChartLayout *layout, const char *message);

/**
 * qtr_chart_layout_is_empty:
 *
 * Returns: whether there was no room for a plot, or nothing to draw
 */
gboolean qtr_chart_layout_is_empty (const QtrChartLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChartLayout, qtr_chart_layout_free)

G_END_DECLS
