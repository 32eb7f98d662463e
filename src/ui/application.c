/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/application.h"

#include <glib/gi18n-lib.h>

#include "ui/recovery/recovery-offer.h"
#include "ui/spelling/spelling.h"
#include "ui/ui-resource.h"
#include "ui/window/session.h"
#include "ui/window/state-file.h"
#include "ui/window/window.h"

struct _QtrApplication {
  AdwApplication parent_instance;

  /* Owned: what is ignored stays ignored until the last window is gone. */
  GSettings *settings;
  QtrSpelling *spelling;
  /* The files that were open when the user left; NULL: nobody leaves. */
  GPtrArray *leaving;
  /* Whether what was left behind has been looked for: once, when the program starts. */
  gboolean looked;
};

G_DEFINE_FINAL_TYPE (QtrApplication, qtr_application, ADW_TYPE_APPLICATION)

QtrWindow *
qtr_application_find_window (QtrApplication *self, GFile *file)
{
  g_return_val_if_fail (QTR_IS_APPLICATION (self), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    GFile *shown = QTR_IS_WINDOW (l->data) ? qtr_window_get_file (l->data) : NULL;

    if (shown != NULL && g_file_equal (shown, file))
      return l->data;
  }

  return NULL;
}

/* --- The session --- */

/* The window that was used last comes last, and so is on top when all are opened again in this order. */
static void
add_files_of_windows (QtrApplication *self, GPtrArray *files)
{
  for (GList *l = g_list_last (gtk_application_get_windows (GTK_APPLICATION (self))); l != NULL;
       l = l->prev) {
    GFile *file = QTR_IS_WINDOW (l->data) ? qtr_window_get_file (l->data) : NULL;

    if (file != NULL && !g_ptr_array_find_with_equal_func (files, file, (GEqualFunc) g_file_equal, NULL))
      g_ptr_array_add (files, g_object_ref (file));
  }
}

static void
save_session (QtrApplication *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  /* Whoever does not want it back does not want it written down either. */
  if (g_settings_get_boolean (self->settings, "restore-session")) {
    for (guint i = 0; self->leaving != NULL && i < self->leaving->len; i++)
      g_ptr_array_add (files, g_object_ref (g_ptr_array_index (self->leaving, i)));
    add_files_of_windows (self, files);
  }
  qtr_session_save (files);
}

static gboolean
restore_session (QtrApplication *self)
{
  g_autoptr (GPtrArray) files = NULL;

  if (!g_settings_get_boolean (self->settings, "restore-session"))
    return FALSE;

  files = qtr_session_load ();
  for (guint i = 0; i < files->len; i++) {
    QtrWindow *window = qtr_window_new (self);

    qtr_window_open (window, g_ptr_array_index (files, i));
    gtk_window_present (GTK_WINDOW (window));
  }
  return files->len > 0;
}

/* Each window asks for itself what is to become of its changes; the program ends with the last of them. */
void
qtr_application_quit (QtrApplication *self)
{
  g_autoptr (GList) windows = NULL;

  g_return_if_fail (QTR_IS_APPLICATION (self));

  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  add_files_of_windows (self, self->leaving);

  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

void
qtr_application_stay (QtrApplication *self)
{
  g_return_if_fail (QTR_IS_APPLICATION (self));

  g_clear_pointer (&self->leaving, g_ptr_array_unref);
}

void
qtr_application_leave (QtrApplication *self, QtrWindow *window)
{
  GList *windows = NULL;

  g_return_if_fail (QTR_IS_APPLICATION (self));

  windows = gtk_application_get_windows (GTK_APPLICATION (self));
  if (self->leaving != NULL || windows->next == NULL)
    save_session (self);
}

/* --- Beginning --- */

/* With the first window, whichever way it came. */
static void
look_for_unsaved_work (QtrApplication *self)
{
  if (self->looked)
    return;

  self->looked = TRUE;
  qtr_recovery_offer_start (self);
}

static void
qtr_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL || !restore_session (QTR_APPLICATION (application))) {
    if (window == NULL)
      window = GTK_WINDOW (qtr_window_new (QTR_APPLICATION (application)));
    gtk_window_present (window);
  }
  look_for_unsaved_work (QTR_APPLICATION (application));
}

static void
qtr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  QtrWindow *window = QTR_IS_WINDOW (active) ? QTR_WINDOW (active) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (all, files[i]);
  if (window == NULL)
    window = qtr_window_new (QTR_APPLICATION (application));
  /* A new one is seen only once it knows what it shows, and how large it was then. */
  qtr_window_take_files (window, all);
  look_for_unsaved_work (QTR_APPLICATION (application));
}

static gint
qtr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;

  g_print ("quarterly %s\n", QTR_VERSION);
  return 0;
}

static void
watch_spelling (QtrApplication *self)
{
  self->settings = g_settings_new (QTR_APPLICATION_ID);
  self->spelling = qtr_spelling_dup_default ();
  g_settings_bind (self->settings, "check-spelling", self->spelling, "enabled", G_SETTINGS_BIND_DEFAULT);
}

static void
qtr_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (qtr_application_parent_class)->startup (application);

  qtr_window_set_accelerators (self);
  gtk_window_set_default_icon_name (QTR_APPLICATION_ID);
  watch_spelling (QTR_APPLICATION (application));
}

static void
qtr_application_shutdown (GApplication *application)
{
  QtrApplication *self = QTR_APPLICATION (application);

  G_APPLICATION_CLASS (qtr_application_parent_class)->shutdown (application);
  qtr_state_file_finish ();
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  g_clear_object (&self->spelling);
  g_clear_object (&self->settings);
}

static void
qtr_application_class_init (QtrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  /* By a call, not by a constructor, which the linker would drop from a static library. */
  g_resources_register (qtr_ui_get_resource ());

  application_class->activate = qtr_application_activate;
  application_class->open = qtr_application_open;
  application_class->handle_local_options = qtr_application_handle_local_options;
  application_class->startup = qtr_application_startup;
  application_class->shutdown = qtr_application_shutdown;
}

static void
qtr_application_init (QtrApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

QtrApplication *
qtr_application_new (void)
{
  return g_object_new (QTR_TYPE_APPLICATION, "application-id", QTR_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/io/github/quarterly/Quarterly",
                       NULL);
}
