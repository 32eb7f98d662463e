/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/figures-sheet.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-row.h"

static void
append_decimal (GString *text, QtrDecimal value)
{
  g_autofree char *digits = qtr_decimal_is_set (value) ? qtr_decimal_to_string (value) : NULL;

  g_string_append_printf (text, "\t%s", digits == NULL ? "" : digits);
}

/* A cell has neither tabs nor lines. */
static void
append_words (GString *text, const char *words)
{
  g_autofree char *cell = g_strdelimit (g_strdup (words == NULL ? "" : words), "\t\n\r", ' ');

  g_string_append (text, cell);
}

static void
append_row (GString *text, const QtrPlan *plan, QtrFiguresRow *row)
{
  const QtrMeasure *measure = qtr_figures_row_get_measure (row);
  const QtrUpdate *update = qtr_plan_find_update (plan, qtr_figures_row_get_quarter (row));
  QtrComparison comparison =
      qtr_comparison_new (plan, update, measure, qtr_figures_row_get_period (row), NULL);

  append_words (text, measure->name);
  append_decimal (text, comparison.now.value);
  append_decimal (text, comparison.before.value);
  append_decimal (text, comparison.year_before.value);
  append_decimal (text, qtr_rational_round (comparison.change, measure->decimals));
  append_decimal (text, qtr_rational_round (comparison.change_percent, 1));
  append_decimal (text, comparison.target);
  g_string_append_c (text, '\t');
  append_words (text, qtr_rating_get_word (comparison.rating));
  g_string_append_c (text, '\t');
  append_words (text, qtr_figures_row_get_note (row));
  g_string_append_c (text, '\n');
}

char *
qtr_figures_sheet_new (const QtrPlan *plan, GListModel *rows)
{
  GString *text = NULL;

  if (g_list_model_get_n_items (rows) == 0)
    return NULL;

  /* Translators: the headings of a table, with tabs between them. */
  text = g_string_new (
      _ ("Measure\tThis Quarter\tLast Quarter\tLast Year\tChange\tChange %\tTarget\tStatus\tNote"));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (QtrFiguresRow) row = g_list_model_get_item (rows, i);

    append_row (text, plan, row);
  }
  return g_string_free_and_steal (text);
}
