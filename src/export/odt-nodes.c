/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/output.h"

#include "export/odt-private.h"

/* Of a chart as it is painted, and how many pixels each unit of it has where drawings are not shown. */
#define CHART_WIDTH 720.0
#define CHART_HEIGHT 360.0
#define CHART_SCALE 2.0

/* What is being written. The end of a part is marked in the last of its paragraphs, so that the contents can
 * tell on which page that is. */
typedef struct {
  QtrOdtXml *xml;
  QtrOdtPackage *package;
  double width;
  const QtrNode *last;
  const char *anchor;
  guint n_charts;
  guint n_tables;
  GError *error;
} Odt;

static void add_node (Odt *self, const QtrNode *node);
static void add_children (Odt *self, const GPtrArray *nodes);

char *
qtr_odt_get_last_anchor (const char *anchor)
{
  return g_strconcat (anchor, "-end", NULL);
}

static void
begin_paragraph (Odt *self, const char *style)
{
  qtr_odt_begin (self->xml, "text:p");
  qtr_odt_set (self->xml, "text:style-name", style);
}

static void
add_span (Odt *self, const char *style, const char *text)
{
  qtr_odt_begin (self->xml, "text:span");
  qtr_odt_set (self->xml, "text:style-name", style);
  qtr_odt_append_text (self->xml, text);
  qtr_odt_end (self->xml);
}

static void
mark_end (Odt *self, const QtrNode *node)
{
  g_autofree char *name = NULL;

  if (node != self->last || self->anchor == NULL)
    return;
  name = qtr_odt_get_last_anchor (self->anchor);
  qtr_odt_add (self->xml, "text:bookmark", "text:name", name, NULL);
}

/* A label is set off by a colon. */
static void
add_labelled (Odt *self, const char *style, const QtrNode *node)
{
  begin_paragraph (self, style);
  if (node->label != NULL) {
    g_autofree char *label = g_strconcat (node->label, ":", NULL);

    add_span (self, "Area", label);
    xmlTextWriterWriteString (self->xml->writer, (const xmlChar *) " ");
  }
  qtr_odt_append_text (self->xml, node->text);
  mark_end (self, node);
  qtr_odt_end (self->xml);
}

static void
add_heading (Odt *self, int level, const QtrNode *node)
{
  g_autofree char *number = g_strdup_printf ("%d", level);
  g_autofree char *style = g_strdup_printf ("Heading_20_%d", level);

  qtr_odt_begin (self->xml, "text:h");
  qtr_odt_set (self->xml, "text:style-name", style);
  qtr_odt_set (self->xml, "text:outline-level", number);
  if (node->anchor != NULL)
    qtr_odt_add (self->xml, "text:bookmark", "text:name", node->anchor, NULL);
  if (node->label != NULL) {
    add_span (self, "Lead", node->label);
    xmlTextWriterWriteString (self->xml->writer, (const xmlChar *) " ");
  }
  qtr_odt_append_text (self->xml, node->text);
  qtr_odt_end (self->xml);
}

static void
add_bullet (Odt *self, const QtrNode *node)
{
  qtr_odt_begin (self->xml, "text:list-item");
  if (node->label != NULL || node->text != NULL || node->children->len == 0)
    add_labelled (self, "List", node);
  add_children (self, node->children);
  qtr_odt_end (self->xml);
}

/* A run of bullets is one list. */
static void
add_children (Odt *self, const GPtrArray *nodes)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];
    gboolean is_bullet = node->kind == QTR_NODE_BULLET;

    if (in_list && !is_bullet)
      qtr_odt_end (self->xml);
    if (!in_list && is_bullet) {
      qtr_odt_begin (self->xml, "text:list");
      qtr_odt_set (self->xml, "text:style-name", QTR_ODT_LIST);
    }
    in_list = is_bullet;
    add_node (self, node);
  }
  if (in_list)
    qtr_odt_end (self->xml);
}

/* --- Tables --- */

static void
add_columns (Odt *self, const QtrTable *table)
{
  guint n_columns = MIN (table->columns->len, QTR_ODT_COLUMNS_MAX);

  for (guint i = 0; i < table->columns->len; i++) {
    g_autofree char *style = g_strdup_printf ("%s%u", i == 0 ? "First" : "Other", n_columns);

    qtr_odt_add (self->xml, "table:table-column", "table:style-name", style, NULL);
  }
}

static void
begin_cell (Odt *self, const char *style)
{
  qtr_odt_begin (self->xml, "table:table-cell");
  qtr_odt_set (self->xml, "table:style-name", style);
}

static void
add_titles (Odt *self, const QtrTable *table)
{
  qtr_odt_begin (self->xml, "table:table-header-rows");
  qtr_odt_begin (self->xml, "table:table-row");
  for (guint i = 0; i < table->columns->len; i++) {
    const QtrTableColumn *column = table->columns->pdata[i];

    begin_cell (self, "HeadingCell");
    qtr_odt_set (self->xml, "office:value-type", "string");
    qtr_odt_add_paragraph (self->xml, column->numeric ? "Table_20_Number_20_Heading" : "Table_20_Heading",
                           column->title);
    qtr_odt_end (self->xml);
  }
  qtr_odt_end (self->xml);
  qtr_odt_end (self->xml);
}

static void
add_cell (Odt *self, const QtrTableCell *cell, gboolean numeric, const QtrNode *last)
{
  g_autofree char *number = qtr_decimal_is_set (cell->value) ? qtr_decimal_to_string (cell->value) : NULL;

  begin_cell (self, "Cell");
  qtr_odt_set (self->xml, "office:value-type", number != NULL ? "float" : "string");
  qtr_odt_set (self->xml, "office:value", number);
  begin_paragraph (self, numeric ? "Table_20_Number" : "Table_20_Contents");
  qtr_odt_append_text (self->xml, cell->text);
  if (last != NULL)
    mark_end (self, last);
  qtr_odt_end (self->xml);
  qtr_odt_end (self->xml);
}

