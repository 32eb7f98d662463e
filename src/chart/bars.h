/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/*
 * What the kinds share that compare rows as bars. Bars begin at zero, always.
 */

/**
 * QtrChartBars:
 * @pick: (nullable): what is drawn of a row; %NULL: its value
 * @unit: the unit of that
 * @remark: (nullable): a sentence that the reader has to know besides
 */
typedef struct {
  QtrDecimal (*pick) (const QtrChart *chart, const QtrChartRow *row);
  const char *unit;
  const char *remark;
} QtrChartBars;

/**
 * qtr_chart_layout_choose_rows:
 *
 * Chooses how many rows are shown, and how far apart. Where not all fit, a last line is left for
 * qtr_chart_layout_place_more(), which says how many more there are.
 */
void qtr_chart_layout_choose_rows (QtrChartLayout *layout, guint n_rows, double height);
void qtr_chart_layout_place_more (QtrChartLayout *layout, guint n_rows, const QtrChartBox *frame);

void qtr_chart_layout_bars (QtrChartLayout *layout, const QtrChartBars *bars);
void qtr_chart_painter_draw_bars (QtrChartPainter *painter, const QtrChartLayout *layout,
                                  const QtrChartBars *bars);

/**
 * qtr_chart_describe_bars:
 *
 * Returns: (transfer full): every row with its value, in sentences
 */
char *qtr_chart_describe_bars (const QtrChart *chart, const QtrChartBars *bars);

/**
 * qtr_chart_describe_no_bars:
 *
 * Returns: (transfer full) (nullable): why there is nothing to draw; %NULL if there is something
 */
char *qtr_chart_describe_no_bars (const QtrChart *chart);

G_END_DECLS
