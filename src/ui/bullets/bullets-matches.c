/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/bullets/bullets-view-private.h"

/*
 * What a search found. Whoever searches tells the places again after each change of the bullets, so they are
 * kept as they were told, and drawn below the text: the one that is gone to is the selection, which stands
 * above.
 */

typedef struct {
  char *bullet;
  guint line;
  guint start;
  guint end;
} Match;

static void
clear_match (gpointer data)
{
  Match *match = data;

  g_free (match->bullet);
}

static gboolean
is_there (QtrBulletsView *self, const Match *match)
{
  return match->line < qtr_bullets_lines_get_length (self->lines) &&
         g_str_equal (qtr_bullets_lines_get (self->lines, match->line)->record->record.id, match->bullet);
}

static void
find_range (QtrBulletsView *self, guint line, guint first, guint last, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_end;
  guint most = 0;

  qtr_bullets_view_get_line (self, line, start, &line_end);
  most = gtk_text_iter_get_line_offset (&line_end);
  *end = *start;
  gtk_text_iter_set_line_offset (start, (int) MIN (most, first));
  gtk_text_iter_set_line_offset (end, (int) MIN (most, last));
}

void
qtr_bullets_view_set_matches (QtrBulletsView *self, const QtrBulletsMatch *matches, guint n_matches)
{
  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));
  g_return_if_fail (matches != NULL || n_matches == 0);

  if (n_matches == 0 && self->matches == NULL)
    return;

  g_clear_pointer (&self->matches, g_array_unref);
  if (n_matches > 0) {
    self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
    g_array_set_clear_func (self->matches, clear_match);
  }
  for (guint i = 0; i < n_matches; i++) {
    Match match = { NULL, 0, matches[i].start, matches[i].end };

    if (!qtr_bullets_lines_find (self->lines, matches[i].bullet, &match.line))
      continue;
    match.bullet = g_strdup (matches[i].bullet);
    g_array_append_val (self->matches, match);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
qtr_bullets_view_show_match (QtrBulletsView *self, const QtrBulletsMatch *match)
{
  GtkTextIter start, end;
  guint line = 0;

  g_return_val_if_fail (QTR_IS_BULLETS_VIEW (self), FALSE);

  if (!qtr_bullets_lines_find (self->lines, match->bullet, &line))
    return FALSE;

  find_range (self, line, match->start, match->end, &start, &end);
  gtk_text_buffer_select_range (gtk_text_iter_get_buffer (&start), &end, &start);
  qtr_bullets_view_reveal_caret (self);
  return TRUE;
}

static QtrBulletsPlace
get_place (QtrBulletsView *self, const GtkTextIter *iter)
{
  guint line = MIN ((guint) gtk_text_iter_get_line (iter), qtr_bullets_lines_get_length (self->lines) - 1);

  return (QtrBulletsPlace) { qtr_bullets_lines_get (self->lines, line)->record->record.id,
                             (guint) gtk_text_iter_get_line_offset (iter) };
}

void
qtr_bullets_view_get_selection (QtrBulletsView *self, QtrBulletsPlace *start, QtrBulletsPlace *end)
{
  GtkTextIter first, last;

  g_return_if_fail (QTR_IS_BULLETS_VIEW (self));

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &first, &last);
  *start = get_place (self, &first);
  *end = get_place (self, &last);
}

/* --- Drawing --- */

/* A fill to be seen from afar, and a frame for those who do not see its colour. The frame of the one that is
 * gone to is bold, as a selection without the focus is pale. */
static void
paint_box (GtkSnapshot *snapshot, const GdkRectangle *segment, gboolean current)
{
  static const char *const fills[] = { "rgba(245, 194, 17, 0.38)", "rgba(245, 194, 17, 0.26)" };
  static const char *const frames[] = { "rgba(145, 94, 0, 0.85)", "rgba(248, 228, 92, 0.75)" };
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (segment->x - 1, segment->y, segment->width + 2, segment->height);
  float width = current ? 2 : 1;
  GskRoundedRect outline;
  GdkRGBA fill, frame;

  gdk_rgba_parse (&fill, fills[dark]);
  gdk_rgba_parse (&frame, frames[dark]);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { frame, frame, frame, frame });
}

static void
paint_match (QtrBulletsView *self, GtkSnapshot *snapshot, const Match *match)
{
  GtkTextIter iter, end, selected, selected_end;
  GdkRectangle segment;
  gboolean current = FALSE;

  find_range (self, match->line, match->start, match->end, &iter, &end);
  gtk_text_buffer_get_selection_bounds (gtk_text_iter_get_buffer (&iter), &selected, &selected_end);
  current = gtk_text_iter_equal (&iter, &selected) && gtk_text_iter_equal (&end, &selected_end);
  while (qtr_bullets_view_take_segment (self, &iter, &end, &segment))
    paint_box (snapshot, &segment, current);
}

void
qtr_bullets_view_paint_matches (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area)
{
  GtkTextIter iter;
  guint first = 0;
  guint last = 0;

  if (self->matches == NULL)
    return;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, area->y, NULL);
  first = gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, area->y + area->height, NULL);
  last = gtk_text_iter_get_line (&iter);
  for (guint i = 0; i < self->matches->len; i++) {
    const Match *match = &g_array_index (self->matches, Match, i);

    if (match->line >= first && match->line <= last && is_there (self, match))
      paint_match (self, snapshot, match);
  }
}
