/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"
#include "model/measure.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrChartOptions:
 * @kind: (nullable): the name of a kind; %NULL for the usual one
 * @area: (nullable): where; %NULL: everywhere
 * @until: the last period shown, a gap where it is not known; unset: the last that is known
 * @knower: (nullable): the update that shows it, and as that knew it; %NULL: as it is known now
 * @with_year_before: whether the same period a year earlier is drawn as well
 *
 * What of a measure a chart shows. Start with %QTR_CHART_OPTIONS_USUAL.
 */
typedef struct {
  const char *kind;
  const char *area;
  QtrPeriod until;
  const QtrUpdate *knower;
  gboolean with_year_before;
} QtrChartOptions;

#define QTR_CHART_OPTIONS_USUAL ((QtrChartOptions) { NULL, NULL, QTR_PERIOD_UNSET, NULL, FALSE })

/**
 * qtr_chart_from_measure:
 * @options: (nullable): what of it; %NULL for the usual
 *
 * Makes a chart of @measure by quarters, or by years if it is observed no oftener. A kind that compares areas
 * shows those of the last period in which any is known.
 *
 * Returns: (transfer full): the chart, or %NULL with %QTR_ERROR_NOT_FOUND if there is no such kind
 */
QtrChart *qtr_chart_from_measure (const QtrPlan *plan, const QtrMeasure *measure,
                                  const QtrChartOptions *options, GError **error);

/**
 * qtr_chart_from_measures:
 * @measures: (array length=n_measures): one or more
 *
 * Makes one chart of several measures, which are its rows. Of one measure, the same as
 * qtr_chart_from_measure().
 *
 * Returns: (transfer full): the chart, or %NULL with %QTR_ERROR_NOT_FOUND if there is no such kind, or
 *   %QTR_ERROR_USAGE if it takes only one measure or their units differ
 */
QtrChart *qtr_chart_from_measures (const QtrPlan *plan, const QtrMeasure *const *measures, guint n_measures,
                                   const QtrChartOptions *options, GError **error);

G_END_DECLS
