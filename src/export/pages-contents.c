/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/pages-private.h"

#define ENTRY_SIZE 13.0
#define RANGE_WIDTH 64.0
#define PADDING 9.0
#define RULE 0.6

/* A title that is longer is whole where it heads its part. */
#define ENTRY_LINES_MAX 3

static gboolean
has_entries (const QtrPublication *publication)
{
  for (guint i = 0; i < publication->nodes->len; i++)
    if (((const QtrNode *) publication->nodes->pdata[i])->anchor != NULL)
      return TRUE;
  return FALSE;
}

static void
add_heading (QtrPageFlow *flow)
{
  QtrPageText text = { .text = _ ("Contents"),
                       .font = { .size = 23, .bold = TRUE, .display = TRUE, .leading = 1.2 },
                       .colour = QTR_PAGE_INK,
                       .left = flow->frame.left,
                       .width = flow->frame.width };

  qtr_page_flow_add_heading (flow, QTR_PAGE_HEADING_2, 1, text.text, NULL, &text);
  qtr_page_flow_skip (flow, 14);
}

static void
add_entry (QtrPageFlow *flow, const QtrNode *node)
{
  QtrPageText text = { .text = node->text,
                       .font = { .size = ENTRY_SIZE },
                       .colour = QTR_PAGE_INK,
                       .left = flow->frame.left,
                       .width = flow->frame.width - RANGE_WIDTH,
                       .lines = ENTRY_LINES_MAX,
                       .goes_on = TRUE };
  QtrPageRow *row = qtr_page_flow_add_row (flow, 0);
  QtrPageBox *box;
  guint element;

  qtr_page_flow_begin (flow, QTR_PAGE_CONTENTS_ITEM);
  qtr_page_flow_begin (flow, QTR_PAGE_REFERENCE);
  element = qtr_page_flow_add_element (flow, QTR_PAGE_LINK, node->text);
  qtr_page_text_put (flow, row, element, &text, PADDING);
  box = qtr_page_row_add_box (row, QTR_PAGE_BOX_TEXT, element,
                              flow->frame.left + flow->frame.width - RANGE_WIDTH + 12, PADDING,
                              RANGE_WIDTH - 12, row->height - PADDING);
  box->colour = flow->accent;
  row->height += PADDING;
  box = qtr_page_row_add_box (row, QTR_PAGE_BOX_FILL, QTR_PAGE_ARTEFACT, flow->frame.left, row->height,
                              flow->frame.width, RULE);
  box->colour = QTR_PAGE_RULE;
  row->height += RULE;
  qtr_page_flow_end (flow);
  qtr_page_flow_end (flow);
}

void
qtr_page_flow_add_contents (QtrPageFlow *flow, const QtrPublication *publication)
{
  if (!has_entries (publication))
    return;
  qtr_page_flow_begin (flow, QTR_PAGE_SECTION);
  add_heading (flow);
  qtr_page_flow_begin (flow, QTR_PAGE_CONTENTS);
  for (guint i = 0; i < publication->nodes->len; i++)
    if (((const QtrNode *) publication->nodes->pdata[i])->anchor != NULL)
      add_entry (flow, publication->nodes->pdata[i]);
  qtr_page_flow_end (flow);
  qtr_page_flow_end (flow);
  qtr_page_flow_skip (flow, 30);
}

/* The entries stand in the order of the headings that have an anchor. */
static void
set_targets (QtrPages *pages)
{
  guint next = 0;

  for (guint i = 0; i < pages->elements->len; i++) {
    QtrPageElement *element = &g_array_index (pages->elements, QtrPageElement, i);

    if (element->role != QTR_PAGE_LINK)
      continue;
    while (g_array_index (pages->headings, QtrPageHeading, next).anchor == NULL)
      next++;
    element->target = next++;
  }
}

static void
fill (QtrPages *pages, QtrPageFlow *flow, QtrPageBox *box)
{
  const QtrPageElement *link = &g_array_index (pages->elements, QtrPageElement, box->element);
  const QtrPageHeading *heading = &g_array_index (pages->headings, QtrPageHeading, link->target);
  g_autofree char *range = heading->last > heading->first
                               ? g_strdup_printf ("%u–%u", heading->first, heading->last)
                               : g_strdup_printf ("%u", heading->first);
  QtrPageText text = { .text = range,
                       .font = { .size = ENTRY_SIZE, .bold = TRUE, .numbers = TRUE },
                       .colour = box->colour,
                       .left = box->x,
                       .width = box->width,
                       .lines = 1,
                       .at_end = TRUE };
  QtrPageRow *row = qtr_page_flow_add_row (flow, 0);
  QtrPageBox *made;

  qtr_page_text_put (flow, row, box->element, &text, box->y);
  made = &g_array_index (row->boxes, QtrPageBox, 0);
  *box = *made;
  pango_layout_line_ref (box->line);
}

void
qtr_pages_fill_contents (QtrPages *pages, QtrPageFlow *flow)
{
  set_targets (pages);
  for (guint i = 0; i < pages->pages->len; i++) {
    GArray *boxes = ((QtrPage *) pages->pages->pdata[i])->boxes;

    for (guint j = 0; j < boxes->len; j++) {
      QtrPageBox *box = &g_array_index (boxes, QtrPageBox, j);

      if (box->kind == QTR_PAGE_BOX_TEXT && box->line == NULL)
        fill (pages, flow, box);
    }
  }
}
