/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/import/table-reading.h"

G_BEGIN_DECLS

/**
 * qtr_table_words_list_rows:
 *
 * Returns: (transfer full) (element-type QtrTableWords): the first rows of a table, and what each becomes
 */
GPtrArray *qtr_table_words_list_rows (const QtrTableContent *table, const QtrPlan *plan);

/**
 * qtr_table_words_list_changes:
 *
 * Returns: (transfer full) (element-type QtrTableWords): the first values of @before that are others in
 * @after
 */
GPtrArray *qtr_table_words_list_changes (const QtrPlan *before, const QtrPlan *after);

/**
 * qtr_table_words_list_remarks:
 * @remarks: (element-type QtrTableRemark): what was not taken
 *
 * Returns: (transfer full) (element-type QtrTableWords): the first of them
 */
GPtrArray *qtr_table_words_list_remarks (GPtrArray *remarks);

/**
 * qtr_table_words_count:
 *
 * Returns: (transfer full): how much is new, changed, as before, and not understood
 */
char *qtr_table_words_count (const QtrTableReading *reading);

G_END_DECLS
