/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-wording-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/plan/entry-error.h"

struct _QtrPlanWordingDialog {
  AdwDialog parent_instance;

  /* Owned. */
  gpointer data;
  GDestroyNotify destroy;

  QtrPlanApply apply;

  /* Template children. */
  AdwEntryRow *lead;
  GtkTextBuffer *buffer;
  GtkWidget *text;
  GtkWidget *choice;
  GtkCheckButton *anew;
  AdwEntryRow *quarter;
  GtkLabel *message;
  GtkButton *accept;
};

G_DEFINE_FINAL_TYPE (QtrPlanWordingDialog, qtr_plan_wording_dialog, ADW_TYPE_DIALOG)

/* A promise is one paragraph, however it was pasted. */
static char *
get_text (QtrPlanWordingDialog *self)
{
  GtkTextIter start;
  GtkTextIter end;
  char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  g_strdelimit (text, "\n\r\t", ' ');
  return g_strstrip (text);
}

static char *
get_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
show_error (QtrPlanWordingDialog *self, guint wrong, const char *message)
{
  if (wrong != QTR_PLAN_WORDING_TEXT) {
    qtr_entry_row_set_error (wrong == QTR_PLAN_WORDING_LEAD ? self->lead : self->quarter, self->message,
                             message);
    return;
  }
  gtk_label_set_label (self->message, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message,
                                  -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->text), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_widget_grab_focus (self->text);
}

static void
clear_errors_cb (QtrPlanWordingDialog *self)
{
  qtr_entry_row_set_error (self->lead, self->message, NULL);
  qtr_entry_row_set_error (self->quarter, self->message, NULL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
accept_cb (QtrPlanWordingDialog *self)
{
  g_autofree char *lead = get_entry (self->lead);
  g_autofree char *text = get_text (self);
  g_autofree char *quarter = get_entry (self->quarter);
  const char *anew = gtk_check_button_get_active (self->anew) ? "anew" : NULL;
  const char *const values[QTR_N_PLAN_WORDING_FIELDS] = { lead, text, quarter, anew };
  g_autoptr (GError) error = NULL;
  guint wrong = 0;

  clear_errors_cb (self);
  if (self->apply (values, &wrong, self->data, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    show_error (self, wrong, error->message);
}

static void
cancel_cb (QtrPlanWordingDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
qtr_plan_wording_dialog_dispose (GObject *object)
{
  QtrPlanWordingDialog *self = QTR_PLAN_WORDING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PLAN_WORDING_DIALOG);
  if (self->destroy != NULL)
    self->destroy (g_steal_pointer (&self->data));
  self->destroy = NULL;

  G_OBJECT_CLASS (qtr_plan_wording_dialog_parent_class)->dispose (object);
}

static void
qtr_plan_wording_dialog_class_init (QtrPlanWordingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_plan_wording_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/plan-wording-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, lead);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, text);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, anew);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, quarter);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, message);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanWordingDialog, accept);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_errors_cb);
}

static void
qtr_plan_wording_dialog_init (QtrPlanWordingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A new commitment has no wording to correct: its quarter is the first in which it holds. */
static void
ask_for_new (QtrPlanWordingDialog *self)
{
  gtk_widget_set_visible (self->choice, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->quarter), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->quarter), _ ("First Quarter (Optional)"));
  adw_dialog_set_title (ADW_DIALOG (self), _ ("New Commitment"));
  gtk_button_set_label (self->accept, _ ("_Add"));
}

AdwDialog *
qtr_plan_wording_dialog_new (const char *lead, const char *text, const char *quarter, QtrPlanApply apply,
                             gpointer data, GDestroyNotify destroy)
{
  QtrPlanWordingDialog *self = g_object_new (QTR_TYPE_PLAN_WORDING_DIALOG, NULL);

  self->apply = apply;
  self->data = data;
  self->destroy = destroy;
  gtk_editable_set_text (GTK_EDITABLE (self->lead), lead == NULL ? "" : lead);
  gtk_text_buffer_set_text (self->buffer, text == NULL ? "" : text, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->quarter), quarter == NULL ? "" : quarter);
  if (text == NULL)
    ask_for_new (self);
  return ADW_DIALOG (self);
}
