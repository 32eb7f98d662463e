/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/audit.h"

#include "model/edit.h"
#include "model/knowledge.h"
#include "model/review.h"

/* --- What a published update told --- */

/* Publishing @update, which knew what @knowledge says. */
typedef struct {
  const QtrUpdate *update;
  QtrKnowledge knowledge;
  QtrPeriod last_month;
} Publishing;

static QtrVintage *
stamp_vintage (const Publishing *publishing, const QtrVintage *vintage)
{
  const QtrUpdate *update = publishing->update;
  QtrPeriod told = qtr_vintage_get_quarter (publishing->knowledge.plan, vintage);
  int order = qtr_period_is_set (told) ? qtr_period_compare (told, publishing->knowledge.quarter) : 1;

  if (order < 0 || (order == 0 && vintage->version != NULL))
    return qtr_record_ref (vintage);

  return qtr_record_with (vintage, "update", update->record.id, "version", update->version, NULL);
}

static QtrObservation *
stamp_observation (const Publishing *publishing, const QtrObservation *observation)
{
  guint index = 0;
  const QtrVintage *known = qtr_knowledge_find (&publishing->knowledge, observation, &index);
  QtrPeriod period = qtr_plan_parse_period (publishing->knowledge.plan, observation->period);
  g_autoptr (QtrVintage) stamped = NULL;
  g_autoptr (QtrList) vintages = NULL;

  if (known == NULL || !qtr_period_is_set (period) ||
      period.start + period.unit > publishing->last_month.start + publishing->last_month.unit)
    return qtr_record_ref (observation);

  stamped = stamp_vintage (publishing, known);
  if (stamped == known)
    return qtr_record_ref (observation);

  vintages = qtr_list_replace (observation->vintages, index, stamped);
  return qtr_record_with (observation, "vintages", vintages, NULL);
}

static QtrMeasure *
stamp_measure (const Publishing *publishing, const QtrMeasure *measure)
{
  g_autoptr (GPtrArray) observations = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);
    QtrObservation *stamped = stamp_observation (publishing, observation);

    changed |= stamped != observation;
    g_ptr_array_add (observations, stamped);
  }
  if (!changed)
    return qtr_record_ref (measure);

  list = qtr_list_new_from_array (observations);
  return qtr_record_with (measure, "observations", list, NULL);
}

/* What was imported, or typed for an update that comes later, has now been told by this one: from here on it
 * is kept as that. */
static QtrPlan *
stamp (const QtrPlan *plan, const QtrUpdate *update)
{
  Publishing publishing = { update, qtr_knowledge_new (plan, update),
                            qtr_update_get_last_month (plan, update) };
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    g_ptr_array_add (measures, stamp_measure (&publishing, qtr_list_get (plan->measures, i)));
  list = qtr_list_new_from_array (measures);
  return qtr_list_is_same (list, plan->measures) ? qtr_record_ref (plan)
                                                 : qtr_record_with (plan, "measures", list, NULL);
}

/* --- The state --- */

static QtrPlan *
set_state (const QtrPlan *plan, const char *update, const char *priority, QtrState state)
{
  g_autoptr (QtrStatus) status = NULL;

  for (guint i = 0; i < qtr_list_length (plan->statuses); i++) {
    const QtrStatus *standing = qtr_list_get (plan->statuses, i);

    if (g_strcmp0 (standing->update, update) == 0 && g_strcmp0 (standing->priority, priority) == 0)
      return qtr_edit_set (plan, standing->record.id, "state", (int) state, NULL);
  }

  if (state == QTR_STATE_DRAFT)
    return qtr_record_ref (plan);
  status =
      qtr_record_new (&qtr_status_type, "update", update, "priority", priority, "state", (int) state, NULL);
  return qtr_edit_insert (plan, plan->record.id, "statuses", G_MAXUINT, status);
}

QtrPlan *
qtr_edit_set_state (const QtrPlan *plan, const char *id, QtrState state)
{
  const QtrUpdate *update = qtr_list_find (plan->updates, id, NULL);
  g_autoptr (QtrPlan) stamped = NULL;

  if (update == NULL || state != QTR_STATE_PUBLISHED || qtr_plan_get_state (plan, id) == state)
    return set_state (plan, id, NULL, state);

  stamped = stamp (plan, update);
  return set_state (stamped, id, NULL, state);
}

QtrPlan *
qtr_edit_move_state (const QtrPlan *plan, const char *update, const char *priority, QtrState state,
                     const QtrDeed *deed)
{
  QtrState standing = qtr_plan_get_priority_state (plan, update, priority);
  g_autoptr (QtrPlan) moved = NULL;
  const char *const records[] = { update, priority };
  QtrDeed logged = *deed;

  if (state == standing)
    return qtr_record_ref (plan);
  g_return_val_if_fail (state > standing || deed->why != NULL, qtr_record_ref (plan));

  moved =
      priority == NULL ? qtr_edit_set_state (plan, update, state) : set_state (plan, update, priority, state);
  logged.kind = QTR_AUDIT_STATE;
  logged.content = qtr_state_get_word (state);
  return qtr_edit_log (moved, &logged, records, priority == NULL ? 1 : 2);
}
