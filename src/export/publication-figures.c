/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"

#include "chart/from-measure.h"

#include "export/publication-private.h"

static gboolean
is_percent (const QtrMeasure *measure)
{
  return g_strcmp0 (measure->unit, "%") == 0;
}

/* The measure's name with its unit, unless the unit stands beside every value. */
static char *
measure_label (const QtrMeasure *measure)
{
  if (measure->unit == NULL || is_percent (measure) || g_strcmp0 (measure->unit, "£") == 0 ||
      g_ascii_strcasecmp (measure->unit, measure->name) == 0)
    return g_strdup (measure->name);
  /* Translators: a measure's name, then what it is counted in. */
  return g_strdup_printf (_ ("%s (%s)"), measure->name, measure->unit);
}

static char *
value_text (const QtrMeasure *measure, QtrDecimal value, gboolean provisional)
{
  g_autofree char *figure = qtr_figure_format (value, measure->unit);

  if (!qtr_decimal_is_set (value))
    return g_strdup (_ ("no data"));
  /* Translators: a value that is still subject to change. */
  return provisional ? g_strdup_printf (_ ("%s (provisional)"), figure) : g_steal_pointer (&figure);
}

static void
add_point (GPtrArray *row, const QtrMeasure *measure, const QtrPoint *point)
{
  qtr_table_row_add_number (row, point->value, value_text (measure, point->value, point->provisional));
}

/* A plus is as much part of a change as a minus. */
static char *
signed_text (QtrDecimal value, const char *unit)
{
  g_autofree char *figure = qtr_figure_format (value, unit);

  return g_strconcat (value.digits > 0 ? "+" : "", figure, NULL);
}

char *
qtr_publication_change_text (const QtrMeasure *measure, QtrDecimal change)
{
  g_autofree char *text = signed_text (change, is_percent (measure) ? NULL : measure->unit);

  /* Translators: a change of a percentage, in percentage points. */
  return is_percent (measure) ? g_strdup_printf (_ ("%s points"), text) : g_steal_pointer (&text);
}

static void
add_change (GPtrArray *row, const QtrMeasure *measure, QtrRational change)
{
  QtrDecimal value = qtr_rational_round (change, CLAMP (measure->decimals, 0, QTR_DECIMAL_SCALE_MAX));

  if (qtr_decimal_is_set (value))
    qtr_table_row_add_number (row, value, qtr_publication_change_text (measure, value));
  else
    qtr_table_row_add (row, _ ("no data"));
}

/* Of a percentage, a percentage of it would be taken for its points. */
char *
qtr_publication_percent_text (const QtrMeasure *measure, QtrRational change)
{
  QtrDecimal value = qtr_rational_round (change, 1);

  return is_percent (measure) || !qtr_decimal_is_set (value) ? NULL : signed_text (value, "%");
}

static void
add_change_percent (GPtrArray *row, const QtrMeasure *measure, QtrRational change)
{
  QtrDecimal value = qtr_rational_round (change, 1);

  if (is_percent (measure))
    qtr_table_row_add (row, _ ("not applicable"));
  else if (!qtr_decimal_is_set (value))
    qtr_table_row_add (row, _ ("no data"));
  else
    qtr_table_row_add_number (row, value, qtr_publication_percent_text (measure, change));
}

static const char *
rating_word (const QtrComparison *comparison)
{
  const char *word = qtr_rating_get_word (comparison->rating);

  if (!qtr_decimal_is_set (comparison->target))
    return _ ("no target");

  return word != NULL ? word : _ ("not rated");
}

static void
add_target (GPtrArray *row, const QtrMeasure *measure, const QtrComparison *comparison)
{
  QtrTableCell *cell;

  if (qtr_decimal_is_set (comparison->target))
    qtr_table_row_add_number (row, comparison->target, value_text (measure, comparison->target, FALSE));
  else
    qtr_table_row_add (row, _ ("no target"));
  qtr_table_row_add (row, rating_word (comparison));
  cell = row->pdata[row->len - 1];
  cell->rating = comparison->rating;
}

static void
add_measure (QtrTable *table, const QtrPlan *plan, const QtrUpdate *update, const QtrMeasure *measure,
             QtrPeriod quarter)
{
  QtrComparison comparison = qtr_comparison_new (plan, update, measure, quarter, NULL);
  g_autofree char *label = measure_label (measure);
  GPtrArray *row = qtr_table_add_row (table);

  qtr_table_row_add (row, label);
  add_point (row, measure, &comparison.now);
  add_point (row, measure, &comparison.before);
  add_point (row, measure, &comparison.year_before);
  add_change (row, measure, comparison.change);
  add_change_percent (row, measure, comparison.change_percent);
  add_target (row, measure, &comparison);
}

/* The period stands under its word, so that nobody has to count which quarter the last one was. */
static void
add_period_column (QtrTable *table, const char *words, QtrPeriod period)
{
  g_autofree char *label = qtr_period_to_label (period);
  /* Translators: words such as "This quarter", then its label: Q3 2019/20. */
  g_autofree char *title = g_strdup_printf (_ ("%s, %s"), words, label);

  qtr_table_add_column (table, title, TRUE);
}

