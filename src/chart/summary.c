/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/bars.h"
#include "chart/chart-private.h"
#include "chart/describe.h"
#include "chart/kind.h"
#include "chart/layout-private.h"
#include "chart/period-plot.h"

/* Of the room between the margins, where the columns end: name, latest value, variation, assurance. */
static const double ends[] = { 0.4, 0.56, 0.8, 1 };

/* How large the mark of a variation is, in the usual picture. */
#define RADIUS 4.2

/* Where it is low or falling, and where it is high or rising. */
static const char *const variation_words[][2] = {
  [QTR_SPECIAL_NONE] = { N_ ("Usual variation"), N_ ("Usual variation") },
  [QTR_SPECIAL_IMPROVEMENT] = { N_ ("Improvement, low"), N_ ("Improvement, high") },
  [QTR_SPECIAL_CONCERN] = { N_ ("Concern, low"), N_ ("Concern, high") },
  [QTR_SPECIAL_NEITHER] = { N_ ("Unusual, low"), N_ ("Unusual, high") },
};

static const char *const assurance_words[] = {
  [QTR_ASSURANCE_NONE] = N_ ("Not judged"),
  [QTR_ASSURANCE_FAILS] = N_ ("Misses its target"),
  [QTR_ASSURANCE_PASSES] = N_ ("Meets its target"),
  [QTR_ASSURANCE_HIT_OR_MISS] = N_ ("Hit or miss"),
};

/* Nothing is said of a process that has no limits yet. */
static gboolean
has_limits (const QtrChart *chart)
{
  const QtrLimits *limits = qtr_chart_get_limits (chart, NULL);

  return limits && limits->n_segments > 0 && qtr_rational_is_set (qtr_limits_get_last (limits)->bounds.upper);
}

static QtrSpecial
get_special (const QtrChart *chart)
{
  return has_limits (chart) ? qtr_limits_get_variation (qtr_chart_get_limits (chart, NULL)).special
                            : QTR_SPECIAL_NONE;
}

static const char *
get_variation (const QtrChart *chart)
{
  QtrLimitsPoint point;

  if (!has_limits (chart))
    return _ ("Too few values");
  point = qtr_limits_get_variation (qtr_chart_get_limits (chart, NULL));
  return _ (variation_words[point.special][point.mark.side > 0]);
}

static const char *
get_assurance (const QtrChart *chart)
{
  const QtrChartPoint *target = qtr_chart_find_last_with (chart, qtr_chart_pick_target);

  if (!has_limits (chart) || !target)
    return _ (assurance_words[QTR_ASSURANCE_NONE]);
  return _ (assurance_words[qtr_limits_get_assurance (qtr_chart_get_limits (chart, NULL), target->target)]);
}

static char *
get_latest (const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  int latest = qtr_chart_get_latest (chart);

  return latest < 0 ? g_strdup (_ ("no value")) : qtr_chart_describe_value (chart, points[latest].value);
}

/* --- Words --- */

