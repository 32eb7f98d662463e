/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "export/pages-private.h"

#define SIZE_MAX_POINTS 12.0
#define SIZE_MIN_POINTS 9.0
#define LEADING 1.3
#define GAP 8.0
#define PADDING 4.0
#define PADDING_SMALL 1.4
#define RULE_THIN 0.6
#define RULE_THICK 1.5

/* A word may ask for so much of a table's width, and is parted if it is longer. */
#define WORD_SHARE 0.4

/* A row may be as high as this part of a page, a heading as that: what is higher is set cell by cell. */
#define ROW_SHARE 0.5
#define HEADING_SHARE 0.25

/* What is as short as a period or a number stays on one line. */
#define SHORT_CELL 68.0

/* What heads the rows is read first, and is given room for it. */
#define NAME_WIDTH 130.0

/* A sentence in a cell is to take no more lines than this, if there is room. */
#define LINES_WISHED 5

/* A heading may take several lines, and asks for no more width than one of them. */
#define HEADING_LINES (1.0 / 3)

/* A table of so few rows is not parted. */
#define WHOLE_MAX 6

/* A text shorter than this is never high, whatever its column. */
#define SHORT_TEXT 120

/* The words of a rating say it already; the colour only helps to find them. */
static const struct {
  QtrRating rating;
  QtrColour colour;
} ratings[] = {
  { QTR_RATING_GREEN, { 0x1a, 0x6b, 0x3c } },
  { QTR_RATING_AMBER, { 0x8a, 0x55, 0x00 } },
  { QTR_RATING_RED, { 0xa3, 0x19, 0x2e } },
};

/* What a column needs so that no word is parted, what it should have, and what it would have on lines of any
 * length. */
typedef struct {
  double least;
  double wished;
  double natural;
  double x;
  double width;
} Column;

typedef struct {
  QtrPageFlow *flow;
  const QtrTable *table;
  double left;
  double width;
  double size;
  double padding;
  guint n_columns;
  Column *columns;
} Grid;

