/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/application.h"

#include <glib/gi18n-lib.h>

#include "ui/spelling/spelling.h"
#include "ui/ui-resource.h"
#include "ui/window/window.h"

struct _QtrApplication {
  AdwApplication parent_instance;

  /* Owned: what is ignored stays ignored until the last window is gone. */
  GSettings *settings;
  QtrSpelling *spelling;
};

G_DEFINE_FINAL_TYPE (QtrApplication, qtr_application, ADW_TYPE_APPLICATION)

static void
qtr_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (qtr_window_new (QTR_APPLICATION (application)));
  gtk_window_present (window);
}

/* A file that is open already is shown where it is, not opened a second time. */
static QtrWindow *
find_window (QtrApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    GFile *shown = QTR_IS_WINDOW (l->data) ? qtr_window_get_file (l->data) : NULL;

    if (shown != NULL && g_file_equal (shown, file))
      return l->data;
  }

  return NULL;
}

static void
qtr_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  QtrApplication *self = QTR_APPLICATION (application);

  for (int i = 0; i < n_files; i++) {
    QtrWindow *window = find_window (self, files[i]);

    if (window == NULL) {
      window = qtr_window_new (self);
      qtr_window_open (window, files[i]);
    }
    gtk_window_present (GTK_WINDOW (window));
  }
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
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (qtr_window_new (QTR_APPLICATION (user_data))));
}

/* Each window asks for itself what is to become of its changes; the program ends with the last of them. */
static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) window = QTR_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qtr_window_tell (window, _ ("The help could not be opened"));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:" GETTEXT_PACKAGE);

  if (QTR_IS_WINDOW (window))
    gtk_uri_launcher_launch (launcher, window, NULL, help_shown_cb, g_object_ref (window));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _ ("Quarterly"), "application-icon", QTR_APPLICATION_ID,
                "version", QTR_VERSION, "developer-name", _ ("The Quarterly founders"), "comments",
                _ ("Write quarterly updates against a plan"), "copyright", "© 2026 The Quarterly founders",
                "license-type", GTK_LICENSE_GPL_3_0, "translator-credits",
                /* Translators: your names, one a line. */
                _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, window == NULL ? NULL : GTK_WIDGET (window));
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct {
  const char *action;
  const char *keys[2];
} accelerators[] = {
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
};

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

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (self, accelerators[i].action, accelerators[i].keys);
  qtr_window_set_accelerators (self);
  gtk_window_set_default_icon_name (QTR_APPLICATION_ID);
  watch_spelling (QTR_APPLICATION (application));
}

static void
qtr_application_shutdown (GApplication *application)
{
  QtrApplication *self = QTR_APPLICATION (application);

  G_APPLICATION_CLASS (qtr_application_parent_class)->shutdown (application);
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
