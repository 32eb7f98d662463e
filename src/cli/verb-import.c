/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "base/error.h"
#include "cli/import-table.h"
#include "cli/terminal.h"
#include "import/place.h"
#include "model/update.h"
#include "store/file.h"

static char *into;
static char *quarter_text;
static gboolean as_json;
static QtrImportTable table_options;

static const GOptionEntry entries[] = {
  { "into", 0, 0, G_OPTION_ARG_FILENAME, &into,
    N_ ("The plan that takes it; it is made if it does not exist"), N_ ("PLAN") },
  { "quarter", 0, 0, G_OPTION_ARG_STRING, &quarter_text,
    N_ ("The quarter, where the source does not name it"), N_ ("Q") },
  { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &table_options.mapping, N_ ("How a table is to be read, as JSON"),
    N_ ("FILE") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &table_options.sheet, N_ ("The sheet of a workbook"), N_ ("NAME") },
  { "range", 0, 0, G_OPTION_ARG_STRING, &table_options.range, N_ ("The cells of the sheet to take alone"),
    N_ ("B4:F20") },
  { "as-shown", 0, 0, G_OPTION_ARG_NONE, &table_options.as_shown,
    N_ ("Take a workbook's numbers rounded as it shows them, not as it stores them"), NULL },
  { "period", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.period,
    N_ ("The column of a table that has the period; twice for year and quarter or month"), N_ ("COL") },
  { "area", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.area, N_ ("The column that has the area"),
    N_ ("COL") },
  { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.measure,
    N_ ("A column that says which measure it is, or the name of the one measure"), N_ ("COL|NAME") },
  { "value", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.value, N_ ("A column of values"), N_ ("COL") },
  { "sum", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.sum,
    N_ ("A column over which values are added up"), N_ ("COL") },
  { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &table_options.where,
    N_ ("Take only rows that say so in that column"), N_ ("COL=TEXT") },
  { "reason", 0, 0, G_OPTION_ARG_STRING, &table_options.reason,
    N_ ("Why values of a table restate what was published"), N_ ("TEXT") },
  { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, &table_options.save_mapping,
    N_ ("Write how the table was read, for --mapping"), N_ ("FILE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Say as JSON what was recognised"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* What was made of one source: a report, or a table. */
typedef struct {
  const char *name;
  QtrReport *report;
  QtrPeriod quarter;
  QtrTableContent *table;
  QtrTablePlaced *placed;
} Source;

/* All that an import is about: the edit of the plan is handed it whole. */
typedef struct {
  GArray *sources;
  char **names;
} Import;

static void
clear_source (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->report, qtr_report_free);
  g_clear_pointer (&source->table, qtr_table_content_free);
  g_clear_pointer (&source->placed, qtr_table_placed_free);
}

static QtrReport *
read_report (const char *name, const QtrImportContext *context, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (file, error);
  QtrReport *report = NULL;

  if (bytes == NULL)
    return NULL;
  report = qtr_import_read (name, bytes, context, error);
  if (report == NULL)
    g_prefix_error (error, "%s: ", name);
  return report;
}

static QtrPlan *
import_report (const QtrPlan *plan, const char *name, Source *source, GError **error)
{
  g_auto (GStrv) areas = qtr_plan_list_area_names (plan);
  QtrImportContext context = { .quarter = QTR_PERIOD_UNSET, .first_month = plan->first_month };
  QtrPlan *placed = NULL;

  if (quarter_text != NULL && !qtr_period_parse (quarter_text, plan->first_month, &context.quarter, error))
    return NULL;
  context.areas = (const char *const *) areas;

  source->name = name;
  source->report = read_report (name, &context, error);
  if (source->report == NULL)
    return NULL;
  placed = qtr_place_report (plan, source->report, &context, &source->quarter, error);
  if (placed == NULL)
    g_prefix_error (error, "%s: ", name);
  return placed;
}

static QtrPlan *
import_one (const QtrPlan *plan, const char *name, Source *source, GError **error)
{
  QtrPlan *placed = NULL;

  if (!qtr_import_table_is_meant (&table_options, name))
    return import_report (plan, name, source, error);
  source->name = name;
  placed = qtr_import_table (plan, &table_options, name, &source->table, &source->placed, error);
  if (placed != NULL && !qtr_import_table_save_mapping (&table_options, source->table, error))
    g_clear_pointer (&placed, qtr_record_unref);
  return placed;
}

static QtrPlan *
import_all_cb (const QtrPlan *plan, gpointer user_data, GError **error)
{
  Import *import = user_data;
  g_autoptr (QtrPlan) current = qtr_record_ref (plan);

  for (guint i = 0; import->names[i] != NULL; i++) {
    Source source = { 0 };
    QtrPlan *next = import_one (current, import->names[i], &source, error);

    g_array_append_val (import->sources, source);
    if (next == NULL)
      return NULL;
    qtr_record_unref (current);
    current = next;
  }

  return g_steal_pointer (&current);
}

static void
print_remarks (const char *name, GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++) {
    const QtrReportRemark *remark = remarks->pdata[i];
    g_autofree char *line = remark->line == 0 ? g_strdup ("") : g_strdup_printf ("%u:", remark->line);

    if (remark->reason == NULL)
      g_print ("%s:%s %s\n", name, line, remark->text);
    else
      /* Translators: a file, a line number, why the line was not taken in, and its words. */
      g_print (_ ("%s:%s not placed (%s): %s\n"), name, line, remark->reason, remark->text);
  }
}

static void
print_report (const Source *source)
{
  g_autofree char *label = qtr_period_to_label (source->quarter);
  guint n_commitments = 0;
  guint n_bullets = 0;

  for (guint i = 0; i < source->report->priorities->len; i++) {
    const QtrReportPriority *priority = source->report->priorities->pdata[i];

    n_commitments += priority->commitments->len;
    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = priority->commitments->pdata[j];

      n_bullets += qtr_report_count_bullets (commitment->bullets, TRUE);
    }
  }

  print_remarks (source->name, source->report->recognised);
  print_remarks (source->name, source->report->unplaced);
  /* Translators: a file, a quarter, and how much of each was found in the file. */
  g_print (_ ("%s: %s; priorities: %u, commitments: %u, bullets: %u, lines not placed: %u\n"), source->name,
           label, source->report->priorities->len, n_commitments, n_bullets, source->report->unplaced->len);
}

