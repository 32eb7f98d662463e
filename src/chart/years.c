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

/* How thick lines are, in the usual picture: of the latest year, the year before, and those before that. */
#define LATEST 2.4
#define BEFORE 1.8
#define OLDER 1.0

/* More lines than these nobody tells apart; and how many of them have a label. */
#define YEARS_MAX 10
#define LABELLED_MAX 4

/* The points of one year, a line of its own. */
typedef struct {
  QtrPeriod year;
  guint first;
  guint end;
} Year;

static QtrPeriod
year_of (QtrPeriod period)
{
  return qtr_period_as_unit (period, QTR_PERIOD_YEAR, period.first_month);
}

/* The latest year first; what comes after the latest value is no part of it. */
static guint
find_years (const QtrChart *chart, Year *years)
{
  guint n_points, n_years = 0;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  guint end = (guint) qtr_chart_get_latest (chart) + 1;

  while (end > 0 && n_years < YEARS_MAX) {
    QtrPeriod year = year_of (points[end - 1].period);
    guint first = end - 1;

    while (first > 0 && qtr_period_compare (year_of (points[first - 1].period), year) == 0)
      first--;
    years[n_years++] = (Year) { year, first, end };
    end = first;
  }
  return n_years;
}

static const QtrChartPoint *
last_of (const QtrChart *chart, const Year *year)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  for (guint i = year->end; i > year->first; i--)
    if (qtr_chart_is_drawable (points[i - 1].value))
      return &points[i - 1];
  return NULL;
}

/* --- Layout --- */

static QtrChartRange
range_of (const QtrChart *chart, guint first)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  QtrChartRange range = QTR_CHART_RANGE_EMPTY;

  for (guint i = first; i < n_points; i++) {
    qtr_chart_range_add (&range, points[i].value);
    if (qtr_chart_is_restated (&points[i]))
      qtr_chart_range_add (&range, points[i].published);
  }
  return range;
}

static void
add_labels (QtrChartPlot *plot, const QtrChart *chart, const Year *years, guint n_years)
{
  qtr_chart_plot_label_latest (plot, chart, QTR_CHART_ROLE_LINE);
  for (guint i = 0; i < MIN (n_years, LABELLED_MAX) && plot->n_labels < QTR_CHART_END_LABELS_MAX; i++) {
    const QtrChartPoint *last = last_of (chart, &years[i]);

    if (last)
      qtr_chart_plot_add_label (plot, qtr_period_to_label (years[i].year),
                                qtr_decimal_to_double (last->value),
                                i == 0 ? QTR_CHART_ROLE_LINE : QTR_CHART_ROLE_QUIET, FALSE);
  }
}

static char *
write_remarks (const QtrChart *chart, gboolean with_zero, const Year *oldest)
{
  GString *remarks = g_string_new_take (qtr_chart_write_remarks (chart, with_zero));
  g_autofree char *year = NULL;
  g_autofree char *sentence = NULL;

  if (oldest->first > 0) {
    year = qtr_period_to_label (oldest->year);
    /* Translators: the first year that a chart shows. */
    sentence = g_strdup_printf (_ ("Years before %s are not shown."), year);
    qtr_chart_add_remark (remarks, sentence);
  }
  return g_string_free (remarks, FALSE);
}

static char *
describe_no_years (const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  if (qtr_chart_get_latest (chart) < 0)
    return qtr_chart_describe_nothing (chart);
  if (points[0].period.unit == QTR_PERIOD_YEAR)
    return g_strdup (
        _ ("There is one value a year, so that years have no lines of their own; take the trend."));
  return NULL;
}

static void
layout_years (QtrChartLayout *layout)
{
  const QtrChart *chart = layout->chart;
  g_autofree char *sentence = describe_no_years (chart);
  QtrChartPlot plot = { 0 };
  Year years[YEARS_MAX];
  guint n_years;

  if (sentence) {
    qtr_chart_layout_message (layout, sentence);
    return;
  }
  n_years = find_years (chart, years);
  plot.range = range_of (chart, years[n_years - 1].first);
  plot.with_zero = qtr_chart_range_wants_zero (&plot.range, qtr_chart_get_axis_wish (chart));
  plot.remarks = write_remarks (chart, plot.with_zero, &years[n_years - 1]);
  add_labels (&plot, chart, years, n_years);
  layout->is_one_year = TRUE;
  qtr_chart_layout_plot (layout, &plot);
  qtr_chart_layout_place_marks (layout, years[0].first);
  qtr_chart_plot_clear (&plot);
}

/* --- Drawing --- */

/* Every year runs over the same periods; one without a point, or without a value, is a gap. */
static void
draw_year (QtrChartPainter *painter, const QtrChartLayout *layout, const Year *year, QtrChartRole role,
           double thickness)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);
  QtrPeriod first =
      qtr_period_as_unit (year->year, (QtrPeriodUnit) points[0].period.unit, year->year.first_month);
  double x[QTR_PERIOD_YEAR], y[QTR_PERIOD_YEAR];

  for (int i = 0; i < layout->n_slots; i++) {
    x[i] = layout->geometry.first_x + i * layout->geometry.step;
    y[i] = NAN;
  }
  for (guint i = year->first; i < year->end; i++)
    if (qtr_chart_is_drawable (points[i].value))
      y[qtr_period_distance (first, points[i].period)] =
          qtr_chart_geometry_value_to_y (&layout->geometry, qtr_decimal_to_double (points[i].value));
  qtr_chart_painter_draw_track (painter, layout, role, thickness, x, y, (guint) layout->n_slots);
}

static QtrChartMarkStyle
style_mark (const QtrChart *chart, guint point)
{
  return (QtrChartMarkStyle) { QTR_CHART_ROLE_LINE, QTR_CHART_SHAPE_DISC };
}

static void
draw_years (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  Year years[YEARS_MAX];
  guint n_years = find_years (layout->chart, years);

  qtr_chart_painter_draw_axes (painter, layout);
  for (guint i = n_years - 1; i > 0; i--)
    draw_year (painter, layout, &years[i], i == 1 ? QTR_CHART_ROLE_AXIS : QTR_CHART_ROLE_COMPARATOR,
               i == 1 ? BEFORE : OLDER);
  draw_year (painter, layout, &years[0], QTR_CHART_ROLE_LINE, LATEST);
  qtr_chart_painter_draw_marks (painter, layout, style_mark);
}

static char *
describe_years (const QtrChart *chart)
{
  g_autofree char *series = qtr_chart_describe_series (chart);
  g_autofree char *fault = describe_no_years (chart);

  if (fault)
    return qtr_chart_get_latest (chart) < 0 ? g_steal_pointer (&fault)
                                            : g_strconcat (series, " ", fault, NULL);
  return g_strconcat (series, " ", _ ("Each year has a line of its own; the latest stands out."), NULL);
}

const QtrChartKind qtr_chart_kind_years = {
  .name = "years",
  .title = qtr_chart_describe_title,
  .describe = describe_years,
  .layout = layout_years,
  .draw = draw_years,
};
