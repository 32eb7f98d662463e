/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"

#include "chart/bars.h"
#include "chart/chart-private.h"
#include "chart/layout-private.h"
#include "chart/painter.h"

/* Of the letters beside the bars: the least and the usual distance of rows. */
#define LEAST_PITCH 1.5
#define USUAL_PITCH 3.2

/* Of the picture's width, what names may take, and what the bars keep. */
#define NAMES_SHARE 0.36
#define BARS_SHARE 0.28

/* Of the distance of rows, how thick a bar is; and how thick the side of a hollow one. */
#define THICKNESS 0.6
#define SIDE 1.6

static QtrDecimal
pick (const QtrChart *chart, const QtrChartBars *bars, const QtrChartRow *row)
{
  return bars->pick ? bars->pick (chart, row) : row->value;
}

static char *
format_value (const QtrChart *chart, const QtrChartBars *bars, const QtrChartRow *row)
{
  QtrDecimal value = pick (chart, bars, row);

  return qtr_chart_is_drawable (value) ? qtr_figure_format (value, bars->unit) : g_strdup (_ ("no value"));
}

/* --- Words --- */

char *
qtr_chart_describe_no_bars (const QtrChart *chart)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);

  if (n_rows > 0 && qtr_chart_is_drawable (rows[0].value))
    return NULL;
  return g_strdup (n_rows == 0 ? _ ("There is nothing to compare: nothing was reported by area.")
                               : _ ("There is nothing to compare: none of them has a value yet."));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
qtr_chart_describe_bars (const QtrChart *chart, const QtrChartBars *bars)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  GString *text = g_string_new (NULL);

  /* Translators: a measure, and the period that its bars are of. */
  g_string_append_printf (text, _ ("Bars of %1$s: %2$s."), qtr_chart_get_measure (chart),
                          qtr_chart_get_subtitle (chart));
  for (guint i = 0; i < n_rows; i++) {
    g_autofree char *value = format_value (chart, bars, &rows[i]);

    g_string_append_c (text, ' ');
    /* Translators: an area or a measure, and its value. */
    g_string_append_printf (text, rows[i].provisional ? _ ("%1$s: %2$s, provisional.") : _ ("%1$s: %2$s."),
                            rows[i].name, value);
  }
  if (bars->remark)
    g_string_append_printf (text, " %s", bars->remark);
  return g_string_free (text, FALSE);
}

#pragma GCC diagnostic pop

/* --- Layout --- */

static char *
write_remarks (const QtrChart *chart, const QtrChartBars *bars)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  gboolean any_provisional = FALSE, any_restated = FALSE;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++) {
    any_provisional |= rows[i].provisional;
    any_restated |= !bars->pick && qtr_chart_is_drawable (rows[i].published);
  }
  if (any_provisional)
    g_ptr_array_add (sentences, (gpointer) _ ("Hollow bars are provisional."));
  if (any_restated)
    g_ptr_array_add (sentences, (gpointer) _ ("A line across a bar is the value first published."));
  if (bars->remark)
    g_ptr_array_add (sentences, (gpointer) bars->remark);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static void
find_range (QtrChartLayout *layout, const QtrChartBars *bars)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (layout->chart, &n_rows);
  QtrChartRange range = QTR_CHART_RANGE_EMPTY;

  for (guint i = 0; i < n_rows; i++) {
    qtr_chart_range_add (&range, pick (layout->chart, bars, &rows[i]));
    if (!bars->pick)
      qtr_chart_range_add (&range, rows[i].published);
  }
  layout->geometry.low = MIN (range.low, 0);
  layout->geometry.high = MAX (range.high, 0);
  if (layout->geometry.low == layout->geometry.high)
    layout->geometry.high = 1;
}

static QtrChartText *
set_words (QtrChartLayout *layout, const char *words, QtrChartRole role, double width)
{
  return qtr_chart_layout_set_text (
      layout, words, (QtrChartTextSpec) { .size = layout->em, .role = role, .width = width, .lines = 1 });
}

/* Sets a column of words; returns how wide it is. */
static double
set_column (QtrChartLayout *layout, const QtrChartBars *bars, double most, GPtrArray *texts)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (layout->chart, &n_rows);
  double widest = 0;

  for (guint i = 0; i < layout->n_rows; i++) {
    g_autofree char *words = bars ? format_value (layout->chart, bars, &rows[i]) : g_strdup (rows[i].name);
    QtrChartText *text = set_words (layout, words, bars ? QTR_CHART_ROLE_INK : QTR_CHART_ROLE_QUIET, most);
    double width;

    qtr_chart_text_get_size (text, &width, NULL);
    widest = MAX (widest, width);
    g_ptr_array_add (texts, text);
  }
  return widest;
}

void
qtr_chart_layout_choose_rows (QtrChartLayout *layout, guint n_rows, double height)
{
  guint n_fit = (guint) MAX (height / (LEAST_PITCH * layout->em), 1);

  layout->n_rows = n_rows <= n_fit ? n_rows : MAX (n_fit - 1, 1);
  layout->pitch = MIN (height / (layout->n_rows + (n_rows > layout->n_rows)), USUAL_PITCH * layout->em);
}

