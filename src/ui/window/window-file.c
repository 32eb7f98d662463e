/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/window/window-private.h"

GtkFileDialog *
qtr_window_make_plan_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _ ("Plans"));
  gtk_file_filter_add_suffix (plans, "quarterly");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, plans);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/* --- Saving --- */

/* A plan's title is no file's name yet: what would lead to another folder or hide the file goes. */
char *
qtr_window_suggest_name (QtrWindow *self, const char *ending)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autofree char *name = g_strdup (plan->title == NULL ? _ ("New Plan") : plan->title);

  g_strdelimit (name, "/\\:", '-');
  g_strdelimit (name, "\n\t", ' ');
  return g_strconcat (name[0] == '.' ? "-" : "", name, ending, NULL);
}

/* Whoever does not save after all does not leave, neither this window nor the program. */
static void
stay (QtrWindow *self)
{
  self->closes = FALSE;
  qtr_application_stay (QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean closes = self->closes;

  self->closes = FALSE;
  if (!qtr_document_save_finish (QTR_DOCUMENT (source), result, &error)) {
    stay (self);
    qtr_window_show_error (self, _ ("The Plan Could Not Be Saved"), error->message);
    return;
  }
  qtr_window_list_as_recent (QTR_DOCUMENT (source));
  /* What was written meanwhile is asked about again. */
  if (closes)
    gtk_window_close (GTK_WINDOW (self));
}

static void
tell_unread (QtrWindow *self)
{
  guint n_unread = qtr_priority_page_count_unread (self->priority_page);
  g_autofree char *message = NULL;

  if (n_unread == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure could not be read, and was not saved",
                                          "%u figures could not be read, and were not saved", n_unread),
                             n_unread);
  qtr_window_tell (self, message);
}

static void
save_to (QtrWindow *self, GFile *file)
{
  tell_unread (self);
  qtr_document_save_async (self->document, file, NULL, saved_cb, g_object_ref (self));
}

static void
save_as_target (QtrWindow *self, GFile *file, gpointer data)
{
  if (file != NULL)
    save_to (self, file);
  else
    stay (self);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    qtr_window_complete_target (self, file, "quarterly", save_as_target, NULL);
  else
    stay (self);
}

void
qtr_window_save_as (QtrWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = qtr_window_make_plan_dialog (_ ("Save the Plan"));
  g_autofree char *name = qtr_window_suggest_name (self, ".quarterly");
  GFile *file = qtr_document_get_file (self->document);

  if (file != NULL)
    gtk_file_dialog_set_initial_file (dialog, file);
  else
    gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, place_chosen_cb, g_object_ref (self));
}

void
qtr_window_save (QtrWindow *self)
{
  if (qtr_document_get_file (self->document) == NULL)
    qtr_window_save_as (self);
  else
    save_to (self, NULL);
}

/* --- Closing --- */

static void
close_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard")) {
    qtr_window_leave (self);
    gtk_window_destroy (GTK_WINDOW (self));
  } else if (g_str_equal (response, "save")) {
    self->closes = TRUE;
    qtr_window_save (self);
  } else {
    stay (self);
  }
}

static void
ask_before_closing (QtrWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog = NULL;

  g_object_get (self->document, "name", &name, NULL);
  /* Translators: with the plan's name. */
  body =
      g_strdup_printf (_ ("“%s” has changes that are not saved. They are lost if you discard them."), name);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Save Changes?"), body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, close_answered_cb, g_object_ref (self));
}

/* An example in which nothing was done is nobody's work, though no file holds it. */
gboolean
qtr_window_has_work (QtrDocument *document)
{
  return qtr_document_get_modified (document) &&
         (qtr_document_get_file (document) != NULL || qtr_document_get_undo_label (document) != NULL);
}

gboolean
qtr_window_may_close (QtrWindow *self)
{
  if (self->document == NULL || !qtr_window_has_work (self->document))
    return TRUE;

  ask_before_closing (self);
  return FALSE;
}

void
qtr_window_leave (QtrWindow *self)
{
  qtr_window_remember_place (self);
  qtr_application_leave (QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self);
}
