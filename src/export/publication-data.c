/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/publication-private.h"
#include "series/comparison.h"

/* What the rows that are being added have in common. */
typedef struct {
  const QtrPublication *publication;
  QtrTable *table;
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrPeriod quarter;
  const QtrMeasure *measure;
  const char *area;
} Data;

static void
add_month (GPtrArray *row, int month)
{
  g_autofree char *text = g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);

  qtr_table_row_add (row, text);
}

/* A number has neither commas nor unit here: it is for machines. */
static void
add_value (GPtrArray *row, QtrDecimal value)
{
  if (qtr_decimal_is_set (value))
    qtr_table_row_add_number (row, value, qtr_decimal_to_string (value));
  else
    /* Statisticians' sign for a value that is not available. */
    qtr_table_row_add (row, "[x]");
}

static void
add_row (Data *self, const char *figure, const char *unit, QtrPeriod period, QtrDecimal value,
         gboolean provisional)
{
  GPtrArray *row = qtr_table_add_row (self->table);
  g_autofree char *label = qtr_period_to_string (period);

  qtr_table_row_add (row, self->measure->name);
  qtr_table_row_add (row, figure);
  qtr_table_row_add (row, unit != NULL ? unit : _ ("number"));
  qtr_table_row_add (row, label);
  add_month (row, period.start);
  add_month (row, period.start + period.unit - 1);
  /* Translators: in the place of an area's name. */
  qtr_table_row_add (row, self->area != NULL ? self->area : _ ("All areas"));
  add_value (row, value);
  if (!qtr_decimal_is_set (value))
    qtr_table_row_add (row, _ ("no data"));
  else
    qtr_table_row_add (row, provisional ? _ ("provisional") : _ ("final"));
  if (self->publication->marking != NULL)
    qtr_table_row_add (row, self->publication->marking);
  if (self->publication->draft != NULL)
    qtr_table_row_add (row, _ ("DRAFT"));
}

static void
add_point (Data *self, const QtrPoint *point)
{
  const char *unit = self->measure->unit;
  QtrDecimal target = self->area == NULL ? qtr_measure_get_target (self->plan, self->measure, point->period)
                                         : QTR_DECIMAL_NONE;

  add_row (self, _ ("value"), unit, point->period, point->value, point->provisional);
  if (qtr_decimal_is_set (point->published_before))
    add_row (self, _ ("published before"), unit, point->period, point->published_before, FALSE);
  if (qtr_decimal_is_set (target))
    add_row (self, _ ("target"), unit, point->period, target, FALSE);
}

/* The changes that the report tells, rounded as it tells them. */
static void
add_changes (Data *self)
{
  QtrComparison comparison =
      qtr_comparison_new (self->plan, self->update, self->measure, self->quarter, NULL);
  QtrDecimal change =
      qtr_rational_round (comparison.change, CLAMP (self->measure->decimals, 0, QTR_DECIMAL_SCALE_MAX));
  QtrDecimal percent = qtr_rational_round (comparison.change_percent, 1);
  gboolean is_percent = g_strcmp0 (self->measure->unit, "%") == 0;
  gboolean provisional = comparison.now.provisional || comparison.year_before.provisional;

  if (qtr_decimal_is_set (change))
    add_row (self, _ ("change on last year"), is_percent ? _ ("percentage points") : self->measure->unit,
             self->quarter, change, provisional);
  if (qtr_decimal_is_set (percent) && !is_percent)
    add_row (self, _ ("change on last year"), "%", self->quarter, percent, provisional);
}

static gboolean
is_observed_by (const Data *self, QtrPeriodUnit unit)
{
  for (guint i = 0; i < qtr_list_length (self->measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (self->measure->observations, i);

    if (qtr_plan_parse_period (self->plan, observation->period).unit == unit)
      return TRUE;
  }
  return FALSE;
}

static void
add_series (Data *self, QtrPeriodUnit unit)
{
  g_autoptr (GArray) points =
      qtr_series_new (self->plan, self->update, self->measure, unit, self->quarter, self->area);

  for (guint i = 0; i < points->len; i++)
    add_point (self, &g_array_index (points, QtrPoint, i));
}

/* Quarters are what is reported; whatever is observed by something else is told as well. */
static void
add_area (Data *self, const char *area)
{
  static const QtrPeriodUnit units[] = { QTR_PERIOD_MONTH, QTR_PERIOD_QUARTER, QTR_PERIOD_YEAR };
  QtrPeriodUnit own = qtr_frequency_get_unit (self->measure->frequency);

  self->area = area;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] == own || (units[i] == QTR_PERIOD_QUARTER && own < units[i]) ||
        is_observed_by (self, units[i]))
      add_series (self, units[i]);
}

/* Each area that has values, in the plan's order, then those that the plan does not know. */
static GPtrArray *
list_areas (const Data *self)
{
  g_auto (GStrv) known = qtr_plan_list_area_names (self->plan);
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_free);

  for (char **name = known; *name != NULL; name++)
    g_ptr_array_add (areas, g_strdup (*name));
  for (guint i = 0; i < qtr_list_length (self->measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (self->measure->observations, i);

    if (observation->area != NULL &&
        !g_ptr_array_find_with_equal_func (areas, observation->area, g_str_equal, NULL))
      g_ptr_array_add (areas, g_strdup (observation->area));
  }
  return areas;
}

static void
add_measure (Data *self, const QtrMeasure *measure)
{
  g_autoptr (GPtrArray) areas = NULL;

  self->measure = measure;
  areas = list_areas (self);
  add_area (self, NULL);
  add_changes (self);
  for (guint i = 0; i < areas->len; i++)
    add_area (self, areas->pdata[i]);
}

static void
add_columns (Data *self)
{
  qtr_table_add_column (self->table, _ ("Measure"), FALSE);
  qtr_table_add_column (self->table, _ ("Figure"), FALSE);
  qtr_table_add_column (self->table, _ ("Unit"), FALSE);
  qtr_table_add_column (self->table, _ ("Period"), FALSE);
  qtr_table_add_column (self->table, _ ("First month"), FALSE);
  qtr_table_add_column (self->table, _ ("Last month"), FALSE);
  qtr_table_add_column (self->table, _ ("Area"), FALSE);
  qtr_table_add_column (self->table, _ ("Value"), TRUE);
  qtr_table_add_column (self->table, _ ("Status"), FALSE);
  if (self->publication->marking != NULL)
    qtr_table_add_column (self->table, _ ("Marking"), FALSE);
  if (self->publication->draft != NULL)
    qtr_table_add_column (self->table, _ ("Draft"), FALSE);
}

QtrTable *
qtr_publication_list_data (const QtrPublication *self)
{
  g_autofree char *caption = g_strdup_printf (_ ("Figures to %s"), self->quarter);
  const QtrUpdate *update = qtr_plan_find_update (self->plan, self->period);
  Data data = { self, qtr_table_new (caption), self->plan, update, self->period, NULL, NULL };

  add_columns (&data);
  for (guint i = 0; i < qtr_list_length (self->plan->measures); i++)
    add_measure (&data, qtr_list_get (self->plan->measures, i));
  return data.table;
}
