/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/chart-private.h"
#include "chart/describe-limits.h"
#include "chart/describe.h"
#include "chart/period-plot.h"

/* How thick lines are, in the usual picture. */
#define LINE 2.0
#define MEAN 1.4
#define LIMIT 1.2

/* What the key calls the marks of each sort. */
static const char *const key_words[] = {
  [QTR_SPECIAL_NONE] = N_ ("Usual variation"),
  [QTR_SPECIAL_IMPROVEMENT] = N_ ("Improvement"),
  [QTR_SPECIAL_CONCERN] = N_ ("Concern"),
  [QTR_SPECIAL_NEITHER] = N_ ("Unusual"),
};

static QtrChartMarkStyle
style_mark (const QtrChart *chart, guint point)
{
  return qtr_chart_special_get_style (qtr_chart_get_limits_point (chart, point).special);
}

/* --- Layout --- */

static void
reach (QtrChartRange *range, QtrRational line)
{
  double value = qtr_rational_to_double (line);

  if (!qtr_rational_is_set (line))
    return;
  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

static QtrChartRange
range_of_lines (const QtrChart *chart)
{
  const QtrLimits *limits = qtr_chart_get_limits (chart, NULL);
  QtrChartRange range = qtr_chart_range_of_all (chart);

  for (guint i = 0; i < limits->n_segments; i++) {
    reach (&range, limits->segments[i].bounds.mean);
    reach (&range, limits->segments[i].bounds.upper);
    reach (&range, limits->segments[i].bounds.lower);
  }
  return range;
}

/* The key names what there is to see, and usual variation, which the rest is told from. */
static void
add_keys (QtrChartPlot *plot, const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  gboolean is_there[G_N_ELEMENTS (key_words)] = { TRUE };

  for (guint i = 0; i < n_points; i++)
    if (qtr_chart_is_drawable (points[i].value))
      is_there[qtr_chart_get_limits_point (chart, i).special] = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (key_words); i++) {
    QtrChartMarkStyle style = qtr_chart_special_get_style ((QtrSpecial) i);

    if (is_there[i])
      qtr_chart_plot_add_key (plot, _ (key_words[i]), style.role, style.shape);
  }
}

static void
label_line (QtrChartPlot *plot, const QtrChart *chart, const char *format, QtrRational line,
            QtrChartRole role)
{
  g_autofree char *value = NULL;
  g_auto (GStrv) parts = NULL;

  if (!qtr_rational_is_set (line))
    return;
  value = qtr_chart_describe_line (chart, line);
  parts = g_strsplit (format, "%s", 2);
  qtr_chart_plot_add_label (plot, g_strjoinv (value, parts), qtr_rational_to_double (line), role, FALSE);
}

static void
add_labels (QtrChartPlot *plot, const QtrChart *chart)
{
  const QtrLimitsSegment *last = qtr_limits_get_last (qtr_chart_get_limits (chart, NULL));

  qtr_chart_plot_label_latest (plot, chart, style_mark (chart, (guint) qtr_chart_get_latest (chart)).role);
  /* Translators: a label at the end of a line; %s is a value. */
  label_line (plot, chart, _ ("Mean %s"), last->bounds.mean, QTR_CHART_ROLE_INK);
  /* Translators: a label at the end of a line; %s is a value. Trial limits come from too few values. */
  label_line (plot, chart, last->trial ? _ ("Trial upper limit %s") : _ ("Upper limit %s"),
              last->bounds.upper, QTR_CHART_ROLE_QUIET);
  /* Translators: a label at the end of a line; %s is a value. Trial limits come from too few values. */
  label_line (plot, chart, last->trial ? _ ("Trial lower limit %s") : _ ("Lower limit %s"),
              last->bounds.lower, QTR_CHART_ROLE_QUIET);
  /* Translators: a label at the end of a line; %s is a value. */
  qtr_chart_plot_label_line (plot, chart, qtr_chart_pick_target, _ ("Target %s"), QTR_CHART_ROLE_TARGET);
}

static void
add_remarks (QtrChartPlot *plot, const QtrChart *chart)
{
  g_autofree char *usual = qtr_chart_write_remarks (chart, plot->with_zero);
  g_autofree char *lines = qtr_chart_describe_process (chart);

  plot->remarks = g_strconcat (usual, *usual && *lines ? " " : "", lines, NULL);
}

