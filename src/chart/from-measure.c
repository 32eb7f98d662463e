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
  g_autoptr (GArray) known =
      qtr_series_new (plan, options->knower, measure, unit, options->until, options->area);

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

static void
add_process (QtrChartBuilder *builder, const QtrPlan *plan, const QtrMeasure *measure)
{
  qtr_chart_builder_set_good (builder, measure->good);
  qtr_chart_builder_set_edition (builder, measure->edition);
  qtr_chart_builder_set_frozen (builder, (guint) MAX (measure->frozen, 0), measure->frozen_reason);
  for (guint i = 0; i < qtr_list_length (measure->rebases); i++) {
    const QtrRebase *rebase = qtr_list_get (measure->rebases, i);
    QtrPeriod period = qtr_plan_parse_period (plan, rebase->period);

    if (qtr_period_is_set (period))
      qtr_chart_builder_add_rebase (builder, period, rebase->reason);
  }
}

/* --- Rows --- */

/* The last period up to the one asked for in which something is known. */
static QtrPeriod
find_last_known (const QtrPlan *plan, const QtrMeasure *measure, const QtrChartOptions *options,
                 const char *area)
{
  g_autoptr (GArray) known =
      qtr_series_new (plan, options->knower, measure, unit_of (measure), options->until, area);

  for (guint i = known->len; i > 0; i--) {
    const QtrPoint *point = &g_array_index (known, QtrPoint, i - 1);

    if (qtr_decimal_is_set (point->value))
      return point->period;
  }
  return QTR_PERIOD_UNSET;
}

static QtrPeriod
later_of (QtrPeriod a, QtrPeriod b)
{
  if (!qtr_period_is_set (a) || !qtr_period_is_set (b))
    return qtr_period_is_set (a) ? a : b;
  return qtr_period_compare (a, b) < 0 ? b : a;
}

/* As they stand in the measure, each once. */
static GPtrArray *
list_areas (const QtrMeasure *measure)
{
  GPtrArray *areas = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (observation->area && g_hash_table_add (seen, (gpointer) observation->area))
      g_ptr_array_add (areas, (gpointer) observation->area);
  }
  return areas;
}

static void
add_row (QtrChartBuilder *builder, const QtrPlan *plan, const QtrMeasure *measure,
         const QtrChartOptions *options, QtrPeriod period, const char *area, const char *name)
{
  QtrPoint known = qtr_series_get_point (plan, options->knower, measure, period, area);
  QtrChartPoint point = QTR_CHART_POINT_EMPTY;

  point.value = known.value;
  point.published = known.published_before;
  point.provisional = known.provisional;
  qtr_chart_builder_add_row (builder, name, &point);
}

/* The one point of the chart is the whole, and says which period the rows are of. */
static void
add_whole (QtrChartBuilder *builder, QtrPeriod period)
{
  if (qtr_period_is_set (period))
    qtr_chart_builder_add (builder, period, QTR_DECIMAL_NONE);
}

static void
add_areas (QtrChartBuilder *builder, const QtrPlan *plan, const QtrMeasure *measure,
           const QtrChartOptions *options)
{
  g_autoptr (GPtrArray) areas = list_areas (measure);
  QtrPeriod period = QTR_PERIOD_UNSET;

  for (guint i = 0; i < areas->len; i++)
    period = later_of (period, find_last_known (plan, measure, options, areas->pdata[i]));
  add_whole (builder, period);
  for (guint i = 0; i < areas->len && qtr_period_is_set (period); i++)
    add_row (builder, plan, measure, options, period, areas->pdata[i], areas->pdata[i]);
}

static void
add_measures (QtrChartBuilder *builder, const QtrPlan *plan, const QtrMeasure *const *measures,
              guint n_measures, const QtrChartOptions *options)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  for (guint i = 0; i < n_measures; i++)
    period = later_of (period, find_last_known (plan, measures[i], options, options->area));
  add_whole (builder, period);
  for (guint i = 0; i < n_measures && qtr_period_is_set (period); i++)
    add_row (builder, plan, measures[i], options, period, options->area, measures[i]->name);
}

/* --- The chart --- */

