/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "import/table-cell.h"
#include "import/table-private.h"

static guint
count_filled (const QtrTableSampleRow *row)
{
  guint n_filled = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n_filled += *row->cells[i] != '\0';
  return n_filled;
}

/* How many cells most rows have that are more than a title. */
static guint
find_usual_width (GPtrArray *sample)
{
  g_autoptr (GHashTable) widths = g_hash_table_new (NULL, NULL);
  guint usual = 0;
  guint best = 0;

  for (guint i = 0; i < sample->len; i++) {
    guint width = count_filled (g_ptr_array_index (sample, i));
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (widths, GUINT_TO_POINTER (width))) + 1;

    g_hash_table_insert (widths, GUINT_TO_POINTER (width), GUINT_TO_POINTER (count));
    if (width > 1 && (count > best || (count == best && width > usual))) {
      best = count;
      usual = width;
    }
  }
  return usual;
}

/* A year looks like a number, but may head a column. */
static gboolean
is_year (const char *cell)
{
  int year = strlen (cell) == 4 ? atoi (cell) : 0;

  return year >= 1900 && year <= 2100;
}

static gboolean
has_values (const QtrTableSampleRow *row, const QtrTableCalendar *calendar)
{
  for (guint i = 0; i < row->n_cells; i++) {
    const char *cell = row->cells[i];
    QtrPeriod period;

    if (*cell == '\0' || is_year (cell) || qtr_table_period_read (calendar, cell, &period, NULL, NULL))
      continue;
    if (qtr_table_cell_read (cell, '.', NULL).kind == QTR_TABLE_CELL_VALUE)
      return TRUE;
  }
  return FALSE;
}

/* Returns the line of the headings; 0 if the table begins with values. */
int
qtr_table_find_headings (GPtrArray *sample, const QtrTableCalendar *calendar)
{
  guint usual = find_usual_width (sample);

  for (guint i = 0; i < sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (sample, i);
    guint n_filled = count_filled (row);

    /* The corner of a table may be empty, and the last cells of a row of values may. */
    if (n_filled < 2 || n_filled + 1 < usual)
      continue;
    return has_values (row, calendar) ? 0 : (int) row->line;
  }
  return 0;
}

char *
qtr_table_fold_heading (const char *heading)
{
  g_autofree char *spaced = g_strdup (heading);
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  g_strdelimit (spaced, "_-/.:,()[]\n\t", ' ');
  g_strstrip (spaced);
  words = g_strsplit (spaced, " ", -1);
  joined = g_strjoinv (" ", words);
  return g_utf8_casefold (joined, -1);
}

/* Whether one of the words is one of the heading's; they may be several in a row. */
gboolean
qtr_table_heading_has (const char *heading, const char *const *words)
{
  g_autofree char *folded = qtr_table_fold_heading (heading);
  g_autofree char *fenced = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *word = g_strconcat (" ", words[i], " ", NULL);

    if (strstr (fenced, word) != NULL)
      return TRUE;
  }
  return FALSE;
}

int
qtr_table_find_column (const QtrTableContent *table, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *heading = g_utf8_casefold (table->headings[i], -1);
    g_autofree char *place = g_strdup_printf ("#%u", i + 1);

    if (g_str_equal (heading, wanted) || g_str_equal (place, wanted))
      return (int) i;
  }
  return -1;
}

/* A heading that others have as well does not tell. */
char *
qtr_table_name_column (const QtrTableContent *table, guint column)
{
  if (qtr_table_find_column (table, table->headings[column]) == (int) column)
    return g_strdup (table->headings[column]);
  return g_strdup_printf ("#%u", column + 1);
}

void
qtr_table_say_columns (QtrTableContent *table, const char *field, GArray *columns)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QtrTokens) tokens = NULL;

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (names, qtr_table_name_column (table, g_array_index (columns, guint, i)));
  tokens = qtr_tokens_new ((const char *const *) names->pdata, names->len);
  qtr_table_say (table, field, tokens);
}
