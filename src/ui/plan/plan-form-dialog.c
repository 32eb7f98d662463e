/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-form-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/plan/entry-error.h"
#include "ui/update/choice-popover.h"

struct _QtrPlanFormDialog {
  AdwDialog parent_instance;

  /* Owned. */
  gpointer data;
  GDestroyNotify destroy;

  QtrPlanApply apply;

  /* Template children. */
  AdwPreferencesGroup *group;
  GtkLabel *message;
  GtkButton *accept;
  AdwEntryRow *rows[QTR_PLAN_FORM_FIELDS_MAX];
};

G_DEFINE_FINAL_TYPE (QtrPlanFormDialog, qtr_plan_form_dialog, ADW_TYPE_DIALOG)

static void
accept_cb (QtrPlanFormDialog *self)
{
  g_autofree char *first = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[0]))));
  g_autofree char *second = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[1]))));
  g_autofree char *third = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[2]))));
  const char *const values[] = { first, second, third };
  g_autoptr (GError) error = NULL;
  guint wrong = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    qtr_entry_row_set_error (self->rows[i], self->message, NULL);
  if (self->apply (values, &wrong, self->data, &error))
    adw_dialog_close (ADW_DIALOG (self));
  else
    qtr_entry_row_set_error (self->rows[wrong], self->message, error->message);
}

static void
cancel_cb (QtrPlanFormDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
row_changed_cb (QtrPlanFormDialog *self, AdwEntryRow *row)
{
  qtr_entry_row_set_error (row, self->message, NULL);
}

static void
qtr_plan_form_dialog_dispose (GObject *object)
{
  QtrPlanFormDialog *self = QTR_PLAN_FORM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PLAN_FORM_DIALOG);
  if (self->destroy != NULL)
    self->destroy (g_steal_pointer (&self->data));
  self->destroy = NULL;

  G_OBJECT_CLASS (qtr_plan_form_dialog_parent_class)->dispose (object);
}

static void
qtr_plan_form_dialog_class_init (QtrPlanFormDialogClass *klass)
{
  static const char *const rows[] = { "first", "second", "third" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_plan_form_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/plan-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPlanFormDialog, group);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanFormDialog, message);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanFormDialog, accept);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_bind_template_child_full (widget_class, rows[i], FALSE,
                                               G_STRUCT_OFFSET (QtrPlanFormDialog, rows) +
                                                   (gssize) (i * sizeof (AdwEntryRow *)));
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
qtr_plan_form_dialog_init (QtrPlanFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
chosen_cb (QtrChoicePopover *popover, const char *value, AdwEntryRow *row)
{
  g_assert (ADW_IS_ENTRY_ROW (row));

  gtk_editable_set_text (GTK_EDITABLE (row), value);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_choices (AdwEntryRow *row, const QtrPlanField *field)
{
  GtkWidget *popover = qtr_choice_popover_new (field->title);
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; field->choices[i] != NULL; i++)
    qtr_choice_popover_add (QTR_CHOICE_POPOVER (popover), _ (field->choices[i]), _ (field->choices[i]), NULL,
                            0, FALSE);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), row, G_CONNECT_DEFAULT);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (row, button);
}

static void
show_field (AdwEntryRow *row, const QtrPlanField *field)
{
  gtk_widget_set_visible (GTK_WIDGET (row), field->title != NULL);
  if (field->title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->title);
  if (field->value != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), field->value);
  if (field->choices != NULL)
    add_choices (row, field);
}

AdwDialog *
qtr_plan_form_dialog_new (const QtrPlanForm *form, QtrPlanApply apply, gpointer data, GDestroyNotify destroy)
{
  QtrPlanFormDialog *self = g_object_new (QTR_TYPE_PLAN_FORM_DIALOG, NULL);

  self->apply = apply;
  self->data = data;
  self->destroy = destroy;
  adw_dialog_set_title (ADW_DIALOG (self), form->title);
  adw_preferences_group_set_description (self->group, form->description);
  gtk_button_set_label (self->accept, form->accept);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    show_field (self->rows[i], &form->fields[i]);
  return ADW_DIALOG (self);
}
