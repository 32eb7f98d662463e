/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/recent-row.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_A_WEEK 7

struct _QtrRecentRow {
  AdwActionRow parent_instance;

  /* Owned. */
  GFile *file;
  GCancellable *cancellable;

  /* Template children. */
  GtkButton *remove_button;
};

G_DEFINE_FINAL_TYPE (QtrRecentRow, qtr_recent_row, ADW_TYPE_ACTION_ROW)

enum {
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GDate *
get_day (GDateTime *time)
{
  int year = 0;
  int month = 0;
  int day = 0;

  g_date_time_get_ymd (time, &year, &month, &day);
  return g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* Midnights, not hours: yesterday evening was yesterday. */
static int
count_days (GDateTime *from, GDateTime *until)
{
  g_autoptr (GDate) first = get_day (from);
  g_autoptr (GDate) last = get_day (until);

  return g_date_days_between (first, last);
}

char *
qtr_recent_row_describe_time (gint64 used, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (used / G_USEC_PER_SEC);
  g_autoptr (GDateTime) then =
      utc == NULL ? NULL : g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  int n_days = then == NULL ? -1 : count_days (then, now);

  if (n_days < 0)
    return g_strdup ("");
  if (n_days == 0)
    return g_strdup (_ ("Today"));
  if (n_days == 1)
    return g_strdup (_ ("Yesterday"));
  if (n_days < DAYS_OF_A_WEEK)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago", (gulong) n_days),
                            n_days);

  /* Translators: the day on which a plan was open, for g_date_time_format (): 9 November 2026. */
  return g_date_time_format (then, _ ("%-e %B %Y"));
}

/* The home folder as people write it, which is short. */
static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below = folder == NULL ? NULL : g_file_get_relative_path (home, folder);

  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup ("~");

  return below == NULL ? g_file_get_parse_name (folder) : g_strconcat ("~/", below, NULL);
}

static void
show_missing (QtrRecentRow *self)
{
  g_autofree char *folder = describe_folder (self->file);
  /* Translators: of a file that was open not long ago; with its folder. */
  g_autofree char *subtitle = g_strdup_printf (_ ("No longer in %s"), folder);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrRecentRow) self = QTR_RECENT_ROW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_missing (self);
}

static void
remove_clicked_cb (QtrRecentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
qtr_recent_row_dispose (GObject *object)
{
  QtrRecentRow *self = QTR_RECENT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_RECENT_ROW);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (qtr_recent_row_parent_class)->dispose (object);
}

static void
qtr_recent_row_class_init (QtrRecentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_recent_row_dispose;

  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", QTR_TYPE_RECENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/recent-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrRecentRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
qtr_recent_row_init (QtrRecentRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_plan (QtrRecentRow *self, const QtrRecentPlan *plan)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *folder = describe_folder (plan->file);
  g_autofree char *when = qtr_recent_row_describe_time (plan->used, now);
  /* Translators: where a plan lies and when it was open last. */
  g_autofree char *subtitle =
      when[0] == '\0' ? g_strdup (folder) : g_strdup_printf (_ ("%s · %s"), folder, when);
  /* Translators: a button, with a plan's title. */
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s” from the List"), plan->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), plan->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

GtkWidget *
qtr_recent_row_new (const QtrRecentPlan *plan)
{
  QtrRecentRow *self = g_object_new (QTR_TYPE_RECENT_ROW, NULL);

  self->file = g_object_ref (plan->file);
  show_plan (self, plan);
  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, queried_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

GFile *
qtr_recent_row_get_file (QtrRecentRow *self)
{
  g_return_val_if_fail (QTR_IS_RECENT_ROW (self), NULL);

  return self->file;
}
