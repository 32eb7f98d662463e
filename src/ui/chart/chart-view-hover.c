/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/chart/chart-view-hover.h"

#define RING_RADIUS_MIN 4.0f
#define RING_WIDTH 2.0f
#define BUBBLE_PADDING_X 9.0f
#define BUBBLE_PADDING_Y 6.0f
#define BUBBLE_RADIUS 8.0f
#define BUBBLE_DISTANCE 14.0f

/* The colours of the toolkit's own tooltips, which are the same in light and dark. */
static const GdkRGBA bubble_colour = { 0, 0, 0, 0.82f };
static const GdkRGBA bubble_border = { 1, 1, 1, 0.18f };
static const GdkRGBA words_colour = { 1, 1, 1, 1 };

static void
draw_rule (GtkSnapshot *snapshot, const QtrChartGeometry *geometry, float x, GdkRGBA colour)
{
  graphene_rect_t rule =
      GRAPHENE_RECT_INIT (x - 0.5f, (float) geometry->plot.y, 1, (float) geometry->plot.height);

  colour.alpha *= 0.4f;
  gtk_snapshot_append_color (snapshot, &colour, &rule);
}

static void
draw_ring (GtkSnapshot *snapshot, const QtrChartMark *mark, const GdkRGBA *colour)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) mark->x, (float) mark->y);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (RING_WIDTH);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &at, MAX ((float) mark->radius, RING_RADIUS_MIN) + RING_WIDTH);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, colour);
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *value, const char *period)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>\n<small>%s</small>", value, period);

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

/* Above the mark if there is room, else below it, and never over the picture's edge. */
static graphene_rect_t
place_bubble (GtkWidget *widget, const QtrChartMark *mark, float width, float height)
{
  float right = (float) gtk_widget_get_width (widget) - width;
  float above = (float) mark->y - BUBBLE_DISTANCE - height;
  float x = CLAMP ((float) mark->x - width / 2, 0, MAX (right, 0));

  return GRAPHENE_RECT_INIT (x, above >= 0 ? above : (float) mark->y + BUBBLE_DISTANCE, width, height);
}

static void
draw_bubble (GtkWidget *widget, GtkSnapshot *snapshot, const QtrChartMark *mark, PangoLayout *layout)
{
  static const float borders[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { bubble_border, bubble_border, bubble_border, bubble_border };
  int width = 0;
  int height = 0;
  graphene_rect_t bounds;
  GskRoundedRect outline;

  pango_layout_get_pixel_size (layout, &width, &height);
  bounds = place_bubble (widget, mark, (float) width + 2 * BUBBLE_PADDING_X,
                         (float) height + 2 * BUBBLE_PADDING_Y);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, BUBBLE_RADIUS);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &bubble_colour, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, borders, colours);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x + BUBBLE_PADDING_X,
                                                          bounds.origin.y + BUBBLE_PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &words_colour);
  gtk_snapshot_restore (snapshot);
}

void
qtr_chart_view_draw_hover (GtkWidget *widget, GtkSnapshot *snapshot, const QtrChartGeometry *geometry,
                           const QtrChartMark *mark, const char *value, const char *period)
{
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (geometry != NULL && mark != NULL);

  layout = make_layout (widget, value, period);
  gtk_widget_get_color (widget, &colour);
  draw_rule (snapshot, geometry, (float) mark->x, colour);
  draw_ring (snapshot, mark, &colour);
  draw_bubble (widget, snapshot, mark, layout);
}
