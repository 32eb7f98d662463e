/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/path.h"

static gconstpointer
find_below (const QtrRecord *record, const char *id, QtrPath *path)
{
  if (g_str_equal (record->id, id))
    return record;
  if (path->depth == QTR_RECORD_DEPTH_MAX)
    return NULL;

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++) {
      gconstpointer found = NULL;

      path->steps[path->depth++] = (QtrStep) { field, j };
      found = find_below (qtr_list_get (list, j), id, path);
      if (found != NULL)
        return found;
      path->depth--;
    }
  }

  return NULL;
}

gconstpointer
qtr_path_find (gconstpointer root, const char *id, QtrPath *path)
{
  path->depth = 0;
  return id == NULL ? NULL : find_below (root, id, path);
}

gconstpointer
qtr_path_enter (gconstpointer record, const char *list, const char *id, QtrPath *path)
{
  const QtrField *field = qtr_record_type_find_field (((const QtrRecord *) record)->type, list);
  QtrStep step = { .field = field };
  gconstpointer found = NULL;

  g_return_val_if_fail (field != NULL && field->kind == QTR_FIELD_LIST, NULL);
  g_return_val_if_fail (path->depth < QTR_RECORD_DEPTH_MAX, NULL);

  found = qtr_list_find (qtr_record_get (record, field).list, id, &step.index);
  if (found != NULL)
    path->steps[path->depth++] = step;
  return found;
}

static gconstpointer
walk (gconstpointer root, const QtrPath *path, guint depth)
{
  gconstpointer record = root;

  for (guint i = 0; i < depth; i++)
    record = qtr_list_get (qtr_record_get (record, path->steps[i].field).list, path->steps[i].index);

  return record;
}

gconstpointer
qtr_path_get (gconstpointer root, const QtrPath *path)
{
  return walk (root, path, path->depth);
}

gconstpointer
qtr_path_get_parent (gconstpointer root, const QtrPath *path)
{
  return path->depth == 0 ? NULL : walk (root, path, path->depth - 1);
}

static gpointer
splice_record (gconstpointer record, const QtrField *field, guint index, guint n_removed,
               gconstpointer const *records, guint n_records)
{
  const QtrList *list = qtr_record_get (record, field).list;
  g_autoptr (QtrList) spliced = qtr_list_splice (list, index, n_removed, records, n_records);

  return qtr_record_with_value (record, field, (QtrValue) { .list = spliced });
}

gpointer
qtr_path_splice (gconstpointer root, const QtrPath *path, const QtrField *field, guint index, guint n_removed,
                 gconstpointer const *records, guint n_records)
{
  gpointer changed = splice_record (qtr_path_get (root, path), field, index, n_removed, records, n_records);

  /* Back up the way: each record on it is copied with its one changed child. */
  for (guint depth = path->depth; depth > 0; depth--) {
    const QtrStep *step = &path->steps[depth - 1];
    g_autoptr (QtrRecord) child = changed;
    gconstpointer child_address = child;

    changed = splice_record (walk (root, path, depth - 1), step->field, step->index, 1, &child_address, 1);
  }

  return changed;
}

gpointer
qtr_path_replace (gconstpointer root, const QtrPath *path, gconstpointer record)
{
  QtrPath parent = *path;
  const QtrStep *last = NULL;

  if (path->depth == 0) {
    g_return_val_if_fail (record != NULL, qtr_record_ref (root));
    return qtr_record_ref (record);
  }

  parent.depth--;
  last = &path->steps[parent.depth];
  return qtr_path_splice (root, &parent, last->field, last->index, 1, &record, record == NULL ? 0 : 1);
}
