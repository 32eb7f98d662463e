/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/limits-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/error.h"
#include "base/period.h"
#include "import/table-cell.h"
#include "import/table-reader.h"

/* --- What a row says --- */

static void
clear_row (gpointer data)
{
  QtrLimitsRow *row = data;

  g_free (row->period);
}

static const char *
get_cell (const QtrTableRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}

static gboolean
find_column (const QtrTableRow *row, const char *name, guint *column, GError **error)
{
  for (guint i = 0; i < row->n_cells; i++) {
    if (g_ascii_strcasecmp (row->cells[i], name) == 0) {
      *column = i;
      return TRUE;
    }
  }
  g_set_error (
      error, QTR_ERROR, QTR_ERROR_SHAPE,
      /* Translators: the number of a line, and the name of a column, which stays as it is. */
      _ ("line %u: there is no column “%s”; the first row has to name the columns “period” and “value”"),
      row->line, name);
  return FALSE;
}

/* Digits behind the point that are too many to be held are the noise of the program that wrote them. */
static gboolean
read_mantissa (const char *text, gsize length, QtrDecimal *value)
{
  g_autofree char *digits = g_strndup (text, length);

  if (digits[strspn (digits, "-.0123456789")] != '\0')
    return FALSE;
  while (!qtr_decimal_parse (digits, value, NULL)) {
    if (length < 2 || strchr (digits, '.') == NULL || digits[length - 2] == '.')
      return FALSE;
    digits[--length] = '\0';
  }
  return TRUE;
}

/* Programs write 1.5e-05. What is smaller than can be held is rounded off. */
static gboolean
shift_point (QtrDecimal *value, gint64 exponent)
{
  for (; exponent < 0 && value->digits != 0; exponent++) {
    if (value->scale < QTR_DECIMAL_SCALE_MAX)
      value->scale++;
    else
      value->digits /= 10;
  }
  for (; exponent > 0 && value->digits != 0; exponent--) {
    if (value->scale > 0)
      value->scale--;
    else if (__builtin_mul_overflow (value->digits, 10, &value->digits))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_as_programs_write (const char *text, QtrDecimal *value)
{
  gsize length = strcspn (text, "eE");
  const char *end = text + length;
  gint64 exponent = 0;

  if (*end != '\0') {
    char *rest = NULL;

    exponent = g_ascii_strtoll (end + 1, &rest, 10);
    if (rest == end + 1 || *rest != '\0')
      return FALSE;
  }
  return read_mantissa (text, length, value) && shift_point (value, exponent);
}

/* As R and its kin write that there is no number. */
static gboolean
is_no_number (const char *text)
{
  return g_ascii_strcasecmp (text, "nan") == 0 || g_ascii_strcasecmp (text, "none") == 0;
}

static gboolean
read_value (const QtrTableRow *row, guint column, char decimal, QtrDecimal *value, GError **error)
{
  const char *text = get_cell (row, column);
  g_autoptr (GError) fault = NULL;
  QtrTableCell cell = qtr_table_cell_read (text, decimal, &fault);

  *value = cell.value;
  if (cell.kind != QTR_TABLE_CELL_FAULT || is_no_number (text) || read_as_programs_write (text, value))
    return TRUE;
  g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER,
               /* Translators: the number of a line, and what is wrong with a number there. */
               _ ("line %u: %s; write a number, or leave the cell empty where there is none"), row->line,
               fault->message);
  return FALSE;
}

/* --- The rows --- */

typedef struct {
  QtrTableReader *reader;
  guint period;
  guint value;
  char decimal;
  GArray *rows;
  GHashTable *lines;
} Reading;

static gboolean
is_empty (const QtrTableRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (*row->cells[i] != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
check_period (const Reading *reading, const QtrTableRow *row, GError **error)
{
  const char *period = get_cell (row, reading->period);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, period));

  if (*period == '\0') {
    g_set_error (error, QTR_ERROR, QTR_ERROR_PERIOD,
                 _ ("line %u: the period is missing; give each row its own"), row->line);
    return FALSE;
  }
  if (before != 0) {
    g_set_error (
        error, QTR_ERROR, QTR_ERROR_PERIOD,
        _ ("line %u: the period “%s” stands on line %u already; limits are of one series, with one row "
           "for each period"),
        row->line, period, before);
    return FALSE;
  }
  return TRUE;
}

static gboolean
take_row (Reading *reading, const QtrTableRow *row, GError **error)
{
  QtrLimitsRow taken = { .line = row->line };

  if (!check_period (reading, row, error) ||
      !read_value (row, reading->value, reading->decimal, &taken.value, error))
    return FALSE;
  taken.period = g_strdup (get_cell (row, reading->period));
  g_array_append_val (reading->rows, taken);
  g_hash_table_insert (reading->lines, g_strdup (taken.period), GUINT_TO_POINTER (row->line));
  return TRUE;
}

static gboolean
read_heading (Reading *reading, GError **error)
{
  QtrTableRow row;

  do {
    if (!qtr_table_reader_next (reading->reader, &row, error))
      return FALSE;
  } while (row.n_cells > 0 && is_empty (&row));
  if (row.n_cells == 0) {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_SHAPE,
                         _ ("it is empty; it needs the columns “period” and “value”"));
    return FALSE;
  }
  return find_column (&row, "period", &reading->period, error) &&
         find_column (&row, "value", &reading->value, error);
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  QtrTableRow row;

  if (!read_heading (reading, error))
    return FALSE;
  /* Where commas are not what stands between the cells, they may be decimal marks. */
  reading->decimal = qtr_table_reader_get_separator (reading->reader) == ';' ? ',' : '.';
  for (;;) {
    if (!qtr_table_reader_next (reading->reader, &row, error))
      return FALSE;
    if (row.n_cells == 0)
      return TRUE;
    if (!is_empty (&row) && !take_row (reading, &row, error))
      return FALSE;
  }
}

