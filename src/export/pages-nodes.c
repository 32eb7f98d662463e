/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/pages-private.h"

#define TEXT_SIZE 12.0
#define MARKER_WIDTH 16.0
#define NESTING 18.0

/* What nests deeper than this is moved in no further, so that lines stay long enough. */
#define NESTING_MAX 6

#define RULE_WIDTH 56.0
#define RULE_HEIGHT 4.0
#define BAR_SPACE 15.0

/* What is repeated takes no more lines than these, however long it is. */
#define REPEATED_HEADING_LINES 2
#define REPEATED_LEAD_LINES 2
#define REPEATED_PROMISE_LINES 4

#define BOOKMARK_LENGTH 90

static void add_node (QtrPageFlow *flow, const QtrNode *node);
static void add_nodes (QtrPageFlow *flow, const GPtrArray *nodes, guint depth);

static QtrPageText
plain (const QtrPageFlow *flow, double size)
{
  return (QtrPageText) { .font = { .size = size },
                         .colour = QTR_PAGE_INK,
                         .left = flow->frame.text_left,
                         .width = flow->frame.text_width };
}

static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= BOOKMARK_LENGTH)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, BOOKMARK_LENGTH);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
note_heading (QtrPageFlow *flow, guint element, guint level, const char *words, const char *anchor,
              QtrPageRow *row)
{
  QtrPageHeading heading = {
    .level = level, .text = shorten (words), .anchor = g_strdup (anchor), .element = element
  };

  g_array_append_val (flow->headings, heading);
  row->heading = flow->headings->len;
}

void
qtr_page_flow_add_heading (QtrPageFlow *flow, QtrPageRole role, guint level, const char *words,
                           const char *anchor, const QtrPageText *text)
{
  guint element = qtr_page_flow_add_element (flow, role, NULL);

  note_heading (flow, element, level, words, anchor, qtr_page_text_flow (flow, element, text));
  flow->glue = TRUE;
}

/* A short rule in the body's colour is where a priority begins; it belongs to the heading's page. */
static QtrPageRow *
add_rule (QtrPageFlow *flow)
{
  QtrPageRow *row = qtr_page_flow_add_row (flow, RULE_HEIGHT);
  QtrPageBox *rule = qtr_page_row_add_box (row, QTR_PAGE_BOX_FILL, QTR_PAGE_ARTEFACT, flow->frame.left, 0,
                                           RULE_WIDTH, RULE_HEIGHT);

  rule->colour = flow->accent;
  flow->glue = TRUE;
  qtr_page_flow_skip (flow, 12);
  return row;
}

static void
add_section_heading (QtrPageFlow *flow, const QtrNode *node)
{
  QtrPageText text = plain (flow, 23);
  guint element;

  text.text = node->text;
  text.font.bold = text.font.display = TRUE;
  text.font.leading = 1.2;
  text.left = flow->frame.left;
  text.width = flow->frame.width;
  element = qtr_page_flow_add_element (flow, QTR_PAGE_HEADING_2, NULL);
  note_heading (flow, element, 1, node->text, node->anchor, add_rule (flow));
  qtr_page_text_flow (flow, element, &text);
  flow->glue = TRUE;
  qtr_page_flow_skip (flow, 18);
}

static void
repeat_heading (QtrPageFlow *flow, const QtrNode *node)
{
  GPtrArray *rows = qtr_page_flow_begin_head (flow);
  QtrPageText text = plain (flow, 12);

  text.text = node->text;
  text.font.bold = TRUE;
  text.colour = flow->accent;
  text.left = flow->frame.left;
  text.width = flow->frame.width;
  text.lines = REPEATED_HEADING_LINES;
  qtr_page_text_flow (flow, QTR_PAGE_ARTEFACT, &text);
  qtr_page_flow_end_head (flow, rows);
}

