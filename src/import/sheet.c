/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/sheet.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/line.h"
#include "import/package-limit.h"

/* As many are named; whoever finds more looks into the workbook. */
#define ERRORS_MAX 20

typedef struct {
  char *text;
  gboolean is_words;
} Cell;

/* Words that cover more than one cell, as long as they reach. */
typedef struct {
  char *text;
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} Merge;

struct _QtrSheet {
  GString *text;
  guint row;
  /* Rows that say nothing and are not written yet: those at the end never are. */
  guint n_blank;
  /* (element-type Cell): of the row. */
  GArray *cells;
  GArray *merges;
  /* Names of cells with an error. */
  GString *errors;
  guint n_errors;

  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
};

static void
clear_cell (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->text, g_free);
}

static void
clear_merge (gpointer data)
{
  g_clear_pointer (&((Merge *) data)->text, g_free);
}

/* --- Ranges --- */

const char *
qtr_sheet_parse_cell (const char *text, guint *row, guint *column)
{
  guint64 number = 0;
  guint64 letters = 0;
  const char *at = text;

  for (; g_ascii_isalpha (*at) && letters <= QTR_SHEET_COLUMNS; at++)
    letters = letters * 26 + (guint64) (g_ascii_toupper (*at) - 'A' + 1);
  if (letters == 0 || letters > QTR_SHEET_COLUMNS || !g_ascii_isdigit (*at))
    return NULL;
  for (; g_ascii_isdigit (*at) && number <= QTR_SHEET_ROWS; at++)
    number = number * 10 + (guint64) g_ascii_digit_value (*at);
  if (number == 0 || number > QTR_SHEET_ROWS)
    return NULL;
  *row = (guint) number - 1;
  *column = (guint) letters - 1;
  return at;
}

static gboolean
parse_range (QtrSheet *self, const char *range)
{
  const char *at = qtr_sheet_parse_cell (range, &self->first_row, &self->first_column);

  if (at == NULL || *at != ':')
    return FALSE;
  at = qtr_sheet_parse_cell (at + 1, &self->last_row, &self->last_column);
  return at != NULL && *at == '\0' && self->first_row <= self->last_row &&
         self->first_column <= self->last_column;
}

QtrSheet *
qtr_sheet_new (const char *range, GError **error)
{
  g_autoptr (QtrSheet) self = g_new0 (QtrSheet, 1);

  self->text = g_string_new (NULL);
  self->errors = g_string_new (NULL);
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  self->merges = g_array_new (FALSE, TRUE, sizeof (Merge));
  self->last_row = QTR_SHEET_ROWS - 1;
  self->last_column = QTR_SHEET_COLUMNS - 1;
  g_array_set_clear_func (self->cells, clear_cell);
  g_array_set_clear_func (self->merges, clear_merge);
  if (range == NULL || parse_range (self, range))
    return g_steal_pointer (&self);
  g_set_error (error, QTR_ERROR, QTR_ERROR_USAGE, _ ("“%s” is no range of cells; write it as B4:F20"), range);
  return NULL;
}

void
qtr_sheet_free (QtrSheet *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_string_free (self->errors, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->merges);
  g_free (self);
}

/* --- A row --- */

void
qtr_sheet_begin_row (QtrSheet *self, guint row)
{
  if (row > self->row)
    self->n_blank += row - self->row;
  self->row = row;
  g_array_set_size (self->cells, 0);
}

static Cell *
get_cell (QtrSheet *self, guint column)
{
  if (self->cells->len <= column)
    g_array_set_size (self->cells, column + 1);
  return &g_array_index (self->cells, Cell, column);
}

static void
keep_merge (QtrSheet *self, guint column, const char *text, const QtrSheetCell *cell)
{
  Merge merge = { g_strdup (text), self->row, column, cell->n_rows, cell->n_columns };

  g_array_append_val (self->merges, merge);
}

static gboolean
is_error (const char *text)
{
  static const char *const names[] = { "#DIV/0!", "#N/A",  "#NAME?",  "#NULL!",
                                       "#NUM!",   "#REF!", "#VALUE!", NULL };

  return g_strv_contains (names, text) || g_str_has_prefix (text, "Err:");
}

static void
keep_error (QtrSheet *self, guint column)
{
  char letters[8] = "";
  gsize at = sizeof letters - 1;

  if (self->n_errors++ >= ERRORS_MAX)
    return;
  for (guint number = column + 1; number > 0 && at > 0; number = (number - 1) / 26)
    letters[--at] = (char) ('A' + (number - 1) % 26);
  g_string_append_printf (self->errors, "%s%s%u", self->n_errors > 1 ? ", " : "", letters + at,
                          self->row + 1);
}

