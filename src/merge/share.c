/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/share.h"

static gpointer share (const QtrRecord *fresh, GHashTable *known);

static void
index_below (const QtrRecord *record, GHashTable *known)
{
  g_hash_table_insert (known, (gpointer) record->id, (gpointer) record);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++)
      index_below (qtr_list_get (list, j), known);
  }
}

/* The list with what is known in it; @standing itself if that has the same records. */
static QtrList *
share_list (const QtrList *fresh, const QtrList *standing, GHashTable *known)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) shared = NULL;

  for (guint i = 0; i < qtr_list_length (fresh); i++)
    g_ptr_array_add (records, share (qtr_list_get (fresh, i), known));
  shared = qtr_list_new_from_array (records);
  if (qtr_list_is_same (shared, standing))
    return qtr_list_ref (standing);

  return qtr_list_is_same (shared, fresh) ? qtr_list_ref (fresh) : g_steal_pointer (&shared);
}

/* All but lists is compared by value; these by address, because what could be shared is by now. */
static gboolean
is_standing (const QtrRecord *fresh, const QtrRecord *standing, const QtrValue *values)
{
  if (standing == NULL || standing->type != fresh->type || g_strcmp0 (standing->extra, fresh->extra) != 0 ||
      !g_str_equal (standing->id, fresh->id))
    return FALSE;
  for (guint i = 0; i < fresh->type->n_fields; i++) {
    const QtrField *field = &fresh->type->fields[i];
    QtrValue value = qtr_record_get (standing, field);

    if (field->kind == QTR_FIELD_LIST ? value.list != values[i].list
                                      : !qtr_field_equal (field, value, values[i]))
      return FALSE;
  }

  return TRUE;
}

static gpointer
share (const QtrRecord *fresh, GHashTable *known)
{
  const QtrRecord *standing = g_hash_table_lookup (known, fresh->id);
  const QtrRecordType *type = fresh->type;
  g_autofree QtrValue *values = g_new0 (QtrValue, type->n_fields);
  gpointer shared = NULL;

  if (standing == fresh)
    return qtr_record_ref (fresh);
  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];

    values[i] = qtr_record_get (fresh, field);
    if (field->kind == QTR_FIELD_LIST)
      values[i].list = share_list (
          values[i].list,
          standing == NULL || standing->type != type ? NULL : qtr_record_get (standing, field).list, known);
  }
  if (is_standing (fresh, standing, values))
    shared = qtr_record_ref (standing);
  else if (is_standing (fresh, fresh, values))
    shared = qtr_record_ref (fresh);
  else
    shared = qtr_record_build (type, fresh->id, fresh->extra, values);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == QTR_FIELD_LIST)
      qtr_list_unref (values[i].list);
  return shared;
}

QtrPlan *
qtr_share (const QtrPlan *fresh, const QtrPlan *known)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  index_below (&known->record, index);
  return share (&fresh->record, index);
}
