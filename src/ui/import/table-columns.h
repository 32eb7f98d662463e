/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/table.h"

G_BEGIN_DECLS

#define QTR_TYPE_TABLE_COLUMNS (qtr_table_columns_get_type ())

/**
 * QtrTableColumns:
 *
 * The rows of a preview in which it is chosen what each column of a table is for.
 *
 * Signal: `changed (columns, gboolean recognise_periods)`: the user chose otherwise, maybe another column of
 * periods.
 */
G_DECLARE_FINAL_TYPE (QtrTableColumns, qtr_table_columns, QTR, TABLE_COLUMNS, GObject)

/**
 * qtr_table_columns_new:
 * @group: where the rows go; borrowed
 */
QtrTableColumns *qtr_table_columns_new (AdwPreferencesGroup *group);

/**
 * qtr_table_columns_show:
 *
 * Shows what the table's mapping says, and makes the rows if there are none for its columns yet.
 */
void qtr_table_columns_show (QtrTableColumns *self, const QtrTableContent *table);

/**
 * qtr_table_columns_make_mapping:
 *
 * Returns: (transfer full): the table's mapping with what is chosen
 */
QtrTableMapping *qtr_table_columns_make_mapping (QtrTableColumns *self, const QtrTableContent *table);

G_END_DECLS
