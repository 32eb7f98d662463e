/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "base/rational.h"

#include "chart/bars.h"
#include "chart/chart-private.h"
#include "chart/kind.h"

static QtrRational
add_up (const QtrChart *chart)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  QtrRational sum = qtr_rational_new (0, 1);

  for (guint i = 0; i < n_rows; i++)
    sum = qtr_rational_add (sum, qtr_rational_from_decimal (rows[i].value));
  return sum;
}

static QtrDecimal
pick_share (const QtrChart *chart, const QtrChartRow *row)
{
  QtrRational share = qtr_rational_divide (qtr_rational_from_decimal (row->value), add_up (chart));

  return qtr_rational_round (qtr_rational_multiply (share, qtr_rational_new (100, 1)), 1);
}

/* Of a percentage there is no whole, and of a whole with a gap nobody knows the parts' shares. */
static char *
find_fault (const QtrChart *chart)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  char *fault = qtr_chart_describe_no_bars (chart);

  if (fault)
    return fault;
  if (g_str_equal (qtr_chart_get_unit (chart), "%"))
    return g_strdup (_ ("There are no shares to draw: percentages do not add up to a whole."));
  for (guint i = 0; i < n_rows; i++) {
    if (!qtr_chart_is_drawable (rows[i].value))
      return g_strdup_printf (
          _ ("There are no shares to draw: %s has no value, so that the whole is not known."), rows[i].name);
    if (rows[i].value.digits < 0)
      return g_strdup_printf (_ ("There are no shares to draw: %s is below zero."), rows[i].name);
  }
  if (qtr_rational_sign (add_up (chart)) > 0)
    return NULL;
  return g_strdup (_ ("There are no shares to draw: the whole is zero."));
}

static QtrChartBars
get_bars (void)
{
  return (QtrChartBars) { pick_share, "%", _ ("Shares of the whole, each rounded.") };
}

static char *
title_share (const QtrChart *chart)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  g_autofree char *fault = find_fault (chart);
  g_autofree char *value = NULL;

  if (fault)
    return g_strdup (qtr_chart_get_measure (chart));
  value = qtr_figure_format (pick_share (chart, &rows[0]), "%");
  /* Translators: what is shared, who has the largest share, and how much that is. */
  return g_strdup_printf (_ ("%1$s: %2$s has the largest share, %3$s"), qtr_chart_get_measure (chart),
                          rows[0].name, value);
}

static char *
describe_share (const QtrChart *chart)
{
  QtrChartBars bars = get_bars ();
  char *fault = find_fault (chart);

  return fault ? fault : qtr_chart_describe_bars (chart, &bars);
}

static void
layout_share (QtrChartLayout *layout)
{
  QtrChartBars bars = get_bars ();
  g_autofree char *fault = find_fault (layout->chart);

  if (fault)
    qtr_chart_layout_message (layout, fault);
  else
    qtr_chart_layout_bars (layout, &bars);
}

static void
draw_share (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  QtrChartBars bars = get_bars ();

  qtr_chart_painter_draw_bars (painter, layout, &bars);
}

const QtrChartKind qtr_chart_kind_share = {
  .name = "share",
  .title = title_share,
  .describe = describe_share,
  .layout = layout_share,
  .draw = draw_share,
  .with_rows = TRUE,
  .takes_many = TRUE,
};
