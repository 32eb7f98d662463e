/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "chart/layout-private.h"

static QtrChartText *
set_label (QtrChartLayout *layout, char *words, double *width)
{
  g_autofree char *owned = words;
  QtrChartText *text = qtr_chart_layout_set_text (
      layout, owned, (QtrChartTextSpec) { .size = layout->em, .role = QTR_CHART_ROLE_QUIET });

  qtr_chart_text_get_size (text, width, NULL);
  return text;
}

static double
line_height (QtrChartLayout *layout)
{
  g_autoptr (QtrChartText) text = qtr_chart_layout_set_text (
      layout, "2", (QtrChartTextSpec) { .size = layout->em, .role = QTR_CHART_ROLE_QUIET });
  double height;

  qtr_chart_text_get_size (text, NULL, &height);
  return height;
}

static void
take_one_year (QtrChartLayout *layout, QtrPeriod within)
{
  QtrPeriod year = qtr_period_as_unit (within, QTR_PERIOD_YEAR, within.first_month);

  layout->geometry.first = qtr_period_as_unit (year, (QtrPeriodUnit) within.unit, within.first_month);
  layout->n_slots = QTR_PERIOD_YEAR / within.unit;
}

/* Points keep clear of the plot's sides by three fifths of their distance, or by their own size. */
static void
place_slots (QtrChartLayout *layout)
{
  QtrChartGeometry *geometry = &layout->geometry;
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (layout->chart, &n_points);
  double pad;

  geometry->first = points[0].period;
  layout->n_slots = qtr_period_distance (points[0].period, points[n_points - 1].period) + 1;
  if (layout->is_one_year)
    take_one_year (layout, points[qtr_chart_get_latest (layout->chart)].period);
  pad = MAX (0.6 * geometry->plot.width / (layout->n_slots + 0.2), 7 * layout->stroke);
  /* The lines of a year end where their labels are. */
  if (layout->is_one_year)
    pad = MAX (1.5 * layout->em, 7 * layout->stroke);
  geometry->first_x = geometry->plot.x + pad;
  geometry->step = (geometry->plot.width - 2 * pad) / MAX (layout->n_slots - 1, 1);
  if (layout->n_slots > 1)
    return;
  geometry->first_x = geometry->plot.x + geometry->plot.width / 2;
  geometry->step = geometry->plot.width;
}

static QtrPeriod
slot_period (const QtrChartLayout *layout, int slot)
{
  return qtr_period_add (layout->geometry.first, slot);
}

/* A year at most has to be tried, for the names repeat. */
static double
widest_short (QtrChartLayout *layout)
{
  double widest = 0;

  for (int i = 0; i < MIN (layout->n_slots, 12); i++) {
    double width;
    g_autoptr (QtrChartText) text =
        set_label (layout, qtr_chart_period_short (slot_period (layout, i)), &width);

    widest = MAX (widest, width);
  }
  return widest;
}

static void
place_shorts (QtrChartLayout *layout, double y, int stride)
{
  for (int i = (layout->n_slots - 1) % stride; i < layout->n_slots; i += stride) {
    double width;
    QtrChartText *text = set_label (layout, qtr_chart_period_short (slot_period (layout, i)), &width);

    qtr_chart_layout_place (layout, text, layout->geometry.first_x + i * layout->geometry.step - width / 2,
                            y);
  }
}

static QtrPeriod
year_of (QtrPeriod period)
{
  return qtr_period_as_unit (period, QTR_PERIOD_YEAR, period.first_month);
}

/* Where the year begins on the axis, cut at the plot's sides. */
static double
year_edge (const QtrChartLayout *layout, QtrPeriod year)
{
  const QtrChartGeometry *geometry = &layout->geometry;
  double slots = (year.start - geometry->first.start) / (double) geometry->first.unit;
  double x = geometry->first_x + (slots - 0.5) * geometry->step;

  return CLAMP (x, geometry->plot.x, geometry->plot.x + geometry->plot.width);
}

