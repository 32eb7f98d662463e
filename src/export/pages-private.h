/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pages.h"

G_BEGIN_DECLS

/**
 * QtrPageFrame:
 * @left: where headings, tables and charts begin
 * @width: how wide they may be
 * @text_left: where running text begins
 * @text_width: how long its lines are
 * @top: where the text of a page begins
 * @bottom: where it ends
 *
 * Where on the paper the text stands.
 */
typedef struct {
  double page_width;
  double page_height;
  double left;
  double width;
  double text_left;
  double text_width;
  double top;
  double bottom;
} QtrPageFrame;

/**
 * QtrPageBandKind:
 * @QTR_PAGE_BAND_PANEL: the ground of the cover's title, as wide as the paper
 * @QTR_PAGE_BAND_BAR: a bar before a promise
 *
 * What stands behind rows that follow one another.
 */
typedef enum {
  QTR_PAGE_BAND_NONE,
  QTR_PAGE_BAND_PANEL,
  QTR_PAGE_BAND_BAR,
} QtrPageBandKind;

typedef struct _QtrPageHead QtrPageHead;

/**
 * QtrPageRow:
 * @boxes: (element-type QtrPageBox): at their x; their y counts from the row's top
 * @space: above it, unless it begins a page
 * @glued: whether it must not begin a page, because it belongs to the row before
 * @starts_page: whether it must begin one
 * @head: (nullable): what is repeated above it if it begins a page
 * @band: what is behind it
 * @heading: 1 and the index of the heading that begins here, or 0
 *
 * What is never parted by a page's end: a line of text, a table's row, a chart.
 */
typedef struct {
  GArray *boxes;
  double height;
  double space;
  gboolean glued;
  gboolean starts_page;
  const QtrPageHead *head;
  QtrPageBandKind band;
  guint heading;
} QtrPageRow;

/**
 * QtrPageHead:
 * @outer: (nullable): what comes above it
 * @rows: (element-type QtrPageRow): artefacts
 *
 * What is repeated at the top of a page that continues something.
 */
struct _QtrPageHead {
  const QtrPageHead *outer;
  GPtrArray *rows;
};

/**
 * QtrPageFlow:
 * @frame: where text stands
 * @accent: the body's colour, in a shade that text can have on white, and white text on it
 * @elements: (element-type QtrPageElement): the structure so far
 * @headings: (element-type QtrPageHeading): the headings so far
 * @layouts: (element-type PangoLayout): whom the lines belong to
 * @rows: (element-type QtrPageRow): where new rows go
 * @heads: (element-type QtrPageHead): all of them
 * @parent: the element that new ones stand in
 * @head: (nullable): of new rows
 * @space: above the next row
 * @glue: whether the next row is glued
 * @start_page: whether the next row starts a page
 * @band: of new rows
 * @kept_space: of the rows that wait while a head is built
 * @kept_glue: the same
 *
 * What pages are made of, while it is put together.
 */
typedef struct {
  QtrPageFrame frame;
  QtrColour accent;
  PangoContext *context;
  GArray *elements;
  GArray *headings;
  GPtrArray *layouts;
  GPtrArray *rows;
  GPtrArray *heads;
  guint parent;
  const QtrPageHead *head;
  double space;
  gboolean glue;
  gboolean start_page;
  QtrPageBandKind band;
  double kept_space;
  gboolean kept_glue;
} QtrPageFlow;

QtrPageFlow *qtr_page_flow_new (const QtrPublication *publication);
void qtr_page_flow_free (QtrPageFlow *self);

/**
 * qtr_page_flow_begin:
 *
 * Adds an element to the current one, and makes it the current one.
 */
void qtr_page_flow_begin (QtrPageFlow *self, QtrPageRole role);
void qtr_page_flow_end (QtrPageFlow *self);

/**
 * qtr_page_flow_add_element:
 * @text: (nullable): as #QtrPageElement says
 *
 * Returns: the index of a new element in the current one
 */
guint qtr_page_flow_add_element (QtrPageFlow *self, QtrPageRole role, const char *text);

/**
 * qtr_page_flow_skip:
 * @space: in points
 *
 * Leaves at least as much above the next row, unless it begins a page.
 */
void qtr_page_flow_skip (QtrPageFlow *self, double space);

/**
 * qtr_page_flow_begin_head:
 *
 * From now on, new rows are what is repeated on pages that continue what follows, inside of what is
 * repeated already.
 *
 * Returns: (transfer full): the rows so far, for qtr_page_flow_end_head()
 */
GPtrArray *qtr_page_flow_begin_head (QtrPageFlow *self);

/**
 * qtr_page_flow_end_head:
 * @rows: (transfer full): what qtr_page_flow_begin_head() gave
 *
 * From now on, new rows are rows again, and have what was built as their head.
 */
void qtr_page_flow_end_head (QtrPageFlow *self, GPtrArray *rows);

/**
 * qtr_page_flow_add_row:
 *
 * Returns: (transfer none): a new last row, without boxes
 */
QtrPageRow *qtr_page_flow_add_row (QtrPageFlow *self, double height);
void qtr_page_row_free (QtrPageRow *row);

/**
 * qtr_page_row_add_box:
 *
 * Returns: (transfer none): a new last box, at @x from the page's left and @y from the row's top; valid until
 *   the next one
 */
QtrPageBox *qtr_page_row_add_box (QtrPageRow *row, QtrPageBoxKind kind, guint element, double x, double y,
                                  double width, double height);
