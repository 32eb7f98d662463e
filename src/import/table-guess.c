/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "import/table-cell.h"
#include "import/table-private.h"

static const char *const area_words[] = {
  "area",    "areas",    "district", "force",  "region",  "location",  "lpa",       "bcu",
  "borough", "ward",     "station",  "county", "council", "authority", "geography", "place",
  "town",    "division", "locality", "city",   "command", "la",        NULL,
};
static const char *const code_words[] = { "code", "codes", "id",  "ons",   "gss",
                                          "ref",  "no",    "row", "index", NULL };
static const char *const value_words[] = { "value",   "values", "count",  "number", "figure",
                                           "figures", "result", "amount", "actual", "observation",
                                           "obs",     "n",      NULL };
static const char *const unit_words[] = { "unit", "units", NULL };
static const char *const level_words[] = { "rate",       "rates",   "per",  "percent",
                                           "percentage", "average", "mean", NULL };

/* In the order in which they are preferred. */
static const char *const measure_words[] = { "indicator", "measure",   "metric", "series",
                                             "variable",  "statistic", "kpi",    NULL };

typedef struct {
  QtrTableContent *table;
  const QtrTableRequest *request;
  QtrTableColumn *columns;
} Guess;

/* --- What is in the columns --- */

static gboolean
is_area_code (const char *cell)
{
  return strlen (cell) == 9 && g_ascii_isupper (*cell) && strspn (cell + 1, "0123456789") == 8;
}

/* Rows of one cell are titles and notes, and headings may come again. */
static gboolean
is_of_data (const QtrTableContent *table, const QtrTableSampleRow *row)
{
  guint n_filled = 0;
  guint n_headings = 0;

  for (guint i = 0; i < row->n_cells; i++) {
    n_filled += *row->cells[i] != '\0';
    n_headings += *row->cells[i] != '\0' && g_str_equal (row->cells[i], table->headings[i]);
  }
  return (int) row->line > table->mapping->heading && n_filled > 1 && n_headings < n_filled;
}

static void
count_cell (QtrTableColumn *column, char decimal, const char *text)
{
  QtrTableCell cell = qtr_table_cell_read (text, decimal, NULL);

  if (cell.kind == QTR_TABLE_CELL_EMPTY)
    return;
  column->n_filled++;
  column->n_values += cell.kind == QTR_TABLE_CELL_VALUE;
  column->n_gaps += cell.kind == QTR_TABLE_CELL_GAP;
  column->n_plain += strspn (text, "0123456789") == strlen (text);
  column->n_status += qtr_table_mark_is_status (text);
  column->n_codes += is_area_code (text);
}

static void
find_facts (Guess *guess, guint index)
{
  QtrTableContent *table = guess->table;
  QtrTableColumn *column = &guess->columns[index];
  QtrTableCalendar calendar = qtr_table_calendar_new (table->mapping, guess->request->first_month);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < table->sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (table->sample, i);
    const char *text = index < row->n_cells ? row->cells[index] : "";

    if (*text == '\0' || !is_of_data (table, row))
      continue;
    count_cell (column, *table->mapping->decimal, text);
    if (column->first == NULL)
      column->first = text;
    /* Each word of a long column is looked at once. */
    if (g_hash_table_add (seen, (gpointer) text))
      qtr_table_period_signs_add (&column->signs, &calendar, text);
  }
  column->n_distinct = g_hash_table_size (seen);
}

/* A comma is the decimal mark if some cell can mean nothing else, and none means a point. */
static void
guess_decimal (QtrTableContent *table)
{
  guint n_commas = 0;
  guint n_points = 0;

  for (guint i = 0; i < table->sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (table->sample, i);

    for (guint j = 0; j < row->n_cells && is_of_data (table, row); j++) {
      char mark = qtr_table_cell_shows_decimal (row->cells[j]);

      n_commas += mark == ',';
      n_points += mark == '.';
    }
  }
  qtr_table_say (table, "decimal", n_commas > 0 && n_points == 0 ? "," : ".");
  if (n_commas > 0 && n_points == 0)
    qtr_table_note (table, g_strdup (_ ("The decimal mark is a comma.")));
}

/* --- What they are for --- */

