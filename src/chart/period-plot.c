/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "chart/chart-private.h"
#include "chart/describe.h"
#include "chart/period-plot.h"

/* Of marks, in the usual picture. */
#define RADIUS 3.6
#define LATEST_RADIUS 4.6
#define RING 1.4

QtrDecimal
qtr_chart_pick_value (const QtrChartPoint *point)
{
  return point->value;
}

QtrDecimal
qtr_chart_pick_comparator (const QtrChartPoint *point)
{
  return point->comparator;
}

QtrDecimal
qtr_chart_pick_target (const QtrChartPoint *point)
{
  return point->target;
}

const QtrChartPoint *
qtr_chart_find_last_with (const QtrChart *chart, QtrChartPickFunc pick)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  for (guint i = n_points; i > 0; i--)
    if (qtr_chart_is_drawable (pick (&points[i - 1])))
      return &points[i - 1];
  return NULL;
}

QtrChartRange
qtr_chart_range_of_all (const QtrChart *chart)
{
  QtrChartRange range = QTR_CHART_RANGE_EMPTY;
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  for (guint i = 0; i < n_points; i++) {
    qtr_chart_range_add (&range, points[i].value);
    qtr_chart_range_add (&range, points[i].comparator);
    qtr_chart_range_add (&range, points[i].target);
    if (qtr_chart_is_restated (&points[i]))
      qtr_chart_range_add (&range, points[i].published);
  }
  return range;
}

void
qtr_chart_add_remark (GString *remarks, const char *sentence)
{
  if (remarks->len > 0)
    g_string_append_c (remarks, ' ');
  g_string_append (remarks, sentence);
}

char *
qtr_chart_write_remarks (const QtrChart *chart, gboolean with_zero)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  gboolean any_provisional = FALSE, any_restated = FALSE;
  GString *remarks = g_string_new (NULL);

  for (guint i = 0; i < n_points; i++) {
    any_provisional |= points[i].provisional && qtr_chart_is_drawable (points[i].value);
    any_restated |= qtr_chart_is_restated (&points[i]);
  }
  if (!with_zero)
    qtr_chart_add_remark (remarks, _ ("The axis does not start at zero."));
  if (any_provisional)
    qtr_chart_add_remark (remarks, _ ("Hollow points are provisional."));
  if (any_restated)
    qtr_chart_add_remark (remarks, _ ("A short bar is the value first published."));
  return g_string_free (remarks, FALSE);
}

void
qtr_chart_plot_label_line (QtrChartPlot *plot, const QtrChart *chart, QtrChartPickFunc pick,
                           const char *format, QtrChartRole role)
{
  const QtrChartPoint *point = qtr_chart_find_last_with (chart, pick);
  g_autofree char *value = NULL;
  g_auto (GStrv) parts = NULL;

  if (!point)
    return;
  value = qtr_chart_describe_value (chart, pick (point));
  parts = g_strsplit (format, "%s", 2);
  qtr_chart_plot_add_label (plot, g_strjoinv (value, parts), qtr_decimal_to_double (pick (point)), role,
                            FALSE);
}

void
qtr_chart_plot_label_latest (QtrChartPlot *plot, const QtrChart *chart, QtrChartRole role)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  int latest = qtr_chart_get_latest (chart);
  QtrDecimal value = points[latest].value;

  qtr_chart_plot_add_label (plot, qtr_chart_describe_value (chart, value), qtr_decimal_to_double (value),
                            role, TRUE);
  /* The value would seem to belong to the axis's last period: say to which it does. */
  if (latest + 1 < (int) n_points)
    qtr_chart_plot_add_label (plot, qtr_period_to_label (points[latest].period),
                              qtr_decimal_to_double (value), QTR_CHART_ROLE_QUIET, FALSE);
}

/* Marks shrink with their distance, and go where they would run into each other. */
static double
mark_radius (const QtrChartLayout *layout)
{
  double room = layout->geometry.step * 0.3;

  if (room >= RADIUS * layout->stroke)
    return RADIUS * layout->stroke;
  return room >= 1.6 * layout->stroke ? room : 0;
}

/* The ring around a mark gives way before it would cut the line between two of them into dashes. */
static double
ring_width (const QtrChartLayout *layout)
{
  return RING * layout->stroke * CLAMP ((layout->geometry.step / layout->stroke - 8) / 6, 0, 1);
}

static gboolean
has_value (const QtrChartPoint *points, guint n_points, guint at, int offset)
{
  guint other = at + (guint) offset;

  return other < n_points && qtr_chart_is_drawable (points[other].value) &&
         qtr_period_distance (points[at].period, points[other].period) == offset;
}

