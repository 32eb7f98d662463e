/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/target-row.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-words.h"

#define ENTRY_CHARS 8

struct _QtrTargetRow {
  AdwPreferencesRow parent_instance;

  /* Owned. */
  char *id;

  /* Borrowed. */
  GtkWidget *from;
  GtkWidget *value;
};

G_DEFINE_FINAL_TYPE (QtrTargetRow, qtr_target_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_cb (QtrTargetRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
qtr_target_row_finalize (GObject *object)
{
  g_free (QTR_TARGET_ROW (object)->id);

  G_OBJECT_CLASS (qtr_target_row_parent_class)->finalize (object);
}

static void
qtr_target_row_class_init (QtrTargetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_target_row_finalize;

  signals[SIGNAL_REMOVED] =
      g_signal_new ("removed", QTR_TYPE_TARGET_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_entry (GtkBox *box, const char *placeholder, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (box, entry);
  return entry;
}

static void
qtr_target_row_init (QtrTargetRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  self->from = add_entry (GTK_BOX (box), _ ("From the Start"), _ ("Target From"));
  self->value = add_entry (GTK_BOX (box), _ ("Target"), _ ("Target"));
  gtk_widget_set_tooltip_text (remove, _ ("Remove the Target"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Target"), -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
qtr_target_row_new (const QtrPlan *plan, const QtrMeasure *measure, const QtrTarget *target)
{
  QtrTargetRow *self = g_object_new (QTR_TYPE_TARGET_ROW, "title", _ ("Target"), NULL);
  QtrPeriod from = target == NULL ? QTR_PERIOD_UNSET : qtr_plan_parse_period (plan, target->from);
  g_autofree char *label = qtr_period_is_set (from) ? qtr_period_to_label (from) : NULL;
  g_autofree char *value = target == NULL ? NULL : qtr_figures_value_to_words (measure, target->value);

  self->id = g_strdup (target == NULL ? NULL : target->record.id);
  gtk_editable_set_text (GTK_EDITABLE (self->from), label == NULL ? "" : label);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value == NULL ? "" : value);
  return GTK_WIDGET (self);
}

static gboolean
read_from (QtrTargetRow *self, const QtrPlan *plan, const char *text, QtrPeriod *from, GError **error)
{
  *from = QTR_PERIOD_UNSET;
  if (*text == '\0' || qtr_period_parse (text, plan->first_month, from, error))
    return TRUE;

  gtk_widget_grab_focus (self->from);
  return FALSE;
}

gboolean
qtr_target_row_read (QtrTargetRow *self, const QtrPlan *plan, const QtrMeasure *measure, QtrTarget **target,
                     GError **error)
{
  g_autofree char *from_text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->from))));
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value))));
  g_autofree char *written = NULL;
  QtrPeriod from = QTR_PERIOD_UNSET;
  QtrDecimal value = QTR_DECIMAL_NONE;

  g_return_val_if_fail (QTR_IS_TARGET_ROW (self), FALSE);

  *target = NULL;
  if (*from_text == '\0' && *text == '\0')
    return TRUE;
  if (!read_from (self, plan, from_text, &from, error))
    return FALSE;
  if (!qtr_figures_read (measure, text, &value, error)) {
    gtk_widget_grab_focus (self->value);
    return FALSE;
  }

  written = qtr_period_is_set (from) ? qtr_period_to_string (from) : NULL;
  *target = self->id == NULL
                ? qtr_record_new (&qtr_target_type, "from", written, "value", value, NULL)
                : qtr_record_new (&qtr_target_type, "id", self->id, "from", written, "value", value, NULL);
  return TRUE;
}
