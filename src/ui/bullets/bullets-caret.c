/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-caret.h"

#include "ui/bullets/bullets-view-private.h"

/* The sections of a page are one document to whoever writes: at the edge of one, the caret goes on in the
 * next. */

static GtkTextBuffer *
get_buffer (QtrBulletsView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_caret (QtrBulletsView *self, GtkTextIter *caret)
{
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), caret, gtk_text_buffer_get_insert (get_buffer (self)));
}

static gboolean
is_beside (QtrBulletsView *self, const GtkTextIter *one, const GtkTextIter *other)
{
  GdkRectangle here, there;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), one, &here);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), other, &there);
  return gtk_text_iter_get_line (one) == gtk_text_iter_get_line (other) && here.y == there.y;
}

static gboolean
is_rtl (QtrBulletsView *self, const GtkTextIter *caret)
{
  guint line = gtk_text_iter_get_line (caret);
  GtkTextIter start = *caret;
  GdkRectangle place;

  gtk_text_iter_set_line_offset (&start, 0);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &place);
  return qtr_bullets_view_is_rtl (self, line, &place);
}

static gboolean
is_by_lines (QtrBulletsView *self, const GtkTextIter *caret, int count, QtrBulletsExit *exit)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  *exit = count < 0 ? QTR_BULLETS_EXIT_UP : QTR_BULLETS_EXIT_DOWN;
  return is_beside (self, caret, count < 0 ? &start : &end);
}

static gboolean
is_by_characters (QtrBulletsView *self, const GtkTextIter *caret, int count, QtrBulletsExit *exit)
{
  *exit = count < 0 ? QTR_BULLETS_EXIT_BACK : QTR_BULLETS_EXIT_FORWARD;
  if (gtk_text_buffer_get_has_selection (get_buffer (self)))
    return FALSE;

  return count < 0 ? gtk_text_iter_is_start (caret) : gtk_text_iter_is_end (caret);
}

static gboolean
find_exit (QtrBulletsView *self, GtkMovementStep step, int count, QtrBulletsExit *exit)
{
  GtkTextIter caret;

  get_caret (self, &caret);
  switch (step) {
  case GTK_MOVEMENT_DISPLAY_LINES:
    return is_by_lines (self, &caret, count, exit);
  case GTK_MOVEMENT_VISUAL_POSITIONS:
  case GTK_MOVEMENT_WORDS:
    return is_by_characters (self, &caret, is_rtl (self, &caret) ? -count : count, exit);
  case GTK_MOVEMENT_LOGICAL_POSITIONS:
  case GTK_MOVEMENT_PARAGRAPHS:
    return is_by_characters (self, &caret, count, exit);
  case GTK_MOVEMENT_PAGES:
    *exit = count < 0 ? QTR_BULLETS_EXIT_PAGE_UP : QTR_BULLETS_EXIT_PAGE_DOWN;
    return TRUE;
  case GTK_MOVEMENT_BUFFER_ENDS:
    *exit = count < 0 ? QTR_BULLETS_EXIT_FIRST : QTR_BULLETS_EXIT_LAST;
    return TRUE;
  case GTK_MOVEMENT_DISPLAY_LINE_ENDS:
  case GTK_MOVEMENT_PARAGRAPH_ENDS:
  case GTK_MOVEMENT_HORIZONTAL_PAGES:
  default:
    return FALSE;
  }
}

/* A selection cannot reach beyond its view. */
gboolean
qtr_bullets_view_leave (QtrBulletsView *self, GtkMovementStep step, int count, gboolean extending)
{
  QtrBulletsExit exit = QTR_BULLETS_EXIT_UP;
  gboolean left = FALSE;
  GtkTextIter caret;
  GdkRectangle place;

  if (extending || !find_exit (self, step, count, &exit))
    return FALSE;

  get_caret (self, &caret);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &caret, &place);
  g_signal_emit_by_name (self, "leave", (int) exit, place.x, &left);
  return left;
}

/* The focus comes last, so that only the bullet that is entered is announced. */
static void
enter (QtrBulletsView *self, const GtkTextIter *iter)
{
  gtk_text_buffer_place_cursor (get_buffer (self), iter);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
enter_line (QtrBulletsView *self, const GtkTextIter *line, int x)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle place;
  GtkTextIter iter;
  int trailing = 0;

  gtk_text_view_get_iter_location (view, line, &place);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, x, place.y + place.height / 2);
  gtk_text_iter_forward_chars (&iter, trailing);
  enter (self, &iter);
}

void
qtr_bullets_view_enter (QtrBulletsView *self, QtrBulletsExit exit, int x)
{
  GtkTextIter start, end;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  switch (exit) {
  case QTR_BULLETS_EXIT_UP:
  case QTR_BULLETS_EXIT_PAGE_UP:
    enter_line (self, &end, x);
    break;
  case QTR_BULLETS_EXIT_DOWN:
  case QTR_BULLETS_EXIT_PAGE_DOWN:
    enter_line (self, &start, x);
    break;
  case QTR_BULLETS_EXIT_BACK:
  case QTR_BULLETS_EXIT_LAST:
    enter (self, &end);
    break;
  case QTR_BULLETS_EXIT_FORWARD:
  case QTR_BULLETS_EXIT_FIRST:
  default:
    enter (self, &start);
    break;
  }
}

void
qtr_bullets_view_enter_at (QtrBulletsView *self, int x, int y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int trailing = 0;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, y, NULL, &y);
  gtk_text_view_get_iter_at_position (view, &iter, &trailing, x, y);
  gtk_text_iter_forward_chars (&iter, trailing);
  enter (self, &iter);
}

gboolean
qtr_bullets_view_place_caret (QtrBulletsView *self, const QtrBulletsPlace *place)
{
  GtkTextIter start, end;
  guint line = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  if (!qtr_bullets_lines_find (self->lines, place->bullet, &line))
    return FALSE;

  qtr_bullets_view_get_line (self, line, &start, &end);
  gtk_text_iter_set_line_offset (&start, MIN (place->offset, (guint) gtk_text_iter_get_line_offset (&end)));
  enter (self, &start);
  return TRUE;
}
