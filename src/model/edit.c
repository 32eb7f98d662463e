/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit.h"

#include "model/path.h"

QtrPlan *
qtr_edit_set (const QtrPlan *plan, const char *id, const char *first_field, ...)
{
  QtrPath path;
  gconstpointer record = qtr_path_find (plan, id, &path);
  g_autoptr (QtrRecord) changed = NULL;
  va_list pairs;

  g_return_val_if_fail (record != NULL, qtr_record_ref (plan));

  va_start (pairs, first_field);
  changed = qtr_record_with_valist (record, first_field, pairs);
  va_end (pairs);
  return changed == record ? qtr_record_ref (plan) : qtr_path_replace (plan, &path, changed);
}

QtrPlan *
qtr_edit_insert (const QtrPlan *plan, const char *parent, const char *field_name, guint index,
                 gconstpointer record)
{
  QtrPath path;
  const QtrRecord *found = qtr_path_find (plan, parent, &path);
  const QtrField *field = found == NULL ? NULL : qtr_record_type_find_field (found->type, field_name);
  guint length = 0;

  g_return_val_if_fail (field != NULL && field->kind == QTR_FIELD_LIST, qtr_record_ref (plan));

  length = qtr_list_length (qtr_record_get (found, field).list);
  return qtr_path_splice (plan, &path, field, MIN (index, length), 0, &record, 1);
}

QtrPlan *
qtr_edit_replace (const QtrPlan *plan, const char *id, gconstpointer record)
{
  QtrPath path;
  gconstpointer found = qtr_path_find (plan, id, &path);

  g_return_val_if_fail (found != NULL, qtr_record_ref (plan));

  return qtr_record_equal (found, record) ? qtr_record_ref (plan) : qtr_path_replace (plan, &path, record);
}

QtrPlan *
qtr_edit_remove (const QtrPlan *plan, const char *id)
{
  QtrPath path;
  gconstpointer found = qtr_path_find (plan, id, &path);

  g_return_val_if_fail (found != NULL && path.depth > 0, qtr_record_ref (plan));

  return qtr_path_replace (plan, &path, NULL);
}

QtrPlan *
qtr_edit_move (const QtrPlan *plan, const char *id, const char *parent, const char *field, guint index)
{
  QtrPath path;
  QtrPath inner;
  gconstpointer record = qtr_path_find (plan, id, &path);
  g_autoptr (QtrPlan) without = NULL;

  g_return_val_if_fail (record != NULL && path.depth > 0, qtr_record_ref (plan));
  g_return_val_if_fail (qtr_path_find (record, parent, &inner) == NULL, qtr_record_ref (plan));

  without = qtr_path_replace (plan, &path, NULL);
  return qtr_edit_insert (without, parent, field, index, record);
}
