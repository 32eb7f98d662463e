/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "store/file.h"
#include "ui/window/open-error.h"
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

/* A save under way; @file is %NULL if it goes where the plan came from. */
typedef struct {
  QtrWindow *window;
  GFile *file;
} Saving;

static Saving *
new_saving (QtrWindow *self, GFile *file)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  g_set_object (&saving->file, file);
  return saving;
}

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->window);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static GFile *
get_target (const Saving *saving)
{
  return saving->file != NULL ? saving->file : qtr_document_get_file (saving->window->document);
}

static void saved_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
start (Saving *saving)
{
  qtr_document_save_async (saving->window->document, saving->file, NULL, saved_cb, saving);
}

/* --- Locks that others left --- */

static void
break_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (qtr_file_break_lock (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
broken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    start (g_steal_pointer (&saving));
  else
    qtr_window_show_error (saving->window, _ ("The Lock Could Not Be Removed"), error->message);
}

static void
lock_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GTask) task = NULL;

  if (!g_str_equal (response, "remove"))
    return;
  task = g_task_new (NULL, NULL, broken_cb, saving);
  g_task_set_source_tag (task, lock_answered_cb);
  g_task_set_task_data (task, g_object_ref (get_target (saving)), g_object_unref);
  g_steal_pointer (&saving);
  g_task_run_in_thread (task, break_thread);
}

/* Whether somebody is still at it there, only people can find out. */
static void
ask_about_lock (Saving *saving, const GError *error)
{
  /* Translators: with a sentence that names the host, the process and since when. */
  g_autofree char *body = g_strdup_printf (
      _ ("Somebody on another computer is writing this plan, or a program there ended before it was done. If you "
         "remove the lock while somebody is writing, what they write may be lost.\n\n%s"),
      qtr_open_error_get_reason (get_target (saving), error));
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("The Plan Is Locked"), body));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove Lock and Save"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (saving->window), NULL, lock_answered_cb, saving);
}

/* --- Saving, from beginning to end --- */

static void
show_failure (Saving *failed, const GError *error)
{
  g_autoptr (Saving) saving = failed;

  stay (saving->window);
  if (g_error_matches (error, QTR_ERROR, QTR_ERROR_LOCKED))
    ask_about_lock (g_steal_pointer (&saving), error);
  else if (g_error_matches (error, QTR_ERROR, QTR_ERROR_CONFLICT))
    qtr_window_show_error (saving->window, _ ("Somebody Else Changed the Plan"), error->message);
  else
    qtr_window_show_error (saving->window, _ ("The Plan Could Not Be Saved"), error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  QtrWindow *self = saving->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  gboolean closes = self->closes;
  gboolean done = qtr_document_save_finish (QTR_DOCUMENT (source), result, &notice, &error);

  self->closes = FALSE;
  if (notice != NULL)
    qtr_window_tell (self, notice);
  if (!done) {
    show_failure (g_steal_pointer (&saving), error);
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
  guint n_unread = qtr_priority_page_count_unread (self->priority_page) +
                   qtr_measures_page_count_unread (self->measures_page);
  g_autofree char *message = NULL;

  if (n_unread == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure could not be read, and was not saved",
                                          "%u figures could not be read, and were not saved", n_unread),
                             n_unread);
  qtr_window_tell (self, message);
}

/* Two windows are not to write one file. */
static gboolean
is_open_elsewhere (QtrWindow *self, GFile *file)
{
  QtrApplication *application = QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autoptr (GFile) target = qtr_file_resolve (file);
  QtrWindow *other = qtr_application_find_window (application, target);

  return other != NULL && other != self;
}

static void
save_to (QtrWindow *self, GFile *file)
{
  tell_unread (self);
  if (file == NULL || !is_open_elsewhere (self, file)) {
    start (new_saving (self, file));
    return;
  }

  stay (self);
  qtr_window_show_error (
      self, _ ("The Plan Could Not Be Saved"),
      _ ("The file of that name is open in another window. Close it there, or choose another "
         "name."));
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

gboolean
qtr_window_may_close (QtrWindow *self)
{
  if (self->document == NULL || !qtr_recovery_has_work (self->document))
    return TRUE;

  ask_before_closing (self);
  return FALSE;
}

void
qtr_window_leave (QtrWindow *self)
{
  qtr_window_remember_place (self);
  qtr_window_discard_recovery (self);
  qtr_application_leave (QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self);
}