static void
grid_clear (Grid *self)
{
  g_clear_pointer (&self->columns, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static const QtrTableColumn *
column_at (const QtrTable *table, guint i)
{
  return table->columns->pdata[i];
}

static QtrPageText
cell_text (const Grid *self, const char *words, guint i)
{
  return (QtrPageText) { .text = words,
                         .font = { .size = self->size, .leading = LEADING, .numbers = TRUE },
                         .colour = QTR_PAGE_INK,
                         .left = self->columns[i].x,
                         .width = self->columns[i].width,
                         .at_end = column_at (self->table, i)->numeric };
}

static QtrPageText
heading_text (const Grid *self, guint i)
{
  QtrPageText text = cell_text (self, column_at (self->table, i)->title, i);

  text.font.bold = TRUE;
  return text;
}

static QtrPageText
body_text (const Grid *self, const QtrTableCell *cell, guint i)
{
  QtrPageText text = cell_text (self, cell->text, i);

  for (guint j = 0; j < G_N_ELEMENTS (ratings); j++)
    if (cell->rating == ratings[j].rating) {
      text.colour = ratings[j].colour;
      text.font.bold = TRUE;
    }
  return text;
}

static void
widen (const Grid *self, const QtrPageText *text, guint i, double share)
{
  double least, natural;

  qtr_page_text_widths (self->flow, text, &least, &natural);
  self->columns[i].least = MAX (self->columns[i].least, natural < SHORT_CELL && share == 1 ? natural : least);
  self->columns[i].natural = MAX (self->columns[i].natural, natural * share);
}

static void
set_wishes (const Grid *self, Column *column, double name_width)
{
  column->least = MIN (column->least, self->width * WORD_SHARE);
  column->natural = MAX (column->natural, column->least);
  column->wished = MAX (column->natural / LINES_WISHED, MIN (column->natural, name_width));
  column->wished = CLAMP (column->wished, column->least, MAX (column->least, self->width * WORD_SHARE));
}

static void
measure (const Grid *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    QtrPageText text = heading_text (self, i);

    widen (self, &text, i, HEADING_LINES);
    for (guint j = 0; j < self->table->rows->len; j++) {
      const GPtrArray *row = self->table->rows->pdata[j];

      text = body_text (self, row->pdata[i], i);
      widen (self, &text, i, 1);
    }
    set_wishes (self, &self->columns[i], i == 0 ? NAME_WIDTH : 0);
  }
}

/* The largest letters with which every column has what it should; what was measured is as much smaller. */
static void
choose_size (Grid *self, double largest)
{
  double room = self->width - GAP * (self->n_columns - 1);
  double wished = 1;
  double scale;

  for (guint i = 0; i < self->n_columns; i++)
    wished += self->columns[i].wished;
  self->size = CLAMP (floor (2 * SIZE_MAX_POINTS * room / wished) / 2, SIZE_MIN_POINTS, largest);
  scale = self->size / SIZE_MAX_POINTS;
  for (guint i = 0; i < self->n_columns; i++) {
    self->columns[i].least *= scale;
    self->columns[i].natural *= scale;
  }
}

/* Each column has what its longest word needs, and of the rest as much as it has more to say. */
static void
share_width (const Grid *self)
{
  double rest = self->width - GAP * (self->n_columns - 1);
  double wishes = 0;
  double x = self->left;

  for (guint i = 0; i < self->n_columns; i++)
    rest -= self->columns[i].least;
  for (guint i = 0; i < self->n_columns; i++)
    wishes += rest > 0 ? MAX (self->columns[i].natural - self->columns[i].least, 1) : self->columns[i].least;
  for (guint i = 0; i < self->n_columns; i++) {
    Column *column = &self->columns[i];
    double wish = rest > 0 ? MAX (column->natural - column->least, 1) : column->least;

    column->x = x;
    column->width = column->least + rest * wish / wishes;
    x += column->width + GAP;
  }
}

static void
grid_init (Grid *self, QtrPageFlow *flow, const QtrTable *table, double left, double width, double largest,
           double padding)
{
  *self = (Grid) { .flow = flow,
                   .table = table,
                   .left = left,
                   .width = width,
                   .padding = padding,
                   .n_columns = table->columns->len };
  self->size = SIZE_MAX_POINTS;
  self->columns = g_new0 (Column, self->n_columns);
  measure (self);
  choose_size (self, largest);
  share_width (self);
}

static gboolean
is_high (const Grid *self, const QtrPageText *text, double share)
{
  double room = (self->flow->frame.bottom - self->flow->frame.top) * share;
  double least, natural;

  if (text->text == NULL || strlen (text->text) < SHORT_TEXT)
    return FALSE;
  qtr_page_text_widths (self->flow, text, &least, &natural);
  /* Lines are not full: a word that does not fit leaves a gap. */
  return (natural * 1.3 / text->width + 1) * self->size * LEADING > room;
}

static gboolean
has_high_heading (const Grid *self)
{
  for (guint i = 0; i < self->n_columns; i++) {
    QtrPageText text = heading_text (self, i);

    if (is_high (self, &text, HEADING_SHARE))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_high_row (const Grid *self, const GPtrArray *cells)
{
  for (guint i = 0; i < self->n_columns; i++) {
    QtrPageText text = body_text (self, cells->pdata[i], i);

    if (is_high (self, &text, ROW_SHARE))
      return TRUE;
  }
  return FALSE;
}

static void
add_rule (const Grid *self, QtrPageRow *row, double thickness, QtrColour colour)
{
  QtrPageBox *rule = qtr_page_row_add_box (row, QTR_PAGE_BOX_FILL, QTR_PAGE_ARTEFACT, self->left, row->height,
                                           self->width, thickness);

  rule->colour = colour;
  row->height += thickness;
}

static guint
cell_element (const Grid *self, guint i, gboolean is_heading)
{
  QtrPageRole role = i == 0 ? QTR_PAGE_ROW_HEADING : QTR_PAGE_CELL;

  return qtr_page_flow_add_element (self->flow, is_heading ? QTR_PAGE_COLUMN_HEADING : role, NULL);
}

/* The titles stand on the rule below them, however many lines each has. */
static void
put_headings (const Grid *self, QtrPageRow *row, double top, gboolean is_repeated)
{
  guint *ends = g_newa (guint, self->n_columns);
  guint first = row->boxes->len;
  guint from = first;

  row->height = MAX (row->height, top);
  for (guint i = 0; i < self->n_columns; i++) {
    QtrPageText text = heading_text (self, i);

    qtr_page_text_put (self->flow, row, is_repeated ? QTR_PAGE_ARTEFACT : cell_element (self, i, TRUE), &text,
                       top);
    ends[i] = row->boxes->len;
  }
  for (guint i = 0; i < self->n_columns; from = ends[i++]) {
    const QtrPageBox *last = &g_array_index (row->boxes, QtrPageBox, ends[i] - 1);
    double lower = row->height - last->y - last->height;

    for (guint j = from; j < ends[i]; j++) {
      g_array_index (row->boxes, QtrPageBox, j).y += lower;
      g_array_index (row->boxes, QtrPageBox, j).baseline += lower;
    }
  }
  row->height += self->padding;
  add_rule (self, row, RULE_THICK, self->flow->accent);
}

static void
put_cells (const Grid *self, QtrPageRow *row, const GPtrArray *cells, double top)
{
  for (guint i = 0; i < self->n_columns; i++) {
    QtrPageText text = body_text (self, cells->pdata[i], i);

    qtr_page_text_put (self->flow, row, cell_element (self, i, FALSE), &text, top + self->padding);
  }
  row->height += self->padding;
  add_rule (self, row, RULE_THIN, QTR_PAGE_RULE);
}

/* A row that no page could hold is set cell by cell, each with its column's title. */
static void
stack (const Grid *self, guint i, const char *label, QtrPageText text, gboolean is_heading)
{
  text.label = label;
  text.left = self->left;
  text.width = self->width;
  text.at_end = FALSE;
  qtr_page_flow_skip (self->flow, self->padding);
  qtr_page_text_flow (self->flow, cell_element (self, i, is_heading), &text);
}

static void
add_headings (const Grid *self, gboolean is_stacked)
{
  qtr_page_flow_begin (self->flow, QTR_PAGE_TABLE_HEAD);
  qtr_page_flow_begin (self->flow, QTR_PAGE_ROW);
  if (is_stacked)
    for (guint i = 0; i < self->n_columns; i++)
      stack (self, i, NULL, heading_text (self, i), TRUE);
  else
    put_headings (self, qtr_page_flow_add_row (self->flow, 0), 0, FALSE);
  self->flow->glue = TRUE;
  qtr_page_flow_end (self->flow);
  qtr_page_flow_end (self->flow);
}

static void
repeat_headings (const Grid *self)
{
  GPtrArray *rows = qtr_page_flow_begin_head (self->flow);

  qtr_page_flow_skip (self->flow, 14);
  put_headings (self, qtr_page_flow_add_row (self->flow, 0), 0, TRUE);
  qtr_page_flow_end_head (self->flow, rows);
}

static void
add_row (const Grid *self, const GPtrArray *cells, gboolean is_stacked)
{
  qtr_page_flow_begin (self->flow, QTR_PAGE_ROW);
  if (is_stacked || is_high_row (self, cells)) {
    for (guint i = 0; i < self->n_columns; i++)
      stack (self, i, i > 0 ? column_at (self->table, i)->title : NULL, body_text (self, cells->pdata[i], i),
             FALSE);
    qtr_page_flow_skip (self->flow, 2 * self->padding);
  } else {
    put_cells (self, qtr_page_flow_add_row (self->flow, 0), cells, 0);
  }
  qtr_page_flow_end (self->flow);
}

/* Two rows stay together at a page's end and at its beginning, as lines of a text do. */
static void
add_rows (const Grid *self, gboolean is_stacked)
{
  const GPtrArray *rows = self->table->rows;

  qtr_page_flow_begin (self->flow, QTR_PAGE_TABLE_BODY);
  for (guint i = 0; i < rows->len; i++) {
    if (!is_stacked)
      self->flow->glue = rows->len <= WHOLE_MAX || i < 2 || i == rows->len - 1;
    add_row (self, rows->pdata[i], is_stacked);
  }
  qtr_page_flow_end (self->flow);
}

static QtrPageText
caption_text (const Grid *self)
{
  return (QtrPageText) { .text = self->table->caption,
                         .font = { .size = self->size, .leading = LEADING, .bold = TRUE },
                         .colour = QTR_PAGE_MUTED,
                         .left = self->left,
                         .width = self->width };
}

static void
add_caption (const Grid *self)
{
  QtrPageText text = caption_text (self);

  if (text.text == NULL)
    return;
  qtr_page_text_flow (self->flow, qtr_page_flow_add_element (self->flow, QTR_PAGE_CAPTION, NULL), &text);
  self->flow->glue = TRUE;
  qtr_page_flow_skip (self->flow, 8);
}

void
qtr_page_flow_add_table (QtrPageFlow *flow, const QtrTable *table)
{
  g_auto (Grid) self = { 0 };
  const QtrPageHead *outer = flow->head;
  gboolean is_stacked;

  grid_init (&self, flow, table, flow->frame.left, flow->frame.width, 11, PADDING);
  is_stacked = has_high_heading (&self);
  qtr_page_flow_skip (flow, 12);
  qtr_page_flow_begin (flow, QTR_PAGE_TABLE);
  add_caption (&self);
  add_headings (&self, is_stacked);
  if (!is_stacked)
    repeat_headings (&self);
  add_rows (&self, is_stacked);
  flow->head = outer;
  flow->glue = FALSE;
  qtr_page_flow_end (flow);
  qtr_page_flow_skip (flow, 16);
}

gboolean
qtr_page_table_fits (QtrPageFlow *flow, const QtrTable *table, double width, double height)
{
  g_auto (Grid) self = { 0 };
  double natural = 0;

  if (table->rows->len * SIZE_MIN_POINTS * LEADING > height)
    return FALSE;
  grid_init (&self, flow, table, 0, width, SIZE_MIN_POINTS, PADDING_SMALL);
  for (guint i = 0; i < self.n_columns; i++) {
    QtrPageText title = heading_text (&self, i);

    if (is_high (&self, &title, HEADING_SHARE / 2))
      return FALSE;
    natural += i == 0 ? self.columns[i].natural : self.columns[i].least;
  }
  if (natural + GAP * (self.n_columns - 1) > width)
    return FALSE;
  return (table->rows->len + 6) * (SIZE_MIN_POINTS * LEADING + 2 * PADDING_SMALL) < height;
}

void
qtr_page_table_put (QtrPageFlow *flow, QtrPageRow *row, const QtrTable *table, double left, double width)
{
  g_auto (Grid) self = { 0 };
  double before = row->height;
  QtrPageText caption;

  grid_init (&self, flow, table, left, width, SIZE_MIN_POINTS, PADDING_SMALL);
  row->height = 0;
  qtr_page_flow_begin (flow, QTR_PAGE_TABLE);
  caption = caption_text (&self);
  if (caption.text != NULL) {
    qtr_page_text_put (flow, row, qtr_page_flow_add_element (flow, QTR_PAGE_CAPTION, NULL), &caption, 0);
    row->height += 8;
  }
  qtr_page_flow_begin (flow, QTR_PAGE_TABLE_HEAD);
  qtr_page_flow_begin (flow, QTR_PAGE_ROW);
  put_headings (&self, row, row->height, FALSE);
  qtr_page_flow_end (flow);
  qtr_page_flow_end (flow);
  qtr_page_flow_begin (flow, QTR_PAGE_TABLE_BODY);
  for (guint i = 0; i < table->rows->len; i++) {
    qtr_page_flow_begin (flow, QTR_PAGE_ROW);
    put_cells (&self, row, table->rows->pdata[i], row->height);
    qtr_page_flow_end (flow);
  }
  qtr_page_flow_end (flow);
  qtr_page_flow_end (flow);
  row->height = MAX (row->height, before);
}
