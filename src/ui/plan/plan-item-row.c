/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-item-row.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/plan/row-dragging.h"

/* How far a row stands in for each area that it lies within. */
#define INDENT 24

struct _QtrPlanItemRow {
  AdwActionRow parent_instance;

  /* Owned. */
  char *key;

  QtrPlanItemKind kind;

  /* Template children. */
  GtkWidget *handle;
  GtkLabel *number;
  GtkLabel *note;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (QtrPlanItemRow, qtr_plan_item_row, ADW_TYPE_ACTION_ROW)

enum {
  SIGNAL_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

QtrPlanItemKind
qtr_plan_item_row_get_kind (QtrPlanItemRow *self)
{
  g_return_val_if_fail (QTR_IS_PLAN_ITEM_ROW (self), QTR_PLAN_ITEM_PRIORITY);

  return self->kind;
}

const char *
qtr_plan_item_row_get_key (QtrPlanItemRow *self)
{
  g_return_val_if_fail (QTR_IS_PLAN_ITEM_ROW (self), NULL);

  return self->key;
}

/* What the row says in one go to who does not see it. */
static void
update_accessible (QtrPlanItemRow *self)
{
  const char *parts[] = { gtk_label_get_label (self->number),
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                          adw_action_row_get_subtitle (ADW_ACTION_ROW (self)),
                          gtk_label_get_label (self->note) };
  g_autoptr (GString) label = g_string_new (NULL);
  g_autofree char *menu = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (label, "%s%s", label->len == 0 ? "" : ", ", parts[i]);
  /* The row's own relations would name it by its title alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
  /* Translators: the menu of a row of the plan, as in "Actions for North LPA". */
  menu = g_strdup_printf (_ ("Actions for %s"), label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

void
qtr_plan_item_row_set_words (QtrPlanItemRow *self, const char *title, const char *subtitle, const char *note)
{
  g_return_if_fail (QTR_IS_PLAN_ITEM_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title == NULL ? "" : title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle == NULL ? "" : subtitle);
  gtk_label_set_label (self->note, note == NULL ? "" : note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  update_accessible (self);
}

void
qtr_plan_item_row_set_number (QtrPlanItemRow *self, int number)
{
  g_autofree char *digits = number > 0 ? g_strdup_printf ("%d", number) : NULL;

  g_return_if_fail (QTR_IS_PLAN_ITEM_ROW (self));

  gtk_label_set_label (self->number, digits == NULL ? "" : digits);
  gtk_widget_set_visible (GTK_WIDGET (self->number), digits != NULL);
  update_accessible (self);
}

void
qtr_plan_item_row_set_place (QtrPlanItemRow *self, guint depth, gboolean first, gboolean last)
{
  g_return_if_fail (QTR_IS_PLAN_ITEM_ROW (self));

  gtk_widget_set_margin_start (self->handle, (int) depth * INDENT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-up", !first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-down", !last);
}

/* Whoever comes back from a dialog is where it was asked for, however that was. */
static void
ask_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
  g_signal_emit (widget, signals[SIGNAL_ASKED], 0, action + strlen ("item."));
}

static void
activated_cb (QtrPlanItemRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "edit");
}

/* --- Dragging --- */

static gboolean
is_of_same_kind (GtkWidget *row, GtkWidget *other)
{
  return QTR_PLAN_ITEM_ROW (row)->kind == QTR_PLAN_ITEM_ROW (other)->kind;
}

/* --- The object --- */

static void
qtr_plan_item_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PLAN_ITEM_ROW);

  G_OBJECT_CLASS (qtr_plan_item_row_parent_class)->dispose (object);
}

static void
qtr_plan_item_row_finalize (GObject *object)
{
  g_free (QTR_PLAN_ITEM_ROW (object)->key);

  G_OBJECT_CLASS (qtr_plan_item_row_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = { "item.edit", "item.add-within", "item.move-up", "item.move-down",
                                         "item.end",  "item.uses",       "item.retire",  "item.remove" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, ask_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "item.remove", NULL);
}

static void
qtr_plan_item_row_class_init (QtrPlanItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_plan_item_row_dispose;
  object_class->finalize = qtr_plan_item_row_finalize;

  signals[SIGNAL_ASKED] = g_signal_new ("asked", QTR_TYPE_PLAN_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("placed", QTR_TYPE_PLAN_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                QTR_TYPE_PLAN_ITEM_ROW);

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/plan/plan-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPlanItemRow, handle);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanItemRow, number);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanItemRow, note);
  gtk_widget_class_bind_template_child (widget_class, QtrPlanItemRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
qtr_plan_item_row_init (QtrPlanItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  qtr_row_add_dragging (GTK_WIDGET (self), is_of_same_kind);
}

GtkWidget *
qtr_plan_item_row_new (QtrPlanItemKind kind, const char *key)
{
  QtrPlanItemRow *self = g_object_new (QTR_TYPE_PLAN_ITEM_ROW, NULL);
  gboolean is_promise = kind == QTR_PLAN_ITEM_PRIORITY || kind == QTR_PLAN_ITEM_COMMITMENT;

  self->kind = kind;
  self->key = g_strdup (key);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.add-within", kind == QTR_PLAN_ITEM_AREA);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.end", is_promise);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.uses", kind == QTR_PLAN_ITEM_MEASURE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.retire", kind == QTR_PLAN_ITEM_MEASURE);
  if (kind == QTR_PLAN_ITEM_PRIORITY)
    gtk_widget_add_css_class (GTK_WIDGET (self), "priority");
  /* The lead is the small print over the promise. */
  if (kind == QTR_PLAN_ITEM_COMMITMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  return GTK_WIDGET (self);
}
