/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/import/table-words.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "import/table-period.h"
#include "ui/figures/figures-words.h"

/* As many as help to see whether all is well. */
#define ROWS_MAX 12
#define REMARKS_MAX 50

static void
free_words (gpointer data)
{
  QtrTableWords *words = data;

  g_free (words->title);
  g_free (words->subtitle);
  g_free (words);
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func (free_words);
}

static void
add_words (GPtrArray *list, char *title, char *subtitle)
{
  QtrTableWords *words = g_new0 (QtrTableWords, 1);

  *words = (QtrTableWords) { title, subtitle };
  g_ptr_array_add (list, words);
}

/* --- What rows become --- */

static char *
join_row (const QtrTableSampleRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->n_cells; i++) {
    if (*row->cells[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", row->cells[i]);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
entry_to_words (const QtrTableContent *table, const QtrTableEntry *entry, const QtrPlan *plan)
{
  const char *measure = g_ptr_array_index (table->measures, entry->measure);
  const char *area = g_ptr_array_index (table->areas, entry->area);
  const char *mark = g_ptr_array_index (table->marks, entry->mark);
  g_autofree char *period = qtr_table_period_to_words (entry->period, plan->first_month);
  g_autofree char *value = qtr_decimal_is_set (entry->value)
                               ? qtr_figure_format (entry->value, NULL)
                               /* Translators: a gap in a table, with its mark. */
                               : g_strdup_printf (_ ("no value (%s)"), mark);
  g_autofree char *place = *area == '\0' ? g_strdup (measure) : g_strdup_printf ("%s, %s", measure, area);

  /* Translators: a measure (and an area), a period, and the value: "Burglary, Alder, May 2019: 5". */
  return g_strdup_printf (entry->provisional ? _ ("%s, %s: %s (provisional)") : _ ("%s, %s: %s"), place,
                          period, value);
}

/* What becomes of each line, in one pass over all that the table says. */
static GHashTable *
describe_lines (const QtrTableContent *table, const QtrPlan *plan, guint last_line)
{
  GHashTable *by_line = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < table->entries->len; i++) {
    const QtrTableEntry *entry = &g_array_index (table->entries, QtrTableEntry, i);
    gpointer line = GUINT_TO_POINTER (entry->line);
    const char *before = NULL;
    g_autofree char *words = NULL;

    if (entry->line > last_line)
      continue;
    words = entry_to_words (table, entry, plan);
    before = g_hash_table_lookup (by_line, line);
    g_hash_table_insert (by_line, line,
                         before == NULL ? g_steal_pointer (&words) : g_strconcat (before, "\n", words, NULL));
  }
  return by_line;
}

GPtrArray *
qtr_table_words_list_rows (const QtrTableContent *table, const QtrPlan *plan)
{
  GPtrArray *list = make_list ();
  guint n_rows = MIN (table->sample->len, ROWS_MAX);
  const QtrTableSampleRow *last = n_rows == 0 ? NULL : g_ptr_array_index (table->sample, n_rows - 1);
  g_autoptr (GHashTable) by_line = describe_lines (table, plan, last == NULL ? 0 : last->line);

  for (guint i = 0; i < n_rows; i++) {
    const QtrTableSampleRow *row = g_ptr_array_index (table->sample, i);
    const char *words = g_hash_table_lookup (by_line, GUINT_TO_POINTER (row->line));

    if (row->kind != QTR_TABLE_ROW_BLANK)
      add_words (list, join_row (row),
                 g_strdup (words != NULL ? words
                           : row->kind == QTR_TABLE_ROW_READ && table->obstacle == NULL
                               ? _ ("nothing is taken")
                           : row->kind == QTR_TABLE_ROW_READ ? ""
                                                             : qtr_table_row_kind_to_words (row->kind)));
  }
  return list;
}

/* --- What is replaced --- */

static char *
name_observation (const QtrPlan *plan, const QtrMeasure *measure, const QtrObservation *observation)
{
  g_autofree char *period =
      qtr_table_period_to_words (qtr_plan_parse_period (plan, observation->period), plan->first_month);

  if (observation->area == NULL)
    return g_strdup_printf ("%s, %s", measure->name, period);
  return g_strdup_printf ("%s, %s, %s", measure->name, observation->area, period);
}

static char *
value_to_words (const QtrMeasure *measure, const QtrObservation *observation)
{
  const QtrVintage *latest = qtr_observation_get_latest (observation);

  return latest == NULL || !qtr_decimal_is_set (latest->value)
             ? g_strdup (_ ("no value"))
             : qtr_figures_value_to_words (measure, latest->value);
}

static void
add_change (GPtrArray *list, const QtrPlan *plan, const QtrMeasure *measure, const QtrObservation *before,
            const QtrObservation *after)
{
  g_autofree char *old_value = value_to_words (measure, before);
  g_autofree char *new_value = value_to_words (measure, after);

  add_words (list, name_observation (plan, measure, after),
             /* Translators: a value, and the one that takes its place. The old one is kept as history. */
             g_strdup_printf (_ ("%s becomes %s"), old_value, new_value));
}

/* Both lists are in the same order, and the new one lacks nothing of the old one. */
static void
list_measure_changes (GPtrArray *list, const QtrPlan *plan, const QtrMeasure *before, const QtrMeasure *after)
{
  guint at = 0;

  for (guint i = 0; i < qtr_list_length (after->observations) && list->len < REMARKS_MAX; i++) {
    const QtrObservation *observation = qtr_list_get (after->observations, i);
    const QtrObservation *old =
        at < qtr_list_length (before->observations) ? qtr_list_get (before->observations, at) : NULL;

    if (old == NULL || !g_str_equal (old->record.id, observation->record.id))
      continue;
    at++;
    if (old != observation)
      add_change (list, plan, after, old, observation);
  }
}

GPtrArray *
qtr_table_words_list_changes (const QtrPlan *before, const QtrPlan *after)
{
  GPtrArray *list = make_list ();

  for (guint i = 0; i < qtr_list_length (before->measures); i++) {
    const QtrMeasure *old = qtr_list_get (before->measures, i);
    const QtrMeasure *measure = qtr_list_get (after->measures, i);

    if (old != measure)
      list_measure_changes (list, after, old, measure);
  }
  return list;
}

/* --- What is not taken --- */

GPtrArray *
qtr_table_words_list_remarks (GPtrArray *remarks)
{
  GPtrArray *list = make_list ();

  for (guint i = 0; i < MIN (remarks->len, REMARKS_MAX); i++) {
    const QtrTableRemark *remark = g_ptr_array_index (remarks, i);

    add_words (list, g_strdup (remark->text),
               remark->column == 0 ? g_strdup_printf (_ ("Line %u: %s"), remark->line, remark->reason)
                                   /* Translators: where a cell stands, and why it is not understood. */
                                   : g_strdup_printf (_ ("Line %u, column %u: %s"), remark->line,
                                                      remark->column, remark->reason));
  }
  return list;
}

static void
add_part (GString *text, guint count, char *part)
{
  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  g_free (part);
}

char *
qtr_table_words_count (const QtrTableReading *reading)
{
  const QtrTableAccount *account = &reading->table->account;
  const QtrSightingsCount none = { 0 };
  const QtrSightingsCount *count = reading->placed == NULL ? &none : &reading->placed->count;
  guint n_faults = account->faults + account->rows[QTR_TABLE_ROW_FAULT];
  GString *text = g_string_new (NULL);

  add_part (text, count->added,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new value", "%u new values", count->added),
                             count->added));
  /* Translators: how many values are others than before. */
  add_part (text, count->changed, g_strdup_printf (_ ("%u changed"), count->changed));
  /* Translators: how many values are the same as before. */
  add_part (text, count->same, g_strdup_printf (_ ("%u as before"), count->same));
  /* Translators: how many cells are not understood. */
  add_part (text, n_faults, g_strdup_printf (_ ("%u not understood"), n_faults));
  return g_string_free (text, FALSE);
}
