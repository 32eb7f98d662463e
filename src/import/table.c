/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/table-private.h"
#include "import/workbook.h"

static void
free_remark (gpointer data)
{
  QtrTableRemark *remark = data;

  g_free (remark->text);
  g_free (remark->reason);
  g_free (remark);
}

static void
free_sample_row (gpointer data)
{
  QtrTableSampleRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

static QtrTableContent *
make_table (void)
{
  QtrTableContent *self = g_new0 (QtrTableContent, 1);

  self->sheets = g_ptr_array_new_with_free_func (g_free);
  self->recognised = g_ptr_array_new_with_free_func (g_free);
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->sample = g_ptr_array_new_with_free_func (free_sample_row);
  self->measures = g_ptr_array_new_with_free_func (g_free);
  self->units = g_array_new (FALSE, TRUE, sizeof (guint));
  self->areas = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_array_new (FALSE, FALSE, sizeof (QtrTableEntry));
  self->faults = g_ptr_array_new_with_free_func (free_remark);
  self->skipped = g_ptr_array_new_with_free_func (free_remark);
  g_ptr_array_add (self->areas, g_strdup (""));
  g_ptr_array_add (self->marks, g_strdup (""));
  return self;
}

void
qtr_table_content_free (QtrTableContent *self)
{
  qtr_record_unref (self->mapping);
  g_ptr_array_unref (self->sheets);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->recognised);
  g_ptr_array_unref (self->uses);
  g_free (self->obstacle);
  g_ptr_array_unref (self->sample);
  g_ptr_array_unref (self->measures);
  g_array_unref (self->units);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

gboolean
qtr_table_has_name (const char *name)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (g_str_has_suffix (small, endings[i]))
      return TRUE;
  }
  return qtr_workbook_has_name (name);
}

guint
qtr_table_count_rows (const QtrTableContent *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < QTR_TABLE_N_ROW_KINDS; i++)
    n_rows += self->account.rows[i];
  return n_rows;
}

const char *
qtr_table_row_kind_to_words (QtrTableRowKind kind)
{
  static const char *const words[QTR_TABLE_N_ROW_KINDS] = {
    [QTR_TABLE_ROW_READ] = N_ ("read"),
    [QTR_TABLE_ROW_HEADING] = N_ ("headings"),
    [QTR_TABLE_ROW_TITLE] = N_ ("title"),
    [QTR_TABLE_ROW_BLANK] = N_ ("blank"),
    [QTR_TABLE_ROW_NOTE] = N_ ("note"),
    [QTR_TABLE_ROW_TOTAL] = N_ ("total"),
    [QTR_TABLE_ROW_AGAIN] = N_ ("headings again"),
    [QTR_TABLE_ROW_LEFT_OUT] = N_ ("left out"),
    [QTR_TABLE_ROW_SKIPPED] = N_ ("skipped"),
    [QTR_TABLE_ROW_FAULT] = N_ ("not understood"),
  };

  return _ (words[kind]);
}

void
qtr_table_take_mapping (QtrTableContent *table, QtrTableMapping *mapping)
{
  qtr_record_unref (table->mapping);
  table->mapping = mapping;
}

void
qtr_table_note (QtrTableContent *table, char *sentence)
{
  g_ptr_array_add (table->recognised, sentence);
}

void
qtr_table_add_remark (GPtrArray *remarks, guint line, guint column, const char *text, char *reason)
{
  QtrTableRemark *remark = NULL;

  if (remarks->len >= QTR_TABLE_REMARKS_MAX) {
    g_free (reason);
    return;
  }
  remark = g_new0 (QtrTableRemark, 1);
  *remark = (QtrTableRemark) { line, column, g_strdup (text), reason };
  g_ptr_array_add (remarks, remark);
}

/* --- The first rows --- */

static gboolean
read_sample (QtrTableContent *self, QtrTableReader *reader, GError **error)
{
  QtrTableRow row = { 0 };

  while (self->sample->len < QTR_TABLE_SAMPLE_MAX) {
    QtrTableSampleRow *kept = NULL;

    if (!qtr_table_reader_next (reader, &row, error))
      return FALSE;
    if (row.n_cells == 0)
      return TRUE;
    kept = g_new0 (QtrTableSampleRow, 1);
    *kept =
        (QtrTableSampleRow) { row.line, row.n_cells, g_strdupv ((char **) row.cells), QTR_TABLE_ROW_READ };
    self->n_columns = MAX (self->n_columns, row.n_cells);
    g_ptr_array_add (self->sample, kept);
  }
  return TRUE;
}

static const QtrTableSampleRow *
find_sample_row (const QtrTableContent *self, int line)
{
  for (guint i = 0; i < self->sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (self->sample, i);

    if ((int) row->line == line)
      return row;
  }
  return NULL;
}