/* --- The order of time --- */

static gboolean
is_date (const char *text)
{
  static const char pattern[] = "0000-00-00";

  for (guint i = 0; i < sizeof pattern - 1; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;

  return text[sizeof pattern - 1] == '\0' || text[sizeof pattern - 1] == 'T' ||
         text[sizeof pattern - 1] == ' ';
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (((const QtrLimitsRow *) a)->period, ((const QtrLimitsRow *) b)->period);
}

static int
compare_periods (gconstpointer a, gconstpointer b, gpointer first_month)
{
  QtrPeriod left = QTR_PERIOD_UNSET, right = QTR_PERIOD_UNSET;

  qtr_period_parse (((const QtrLimitsRow *) a)->period, GPOINTER_TO_INT (first_month), &left, NULL);
  qtr_period_parse (((const QtrLimitsRow *) b)->period, GPOINTER_TO_INT (first_month), &right, NULL);
  return qtr_period_compare (left, right);
}

static gboolean
are_dates (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (!is_date (g_array_index (rows, QtrLimitsRow, i).period))
      return FALSE;

  return TRUE;
}

/* Of one length, all of them: a year among months has no place in their order. */
static gboolean
are_periods (const GArray *rows, int first_month)
{
  guint8 unit = QTR_PERIOD_NONE;

  for (guint i = 0; i < rows->len; i++) {
    QtrPeriod period;

    if (!qtr_period_parse (g_array_index (rows, QtrLimitsRow, i).period, first_month, &period, NULL) ||
        (i > 0 && period.unit != unit))
      return FALSE;
    unit = period.unit;
  }
  return TRUE;
}

static int
compare_rows (const GArray *rows, guint i, GCompareDataFunc compare, gpointer data)
{
  return compare (&g_array_index (rows, QtrLimitsRow, i - 1), &g_array_index (rows, QtrLimitsRow, i), data);
}

/* Returns whether there was anything to do. */
static gboolean
sort_by (GArray *rows, GCompareDataFunc compare, gpointer data)
{
  guint i = 1;

  while (i < rows->len && compare_rows (rows, i, compare, data) <= 0)
    i++;
  if (i >= rows->len)
    return FALSE;
  g_array_sort_with_data (rows, compare, data);
  return TRUE;
}

static gboolean
sort_rows (GArray *rows)
{
  static const int first_months[] = { 4, 1 };

  if (are_dates (rows))
    return sort_by (rows, compare_dates, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (first_months); i++)
    if (are_periods (rows, first_months[i]))
      return sort_by (rows, compare_periods, GINT_TO_POINTER (first_months[i]));

  return FALSE;
}

GArray *
qtr_limits_table_read (GFile *file, gboolean *sorted, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (QtrTableReader) reader =
      stream == NULL ? NULL : qtr_table_reader_new (G_INPUT_STREAM (stream), '\0', NULL, NULL, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (QtrLimitsRow));
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { .reader = reader, .rows = rows, .lines = lines };

  g_array_set_clear_func (rows, clear_row);
  if (reader == NULL || !read_rows (&reading, error))
    return NULL;
  *sorted = sort_rows (rows);
  return g_steal_pointer (&rows);
}

guint
qtr_limits_table_find (const GArray *rows, const char *period)
{
  guint i = 0;

  while (i < rows->len && !g_str_equal (g_array_index (rows, QtrLimitsRow, i).period, period))
    i++;
  return i;
}
