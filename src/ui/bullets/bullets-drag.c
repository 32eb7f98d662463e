/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-drag.h"

#include <adwaita.h>

#include "ui/bullets/bullets-view-private.h"

/* What a drag asks the view, and what the view shows of it: the line at which the bullet would be dropped
 * begins where its mark would be. */

#define DROP_WIDTH 2

static void
find_line (QtrBulletsView *self, double y, GtkTextIter *iter, GdkRectangle *range)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_y = 0;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, (int) y, NULL, &buffer_y);
  gtk_text_view_get_line_at_y (view, iter, buffer_y, NULL);
  gtk_text_view_get_line_yrange (view, iter, &range->y, &range->height);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, range->y, NULL, &range->y);
}

static gboolean
is_line_rtl (QtrBulletsView *self, guint line)
{
  GdkRectangle place;
  GtkTextIter start, end;

  qtr_bullets_view_get_line (self, line, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &place);
  return qtr_bullets_view_is_rtl (self, line, &place);
}

/* Which level's column is there. */
static int
find_column (QtrBulletsView *self, guint line, double x)
{
  double from_edge = is_line_rtl (self, line) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;

  return from_edge < 0 ? -1 : (int) (from_edge / qtr_bullets_view_get_step (self));
}

const char *
qtr_bullets_view_find_handle (QtrBulletsView *self, double x, double y)
{
  GdkRectangle range;
  GdkRectangle place;
  GtkTextIter iter;
  guint line = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  if (self->bullets == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return NULL;

  find_line (self, y, &iter, &range);
  line = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &place);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0, place.y, NULL,
                                         &place.y);
  if (y < range.y || y > place.y + place.height + self->metrics.height / 4 ||
      find_column (self, line, x) !=
          (int) MIN (qtr_bullets_lines_get (self->lines, line)->depth, QTR_BULLETS_SHOWN_DEPTHS - 1))
    return NULL;

  return qtr_bullets_lines_get (self->lines, line)->record->record.id;
}

void
qtr_bullets_view_find_drop (QtrBulletsView *self, double x, double y, const char *bullet, guint levels,
                            QtrBulletsDrop *drop)
{
  GdkRectangle range;
  GtkTextIter iter;
  guint line = 0;
  int column = 0;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  *drop = (QtrBulletsDrop) { 0 };
  /* An empty view's sole line is no bullet yet. */
  if (self->bullets == NULL)
    return;

  find_line (self, y, &iter, &range);
  line = gtk_text_iter_get_line (&iter);
  column = find_column (self, line, x);
  if (y > range.y + range.height / 2.0)
    line++;
  qtr_bullets_lines_find_drop (self->lines, line, (guint) MAX (column, 0), bullet, levels, drop);
}

guint
qtr_bullets_view_count_levels (QtrBulletsView *self, const char *bullet)
{
  guint line = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), 0);

  return qtr_bullets_lines_find (self->lines, bullet, &line)
             ? qtr_bullets_lines_count_levels (self->lines, line)
             : 0;
}

void
qtr_bullets_view_show_drop (QtrBulletsView *self, const QtrBulletsDrop *drop)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  self->dropping = drop != NULL;
  self->drop = drop == NULL ? (QtrBulletsDrop) { 0 } : *drop;
  self->drop.parent = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
qtr_bullets_view_show_dragged (QtrBulletsView *self, const char *bullet)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  if (g_set_str (&self->dragged, bullet))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

GStrv
qtr_bullets_view_list_carried (QtrBulletsView *self, int step)
{
  g_autoptr (GPtrArray) chosen = NULL;
  g_auto (GStrv) roots = NULL;
  guint first = 0;
  guint end = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), NULL);

  chosen = qtr_bullets_view_list_chosen (self);
  if (chosen->len == 0)
    return NULL;

  qtr_bullets_lines_find (self->lines, ((const QtrRecord *) chosen->pdata[0])->id, &first);
  roots = qtr_bullets_lines_list_roots (self->lines, first, first + chosen->len - 1, &end);
  if (step < 0 ? first > 0 : end < qtr_bullets_lines_get_length (self->lines))
    return NULL;

  return g_steal_pointer (&roots);
}

/* --- What is shown --- */

/* Where the lines before @line end, in the buffer's coordinates. */
static int
find_gap (QtrBulletsView *self, guint line)
{
  guint length = qtr_bullets_lines_get_length (self->lines);
  GtkTextIter start, end;
  int y = 0;
  int height = 0;

  qtr_bullets_view_get_line (self, MIN (line, length - 1), &start, &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &start, &y, &height);
  return line < length ? y : y + height;
}

void
qtr_bullets_view_paint_dragged (QtrBulletsView *self, GtkSnapshot *snapshot)
{
  guint line = 0;
  int top = 0;
  GdkRGBA colour;

  if (self->dragged == NULL || !qtr_bullets_lines_find (self->lines, self->dragged, &line))
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.08f;
  top = find_gap (self, line);
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (0, top, gtk_widget_get_width (GTK_WIDGET (self)),
                           find_gap (self, qtr_bullets_lines_get_end (self->lines, line)) - top));
}

static void
get_accent (GdkRGBA *colour)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), colour);
}

static void
paint_ring (GtkSnapshot *snapshot, float x, float y, float size, const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (x - size / 2, y - size / 2, size, size),
                                   size / 2);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]) { DROP_WIDTH, DROP_WIDTH, DROP_WIDTH, DROP_WIDTH },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/* At the edges of the view the line would be cut off. */
void
qtr_bullets_view_paint_drop (QtrBulletsView *self, GtkSnapshot *snapshot)
{
  float size = MAX (8, self->metrics.height * 0.45f);
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  guint length = qtr_bullets_lines_get_length (self->lines);
  float away = 0;
  float y = 0;
  gboolean rtl = FALSE;
  GdkRGBA colour;

  if (!self->dropping)
    return;

  get_accent (&colour);
  rtl = is_line_rtl (self, MIN (self->drop.line, length - 1));
  away = qtr_bullets_view_get_step (self) * (MIN (self->drop.depth, QTR_BULLETS_SHOWN_DEPTHS - 1) + 0.5f);
  y = CLAMP (find_gap (self, self->drop.line), size / 2, find_gap (self, length) - size / 2);
  paint_ring (snapshot, rtl ? width - away : away, y, size, &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (rtl ? 0 : away + size / 2, y - DROP_WIDTH / 2.0f,
                                                  MAX (0, width - away - size / 2), DROP_WIDTH));
}
