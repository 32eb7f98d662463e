/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/figure.h"
#include "import/table-mark.h"

G_BEGIN_DECLS

/**
 * QtrTableCellKind:
 * @QTR_TABLE_CELL_EMPTY: it says nothing
 * @QTR_TABLE_CELL_GAP: it says that there is no value
 * @QTR_TABLE_CELL_VALUE: it has a value
 * @QTR_TABLE_CELL_FAULT: it is not understood
 */
typedef enum {
  QTR_TABLE_CELL_EMPTY,
  QTR_TABLE_CELL_GAP,
  QTR_TABLE_CELL_VALUE,
  QTR_TABLE_CELL_FAULT,
} QtrTableCellKind;

/**
 * QtrTableCell:
 * @value: no number unless it has one
 * @unit: the sign beside it
 * @mark: what stands beside the value, or for it
 *
 * What a cell of values says.
 */
typedef struct {
  QtrTableCellKind kind;
  QtrDecimal value;
  QtrFigureUnit unit;
  QtrTableMark mark;
} QtrTableCell;

/**
 * qtr_table_cell_read:
 * @text: a cell without space at its ends
 * @decimal: the decimal mark, `.` or `,`; the other one stands between thousands
 *
 * Reads `1,234`, `12.5%`, `£5.4m`, `-3`, `(3)`, `123 [p]`, exactly, or a mark for no value.
 *
 * Returns: the cell; if it is at fault, @error is %QTR_ERROR_NUMBER and says why
 */
QtrTableCell qtr_table_cell_read (const char *text, char decimal, GError **error);

/**
 * qtr_table_cell_shows_decimal:
 *
 * Returns: the decimal mark, if there can be no doubt from this cell: `.` for `12.5`, `,` for `12,5`; else 0
 */
char qtr_table_cell_shows_decimal (const char *text);

G_END_DECLS