static void
add_row (Odt *self, const QtrTable *table, const GPtrArray *row, const QtrNode *last)
{
  qtr_odt_begin (self->xml, "table:table-row");
  qtr_odt_set (self->xml, "table:style-name", "Row");
  for (guint i = 0; i < row->len; i++)
    add_cell (self, row->pdata[i], ((const QtrTableColumn *) table->columns->pdata[i])->numeric,
              i + 1 == row->len ? last : NULL);
  qtr_odt_end (self->xml);
}

static void
add_table (Odt *self, const QtrNode *node)
{
  const QtrTable *table = node->table;
  g_autofree char *name = g_strdup_printf ("Table%u", ++self->n_tables);

  qtr_odt_add_paragraph (self->xml, "Caption", table->caption);
  qtr_odt_begin (self->xml, "table:table");
  qtr_odt_set (self->xml, "table:name", name);
  qtr_odt_set (self->xml, "table:style-name", table->columns->len > QTR_ODT_NARROW_MAX ? "Wide" : "Narrow");
  add_columns (self, table);
  add_titles (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, table->rows->pdata[i], i + 1 == table->rows->len ? node : NULL);
  qtr_odt_end (self->xml);
}

/* --- Charts --- */

void
qtr_odt_add_picture (QtrOdtXml *xml, const char *const *paths, guint n_paths, double width, double height,
                     const char *text, const char *description)
{
  qtr_odt_begin (xml, "draw:frame");
  qtr_odt_set (xml, "text:anchor-type", "as-char");
  qtr_odt_set_millimetres (xml, "svg:width", width);
  qtr_odt_set_millimetres (xml, "svg:height", height);
  for (guint i = 0; i < n_paths; i++)
    qtr_odt_add (xml, "draw:image", "xlink:href", paths[i], "xlink:type", "simple", "xlink:show", "embed",
                 "xlink:actuate", "onLoad", NULL);
  if (text != NULL)
    xmlTextWriterWriteElement (xml->writer, (const xmlChar *) "svg:title", (const xmlChar *) text);
  if (description != NULL)
    xmlTextWriterWriteElement (xml->writer, (const xmlChar *) "svg:desc", (const xmlChar *) description);
  qtr_odt_end (xml);
}

static gboolean
paint_chart (Odt *self, const QtrNode *node, const char *svg_path, const char *png_path)
{
  g_autoptr (GBytes) svg = qtr_chart_to_svg (node->chart, NULL, CHART_WIDTH, CHART_HEIGHT, &self->error);
  GBytes *png =
      svg != NULL ? qtr_chart_to_png (node->chart, NULL, CHART_WIDTH, CHART_HEIGHT, CHART_SCALE, &self->error)
                  : NULL;

  if (png == NULL)
    return FALSE;
  qtr_odt_package_add (self->package, svg_path, "image/svg+xml", g_steal_pointer (&svg));
  qtr_odt_package_add (self->package, png_path, "image/png", png);
  return TRUE;
}

static void
add_chart (Odt *self, const QtrNode *node)
{
  guint number = ++self->n_charts;
  g_autofree char *svg_path = g_strdup_printf ("Pictures/chart-%u.svg", number);
  g_autofree char *png_path = g_strdup_printf ("Pictures/chart-%u.png", number);
  const char *const paths[] = { svg_path, png_path };
  const char *description = qtr_chart_get_description (node->chart);

  if (self->error != NULL || !paint_chart (self, node, svg_path, png_path))
    return;
  add_heading (self, 3, node);
  begin_paragraph (self, "Chart");
  qtr_odt_add_picture (self->xml, paths, G_N_ELEMENTS (paths), self->width,
                       self->width * CHART_HEIGHT / CHART_WIDTH, node->text, description);
  qtr_odt_end (self->xml);
  qtr_odt_add_paragraph (self->xml, "Chart_20_words", description);
  add_children (self, node->children);
}

/* --- The parts --- */

static void
add_section (Odt *self, int level, const QtrNode *node)
{
  add_heading (self, level, node);
  add_children (self, node->children);
}

static void
add_node (Odt *self, const QtrNode *node)
{
  switch (node->kind) {
  case QTR_NODE_OPEN:
  case QTR_NODE_PRIORITY:
  case QTR_NODE_CORRECTIONS:
    add_section (self, 1, node);
    break;
  case QTR_NODE_COMMITMENT:
  case QTR_NODE_FIGURES:
    add_section (self, 2, node);
    break;
  case QTR_NODE_NOTE:
    add_labelled (self, "Note", node);
    break;
  case QTR_NODE_BULLET:
    add_bullet (self, node);
    break;
  case QTR_NODE_TABLE:
    add_table (self, node);
    break;
  case QTR_NODE_CHART:
    add_chart (self, node);
    break;
  default:
    g_assert_not_reached ();
  }
}

static const QtrNode *
find_last (const QtrNode *node)
{
  while (node->children->len > 0)
    node = node->children->pdata[node->children->len - 1];
  return node;
}

gboolean
qtr_odt_add_nodes (QtrOdtXml *xml, const QtrPublication *publication, QtrOdtPackage *package, GError **error)
{
  QtrOdtFrame frame = qtr_odt_frame_get (publication);
  Odt self = { .xml = xml, .package = package };

  self.width = MIN (frame.width - 2 * frame.margin, 180);
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    self.anchor = node->anchor;
    self.last = find_last (node);
    add_node (&self, node);
  }
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
