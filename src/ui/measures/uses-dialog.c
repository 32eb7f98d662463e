/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/uses-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/measures/measure-uses.h"

struct _QtrUsesDialog {
  AdwDialog parent_instance;

  /* Owned: what was chosen. */
  char *record;
  gboolean is_chart;

  /* Template children. */
  GtkStack *stack;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (QtrUsesDialog, qtr_uses_dialog, ADW_TYPE_DIALOG)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (AdwActionRow *row, QtrUsesDialog *self)
{
  g_assert (QTR_IS_USES_DIALOG (self));

  g_set_str (&self->record, g_object_get_data (G_OBJECT (row), "record"));
  self->is_chart = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "is-chart"));
  adw_dialog_close (ADW_DIALOG (self));
}

/* The dialog is to be gone first: it gives the focus back to where it was. */
static void
qtr_uses_dialog_closed (AdwDialog *dialog)
{
  QtrUsesDialog *self = QTR_USES_DIALOG (dialog);

  if (self->record != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->record, self->is_chart);
}

static void
qtr_uses_dialog_finalize (GObject *object)
{
  g_free (QTR_USES_DIALOG (object)->record);

  G_OBJECT_CLASS (qtr_uses_dialog_parent_class)->finalize (object);
}

static void
qtr_uses_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_USES_DIALOG);

  G_OBJECT_CLASS (qtr_uses_dialog_parent_class)->dispose (object);
}

static void
qtr_uses_dialog_class_init (QtrUsesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_uses_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = qtr_uses_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = qtr_uses_dialog_closed;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_USES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/measures/uses-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrUsesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrUsesDialog, group);
}

static void
qtr_uses_dialog_init (QtrUsesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the row says in one go to who does not see it; its own relations would name it by its title alone. */
static void
name_row (GtkWidget *row, const QtrMeasureUse *use)
{
  /* Translators: where a measure is used, then what stands there. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), use->title, use->words);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
add_row (QtrUsesDialog *self, const QtrMeasureUse *use)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), use->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), use->words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  name_row (row, use);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (use->record), g_free);
  g_object_set_data (G_OBJECT (row), "is-chart", GINT_TO_POINTER (use->is_chart));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (self->group, row);
}

AdwDialog *
qtr_uses_dialog_new (const QtrPlan *plan, const QtrMeasure *measure)
{
  QtrUsesDialog *self = g_object_new (QTR_TYPE_USES_DIALOG, NULL);
  g_autoptr (GPtrArray) uses = qtr_measure_list_uses (plan, measure->record.id);
  g_autofree char *name = g_markup_escape_text (measure->name == NULL ? "" : measure->name, -1);

  adw_preferences_group_set_title (self->group, name);
  for (guint i = 0; i < uses->len; i++)
    add_row (self, g_ptr_array_index (uses, i));
  gtk_stack_set_visible_child_name (self->stack, uses->len == 0 ? "none" : "uses");
  return ADW_DIALOG (self);
}
