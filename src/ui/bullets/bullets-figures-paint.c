/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "ui/bullets/bullets-figures.h"

/*
 * A linked figure stands on a tinted ground with round corners. One that was overridden has a dashed frame,
 * one that is not known a bold one: nothing is said by colour alone.
 */

/* What it looks like. */
typedef struct {
  GdkRGBA fill;
  GdkRGBA frame;
  float width;
  gboolean dashed;
} Look;

static GdkRGBA
fade (GdkRGBA colour, float strength)
{
  colour.alpha *= strength;
  return colour;
}

static GdkRGBA
get_accent (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GdkRGBA colour;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (style),
                                       adw_style_manager_get_dark (style), &colour);
  return colour;
}

static GdkRGBA
get_warning (void)
{
  GdkRGBA colour;

  gdk_rgba_parse (&colour,
                  adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "#ffc252" : "#905400");
  return colour;
}

static Look
choose_look (QtrFigureState state)
{
  gboolean contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  gboolean overridden = state == QTR_FIGURE_OVERRIDDEN;
  gboolean known = state == QTR_FIGURE_KNOWN;
  GdkRGBA colour = known ? get_accent () : get_warning ();

  return (Look) {
    .fill = fade (colour, 0.16f),
    .frame = fade (colour, contrast || !known ? 0.9f : 0),
    .width = known || overridden ? 1 : 2,
    .dashed = overridden,
  };
}

static void
paint_frame (GtkSnapshot *snapshot, const GskRoundedRect *outline, const Look *look)
{
  const float dashes[] = { 3, 2 };
  GskPathBuilder *builder = gsk_path_builder_new ();
  GskStroke *stroke = gsk_stroke_new (look->width);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_rounded_rect (builder, outline);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &look->frame);
  gsk_stroke_free (stroke);
}

static void
paint_segment (GtkSnapshot *snapshot, const GdkRectangle *segment, const Look *look)
{
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (segment->x - 2, segment->y, segment->width + 4, segment->height);
  const GdkRGBA frame[4] = { look->frame, look->frame, look->frame, look->frame };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &look->fill, &bounds);
  gtk_snapshot_pop (snapshot);
  if (look->dashed)
    paint_frame (snapshot, &outline, look);
  else
    gtk_snapshot_append_border (snapshot, &outline,
                                (float[4]) { look->width, look->width, look->width, look->width }, frame);
}

static void
paint_chip (QtrBulletsView *self, GtkSnapshot *snapshot, const QtrBulletsChip *chip)
{
  Look look = choose_look (chip->state);
  GtkTextIter iter = chip->start;
  GdkRectangle segment;

  while (qtr_bullets_view_take_segment (self, &iter, &chip->end, &segment)) {
    segment.height = MIN (segment.height, self->metrics.height);
    paint_segment (snapshot, &segment, &look);
  }
}

void
qtr_bullets_view_paint_figures (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area)
{
  GtkTextIter iter, end;
  QtrBulletsChip chip;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, area->y, NULL);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &end, area->y + area->height, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  while (qtr_bullets_view_next_figure (self, &iter, &end, &chip))
    paint_chip (self, snapshot, &chip);
}