static QtrTable *
figures_table (const QtrPlan *plan, const QtrUpdate *update, const QtrPriority *priority, GPtrArray *measures,
               QtrPeriod quarter)
{
  g_autofree char *label = qtr_period_to_label (quarter);
  g_autofree char *caption = g_strdup_printf (_ ("Figures for priority %d, %s"), priority->number, label);
  QtrTable *table = qtr_table_new (caption);

  qtr_table_add_column (table, _ ("Measure"), FALSE);
  add_period_column (table, _ ("This quarter"), quarter);
  add_period_column (table, _ ("Last quarter"), qtr_period_add (quarter, -1));
  add_period_column (table, _ ("Same quarter last year"), qtr_period_year_before (quarter));
  qtr_table_add_column (table, _ ("Change on last year"), TRUE);
  qtr_table_add_column (table, _ ("Change on last year, %"), TRUE);
  qtr_table_add_column (table, _ ("Target"), TRUE);
  qtr_table_add_column (table, _ ("Status"), FALSE);
  for (guint i = 0; i < measures->len; i++)
    add_measure (table, plan, update, measures->pdata[i], quarter);
  return table;
}

/* Columns that would say nothing in any row are left away. */
static gboolean
has_target (const QtrChartPoint *point)
{
  return qtr_decimal_is_set (point->target);
}

static gboolean
has_published (const QtrChartPoint *point)
{
  return qtr_decimal_is_set (point->published);
}

static gboolean
any_point (const QtrChart *chart, gboolean (*has) (const QtrChartPoint *point))
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  for (guint i = 0; i < n_points; i++)
    if (has (&points[i]))
      return TRUE;
  return FALSE;
}

static void
add_optional (GPtrArray *row, const QtrMeasure *measure, QtrDecimal value, const char *none)
{
  if (qtr_decimal_is_set (value))
    qtr_table_row_add_number (row, value, value_text (measure, value, FALSE));
  else
    qtr_table_row_add (row, none);
}

static QtrTable *
chart_table (const QtrMeasure *measure, const QtrChart *chart)
{
  g_autofree char *caption = g_strdup_printf (_ ("Data of the chart: %s"), measure->name);
  g_autofree char *label = measure_label (measure);
  QtrTable *table = qtr_table_new (caption);
  gboolean targets = any_point (chart, has_target);
  gboolean published = any_point (chart, has_published);
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  qtr_table_add_column (table, _ ("Period"), FALSE);
  qtr_table_add_column (table, label, TRUE);
  if (published)
    qtr_table_add_column (table, _ ("Published before"), TRUE);
  if (targets)
    qtr_table_add_column (table, _ ("Target"), TRUE);
  for (guint i = 0; i < n_points; i++) {
    GPtrArray *row = qtr_table_add_row (table);
    g_autofree char *period = qtr_period_to_label (points[i].period);

    qtr_table_row_add (row, period);
    qtr_table_row_add_number (row, points[i].value,
                              value_text (measure, points[i].value, points[i].provisional));
    if (published)
      add_optional (row, measure, points[i].published, _ ("unchanged"));
    if (targets)
      add_optional (row, measure, points[i].target, _ ("no target"));
  }
  return table;
}

static void
add_chart (QtrNode *node, const QtrPlan *plan, const QtrUpdate *update, const QtrMeasure *measure,
           QtrPeriod quarter)
{
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;
  g_autoptr (QtrChart) chart = NULL;
  QtrNode *child;

  options.until = quarter;
  options.knower = update;
  chart = qtr_chart_from_measure (plan, measure, &options, NULL);
  if (chart == NULL || qtr_chart_get_latest (chart) < 1)
    return;
  child = qtr_node_add (node, QTR_NODE_CHART, NULL, measure->name);
  qtr_node_add (child, QTR_NODE_TABLE, NULL, NULL)->table = chart_table (measure, chart);
  child->chart = g_steal_pointer (&chart);
}

void
qtr_publication_add_figures (QtrNode *node, const QtrPlan *plan, const QtrUpdate *update,
                             const QtrPriority *priority, QtrPeriod quarter, const QtrAudience *audience)
{
  g_autoptr (GPtrArray) all = qtr_plan_list_measures (plan, priority, quarter);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  QtrNode *figures;

  for (guint i = 0; i < all->len; i++)
    if (qtr_audience_admits_measure (audience, all->pdata[i]))
      g_ptr_array_add (measures, all->pdata[i]);
  if (measures->len == 0)
    return;
  figures = qtr_node_add (node, QTR_NODE_FIGURES, NULL, _ ("Figures"));
  qtr_node_add (figures, QTR_NODE_TABLE, NULL, NULL)->table =
      figures_table (plan, update, priority, measures, quarter);
  for (guint i = 0; i < measures->len; i++)
    add_chart (figures, plan, update, measures->pdata[i], quarter);
}
