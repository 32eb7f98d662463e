/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/settle.h"

#include <string.h>

#include "merge/extra.h"
#include "model/edit.h"
#include "model/field-text.h"
#include "model/path.h"

const char *
qtr_conflict_get_text (const QtrConflict *self, QtrSide side)
{
  switch (side) {
  case QTR_SIDE_BASE:
    return self->base;
  case QTR_SIDE_OURS:
    return self->ours;
  case QTR_SIDE_THEIRS:
    return self->theirs;
  default:
    g_assert_not_reached ();
  }
}

/* A member that no table knows, where the text is JSON. */
static QtrRecord *
with_member (const QtrRecord *record, const char *name, const char *text)
{
  g_autofree QtrValue *values = g_new0 (QtrValue, record->type->n_fields);
  g_autofree char *changed = NULL;
  QtrExtra extra;

  for (guint i = 0; i < record->type->n_fields; i++)
    values[i] = qtr_record_get (record, &record->type->fields[i]);
  qtr_extra_init (&extra, record->extra);
  qtr_extra_set (&extra, name, text);
  changed = qtr_extra_to_string (&extra);
  qtr_extra_clear (&extra);
  return qtr_record_build (record->type, record->id, changed, values);
}

static QtrPlan *
settle_value (const QtrPlan *plan, const QtrConflict *conflict, const char *text)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, conflict->about, &path);
  const QtrField *field = NULL;
  QtrValue value = { 0 };
  g_autoptr (QtrRecord) changed = NULL;

  if (record == NULL || conflict->field == NULL)
    return qtr_record_ref (plan);
  field = qtr_record_type_find_field (record->type, conflict->field);
  if (field == NULL)
    changed = with_member (record, conflict->field, text);
  else if (field->kind == QTR_FIELD_TOKENS || field->kind == QTR_FIELD_LIST ||
           !qtr_field_from_text (field, text, &value) ||
           (field->check != NULL && text != NULL && !field->check (text, NULL)))
    return qtr_record_ref (plan);
  else
    changed = qtr_record_with_value (record, field, value);
  return qtr_edit_replace (plan, record->id, changed);
}

static QtrPlan *
settle_removal (const QtrPlan *plan, const QtrConflict *conflict, QtrSide side)
{
  QtrPath path;

  if (qtr_conflict_get_text (conflict, side) != NULL ||
      qtr_path_find (plan, conflict->about, &path) == NULL || path.depth == 0)
    return qtr_record_ref (plan);

  return qtr_edit_remove (plan, conflict->about);
}

/* To the end of the list, unless it is there already: where in it, nobody disputes. */
static QtrPlan *
move_to (const QtrPlan *plan, const char *id, const char *parent, const char *list)
{
  QtrPath path;
  QtrPath way;
  const QtrRecord *record = qtr_path_find (plan, id, &path);
  const QtrRecord *above = qtr_path_find (plan, parent, &way);
  const QtrField *field = above == NULL ? NULL : qtr_record_type_find_field (above->type, list);

  if (record == NULL || path.depth == 0 || field == NULL || field->kind != QTR_FIELD_LIST ||
      field->element != record->type || qtr_path_find (record, parent, &way) != NULL ||
      (qtr_path_get_parent (plan, &path) == above && path.steps[path.depth - 1].field == field))
    return qtr_record_ref (plan);

  return qtr_edit_move (plan, id, parent, list, G_MAXUINT);
}

static QtrPlan *
settle_place (const QtrPlan *plan, const QtrConflict *conflict, QtrSide side)
{
  const char *text = qtr_conflict_get_text (conflict, side);
  const char *stroke = text == NULL ? NULL : strrchr (text, '/');
  g_autofree char *parent = stroke == NULL ? NULL : g_strndup (text, (gsize) (stroke - text));

  return parent == NULL ? qtr_record_ref (plan) : move_to (plan, conflict->about, parent, stroke + 1);
}

static QtrPlan *
without_conflict (QtrPlan *settled, const char *id)
{
  g_autoptr (QtrPlan) plan = settled;

  return qtr_edit_remove (plan, id);
}

QtrPlan *
qtr_merge_settle (const QtrPlan *plan, const char *id, QtrSide side)
{
  const QtrConflict *conflict = qtr_list_find (plan->conflicts, id, NULL);
  QtrPlan *settled = NULL;

  g_return_val_if_fail (conflict != NULL, qtr_record_ref (plan));

  switch (conflict->kind) {
  case QTR_CONFLICT_VALUE:
    settled = settle_value (plan, conflict, qtr_conflict_get_text (conflict, side));
    break;
  case QTR_CONFLICT_REMOVAL:
    settled = settle_removal (plan, conflict, side);
    break;
  case QTR_CONFLICT_PLACE:
    settled = settle_place (plan, conflict, side);
    break;
  default:
    g_assert_not_reached ();
  }
  return without_conflict (settled, id);
}

QtrPlan *
qtr_merge_settle_with (const QtrPlan *plan, const char *id, const char *text)
{
  const QtrConflict *conflict = qtr_list_find (plan->conflicts, id, NULL);

  g_return_val_if_fail (conflict != NULL && conflict->kind == QTR_CONFLICT_VALUE, qtr_record_ref (plan));

  return without_conflict (settle_value (plan, conflict, text), id);
}
