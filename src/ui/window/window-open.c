/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "format/format.h"
#include "import/importer.h"
#include "import/table.h"
#include "store/file.h"
#include "ui/window/open-error.h"
#include "ui/window/recent-dialog.h"
#include "ui/window/recent-plans.h"
#include "ui/window/window-private.h"

#define EXAMPLE_PATH "/io/github/quarterly/Quarterly/example.quarterly"

static void
stop_opening (QtrWindow *self)
{
  g_clear_object (&self->opening);
  if (self->document == NULL)
    gtk_stack_set_visible_child_name (self->screens, "start");
}

static GtkWidget *
make_detail (const char *detail)
{
  GtkWidget *label = gtk_label_new (detail);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* To be copied with the mouse; the focus would select it all, as if that were what matters. */
  gtk_widget_set_focusable (label, FALSE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
show_open_error (QtrWindow *self, GFile *file, const GError *error)
{
  g_autofree char *detail = NULL;
  g_autofree char *words = qtr_open_error_describe (file, error, &detail);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Plan Could Not Be Opened"), words);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), make_detail (detail));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GFile) file = g_steal_pointer (&self->opening);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrDocument) document = qtr_document_load_finish (result, &error);

  /* What was left behind of the plan was opened meanwhile. */
  if (file == NULL)
    return;
  stop_opening (self);
  if (document == NULL) {
    show_open_error (self, file, error);
    return;
  }
  qtr_window_show_document (self, document);
  qtr_window_list_as_recent (document);
}

void
qtr_window_open (QtrWindow *self, GFile *file)
{
  g_return_if_fail (QTR_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (qtr_window_is_vacant (self));

  /* The start page would only flash up before the plan. */
  gtk_stack_set_visible_child_name (self->screens, "blank");
  self->opening = g_object_ref (file);
  qtr_window_restore_shape (self, file);
  qtr_document_load_async (file, NULL, loaded_cb, g_object_ref (self));
}

gboolean
qtr_window_is_vacant (QtrWindow *self)
{
  g_return_val_if_fail (QTR_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->opening == NULL;
}

void
qtr_window_list_as_recent (QtrDocument *document)
{
  g_autofree char *name = NULL;

  g_object_get (document, "name", &name, NULL);
  qtr_recent_plans_add (qtr_document_get_file (document), name);
}

void
qtr_window_open_example (QtrWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (EXAMPLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (QtrPlan) plan = bytes == NULL ? NULL : qtr_format_read (bytes, &error);
  g_autoptr (QtrDocument) document = plan == NULL ? NULL : qtr_document_new (plan, NULL);

  if (document == NULL)
    qtr_window_show_error (self, _ ("The Example Could Not Be Opened"), error->message);
  else
    qtr_window_show_document (self, document);
}

/* --- Plans and reports, from wherever they come --- */

static void
resolve_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, qtr_file_resolve (data), g_object_unref);
}

/* A plan that is open already is shown where it is, not opened a second time, by whichever link it is found.
 */
static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QtrWindow *self = QTR_WINDOW (source);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), NULL);
  QtrWindow *window = NULL;

  /* The window was closed meanwhile. */
  if (application == NULL)
    return;
  window = qtr_application_find_window (QTR_APPLICATION (application), file);
  if (window == NULL) {
    window = qtr_window_is_vacant (self) ? self : qtr_window_new (QTR_APPLICATION (application));
    qtr_window_open (window, file);
  }
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_plan (QtrWindow *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, resolved_cb, NULL);

  g_task_set_source_tag (task, open_plan);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, resolve_thread);
}

static void
offer_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) reports = user_data;
  g_autoptr (QtrWindow) self = QTR_WINDOW (g_object_steal_data (source, "window"));
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  for (guint i = 0; i < reports->len && g_str_equal (response, "import"); i++)
    qtr_window_import_file (self, g_ptr_array_index (reports, i));
}

static char *
describe_offer (QtrWindow *self, guint n_reports)
{
  g_autofree char *name = NULL;

  if (self->document == NULL)
    return g_strdup (g_dngettext (GETTEXT_PACKAGE,
                                  "It is a report, not a plan. A new plan is made out of it.",
                                  "They are reports, not plans. A new plan is made out of them.", n_reports));

  g_object_get (self->document, "name", &name, NULL);
  /* Translators: with a plan's title. */
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "It is a report, not a plan. What it says goes into “%s”, and can be undone.",
          "They are reports, not plans. What they say goes into “%s”, and can be undone.", n_reports),
      name);
}

static void
offer_import (QtrWindow *self, GPtrArray *reports)
{
  g_autofree char *name = g_file_get_basename (g_ptr_array_index (reports, 0));
  /* Translators: a heading; with the name of a report's file, or how many there are. */
  g_autofree char *heading = reports->len == 1
                                 ? g_strdup_printf (_ ("Import “%s”?"), name)
                                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u Report?",
                                                                 "Import %u Reports?", reports->len),
                                                    reports->len);
  g_autofree char *body = describe_offer (self, reports->len);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "import");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "window", g_object_ref (self), g_object_unref);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, offer_answered_cb, g_ptr_array_ref (reports));
}

static gboolean
is_report (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return qtr_importer_has_name (name);
}

static gboolean
is_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return qtr_table_has_name (name);
}

void
qtr_window_take_files (QtrWindow *self, GPtrArray *files)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (QTR_IS_WINDOW (self));

  for (guint i = 0; i < files->len; i++) {
    GFile *file = g_ptr_array_index (files, i);

    /* A table asks by itself what is to become of it. */
    if (is_table (file))
      qtr_window_import_file (self, file);
    else if (is_report (file))
      g_ptr_array_add (reports, g_object_ref (file));
    else
      open_plan (self, file);
  }
  if (reports->len == 0)
    return;
  gtk_window_present (GTK_WINDOW (self));
  offer_import (self, reports);
}

void
qtr_window_take_file (QtrWindow *self, GFile *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, file);
  qtr_window_take_files (self, files);
}

void
qtr_window_take_dropped (QtrWindow *self, GdkFileList *dropped)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GSList) list = gdk_file_list_get_files (dropped);

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  qtr_window_take_files (self, files);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    qtr_window_take_file (self, file);
}

void
qtr_window_choose_file (QtrWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = qtr_window_make_plan_dialog (_ ("Open a Plan"));

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}

void
qtr_window_choose_recent (QtrWindow *self)
{
  AdwDialog *dialog = qtr_recent_dialog_new ();

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (qtr_window_take_file), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
