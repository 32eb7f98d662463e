/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/pages-private.h"

#define SPACE_BELOW_HEAD 14.0
#define BAR_WIDTH 3.0

/* The last page of a part has at least so much, if no more than that has to be moved for it. */
#define LAST_PAGE_MIN 110.0
#define MOVED_MAX 260.0

#define PANEL_PADDING 34.0

typedef struct {
  QtrPageFlow *flow;
  GPtrArray *pages;
  QtrPage *page;
  double y;
  guint n_fills;
  QtrPageBandKind band;
  guint band_index;
} Breaker;

static QtrPageRow *
row_at (const QtrPageFlow *flow, guint i)
{
  return flow->rows->pdata[i];
}

static double
head_height (const QtrPageHead *head)
{
  double height = 0;

  for (; head != NULL; head = head->outer)
    for (guint i = 0; i < head->rows->len; i++) {
      const QtrPageRow *row = head->rows->pdata[i];

      height += row->height + row->space;
    }
  return height > 0 ? height + SPACE_BELOW_HEAD : 0;
}

static void
page_free (QtrPage *page)
{
  g_array_unref (page->artefacts);
  g_array_unref (page->boxes);
  g_free (page);
}

static GArray *
boxes_new (void)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (QtrPageBox));

  g_array_set_clear_func (boxes, (GDestroyNotify) qtr_page_box_clear);
  return boxes;
}

static void
begin_page (Breaker *self)
{
  self->page = g_new0 (QtrPage, 1);
  self->page->artefacts = boxes_new ();
  self->page->boxes = boxes_new ();
  self->y = self->flow->frame.top;
  self->n_fills = 0;
  self->band = QTR_PAGE_BAND_NONE;
  g_ptr_array_add (self->pages, self->page);
}

/* Fills come first, so that all else stands on them. */
static guint
put_fill (Breaker *self, const QtrPageBox *fill)
{
  g_array_insert_val (self->page->artefacts, self->n_fills, *fill);
  return self->n_fills++;
}

/* Rows with the same band that follow one another have one rectangle behind them, without seams. */
static void
put_band (Breaker *self, const QtrPageRow *row, double top)
{
  const QtrPageFrame *frame = &self->flow->frame;
  gboolean is_panel = row->band == QTR_PAGE_BAND_PANEL;
  double padding = is_panel ? PANEL_PADDING : 0;
  QtrPageBox band = { .kind = QTR_PAGE_BOX_FILL,
                      .x = is_panel ? 0 : frame->text_left,
                      .y = top - padding,
                      .width = is_panel ? frame->page_width : BAR_WIDTH,
                      .height = row->height + 2 * padding,
                      .element = QTR_PAGE_ARTEFACT,
                      .colour = self->flow->accent };

  if (row->band != QTR_PAGE_BAND_NONE && row->band == self->band && (row->glued || row->space == 0)) {
    QtrPageBox *last = &g_array_index (self->page->artefacts, QtrPageBox, self->band_index);

    last->height = top + row->height + padding - last->y;
  } else if (row->band != QTR_PAGE_BAND_NONE) {
    self->band_index = put_fill (self, &band);
  }
  self->band = row->band;
}

static void
put_box (Breaker *self, const QtrPageBox *box, double top)
{
  QtrPageBox placed = *box;

  placed.y += top;
  placed.baseline += top;
  if (box->kind == QTR_PAGE_BOX_FILL) {
    put_fill (self, &placed);
    return;
  }
  if (box->line != NULL)
    pango_layout_line_ref (box->line);
  if (box->chart != NULL)
    qtr_chart_ref (box->chart);
  g_array_append_val (box->element == QTR_PAGE_ARTEFACT ? self->page->artefacts : self->page->boxes, placed);
}

static void
put_row (Breaker *self, const QtrPageRow *row, double space)
{
  double top = self->y + space;

  put_band (self, row, top);
  for (guint i = 0; i < row->boxes->len; i++)
    put_box (self, &g_array_index (row->boxes, QtrPageBox, i), top);
  self->y = top + row->height;
}

