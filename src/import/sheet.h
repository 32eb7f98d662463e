/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QtrSheet:
 *
 * Makes of the cells of a spreadsheet what the readers of tables read: rows of cells between commas, each on
 * the line that is its row. Text in merged cells stands in each row of them, and before headings that occur
 * again beneath.
 */
typedef struct _QtrSheet QtrSheet;

/**
 * qtr_sheet_new:
 * @range: (nullable): cells to take alone, as `B4:F20`
 *
 * Returns: (transfer full) (nullable): an empty sheet, or %NULL with %QTR_ERROR_USAGE if @range is none
 */
QtrSheet *qtr_sheet_new (const char *range, GError **error);
void qtr_sheet_free (QtrSheet *self);

/**
 * qtr_sheet_begin_row:
 * @row: from 0; rows come in their order
 */
void qtr_sheet_begin_row (QtrSheet *self, guint row);

/**
 * QtrSheetCell:
 * @text: what it says
 * @is_words: whether that is words, rather than a number or a date
 * @n_columns: how many columns it covers, itself among them
 * @n_rows: likewise
 */
typedef struct {
  const char *text;
  gboolean is_words;
  guint n_columns;
  guint n_rows;
} QtrSheetCell;

void qtr_sheet_add_cell (QtrSheet *self, guint column, const QtrSheetCell *cell);

/**
 * qtr_sheet_end_row:
 * @n_times: how many rows are the same
 */
void qtr_sheet_end_row (QtrSheet *self, guint n_times);

/**
 * qtr_sheet_is_full:
 *
 * Returns: whether there is more than is read of any sheet
 */
gboolean qtr_sheet_is_full (const QtrSheet *self);

/**
 * qtr_sheet_finish:
 * @self: (transfer full): it is freed
 * @errors: (out) (transfer full) (nullable): the first of the cells whose formula has an error, by their
 * names
 */
GBytes *qtr_sheet_finish (QtrSheet *self, char **errors);

/**
 * qtr_sheet_parse_cell:
 *
 * Reads the name of a cell, as `B4`.
 *
 * Returns: what follows it, or %NULL if there is none
 */
const char *qtr_sheet_parse_cell (const char *text, guint *row, guint *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrSheet, qtr_sheet_free)

G_END_DECLS