static void
print_source (const Source *source)
{
  if (source->table != NULL)
    qtr_import_table_print (source->name, source->table, source->placed);
  else
    print_report (source);
}

static void
add_remarks (JsonBuilder *json, const char *name, GPtrArray *remarks)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < remarks->len; i++) {
    const QtrReportRemark *remark = remarks->pdata[i];

    json_builder_begin_object (json);
    if (remark->line > 0) {
      json_builder_set_member_name (json, "line");
      json_builder_add_int_value (json, remark->line);
    }
    json_builder_set_member_name (json, "text");
    json_builder_add_string_value (json, remark->text);
    if (remark->reason != NULL) {
      json_builder_set_member_name (json, "reason");
      json_builder_add_string_value (json, remark->reason);
    }
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_report (JsonBuilder *json, const Source *source)
{
  g_autofree char *quarter = qtr_period_to_string (source->quarter);

  json_builder_set_member_name (json, "quarter");
  json_builder_add_string_value (json, quarter);
  add_remarks (json, "recognised", source->report->recognised);
  add_remarks (json, "unplaced", source->report->unplaced);
}

static void
print_json (GArray *sources)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "sources");
  json_builder_begin_array (json);
  for (guint i = 0; i < sources->len; i++) {
    const Source *source = &g_array_index (sources, Source, i);
    g_autofree char *display = g_filename_display_name (source->name);

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "file");
    json_builder_add_string_value (json, display);
    if (source->table != NULL)
      qtr_import_table_print_json (json, source->table, source->placed);
    else
      add_report (json, source);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
  json_builder_end_object (json);
  qtr_terminal_print_json (json_builder_get_root (json));
}

static QtrExit
run (int argc, char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (Source));
  Import import = { .sources = sources };
  g_autofree char *notice = NULL;
  GError *error = NULL;
  gboolean done = FALSE;

  g_array_set_clear_func (sources, clear_source);
  if (!qtr_terminal_parse (&qtr_verb_import, entries, -1, &argc, &argv))
    return QTR_EXIT_FAILED;
  if (into == NULL) {
    qtr_terminal_fail_usage (_ ("say which plan takes it: --into PLAN"));
    return QTR_EXIT_FAILED;
  }

  file = g_file_new_for_commandline_arg (into);
  import.names = argv + 1;
  done = qtr_file_edit (file, import_all_cb, &import, &notice, &error);
  qtr_terminal_tell (into, notice);
  if (!done)
    return qtr_terminal_fail (NULL, error);

  if (as_json) {
    print_json (sources);
  } else {
    for (guint i = 0; i < sources->len; i++)
      print_source (&g_array_index (sources, Source, i));
  }
  return QTR_EXIT_DONE;
}

const QtrVerb qtr_verb_import = {
  .name = "import",
  .arguments = "SOURCE…",
  .summary = N_ ("Take reports and tables into a plan"),
  .run = run,
};
