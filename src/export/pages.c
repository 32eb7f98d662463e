/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/painter.h"

#include "export/pages-private.h"

#define CHART_FONT "Inter, Liberation Sans, Noto Sans, sans-serif"

/* What the pages need of what they were made of goes over to them. */
static QtrPages *
take_over (QtrPageFlow *flow)
{
  QtrPages *self = g_new0 (QtrPages, 1);

  self->width = flow->frame.page_width;
  self->height = flow->frame.page_height;
  self->pages = g_ptr_array_new ();
  self->elements = g_array_ref (flow->elements);
  self->headings = g_array_ref (flow->headings);
  self->layouts = g_ptr_array_ref (flow->layouts);
  return self;
}

QtrPages *
qtr_pages_new (const QtrPublication *publication)
{
  g_autoptr (QtrPageFlow) flow = NULL;
  cairo_surface_t *logo;
  QtrPages *self;

  g_return_val_if_fail (publication != NULL, NULL);

  flow = qtr_page_flow_new (publication);
  logo = qtr_page_logo_load (publication->logo);
  qtr_page_flow_add_cover (flow, publication, logo);
  qtr_page_flow_add_contents (flow, publication);
  qtr_page_flow_add_nodes (flow, publication->nodes);
  self = take_over (flow);
  self->logo = logo;
  qtr_page_flow_break (flow, self->pages);
  qtr_pages_fill_contents (self, flow);
  qtr_pages_add_running (self, flow, publication);
  return self;
}

void
qtr_pages_free (QtrPages *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->elements);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->layouts);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self);
}

static void
set_source (cairo_t *cr, QtrColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static gboolean
draw_chart (const QtrPageBox *box, cairo_t *cr)
{
  QtrChartStyle style = { .font = CHART_FONT, .is_transparent = TRUE };
  gboolean is_whole;

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  is_whole = qtr_chart_paint (cr, box->width, box->height, box->chart, &style, NULL);
  cairo_restore (cr);
  return is_whole;
}

static void
draw_logo (const QtrPages *self, const QtrPageBox *box, cairo_t *cr)
{
  double scale = box->width / cairo_image_surface_get_width (self->logo);

  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

gboolean
qtr_page_box_draw (const QtrPages *self, const QtrPageBox *box, cairo_t *cr)
{
  switch (box->kind) {
  case QTR_PAGE_BOX_TEXT:
    set_source (cr, box->colour);
    cairo_move_to (cr, box->x, box->baseline);
    pango_cairo_show_layout_line (cr, box->line);
    cairo_new_path (cr);
    return TRUE;
  case QTR_PAGE_BOX_FILL:
    set_source (cr, box->colour);
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    cairo_fill (cr);
    return TRUE;
  case QTR_PAGE_BOX_CHART:
    return draw_chart (box, cr);
  case QTR_PAGE_BOX_LOGO:
    draw_logo (self, box, cr);
    return TRUE;
  default:
    g_assert_not_reached ();
  }
}

static gboolean
draw_boxes (const QtrPages *self, const GArray *boxes, cairo_t *cr)
{
  gboolean is_whole = TRUE;

  for (guint i = 0; i < boxes->len; i++)
    is_whole = qtr_page_box_draw (self, &g_array_index (boxes, QtrPageBox, i), cr) && is_whole;
  return is_whole;
}

gboolean
qtr_pages_draw (const QtrPages *self, guint index, cairo_t *cr)
{
  const QtrPage *page;
  gboolean is_whole;

  g_return_val_if_fail (self != NULL && index < self->pages->len && cr != NULL, FALSE);

  page = self->pages->pdata[index];
  is_whole = draw_boxes (self, page->artefacts, cr);
  return draw_boxes (self, page->boxes, cr) && is_whole;
}
