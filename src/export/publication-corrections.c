/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "base/rational.h"
#include "export/publication-private.h"
#include "model/restatement.h"
#include "series/comparison.h"

/* How much it is, so that nobody has to work it out: "+7 (+3.4%)". */
static char *
scale_text (const QtrMeasure *measure, const QtrCorrection *correction)
{
  QtrRational told = qtr_rational_from_decimal (correction->told->value);
  QtrRational change = qtr_rational_subtract (qtr_rational_from_decimal (correction->now->value), told);
  int scale = MAX (correction->told->value.scale, correction->now->value.scale);
  QtrDecimal value = qtr_rational_round (change, scale);
  g_autofree char *size = NULL;
  g_autofree char *percent = NULL;

  if (!qtr_decimal_is_set (value))
    return g_strdup (_ ("withdrawn"));
  size = qtr_publication_change_text (measure, value);
  percent = qtr_publication_percent_text (measure, qtr_change_in_percent (change, told));
  /* Translators: by how much a value changed, and the same in percent: +7 (+3.4%). */
  return percent == NULL ? g_steal_pointer (&size) : g_strdup_printf (_ ("%s (%s)"), size, percent);
}

static void
add_words (GPtrArray *row, const char *words)
{
  qtr_table_row_add (row, words != NULL ? words : _ ("not given"));
}

static void
add_value (GPtrArray *row, const QtrMeasure *measure, QtrDecimal value)
{
  if (qtr_decimal_is_set (value))
    qtr_table_row_add_number (row, value, qtr_figure_format (value, measure->unit));
  else
    qtr_table_row_add (row, _ ("no data"));
}

static void
add_correction (QtrTable *table, const QtrPlan *plan, const QtrMeasure *measure,
                const QtrObservation *observation, const QtrCorrection *correction)
{
  g_autofree char *period = qtr_period_to_label (qtr_plan_parse_period (plan, observation->period));
  g_autofree char *name = observation->area != NULL
                              ? g_strdup_printf (_ ("%s, %s"), measure->name, observation->area)
                              : g_strdup (measure->name);
  g_autofree char *scale = scale_text (measure, correction);
  GPtrArray *row = qtr_table_add_row (table);

  qtr_table_row_add (row, name);
  qtr_table_row_add (row, period);
  add_value (row, measure, correction->told->value);
  add_value (row, measure, correction->now->value);
  qtr_table_row_add (row, scale);
  add_words (row, correction->now->nature);
  add_words (row, correction->now->reason);
  add_words (row, correction->now->effect);
}

static void
add_corrections (QtrTable *table, const QtrPlan *plan, const QtrUpdate *update, const QtrMeasure *measure)
{
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);
    QtrCorrection correction;

    if (qtr_update_find_correction (plan, update, observation, &correction))
      add_correction (table, plan, measure, observation, &correction);
  }
}

static QtrTable *
corrections_table (const QtrPlan *plan, const QtrUpdate *update, const QtrAudience *audience)
{
  QtrTable *table = qtr_table_new (_ ("Published figures that this update restates"));

  qtr_table_add_column (table, _ ("Measure"), FALSE);
  qtr_table_add_column (table, _ ("Period"), FALSE);
  qtr_table_add_column (table, _ ("Published"), TRUE);
  qtr_table_add_column (table, _ ("Now"), TRUE);
  qtr_table_add_column (table, _ ("Scale"), FALSE);
  qtr_table_add_column (table, _ ("Nature"), FALSE);
  qtr_table_add_column (table, _ ("Cause"), FALSE);
  qtr_table_add_column (table, _ ("Effect"), FALSE);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (qtr_audience_admits_measure (audience, measure))
      add_corrections (table, plan, update, measure);
  }
  return table;
}

void
qtr_publication_add_corrections (GPtrArray *nodes, const QtrPlan *plan, const QtrUpdate *update,
                                 const QtrAudience *audience)
{
  g_autoptr (QtrTable) table = corrections_table (plan, update, audience);
  QtrNode *node;

  if (table->rows->len == 0)
    return;
  node = qtr_node_new (QTR_NODE_CORRECTIONS, NULL, _ ("Corrections"));
  node->anchor = g_strdup ("corrections");
  qtr_node_add (node, QTR_NODE_NOTE, NULL,
                _ ("These figures differ from what was published in an earlier update."));
  qtr_node_add (node, QTR_NODE_TABLE, NULL, NULL)->table = g_steal_pointer (&table);
  g_ptr_array_add (nodes, node);
}
