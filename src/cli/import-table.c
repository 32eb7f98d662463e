/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/import-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/error.h"
#include "cli/terminal.h"
#include "store/file.h"

gboolean
qtr_import_table_is_meant (const QtrImportTable *options, const char *name)
{
  return qtr_table_has_name (name) || options->mapping != NULL || options->period != NULL ||
         options->value != NULL || options->measure != NULL || options->save_mapping != NULL ||
         options->sheet != NULL;
}

/* --- The mapping that the options make --- */

static QtrTableMapping *
load_mapping (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);
  QtrTableMapping *mapping = NULL;

  if (bytes == NULL)
    return NULL;
  mapping = qtr_table_mapping_read (bytes, error);
  if (mapping == NULL)
    g_prefix_error (error, "%s: ", name);
  return mapping;
}

static void
say_columns (QtrTableMapping **mapping, const char *field, char **columns)
{
  g_autoptr (QtrTokens) tokens = NULL;
  QtrTableMapping *said = NULL;

  if (columns == NULL)
    return;
  tokens = qtr_tokens_new ((const char *const *) columns, g_strv_length (columns));
  said = qtr_record_with (*mapping, field, tokens, NULL);
  qtr_record_unref (*mapping);
  *mapping = said;
}

/* Texts for the same column are alternatives. */
static void
add_condition (GPtrArray *filters, const char *column, const char *text)
{
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (&text, 1);

  for (guint i = 0; i < filters->len; i++) {
    QtrTableFilter *filter = g_ptr_array_index (filters, i);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    g_autoptr (QtrTokens) both = NULL;

    if (!g_str_equal (filter->column, column))
      continue;
    for (guint j = 0; j < qtr_tokens_length (filter->is); j++)
      g_ptr_array_add (texts, (gpointer) filter->is->at[j]);
    g_ptr_array_add (texts, (gpointer) text);
    both = qtr_tokens_new ((const char *const *) texts->pdata, texts->len);
    g_ptr_array_index (filters, i) = qtr_record_with (filter, "is", both, NULL);
    qtr_record_unref (filter);
    return;
  }
  g_ptr_array_add (
      filters, qtr_record_new (&qtr_table_filter_type, "id", "where", "column", column, "is", tokens, NULL));
}

static void
say_text (QtrTableMapping **mapping, const char *field, const char *text)
{
  QtrTableMapping *said = NULL;

  if (text == NULL)
    return;
  said = qtr_record_with (*mapping, field, text, NULL);
  qtr_record_unref (*mapping);
  *mapping = said;
}

static void
say_shown (QtrTableMapping **mapping)
{
  QtrTableMapping *said = qtr_record_with (*mapping, "shown", TRUE, NULL);

  qtr_record_unref (*mapping);
  *mapping = said;
}

static gboolean
say_where (QtrTableMapping **mapping, char **conditions, GError **error)
{
  g_autoptr (GPtrArray) filters = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;
  QtrTableMapping *said = NULL;

  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++) {
    g_auto (GStrv) sides = g_strsplit (conditions[i], "=", 2);

    if (g_strv_length (sides) != 2) {
      g_set_error (error, QTR_ERROR, QTR_ERROR_USAGE, _ ("“%s” is no condition; write COLUMN=TEXT"),
                   conditions[i]);
      return FALSE;
    }
    add_condition (filters, sides[0], sides[1]);
  }
  if (filters->len == 0)
    return TRUE;
  list = qtr_list_new_from_array (filters);
  said = qtr_record_with (*mapping, "where", list, NULL);
  qtr_record_unref (*mapping);
  *mapping = said;
  return TRUE;
}

static QtrTableMapping *
make_mapping (const QtrImportTable *options, GError **error)
{
  g_autoptr (QtrTableMapping) mapping =
      options->mapping == NULL ? qtr_table_mapping_new () : load_mapping (options->mapping, error);

  if (mapping == NULL)
    return NULL;
  say_text (&mapping, "sheet", options->sheet);
  say_text (&mapping, "range", options->range);
  if (options->as_shown)
    say_shown (&mapping);
  say_columns (&mapping, "period", options->period);
  say_columns (&mapping, "area", options->area);
  say_columns (&mapping, "value", options->value);
  say_columns (&mapping, "sum", options->sum);
  if (!say_where (&mapping, options->where, error))
    return NULL;
  return g_steal_pointer (&mapping);
}