static void
repeat_promise (QtrPageFlow *flow, const QtrNode *node)
{
  GPtrArray *rows = qtr_page_flow_begin_head (flow);
  QtrPageText text = plain (flow, 11);

  text.left += BAR_SPACE;
  text.width -= BAR_SPACE;
  text.text = node->text;
  text.colour = QTR_PAGE_MUTED;
  text.lines = REPEATED_PROMISE_LINES;
  flow->band = QTR_PAGE_BAND_BAR;
  qtr_page_flow_skip (flow, 6);
  if (node->label != NULL) {
    QtrPageText lead = text;

    lead.text = node->label;
    lead.font.bold = TRUE;
    lead.lines = REPEATED_LEAD_LINES;
    qtr_page_text_flow (flow, QTR_PAGE_ARTEFACT, &lead);
  }
  if (node->text != NULL)
    qtr_page_text_flow (flow, QTR_PAGE_ARTEFACT, &text);
  flow->band = QTR_PAGE_BAND_NONE;
  qtr_page_flow_end_head (flow, rows);
}

static void
add_section (QtrPageFlow *flow, const QtrNode *node, gboolean starts_page)
{
  const QtrPageHead *outer = flow->head;

  qtr_page_flow_begin (flow, QTR_PAGE_SECTION);
  flow->start_page = starts_page;
  qtr_page_flow_skip (flow, 36);
  add_section_heading (flow, node);
  repeat_heading (flow, node);
  add_nodes (flow, node->children, 0);
  flow->head = outer;
  qtr_page_flow_end (flow);
}

/* Lead and promise are one heading in two sizes. */
static void
add_promise (QtrPageFlow *flow, const QtrNode *node)
{
  guint element = qtr_page_flow_add_element (flow, QTR_PAGE_HEADING_3, NULL);
  g_autofree char *words =
      g_strdup_printf ("%s%s%s", node->label != NULL ? node->label : "", node->label != NULL ? " " : "",
                       node->text != NULL ? node->text : "");
  QtrPageText text = plain (flow, 14);
  QtrPageText lead;
  QtrPageRow *first = NULL;

  text.left += BAR_SPACE;
  text.width -= BAR_SPACE;
  text.text = node->text;
  text.font.bold = TRUE;
  text.font.leading = 1.32;
  lead = text;
  lead.text = node->label;
  lead.font.size = TEXT_SIZE;
  lead.colour = flow->accent;
  lead.goes_on = TRUE;
  flow->band = QTR_PAGE_BAND_BAR;
  if (node->label != NULL) {
    first = qtr_page_text_flow (flow, element, &lead);
    flow->glue = TRUE;
    qtr_page_flow_skip (flow, 2);
  }
  if (node->text != NULL || first == NULL) {
    QtrPageRow *row = qtr_page_text_flow (flow, element, &text);

    first = first != NULL ? first : row;
  }
  flow->band = QTR_PAGE_BAND_NONE;
  note_heading (flow, element, 2, words, node->anchor, first);
  flow->glue = TRUE;
}

static void
add_commitment (QtrPageFlow *flow, const QtrNode *node)
{
  const QtrPageHead *outer = flow->head;

  qtr_page_flow_begin (flow, QTR_PAGE_SECTION);
  qtr_page_flow_skip (flow, 26);
  add_promise (flow, node);
  repeat_promise (flow, node);
  qtr_page_flow_skip (flow, 14);
  add_nodes (flow, node->children, 0);
  flow->head = outer;
  qtr_page_flow_end (flow);
}

static void
add_figures (QtrPageFlow *flow, const QtrNode *node)
{
  QtrPageText text = plain (flow, 17);

  text.text = node->text;
  text.font.bold = text.font.display = TRUE;
  text.left = flow->frame.left;
  text.width = flow->frame.width;
  qtr_page_flow_begin (flow, QTR_PAGE_SECTION);
  qtr_page_flow_skip (flow, 30);
  qtr_page_flow_add_heading (flow, QTR_PAGE_HEADING_3, 2, node->text, node->anchor, &text);
  qtr_page_flow_skip (flow, 8);
  add_nodes (flow, node->children, 0);
  qtr_page_flow_end (flow);
}

static void
add_note (QtrPageFlow *flow, const QtrNode *node)
{
  QtrPageText text = plain (flow, TEXT_SIZE);

  text.label = node->text != NULL ? node->label : NULL;
  text.text = node->text != NULL ? node->text : node->label;
  if (text.text == NULL)
    return;
  text.colour = QTR_PAGE_MUTED;
  qtr_page_flow_skip (flow, 10);
  qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text);
  qtr_page_flow_skip (flow, 6);
}

