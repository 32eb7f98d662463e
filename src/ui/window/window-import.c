/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "import/place.h"
#include "import/table.h"
#include "store/file.h"
#include "ui/update/new-quarter.h"
#include "ui/window/unplaced-dialog.h"
#include "ui/window/window-private.h"

/* One report on its way into a plan: read in a worker thread, put into the plan in the main one. */
typedef struct {
  QtrWindow *window;
  GFile *file;
  QtrPlan *base;
  QtrPeriod quarter;
  QtrReport *report;
  QtrPlan *plan;
} Import;

static void
free_import (Import *import)
{
  g_object_unref (import->window);
  g_object_unref (import->file);
  qtr_record_unref (import->base);
  g_clear_pointer (&import->report, qtr_report_free);
  g_clear_pointer (&import->plan, qtr_record_unref);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, free_import)

/* Without a document, the one that the report will make. */
static QtrPlan *
dup_plan (QtrWindow *self)
{
  return self->document == NULL ? qtr_plan_new () : qtr_record_ref (qtr_document_get_plan (self->document));
}

static Import *
make_import (QtrWindow *self, GFile *file, QtrPeriod quarter)
{
  Import *import = g_new0 (Import, 1);

  import->window = g_object_ref (self);
  import->file = g_object_ref (file);
  import->quarter = quarter;
  import->base = dup_plan (self);
  return import;
}

static void start_import (QtrWindow *self, GFile *file, QtrPeriod quarter);

static gboolean
read_and_place (Import *import, GError **error)
{
  g_autofree char *name = g_file_get_basename (import->file);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (import->file, error);
  g_auto (GStrv) areas = NULL;
  QtrImportContext context = { NULL, import->quarter, import->base->first_month };

  areas = qtr_plan_list_area_names (import->base);
  context.areas = (const char *const *) areas;
  if (bytes == NULL)
    return FALSE;
  import->report = qtr_import_read (name, bytes, &context, error);
  if (import->report == NULL) {
    g_prefix_error (error, "%s: ", name);
    return FALSE;
  }
  /* Which quarter it is for is no question of a text that is no report. */
  if (import->report->priorities->len == 0) {
    g_set_error (
        error, QTR_ERROR, QTR_ERROR_SHAPE,
        _ ("“%s” has no heading of a priority, such as “Priority 1”, so there is nothing to import."), name);
    return FALSE;
  }
  import->plan = qtr_place_report (import->base, import->report, &context, &import->quarter, error);
  return import->plan != NULL;
}

static void
import_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (read_and_place (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- What to say of it --- */

static guint
count_bullets (const QtrReport *report)
{
  guint n_bullets = 0;

  for (guint i = 0; i < report->priorities->len; i++) {
    const QtrReportPriority *priority = g_ptr_array_index (report->priorities, i);

    for (guint j = 0; j < priority->commitments->len; j++) {
      const QtrReportCommitment *commitment = g_ptr_array_index (priority->commitments, j);

      n_bullets += qtr_report_count_bullets (commitment->bullets, TRUE);
    }
  }

  return n_bullets;
}

static void
show_unplaced_cb (AdwToast *toast, QtrReport *report)
{
  QtrWindow *window = g_object_get_data (G_OBJECT (toast), "window");

  adw_dialog_present (qtr_unplaced_dialog_new (report), GTK_WIDGET (window));
}

static void
release_report (gpointer report, GClosure *closure)
{
  qtr_report_free (report);
}

/* The toast keeps the report, for whoever wants to see what was left over. */
static void
tell_result (QtrWindow *self, QtrReport *report)
{
  guint n_bullets = count_bullets (report);
  guint n_left = report->unplaced->len;
  g_autofree char *read = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u bullet imported", "%u bullets imported", n_bullets), n_bullets);
  g_autofree char *left = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u line without a place", "%u lines without a place", n_left), n_left);
  /* Translators: how much of a report was read, and how much was left over. */
  g_autofree char *both = n_left == 0 ? g_strdup (read) : g_strdup_printf (_ ("%s, %s"), read, left);
  AdwToast *toast = adw_toast_new (both);

  adw_toast_set_use_markup (toast, FALSE);
  g_object_set_data (G_OBJECT (toast), "window", self);
  if (n_left > 0) {
    adw_toast_set_button_label (toast, _ ("_Show"));
    adw_toast_set_timeout (toast, 0);
  }
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (show_unplaced_cb), report, release_report, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
take_over (Import *import)
{
  QtrWindow *self = import->window;
  gboolean first = self->document == NULL;
  g_autofree char *name = g_file_get_basename (import->file);
  /* Translators: a step of the history, with the name of the report's file. */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);

  if (first) {
    g_autoptr (QtrDocument) document = qtr_document_new (import->base, NULL);

    qtr_window_set_document (self, document);
  }
  if (import->plan == import->base)
    qtr_window_tell (self, _ ("The plan holds this report already"));
  else
    tell_result (self, g_steal_pointer (&import->report));
  qtr_document_commit (self->document, g_steal_pointer (&import->plan), label, NULL);
  qtr_window_show_quarter (self, import->quarter);
  if (first)
    qtr_window_go_to_first_page (self);
}

/* --- Which quarter --- */

typedef struct {
  QtrWindow *window;
  GFile *file;
  GtkEditable *entry;
} Question;

static gboolean
read_quarter (QtrWindow *self, GtkEditable *entry, QtrPeriod *quarter)
{
  g_autoptr (QtrPlan) plan = dup_plan (self);

  return qtr_period_parse (gtk_editable_get_text (entry), plan->first_month, quarter, NULL) &&
         quarter->unit == QTR_PERIOD_QUARTER;
}

static void
quarter_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (QtrWindow) self = question->window;
  g_autoptr (GFile) file = question->file;
  g_autoptr (GtkEditable) entry = question->entry;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  if (g_str_equal (response, "import") && read_quarter (self, entry, &quarter))
    start_import (self, file, quarter);
}

static void
quarter_typed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  QtrWindow *self = g_object_get_data (G_OBJECT (dialog), "window");
  QtrPeriod quarter = QTR_PERIOD_UNSET;

  adw_alert_dialog_set_response_enabled (dialog, "import", read_quarter (self, entry, &quarter));
}