typedef struct {
  double y;
  double right;
  double gap;
  int stride;
} YearRow;

/* Within its year, or, where labels are wider than years, at least with its middle there. A last year that
 * the picture cuts short may write on to the right, where the axis has nothing else. */
static gboolean
find_year_place (const QtrChartLayout *layout, const YearRow *row, QtrPeriod year, double width,
                 gboolean is_last, double *x)
{
  double left = year_edge (layout, year);
  double right = year_edge (layout, qtr_period_add (year, 1));

  *x = (left + right - width) / 2;
  if (row->stride > 1)
    *x = MAX (*x, layout->geometry.plot.x);
  else if (is_last)
    *x = MAX (*x, left + row->gap / 2);
  else if (*x < left)
    return FALSE;
  return *x + width <= row->right && (is_last || *x + width / 2 <= right);
}

static void
place_year (QtrChartLayout *layout, YearRow *row, QtrPeriod year, gboolean is_last)
{
  double width, x;
  QtrChartText *text = set_label (layout, qtr_period_to_label (year), &width);

  if (!find_year_place (layout, row, year, width, is_last, &x)) {
    qtr_chart_text_free (text);
    return;
  }
  qtr_chart_layout_place (layout, text, x, row->y);
  row->right = x - row->gap;
}

static int
year_stride (QtrChartLayout *layout, QtrPeriod year, double gap)
{
  double width;
  g_autoptr (QtrChartText) text = set_label (layout, qtr_period_to_label (year), &width);
  double room = layout->geometry.step * (QTR_PERIOD_YEAR / layout->geometry.first.unit);

  return layout->n_slots == 1 ? 1 : qtr_chart_year_stride (room, width + gap);
}

/* From the latest back, because that is the one that must not be crowded out. */
static void
place_years (QtrChartLayout *layout, double y, double right)
{
  YearRow row = { y, right, 0.6 * layout->em, 1 };
  QtrPeriod first = year_of (layout->geometry.first);
  QtrPeriod last = year_of (slot_period (layout, layout->n_slots - 1));
  int anchor;

  row.stride = year_stride (layout, last, row.gap);
  /* Round years where there are many; where there are few, the latest counts most. */
  anchor = row.stride < 10 ? qtr_period_year (last) : 0;
  /* Where labels are wider than years, the lines between years stay above them. */
  if (row.stride > 1)
    layout->rule_bottom = y - 0.1 * layout->em;
  for (QtrPeriod year = last; year.start >= first.start; year = qtr_period_add (year, -1))
    if ((qtr_period_year (year) - anchor) % row.stride == 0)
      place_year (layout, &row, year, year.start == last.start);
}

/* Years have one row, and so have the periods of one; other periods have two, if their short names fit, and
 * else only the years'. */
void
qtr_chart_layout_place_periods (QtrChartLayout *layout, QtrChartBox frame)
{
  QtrChartGeometry *geometry = &layout->geometry;
  double row = line_height (layout);
  double top = 0.75 * layout->em;
  gboolean are_years, has_shorts;
  double bottom, shorts;

  place_slots (layout);
  are_years = geometry->first.unit == QTR_PERIOD_YEAR || layout->is_one_year;
  shorts = widest_short (layout) + 0.5 * layout->em;
  has_shorts = !are_years && shorts <= geometry->step && frame.height > 12 * layout->em;
  geometry->plot.height -= top + row * (has_shorts ? 2 : 1);
  bottom = geometry->plot.y + geometry->plot.height;
  layout->rule_bottom = are_years ? 0 : bottom + top + row * (has_shorts ? 1.95 : 0.95);
  if (are_years)
    place_shorts (layout, bottom + top,
                  layout->n_slots > 1 ? qtr_chart_year_stride (geometry->step, shorts) : 1);
  else if (has_shorts)
    place_shorts (layout, bottom + top, 1);
  if (!are_years)
    place_years (layout, bottom + top + (has_shorts ? row : 0), frame.x + frame.width);
}
