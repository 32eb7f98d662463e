/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/both-dialog.h"

struct _QtrBothDialog {
  AdwDialog parent_instance;

  /* Template children. */
  GtkTextBuffer *buffer;
  GtkTextView *text;
};

G_DEFINE_FINAL_TYPE (QtrBothDialog, qtr_both_dialog, ADW_TYPE_DIALOG)

enum {
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cancel_cb (QtrBothDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* A text is one paragraph. */
static void
accept_cb (QtrBothDialog *self)
{
  /* Closing may be the end of it. */
  g_autoptr (QtrBothDialog) kept = g_object_ref (self);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_strdelimit (text, "\n\r\t", ' ');
  g_strstrip (text);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, text);
}

static void
qtr_both_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_BOTH_DIALOG);

  G_OBJECT_CLASS (qtr_both_dialog_parent_class)->dispose (object);
}

static void
qtr_both_dialog_class_init (QtrBothDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_both_dialog_dispose;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", QTR_TYPE_BOTH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/changes/both-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrBothDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, QtrBothDialog, text);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
qtr_both_dialog_init (QtrBothDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
qtr_both_dialog_new (const char *text)
{
  QtrBothDialog *self = g_object_new (QTR_TYPE_BOTH_DIALOG, NULL);
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  return ADW_DIALOG (self);
}
