/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/table-place.h"

G_BEGIN_DECLS

/**
 * QtrTableWords:
 * @title: what stands there
 * @subtitle: what becomes of it, or where it stands and why it is not taken
 *
 * A line of the preview, in words.
 */
typedef struct {
  char *title;
  char *subtitle;
} QtrTableWords;

/**
 * QtrTableReading:
 * @base: the plan that it was placed in
 * @table: what was read
 * @plan: (nullable): the plan with it; %NULL if it cannot be taken as it is
 * @placed: (nullable): what came of it
 * @rows: (element-type QtrTableWords): the first rows
 * @changes: (element-type QtrTableWords): the first values that become others
 *
 * A table, read and placed in a plan, with all that a preview says of it.
 */
typedef struct {
  const QtrPlan *base;
  QtrTableContent *table;
  QtrPlan *plan;
  QtrTablePlaced *placed;
  GPtrArray *rows;
  GPtrArray *changes;
} QtrTableReading;

void qtr_table_reading_free (QtrTableReading *self);

/**
 * QtrTableSource:
 * @file: (nullable): where it is
 * @bytes: (nullable): what it is, if it is in no file
 * @name: what it is called
 *
 * Where a table comes from.
 */
typedef struct {
  GFile *file;
  GBytes *bytes;
  char *name;
} QtrTableSource;

/**
 * QtrTableReadingProgress:
 * @fraction: of the source that was read, 0 to 1
 */
typedef void (*QtrTableReadingProgress) (double fraction, gpointer data);

/**
 * qtr_table_reading_start:
 * @mapping: (nullable): how it is to be read; %NULL: as it was the last time, or else as it is recognised
 * @recognise_periods: whether the column of periods is another one
 * @progress: told in the main thread, with @user_data; not once @cancellable is cancelled
 *
 * Reads and places a table in a worker thread.
 */
void qtr_table_reading_start (const QtrTableSource *source, const QtrPlan *plan,
                              const QtrTableMapping *mapping, gboolean recognise_periods,
                              GCancellable *cancellable, QtrTableReadingProgress progress,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_table_reading_finish:
 *
 * Returns: (transfer full) (nullable): the reading
 */
QtrTableReading *qtr_table_reading_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableReading, qtr_table_reading_free)

G_END_DECLS
