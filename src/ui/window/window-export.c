/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/exporter.h"
#include "export/gate.h"
#include "model/sign-off.h"
#include "store/file.h"
#include "store/signature.h"
#include "ui/window/window-private.h"

typedef struct {
  QtrWindow *window;
  gboolean draft;
} Export;

static void
free_export (Export *export)
{
  g_object_unref (export->window);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, free_export)

/* --- Writing --- */

typedef struct {
  GFile *file;
  GBytes *bytes;
} Output;

static void
free_output (gpointer data)
{
  Output *output = data;

  g_object_unref (output->file);
  g_bytes_unref (output->bytes);
  g_free (output);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Output *output = data;
  GError *error = NULL;

  if (qtr_file_write_bytes (output->file, output->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
open_result_cb (AdwToast *toast, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, g_object_get_data (G_OBJECT (toast), "window"), NULL, NULL, NULL);
}

static void
release_file (gpointer file, GClosure *closure)
{
  g_object_unref (file);
}

static void
tell_result (QtrWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *message = g_strdup_printf (_ ("Exported as %s"), name);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_result_cb), g_object_ref (file),
                         release_file, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  Output *output = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    tell_result (self, output->file);
  else
    qtr_window_show_error (self, _ ("The Update Could Not Be Exported"), error->message);
}

static void
write_file (QtrWindow *self, GFile *file, GBytes *bytes)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));
  Output *output = g_new0 (Output, 1);

  output->file = g_object_ref (file);
  output->bytes = g_bytes_ref (bytes);
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, output, free_output);
  g_task_run_in_thread (task, write_thread);
}

/* --- Where to --- */

/* Another writer's ending is what somebody typed, or the filter that was chosen. */
static const char *
choose_extension (GtkFileDialog *dialog)
{
  GtkFileFilter *chosen = gtk_file_dialog_get_default_filter (dialog);
  guint n_exporters = 0;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; chosen != NULL && i < n_exporters; i++)
    if (g_strcmp0 (gtk_file_filter_get_name (chosen), exporters[i]->name) == 0)
      return exporters[i]->extension;

  return exporters[0]->extension;
}

static GPtrArray *
ask_sign_offs (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);

  return update == NULL ? NULL : qtr_sign_offs_verify (plan, update->record.id, qtr_signature_ask);
}

static void
export_to_target (QtrWindow *self, GFile *file, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);
  const char *point = name == NULL ? NULL : strrchr (name, '.');
  QtrPublicationOptions options = { export->draft, NULL, self->findings };
  g_autoptr (GPtrArray) sign_offs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    return;
  /* A key ring is asked only where a key signed. */
  options.sign_offs = sign_offs = ask_sign_offs (self);
  bytes = qtr_export (qtr_document_get_plan (self->document), self->quarter, point == NULL ? "" : point + 1,
                      &options, &error);
  if (bytes == NULL) {
    g_autofree char *message = g_strdup_printf ("%s: %s", name, error->message);

    qtr_window_show_error (self, _ ("The Update Could Not Be Exported"), message);
  } else {
    write_file (self, file, bytes);
  }
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  QtrWindow *self = export->window;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (dialog, result, NULL);

  if (file != NULL)
    qtr_window_complete_target (self, file, choose_extension (dialog), export_to_target,
                                g_steal_pointer (&export));
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  guint n_exporters = 0;
  const QtrExporter *const *exporters = qtr_exporter_list (&n_exporters);

  for (guint i = 0; i < n_exporters; i++) {
    g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

    gtk_file_filter_set_name (filter, exporters[i]->name);
    gtk_file_filter_add_suffix (filter, exporters[i]->extension);
    g_list_store_append (filters, filter);
  }

  return G_LIST_MODEL (filters);
}

static void
choose_file (QtrWindow *self, gboolean draft)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();
  g_autofree char *quarter = qtr_period_to_string (self->quarter);
  g_autofree char *ending = g_strdup_printf (" %s.%s", quarter, qtr_html_exporter.extension);
  g_autofree char *name = qtr_window_suggest_name (self, ending);
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->draft = draft;
  gtk_file_dialog_set_title (dialog, draft ? _ ("Export a Draft") : _ ("Export the Update"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, export);
}

/* --- Whether --- */

static void
refusal_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "draft"))
    choose_file (self, TRUE);
  else if (g_str_equal (response, "findings"))
    qtr_window_show_findings (self);
}

static void
refuse (QtrWindow *self, guint n_errors)
{
  g_autofree char *reason = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "%u error stands open. Put it right first, or save a draft, which says so on every page.",
          "%u errors stand open. Put them right first, or save a draft, which says so on every page.",
          n_errors),
      n_errors);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Not Ready to Be Published"), reason));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "findings", _ ("Show _Findings"), "draft",
                                  _ ("Save _Draft Instead"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "draft", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "draft");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, refusal_answered_cb, g_object_ref (self));
}

void
qtr_window_export (QtrWindow *self)
{
  g_autoptr (GPtrArray) errors = NULL;

  /* What was typed a moment ago counts, too. */
  qtr_window_check_now (self);
  errors = qtr_gate_list (self->findings);
  if (errors->len == 0)
    choose_file (self, FALSE);
  else
    refuse (self, errors->len);
}

void
qtr_window_export_draft (QtrWindow *self)
{
  qtr_window_check_now (self);
  choose_file (self, TRUE);
}
