/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-grid.h"
#include "ui/window/window-private.h"

#define METAINFO_PATH "/io/github/quarterly/Quarterly/metainfo.xml"

/* --- Help --- */

/* Where somebody is, and the page of the help that speaks of it. */
typedef struct {
  const char *place;
  const char *page;
} Topic;

static const Topic topics_of_pages[] = {
  { "changes", "changes" },    { "empty", "plan" }, { "measures", "measures" },
  { "front", "write-update" }, { "plan", "plan" },  { "priority", "write-update" },
};

static const Topic topics_of_inspector[] = {
  { "chart", "read-chart" },
  { "findings", "checks" },
};

static const char *
find_topic (const Topic *topics, guint n_topics, const char *place)
{
  for (guint i = 0; i < n_topics; i++)
    if (g_strcmp0 (topics[i].place, place) == 0)
      return topics[i].page;

  return NULL;
}

static gboolean
is_focus_in (QtrWindow *self, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (G_TYPE_CHECK_INSTANCE_TYPE (focus, type) || gtk_widget_get_ancestor (focus, type));
}

/* Returns NULL where the overview is all there is to show. */
static const char *
choose_topic (QtrWindow *self)
{
  if (self->document == NULL)
    return NULL;
  if (is_focus_in (self, QTR_TYPE_INSPECTOR))
    return find_topic (topics_of_inspector, G_N_ELEMENTS (topics_of_inspector),
                       qtr_inspector_get_page (self->inspector));
  if (is_focus_in (self, QTR_TYPE_FIGURES_GRID))
    return "add-figures";

  return find_topic (topics_of_pages, G_N_ELEMENTS (topics_of_pages),
                     gtk_stack_get_visible_child_name (self->places));
}

static void
help_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrWindow) self = QTR_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    qtr_window_tell (self, _ ("The help could not be opened"));
}

void
qtr_window_show_help (QtrWindow *self)
{
  const char *topic = choose_topic (self);
  g_autofree char *uri = topic == NULL ? g_strdup ("help:" GETTEXT_PACKAGE)
                                       : g_strdup_printf ("help:" GETTEXT_PACKAGE "/%s", topic);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (self), NULL, help_shown_cb, g_object_ref (self));
}

/* --- About --- */

void
qtr_window_show_about (QtrWindow *self)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata (METAINFO_PATH, NULL);

  g_object_set (dialog, "version", QTR_VERSION, "copyright", "© 2026 The Quarterly founders",
                "translator-credits",
                /* Translators: your names, one a line. */
                _ ("translator-credits"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}
