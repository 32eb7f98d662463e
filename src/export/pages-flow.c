/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/text.h"

#include "export/pages-private.h"

/* Families with a file for each weight, which embed under their own names. */
#define FONT "Inter, Liberation Sans, Noto Sans, sans-serif"

#define A4_SHORT 595.276
#define A4_LONG 841.89
#define MARGIN_SIDE 62.0
#define MARGIN_TOP 70.0
#define MARGIN_BOTTOM 66.0

/* On the broad paper, text as wide as the page would be tiring to read: it is moved in. */
#define MOVED_IN 150.0

#define ACCENT ((QtrColour) { 0x1d, 0x4f, 0x91 })

static QtrPageFrame
frame_for (QtrPaper paper)
{
  gboolean is_landscape = paper == QTR_PAPER_A4_LANDSCAPE;
  double moved_in = is_landscape ? MOVED_IN : 0;
  QtrPageFrame frame = { .page_width = is_landscape ? A4_LONG : A4_SHORT,
                         .page_height = is_landscape ? A4_SHORT : A4_LONG,
                         .left = MARGIN_SIDE,
                         .top = MARGIN_TOP };

  frame.width = frame.page_width - 2 * MARGIN_SIDE;
  frame.bottom = frame.page_height - MARGIN_BOTTOM;
  frame.text_left = frame.left + moved_in;
  frame.text_width = frame.width - moved_in;
  return frame;
}

static void
element_clear (QtrPageElement *element)
{
  g_free (element->text);
}

static void
heading_clear (QtrPageHeading *heading)
{
  g_free (heading->text);
  g_free (heading->anchor);
}

static void
head_free (QtrPageHead *head)
{
  g_ptr_array_unref (head->rows);
  g_free (head);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_page_row_free);
}

QtrPageFlow *
qtr_page_flow_new (const QtrPublication *publication)
{
  QtrPageFlow *self = g_new0 (QtrPageFlow, 1);
  QtrColour accent = ACCENT;

  if (publication->accent != NULL)
    qtr_colour_parse (publication->accent, &accent);
  self->frame = frame_for (publication->paper);
  self->accent = qtr_colour_reach_contrast (accent, QTR_COLOUR_WHITE, QTR_CONTRAST_TEXT);
  self->context = qtr_chart_text_context (FONT);
  self->elements = g_array_new (FALSE, FALSE, sizeof (QtrPageElement));
  g_array_set_clear_func (self->elements, (GDestroyNotify) element_clear);
  self->headings = g_array_new (FALSE, FALSE, sizeof (QtrPageHeading));
  g_array_set_clear_func (self->headings, (GDestroyNotify) heading_clear);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = rows_new ();
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
  self->parent = QTR_PAGE_ARTEFACT;
  qtr_page_flow_begin (self, QTR_PAGE_DOCUMENT);
  return self;
}

void
qtr_page_flow_free (QtrPageFlow *self)
{
  g_object_unref (self->context);
  g_array_unref (self->elements);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->heads);
  g_free (self);
}

guint
qtr_page_flow_add_element (QtrPageFlow *self, QtrPageRole role, const char *text)
{
  QtrPageElement element = { .role = role, .parent = self->parent, .text = g_strdup (text) };

  g_array_append_val (self->elements, element);
  return self->elements->len - 1;
}

void
qtr_page_flow_begin (QtrPageFlow *self, QtrPageRole role)
{
  self->parent = qtr_page_flow_add_element (self, role, NULL);
}

void
qtr_page_flow_end (QtrPageFlow *self)
{
  self->parent = g_array_index (self->elements, QtrPageElement, self->parent).parent;
}

void
qtr_page_flow_skip (QtrPageFlow *self, double space)
{
  self->space = MAX (self->space, space);
}

GPtrArray *
qtr_page_flow_begin_head (QtrPageFlow *self)
{
  GPtrArray *rows = self->rows;

  self->rows = rows_new ();
  self->kept_space = self->space;
  self->kept_glue = self->glue;
  self->space = 0;
  self->glue = FALSE;
  return rows;
}

void
qtr_page_flow_end_head (QtrPageFlow *self, GPtrArray *rows)
{
  QtrPageHead *head = g_new0 (QtrPageHead, 1);

  head->outer = self->head;
  head->rows = self->rows;
  self->rows = rows;
  self->head = head;
  self->space = self->kept_space;
  self->glue = self->kept_glue;
  g_ptr_array_add (self->heads, head);
}

QtrPageRow *
qtr_page_flow_add_row (QtrPageFlow *self, double height)
{
  QtrPageRow *row = g_new0 (QtrPageRow, 1);

  row->boxes = g_array_new (FALSE, TRUE, sizeof (QtrPageBox));
  g_array_set_clear_func (row->boxes, (GDestroyNotify) qtr_page_box_clear);
  row->height = height;
  row->space = self->space;
  row->glued = self->glue;
  row->starts_page = self->start_page;
  row->head = self->head;
  row->band = self->band;
  self->space = 0;
  self->glue = FALSE;
  self->start_page = FALSE;
  g_ptr_array_add (self->rows, row);
  return row;
}

void
qtr_page_row_free (QtrPageRow *row)
{
  g_array_unref (row->boxes);
  g_free (row);
}

QtrPageBox *
qtr_page_row_add_box (QtrPageRow *row, QtrPageBoxKind kind, guint element, double x, double y, double width,
                      double height)
{
  QtrPageBox box = { .kind = kind, .element = element, .x = x, .y = y, .width = width, .height = height };

  g_array_append_val (row->boxes, box);
  return &g_array_index (row->boxes, QtrPageBox, row->boxes->len - 1);
}

void
qtr_page_box_clear (QtrPageBox *box)
{
  g_clear_pointer (&box->line, pango_layout_line_unref);
  g_clear_pointer (&box->chart, qtr_chart_unref);
}
