/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"

#include "chart/bars.h"
#include "chart/kind.h"

static QtrChartBars
get_bars (const QtrChart *chart)
{
  return (QtrChartBars) { .unit = qtr_chart_get_unit (chart) };
}

static char *
title_areas (const QtrChart *chart)
{
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);
  g_autofree char *fault = qtr_chart_describe_no_bars (chart);
  g_autofree char *value = NULL;

  if (fault)
    return g_strdup (qtr_chart_get_measure (chart));
  value = qtr_figure_format (rows[0].value, qtr_chart_get_unit (chart));
  /* Translators: a measure, the area where it is highest, and the value there. */
  return g_strdup_printf (_ ("%1$s: highest in %2$s, at %3$s"), qtr_chart_get_measure (chart), rows[0].name,
                          value);
}

static char *
describe_areas (const QtrChart *chart)
{
  QtrChartBars bars = get_bars (chart);
  char *fault = qtr_chart_describe_no_bars (chart);

  return fault ? fault : qtr_chart_describe_bars (chart, &bars);
}

static void
layout_areas (QtrChartLayout *layout)
{
  QtrChartBars bars = get_bars (layout->chart);
  g_autofree char *fault = qtr_chart_describe_no_bars (layout->chart);

  if (fault)
    qtr_chart_layout_message (layout, fault);
  else
    qtr_chart_layout_bars (layout, &bars);
}

static void
draw_areas (QtrChartPainter *painter, const QtrChartLayout *layout)
{
  QtrChartBars bars = get_bars (layout->chart);

  qtr_chart_painter_draw_bars (painter, layout, &bars);
}

const QtrChartKind qtr_chart_kind_areas = {
  .name = "areas",
  .title = title_areas,
  .describe = describe_areas,
  .layout = layout_areas,
  .draw = draw_areas,
  .with_rows = TRUE,
};