static gboolean
is_numeric (const Guess *guess, guint column)
{
  const QtrTableColumn *facts = &guess->columns[column];

  return facts->n_values > 0 && (facts->n_values + facts->n_gaps) * 5 >= facts->n_filled * 3;
}

static gboolean
is_code (const Guess *guess, guint column)
{
  return guess->columns[column].n_codes * 2 > guess->columns[column].n_filled ||
         qtr_table_heading_has (guess->table->headings[column], code_words);
}

static gboolean
is_free_text (const Guess *guess, guint column)
{
  const QtrTableColumn *facts = &guess->columns[column];

  return !facts->is_taken && facts->n_filled > 0 && !is_numeric (guess, column) && !is_code (guess, column);
}

static gboolean
is_free_number (const Guess *guess, guint column)
{
  return column < guess->table->n_headed && !guess->columns[column].is_taken && is_numeric (guess, column) &&
         !is_code (guess, column);
}

/* What the mapping names already is not free for anything else. */
static void
take_named (Guess *guess, const QtrTokens *names)
{
  for (guint i = 0; i < qtr_tokens_length (names); i++) {
    int column = qtr_table_find_column (guess->table, names->at[i]);

    if (column >= 0)
      guess->columns[column].is_taken = TRUE;
  }
}

static void
take_all_named (Guess *guess)
{
  const QtrTableMapping *mapping = guess->table->mapping;
  const QtrTokens *const named[] = { mapping->area,        mapping->measure, mapping->value,
                                     mapping->provisional, mapping->sum,     mapping->period };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    take_named (guess, named[i]);
  /* A column of which one word is taken tells nothing any more. */
  for (guint i = 0; i < qtr_list_length (mapping->where); i++) {
    const QtrTableFilter *filter = qtr_list_get (mapping->where, i);
    int column = qtr_table_find_column (guess->table, filter->column);

    if (column >= 0 && qtr_tokens_length (filter->is) == 1)
      guess->columns[column].is_taken = TRUE;
  }
}

static void
say_one (Guess *guess, const char *field, guint column)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (chosen, column);
  guess->columns[column].is_taken = TRUE;
  qtr_table_say_columns (guess->table, field, chosen);
}

/* The columns that an option names, or the measure itself. */
static void
take_options (Guess *guess)
{
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; guess->request->measures != NULL && guess->request->measures[i] != NULL; i++) {
    int column = qtr_table_find_column (guess->table, guess->request->measures[i]);

    if (column < 0)
      qtr_table_say (guess->table, "name", guess->request->measures[i]);
    else
      g_array_append_val (is_numeric (guess, (guint) column) ? values : measures, column);
  }
  if (measures->len > 0)
    qtr_table_say_columns (guess->table, "measure", measures);
  if (values->len > 0)
    qtr_table_say_columns (guess->table, "value", values);
}

static void
guess_area (Guess *guess)
{
  for (guint i = 0; i < guess->table->n_columns; i++) {
    if (is_free_text (guess, i) && qtr_table_heading_has (guess->table->headings[i], area_words)) {
      say_one (guess, "area", i);
      return;
    }
  }
}

static void
guess_provisional (Guess *guess)
{
  for (guint i = 0; i < guess->table->n_columns; i++) {
    const QtrTableColumn *facts = &guess->columns[i];

    if (is_free_text (guess, i) && facts->n_status == facts->n_filled) {
      say_one (guess, "provisional", i);
      return;
    }
  }
}

static int
find_measure_column (const Guess *guess)
{
  int found = -1;
  guint best = 0;

  for (guint word = 0; measure_words[word] != NULL; word++) {
    const char *const words[] = { measure_words[word], NULL };

    for (guint i = 0; i < guess->table->n_columns; i++) {
      if (is_free_text (guess, i) && qtr_table_heading_has (guess->table->headings[i], words) &&
          guess->columns[i].n_distinct > best) {
        best = guess->columns[i].n_distinct;
        found = (int) i;
      }
    }
  }
  return found;
}

/* Where the headings are periods, the first column of words says what is counted, whatever it is called. */
static void
guess_measure (Guess *guess)
{
  int column = find_measure_column (guess);

  for (guint i = 0; column < 0 && guess->table->mapping->across && i < guess->table->n_columns; i++) {
    if (is_free_text (guess, i))
      column = (int) i;
  }
  if (column >= 0)
    say_one (guess, "measure", (guint) column);
}

