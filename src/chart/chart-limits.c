/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"

#include "chart/chart-private.h"

/* More periods than any public body has counted in: whoever has them has two dates of which one is wrong. */
#define SLOTS_MAX 100000

int
qtr_chart_get_slot (const QtrChart *chart, guint point)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  return qtr_period_distance (points[0].period, points[point].period);
}

/* Every period from the first to the last, those without a point as gaps. */
static QtrDecimal *
spread_values (const QtrChart *chart, guint *n_values)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  QtrDecimal *values = NULL;

  *n_values = n_points == 0 ? 0 : (guint) qtr_chart_get_slot (chart, n_points - 1) + 1;
  if (*n_values > SLOTS_MAX)
    return NULL;
  values = g_new (QtrDecimal, *n_values + 1);
  for (guint i = 0; i < *n_values; i++)
    values[i] = QTR_DECIMAL_NONE;
  for (guint i = 0; i < n_points; i++)
    if (qtr_chart_is_drawable (points[i].value))
      values[qtr_chart_get_slot (chart, i)] = points[i].value;
  return values;
}

/* What starts afresh before the first period, or with it, or after the last, changes nothing. */
static guint *
find_rebases (const QtrChart *chart, const QtrChartProcess *process)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  guint *places = g_new0 (guint, process->rebases->len + 1);

  for (guint i = 0; n_points > 0 && i < process->rebases->len; i++) {
    const QtrChartRebase *rebase = &g_array_index (process->rebases, QtrChartRebase, i);

    places[i] = (guint) MAX (qtr_period_distance (points[0].period, rebase->period), 0);
  }
  return places;
}

QtrLimits *
qtr_chart_compute_limits (const QtrChart *chart, const QtrChartProcess *process, GError **error)
{
  guint n_values = 0;
  g_autofree QtrDecimal *values = spread_values (chart, &n_values);
  g_autofree guint *rebases = find_rebases (chart, process);
  QtrLimitsOptions options = {
    .edition = process->edition,
    .good = process->good,
    .rebases = rebases,
    .n_rebases = process->rebases->len,
    .baseline = process->frozen,
  };

  if (values != NULL || n_values == 0)
    return qtr_limits_new (values, n_values, &options, error);
  g_set_error_literal (
      error, QTR_ERROR, QTR_ERROR_LIMIT,
      _ ("The periods are too many to compute limits: see whether the first or the last is wrong."));
  return NULL;
}