static QtrChartBuilder *
begin (const char *kind, const char *name, const QtrMeasure *measure)
{
  QtrChartBuilder *builder = qtr_chart_builder_new (kind, name);

  qtr_chart_builder_set_unit (builder, measure->unit);
  qtr_chart_builder_set_source (builder, measure->source);
  return builder;
}

static const QtrChartKind *
find_kind (const QtrChartOptions *options, GError **error)
{
  const char *name = options->kind ? options->kind : qtr_chart_kind_trend.name;
  const QtrChartKind *kind = qtr_chart_kind_find (name);

  if (!kind)
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND, _ ("There is no kind of chart called “%s”"), name);
  return kind;
}

/* Each measure is a chart of its limits, which the whole sums up. */
static QtrChart *
sum_up (const QtrChartKind *kind, const QtrPlan *plan, const QtrMeasure *const *measures, guint n_measures,
        const QtrChartOptions *options, GError **error)
{
  g_autoptr (QtrChartBuilder) builder = qtr_chart_builder_new (kind->name, _ ("Summary"));
  QtrChartOptions part = *options;
  QtrPeriod period = QTR_PERIOD_UNSET;

  part.kind = qtr_chart_kind_limits.name;
  for (guint i = 0; i < n_measures; i++) {
    QtrChart *chart = qtr_chart_from_measure (plan, measures[i], &part, error);

    if (!chart)
      return NULL;
    qtr_chart_builder_add_part (builder, chart);
    period = later_of (period, find_last_known (plan, measures[i], options, options->area));
  }
  add_whole (builder, period);
  return qtr_chart_builder_end (g_steal_pointer (&builder));
}

QtrChart *
qtr_chart_from_measure (const QtrPlan *plan, const QtrMeasure *measure, const QtrChartOptions *options,
                        GError **error)
{
  QtrChartOptions wish = options ? *options : QTR_CHART_OPTIONS_USUAL;
  const QtrChartKind *kind = find_kind (&wish, error);
  g_autofree char *name = NULL;
  QtrChartBuilder *builder;

  g_return_val_if_fail (plan != NULL && measure != NULL, NULL);

  if (!kind)
    return NULL;
  if (kind->with_parts)
    return sum_up (kind, plan, &measure, 1, &wish, error);
  name = name_of (measure, kind->with_rows ? NULL : wish.area);
  builder = begin (kind->name, name, measure);
  add_process (builder, plan, measure);
  if (kind->with_rows)
    add_areas (builder, plan, measure, &wish);
  else
    add_points (builder, plan, measure, &wish);
  return qtr_chart_builder_end (builder);
}

static gboolean
check_many (const QtrChartKind *kind, const QtrMeasure *const *measures, guint n_measures, GError **error)
{
  if (!kind->takes_many) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_USAGE,
                 _ ("A chart of the kind “%s” is of one measure; name just one"), kind->name);
    return FALSE;
  }
  for (guint i = 1; i < n_measures; i++) {
    if (g_strcmp0 (measures[i]->unit, measures[0]->unit) == 0 &&
        unit_of (measures[i]) == unit_of (measures[0]))
      continue;
    g_set_error (error, QTR_ERROR, QTR_ERROR_USAGE,
                 _ ("“%1$s” and “%2$s” cannot be compared: their units or their periods differ"),
                 measures[0]->name, measures[i]->name);
    return FALSE;
  }
  return TRUE;
}

QtrChart *
qtr_chart_from_measures (const QtrPlan *plan, const QtrMeasure *const *measures, guint n_measures,
                         const QtrChartOptions *options, GError **error)
{
  QtrChartOptions wish = options ? *options : QTR_CHART_OPTIONS_USUAL;
  const QtrChartKind *kind = find_kind (&wish, error);
  g_autofree char *name = NULL;
  QtrChartBuilder *builder;

  g_return_val_if_fail (plan != NULL && n_measures > 0, NULL);

  if (!kind)
    return NULL;
  if (kind->with_parts)
    return sum_up (kind, plan, measures, n_measures, &wish, error);
  if (n_measures == 1)
    return qtr_chart_from_measure (plan, measures[0], options, error);
  if (!check_many (kind, measures, n_measures, error))
    return NULL;
  /* Translators: what the bars of a chart of several measures are. */
  name = g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  builder = begin (kind->name, name, measures[0]);
  add_measures (builder, plan, measures, n_measures, &wish);
  return qtr_chart_builder_end (builder);
}
