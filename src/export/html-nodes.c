/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart/output.h"

#include "export/html-private.h"

#define CHART_WIDTH 720
#define CHART_HEIGHT 360

/* What is being written, and how many tables and charts came before, for names that are unique. A chart that
 * cannot be painted is the one thing that can fail; what follows it is not written in vain. */
typedef struct {
  GString *out;
  GError *error;
  guint n_tables;
  guint n_charts;
} Html;

static void append_node (Html *self, const QtrNode *node);

static void
append_bullet (Html *self, const QtrNode *node)
{
  if (node->label == NULL && node->text == NULL) {
    g_string_append (self->out, "<li class=\"bare\">");
  } else {
    g_string_append (self->out, "<li><p dir=\"auto\">");
    qtr_html_append_element (self->out, "<b><bdi>", node->label, "</bdi>:</b> ");
    qtr_html_append_text (self->out, node->text);
    g_string_append (self->out, "</p>");
  }
  if (node->children->len > 0) {
    g_string_append (self->out, "\n<ul>\n");
    for (guint i = 0; i < node->children->len; i++)
      append_bullet (self, node->children->pdata[i]);
    g_string_append (self->out, "</ul>\n");
  }
  g_string_append (self->out, "</li>\n");
}

/* A run of bullets is one list. */
static void
append_nodes (Html *self, const GPtrArray *nodes)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];
    gboolean bullet = node->kind == QTR_NODE_BULLET;

    if (bullet != in_list)
      g_string_append (self->out, bullet ? "<ul>\n" : "</ul>\n");
    in_list = bullet;
    append_node (self, node);
  }
  if (in_list)
    g_string_append (self->out, "</ul>\n");
}

static void
append_note (Html *self, const QtrNode *node)
{
  g_string_append (self->out, "<p class=\"note\" dir=\"auto\">");
  qtr_html_append_element (self->out, "<b>", node->label, ":</b> ");
  qtr_html_append_text (self->out, node->text);
  g_string_append (self->out, "</p>\n");
}

static void
append_section (Html *self, const QtrNode *node, const char *class, int level)
{
  g_string_append_printf (self->out, "<section class=\"%s\"", class);
  if (node->anchor != NULL)
    g_string_append_printf (self->out, " id=\"%s\"", node->anchor);
  g_string_append_printf (self->out, ">\n<h%d dir=\"auto\">", level);
  qtr_html_append_element (self->out, "<span class=\"lead\" dir=\"auto\">", node->label, "</span> ");
  qtr_html_append_text (self->out, node->text);
  g_string_append_printf (self->out, "</h%d>\n", level);
  append_nodes (self, node->children);
  g_string_append (self->out, "</section>\n");
}

/* What is wider than a small screen scrolls by itself; whoever has no mouse can reach it to do so. */
static void
begin_scroll (Html *self, const char *label_form, guint number, const char *text)
{
  g_autofree char *label = g_strdup_printf ("%s %u: %s", label_form, number, text);

  g_string_append (self->out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
  qtr_html_append_text (self->out, label);
  g_string_append (self->out, "\">\n");
}

static const char *
cell_class (const QtrTable *table, guint column, const QtrTableCell *cell)
{
  switch (cell->rating) {
  case QTR_RATING_GREEN:
    return " class=\"status on\"";
  case QTR_RATING_AMBER:
    return " class=\"status near\"";
  case QTR_RATING_RED:
    return " class=\"status off\"";
  case QTR_RATING_NONE:
  default:
    break;
  }
  if (qtr_decimal_is_set (cell->value))
    return " class=\"number\"";
  return ((const QtrTableColumn *) table->columns->pdata[column])->numeric ? " class=\"number none\"" : "";
}

static void
append_row (Html *self, const QtrTable *table, const GPtrArray *row)
{
  g_string_append (self->out, "<tr>");
  for (guint i = 0; i < row->len; i++) {
    const QtrTableCell *cell = row->pdata[i];

    if (i == 0)
      g_string_append (self->out, "<th scope=\"row\" dir=\"auto\">");
    else
      g_string_append_printf (self->out, "<td%s dir=\"auto\">", cell_class (table, i, cell));
    qtr_html_append_text (self->out, cell->text);
    g_string_append (self->out, i == 0 ? "</th>" : "</td>");
  }
  g_string_append (self->out, "</tr>\n");
}

static void
append_table (Html *self, const QtrTable *table)
{
  begin_scroll (self, _ ("Table"), ++self->n_tables, table->caption);
  g_string_append (self->out, "<table>\n");
  qtr_html_append_element (self->out, "<caption dir=\"auto\">", table->caption, "</caption>\n");
  g_string_append (self->out, "<thead>\n<tr>");
  for (guint i = 0; i < table->columns->len; i++) {
    const QtrTableColumn *column = table->columns->pdata[i];

    g_string_append_printf (self->out, "<th scope=\"col\"%s dir=\"auto\">",
                            column->numeric ? " class=\"number\"" : "");
    qtr_html_append_text (self->out, column->title);
    g_string_append (self->out, "</th>");
  }
  g_string_append (self->out, "</tr>\n</thead>\n<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_row (self, table, table->rows->pdata[i]);
  g_string_append (self->out, "</tbody>\n</table>\n</div>\n");
}

static void
append_chart (Html *self, const QtrNode *node)
{
  guint number = ++self->n_charts;
  g_autofree char *prefix = g_strdup_printf ("chart-%u", number);
  g_autofree char *svg = NULL;

  if (self->error != NULL)
    return;
  svg = qtr_chart_to_inline_svg (node->chart, NULL, CHART_WIDTH, CHART_HEIGHT, prefix, &self->error);
  if (svg == NULL)
    return;
  g_string_append (self->out, "<figure>\n");
  qtr_html_append_element (self->out, "<h4 dir=\"auto\">", node->text, "</h4>\n");
  begin_scroll (self, _ ("Chart"), number, node->text);
  g_string_append (self->out, svg);
  g_string_append (self->out, "</div>\n");
  qtr_html_append_element (self->out, "<figcaption dir=\"auto\">", qtr_chart_get_description (node->chart),
                           "</figcaption>\n");
  qtr_html_append_element (self->out, "<details>\n<summary>", _ ("The chart’s data as a table"),
                           "</summary>\n");
  append_nodes (self, node->children);
  g_string_append (self->out, "</details>\n</figure>\n");
}

static void
append_node (Html *self, const QtrNode *node)
{
  switch (node->kind) {
  case QTR_NODE_OPEN:
    append_section (self, node, "open", 2);
    break;
  case QTR_NODE_PRIORITY:
    append_section (self, node, "priority", 2);
    break;
  case QTR_NODE_CORRECTIONS:
    append_section (self, node, "corrections", 2);
    break;
  case QTR_NODE_COMMITMENT:
    append_section (self, node, "commitment", 3);
    break;
  case QTR_NODE_FIGURES:
    append_section (self, node, "figures", 3);
    break;
  case QTR_NODE_NOTE:
    append_note (self, node);
    break;
  case QTR_NODE_BULLET:
    append_bullet (self, node);
    break;
  case QTR_NODE_TABLE:
    append_table (self, node->table);
    break;
  case QTR_NODE_CHART:
    append_chart (self, node);
    break;
  default:
    g_assert_not_reached ();
  }
}

gboolean
qtr_html_append_nodes (GString *out, const GPtrArray *nodes, GError **error)
{
  Html self = { .out = out };

  append_nodes (&self, nodes);
  if (self.error == NULL)
    return TRUE;
  g_propagate_error (error, self.error);
  return FALSE;
}