/* One column that is called a value is it; otherwise every column of numbers is a measure. */
static void
guess_values (Guess *guess)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < guess->table->n_columns; i++) {
    if (!is_free_number (guess, i))
      continue;
    g_array_append_val (values, i);
  }
  for (guint i = 0; values->len > 1 && i < values->len; i++) {
    guint column = qtr_table_layout_at (values, i);

    if (qtr_table_heading_has (guess->table->headings[column], value_words) &&
        guess->table->mapping->measure != NULL) {
      say_one (guess, "value", column);
      return;
    }
  }
  for (guint i = 0; i < values->len; i++)
    guess->columns[qtr_table_layout_at (values, i)].is_taken = TRUE;
  qtr_table_say_columns (guess->table, "value", values);
}

/* --- What the measures are --- */

static gboolean
is_said_of_level (const Guess *guess)
{
  for (guint i = 0; i < guess->table->n_columns; i++) {
    const QtrTableColumn *facts = &guess->columns[i];

    if (qtr_table_heading_has (guess->table->headings[i], measure_words) && facts->n_distinct == 1 &&
        qtr_table_heading_has (facts->first, level_words))
      return TRUE;
  }
  return guess->table->mapping->ends > 0;
}

static void
guess_unit (Guess *guess)
{
  if (guess->table->mapping->kind == QTR_MEASURE_FLOW && is_said_of_level (guess)) {
    qtr_table_say (guess->table, "kind", (int) QTR_MEASURE_LEVEL);
    qtr_table_note (guess->table,
                    g_strdup (_ ("Values are as they stood at the end of a period, and do not add up.")));
  }
  for (guint i = 0; guess->table->mapping->unit == NULL && i < guess->table->n_columns; i++) {
    const QtrTableColumn *facts = &guess->columns[i];

    if (!facts->is_taken && facts->n_distinct == 1 &&
        qtr_table_heading_has (guess->table->headings[i], unit_words)) {
      qtr_table_say (guess->table, "unit", facts->first);
      guess->columns[i].is_taken = TRUE;
    }
  }
}

/* --- Whether rows are told apart by it --- */

static void
append_cells (GString *key, const QtrTableContent *table, const QtrTokens *names,
              const QtrTableSampleRow *row)
{
  for (guint i = 0; i < qtr_tokens_length (names); i++) {
    int column = qtr_table_find_column (table, names->at[i]);

    if (column >= 0 && (guint) column < row->n_cells)
      g_string_append (key, row->cells[column]);
    g_string_append_c (key, '\x1f');
  }
}

static gboolean
passes (const QtrTableContent *table, const QtrTableSampleRow *row)
{
  for (guint i = 0; i < qtr_list_length (table->mapping->where); i++) {
    const QtrTableFilter *filter = qtr_list_get (table->mapping->where, i);
    int column = qtr_table_find_column (table, filter->column);
    gboolean found = FALSE;

    for (guint j = 0; column >= 0 && (guint) column < row->n_cells && j < qtr_tokens_length (filter->is); j++)
      found = found || g_ascii_strcasecmp (row->cells[column], filter->is->at[j]) == 0;
    if (!found)
      return FALSE;
  }
  return TRUE;
}

static void
compare_rows (const Guess *guess, const QtrTableSampleRow *row, const QtrTableSampleRow *other,
              gboolean *differs)
{
  for (guint i = 0; i < MIN (row->n_cells, other->n_cells); i++) {
    if (is_free_text (guess, i) && !g_str_equal (row->cells[i], other->cells[i]))
      differs[i] = TRUE;
  }
}

static void
say_obstacle (QtrTableContent *table, const gboolean *differs)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++) {
    if (differs[i])
      g_string_append_printf (columns, "%s“%s”", columns->len > 0 ? ", " : "", table->headings[i]);
  }
  if (columns->len > 0)
    table->obstacle = g_strdup_printf (
        /* Translators: the names of columns. */
        _ ("Several rows speak of the same period, area and measure. They differ in %s: say whether that names the "
           "measure, is summed over, or which rows are wanted."),
        columns->str);
}

