/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/chart-private.h"
#include "chart/describe.h"
#include "chart/period-plot.h"

/* How thick the line is, in the usual picture. */
#define LINE 2.0

static void
add_labels (QtrChartPlot *plot, const QtrChart *chart)
{
  qtr_chart_plot_label_latest (plot, chart, QTR_CHART_ROLE_LINE);
  /* Translators: a label at the end of a line; %s is a value. */
  qtr_chart_plot_label_line (plot, chart, qtr_chart_pick_target, _ ("Target %s"), QTR_CHART_ROLE_TARGET);
  /* Translators: a label at the end of a line; %s is a value. */
  qtr_chart_plot_label_line (plot, chart, qtr_chart_pick_comparator, _ ("A year earlier %s"),
                             QTR_CHART_ROLE_QUIET);
}

static void
layout_trend (QtrChartLayout *layout)
{
  const QtrChart *chart = layout->chart;
  QtrChartPlot plot = { .range = qtr_chart_range_of_all (chart) };

  if (qtr_chart_get_latest (chart) < 0) {
    g_autofree char *sentence = qtr_chart_describe_nothing (chart);

    qtr_chart_layout_message (layout, sentence);
    return;
  }
  plot.with_zero = qtr_chart_range_wants_zero (&plot.range, qtr_chart_get_axis_wish (chart));
  plot.remarks = qtr_chart_write_remarks (chart, plot.with_zero);
  add_labels (&plot, chart);
  qtr_chart_layout_plot (layout, &plot);
  qtr_chart_layout_place_marks (layout, 0);
  qtr_chart_plot_clear (&plot);
}

static QtrChartMarkStyle
style_mark (const QtrChart *chart, guint point)
{
  return (QtrChartMarkStyle) { QTR_CHART_ROLE_LINE, QTR_CHART_SHAPE_DISC };
}

static void
draw_trend (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  qtr_chart_painter_draw_axes (painter, layout);
  if (qtr_chart_find_last_with (layout->chart, qtr_chart_pick_comparator))
    qtr_chart_painter_draw_series (painter, layout, qtr_chart_pick_comparator, QTR_CHART_ROLE_COMPARATOR,
                                   1.5);
  qtr_chart_painter_draw_targets (painter, layout);
  qtr_chart_painter_draw_series (painter, layout, qtr_chart_pick_value, QTR_CHART_ROLE_LINE, LINE);
  qtr_chart_painter_draw_marks (painter, layout, style_mark);
}

const QtrChartKind qtr_chart_kind_trend = {
  .name = "trend",
  .title = qtr_chart_describe_title,
  .describe = qtr_chart_describe_series,
  .layout = layout_trend,
  .draw = draw_trend,
};
