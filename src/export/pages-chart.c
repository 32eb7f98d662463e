/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "export/pages-private.h"

/* Of the width, beside a table, and how much between them. */
#define CHART_SHARE 0.58
#define GUTTER 20.0

/* Height to width, beside a table and alone. */
#define CHART_SHAPE 0.66
#define CHART_SHAPE_ALONE 0.5
#define CHART_HEIGHT_MAX 300.0

/* A description that is longer than this stands under the chart and its data, where pages may part it. */
#define DESCRIPTION_LENGTH 700

static void
put_figure (QtrPageFlow *flow, QtrPageRow *row, const QtrNode *node, double width, double height)
{
  /* Translators: what stands for a chart where it is not seen; its description follows as text. */
  g_autofree char *text = g_strdup_printf (_ ("Chart: %s"), qtr_chart_get_title (node->chart));
  guint element = qtr_page_flow_add_element (flow, QTR_PAGE_FIGURE, text);

  qtr_page_row_add_box (row, QTR_PAGE_BOX_CHART, element, flow->frame.left, 0, width, height)->chart =
      qtr_chart_ref (node->chart);
  row->height = MAX (row->height, height);
}

static QtrPageText
description (const QtrPageFlow *flow, const QtrNode *node, double width)
{
  return (QtrPageText) { .text = qtr_chart_get_description (node->chart),
                         .font = { .size = 9.5, .leading = 1.35 },
                         .colour = QTR_PAGE_MUTED,
                         .left = flow->frame.left,
                         .width = width };
}

static const QtrTable *
data_of (const QtrNode *node)
{
  return node->children->len == 1 ? ((const QtrNode *) node->children->pdata[0])->table : NULL;
}

/* The chart with its description, and its data beside them. */
static void
add_beside (QtrPageFlow *flow, const QtrNode *node)
{
  double width = flow->frame.width * CHART_SHARE;
  double height = MIN (width * CHART_SHAPE, CHART_HEIGHT_MAX);
  QtrPageRow *row = qtr_page_flow_add_row (flow, 0);
  QtrPageText text = description (flow, node, width);

  put_figure (flow, row, node, width, height);
  qtr_page_text_put (flow, row, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text,
                     height + 6);
  qtr_page_table_put (flow, row, data_of (node), flow->frame.left + width + GUTTER,
                      flow->frame.width - width - GUTTER);
}

static void
add_above (QtrPageFlow *flow, const QtrNode *node)
{
  double width = flow->frame.width;
  QtrPageText text = description (flow, node, width);

  put_figure (flow, qtr_page_flow_add_row (flow, 0), node, width,
              MIN (width * CHART_SHAPE_ALONE, CHART_HEIGHT_MAX));
  flow->glue = TRUE;
  qtr_page_flow_skip (flow, 8);
  qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_PARAGRAPH, NULL), &text);
  qtr_page_flow_skip (flow, 6);
  qtr_page_flow_add_nodes (flow, node->children);
}

static gboolean
fits_beside (QtrPageFlow *flow, const QtrNode *node)
{
  const QtrTable *table = data_of (node);
  double room = (flow->frame.bottom - flow->frame.top) * 0.8;

  return table != NULL && strlen (qtr_chart_get_description (node->chart)) < DESCRIPTION_LENGTH &&
         qtr_page_table_fits (flow, table, flow->frame.width * (1 - CHART_SHARE) - GUTTER, room);
}

void
qtr_page_flow_add_chart (QtrPageFlow *flow, const QtrNode *node)
{
  QtrPageText name = { .text = node->text,
                       .font = { .size = 13, .bold = TRUE },
                       .colour = QTR_PAGE_INK,
                       .left = flow->frame.left,
                       .width = flow->frame.width };

  qtr_page_flow_skip (flow, 20);
  if (node->text != NULL) {
    qtr_page_text_flow (flow, qtr_page_flow_add_element (flow, QTR_PAGE_HEADING_4, NULL), &name);
    flow->glue = TRUE;
    qtr_page_flow_skip (flow, 8);
  }
  if (fits_beside (flow, node))
    add_beside (flow, node);
  else
    add_above (flow, node);
  qtr_page_flow_skip (flow, 16);
}
