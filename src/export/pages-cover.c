/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "export/pages-private.h"

#define LOGO_HEIGHT 54.0
#define LOGO_WIDTH_MAX 240.0

/* Where the panel begins, as a part of the page's height. */
#define PANEL_TOP 0.3

/* Titles of usual length are large; long ones are smaller, so that they stay on the cover. */
#define LONG_TITLE 60

static QtrPageText
cover_text (const QtrPageFlow *flow, const char *words, double size, QtrColour colour)
{
  return (QtrPageText) { .text = words,
                         .font = { .size = size, .leading = 1.3 },
                         .colour = colour,
                         .left = flow->frame.left,
                         .width = flow->frame.width };
}

static void
add_logo (QtrPageFlow *flow, const QtrPublication *publication, cairo_surface_t *logo)
{
  double width, height, scale;
  guint element;

  if (logo == NULL)
    return;
  width = cairo_image_surface_get_width (logo);
  height = cairo_image_surface_get_height (logo);
  scale = MIN (LOGO_HEIGHT / height, LOGO_WIDTH_MAX / width);
  element = qtr_page_flow_add_element (flow, QTR_PAGE_FIGURE,
                                       publication->logo_text != NULL ? publication->logo_text : _ ("Logo"));
  qtr_page_row_add_box (qtr_page_flow_add_row (flow, height * scale), QTR_PAGE_BOX_LOGO, element,
                        flow->frame.left, 0, width * scale, height * scale);
  qtr_page_flow_skip (flow, 14);
}

static void
add_body (QtrPageFlow *flow, const char *body)
{
  QtrPageText text = cover_text (flow, body, 14, QTR_PAGE_INK);

  if (body == NULL)
    return;
  text.font.bold = TRUE;
  qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text);
}

/* How much of the page is filled, without the rows that a hostile title would add. */
static double
filled (const QtrPageFlow *flow)
{
  double height = 0;

  for (guint i = 0; i < flow->rows->len; i++)
    height += ((const QtrPageRow *) flow->rows->pdata[i])->height +
              ((const QtrPageRow *) flow->rows->pdata[i])->space;
  return height;
}

static void
add_panel (QtrPageFlow *flow, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  gboolean is_long = g_utf8_strlen (title, -1) > LONG_TITLE;
  QtrPageText text = cover_text (flow, title, is_long ? 25 : 33, QTR_COLOUR_WHITE);
  QtrPageText kind = cover_text (flow, publication->kind, 19, QTR_COLOUR_WHITE);
  QtrPageText quarter = cover_text (flow, publication->quarter, 19, QTR_COLOUR_WHITE);
  guint element = qtr_page_flow_add_element (flow, QTR_PAGE_HEADING_1, NULL);
  double above = flow->frame.page_height * PANEL_TOP - flow->frame.top - filled (flow);

  text.font.bold = text.font.display = kind.font.display = quarter.font.display = TRUE;
  text.font.leading = 1.18;
  text.goes_on = TRUE;
  quarter.font.bold = TRUE;
  flow->band = QTR_PAGE_BAND_PANEL;
  qtr_page_flow_skip (flow, MAX (above, 56));
  qtr_page_text_flow (flow, element, &text);
  flow->glue = TRUE;
  qtr_page_flow_skip (flow, 16);
  qtr_page_text_flow (flow, element, &kind);
  flow->glue = TRUE;
  qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &quarter);
  flow->band = QTR_PAGE_BAND_NONE;
  qtr_page_flow_skip (flow, 64);
}

static void
add_fact (QtrPageFlow *flow, const char *words, gboolean is_first)
{
  QtrPageText text = cover_text (flow, words, 13, is_first ? QTR_PAGE_INK : QTR_PAGE_MUTED);

  if (words == NULL || *words == '\0')
    return;
  text.font.bold = is_first;
  text.font.leading = 1.5;
  qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text);
}

static void
add_facts (QtrPageFlow *flow, const QtrPublication *publication)
{
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;
  g_autofree char *imprint = qtr_publication_get_imprint (publication, "\n");
  g_auto (GStrv) lines = g_strsplit (imprint, "\n", -1);

  add_fact (flow, data_to, TRUE);
  for (guint i = 0; lines[i] != NULL; i++)
    add_fact (flow, lines[i], FALSE);
}

void
qtr_page_flow_add_cover (QtrPageFlow *flow, const QtrPublication *publication, cairo_surface_t *logo)
{
  qtr_page_flow_begin (flow, QTR_PAGE_SECTION);
  add_logo (flow, publication, logo);
  add_body (flow, publication->body);
  add_panel (flow, publication);
  add_facts (flow, publication);
  qtr_page_flow_end (flow);
  flow->space = 0;
  flow->start_page = TRUE;
}