/* --- The way into the plan --- */

static QtrTableContent *
read_table (const QtrPlan *plan, const QtrImportTable *options, GFile *file, GError **error)
{
  g_autoptr (QtrTableMapping) mapping = make_mapping (options, error);
  g_autoptr (GFileInputStream) stream = NULL;
  QtrTableRequest request = {
    .mapping = mapping,
    .measures = (const char *const *) options->measure,
    .first_month = plan->first_month,
  };
  QtrTableContent *table = NULL;

  if (mapping == NULL)
    return NULL;
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  table = qtr_table_read (G_INPUT_STREAM (stream), &request, NULL, error);
  return table;
}

QtrPlan *
qtr_import_table (const QtrPlan *plan, const QtrImportTable *options, const char *name,
                  QtrTableContent **table, QtrTablePlaced **placed, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *origin = qtr_table_make_origin (display, NULL);
  QtrRestatement why = { .cause = options->reason };
  QtrSource source = { origin, &why };
  QtrPlan *made = NULL;

  *table = read_table (plan, options, file, error);
  if (*table != NULL)
    made = qtr_table_place (plan, *table, &source, placed, error);
  if (made == NULL)
    g_prefix_error (error, "%s: ", name);
  return made;
}

gboolean
qtr_import_table_save_mapping (const QtrImportTable *options, const QtrTableContent *table, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (options->save_mapping == NULL)
    return TRUE;
  bytes = qtr_table_mapping_write (table->mapping);
  return qtr_terminal_write (options->save_mapping, bytes, error);
}

/* --- For people --- */

static void
print_sentences (const char *name, GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    g_print ("%s: %s\n", name, (const char *) g_ptr_array_index (sentences, i));
}

static void
print_remarks (const char *name, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++) {
    const QtrTableRemark *remark = g_ptr_array_index (remarks, i);

    if (remark->column == 0)
      /* Translators: a file, a line, why the line was not taken in, and its words. */
      g_print (_ ("%s:%u: not taken (%s): %s\n"), name, remark->line, remark->reason, remark->text);
    else
      /* Translators: a file, a line, a column, why the cell was not taken in, and its words. */
      g_print (_ ("%s:%u:%u: not taken (%s): %s\n"), name, remark->line, remark->column, remark->reason,
               remark->text);
  }
}

static void
print_names (const char *name, const char *what, GPtrArray *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len > 0)
    g_print ("%s: %s: %s\n", name, what, list->str);
}

static void
print_rows (const char *name, const QtrTableContent *table)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < QTR_TABLE_N_ROW_KINDS; i++) {
    if (table->account.rows[i] > 0)
      g_string_append_printf (kinds, "%s%s: %u", kinds->len > 0 ? ", " : "", qtr_table_row_kind_to_words (i),
                              table->account.rows[i]);
  }
  /* Translators: a file, how many rows it has, and how many of each kind there are. */
  g_print (_ ("%s: rows: %u (%s)\n"), name, qtr_table_count_rows (table), kinds->str);
}

static void
print_cells (const char *name, const QtrTableContent *table)
{
  const QtrTableAccount *account = &table->account;

  /* Translators: a file, and how many of its cells are of which kind. */
  g_print (_ ("%s: cells: values: %u, gaps: %u, empty: %u, not understood: %u\n"), name, account->values,
           account->gaps, account->empty, account->faults);
  if (account->again > 0)
    /* Translators: a file, and a number of values that stand there more than once. */
    g_print (_ ("%s: values said again: %u\n"), name, account->again);
  if (account->unknown_sums > 0)
    g_print (_ ("%s: sums not known, because a part is empty: %u\n"), name, account->unknown_sums);
}

