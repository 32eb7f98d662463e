/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/pages-private.h"

#define MARKING_TOP 24.0
#define DRAFT_TOP 40.0
#define FOOT_RULE 52.0
#define FOOT 46.0
#define MARKING_BOTTOM 27.0
#define NUMBER_WIDTH 120.0

#define DRAFT_COLOUR ((QtrColour) { 0xa3, 0x19, 0x2e })

static QtrPageText
running_text (const QtrPageFlow *flow, const char *words, QtrColour colour)
{
  return (QtrPageText) { .text = words,
                         .font = { .size = 9.5, .leading = 1.25, .numbers = TRUE, .flat = TRUE },
                         .colour = colour,
                         .left = flow->frame.left,
                         .width = flow->frame.width,
                         .lines = 1 };
}

static void
copy_boxes (QtrPage *page, const QtrPageRow *row)
{
  for (guint i = 0; i < row->boxes->len; i++) {
    QtrPageBox box = g_array_index (row->boxes, QtrPageBox, i);

    if (box.line != NULL)
      pango_layout_line_ref (box.line);
    g_array_append_val (page->artefacts, box);
  }
}

static void
set_marking (QtrPageFlow *flow, QtrPageRow *row, const char *marking, double y)
{
  QtrPageText text = running_text (flow, marking, QTR_PAGE_INK);

  text.font.size = 10;
  text.font.bold = TRUE;
  text.font.letter_spacing = 0.8;
  text.centred = TRUE;
  qtr_page_text_put (flow, row, QTR_PAGE_ARTEFACT, &text, y);
}

static void
set_draft (QtrPageFlow *flow, QtrPageRow *row, const char *draft)
{
  QtrPageText text = running_text (flow, draft, DRAFT_COLOUR);

  text.font.bold = TRUE;
  text.centred = TRUE;
  qtr_page_text_put (flow, row, QTR_PAGE_ARTEFACT, &text, DRAFT_TOP);
}

static void
set_foot (QtrPageFlow *flow, QtrPageRow *row, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *words = g_strdup_printf ("%s · %s", title, publication->quarter);
  QtrPageText foot = running_text (flow, words, QTR_PAGE_MUTED);

  foot.width -= NUMBER_WIDTH;
  qtr_page_text_put (flow, row, QTR_PAGE_ARTEFACT, &foot, flow->frame.page_height - FOOT);
}

static void
put_number (QtrPage *page, QtrPageFlow *flow, guint number, guint n_pages)
{
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *words = g_strdup_printf (_ ("Page %u of %u"), number, n_pages);
  QtrPageText text = running_text (flow, words, QTR_PAGE_MUTED);
  QtrPageRow *row = qtr_page_flow_add_row (flow, 0);

  text.left += text.width - NUMBER_WIDTH;
  text.width = NUMBER_WIDTH;
  text.at_end = TRUE;
  qtr_page_text_put (flow, row, QTR_PAGE_ARTEFACT, &text, flow->frame.page_height - FOOT);
  copy_boxes (page, row);
}

static void
put_rule (QtrPage *page, const QtrPageFlow *flow)
{
  QtrPageBox rule = { .kind = QTR_PAGE_BOX_FILL,
                      .x = flow->frame.left,
                      .y = flow->frame.page_height - FOOT_RULE,
                      .width = flow->frame.width,
                      .height = 0.6,
                      .element = QTR_PAGE_ARTEFACT,
                      .colour = QTR_PAGE_RULE };

  g_array_prepend_val (page->artefacts, rule);
}

/* What is the same on every page is set once. */
void
qtr_pages_add_running (QtrPages *pages, QtrPageFlow *flow, const QtrPublication *publication)
{
  g_autofree char *marking = publication->marking != NULL ? g_utf8_strup (publication->marking, -1) : NULL;
  QtrPageRow *all = qtr_page_flow_add_row (flow, 0);
  QtrPageRow *inner = qtr_page_flow_add_row (flow, 0);

  if (marking != NULL) {
    set_marking (flow, all, marking, MARKING_TOP);
    set_marking (flow, all, marking, flow->frame.page_height - MARKING_BOTTOM);
  }
  if (publication->draft != NULL)
    set_draft (flow, all, publication->draft);
  set_foot (flow, inner, publication);
  for (guint i = 0; i < pages->pages->len; i++) {
    QtrPage *page = pages->pages->pdata[i];

    copy_boxes (page, all);
    if (i > 0) {
      put_rule (page, flow);
      copy_boxes (page, inner);
    }
    put_number (page, flow, i + 1, pages->pages->len);
  }
}