/* A value between two gaps has no line, and is seen by its mark alone. */
static double
radius_at (const QtrChartLayout *layout, const QtrChartPoint *points, guint n_points, guint at, double usual)
{
  if (at == (guint) qtr_chart_get_latest (layout->chart))
    return LATEST_RADIUS * layout->stroke;
  if (usual == 0 && !has_value (points, n_points, at, -1) && !has_value (points, n_points, at, 1))
    return 1.2 * layout->stroke;
  return usual;
}

void
qtr_chart_layout_place_marks (QtrChartLayout *layout, guint first)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);
  double usual = mark_radius (layout);

  for (guint i = first; i < n_points; i++) {
    QtrChartMark mark = { .point = i };

    if (!qtr_chart_is_drawable (points[i].value))
      continue;
    mark.x = qtr_chart_geometry_period_to_x (&layout->geometry, points[i].period);
    mark.y = qtr_chart_geometry_value_to_y (&layout->geometry, qtr_decimal_to_double (points[i].value));
    mark.radius = radius_at (layout, points, n_points, i, usual);
    g_array_append_val (layout->geometry.marks, mark);
  }
}

static void
draw_grid (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  const QtrChartBox *plot = &layout->geometry.plot;

  for (int i = 0; i < layout->axis.n_ticks; i++) {
    QtrDecimal tick = qtr_chart_value_axis_get_tick (&layout->axis, i);
    double y = qtr_chart_geometry_value_to_y (&layout->geometry, qtr_decimal_to_double (tick));

    qtr_chart_painter_draw_rule (painter, tick.digits == 0 ? QTR_CHART_ROLE_AXIS : QTR_CHART_ROLE_GRID,
                                 layout->stroke, plot->x, y, plot->x + plot->width, y);
  }
}

static void
draw_period_axis (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  const QtrChartGeometry *geometry = &layout->geometry;
  double bottom = geometry->plot.y + geometry->plot.height;
  double right = geometry->plot.x + geometry->plot.width;

  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, layout->stroke, geometry->plot.x, bottom, right,
                               bottom);
  for (int i = 0; i < layout->n_slots && geometry->step >= 3 * layout->stroke; i++) {
    double x = geometry->first_x + i * geometry->step;

    qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, layout->stroke, x, bottom, x,
                                 bottom + 4 * layout->stroke);
  }
}

/* A line parts the years wherever years are wide enough to be told apart. */
static void
draw_year_rules (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  const QtrChartGeometry *geometry = &layout->geometry;
  int a_year = QTR_PERIOD_YEAR / geometry->first.unit;
  double bottom = geometry->plot.y + geometry->plot.height;

  if (a_year == 1 || geometry->step * a_year < 8 * layout->stroke)
    return;
  for (int i = 1; i < layout->n_slots; i++) {
    QtrPeriod period = qtr_period_add (geometry->first, i);
    double x = geometry->first_x + (i - 0.5) * geometry->step;

    if (qtr_period_as_unit (period, QTR_PERIOD_YEAR, period.first_month).start == period.start)
      qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, layout->stroke, x, bottom, x,
                                   layout->rule_bottom);
  }
}

static void
add_place (GArray *x, GArray *y, double to_x, double to_y)
{
  g_array_append_val (x, to_x);
  g_array_append_val (y, to_y);
}

/* The places of a line, with a NaN for every gap. */
static void
trace (const QtrChartLayout *layout, QtrChartPickFunc pick, GArray *x, GArray *y)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);

  for (guint i = 0; i < n_points; i++) {
    QtrDecimal value = pick (&points[i]);
    double to_x = qtr_chart_geometry_period_to_x (&layout->geometry, points[i].period);

    if (i > 0 && qtr_period_distance (points[i - 1].period, points[i].period) > 1)
      add_place (x, y, to_x, NAN);
    add_place (x, y, to_x,
               qtr_chart_is_drawable (value)
                   ? qtr_chart_geometry_value_to_y (&layout->geometry, qtr_decimal_to_double (value))
                   : NAN);
  }
}

void
qtr_chart_painter_draw_track (QtrChartPainter *painter, const QtrChartLayout *layout, QtrChartRole role,
                              double thickness, const double *x, const double *y, guint n)
{
  qtr_chart_painter_draw_line (painter, QTR_CHART_ROLE_PAPER, (thickness + 2 * RING) * layout->stroke, x, y,
                               n);
  qtr_chart_painter_draw_line (painter, role, thickness * layout->stroke, x, y, n);
}

void
qtr_chart_painter_draw_series (QtrChartPainter *painter, const QtrChartLayout *layout, QtrChartPickFunc pick,
                               QtrChartRole role, double thickness)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));

  trace (layout, pick, x, y);
  qtr_chart_painter_draw_track (painter, layout, role, thickness, (const double *) (const void *) x->data,
                                (const double *) (const void *) y->data, x->len);
}

