/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "base/colour.h"

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * QtrPageRole:
 *
 * What an element of the pages is to their structure; the names are those of PDF 1.7.
 */
typedef enum {
  QTR_PAGE_DOCUMENT,
  QTR_PAGE_SECTION,
  QTR_PAGE_HEADING_1,
  QTR_PAGE_HEADING_2,
  QTR_PAGE_HEADING_3,
  QTR_PAGE_HEADING_4,
  QTR_PAGE_PARAGRAPH,
  QTR_PAGE_CAPTION,
  QTR_PAGE_LIST,
  QTR_PAGE_LIST_ITEM,
  QTR_PAGE_LABEL,
  QTR_PAGE_LIST_BODY,
  QTR_PAGE_TABLE,
  QTR_PAGE_TABLE_HEAD,
  QTR_PAGE_TABLE_BODY,
  QTR_PAGE_ROW,
  QTR_PAGE_COLUMN_HEADING,
  QTR_PAGE_ROW_HEADING,
  QTR_PAGE_CELL,
  QTR_PAGE_FIGURE,
  QTR_PAGE_CONTENTS,
  QTR_PAGE_CONTENTS_ITEM,
  QTR_PAGE_REFERENCE,
  QTR_PAGE_LINK,
  QTR_PAGE_N_ROLES,
} QtrPageRole;

/**
 * QTR_PAGE_ARTEFACT:
 *
 * The element of what is no part of the structure: rules, bands, running heads.
 */
#define QTR_PAGE_ARTEFACT G_MAXUINT

/**
 * QtrPageElement:
 * @parent: the index of the element that it stands in, which comes before it
 * @text: (nullable): of a figure and of a link, what stands for it where it is not seen
 * @target: of a link, the index of the heading that it leads to
 *
 * A part of the structure. The elements are in the order in which they are read, parents before children.
 */
typedef struct {
  QtrPageRole role;
  guint parent;
  char *text;
  guint target;
} QtrPageElement;

/**
 * QtrPageBoxKind:
 * @QTR_PAGE_BOX_TEXT: a line of text
 * @QTR_PAGE_BOX_FILL: a rectangle of one colour, behind all else
 * @QTR_PAGE_BOX_CHART: a chart
 * @QTR_PAGE_BOX_LOGO: the body's logo
 *
 * What is drawn in a box.
 */
typedef enum {
  QTR_PAGE_BOX_TEXT,
  QTR_PAGE_BOX_FILL,
  QTR_PAGE_BOX_CHART,
  QTR_PAGE_BOX_LOGO,
} QtrPageBoxKind;

/**
 * QtrPageBox:
 * @x: in points from the page's left
 * @y: in points from the page's top
 * @element: the index of its element, or %QTR_PAGE_ARTEFACT
 * @colour: of a text and of a fill
 * @line: (nullable): of a text
 * @baseline: of a text, from the page's top
 * @chart: (nullable): of a chart
 *
 * Something that has its place on a page.
 */
typedef struct {
  QtrPageBoxKind kind;
  double x;
  double y;
  double width;
  double height;
  guint element;
  QtrColour colour;
  PangoLayoutLine *line;
  double baseline;
  QtrChart *chart;
} QtrPageBox;

/**
 * QtrPage:
 * @artefacts: (element-type QtrPageBox): what is no part of the text, fills first
 * @boxes: (element-type QtrPageBox): the text, in reading order
 *
 * One page.
 */
typedef struct {
  GArray *artefacts;
  GArray *boxes;
} QtrPage;

/**
 * QtrPageHeading:
 * @level: 1 for what the contents list, 2 for what stands below that
 * @text: what it says
 * @anchor: (nullable): of the node that it heads
 * @element: the index of its element
 * @first: the number of the page that it stands on, from 1
 * @last: the number of the last page that belongs to it
 * @y: where it stands on its page
 *
 * Where a part begins and ends.
 */
typedef struct {
  guint level;
  char *text;
  char *anchor;
  guint element;
  guint first;
  guint last;
  double y;
} QtrPageHeading;

/**
 * QtrPages:
 * @width: of every page, in points
 * @height: of every page, in points
 * @pages: (element-type QtrPage): in order
 * @elements: (element-type QtrPageElement): the structure
 * @headings: (element-type QtrPageHeading): in order
 *
 * A publication as pages: where everything stands, before anything is drawn. The same pages are a PDF, a
 * print and a view.
 */
typedef struct {
  double width;
  double height;
  GPtrArray *pages;
  GArray *elements;
  GArray *headings;
  cairo_surface_t *logo;
  GPtrArray *layouts;
} QtrPages;

/**
 * qtr_pages_new:
 *
 * Sets a publication in pages of its paper.
 *
 * Returns: (transfer full): the pages, which do not need @publication any longer
 */
QtrPages *qtr_pages_new (const QtrPublication *publication);
void qtr_pages_free (QtrPages *self);

/**
 * qtr_page_box_draw:
 * @self: the pages that @box is of
 *
 * Draws one box at its place. A chart is painted: on the main thread only.
 *
 * Returns: %FALSE if a chart could not be painted
 */
gboolean qtr_page_box_draw (const QtrPages *self, const QtrPageBox *box, cairo_t *cr);

/**
 * qtr_pages_draw:
 * @index: of the page, from 0
 *
 * Draws a page from the context's origin, in points, on white paper that is there already.
 *
 * Returns: %FALSE if a chart could not be painted
 */
gboolean qtr_pages_draw (const QtrPages *self, guint index, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPages, qtr_pages_free)

G_END_DECLS