void qtr_page_box_clear (QtrPageBox *box);

/**
 * QtrPageFont:
 * @size: in points
 * @display: whether it is in letters that are drawn for large sizes
 * @numbers: whether all digits are of one width
 * @flat: whether its lines are as high as ever, whatever is heaped on their letters
 * @leading: how high a line is, in sizes; 0: as running text has it
 * @letter_spacing: in points
 *
 * How a text is set.
 */
typedef struct {
  double size;
  gboolean bold;
  gboolean display;
  gboolean numbers;
  gboolean flat;
  double leading;
  double letter_spacing;
} QtrPageFont;

/**
 * QtrPageText:
 * @label: (nullable): in bold before the text
 * @text: (nullable): what it says
 * @lines: after how many lines the rest is left out; 0: never
 * @goes_on: whether more text of the same element follows, from which a space parts it for those who hear it
 * @at_end: whether the lines end where others begin
 *
 * A text that is to be set.
 */
typedef struct {
  const char *label;
  const char *text;
  QtrPageFont font;
  QtrColour colour;
  double left;
  double width;
  int lines;
  gboolean goes_on;
  gboolean at_end;
  gboolean centred;
} QtrPageText;

/**
 * qtr_page_text_layout:
 *
 * Returns: (transfer none): the text as it is set
 */
PangoLayout *qtr_page_text_layout (QtrPageFlow *flow, const QtrPageText *text);

/**
 * qtr_page_text_widths:
 * @least: (out): the width of its longest word
 * @natural: (out): its width on one line
 */
void qtr_page_text_widths (QtrPageFlow *flow, const QtrPageText *text, double *least, double *natural);

/**
 * qtr_page_text_put:
 * @y: where the text's top is, from the row's
 *
 * Puts all lines of a text into one row.
 *
 * Returns: how high the text is
 */
double qtr_page_text_put (QtrPageFlow *flow, QtrPageRow *row, guint element, const QtrPageText *text,
                          double y);

/**
 * qtr_page_text_flow:
 *
 * Adds a text as a row a line, which may be parted by the end of a page where two lines stay on either side.
 *
 * Returns: (transfer none) (nullable): the first row
 */
QtrPageRow *qtr_page_text_flow (QtrPageFlow *flow, guint element, const QtrPageText *text);

/**
 * qtr_page_text_is_rtl:
 *
 * Returns: whether @text is read from right to left
 */
gboolean qtr_page_text_is_rtl (const char *text);

void qtr_page_flow_add_cover (QtrPageFlow *flow, const QtrPublication *publication, cairo_surface_t *logo);

/**
 * qtr_page_flow_add_contents:
 *
 * Adds the list of contents, with room for the pages, which are not known yet.
 */
void qtr_page_flow_add_contents (QtrPageFlow *flow, const QtrPublication *publication);

/**
 * qtr_pages_fill_contents:
 *
 * Says in the list of contents which pages each part has.
 */
void qtr_pages_fill_contents (QtrPages *pages, QtrPageFlow *flow);

/**
 * qtr_page_flow_add_nodes:
 * @nodes: (element-type QtrNode): parts of a publication
 */
void qtr_page_flow_add_nodes (QtrPageFlow *flow, const GPtrArray *nodes);

/**
 * qtr_page_flow_add_heading:
 * @level: as in #QtrPageHeading
 * @words: what the bookmark says
 * @anchor: (nullable): of the node
 *
 * Adds a heading as a text that stays with what follows it, and notes where it stands.
 */
void qtr_page_flow_add_heading (QtrPageFlow *flow, QtrPageRole role, guint level, const char *words,
                                const char *anchor, const QtrPageText *text);
void qtr_page_flow_add_table (QtrPageFlow *flow, const QtrTable *table);

/**
 * qtr_page_table_fits:
 *
 * Returns: whether qtr_page_table_put() can put the table into so much room
 */
gboolean qtr_page_table_fits (QtrPageFlow *flow, const QtrTable *table, double width, double height);

/**
 * qtr_page_table_put:
 *
 * Puts a small table into one row, beside what is there.
 */
void qtr_page_table_put (QtrPageFlow *flow, QtrPageRow *row, const QtrTable *table, double left,
                         double width);
void qtr_page_flow_add_chart (QtrPageFlow *flow, const QtrNode *node);

/**
 * qtr_page_flow_break:
 * @pages: (element-type QtrPage): where the pages are added
 *
 * Breaks the rows into pages, and says on which page each heading stands.
 */
void qtr_page_flow_break (QtrPageFlow *flow, GPtrArray *pages);

/**
 * qtr_pages_add_running:
 *
 * Adds to every page what stands on all of them: marking, draft, title and number.
 */
void qtr_pages_add_running (QtrPages *pages, QtrPageFlow *flow, const QtrPublication *publication);

/**
 * qtr_page_logo_load:
 * @logo: (nullable): as a plan has it
 *
 * Returns: (transfer full) (nullable): the picture, fine enough to be printed
 */
cairo_surface_t *qtr_page_logo_load (const char *logo);

#define QTR_PAGE_INK ((QtrColour) { 0x1c, 0x1f, 0x22 })
#define QTR_PAGE_MUTED ((QtrColour) { 0x55, 0x5c, 0x64 })
#define QTR_PAGE_RULE ((QtrColour) { 0xd3, 0xd7, 0xdb })

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPageFlow, qtr_page_flow_free)

G_END_DECLS
