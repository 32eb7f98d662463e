/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/page-scroll.h"

/* Long text is laid out in two goes, see the editor of bullets. */
#define N_LAYOUTS 2

struct _QtrPageScroll {
  /* Owned. */
  GdkFrameClock *clock;

  gulong layout_id;
  guint n_layouts;
  double value;

  /* Borrowed. */
  GtkViewport *viewport;
  GtkWidget *part;
};

QtrPageScroll *
qtr_page_scroll_new (GtkViewport *viewport)
{
  QtrPageScroll *self = g_new0 (QtrPageScroll, 1);

  self->viewport = viewport;
  return self;
}

void
qtr_page_scroll_stop (QtrPageScroll *self)
{
  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
  g_clear_weak_pointer (&self->part);
}

void
qtr_page_scroll_free (QtrPageScroll *self)
{
  qtr_page_scroll_stop (self);
  g_free (self);
}

static void
show_focus (QtrPageScroll *self)
{
  GtkRoot *root = gtk_widget_get_root (self->part);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->part))
    focus = self->part;
  gtk_viewport_scroll_to (self->viewport, focus, NULL);
}

static void
layout_cb (GdkFrameClock *clock, QtrPageScroll *self)
{
  g_assert (GDK_IS_FRAME_CLOCK (clock));

  if (self->part != NULL)
    show_focus (self);
  else
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->viewport)), self->value);

  if (--self->n_layouts == 0)
    qtr_page_scroll_stop (self);
  else
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

static void
wait_for_layout (QtrPageScroll *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->viewport));

  if (clock == NULL)
    return;

  self->n_layouts = N_LAYOUTS;
  self->clock = g_object_ref (clock);
  self->layout_id = g_signal_connect_after (clock, "layout", G_CALLBACK (layout_cb), self);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

void
qtr_page_scroll_to_focus (QtrPageScroll *self, GtkWidget *part)
{
  qtr_page_scroll_stop (self);
  g_set_weak_pointer (&self->part, part);
  wait_for_layout (self);
}

void
qtr_page_scroll_to_value (QtrPageScroll *self, double value)
{
  qtr_page_scroll_stop (self);
  self->value = value;
  wait_for_layout (self);
}