static gboolean
same_target (const QtrChartPoint *a, const QtrChartPoint *b)
{
  return qtr_chart_is_drawable (a->target) && qtr_chart_is_drawable (b->target) &&
         qtr_decimal_to_double (a->target) == qtr_decimal_to_double (b->target);
}

/* A target is level for as long as it holds, and reaches the plot's sides. */
void
qtr_chart_painter_draw_targets (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  const QtrChartGeometry *geometry = &layout->geometry;
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);

  qtr_chart_painter_set_dashes (painter, 6 * layout->stroke, 4 * layout->stroke);
  for (guint start = 0, end; start < n_points; start = end) {
    double left = qtr_chart_geometry_period_to_x (geometry, points[start].period) - geometry->step / 2;
    double right, y;

    for (end = start + 1; end < n_points && same_target (&points[start], &points[end]); end++)
      ;
    if (!qtr_chart_is_drawable (points[start].target))
      continue;
    right = qtr_chart_geometry_period_to_x (geometry, points[end - 1].period) + geometry->step / 2;
    y = qtr_chart_geometry_value_to_y (geometry, qtr_decimal_to_double (points[start].target));
    qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_TARGET, 1.5 * layout->stroke,
                                 start == 0 ? geometry->plot.x : left, y,
                                 end == n_points ? geometry->plot.x + geometry->plot.width : right, y);
  }
  qtr_chart_painter_set_dashes (painter, 0, 0);
}

static void
draw_restatement (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrChartMark *mark,
                  const QtrChartPoint *point)
{
  double y = qtr_chart_geometry_value_to_y (&layout->geometry, qtr_decimal_to_double (point->published));
  double half = MAX (mark->radius, 2 * layout->stroke) + RING * layout->stroke;

  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_COMPARATOR, layout->stroke, mark->x, y, mark->x,
                               mark->y);
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_COMPARATOR, 2 * layout->stroke, mark->x - half, y,
                               mark->x + half, y);
}

QtrChartMarkStyle
qtr_chart_special_get_style (QtrSpecial special)
{
  static const QtrChartMarkStyle styles[] = {
    [QTR_SPECIAL_NONE] = { QTR_CHART_ROLE_COMMON, QTR_CHART_SHAPE_DISC },
    [QTR_SPECIAL_IMPROVEMENT] = { QTR_CHART_ROLE_IMPROVEMENT, QTR_CHART_SHAPE_DIAMOND },
    [QTR_SPECIAL_CONCERN] = { QTR_CHART_ROLE_CONCERN, QTR_CHART_SHAPE_TRIANGLE },
    [QTR_SPECIAL_NEITHER] = { QTR_CHART_ROLE_SPECIAL, QTR_CHART_SHAPE_SQUARE },
  };

  return styles[special];
}

static void
draw_mark (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrChartMark *mark,
           QtrChartMarkStyle style, gboolean is_hollow)
{
  double ring = ring_width (layout);

  if (ring > 0)
    qtr_chart_painter_draw_shape (painter, QTR_CHART_ROLE_PAPER, style.shape, mark->x, mark->y,
                                  mark->radius + ring);
  qtr_chart_painter_draw_shape (painter, style.role, style.shape, mark->x, mark->y, mark->radius);
  if (is_hollow)
    qtr_chart_painter_draw_shape (painter, QTR_CHART_ROLE_PAPER, style.shape, mark->x, mark->y,
                                  mark->radius * 0.56);
}

void
qtr_chart_painter_draw_marks (QtrChartPainter *painter, const QtrChartLayout *layout,
                              QtrChartStyleMarkFunc style)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);

  for (guint i = 0; i < layout->geometry.marks->len; i++) {
    const QtrChartMark *mark = &g_array_index (layout->geometry.marks, QtrChartMark, i);

    if (qtr_chart_is_restated (&points[mark->point]))
      draw_restatement (painter, layout, mark, &points[mark->point]);
    draw_mark (painter, layout, mark, style (layout->chart, mark->point), points[mark->point].provisional);
  }
  for (guint i = 0; i < layout->keys->len; i++) {
    const QtrChartKey *key = &g_array_index (layout->keys, QtrChartKey, i);

    qtr_chart_painter_draw_shape (painter, key->role, key->shape, key->x, key->y, RADIUS * layout->stroke);
  }
}

void
qtr_chart_painter_draw_axes (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  draw_grid (painter, layout);
  draw_period_axis (painter, layout);
  draw_year_rules (painter, layout);
}
