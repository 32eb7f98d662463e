/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "series/series.h"

#include "chart/from-measure.h"
#include "chart/kind.h"

static QtrPeriodUnit
unit_of (const QtrMeasure *measure)
{
  return MAX (qtr_frequency_get_unit (measure->frequency), QTR_PERIOD_QUARTER);
}

static char *
name_of (const QtrMeasure *measure, const char *area)
{
  if (!area)
    return g_strdup (measure->name);
  /* Translators: a measure and the area that it is shown for: "Burglaries (Eastmoor)". */
  return g_strdup_printf (_ ("%1$s (%2$s)"), measure->name, area);
}

/* Targets are set for the whole: an area has none of its own. */
static void
add_points (QtrChartBuilder *builder, const QtrPlan *plan, const QtrMeasure *measure,
            const QtrChartOptions *options)
{
  QtrPeriodUnit unit = unit_of (measure);
  int a_year = QTR_PERIOD_YEAR / unit;
  g_autoptr (GArray) known = qtr_series_new (plan, measure, unit, options->until, options->area);

  for (guint i = 0; i < known->len; i++) {
    const QtrPoint *from = &g_array_index (known, QtrPoint, i);
    QtrChartPoint point = QTR_CHART_POINT_EMPTY;

    point.period = from->period;
    point.value = from->value;
    point.published = from->published_before;
    point.provisional = from->provisional;
    point.target = options->area ? QTR_DECIMAL_NONE : qtr_measure_get_target (plan, measure, from->period);
    if (options->with_year_before && i >= (guint) a_year)
      point.comparator = g_array_index (known, QtrPoint, i - a_year).value;
    qtr_chart_builder_add_point (builder, &point);
  }
}

QtrChart *
qtr_chart_from_measure (const QtrPlan *plan, const QtrMeasure *measure, const QtrChartOptions *options,
                        GError **error)
{
  QtrChartOptions wish = options ? *options : QTR_CHART_OPTIONS_USUAL;
  const char *kind = wish.kind ? wish.kind : qtr_chart_kind_trend.name;
  g_autofree char *name = NULL;
  QtrChartBuilder *builder;

  g_return_val_if_fail (plan != NULL && measure != NULL, NULL);

  if (!qtr_chart_kind_find (kind)) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("There is no kind of chart called “%s”"), kind);
    return NULL;
  }
  name = name_of (measure, wish.area);
  builder = qtr_chart_builder_new (kind, name);
  qtr_chart_builder_set_unit (builder, measure->unit);
  qtr_chart_builder_set_source (builder, measure->source);
  add_points (builder, plan, measure, &wish);
  return qtr_chart_builder_end (builder);
}
