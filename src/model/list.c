/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/list.h"

#include "model/record.h"

struct _QtrList {
  guint len;
  gconstpointer at[];
};

static QtrList *
allocate (guint len)
{
  QtrList *list = NULL;

  if (len == 0)
    return NULL;

  list = g_atomic_rc_box_alloc (sizeof *list + len * sizeof list->at[0]);
  list->len = len;
  return list;
}

static void
clear (gpointer data)
{
  QtrList *list = data;

  for (guint i = 0; i < list->len; i++)
    qtr_record_unref (list->at[i]);
}

QtrList *
qtr_list_new_from_array (GPtrArray *records)
{
  return qtr_list_splice (NULL, 0, 0, (gconstpointer const *) records->pdata, records->len);
}

QtrList *
qtr_list_ref (const QtrList *list)
{
  return list == NULL ? NULL : g_atomic_rc_box_acquire ((gpointer) list);
}

void
qtr_list_unref (const QtrList *list)
{
  if (list != NULL)
    g_atomic_rc_box_release_full ((gpointer) list, clear);
}

guint
qtr_list_length (const QtrList *list)
{
  return list == NULL ? 0 : list->len;
}

gconstpointer
qtr_list_get (const QtrList *list, guint index)
{
  g_return_val_if_fail (index < qtr_list_length (list), NULL);

  return list->at[index];
}

gconstpointer
qtr_list_find (const QtrList *list, const char *id, guint *index)
{
  for (guint i = 0; id != NULL && i < qtr_list_length (list); i++) {
    const QtrRecord *record = list->at[i];

    if (g_str_equal (record->id, id)) {
      if (index != NULL)
        *index = i;
      return record;
    }
  }

  return NULL;
}

gboolean
qtr_list_is_same (const QtrList *a, const QtrList *b)
{
  if (qtr_list_length (a) != qtr_list_length (b))
    return FALSE;
  for (guint i = 0; i < qtr_list_length (a); i++)
    if (a->at[i] != b->at[i])
      return FALSE;

  return TRUE;
}

static guint
copy_in (QtrList *to, guint at, gconstpointer const *records, guint n_records)
{
  for (guint i = 0; i < n_records; i++)
    to->at[at + i] = qtr_record_ref (records[i]);

  return at + n_records;
}

QtrList *
qtr_list_splice (const QtrList *list, guint index, guint n_removed, gconstpointer const *records,
                 guint n_records)
{
  guint length = qtr_list_length (list);
  QtrList *spliced = NULL;
  guint at = 0;

  g_return_val_if_fail (index <= length && n_removed <= length - index, NULL);

  spliced = allocate (length - n_removed + n_records);
  if (spliced == NULL)
    return NULL;
  if (list != NULL)
    at = copy_in (spliced, at, list->at, index);
  at = copy_in (spliced, at, records, n_records);
  if (list != NULL)
    copy_in (spliced, at, list->at + index + n_removed, length - index - n_removed);
  return spliced;
}
