/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/nil-return.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/bullets/text-sheet.h"

struct _QtrNilReturn {
  AdwBin parent_instance;

  gboolean refreshing;

  /* Template children. */
  GtkTextView *reason;
  GtkWidget *hint;
  GtkLabel *hint_label;
};

G_DEFINE_FINAL_TYPE (QtrNilReturn, qtr_nil_return, ADW_TYPE_BIN)

enum {
  SIGNAL_REASON_CHANGED,
  SIGNAL_WITHDRAWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What was typed, or %NULL where it says nothing. */
static char *
read_reason (QtrNilReturn *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  g_autofree char *text = NULL;
  g_autofree char *stripped = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_iter_get_slice (&start, &end);
  stripped = g_strstrip (g_strdup (text));
  return *stripped == '\0' ? NULL : g_steal_pointer (&text);
}

/* What is missing is said at the field, and of the field. */
static void
refresh_hint (QtrNilReturn *self, const char *reason)
{
  gtk_widget_set_visible (self->hint, reason == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason == NULL ? gtk_label_get_label (self->hint_label) : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_STATE_INVALID,
                               reason == NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
qtr_nil_return_set_reason (QtrNilReturn *self, const char *reason)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (QTR_IS_NIL_RETURN (self));

  shown = read_reason (self);
  if (g_strcmp0 (shown, reason) == 0)
    return;

  self->refreshing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), reason == NULL ? "" : reason, -1);
  self->refreshing = FALSE;
  refresh_hint (self, reason);
}

void
qtr_nil_return_set_commitment (QtrNilReturn *self, const char *text)
{
  g_autofree char *label = NULL;

  g_return_if_fail (QTR_IS_NIL_RETURN (self));

  /* Translators: the name of a field, with the text of a commitment of the plan. */
  label = g_strdup_printf (_ ("Reason for the nil return: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
qtr_nil_return_start_writing (QtrNilReturn *self)
{
  g_return_if_fail (QTR_IS_NIL_RETURN (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
changed_cb (QtrNilReturn *self)
{
  g_autofree char *reason = NULL;

  if (self->refreshing)
    return;

  reason = read_reason (self);
  refresh_hint (self, reason);
  g_signal_emit (self, signals[SIGNAL_REASON_CHANGED], 0, reason);
}

/* A reason is one paragraph: where a line would end, there is a space. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int length, QtrNilReturn *self)
{
  g_autofree char *line = g_strndup (text, length);

  g_assert (QTR_IS_NIL_RETURN (self));

  if (self->refreshing || strpbrk (line, "\r\n") == NULL)
    return;

  g_strdelimit (line, "\r\n", ' ');
  g_signal_stop_emission_by_name (buffer, "insert-text");
  gtk_text_buffer_insert (buffer, iter, line, -1);
}

/* Enter ends the reason, as it ends the entry of a form. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                gpointer user_data)
{
  GtkWidget *reason = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (reason)), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
withdraw_cb (QtrNilReturn *self)
{
  g_signal_emit (self, signals[SIGNAL_WITHDRAWN], 0);
}

static void
qtr_nil_return_dispose (GObject *object)
{
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_NIL_RETURN);

  G_OBJECT_CLASS (qtr_nil_return_parent_class)->dispose (object);
}

static void
qtr_nil_return_class_init (QtrNilReturnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_nil_return_dispose;

  signals[SIGNAL_REASON_CHANGED] = g_signal_new ("reason-changed", QTR_TYPE_NIL_RETURN, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WITHDRAWN] =
      g_signal_new ("withdrawn", QTR_TYPE_NIL_RETURN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QTR_TYPE_TEXT_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/nil-return.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrNilReturn, reason);
  gtk_widget_class_bind_template_child (widget_class, QtrNilReturn, hint);
  gtk_widget_class_bind_template_child (widget_class, QtrNilReturn, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdraw_cb);
}

static void
qtr_nil_return_init (QtrNilReturn *self)
{
  GtkTextBuffer *buffer = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->reason);
  /* The window undoes; a history of the field would only know of the field. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh_hint (self, NULL);
}