static void
layout_limits (QtrChartLayout *layout)
{
  const QtrChart *chart = layout->chart;
  g_autofree char *sentence = qtr_chart_describe_no_limits (chart);
  QtrChartPlot plot = { 0 };

  if (sentence) {
    qtr_chart_layout_message (layout, sentence);
    return;
  }
  plot.range = range_of_lines (chart);
  plot.with_zero = qtr_chart_range_wants_zero (&plot.range, qtr_chart_get_axis_wish (chart));
  add_remarks (&plot, chart);
  add_keys (&plot, chart);
  add_labels (&plot, chart);
  qtr_chart_layout_plot (layout, &plot);
  qtr_chart_layout_place_marks (layout, 0);
  qtr_chart_plot_clear (&plot);
}

/* --- Drawing --- */

/* From where to where a segment reaches: to the plot's sides at either end. */
static void
find_sides (const QtrChartLayout *layout, const QtrLimitsSegment *segment, double *left, double *right)
{
  const QtrChartGeometry *geometry = &layout->geometry;
  int end = (int) (segment->first + segment->length);

  *left =
      segment->first == 0 ? geometry->plot.x : geometry->first_x + (segment->first - 0.5) * geometry->step;
  *right = end >= layout->n_slots ? geometry->plot.x + geometry->plot.width
                                  : geometry->first_x + (end - 0.5) * geometry->step;
}

static double
line_to_y (const QtrChartLayout *layout, QtrRational line)
{
  return qtr_chart_geometry_value_to_y (&layout->geometry, qtr_rational_to_double (line));
}

static void
draw_band (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrLimitsSegment *segment)
{
  QtrChartBox box;
  double right;

  if (!qtr_rational_is_set (segment->bounds.upper))
    return;
  find_sides (layout, segment, &box.x, &right);
  box.width = right - box.x;
  box.y = line_to_y (layout, segment->bounds.upper);
  box.height = line_to_y (layout, segment->bounds.lower) - box.y;
  qtr_chart_painter_draw_box (painter, QTR_CHART_ROLE_BAND, &box);
}

static void
draw_level (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrLimitsSegment *segment,
            QtrRational line, double thickness)
{
  double left, right, y;

  if (!qtr_rational_is_set (line))
    return;
  find_sides (layout, segment, &left, &right);
  y = line_to_y (layout, line);
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, thickness * layout->stroke, left, y, right, y);
}

/* Trial limits are dotted rather than dashed. */
static void
draw_lines (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrLimitsSegment *segment)
{
  double dash = segment->trial ? 2 : 6;

  draw_level (painter, layout, segment, segment->bounds.mean, MEAN);
  qtr_chart_painter_set_dashes (painter, dash * layout->stroke, 4 * layout->stroke);
  draw_level (painter, layout, segment, segment->bounds.upper, LIMIT);
  draw_level (painter, layout, segment, segment->bounds.lower, LIMIT);
  qtr_chart_painter_set_dashes (painter, 0, 0);
}

/* Where lines start afresh. */
static void
draw_border (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrLimitsSegment *segment)
{
  const QtrChartBox *plot = &layout->geometry.plot;
  double left, right;

  if (segment->first == 0)
    return;
  find_sides (layout, segment, &left, &right);
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, layout->stroke, left, plot->y, left,
                               plot->y + plot->height);
}

static void
draw_limits (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  const QtrLimits *limits = qtr_chart_get_limits (layout->chart, NULL);

  for (guint i = 0; i < limits->n_segments; i++)
    draw_band (painter, layout, &limits->segments[i]);
  qtr_chart_painter_draw_axes (painter, layout);
  for (guint i = 0; i < limits->n_segments; i++) {
    draw_border (painter, layout, &limits->segments[i]);
    draw_lines (painter, layout, &limits->segments[i]);
  }
  qtr_chart_painter_draw_targets (painter, layout);
  qtr_chart_painter_draw_series (painter, layout, qtr_chart_pick_value, QTR_CHART_ROLE_COMMON, LINE);
  qtr_chart_painter_draw_marks (painter, layout, style_mark);
}

const QtrChartKind qtr_chart_kind_limits = {
  .name = "limits",
  .title = qtr_chart_describe_variation,
  .describe = qtr_chart_describe_limits,
  .layout = layout_limits,
  .draw = draw_limits,
  .with_limits = TRUE,
};