static void
swap_boxes (QtrPageBox *boxes)
{
  QtrPageBox first = boxes[0];

  boxes[0] = boxes[1];
  boxes[1] = first;
}

/* The marker stands on the first line of its text, on the side where reading begins. */
static void
add_marked_text (QtrPageFlow *flow, const QtrNode *node, guint depth, double indent)
{
  gboolean is_rtl = qtr_page_text_is_rtl (node->label != NULL ? node->label : node->text);
  QtrPageText text = plain (flow, TEXT_SIZE);
  QtrPageText marker;
  guint label = qtr_page_flow_add_element (flow, QTR_PAGE_LABEL, NULL);
  QtrPageRow *row;
  QtrPageBox *boxes;

  text.label = node->label;
  text.text = node->text;
  text.left += indent + (is_rtl ? 0 : MARKER_WIDTH);
  text.width -= indent + MARKER_WIDTH;
  marker = (QtrPageText) { .text = depth % 2 == 0 ? "•" : "–", .font = text.font, .colour = flow->accent };
  marker.left = is_rtl ? text.left + text.width : text.left - MARKER_WIDTH;
  marker.width = MARKER_WIDTH;
  marker.at_end = is_rtl;
  qtr_page_flow_begin (flow, QTR_PAGE_LIST_BODY);
  row = qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text);
  qtr_page_text_put (flow, row, label, &marker, 0);
  boxes = &g_array_index (row->boxes, QtrPageBox, 0);
  boxes[1].baseline = boxes[0].baseline;
  boxes[1].height = boxes[0].height;
  swap_boxes (boxes);
}

static void
add_bullet (QtrPageFlow *flow, const QtrNode *node, guint depth)
{
  qtr_page_flow_begin (flow, QTR_PAGE_LIST_ITEM);
  qtr_page_flow_skip (flow, depth == 0 ? 9 : 5);
  if (node->label != NULL || node->text != NULL) {
    add_marked_text (flow, node, depth, MIN (depth, NESTING_MAX) * NESTING);
    flow->glue = node->children->len > 0;
  } else {
    qtr_page_flow_begin (flow, QTR_PAGE_LIST_BODY);
  }
  add_nodes (flow, node->children, depth + 1);
  qtr_page_flow_end (flow);
  qtr_page_flow_end (flow);
}

/* A run of bullets is one list. */
static void
add_nodes (QtrPageFlow *flow, const GPtrArray *nodes, guint depth)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];
    gboolean bullet = node->kind == QTR_NODE_BULLET;

    if (bullet && !in_list)
      qtr_page_flow_begin (flow, QTR_PAGE_LIST);
    else if (!bullet && in_list)
      qtr_page_flow_end (flow);
    in_list = bullet;
    if (bullet)
      add_bullet (flow, node, depth);
    else
      add_node (flow, node);
  }
  if (in_list)
    qtr_page_flow_end (flow);
}

static void
add_node (QtrPageFlow *flow, const QtrNode *node)
{
  switch (node->kind) {
  case QTR_NODE_OPEN:
    add_section (flow, node, FALSE);
    break;
  case QTR_NODE_PRIORITY:
  case QTR_NODE_CORRECTIONS:
    add_section (flow, node, TRUE);
    break;
  case QTR_NODE_COMMITMENT:
    add_commitment (flow, node);
    break;
  case QTR_NODE_FIGURES:
    add_figures (flow, node);
    break;
  case QTR_NODE_NOTE:
    add_note (flow, node);
    break;
  case QTR_NODE_TABLE:
    qtr_page_flow_add_table (flow, node->table);
    break;
  case QTR_NODE_CHART:
    qtr_page_flow_add_chart (flow, node);
    break;
  case QTR_NODE_BULLET:
  default:
    g_assert_not_reached ();
  }
}

void
qtr_page_flow_add_nodes (QtrPageFlow *flow, const GPtrArray *nodes)
{
  add_nodes (flow, nodes, 0);
}
