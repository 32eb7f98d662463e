/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/vintages.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "model/restatement.h"
#include "series/comparison.h"

void
qtr_check_stale_bullet (const QtrInputs *inputs, GArray *remarks)
{
  const QtrBullet *bullet = inputs->record;
  QtrPeriod from = QTR_PERIOD_UNSET;
  g_autofree char *label = NULL;

  if (bullet->carried == NULL)
    return;

  label = qtr_period_parse (bullet->carried, inputs->quarter.first_month, &from, NULL)
              ? qtr_period_to_label (from)
              : g_strdup (bullet->carried);
  /* Translators: a quarter such as “Q3 2019/20”. */
  qtr_remark_add (
      remarks, -1,
      g_strdup_printf (_ ("This bullet was carried over from %s: bring it up to date, say that it is "
                          "still true, or remove it."),
                       label));
}

static char *
print_value (const QtrMeasure *measure, QtrDecimal value)
{
  return qtr_decimal_is_set (value) ? qtr_figure_format (value, measure->unit) : g_strdup (_ ("no data"));
}

void
qtr_check_provisional_figure (const QtrInputs *inputs, GArray *remarks)
{
  const QtrMeasure *measure = inputs->record;
  const QtrPlan *plan = inputs->known;
  const QtrUpdate *update = qtr_plan_find_update (plan, inputs->quarter);
  QtrPeriod data_to = qtr_plan_parse_period (plan, inputs->front->data_to);
  QtrPeriod due = qtr_measure_get_due (plan, measure, inputs->quarter, data_to);
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  QtrPoint point;

  if (!qtr_period_is_set (due))
    return;
  point = qtr_series_get_point (plan, update, measure, due, NULL);
  if (!point.provisional || !qtr_decimal_is_set (point.value))
    return;

  label = qtr_period_to_label (due);
  value = print_value (measure, point.value);
  /* Translators: the name of a measure, its value, and a period such as “Q3 2019/20”. */
  qtr_remark_add (remarks, -1,
                  g_strdup_printf (_ ("“%s” is provisional: %s for %s is still subject to change."),
                                   measure->name == NULL ? "" : measure->name, value, label));
}

static char *
name_place (const QtrPlan *plan, const QtrObservation *observation)
{
  g_autofree char *label = qtr_period_to_label (qtr_plan_parse_period (plan, observation->period));

  if (observation->area == NULL)
    return g_steal_pointer (&label);
  /* Translators: a period such as “Q3 2019/20”, and the name of an area. */
  return g_strdup_printf (_ ("%s in %s"), label, observation->area);
}

static void
ask_for_reason (const QtrPlan *plan, const QtrMeasure *measure, const QtrObservation *observation,
                const QtrCorrection *correction, GArray *remarks)
{
  g_autofree char *place = name_place (plan, observation);
  g_autofree char *told = print_value (measure, correction->told->value);
  g_autofree char *now = print_value (measure, correction->now->value);

  /* Translators: the name of a measure, a period, what was published, and what is said now. */
  qtr_remark_add (remarks, -1,
                  g_strdup_printf (_ ("“%s” for %s was published as %s and is restated as %s: say why."),
                                   measure->name == NULL ? "" : measure->name, place, told, now));
}

void
qtr_check_unexplained_restatement (const QtrInputs *inputs, GArray *remarks)
{
  const QtrMeasure *measure = inputs->record;
  const QtrPlan *plan = inputs->known;
  const QtrUpdate *update = qtr_plan_find_update (plan, inputs->quarter);

  for (guint i = 0; update != NULL && i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);
    QtrCorrection correction;

    if (qtr_update_find_correction (plan, update, observation, &correction) && correction.now->reason == NULL)
      ask_for_reason (plan, measure, observation, &correction, remarks);
  }
}
