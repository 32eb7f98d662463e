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

/* When the vintage was published: the quarter of its update, or no period. */
static QtrPeriod
vintage_quarter (const QtrPlan *plan, const QtrVintage *vintage)
{
  const QtrUpdate *update =
      vintage->update != NULL ? qtr_list_find (plan->updates, vintage->update, NULL) : NULL;

  return update != NULL ? qtr_plan_parse_period (plan, update->quarter) : QTR_PERIOD_UNSET;
}

/* The last vintage that the update for @quarter knew, and before it the last one that an earlier update
 * published. What was only imported, readers never saw, so nothing has to be corrected. */
static gboolean
find_restatement (const QtrPlan *plan, const QtrObservation *observation, QtrPeriod quarter,
                  const QtrVintage **published, const QtrVintage **now)
{
  *published = NULL;
  *now = NULL;
  for (guint i = 0; i < qtr_list_length (observation->vintages); i++) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i);
    QtrPeriod told = vintage_quarter (plan, vintage);

    if (qtr_period_is_set (told) && qtr_period_compare (told, quarter) > 0)
      continue;
    *now = vintage;
    if (qtr_period_is_set (told) && qtr_period_compare (told, quarter) < 0)
      *published = vintage;
  }
  return *published != NULL && *published != *now;
}

static gboolean
is_same_value (QtrDecimal a, QtrDecimal b)
{
  int order;

  return qtr_rational_compare (qtr_rational_from_decimal (a), qtr_rational_from_decimal (b), &order) &&
         order == 0;
}

static void
add_correction (QtrTable *table, const QtrPlan *plan, const QtrMeasure *measure,
                const QtrObservation *observation, QtrPeriod quarter)
{
  const QtrVintage *published, *now;
  g_autofree char *period = qtr_period_to_label (qtr_plan_parse_period (plan, observation->period));
  g_autofree char *name = NULL;
  GPtrArray *row;

  if (!find_restatement (plan, observation, quarter, &published, &now) ||
      is_same_value (published->value, now->value))
    return;
  name = observation->area != NULL ? g_strdup_printf (_ ("%s, %s"), measure->name, observation->area)
                                   : g_strdup (measure->name);
  row = qtr_table_add_row (table);
  qtr_table_row_add (row, name);
  qtr_table_row_add (row, period);
  qtr_table_row_add_number (row, published->value, qtr_figure_format (published->value, measure->unit));
  qtr_table_row_add_number (row, now->value, qtr_figure_format (now->value, measure->unit));
  qtr_table_row_add (row, now->reason != NULL ? now->reason : _ ("no reason given"));
}

static QtrTable *
corrections_table (const QtrPlan *plan, QtrPeriod quarter, const QtrAudience *audience)
{
  QtrTable *table = qtr_table_new (_ ("Published figures that this update restates"));

  qtr_table_add_column (table, _ ("Measure"), FALSE);
  qtr_table_add_column (table, _ ("Period"), FALSE);
  qtr_table_add_column (table, _ ("Published"), TRUE);
  qtr_table_add_column (table, _ ("Now"), TRUE);
  qtr_table_add_column (table, _ ("Why"), FALSE);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (!qtr_audience_admits_measure (audience, measure))
      continue;
    for (guint j = 0; j < qtr_list_length (measure->observations); j++)
      add_correction (table, plan, measure, qtr_list_get (measure->observations, j), quarter);
  }
  return table;
}

void
qtr_publication_add_corrections (GPtrArray *nodes, const QtrPlan *plan, const QtrUpdate *update,
                                 QtrPeriod quarter, const QtrAudience *audience)
{
  g_autoptr (QtrTable) table = corrections_table (plan, quarter, audience);
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