/* Rows that say something of the same place, and differ in words that nobody asked for, may be parts of a sum
 * or measures of their own: nobody can know but the user. */
static void
look_for_dimensions (Guess *guess)
{
  QtrTableContent *table = guess->table;
  const QtrTableMapping *mapping = table->mapping;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *differs = g_new0 (gboolean, table->n_columns + 1);

  for (guint i = 0; i < table->sample->len; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (table->sample, i);
    GString *key = NULL;
    const QtrTableSampleRow *other = NULL;

    if (!is_of_data (table, row) || !passes (table, row))
      continue;
    key = g_string_new (NULL);
    append_cells (key, table, mapping->across ? NULL : mapping->period, row);
    append_cells (key, table, mapping->area, row);
    append_cells (key, table, mapping->measure, row);
    append_cells (key, table, mapping->sum, row);
    other = g_hash_table_lookup (seen, key->str);
    if (other != NULL)
      compare_rows (guess, row, other, differs);
    g_hash_table_insert (seen, g_string_free (key, FALSE), (gpointer) row);
  }
  say_obstacle (table, differs);
}

/* --- What came of it --- */

static void
tell_columns (QtrTableContent *table, const char *what, const QtrTokens *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < qtr_tokens_length (names); i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", names->at[i]);
  if (list->len > 0)
    /* Translators: what some columns are for, and their names. */
    g_ptr_array_add (table->uses, g_strdup_printf (_ ("%s: %s."), what, list->str));
}

static void
tell_left_out (Guess *guess)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < guess->table->n_columns; i++) {
    if (!guess->columns[i].is_taken && guess->columns[i].n_filled > 0)
      g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", guess->table->headings[i]);
  }
  if (list->len > 0)
    /* Translators: the names of columns. */
    g_ptr_array_add (guess->table->uses, g_strdup_printf (_ ("Not used: %s."), list->str));
}

static void
tell_all (Guess *guess)
{
  const QtrTableMapping *mapping = guess->table->mapping;

  tell_columns (guess->table, _ ("Period"), mapping->period);
  tell_columns (guess->table, _ ("Area"), mapping->area);
  tell_columns (guess->table, _ ("Measure"), mapping->measure);
  tell_columns (guess->table, _ ("Values"), mapping->value);
  tell_columns (guess->table, _ ("Summed over"), mapping->sum);
  tell_left_out (guess);
}

static void
check_whole (QtrTableContent *table)
{
  if (table->mapping->value == NULL)
    table->obstacle = g_strdup (_ ("No column of values was found. Say which it is."));
  else if (table->mapping->period == NULL && !table->mapping->across)
    table->obstacle = g_strdup (_ ("No column of periods was found. Say which it is."));
}

static void
guess_columns (Guess *guess)
{
  QtrTableContent *table = guess->table;

  take_options (guess);
  take_all_named (guess);
  if (!table->mapping->across)
    qtr_table_guess_period (table, guess->columns, guess->request->first_month);
  if (table->mapping->period == NULL && table->mapping->value == NULL)
    qtr_table_guess_across (table, guess->columns, guess->request->first_month);
  if (table->mapping->area == NULL && table->mapping->in == NULL)
    guess_area (guess);
  if (table->mapping->provisional == NULL)
    guess_provisional (guess);
  if (table->mapping->measure == NULL && table->mapping->name == NULL)
    guess_measure (guess);
  if (table->mapping->value == NULL)
    guess_values (guess);
  guess_unit (guess);
}

void
qtr_table_guess (QtrTableContent *table, const QtrTableRequest *request)
{
  g_autofree QtrTableColumn *columns = g_new0 (QtrTableColumn, table->n_columns + 1);
  Guess guess = { table, request, columns };

  if (table->mapping->decimal == NULL)
    guess_decimal (table);
  for (guint i = 0; i < table->n_columns; i++)
    find_facts (&guess, i);
  if (!table->mapping->complete) {
    guess_columns (&guess);
  } else {
    take_all_named (&guess);
    if (request->recognise_periods)
      qtr_table_guess_period (table, columns, request->first_month);
  }
  check_whole (table);
  if (table->obstacle == NULL)
    look_for_dimensions (&guess);
  tell_all (&guess);
  qtr_table_say (table, "complete", TRUE);
}
