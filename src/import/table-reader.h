/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QTR_TABLE_ROW_SIZE_MAX:
 *
 * The most bytes that one row of a table may have. A quotation mark that is never closed runs into it.
 */
#define QTR_TABLE_ROW_SIZE_MAX (1024 * 1024)

/**
 * QtrTableRow:
 * @line: of the source, on which it begins, from 1
 * @cells: without their quotation marks and without space at their ends; the last is followed by %NULL
 *
 * A row of a table, as long as the next one is not asked for.
 */
typedef struct {
  guint line;
  guint n_cells;
  const char *const *cells;
} QtrTableRow;

/**
 * QtrTableReader:
 *
 * Reads CSV and its kin row by row, in one pass, and keeps no more of it than one row. Quoted cells may hold
 * separators, new lines and doubled quotation marks; a row may have fewer or more cells than others.
 */
typedef struct _QtrTableReader QtrTableReader;

/**
 * qtr_table_reader_new:
 * @separator: what stands between cells; 0: what the beginning of the source looks like
 * @encoding: (nullable): a character set; %NULL: UTF-16 if it has the mark of it or is full of zeros, else
 *   UTF-8, and Windows-1252 from the first row on that is not that
 *
 * Returns: (transfer full) (nullable): the reader, or %NULL if nothing can be read
 */
QtrTableReader *qtr_table_reader_new (GInputStream *stream, char separator, const char *encoding,
                                      GCancellable *cancellable, GError **error);
void qtr_table_reader_free (QtrTableReader *self);

/**
 * qtr_table_reader_next:
 * @row: (out caller-allocates): the row; at the end, one without cells
 *
 * Returns: whether all is well; else %QTR_ERROR_LIMIT for a row that is too long, or what the stream said
 */
gboolean qtr_table_reader_next (QtrTableReader *self, QtrTableRow *row, GError **error);

char qtr_table_reader_get_separator (const QtrTableReader *self);

/**
 * qtr_table_reader_get_encoding:
 *
 * Returns: (transfer none): what it was read as so far
 */
const char *qtr_table_reader_get_encoding (const QtrTableReader *self);

/**
 * qtr_table_reader_get_n_odd:
 *
 * Returns: how many rows are not in the encoding of the others and were read as Windows-1252
 */
guint qtr_table_reader_get_n_odd (const QtrTableReader *self);

/**
 * qtr_table_reader_get_position:
 *
 * Returns: how many bytes have been taken from the stream
 */
goffset qtr_table_reader_get_position (const QtrTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableReader, qtr_table_reader_free)

G_END_DECLS
