/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * QtrStep:
 * @field: the list that is entered
 * @index: which of its records
 */
typedef struct {
  const QtrField *field;
  guint index;
} QtrStep;

/**
 * QtrPath:
 *
 * The way from a record to one below it, list by list. Valid for the record that it was made for and no
 * other.
 */
typedef struct {
  guint depth;
  QtrStep steps[QTR_RECORD_DEPTH_MAX];
} QtrPath;

/**
 * QTR_PATH_ROOT:
 *
 * The way that ends where it begins.
 */
#define QTR_PATH_ROOT ((QtrPath) { .depth = 0 })

/**
 * qtr_path_find:
 * @root: where to begin
 * @id: what to look for
 * @path: (out): the way to it; of depth zero for @root itself
 *
 * Searches the whole tree below @root.
 *
 * Returns: (transfer none) (nullable): the record
 */
gconstpointer qtr_path_find (gconstpointer root, const char *id, QtrPath *path);

/**
 * qtr_path_enter:
 * @record: the record at the end of @path
 * @list: the name of one of its lists
 * @id: the id of a record in it
 * @path: (inout): goes on to that record, if there is one
 *
 * For callers who know where to look, as searching a whole plan takes long.
 *
 * Returns: (transfer none) (nullable): the record
 */
gconstpointer qtr_path_enter (gconstpointer record, const char *list, const char *id, QtrPath *path);

/**
 * qtr_path_get:
 *
 * Returns: (transfer none): the record at the end of @path
 */
gconstpointer qtr_path_get (gconstpointer root, const QtrPath *path);

/**
 * qtr_path_get_parent:
 *
 * Returns: (transfer none) (nullable): the record one step before it; %NULL for the root
 */
gconstpointer qtr_path_get_parent (gconstpointer root, const QtrPath *path);

/**
 * qtr_path_splice:
 * @path: to the record whose list is changed
 * @field: one of its lists
 * @records: (nullable) (array length=n_records): what comes in
 *
 * Changes a list somewhere below @root: copies the records on the way, and shares all others.
 *
 * Returns: (transfer full): the new root
 */
gpointer qtr_path_splice (gconstpointer root, const QtrPath *path, const QtrField *field, guint index,
                          guint n_removed, gconstpointer const *records,
                          guint n_records) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_path_replace:
 * @record: (nullable): what takes the place of the record at the end of @path; %NULL removes it. The root
 *   itself is replaced by a path of depth zero, and cannot be removed.
 *
 * Returns: (transfer full): the new root
 */
gpointer qtr_path_replace (gconstpointer root, const QtrPath *path,
                           gconstpointer record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