static void
put_head_rows (Breaker *self, const QtrPageHead *head)
{
  if (head == NULL)
    return;
  put_head_rows (self, head->outer);
  for (guint i = 0; i < head->rows->len; i++)
    put_row (self, head->rows->pdata[i], ((const QtrPageRow *) head->rows->pdata[i])->space);
}

static void
put_head (Breaker *self, const QtrPageHead *head)
{
  put_head_rows (self, head);
  if (self->y > self->flow->frame.top)
    self->y += SPACE_BELOW_HEAD;
  self->band = QTR_PAGE_BAND_NONE;
}

/* Where something of a rank begins, what went before it in the same rank or in a lower one ends. */
static void
close_headings (const Breaker *self, guint end, guint level, guint last)
{
  guint open_level = G_MAXUINT;

  for (guint i = end; i-- > 0 && open_level > level;) {
    QtrPageHeading *heading = &g_array_index (self->flow->headings, QtrPageHeading, i);

    if (heading->level < open_level && heading->level >= level)
      heading->last = last;
    open_level = MIN (open_level, heading->level);
  }
}

static void
note_heading (Breaker *self, guint index, guint last)
{
  QtrPageHeading *heading = &g_array_index (self->flow->headings, QtrPageHeading, index);

  heading->first = heading->last = self->pages->len;
  heading->y = self->y;
  close_headings (self, index, heading->level, last);
}

static const QtrPageHead *
head_of (const QtrPageRow *row)
{
  return row->starts_page ? NULL : row->head;
}

/* How much stands from a row on, to the next that starts a page. */
static double
rest_from (const QtrPageFlow *flow, guint first)
{
  double height = 0;

  for (guint i = first; i < flow->rows->len && !row_at (flow, i)->starts_page && height < LAST_PAGE_MIN; i++)
    height += row_at (flow, i)->height + row_at (flow, i)->space;
  return height;
}

/* A last page of two lines looks lost: a little more goes over to it. */
static guint
feed_last_page (const QtrPageFlow *flow, guint first, guint end)
{
  double moved = 0;

  if (end >= flow->rows->len || row_at (flow, end)->starts_page || rest_from (flow, end) >= LAST_PAGE_MIN)
    return end;
  for (guint i = end - 1; i > first && moved < MOVED_MAX; i--) {
    moved += row_at (flow, i)->height + row_at (flow, i)->space;
    if (!row_at (flow, i)->glued && rest_from (flow, i) >= LAST_PAGE_MIN)
      return i;
  }
  return end;
}

/* As many rows as the page holds, back to the last place where they may be parted. */
static guint
find_end (const QtrPageFlow *flow, guint first)
{
  double room = flow->frame.bottom - flow->frame.top - head_height (head_of (row_at (flow, first)));
  double used = 0;
  guint good = first;
  guint i = first;

  for (; i < flow->rows->len; i++) {
    const QtrPageRow *row = row_at (flow, i);

    if (i > first && row->starts_page)
      return i;
    if (i > first && !row->glued)
      good = i;
    used += row->height + (i > first ? row->space : 0);
    if (used > room + 0.01)
      break;
  }
  if (i == flow->rows->len)
    return i;
  return good > first ? good : MAX (i, first + 1);
}

void
qtr_page_flow_break (QtrPageFlow *flow, GPtrArray *pages)
{
  Breaker self = { .flow = flow, .pages = pages };

  g_ptr_array_set_free_func (pages, (GDestroyNotify) page_free);
  for (guint i = 0; i < flow->rows->len;) {
    guint end = feed_last_page (flow, i, find_end (flow, i));
    guint first = i;

    begin_page (&self);
    put_head (&self, head_of (row_at (flow, i)));
    for (; i < end; i++) {
      const QtrPageRow *row = row_at (flow, i);

      if (row->heading > 0)
        note_heading (&self, row->heading - 1, i == first ? pages->len - 1 : pages->len);
      put_row (&self, row, i > first ? row->space : 0);
    }
  }
  close_headings (&self, flow->headings->len, 1, pages->len);
}