/* Reports come quarter by quarter, so the one after the latest is the likely one. */
static void
propose_quarter (QtrWindow *self, GtkEditable *entry)
{
  g_autofree char *quarter = NULL;

  if (self->document == NULL)
    return;
  quarter = qtr_period_to_label (qtr_new_quarter_propose (qtr_document_get_plan (self->document)));
  gtk_editable_set_text (entry, quarter);
}

static void
ask_quarter (QtrWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *body = g_strdup_printf (_ ("“%s” does not say which quarter it is for."), name);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Which Quarter?"), body));
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (self);
  question->file = g_object_ref (file);
  question->entry = g_object_ref_sink (GTK_EDITABLE (entry));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Q3 2019/20"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Quarter"), -1);

  adw_alert_dialog_set_extra_child (dialog, entry);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "import", FALSE);
  adw_alert_dialog_set_default_response (dialog, "import");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), "window", self);
  g_signal_connect_object (entry, "changed", G_CALLBACK (quarter_typed_cb), dialog, 0);
  propose_quarter (self, GTK_EDITABLE (entry));
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, quarter_answered_cb, question);
}

/* --- The way --- */

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Import) import = user_data;
  QtrWindow *self = import->window;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    if (import->report != NULL && g_error_matches (error, QTR_ERROR, QTR_ERROR_USAGE))
      ask_quarter (self, import->file);
    else
      qtr_window_show_error (self, _ ("The Report Could Not Be Imported"), error->message);
    return;
  }
  /* Whoever wrote on meanwhile keeps it: the report goes into the plan as it is now. */
  if (self->document != NULL && qtr_document_get_plan (self->document) != import->base)
    start_import (self, import->file, import->quarter);
  else
    take_over (import);
}

static void
start_import (QtrWindow *self, GFile *file, QtrPeriod quarter)
{
  Import *import = make_import (self, file, quarter);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, imported_cb, import);

  g_task_set_source_tag (task, start_import);
  g_task_set_task_data (task, import, NULL);
  g_task_run_in_thread (task, import_thread);
}

void
qtr_window_import_file (QtrWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (self->document != NULL && !qtr_plan_check_format (qtr_document_get_plan (self->document), &error)) {
    qtr_window_show_error (self, _ ("The Report Cannot Be Imported"), error->message);
    return;
  }
  if (qtr_table_has_name (name)) {
    qtr_window_import_table (self, file);
    return;
  }
  start_import (self, file, QTR_PERIOD_UNSET);
}

static void
report_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    qtr_window_import_file (self, file);
}

void
qtr_window_import (QtrWindow *self)
{
  static const char *const suffixes[] = { "txt", "md",  "markdown", "odt", "docx",
                                          "csv", "tsv", "tab",      "ods", "xlsx" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) reports = gtk_file_filter_new ();

  gtk_file_filter_set_name (reports,
                            _ ("Reports (Text, Markdown, ODT, DOCX) and Tables (CSV, TSV, ODS, XLSX)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (reports, suffixes[i]);
  g_list_store_append (filters, reports);
  gtk_file_dialog_set_title (dialog, _ ("Import a Report or Table"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, report_chosen_cb, g_object_ref (self));
}
