/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/period-pattern.h"
#include "import/table-private.h"

/* --- Which column --- */

static const char *const period_words[] = { "period", "periods", "month", "months", "quarter", "qtr",
                                            "year",   "fy",      "date",  "dates",  "time",    "ending",
                                            "ended",  "day",     "yr",    NULL };
static const char *const year_words[] = { "year", "fy", "yr", NULL };
static const char *const part_words[] = { "month", "quarter", "qtr", "q", "mth", NULL };

/* A month or quarter without its year, in most cells of a column. */
static gboolean
is_part (const QtrTableContent *table, const QtrTableColumn *columns, guint column)
{
  return columns[column].signs.n_read * 2 < columns[column].n_distinct &&
         qtr_table_heading_has (table->headings[column], part_words);
}

/* "At 31 March", "year ending March": the month that years end with which are written as one number. */
static int
find_end_month (const char *heading)
{
  static const char *const words[] = { "at", "ending", "ended", "to", "end", NULL };
  g_autofree char *folded = qtr_table_fold_heading (heading);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  QtrPeriodParts month;

  if (!qtr_table_heading_has (heading, words))
    return 0;
  for (guint i = 0; parts[i] != NULL; i++) {
    if (qtr_period_match ("B", parts[i], &month))
      return month.month;
  }
  return 0;
}

/* Numbers of four digits are years only under a heading that says so. */
gboolean
qtr_table_column_is_period (const QtrTableContent *table, const QtrTableColumn *columns, guint column)
{
  const QtrTableColumn *facts = &columns[column];
  gboolean named = qtr_table_heading_has (table->headings[column], period_words) ||
                   find_end_month (table->headings[column]) > 0;

  /* Totals and footnotes stand in the column of periods, too. */
  if (facts->is_taken || facts->signs.n_read == 0 ||
      facts->signs.n_read * (named ? 2 : 5) < facts->n_distinct * (named ? 1 : 4))
    return FALSE;
  return named || facts->n_plain * 2 < facts->n_filled;
}

static int
find_period_column (const QtrTableContent *table, const QtrTableColumn *columns)
{
  int found = -1;

  for (guint i = 0; i < table->n_columns; i++) {
    if (!qtr_table_column_is_period (table, columns, i))
      continue;
    if (qtr_table_heading_has (table->headings[i], period_words))
      return (int) i;
    found = found < 0 ? (int) i : found;
  }
  return found;
}

static int
find_part_column (const QtrTableContent *table, const QtrTableColumn *columns, guint year)
{
  if (!qtr_table_heading_has (table->headings[year], year_words))
    return -1;
  for (guint i = 0; i < table->n_columns; i++) {
    if (i != year && !columns[i].is_taken && columns[i].n_filled > 0 && is_part (table, columns, i))
      return (int) i;
  }
  return -1;
}

/* --- How it is written --- */

static void
guess_dash (QtrTableContent *table, const QtrTablePeriodSigns *signs, const QtrTableColumn *column)
{
  guint n_years = signs->n_dash_either + signs->n_dash_only_year;

  if (n_years == 0 || signs->n_dash_only_month > 0)
    return;
  if (signs->n_dash_only_year == 0 && column->n_distinct < 2) {
    /* Translators: a cell of a table. */
    qtr_table_note (table,
                    g_strdup_printf (_ ("“%s” is read as a month; it could be a year."), column->first));
    return;
  }
  qtr_table_say (table, "dash", (int) QTR_TABLE_DASH_YEAR);
}

static void
guess_dates (QtrTableContent *table, const QtrTablePeriodSigns *signs)
{
  if (signs->n_month_first > 0 && signs->n_day_first == 0) {
    qtr_table_say (table, "dates", (int) QTR_TABLE_MONTH_FIRST);
    qtr_table_note (table, g_strdup (_ ("Dates are read with the month first.")));
  } else if (signs->n_slashed > 0) {
    qtr_table_note (table, g_strdup (_ ("Dates are read with the day first.")));
  }
}