static char *
title_summary (const QtrChart *chart)
{
  guint n_parts, n_concerns = 0;
  QtrChart *const *parts = qtr_chart_get_parts (chart, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    n_concerns += get_special (parts[i]) == QTR_SPECIAL_CONCERN;
  if (n_parts == 0)
    return g_strdup (qtr_chart_get_measure (chart));
  /* Translators: how many of how many measures. */
  return g_strdup_printf (ngettext ("Concerns beyond chance: %1$u of %2$u measure",
                                    "Concerns beyond chance: %1$u of %2$u measures", n_parts),
                          n_concerns, n_parts);
}

static char *
describe_summary (const QtrChart *chart)
{
  guint n_parts;
  QtrChart *const *parts = qtr_chart_get_parts (chart, &n_parts);
  GString *text = g_string_new (_ ("A table of measures with their latest values, variation and assurance."));

  for (guint i = 0; i < n_parts; i++) {
    g_autofree char *latest = get_latest (parts[i]);

    g_string_append_c (text, ' ');
    /* Translators: a measure, its latest value, its variation, and how it stands to its target. */
    g_string_append_printf (text, _ ("%1$s: %2$s; %3$s; %4$s."), qtr_chart_get_measure (parts[i]), latest,
                            get_variation (parts[i]), get_assurance (parts[i]));
  }
  return g_string_free (text, FALSE);
}

/* --- Layout --- */

static void
place_cell (QtrChartLayout *layout, const char *words, QtrChartRole role, guint row, double x, double end,
            gboolean is_at_end)
{
  QtrChartTextSpec spec = { .size = layout->em, .role = role, .width = MAX (end - x, 1), .lines = 1 };
  QtrChartText *text = qtr_chart_layout_set_text (layout, words, spec);
  double width, height;

  /* Half a number is worse than none. */
  if (is_at_end && qtr_chart_text_is_shortened (text)) {
    qtr_chart_text_free (text);
    return;
  }
  qtr_chart_text_get_size (text, &width, &height);
  x = is_at_end ? end - width : x;
  qtr_chart_layout_place (layout, text, x - qtr_chart_text_get_box (text).x,
                          layout->geometry.plot.y + (row + 0.5) * layout->pitch - height / 2);
}

static void
place_row (QtrChartLayout *layout, const QtrChart *part, guint row, const QtrChartBox *frame)
{
  double gap = 0.8 * layout->em;
  double icon = layout->geometry.plot.width;
  g_autofree char *latest = get_latest (part);

  place_cell (layout, qtr_chart_get_measure (part), QTR_CHART_ROLE_INK, row, frame->x,
              frame->x + ends[0] * frame->width, FALSE);
  place_cell (layout, latest, QTR_CHART_ROLE_INK, row, frame->x + ends[0] * frame->width + gap,
              frame->x + ends[1] * frame->width, TRUE);
  place_cell (layout, get_variation (part), QTR_CHART_ROLE_QUIET, row, layout->geometry.plot.x + icon,
              frame->x + ends[2] * frame->width, FALSE);
  place_cell (layout, get_assurance (part), QTR_CHART_ROLE_QUIET, row,
              frame->x + ends[2] * frame->width + gap, frame->x + ends[3] * frame->width, FALSE);
}

static char *
write_remarks (const QtrChart *chart)
{
  guint n_parts;
  QtrChart *const *parts = qtr_chart_get_parts (chart, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    if (has_limits (parts[i]) && qtr_limits_get_last (qtr_chart_get_limits (parts[i], NULL))->trial)
      return g_strdup (_ ("Some of the limits are trial limits, from fewer values than are asked for."));
  return g_strdup ("");
}

static void
layout_summary (QtrChartLayout *layout)
{
  guint n_parts;
  QtrChart *const *parts = qtr_chart_get_parts (layout->chart, &n_parts);
  QtrChartPlot around = { 0 };
  QtrChartBox frame;

  if (n_parts == 0) {
    qtr_chart_layout_message (layout, _ ("There are no measures to sum up."));
    return;
  }
  around.remarks = write_remarks (layout->chart);
  frame = qtr_chart_layout_surroundings (layout, &around);
  qtr_chart_layout_choose_rows (layout, n_parts, frame.height);
  /* The column of the marks; all else is words. */
  layout->geometry.plot = (QtrChartBox) { frame.x + ends[1] * frame.width + 0.8 * layout->em, frame.y,
                                          1.5 * layout->em, layout->n_rows * layout->pitch };
  for (guint i = 0; i < layout->n_rows; i++)
    place_row (layout, parts[i], i, &frame);
  qtr_chart_layout_place_more (layout, n_parts, &frame);
  qtr_chart_plot_clear (&around);
}

static void
draw_summary (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  guint n_parts;
  QtrChart *const *parts = qtr_chart_get_parts (layout->chart, &n_parts);
  const QtrChartBox *plot = &layout->geometry.plot;
  double side = qtr_chart_layout_get_margin (layout);

  for (guint i = 0; i < layout->n_rows; i++) {
    QtrChartMarkStyle style = qtr_chart_special_get_style (get_special (parts[i]));
    double y = plot->y + i * layout->pitch;

    if (i > 0)
      qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_GRID, layout->stroke, side, y,
                                   layout->width - side, y);
    if (has_limits (parts[i]))
      qtr_chart_painter_draw_shape (painter, style.role, style.shape, plot->x + 0.5 * layout->em,
                                    y + layout->pitch / 2, RADIUS * layout->stroke);
  }
}

const QtrChartKind qtr_chart_kind_summary = {
  .name = "summary",
  .title = title_summary,
  .describe = describe_summary,
  .layout = layout_summary,
  .draw = draw_summary,
  .takes_many = TRUE,
  .with_parts = TRUE,
};
