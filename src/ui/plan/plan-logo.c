/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-logo.h"

#include <glib/gi18n-lib.h>

#include "model/logo.h"

struct _QtrPlanLogo {
  AdwPreferencesGroup parent_instance;

  /* Owned. */
  char *shown;
  GCancellable *cancellable;

  gboolean refreshing;

  /* Template children. */
  GtkWidget *frame;
  GtkPicture *picture;
  AdwEntryRow *text;
  AdwButtonRow *choose;
};

G_DEFINE_FINAL_TYPE (QtrPlanLogo, qtr_plan_logo, ADW_TYPE_PREFERENCES_GROUP)

enum {
  SIGNAL_CHOSEN,
  SIGNAL_REMOVED,
  SIGNAL_WORDED,
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tell (QtrPlanLogo *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, error->message);
}

/* --- The picture --- */

static void
decode_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = qtr_logo_get_bytes (data, NULL);
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (bytes, &error);

  if (texture == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, texture, g_object_unref);
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  QtrPlanLogo *self = QTR_PLAN_LOGO (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  if (texture == NULL)
    g_signal_emit (self, signals[SIGNAL_TOLD], 0, _ ("The logo cannot be shown; choose another picture"));
}

/* A picture may take longer to read than a frame has time. */
static void
decode (QtrPlanLogo *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, decoded_cb, NULL);
  g_task_set_task_data (task, g_strdup (self->shown), g_free);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
show_logo (QtrPlanLogo *self, const char *logo)
{
  gboolean has_logo = logo != NULL;

  if (!g_set_str (&self->shown, logo))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (self->frame, has_logo);
  gtk_widget_set_visible (GTK_WIDGET (self->text), has_logo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "logo.remove", has_logo);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choose),
                                 has_logo ? _ ("Choose _Another Picture…") : _ ("Choose a _Picture…"));
  if (has_logo)
    decode (self);
}

static void
show_text (QtrPlanLogo *self, const char *text)
{
  self->refreshing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->refreshing = FALSE;
  gtk_picture_set_alternative_text (self->picture,
                                    *text == '\0' ? _ ("Logo without alternative text") : text);
}

void
qtr_plan_logo_show (QtrPlanLogo *self, const char *logo, const char *text)
{
  g_return_if_fail (QTR_IS_PLAN_LOGO (self));

  show_logo (self, logo);
  show_text (self, text == NULL ? "" : text);
}

/* --- Another one --- */

/* Of a file that is too large no more is read than shows it. */
static gboolean
read_on_cb (const char *contents, goffset size, gpointer data)
{
  return size <= QTR_LOGO_SIZE_MAX;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QtrPlanLogo) self = QTR_PLAN_LOGO (data);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize size = 0;

  if (!g_file_load_partial_contents_finish (G_FILE (source), result, &contents, &size, NULL, &error)) {
    tell (self, error);
    return;
  }

  bytes = g_bytes_new_take (contents, size);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, bytes);
}

static void
take_file (QtrPlanLogo *self, GFile *file)
{
  /* Both functions get the same data; the last of them lets it go. */
  g_file_load_partial_contents_async (file, NULL, read_on_cb, loaded_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (QtrPlanLogo) self = QTR_PLAN_LOGO (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    take_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell (self, error);
}

static GListModel *
make_filters (void)
{
  static const char *const media_types[] = { "image/png", "image/jpeg", "image/svg+xml" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("PNG, JPEG and SVG Pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (media_types); i++)
    gtk_file_filter_add_mime_type (pictures, media_types[i]);
  g_list_store_append (filters, pictures);
  return G_LIST_MODEL (filters);
}

static void
choose_cb (GtkWidget *self, const char *action, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Logo"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (self)), NULL, file_chosen_cb,
                        g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, QtrPlanLogo *self)
{
  GSList *files = g_value_get_boxed (value);

  g_assert (QTR_IS_PLAN_LOGO (self));

  if (files == NULL)
    return FALSE;

  take_file (self, files->data);
  return TRUE;
}

static void
remove_cb (GtkWidget *self, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (QTR_PLAN_LOGO (self)->choose));
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
text_changed_cb (QtrPlanLogo *self)
{
  if (!self->refreshing)
    g_signal_emit (self, signals[SIGNAL_WORDED], 0, gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

/* --- The object --- */

static void
qtr_plan_logo_dispose (GObject *object)
{
  QtrPlanLogo *self = QTR_PLAN_LOGO (object);

  self->refreshing = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PLAN_LOGO);

  G_OBJECT_CLASS (qtr_plan_logo_parent_class)->dispose (object);
}

static void
qtr_plan_logo_finalize (GObject *object)
{
  g_free (QTR_PLAN_LOGO (object)->shown);

  G_OBJECT_CLASS (qtr_plan_logo_parent_class)->finalize (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_PLAN_LOGO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BYTES);
  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", QTR_TYPE_PLAN_LOGO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WORDED] = g_signal_new ("worded", QTR_TYPE_PLAN_LOGO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TOLD] = g_signal_new ("told", QTR_TYPE_PLAN_LOGO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qtr_plan_logo_class_init (QtrPlanLogoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_plan_logo_dispose;
  object_class->finalize = qtr_plan_logo_finalize;

  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/plan-logo.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPlanLogo, frame);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanLogo, picture);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanLogo, text);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanLogo, choose);
  gtk_widget_class_install_action (widget_class, "logo.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "logo.remove", NULL, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
qtr_plan_logo_init (QtrPlanLogo *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "logo.remove", FALSE);
  /* The window undoes. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
