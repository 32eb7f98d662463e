/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/recent-list.h"

#include "ui/window/recent-plans.h"
#include "ui/window/recent-row.h"

struct _QtrRecentList {
  AdwBin parent_instance;

  guint limit;

  /* Template children. */
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (QtrRecentList, qtr_recent_list, ADW_TYPE_BIN)

enum {
  PROP_LIMIT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The focus goes to the row that takes this one's place. */
static void
row_removed_cb (QtrRecentList *self, QtrRecentRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow *next = NULL;

  g_assert (QTR_IS_RECENT_LIST (self));

  qtr_recent_plans_remove (qtr_recent_row_get_file (row));
  if (!qtr_recent_list_refresh (self)) {
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
    return;
  }
  next = gtk_list_box_get_row_at_index (self->rows, index);
  if (next == NULL)
    next = gtk_list_box_get_row_at_index (self->rows, index - 1);
  gtk_widget_grab_focus (GTK_WIDGET (next));
}

gboolean
qtr_recent_list_refresh (QtrRecentList *self)
{
  g_autoptr (GPtrArray) plans = NULL;

  g_return_val_if_fail (QTR_IS_RECENT_LIST (self), FALSE);

  plans = qtr_recent_plans_list ();
  gtk_list_box_remove_all (self->rows);
  for (guint i = 0; i < MIN (plans->len, self->limit); i++) {
    GtkWidget *row = qtr_recent_row_new (g_ptr_array_index (plans, i));

    g_signal_connect_object (row, "removed", G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->rows, row);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), plans->len > 0);
  return plans->len > 0;
}

static void
row_activated_cb (QtrRecentList *self, QtrRecentRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, qtr_recent_row_get_file (row));
}

static void
qtr_recent_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LIMIT:
    g_value_set_uint (value, QTR_RECENT_LIST (object)->limit);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_recent_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_LIMIT:
    QTR_RECENT_LIST (object)->limit = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_recent_list_dispose (GObject *object)
{
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_RECENT_LIST);

  G_OBJECT_CLASS (qtr_recent_list_parent_class)->dispose (object);
}

static void
qtr_recent_list_class_init (QtrRecentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_recent_list_dispose;
  object_class->get_property = qtr_recent_list_get_property;
  object_class->set_property = qtr_recent_list_set_property;

  properties[PROP_LIMIT] =
      g_param_spec_uint ("limit", NULL, NULL, 0, G_MAXUINT, G_MAXUINT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_RECENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/recent-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrRecentList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
qtr_recent_list_init (QtrRecentList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
