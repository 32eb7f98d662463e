/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/list.h"

#include "model/record.h"

/* A list of a few records holds them in a row. A longer one is a tree of such rows, in which every branch but
 * the last is full, so that an index says the way: to change one record, only the rows on that way are
 * copied. All else that changes a long list lays it out anew. */
#define ROW_MAX 32
#define BRANCHES 8

struct _QtrList {
  guint len;
  /* How many records each branch but the last has; 0: there are no branches, but the records themselves. */
  guint branch_len;
  /* Behind the records stand the hashes of their ids, so that an id is found without a look at each record.
   */
  gconstpointer at[];
};

static QtrList *
allocate (guint len, guint branch_len)
{
  guint width = branch_len == 0 ? len : (len + branch_len - 1) / branch_len;
  gsize size = sizeof (gconstpointer) + (branch_len == 0 ? sizeof (guint) : 0);
  QtrList *list = g_atomic_rc_box_alloc (sizeof *list + width * size);

  list->len = len;
  list->branch_len = branch_len;
  return list;
}

/* Of a list without branches. */
static guint *
get_hashes (const QtrList *list)
{
  return (guint *) (list->at + list->len);
}

static guint
hash_id (gconstpointer record)
{
  return g_str_hash (((const QtrRecord *) record)->id);
}

static guint
get_width (const QtrList *list)
{
  return list->branch_len == 0 ? list->len : (list->len + list->branch_len - 1) / list->branch_len;
}

/* Rows may hold rows, seven deep at the most. */
static void
clear (gpointer data)
{
  QtrList *list = data;

  for (guint i = 0; i < get_width (list); i++) {
    if (list->branch_len == 0)
      qtr_record_unref (list->at[i]);
    else
      qtr_list_unref (list->at[i]);
  }
}

static guint
get_branch_len (guint len)
{
  guint branch_len = BRANCHES;

  if (len <= ROW_MAX)
    return 0;
  while (len > branch_len * BRANCHES)
    branch_len *= BRANCHES;
  return branch_len;
}

/* A branch is a row as soon as it can be, also if it is shorter than rows may be. */
static QtrList *
lay_out (gconstpointer const *records, guint len, guint branch_len)
{
  QtrList *list = allocate (len, branch_len);

  for (guint i = 0; branch_len == 0 && i < len; i++) {
    list->at[i] = qtr_record_ref (records[i]);
    get_hashes (list)[i] = hash_id (records[i]);
  }
  for (guint i = 0; branch_len > 0 && i < get_width (list); i++) {
    guint begin = i * branch_len;

    list->at[i] = lay_out (records + begin, MIN (branch_len, len - begin),
                           branch_len == BRANCHES ? 0 : branch_len / BRANCHES);
  }
  return list;
}

QtrList *
qtr_list_new_from_array (GPtrArray *records)
{
  if (records->len == 0)
    return NULL;

  return lay_out ((gconstpointer const *) records->pdata, records->len, get_branch_len (records->len));
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

  while (list->branch_len > 0) {
    guint branch = index / list->branch_len;

    index -= branch * list->branch_len;
    list = list->at[branch];
  }
  return list->at[index];
}

/* From the end, where what is worked on mostly stands. */
static gconstpointer
find (const QtrList *list, const char *id, guint hash, guint *index)
{
  for (guint i = get_width (list); i > 0; i--) {
    gconstpointer found = NULL;

    *index = 0;
    if (list->branch_len > 0)
      found = find (list->at[i - 1], id, hash, index);
    else if (get_hashes (list)[i - 1] == hash && g_str_equal (((const QtrRecord *) list->at[i - 1])->id, id))
      found = list->at[i - 1];
    if (found != NULL) {
      *index += (i - 1) * MAX (list->branch_len, 1);
      return found;
    }
  }

  return NULL;
}

gconstpointer
qtr_list_find (const QtrList *list, const char *id, guint *index)
{
  guint at = 0;
  gconstpointer found = list == NULL || id == NULL ? NULL : find (list, id, g_str_hash (id), &at);

  if (found != NULL && index != NULL)
    *index = at;
  return found;
}

/* Lists of one length have one shape. */
gboolean
qtr_list_equal (const QtrList *a, const QtrList *b, QtrListEqual equal)
{
  if (a == b)
    return TRUE;
  if (qtr_list_length (a) != qtr_list_length (b))
    return FALSE;
  for (guint i = 0; i < get_width (a); i++) {
    if (a->branch_len == 0 ? !equal (a->at[i], b->at[i]) : !qtr_list_equal (a->at[i], b->at[i], equal))
      return FALSE;
  }

  return TRUE;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return a == b;
}

gboolean
qtr_list_is_same (const QtrList *a, const QtrList *b)
{
  return qtr_list_equal (a, b, is_same);
}

static QtrList *
replace_in_row (const QtrList *list, guint index, gconstpointer record)
{
  QtrList *replaced = allocate (list->len, 0);

  for (guint i = 0; i < list->len; i++)
    replaced->at[i] = qtr_record_ref (i == index ? record : list->at[i]);
  memcpy (get_hashes (replaced), get_hashes (list), list->len * sizeof (guint));
  get_hashes (replaced)[index] = hash_id (record);
  return replaced;
}

static QtrList *
replace (const QtrList *list, guint index, gconstpointer record)
{
  guint at = list->branch_len == 0 ? 0 : index / list->branch_len;
  QtrList *replaced = NULL;

  if (list->branch_len == 0)
    return replace_in_row (list, index, record);

  replaced = allocate (list->len, list->branch_len);
  for (guint i = 0; i < get_width (list); i++)
    replaced->at[i] =
        i == at ? replace (list->at[i], index - at * list->branch_len, record) : qtr_list_ref (list->at[i]);
  return replaced;
}

static guint
copy_out (const QtrList *list, guint begin, guint end, gconstpointer *records)
{
  for (guint i = begin; i < end; i++)
    records[i - begin] = qtr_list_get (list, i);

  return end - begin;
}

QtrList *
qtr_list_splice (const QtrList *list, guint index, guint n_removed, gconstpointer const *records,
                 guint n_records)
{
  guint length = qtr_list_length (list);
  guint spliced_length = length - n_removed + n_records;
  g_autofree gconstpointer *all = NULL;
  guint at = 0;

  g_return_val_if_fail (index <= length && n_removed <= length - index, NULL);

  if (spliced_length == 0)
    return NULL;
  if (n_removed == 1 && n_records == 1)
    return replace (list, index, *records);

  all = g_new (gconstpointer, spliced_length);
  at = copy_out (list, 0, index, all);
  for (guint i = 0; i < n_records; i++)
    all[at++] = records[i];
  copy_out (list, index + n_removed, length, all + at);
  return lay_out (all, spliced_length, get_branch_len (spliced_length));
}
