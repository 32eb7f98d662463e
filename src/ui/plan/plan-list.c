/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/plan-list.h"

struct _QtrPlanList {
  AdwPreferencesGroup parent_instance;

  /* Owned. */
  char *focused;
  guint focused_index;

  /* Borrowed from the group. */
  GPtrArray *rows;
  GtkWidget *add;
};

enum {
  PROP_ADD_LABEL = 1,
  N_PROPERTIES,
};

enum {
  SIGNAL_ADD,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QtrPlanList, qtr_plan_list, ADW_TYPE_PREFERENCES_GROUP)

/* Whoever has the focus in a row that goes gets it back in the row that comes for the same item. */
static void
note_focus (QtrPlanList *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    QtrPlanItemRow *row = g_ptr_array_index (self->rows, i);

    if ((gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
      continue;
    g_set_str (&self->focused, qtr_plan_item_row_get_key (row));
    self->focused_index = i;
  }
}

static void
give_focus_back (QtrPlanList *self)
{
  GtkWidget *heir = self->add;

  if (self->focused == NULL)
    return;

  if (self->rows->len > 0)
    heir = g_ptr_array_index (self->rows, MIN (self->focused_index, self->rows->len - 1));
  for (guint i = 0; i < self->rows->len; i++) {
    QtrPlanItemRow *row = g_ptr_array_index (self->rows, i);

    if (g_str_equal (qtr_plan_item_row_get_key (row), self->focused))
      heir = GTK_WIDGET (row);
  }
  g_clear_pointer (&self->focused, g_free);
  gtk_widget_grab_focus (heir);
}

static void
truncate_rows (QtrPlanList *self, guint n_rows)
{
  if (self->rows->len > n_rows)
    note_focus (self);
  while (self->rows->len > n_rows)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

/* The group only adds at its end. */
static void
append_row (QtrPlanList *self, GtkWidget *row)
{
  g_autoptr (GtkWidget) add = g_object_ref (self->add);

  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), add);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), add);
  g_ptr_array_add (self->rows, row);
}

QtrPlanItemRow *
qtr_plan_list_claim (QtrPlanList *self, guint index, QtrPlanItemKind kind, const char *key, gboolean *fresh)
{
  QtrPlanItemRow *row = NULL;

  g_return_val_if_fail (QTR_IS_PLAN_LIST (self), NULL);
  g_return_val_if_fail (index <= self->rows->len, NULL);

  *fresh = FALSE;
  row = index < self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
  if (row != NULL && qtr_plan_item_row_get_kind (row) == kind &&
      g_str_equal (qtr_plan_item_row_get_key (row), key))
    return row;

  truncate_rows (self, index);
  *fresh = TRUE;
  row = QTR_PLAN_ITEM_ROW (qtr_plan_item_row_new (kind, key));
  append_row (self, GTK_WIDGET (row));
  return row;
}

QtrPlanItemRow *
qtr_plan_list_get_neighbour (QtrPlanList *self, QtrPlanItemRow *row, int step)
{
  guint at = 0;

  g_return_val_if_fail (QTR_IS_PLAN_LIST (self), NULL);

  if (!g_ptr_array_find (self->rows, row, &at) || (int) at + step < 0 ||
      (int) at + step >= (int) self->rows->len)
    return NULL;

  return g_ptr_array_index (self->rows, (guint) ((int) at + step));
}

void
qtr_plan_list_end (QtrPlanList *self, guint n_rows)
{
  g_return_if_fail (QTR_IS_PLAN_LIST (self));

  truncate_rows (self, n_rows);
  give_focus_back (self);
}

/* Whoever comes back from the dialog is where it was asked for, however that was. */
static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (QTR_PLAN_LIST (widget)->add);
  g_signal_emit (widget, signals[SIGNAL_ADD], 0);
}

static void
qtr_plan_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_ADD_LABEL:
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (QTR_PLAN_LIST (object)->add),
                                   g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_plan_list_finalize (GObject *object)
{
  QtrPlanList *self = QTR_PLAN_LIST (object);

  g_free (self->focused);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (qtr_plan_list_parent_class)->finalize (object);
}

static void
qtr_plan_list_class_init (QtrPlanListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = qtr_plan_list_set_property;
  object_class->finalize = qtr_plan_list_finalize;

  properties[PROP_ADD_LABEL] = g_param_spec_string (
      "add-label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_ADD] =
      g_signal_new ("add", QTR_TYPE_PLAN_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.add", NULL, add_cb);
}

static void
qtr_plan_list_init (QtrPlanList *self)
{
  self->rows = g_ptr_array_new ();
  self->add = adw_button_row_new ();
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add), TRUE);
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "list.add");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}

GtkWidget *
qtr_plan_list_new (const char *add)
{
  return g_object_new (QTR_TYPE_PLAN_LIST, "add-label", add, NULL);
}