void
qtr_chart_layout_place_more (QtrChartLayout *layout, guint n_rows, const QtrChartBox *frame)
{
  double height, y = layout->geometry.plot.y + layout->geometry.plot.height;
  g_autofree char *words = NULL;
  QtrChartText *text;

  if (n_rows == layout->n_rows)
    return;
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", n_rows - layout->n_rows),
                           n_rows - layout->n_rows);
  text = set_words (layout, words, QTR_CHART_ROLE_QUIET, frame->width);
  qtr_chart_text_get_size (text, NULL, &height);
  if (y + height > frame->y + frame->height)
    qtr_chart_text_free (text);
  else
    qtr_chart_layout_place (layout, text, frame->x, y);
}

/* Words stand in the middle of their rows, at the end of their column. */
static void
place_column (QtrChartLayout *layout, GPtrArray *texts, double end)
{
  for (guint i = 0; i < texts->len; i++) {
    QtrChartText *text = g_steal_pointer (&texts->pdata[i]);
    double width, height;

    qtr_chart_text_get_size (text, &width, &height);
    /* Words that run from right to left begin at the other side of the room that they were set in. */
    qtr_chart_layout_place (layout, text, end - width - qtr_chart_text_get_box (text).x,
                            layout->geometry.plot.y + (i + 0.5) * layout->pitch - height / 2);
  }
}

static void
place_bars (QtrChartLayout *layout, const QtrChartBars *bars, QtrChartBox frame)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (qtr_chart_layout_free_text);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (qtr_chart_layout_free_text);
  QtrChartBox *plot = &layout->geometry.plot;
  double gap = 0.7 * layout->em;
  double names_width, values_width, most;
  guint n_rows;

  qtr_chart_get_rows (layout->chart, &n_rows);
  qtr_chart_layout_choose_rows (layout, n_rows, frame.height);
  values_width = set_column (layout, bars, 0.3 * frame.width, values);
  most = MIN (NAMES_SHARE * frame.width, frame.width - values_width - 2 * gap - BARS_SHARE * layout->width);
  names_width = set_column (layout, NULL, MAX (most, layout->em), names);
  plot->x = frame.x + names_width + gap;
  plot->width = frame.width - names_width - values_width - 2 * gap;
  plot->y = frame.y;
  plot->height = layout->n_rows * layout->pitch;
  place_column (layout, names, frame.x + names_width);
  place_column (layout, values, frame.x + frame.width);
  qtr_chart_layout_place_more (layout, n_rows, &frame);
}

void
qtr_chart_layout_bars (QtrChartLayout *layout, const QtrChartBars *bars)
{
  QtrChartPlot around = { .remarks = write_remarks (layout->chart, bars) };

  find_range (layout, bars);
  place_bars (layout, bars, qtr_chart_layout_surroundings (layout, &around));
  qtr_chart_plot_clear (&around);
}

/* --- Drawing --- */

static double
value_to_x (const QtrChartLayout *layout, double value)
{
  const QtrChartGeometry *geometry = &layout->geometry;

  return geometry->plot.x + geometry->plot.width * (value - geometry->low) / (geometry->high - geometry->low);
}

static void
draw_bar (QtrChartPainter *painter, const QtrChartLayout *layout, QtrChartBox box, gboolean is_hollow)
{
  double side = SIDE * layout->stroke;

  qtr_chart_painter_draw_box (painter, QTR_CHART_ROLE_LINE, &box);
  if (!is_hollow)
    return;
  box = (QtrChartBox) { box.x + side, box.y + side, box.width - 2 * side, box.height - 2 * side };
  qtr_chart_painter_draw_box (painter, QTR_CHART_ROLE_PAPER, &box);
}

static void
draw_row (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrChartBars *bars, guint i)
{
  guint n_rows;
  const QtrChartRow *row = qtr_chart_get_rows (layout->chart, &n_rows) + i;
  QtrDecimal value = pick (layout->chart, bars, row);
  double zero = value_to_x (layout, 0);
  double top = layout->geometry.plot.y + (i + 0.5 - THICKNESS / 2) * layout->pitch;
  double x;

  if (!qtr_chart_is_drawable (value))
    return;
  x = value_to_x (layout, qtr_decimal_to_double (value));
  draw_bar (painter, layout,
            (QtrChartBox) { MIN (x, zero), top, MAX (x, zero) - MIN (x, zero), THICKNESS * layout->pitch },
            row->provisional);
  if (bars->pick || !qtr_chart_is_drawable (row->published))
    return;
  x = value_to_x (layout, qtr_decimal_to_double (row->published));
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_PAPER, 5 * layout->stroke, x, top, x,
                               top + THICKNESS * layout->pitch);
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, 2 * layout->stroke, x, top - 2 * layout->stroke,
                               x, top + THICKNESS * layout->pitch + 2 * layout->stroke);
}

void
qtr_chart_painter_draw_bars (QtrChartPainter *painter, const QtrChartLayout *layout, const QtrChartBars *bars)
{
  const QtrChartBox *plot = &layout->geometry.plot;
  double zero = value_to_x (layout, 0);

  for (guint i = 0; i < layout->n_rows; i++)
    draw_row (painter, layout, bars, i);
  qtr_chart_painter_draw_rule (painter, QTR_CHART_ROLE_AXIS, layout->stroke, zero, plot->y, zero,
                               plot->y + plot->height);
}
