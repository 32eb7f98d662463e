/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/plan/row-dragging.h"

/* Where the pointer holds the picture of the row. */
#define HOLD 12

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  g_assert (GTK_IS_WIDGET (row));

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (row), row);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  g_assert (GTK_IS_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, HOLD, HOLD);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, QtrRowTakes takes)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *other = g_value_get_object (value);

  if (other == row || !takes (row, other))
    return FALSE;

  g_signal_emit_by_name (row, "placed", other);
  return TRUE;
}

void
qtr_row_add_dragging (GtkWidget *row, QtrRowTakes takes)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_OBJECT_TYPE (row), GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), takes);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