/* A column without a heading is called by its place. */
static gboolean
read_headings (QtrTableContent *self, const QtrTableRequest *request, GError **error)
{
  QtrTableCalendar calendar = qtr_table_calendar_new (self->mapping, request->first_month);
  const QtrTableSampleRow *row = NULL;

  if (self->mapping->heading == QTR_TABLE_HEADING_UNSET)
    qtr_table_say (self, "heading", qtr_table_find_headings (self->sample, &calendar));
  row = find_sample_row (self, self->mapping->heading);
  if (row == NULL && self->mapping->heading > 0) {
    g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
                 _ ("no row begins on line %d, where the headings should be"), self->mapping->heading);
    return FALSE;
  }
  self->n_headed = row == NULL ? self->n_columns : row->n_cells;
  self->headings = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++) {
    gboolean has_heading = row != NULL && i < row->n_cells && *row->cells[i] != '\0';

    self->headings[i] = has_heading ? g_strdup (row->cells[i]) : g_strdup_printf ("#%u", i + 1);
  }
  return TRUE;
}

/* --- All rows --- */

#define ROWS_BETWEEN_PROGRESS 4096

static gboolean
read_rest (QtrTableRows *rows, QtrTableReader *reader, const QtrTableRequest *request, GError **error)
{
  QtrTableRow row = { 0 };

  for (guint i = 0; qtr_table_reader_next (reader, &row, error); i++) {
    if (row.n_cells == 0)
      return TRUE;
    qtr_table_rows_take (rows, &row);
    if (request->progress != NULL && i % ROWS_BETWEEN_PROGRESS == 0)
      request->progress (qtr_table_reader_get_position (reader), request->progress_data);
  }
  return FALSE;
}

/* A column that there is not is a slip, whatever else stands in the way. */
static gboolean
read_rows (QtrTableContent *self, QtrTableReader *reader, const QtrTableRequest *request, GError **error)
{
  g_autoptr (QtrTableLayout) layout = qtr_table_layout_new (self, request->first_month, error);
  g_autoptr (QtrTableRows) rows = NULL;

  if (layout == NULL || self->obstacle != NULL)
    return layout != NULL;
  rows = qtr_table_rows_new (self, layout);
  for (guint i = 0; i < self->sample->len; i++) {
    QtrTableSampleRow *kept = g_ptr_array_index (self->sample, i);
    QtrTableRow row = { kept->line, kept->n_cells, (const char *const *) kept->cells };

    kept->kind = qtr_table_rows_take (rows, &row);
  }
  if (!read_rest (rows, reader, request, error))
    return FALSE;
  qtr_table_settle (self, layout);
  return TRUE;
}

/* --- The whole --- */

static const char *
separator_to_words (char separator)
{
  switch (separator) {
  case ',':
    return _ ("commas");
  case ';':
    return _ ("semicolons");
  case '\t':
    return _ ("tabs");
  case '|':
    return _ ("bars");
  default:
    return _ ("the character that the mapping says");
  }
}

static void
say_form (QtrTableContent *self, const QtrTableReader *reader)
{
  const char separator[] = { qtr_table_reader_get_separator (reader), '\0' };

  if (self->sheets->len > 0)
    return;
  qtr_table_say (self, "separator", separator);
  /* Translators: a character set, and what stands between the cells of a table. */
  qtr_table_note (self, g_strdup_printf (_ ("Cells are separated by %s."), separator_to_words (*separator)));
}

static void
say_encoding (QtrTableContent *self, const QtrTableReader *reader)
{
  guint n_odd = qtr_table_reader_get_n_odd (reader);

  if (self->sheets->len > 0)
    return;
  /* Translators: a character set. */
  qtr_table_note (self, g_strdup_printf (_ ("It is read as %s."), qtr_table_reader_get_encoding (reader)));
  if (n_odd > 0)
    qtr_table_note (
        self,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row is not that and was read as Windows-1252.",
                                      "%u rows are not that and were read as Windows-1252.", n_odd),
                         n_odd));
}

QtrTableContent *
qtr_table_read (GInputStream *stream, const QtrTableRequest *request, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (QtrTableContent) self = make_table ();
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (QtrTableReader) reader = NULL;
  const QtrTableMapping *given = request->mapping;

  self->mapping = given == NULL ? qtr_table_mapping_new () : qtr_record_ref (given);
  plain = qtr_table_open_source (self, stream, cancellable, error);
  if (plain == NULL)
    return NULL;
  reader = qtr_table_reader_new (plain, self->mapping->separator == NULL ? '\0' : *self->mapping->separator,
                                 self->mapping->encoding, cancellable, error);
  if (reader == NULL || !read_sample (self, reader, error) || !read_headings (self, request, error))
    return NULL;
  say_form (self, reader);
  qtr_table_guess (self, request);
  qtr_table_ask_sheet (self);
  if (!read_rows (self, reader, request, error))
    return NULL;
  say_encoding (self, reader);
  return g_steal_pointer (&self);
}
