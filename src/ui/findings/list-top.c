/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/list-top.h"

#define FRAMES_TO_SETTLE 3

static gboolean
settle_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_frames = user_data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
  return ++*n_frames < FRAMES_TO_SETTLE ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

guint
qtr_list_view_begin_at_top (GtkListView *view)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), 0);

  return gtk_widget_add_tick_callback (GTK_WIDGET (view), settle_cb, g_new0 (guint, 1), g_free);
}