void
qtr_import_table_print (const char *name, const QtrTableContent *table, const QtrTablePlaced *placed)
{
  const QtrSightingsCount *count = &placed->count;

  print_sentences (name, table->recognised);
  print_sentences (name, table->uses);
  print_remarks (name, table->skipped);
  print_remarks (name, table->faults);
  print_rows (name, table);
  print_cells (name, table);
  print_names (name, _ ("new measures, without a priority unless one was named"), placed->new_measures);
  print_names (name, _ ("areas that are not in the plan"), placed->new_areas);
  print_sentences (name, placed->remarks);
  if (count->added + count->changed == 0)
    /* Translators: a file. */
    g_print (_ ("%s: nothing new\n"), name);
  else
    /* Translators: a file, and how many observations are of which kind. */
    g_print (_ ("%s: observations: new: %u, changed: %u, as before: %u\n"), name, count->added,
             count->changed, count->same);
  if (count->restated > 0)
    /* Translators: a file, and how many observations are others than were published. */
    g_print (_ ("%s: restated: %u\n"), name, count->restated);
}

/* --- For programs --- */

static void
add_count (JsonBuilder *json, const char *name, guint count)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, count);
}

static void
add_texts (JsonBuilder *json, const char *name, GPtrArray *texts)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (texts, i));
  json_builder_end_array (json);
}

static void
add_remarks (JsonBuilder *json, const char *name, GPtrArray *remarks)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < remarks->len; i++) {
    const QtrTableRemark *remark = g_ptr_array_index (remarks, i);

    json_builder_begin_object (json);
    add_count (json, "line", remark->line);
    if (remark->column > 0)
      add_count (json, "column", remark->column);
    json_builder_set_member_name (json, "text");
    json_builder_add_string_value (json, remark->text);
    json_builder_set_member_name (json, "reason");
    json_builder_add_string_value (json, remark->reason);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_mapping (JsonBuilder *json, const QtrTableContent *table)
{
  g_autoptr (GBytes) bytes = qtr_table_mapping_write (table->mapping);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  node = json_from_string (text, NULL);
  json_builder_set_member_name (json, "mapping");
  json_builder_add_value (json, g_steal_pointer (&node));
}

static void
add_rows (JsonBuilder *json, const QtrTableContent *table)
{
  static const char *const names[QTR_TABLE_N_ROW_KINDS] = {
    [QTR_TABLE_ROW_READ] = "read",       [QTR_TABLE_ROW_HEADING] = "heading",
    [QTR_TABLE_ROW_TITLE] = "title",     [QTR_TABLE_ROW_BLANK] = "blank",
    [QTR_TABLE_ROW_NOTE] = "note",       [QTR_TABLE_ROW_TOTAL] = "total",
    [QTR_TABLE_ROW_AGAIN] = "again",     [QTR_TABLE_ROW_LEFT_OUT] = "left_out",
    [QTR_TABLE_ROW_SKIPPED] = "skipped", [QTR_TABLE_ROW_FAULT] = "not_understood",
  };

  json_builder_set_member_name (json, "rows");
  json_builder_begin_object (json);
  add_count (json, "all", qtr_table_count_rows (table));
  for (guint i = 0; i < QTR_TABLE_N_ROW_KINDS; i++)
    add_count (json, names[i], table->account.rows[i]);
  json_builder_end_object (json);
}

static void
add_cells (JsonBuilder *json, const QtrTableContent *table)
{
  const QtrTableAccount *account = &table->account;

  json_builder_set_member_name (json, "cells");
  json_builder_begin_object (json);
  add_count (json, "values", account->values);
  add_count (json, "gaps", account->gaps);
  add_count (json, "empty", account->empty);
  add_count (json, "not_understood", account->faults);
  add_count (json, "again", account->again);
  add_count (json, "unknown_sums", account->unknown_sums);
  json_builder_end_object (json);
}

void
qtr_import_table_print_json (JsonBuilder *json, const QtrTableContent *table, const QtrTablePlaced *placed)
{
  add_texts (json, "recognised", table->recognised);
  add_texts (json, "uses", table->uses);
  add_mapping (json, table);
  add_rows (json, table);
  add_cells (json, table);
  json_builder_set_member_name (json, "observations");
  json_builder_begin_object (json);
  add_count (json, "new", placed->count.added);
  add_count (json, "changed", placed->count.changed);
  add_count (json, "same", placed->count.same);
  add_count (json, "restated", placed->count.restated);
  json_builder_end_object (json);
  add_texts (json, "new_measures", placed->new_measures);
  add_texts (json, "new_areas", placed->new_areas);
  add_texts (json, "remarks", placed->remarks);
  add_remarks (json, "skipped", table->skipped);
  add_remarks (json, "unplaced", table->faults);
}