static QtrTableLength
find_length (const char *heading, const QtrTablePeriodSigns *signs)
{
  static const char *const quarter_words[] = { "quarter", "qtr", NULL };
  static const char *const month_words[] = { "month", "months", NULL };

  if (qtr_table_heading_has (heading, month_words))
    return QTR_TABLE_LENGTH_MONTH;
  if (qtr_table_heading_has (heading, quarter_words))
    return QTR_TABLE_LENGTH_QUARTER;
  if (qtr_table_heading_has (heading, year_words))
    return QTR_TABLE_LENGTH_YEAR;
  if (signs->months_apart > 0 && signs->months_apart % 12 == 0)
    return QTR_TABLE_LENGTH_YEAR;
  return signs->months_apart > 0 && signs->months_apart % 3 == 0 ? QTR_TABLE_LENGTH_QUARTER
                                                                 : QTR_TABLE_LENGTH_MONTH;
}

static void
guess_length (QtrTableContent *table, const char *heading, const QtrTablePeriodSigns *signs)
{
  static const char *const words[] = {
    [QTR_TABLE_LENGTH_MONTH] = N_ ("Dates stand for their months."),
    [QTR_TABLE_LENGTH_QUARTER] = N_ ("Dates stand for their quarters."),
    [QTR_TABLE_LENGTH_YEAR] = N_ ("Dates stand for their years."),
  };
  QtrTableLength length = find_length (heading, signs);

  if (signs->n_dates == 0)
    return;
  qtr_table_say (table, "length", (int) length);
  qtr_table_note (table, g_strdup (_ (words[length])));
}

/* What one cell of the column becomes, for people to see whether that is right. */
static void
tell_example (QtrTableContent *table, const char *text, int first_month)
{
  QtrTableCalendar calendar = qtr_table_calendar_new (table->mapping, first_month);
  QtrPeriod period;
  g_autofree char *words = NULL;

  if (text == NULL || !qtr_table_period_read (&calendar, text, &period, NULL, NULL))
    return;
  words = qtr_table_period_to_words (period, calendar.plan_first_month);
  /* Translators: a cell of a table, and which period it is. */
  qtr_table_note (table, g_strdup_printf (_ ("“%s” is %s."), text, words));
}

static void
guess_writing (QtrTableContent *table, const QtrTableColumn *column, const char *heading, int first_month)
{
  int ends = find_end_month (heading);

  guess_dash (table, &column->signs, column);
  guess_dates (table, &column->signs);
  if (table->mapping->length == QTR_TABLE_LENGTH_AS_WRITTEN)
    guess_length (table, heading, &column->signs);
  if (ends > 0 && table->mapping->ends == 0) {
    qtr_table_say (table, "ends", ends);
    /* Translators: the name of a month. */
    qtr_table_note (table,
                    g_strdup_printf (_ ("Years are those that end with %s."), qtr_period_month_name (ends)));
  }
  tell_example (table, column->first, first_month);
}

void
qtr_table_guess_period (QtrTableContent *table, QtrTableColumn *columns, int first_month)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  int column = qtr_tokens_length (table->mapping->period) > 0
                   ? qtr_table_find_column (table, table->mapping->period->at[0])
                   : find_period_column (table, columns);
  int part = -1;

  if (column < 0)
    return;
  g_array_append_val (chosen, column);
  columns[column].is_taken = TRUE;
  if (table->mapping->period == NULL)
    part = find_part_column (table, columns, (guint) column);
  if (part >= 0) {
    g_array_append_val (chosen, part);
    columns[part].is_taken = TRUE;
  }
  if (table->mapping->period == NULL)
    qtr_table_say_columns (table, "period", chosen);
  if (part < 0)
    guess_writing (table, &columns[column], table->headings[column], first_month);
}

/* Periods as headings: at least two, and none in the columns. */
gboolean
qtr_table_guess_across (QtrTableContent *table, QtrTableColumn *columns, int first_month)
{
  QtrTableCalendar calendar = qtr_table_calendar_new (table->mapping, first_month);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  QtrTableColumn headings = { 0 };

  for (guint i = 0; i < table->n_columns; i++) {
    guint n_before = headings.signs.n_read;

    qtr_table_period_signs_add (&headings.signs, &calendar, table->headings[i]);
    if (headings.signs.n_read == n_before)
      continue;
    g_array_append_val (chosen, i);
    headings.first = headings.first == NULL ? table->headings[i] : headings.first;
  }
  headings.n_distinct = chosen->len;
  if (chosen->len < 2)
    return FALSE;
  for (guint i = 0; i < chosen->len; i++)
    columns[qtr_table_layout_at (chosen, i)].is_taken = TRUE;
  qtr_table_say (table, "across", TRUE);
  qtr_table_say_columns (table, "value", chosen);
  guess_writing (table, &headings, "", first_month);
  return TRUE;
}
