/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <xlsxwriter.h>

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * QtrXlsx:
 * @publication: what is written
 * @marking: (nullable): in capitals
 * @book: where to
 * @text: the look of words
 * @title: of a sheet's title
 * @line: of a line below that
 * @strong: of a column's title
 * @numbers: the looks of numbers, by how they are printed
 *
 * A workbook that is being written.
 */
typedef struct {
  const QtrPublication *publication;
  const char *marking;
  lxw_workbook *book;
  lxw_format *text;
  lxw_format *title;
  lxw_format *line;
  lxw_format *strong;
  GHashTable *numbers;
} QtrXlsx;

/**
 * QtrXlsxTable:
 * @first: the row of its headings, from 0
 * @row: the row that is written next
 *
 * The one table of a sheet.
 */
typedef struct {
  QtrXlsx *xlsx;
  lxw_worksheet *sheet;
  const char *name;
  const char *const *titles;
  guint n_columns;
  lxw_row_t first;
  lxw_row_t row;
} QtrXlsxTable;

void qtr_xlsx_set_running (QtrXlsx *self, lxw_worksheet *sheet);

/**
 * qtr_xlsx_add_sheet:
 * @name: on its tab
 * @title: its first line; what copy it is stands below that
 * @row: (out): the first row that is free
 */
lxw_worksheet *qtr_xlsx_add_sheet (QtrXlsx *self, const char *name, const char *title, lxw_row_t *row);

/**
 * qtr_xlsx_begin_table:
 * @name: of the table, as formulas would call it
 * @titles: (array length=n_columns): its columns, no two alike
 * @widths: (array length=n_columns): of its columns, in letters
 */
QtrXlsxTable qtr_xlsx_begin_table (QtrXlsx *self, const char *sheet, const char *title, const char *name,
                                   const char *const *titles, const double *widths, guint n_columns);
void qtr_xlsx_end_table (QtrXlsxTable *self);

/**
 * qtr_xlsx_put_line:
 * @row: (inout): where; then the row below it
 * @text: (nullable): of an empty one nothing is written at all
 *
 * Puts a line into the first column.
 */
void qtr_xlsx_put_line (lxw_worksheet *sheet, lxw_row_t *row, const char *text, lxw_format *format);

/**
 * qtr_xlsx_put_text:
 *
 * Puts words into a cell; they are never a formula. What is longer than a cell can be is cut, and ends with
 * an ellipsis.
 */
void qtr_xlsx_put_text (QtrXlsxTable *self, guint column, const char *text);

/**
 * qtr_xlsx_put_cell:
 *
 * Puts the cell of a table there: a number is one, and looks as it is printed.
 */
void qtr_xlsx_put_cell (QtrXlsxTable *self, guint column, const QtrTableCell *cell);

void qtr_xlsx_add_cover (QtrXlsx *self);
void qtr_xlsx_add_notes (QtrXlsx *self);
void qtr_xlsx_add_narrative (QtrXlsx *self);

/**
 * qtr_xlsx_add_figures:
 *
 * Adds the sheets with the report's figures, its corrections, and all data.
 */
void qtr_xlsx_add_figures (QtrXlsx *self);

G_END_DECLS
