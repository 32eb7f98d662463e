/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/drop-area.h"

struct _QtrDropArea {
  AdwBin parent_instance;

  /* Template children. */
  GtkOverlay *overlay;
  GtkRevealer *hint;
};

G_DEFINE_FINAL_TYPE (QtrDropArea, qtr_drop_area, ADW_TYPE_BIN)

enum {
  PROP_CONTENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum {
  SIGNAL_DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
drop_cb (QtrDropArea *self, const GValue *value, double x, double y)
{
  GdkFileList *files = g_value_get_boxed (value);

  g_assert (QTR_IS_DROP_AREA (self));

  if (files == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, files);
  return TRUE;
}

static void
held_cb (QtrDropArea *self, GParamSpec *pspec, GtkDropTarget *target)
{
  g_assert (QTR_IS_DROP_AREA (self));

  gtk_revealer_set_reveal_child (self->hint, gtk_drop_target_get_current_drop (target) != NULL);
}

static void
qtr_drop_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CONTENT:
    g_value_set_object (value, gtk_overlay_get_child (QTR_DROP_AREA (object)->overlay));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_drop_area_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_CONTENT:
    gtk_overlay_set_child (QTR_DROP_AREA (object)->overlay, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_drop_area_dispose (GObject *object)
{
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_DROP_AREA);

  G_OBJECT_CLASS (qtr_drop_area_parent_class)->dispose (object);
}

static void
qtr_drop_area_class_init (QtrDropAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_drop_area_dispose;
  object_class->get_property = qtr_drop_area_get_property;
  object_class->set_property = qtr_drop_area_set_property;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", QTR_TYPE_DROP_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, GDK_TYPE_FILE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/drop-area.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrDropArea, overlay);
  gtk_widget_class_bind_template_child (widget_class, QtrDropArea, hint);
}

static void
qtr_drop_area_init (QtrDropArea *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "notify::current-drop", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
