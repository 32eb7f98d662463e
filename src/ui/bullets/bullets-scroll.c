/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-view-private.h"

/* The view does not scroll; the page around it does, and is moved by hand. */

static GtkWidget *
find_page (QtrBulletsView *self, GtkAdjustment **adjustment)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport == NULL)
    return NULL;

  *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  return viewport;
}

/* How far the top of what the window shows is below the view's own. */
static gboolean
find_top (QtrBulletsView *self, double *top, double *height)
{
  GtkAdjustment *adjustment = NULL;
  GtkWidget *page = find_page (self, &adjustment);
  graphene_point_t point;

  if (page == NULL ||
      !gtk_widget_compute_point (page, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &point))
    return FALSE;

  *top = point.y;
  *height = gtk_adjustment_get_page_size (adjustment);
  return TRUE;
}

/* What of the view's height the window shows. */
static void
find_sight (QtrBulletsView *self, double *start, double *end)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double page = height;
  double top = 0;

  find_top (self, &top, &page);
  *start = CLAMP (top, 0, height);
  *end = CLAMP (top + page, 0, height);
}

/* The toolkit keeps what it painted of a view while the page scrolls, and would paint all views of a page
 * with every key. So those that are far from being seen paint nothing, and the others somewhat more than is
 * seen. */
gboolean
qtr_bullets_view_choose_sight (QtrBulletsView *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double top = 0;
  double page = height;

  find_top (self, &top, &page);
  self->sight_start = CLAMP (top - page, 0, height);
  self->sight_end = CLAMP (top + 2 * page, 0, height);
  return self->sight_start < self->sight_end;
}

void
qtr_bullets_view_get_sight (QtrBulletsView *self, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_get_visible_rect (view, area);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) self->sight_start, NULL,
                                         &area->y);
  area->height = (int) (self->sight_end - self->sight_start) + 1;
}

/* Whatever moved it into sight: scrolling, a window that grew, or other sections that shrank. */
static void
sight_cb (GdkFrameClock *clock, QtrBulletsView *self)
{
  double start = 0;
  double end = 0;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  find_sight (self, &start, &end);
  if (start < end && (start < self->sight_start || end > self->sight_end))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qtr_bullets_view_watch_sight (QtrBulletsView *self)
{
  self->sight_clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->sight_id = g_signal_connect_after (self->sight_clock, "layout", G_CALLBACK (sight_cb), self);
}

void
qtr_bullets_view_stop_sight (QtrBulletsView *self)
{
  g_clear_signal_handler (&self->sight_id, self->sight_clock);
  g_clear_object (&self->sight_clock);
}

/* @value is where the page stood when it was laid out last. */
static void
show_caret (QtrBulletsView *self, GtkAdjustment *adjustment, double value)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  double top = 0;
  double height = 0;
  double y = 0;
  GdkRectangle caret;

  if (!find_top (self, &top, &height))
    return;

  gtk_text_view_get_cursor_locations (view, NULL, &caret, NULL);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, caret.y, NULL, &caret.y);
  y = value + caret.y - top;
  gtk_adjustment_clamp_page (adjustment, y - self->metrics.height, y + caret.height + self->metrics.height);
}

static GtkTextMark *
mark_top (QtrBulletsView *self, double top)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int y = 0;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) top, NULL, &y);
  gtk_text_view_get_line_at_y (view, &iter, y, NULL);
  return gtk_text_buffer_create_mark (gtk_text_view_get_buffer (view), NULL, &iter, FALSE);
}

/* How far below the view's top the anchor is: the line that was at the top of what is shown, or the end of a
 * view that is above all that. */
static int
find_anchor (QtrBulletsView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int y = 0;

  if (self->anchor == NULL)
    return gtk_widget_get_height (GTK_WIDGET (self));

  gtk_text_buffer_get_iter_at_mark (gtk_text_view_get_buffer (view), &iter, self->anchor);
  gtk_text_view_get_line_yrange (view, &iter, &y, NULL);
  return y;
}

static void
release_page (QtrBulletsView *self)
{
  if (self->anchor != NULL)
    gtk_text_buffer_delete_mark (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), self->anchor);
  self->anchor = NULL;
  self->holding = FALSE;
  self->following = FALSE;
  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}

/* Several views of a page may have changed: each makes up for what it grew above the anchor. */
static void
layout_cb (GdkFrameClock *clock, QtrBulletsView *self)
{
  GtkAdjustment *adjustment = NULL;
  gboolean following = self->following;
  double value = 0;
  int moved = 0;

  g_assert (QTR_IS_BULLETS_VIEW (self));

  moved = self->holding ? find_anchor (self) - self->anchor_y : 0;
  release_page (self);
  if (find_page (self, &adjustment) == NULL)
    return;

  value = gtk_adjustment_get_value (adjustment);
  if (moved != 0)
    gtk_adjustment_set_value (adjustment, value + moved);
  if (following)
    show_caret (self, adjustment, value);
}

/* The new lines have their height only when the next frame is laid out. */
static gboolean
wait_for_layout (QtrBulletsView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock == NULL)
    return FALSE;

  if (self->clock == NULL) {
    self->clock = g_object_ref (clock);
    self->layout_id = g_signal_connect_after (clock, "layout", G_CALLBACK (layout_cb), self);
  }
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  return TRUE;
}

void
qtr_bullets_view_reveal_caret (QtrBulletsView *self)
{
  if (wait_for_layout (self))
    self->following = TRUE;
}

void
qtr_bullets_view_follow_caret (QtrBulletsView *self)
{
  if (gtk_widget_is_focus (GTK_WIDGET (self)))
    qtr_bullets_view_reveal_caret (self);
}

/* Called before the text changes from without, so that what is read does not jump. */
void
qtr_bullets_view_hold_page (QtrBulletsView *self)
{
  double top = 0;
  double height = 0;

  if (self->holding || !find_top (self, &top, &height) || top <= 0 || !wait_for_layout (self))
    return;

  if (top < gtk_widget_get_height (GTK_WIDGET (self)))
    self->anchor = mark_top (self, top);
  self->anchor_y = find_anchor (self);
  self->holding = TRUE;
}

void
qtr_bullets_view_stop_scrolling (QtrBulletsView *self)
{
  if (self->clock != NULL)
    release_page (self);
}
