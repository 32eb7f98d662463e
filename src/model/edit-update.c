/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit.h"

#include "model/path.h"

QtrPlan *
qtr_edit_add_update (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *before = NULL;
  guint place = qtr_plan_find_update_place (plan, quarter, &before);
  g_autofree char *text = qtr_period_to_string (quarter);
  QtrPeriod last_month =
      qtr_period_add (qtr_period_as_unit (quarter, QTR_PERIOD_MONTH, plan->first_month), 2);
  g_autofree char *data_to = qtr_period_to_string (last_month);
  g_autoptr (QtrUpdate) update = NULL;

  g_return_val_if_fail (qtr_plan_find_update (plan, quarter) == NULL, qtr_record_ref (plan));

  update = qtr_record_new (&qtr_update_type, "quarter", text, "data_to", data_to, "title",
                           before == NULL ? plan->title : before->title, "plan_period",
                           before == NULL ? plan->years : before->plan_period, "marking",
                           before == NULL ? NULL : before->marking, "produced_by",
                           before == NULL ? plan->body : before->produced_by, NULL);
  return qtr_edit_insert (plan, plan->record.id, "updates", place, update);
}

/* How many commitments stand before that of @id in the plan; as many as there are, if none is it. */
static guint
rank_commitment (const QtrPlan *plan, const char *id)
{
  guint rank = 0;

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);
    guint index = 0;

    if (qtr_list_find (priority->commitments, id, &index) != NULL)
      return rank + index;
    rank += qtr_list_length (priority->commitments);
  }

  return rank;
}

static guint
find_section_place (const QtrPlan *plan, const QtrUpdate *update, const char *commitment)
{
  guint rank = rank_commitment (plan, commitment);
  guint place = 0;

  while (place < qtr_list_length (update->sections)) {
    const QtrSection *section = qtr_list_get (update->sections, place);

    if (rank_commitment (plan, section->commitment) > rank)
      break;
    place++;
  }

  return place;
}

static QtrPlan *
set_section (const QtrPlan *plan, const char *update_id, const char *commitment, gboolean nil,
             const char *reason, const QtrList *bullets)
{
  QtrPath path = QTR_PATH_ROOT;
  const QtrUpdate *update = qtr_path_enter (plan, "updates", update_id, &path);
  const QtrSection *section = NULL;
  g_autoptr (QtrSection) made = NULL;

  g_return_val_if_fail (update != NULL, qtr_record_ref (plan));

  section = qtr_update_find_section (update, commitment);
  if (section != NULL) {
    made = qtr_record_with (section, "nil_return", nil, "nil_reason", reason, "bullets", bullets, NULL);
    qtr_path_enter (update, "sections", section->record.id, &path);
    return made == section ? qtr_record_ref (plan) : qtr_path_replace (plan, &path, made);
  }

  made = qtr_record_new (&qtr_section_type, "commitment", commitment, "nil_return", nil, "nil_reason", reason,
                         "bullets", bullets, NULL);
  return qtr_edit_insert (plan, update_id, "sections", find_section_place (plan, update, commitment), made);
}

QtrPlan *
qtr_edit_set_bullets (const QtrPlan *plan, const char *update, const char *commitment, const QtrList *bullets)
{
  const QtrUpdate *found = qtr_list_find (plan->updates, update, NULL);
  const QtrSection *section = found == NULL ? NULL : qtr_update_find_section (found, commitment);
  gboolean nil = section != NULL && section->nil_return && bullets == NULL;

  return set_section (plan, update, commitment, nil, nil ? section->nil_reason : NULL, bullets);
}

static QtrPlan *
insert_bullet (const QtrPlan *plan, const char *update, const QtrBullet *bullet, const char *commitment,
               const char *parent, guint index)
{
  const QtrUpdate *found = qtr_list_find (plan->updates, update, NULL);
  const QtrSection *section = found == NULL ? NULL : qtr_update_find_section (found, commitment);
  const QtrList *before = section == NULL ? NULL : section->bullets;
  g_autoptr (QtrList) bullets = NULL;

  if (parent != NULL)
    return qtr_edit_insert (plan, parent, "bullets", index, bullet);

  bullets = qtr_list_insert (before, MIN (index, qtr_list_length (before)), bullet);
  return qtr_edit_set_bullets (plan, update, commitment, bullets);
}

QtrPlan *
qtr_edit_move_bullet (const QtrPlan *plan, const char *update, const char *bullet, const char *commitment,
                      const char *parent, guint index)
{
  QtrPath path;
  QtrPath inner;
  gconstpointer record = qtr_path_find (plan, bullet, &path);
  g_autoptr (QtrPlan) without = NULL;
  g_autoptr (QtrPlan) moved = NULL;

  g_return_val_if_fail (record != NULL, qtr_record_ref (plan));
  g_return_val_if_fail (parent == NULL || qtr_path_find (record, parent, &inner) == NULL,
                        qtr_record_ref (plan));

  without = qtr_path_replace (plan, &path, NULL);
  moved = insert_bullet (without, update, record, commitment, parent, index);
  return qtr_record_equal (plan, moved) ? qtr_record_ref (plan) : g_steal_pointer (&moved);
}

QtrPlan *
qtr_edit_set_nil_return (const QtrPlan *plan, const char *update, const char *commitment, gboolean nil,
                         const char *reason)
{
  const QtrUpdate *found = qtr_list_find (plan->updates, update, NULL);
  const QtrSection *section = found == NULL ? NULL : qtr_update_find_section (found, commitment);

  return set_section (plan, update, commitment, nil, nil ? reason : NULL,
                      section == NULL ? NULL : section->bullets);
}
