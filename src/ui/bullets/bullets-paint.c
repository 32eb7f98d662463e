/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/bullets/bullets-figures.h"

/* Bullets and underlines stand below the text, in the buffer's coordinates, and only what is in sight, or
 * nearly so, is drawn. */

static void
paint_round (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, bounds->size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
paint_ring (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  float width = MAX (1, bounds->size.width / 6);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, bounds->size.width / 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

/* The level shows in the bullet's shape: a disc, a ring, and a square from there on. */
static void
paint_bullet (GtkSnapshot *snapshot, guint depth, float x, float y, float size, const GdkRGBA *colour)
{
  graphene_rect_t bounds;

  size = depth == 1 ? size * 1.1f : size;
  graphene_rect_init (&bounds, x - size / 2, y - size / 2, size, size);
  if (depth == 0) {
    paint_round (snapshot, &bounds, colour);
  } else if (depth == 1) {
    paint_ring (snapshot, &bounds, colour);
  } else {
    gtk_snapshot_append_color (snapshot, colour, &bounds);
  }
}

static GdkRGBA
get_faded (QtrBulletsView *self, float strength)
{
  GdkRGBA colour;

  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= strength;
  return colour;
}

/* Where a paragraph's text begins, the iterator's place tells for either direction: it is the edge next to
 * the bullet. */
static void
paint_line (QtrBulletsView *self, GtkSnapshot *snapshot, guint line, const GtkTextIter *iter,
            const GdkRGBA *colour)
{
  guint depth = qtr_bullets_lines_get (self->lines, line)->depth;
  float away = qtr_bullets_view_get_step (self) * 0.5f;
  float size = MAX (4, self->metrics.height * 0.27f);
  GdkRectangle place;

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);
  paint_bullet (snapshot, depth,
                qtr_bullets_view_is_rtl (self, line, &place) ? place.x + away : place.x - away,
                place.y + self->metrics.middle, size, colour);
  qtr_bullets_view_paint_marking (self, snapshot, line, &place, colour);
}

/* Going on from an iterator tells nothing of an empty last line: lines are counted. */
static void
paint_lines (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area, const GdkRGBA *colour)
{
  guint length = qtr_bullets_lines_get_length (self->lines);
  GtkTextIter iter;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, area->y, NULL);
  for (guint line = gtk_text_iter_get_line (&iter); line < length; line++) {
    int y = 0;
    int height = 0;

    gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
    if (y > area->y + area->height)
      break;
    paint_line (self, snapshot, line, &iter, colour);
    gtk_text_iter_forward_line (&iter);
  }
}

static void
paint_placeholder (QtrBulletsView *self, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour = get_faded (self, 0.55f);
  GdkRectangle place;
  GtkTextIter start;
  int width = 0;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &place);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT (qtr_bullets_view_is_rtl (self, 0, &place) ? place.x - width : place.x, place.y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_empty (QtrBulletsView *self)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))) == 0;
}

void
qtr_bullets_view_paint (QtrBulletsView *self, GtkSnapshot *snapshot)
{
  gboolean empty = is_empty (self) && !self->composing;
  GdkRGBA colour = get_faded (self, empty ? 0.4f : 0.75f);
  GdkRectangle area;

  qtr_bullets_view_get_sight (self, &area);
  qtr_bullets_view_paint_dragged (self, snapshot);
  paint_lines (self, snapshot, &area, &colour);
  qtr_bullets_view_paint_figures (self, snapshot, &area);
  qtr_bullets_view_paint_matches (self, snapshot, &area);
  qtr_bullets_view_paint_spelling (self, snapshot, &area);
  qtr_bullets_view_paint_findings (self, snapshot, &area);
  if (empty && self->placeholder != NULL)
    paint_placeholder (self, snapshot);
}
