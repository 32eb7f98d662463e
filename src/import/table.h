/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/table-mapping.h"

G_BEGIN_DECLS

/**
 * QtrTableRowKind:
 * @QTR_TABLE_ROW_READ: its cells of values are counted
 * @QTR_TABLE_ROW_HEADING: the headings
 * @QTR_TABLE_ROW_TITLE: what stands above the headings
 * @QTR_TABLE_ROW_BLANK: nothing
 * @QTR_TABLE_ROW_NOTE: words without values: a footnote, a source
 * @QTR_TABLE_ROW_TOTAL: a total of other rows
 * @QTR_TABLE_ROW_AGAIN: the headings once more
 * @QTR_TABLE_ROW_LEFT_OUT: the mapping's filter leaves it out
 * @QTR_TABLE_ROW_SKIPPED: the mapping says to skip it
 * @QTR_TABLE_ROW_FAULT: its period, area or measure is not understood
 *
 * What became of a row. Every row is of one kind.
 */
typedef enum {
  QTR_TABLE_ROW_READ,
  QTR_TABLE_ROW_HEADING,
  QTR_TABLE_ROW_TITLE,
  QTR_TABLE_ROW_BLANK,
  QTR_TABLE_ROW_NOTE,
  QTR_TABLE_ROW_TOTAL,
  QTR_TABLE_ROW_AGAIN,
  QTR_TABLE_ROW_LEFT_OUT,
  QTR_TABLE_ROW_SKIPPED,
  QTR_TABLE_ROW_FAULT,
  QTR_TABLE_N_ROW_KINDS,
} QtrTableRowKind;

/**
 * QTR_TABLE_REMARKS_MAX:
 *
 * How many remarks of a sort are kept; beyond that they are only counted.
 */
#define QTR_TABLE_REMARKS_MAX 10000

/**
 * QtrTableRemark:
 * @line: of the source, from 1
 * @column: from 1; 0: the whole row
 * @text: what stands there
 * @reason: why it was not taken
 */
typedef struct {
  guint line;
  guint column;
  char *text;
  char *reason;
} QtrTableRemark;

/**
 * QtrTableAccount:
 * @rows: how many of each kind, the headings among them
 * @values: cells of the rows read that have a value
 * @gaps: that say that there is none
 * @empty: that say nothing
 * @faults: that are not understood, or that contradict others
 * @again: values that another row says as well; counted in @values, too
 * @unknown_sums: sums that are not known because a cell is empty or at fault
 *
 * Every row is in @rows, and of those that are read every cell of a column of values is in one of @values,
 * @gaps, @empty and @faults.
 */
typedef struct {
  guint rows[QTR_TABLE_N_ROW_KINDS];
  guint values;
  guint gaps;
  guint empty;
  guint faults;
  guint again;
  guint unknown_sums;
} QtrTableAccount;

/**
 * QtrTableEntry:
 * @measure: index into the table's measures
 * @area: index into its areas; 0: everywhere
 * @mark: index into its marks; 0: none
 * @part: index into what was summed over; 0: nothing is
 * @line: of the source
 * @column: from 0
 * @value: no number: a gap
 *
 * What a table says of one measure, area and period.
 */
typedef struct {
  QtrDecimal value;
  QtrPeriod period;
  guint measure;
  guint area;
  guint mark;
  guint part;
  guint line;
  guint column : 31;
  guint provisional : 1;
} QtrTableEntry;

/**
 * QtrTableSampleRow:
 *
 * One of the first rows, as it stands there.
 */
typedef struct {
  guint line;
  guint n_cells;
  char **cells;
  QtrTableRowKind kind;
} QtrTableSampleRow;

/**
 * QtrTableContent:
 * @mapping: how it was read, complete; it reads the same table the same way
 * @sheets: (element-type utf8): the sheets of a workbook; empty: it is none
 * @headings: one for each column
 * @n_columns: how many there are
 * @n_headed: how many of them the row of headings has
 * @recognised: (element-type utf8): sentences on what was recognised
 * @uses: (element-type utf8): sentences on what the columns are for
 * @obstacle: (nullable): why nothing can be taken as it is, and what to say to change that
 * @sample: (element-type QtrTableSampleRow): the first rows
 * @measures: (element-type utf8): what the table calls its measures
 * @units: (element-type guint): for each of them, which signs of #QtrFigureUnit stood beside its values, as
 * bits
 * @areas: (element-type utf8): the first is empty
 * @marks: (element-type utf8): the first is empty
 * @entries: (element-type QtrTableEntry): one for each measure, period and area, in this order
 * @faults: (element-type QtrTableRemark): what was not understood, up to %QTR_TABLE_REMARKS_MAX
 * @skipped: (element-type QtrTableRemark): rows that were not read and why, likewise; blank rows and those
 * that the mapping leaves out are only counted
 *
 * A table that was read.
 */
typedef struct {
  QtrTableMapping *mapping;
  GPtrArray *sheets;
  char **headings;
  guint n_columns;
  guint n_headed;
  GPtrArray *recognised;
  GPtrArray *uses;
  char *obstacle;
  GPtrArray *sample;
  GPtrArray *measures;
  GArray *units;
  GPtrArray *areas;
  GPtrArray *marks;
  GArray *entries;
  GPtrArray *faults;
  GPtrArray *skipped;
  QtrTableAccount account;
} QtrTableContent;

/**
 * QtrTableProgress:
 * @position: how many bytes were read
 */
typedef void (*QtrTableProgress) (goffset position, gpointer data);

/**
 * QtrTableRequest:
 * @mapping: (nullable): how it is to be read; what it does not say is recognised
 * @measures: (nullable) (array zero-terminated=1): columns that say which measure it is, columns of values to
 * take alone, or the name of the one measure that the table is about
 * @first_month: the month with which the plan's years begin
 * @recognise_periods: whether it is to be recognised how periods are written although the mapping is
 * complete, because it names another column for them
 * @progress: (nullable): called now and then
 *
 * What is known of a table before it is read.
 */
typedef struct {
  const QtrTableMapping *mapping;
  const char *const *measures;
  int first_month;
  gboolean recognise_periods;
  QtrTableProgress progress;
  gpointer progress_data;
} QtrTableRequest;

/**
 * qtr_table_has_name:
 * @name: of a file
 *
 * Returns: whether tables are called so: `.csv`, `.tsv`, `.tab`, or as workbooks are
 */
gboolean qtr_table_has_name (const char *name);

/**
 * qtr_table_read:
 *
 * Reads a table in one pass; what is kept of it is what it says.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL if the bytes are none, or if the mapping names a
 *   column that there is not
 */
QtrTableContent *qtr_table_read (GInputStream *stream, const QtrTableRequest *request,
                                 GCancellable *cancellable, GError **error);
void qtr_table_content_free (QtrTableContent *self);

/**
 * qtr_table_count_rows:
 *
 * Returns: how many rows there are, of all kinds
 */
guint qtr_table_count_rows (const QtrTableContent *self);

/**
 * qtr_table_row_kind_to_words:
 *
 * Returns: (transfer none): why a row is not read, translated
 */
const char *qtr_table_row_kind_to_words (QtrTableRowKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableContent, qtr_table_content_free)

G_END_DECLS