void
qtr_sheet_add_cell (QtrSheet *self, guint column, const QtrSheetCell *cell)
{
  Cell *kept = NULL;

  if (column >= QTR_SHEET_COLUMNS || cell->text[strspn (cell->text, " \t\r\n")] == '\0' ||
      column < self->first_column || column > self->last_column)
    return;
  kept = get_cell (self, column);
  g_free (kept->text);
  /* A row of a sheet is a line, so that its number is that of the line. */
  kept->text = qtr_line_collapse (cell->text);
  kept->is_words = cell->is_words;
  if (is_error (kept->text))
    keep_error (self, column);
  if (cell->is_words && (cell->n_rows > 1 || cell->n_columns > 1) && self->merges->len < QTR_SHEET_COLUMNS)
    keep_merge (self, column, kept->text, cell);
}

/* --- Merged cells --- */

/* What stands beside several rows belongs to each of them. */
static void
repeat_down (QtrSheet *self, const Merge *merge)
{
  Cell *cell = NULL;

  if (merge->n_columns > 1 || self->row <= merge->row || self->row >= merge->row + merge->n_rows)
    return;
  cell = get_cell (self, merge->column);
  if (cell->text != NULL)
    return;
  cell->text = g_strdup (merge->text);
  cell->is_words = TRUE;
}

/* Headings that each group of columns has again tell nothing without the group. */
static gboolean
occurs_again (const QtrSheet *self, const char *text)
{
  guint count = 0;

  for (guint i = 0; i < self->cells->len; i++)
    count += g_strcmp0 (g_array_index (self->cells, Cell, i).text, text) == 0;
  return count > 1;
}

static void
name_group (QtrSheet *self, const Merge *merge, const gboolean *again)
{
  guint end = MIN (merge->column + merge->n_columns, self->cells->len);

  if (merge->n_columns < 2 || self->row != merge->row + merge->n_rows)
    return;
  for (guint i = merge->column; i < end; i++) {
    Cell *cell = &g_array_index (self->cells, Cell, i);
    g_autofree char *bare = cell->text;

    if (again[i])
      /* Translators: the heading of a group of columns, and of one of them. */
      cell->text = g_strdup_printf (_ ("%s: %s"), merge->text, bare);
    else
      cell->text = g_steal_pointer (&bare);
  }
}

static void
apply_merges (QtrSheet *self)
{
  g_autofree gboolean *again = NULL;

  for (guint i = self->merges->len; i > 0; i--) {
    const Merge *merge = &g_array_index (self->merges, Merge, i - 1);

    if (self->row > merge->row + merge->n_rows)
      g_array_remove_index_fast (self->merges, i - 1);
    else
      repeat_down (self, merge);
  }
  if (self->merges->len == 0)
    return;
  again = g_new0 (gboolean, self->cells->len + 1);
  for (guint i = 0; i < self->cells->len && self->cells->len <= 1024; i++) {
    const Cell *cell = &g_array_index (self->cells, Cell, i);

    again[i] = cell->text != NULL && cell->is_words && occurs_again (self, cell->text);
  }
  for (guint i = 0; i < self->merges->len; i++)
    name_group (self, &g_array_index (self->merges, Merge, i), again);
}

/* --- Writing --- */

static void
write_cell (GString *text, const char *cell)
{
  if (strpbrk (cell, ",\"") == NULL) {
    g_string_append (text, cell);
    return;
  }
  g_string_append_c (text, '"');
  for (const char *at = cell; *at != '\0'; at++) {
    if (*at == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *at);
  }
  g_string_append_c (text, '"');
}

static void
write_blanks (QtrSheet *self)
{
  for (; self->n_blank > 0; self->n_blank--)
    g_string_append_c (self->text, '\n');
}

static void
write_row (QtrSheet *self)
{
  write_blanks (self);
  for (guint i = self->first_column; i < self->cells->len; i++) {
    const Cell *cell = &g_array_index (self->cells, Cell, i);

    if (i > self->first_column)
      g_string_append_c (self->text, ',');
    if (cell->text != NULL)
      write_cell (self->text, cell->text);
  }
  g_string_append_c (self->text, '\n');
}

gboolean
qtr_sheet_is_full (const QtrSheet *self)
{
  return self->text->len > QTR_SHEET_SIZE || self->row > QTR_SHEET_ROWS;
}

void
qtr_sheet_end_row (QtrSheet *self, guint n_times)
{
  gboolean is_blank = TRUE;

  apply_merges (self);
  for (guint i = 0; i < self->cells->len && is_blank; i++)
    is_blank = g_array_index (self->cells, Cell, i).text == NULL;
  for (guint i = 0; i < n_times && !qtr_sheet_is_full (self); i++, self->row++) {
    if (is_blank || self->row < self->first_row || self->row > self->last_row)
      self->n_blank++;
    else
      write_row (self);
  }
  g_array_set_size (self->cells, 0);
}

GBytes *
qtr_sheet_finish (QtrSheet *self, char **errors)
{
  GBytes *bytes = g_string_free_to_bytes (g_steal_pointer (&self->text));

  if (self->n_errors > ERRORS_MAX)
    g_string_append (self->errors, ", …");
  *errors = self->n_errors == 0 ? NULL : g_strdup (self->errors->str);
  qtr_sheet_free (self);
  return bytes;
}
