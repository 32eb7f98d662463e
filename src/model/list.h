/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrList:
 *
 * An immutable, counted list of records of one type. %NULL is the empty list, and the only one. The box of
 * its own lets a record be copied without touching its children.
 */
typedef struct _QtrList QtrList;

/**
 * qtr_list_new_from_array:
 * @records: (element-type QtrRecord): records, of which the list takes references
 *
 * Returns: (transfer full) (nullable): the list
 */
QtrList *qtr_list_new_from_array (GPtrArray *records);

QtrList *qtr_list_ref (const QtrList *list);
void qtr_list_unref (const QtrList *list);

guint qtr_list_length (const QtrList *list);

/**
 * qtr_list_get:
 *
 * Returns: (transfer none): the record at @index, which must be below the length
 */
gconstpointer qtr_list_get (const QtrList *list, guint index);

/**
 * qtr_list_find:
 * @index: (out) (optional): where it stands
 *
 * Returns: (transfer none) (nullable): the record of the list itself with that id
 */
gconstpointer qtr_list_find (const QtrList *list, const char *id, guint *index);

typedef gboolean (*QtrListEqual) (gconstpointer a, gconstpointer b);

/**
 * qtr_list_equal:
 * @equal: tells whether two records are equal; what both lists share it is not asked about
 *
 * Returns: whether both hold equal records in the same order
 */
gboolean qtr_list_equal (const QtrList *a, const QtrList *b, QtrListEqual equal);

/**
 * qtr_list_is_same:
 *
 * Returns: whether both hold the very same records in the same order; equal ones that are not shared do not
 * count
 */
gboolean qtr_list_is_same (const QtrList *a, const QtrList *b);

/**
 * qtr_list_splice:
 * @index: where to cut
 * @n_removed: how many records go
 * @records: (nullable) (array length=n_records): what comes in their place
 *
 * The one way to change a list: all others are calls of it. Where one record takes the place of another, what
 * is copied of a long list is little.
 *
 * Returns: (transfer full) (nullable): the changed list
 */
QtrList *qtr_list_splice (const QtrList *list, guint index, guint n_removed, gconstpointer const *records,
                          guint n_records) G_GNUC_WARN_UNUSED_RESULT;

static inline QtrList *
qtr_list_insert (const QtrList *list, guint index, gconstpointer record)
{
  return qtr_list_splice (list, index, 0, &record, 1);
}

static inline QtrList *
qtr_list_append (const QtrList *list, gconstpointer record)
{
  return qtr_list_splice (list, qtr_list_length (list), 0, &record, 1);
}

static inline QtrList *
qtr_list_replace (const QtrList *list, guint index, gconstpointer record)
{
  return qtr_list_splice (list, index, 1, &record, 1);
}

static inline QtrList *
qtr_list_remove (const QtrList *list, guint index)
{
  return qtr_list_splice (list, index, 1, NULL, 0);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrList, qtr_list_unref)

G_END_DECLS
