/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/recent-dialog.h"

#include "ui/window/recent-list.h"

struct _QtrRecentDialog {
  AdwDialog parent_instance;

  /* Template children. */
  GtkStack *stack;
  QtrRecentList *list;
};

G_DEFINE_FINAL_TYPE (QtrRecentDialog, qtr_recent_dialog, ADW_TYPE_DIALOG)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
chosen_cb (QtrRecentDialog *self, GFile *file)
{
  g_autoptr (GFile) chosen = g_object_ref (file);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

/* The last row may be removed while the dialog is open. */
static void
list_shown_cb (QtrRecentDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack,
                                    gtk_widget_get_visible (GTK_WIDGET (self->list)) ? "list" : "empty");
}

static void
qtr_recent_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_RECENT_DIALOG);

  G_OBJECT_CLASS (qtr_recent_dialog_parent_class)->dispose (object);
}

static void
qtr_recent_dialog_class_init (QtrRecentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_recent_dialog_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_RECENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (QTR_TYPE_RECENT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/recent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrRecentDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrRecentDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_shown_cb);
}

static void
qtr_recent_dialog_init (QtrRecentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qtr_recent_list_refresh (self->list);
  list_shown_cb (self);
}

AdwDialog *
qtr_recent_dialog_new (void)
{
  return g_object_new (QTR_TYPE_RECENT_DIALOG, NULL);
}
