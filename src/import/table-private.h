/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/table-period.h"
#include "import/table-reader.h"
#include "import/table.h"

G_BEGIN_DECLS

/*
 * How a table is read: the first rows are kept as a sample; from them the headings (table-headings.c) and
 * what the columns are (table-guess.c) are recognised, which makes the mapping complete. The mapping is laid
 * over the columns (table-layout.c), every row is read by it (table-rows.c), and what the rows say is put in
 * order, summed, and freed of contradictions (table-settle.c).
 */

/* As much as is looked at before anything is decided. */
#define QTR_TABLE_SAMPLE_MAX 1000

/* table-workbook.c: what the rows are read from: the stream, or the sheet of a workbook that the mapping
 * names. */
GInputStream *qtr_table_open_source (QtrTableContent *table, GInputStream *stream, GCancellable *cancellable,
                                     GError **error);
void qtr_table_ask_sheet (QtrTableContent *table);

/* table-headings.c */
int qtr_table_find_headings (GPtrArray *sample, const QtrTableCalendar *calendar);
char *qtr_table_fold_heading (const char *heading);
gboolean qtr_table_heading_has (const char *heading, const char *const *words);
int qtr_table_find_column (const QtrTableContent *table, const char *name);
char *qtr_table_name_column (const QtrTableContent *table, guint column);

/* table-guess.c: what nobody said. Changes the table's mapping, and notes what it recognised. */
void qtr_table_guess (QtrTableContent *table, const QtrTableRequest *request);

/* table-guess-period.c: what is in a column of the sample, and whether it is decided what it is for. The
 * signs of periods are of its distinct cells, and @first is borrowed. */
typedef struct {
  guint n_filled;
  guint n_values;
  guint n_gaps;
  guint n_plain;
  guint n_status;
  guint n_codes;
  guint n_distinct;
  gboolean is_taken;
  QtrTablePeriodSigns signs;
  const char *first;
} QtrTableColumn;

gboolean qtr_table_column_is_period (const QtrTableContent *table, const QtrTableColumn *columns,
                                     guint column);
void qtr_table_guess_period (QtrTableContent *table, QtrTableColumn *columns, int first_month);
gboolean qtr_table_guess_across (QtrTableContent *table, QtrTableColumn *columns, int first_month);

/* Sets fields of the table's mapping, as qtr_record_with(). */
#define qtr_table_say(table, ...) \
  qtr_table_take_mapping ((table), qtr_record_with ((table)->mapping, __VA_ARGS__, NULL))
void qtr_table_take_mapping (QtrTableContent *table, QtrTableMapping *mapping);
void qtr_table_say_columns (QtrTableContent *table, const char *field, GArray *columns);
void qtr_table_note (QtrTableContent *table, char *sentence);

/* table-layout.c: the mapping with its columns found. */
typedef struct {
  guint column;
  const QtrTokens *is;
} QtrTableCondition;

typedef struct {
  QtrTableCalendar calendar;
  char decimal;
  GArray *period;
  GArray *area;
  GArray *measure;
  GArray *value;
  GArray *provisional;
  GArray *sum;
  /* (element-type QtrTableCondition) */
  GArray *where;
  /* Of the values, where the headings are the periods. (element-type QtrPeriod) */
  GArray *across;
  gboolean part_is_quarter;
} QtrTableLayout;

QtrTableLayout *qtr_table_layout_new (const QtrTableContent *table, int first_month, GError **error);
void qtr_table_layout_free (QtrTableLayout *self);

static inline guint
qtr_table_layout_at (GArray *columns, guint index)
{
  return g_array_index (columns, guint, index);
}

/* The words that are read as the period of a row: of one column, or year and part. */
char *qtr_table_layout_join_period (const QtrTableLayout *self, const char *year, const char *part);

/* table-rows.c: reads row after row into the table's entries and account. */
typedef struct _QtrTableRows QtrTableRows;

QtrTableRows *qtr_table_rows_new (QtrTableContent *table, const QtrTableLayout *layout);
void qtr_table_rows_free (QtrTableRows *self);
QtrTableRowKind qtr_table_rows_take (QtrTableRows *self, const QtrTableRow *row);

void qtr_table_add_remark (GPtrArray *remarks, guint line, guint column, const char *text, char *reason);

/* table-settle.c */
void qtr_table_settle (QtrTableContent *table, const QtrTableLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableLayout, qtr_table_layout_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTableRows, qtr_table_rows_free)

G_END_DECLS
