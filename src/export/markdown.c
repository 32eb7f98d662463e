/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "export/exporter.h"
#include "export/publication-private.h"

/* Lists nest by this much: the width of "- ". */
#define INDENT 2

static gboolean
is_entity (const char *at)
{
  const char *end = at + 1;

  if (*end == '#')
    end++;
  while (g_ascii_isalnum (*end))
    end++;
  return end > at + 1 && *end == ';';
}

/* What means something in the middle of a line. */
static gboolean
is_special (const char *at, gboolean heading)
{
  switch (*at) {
  case '\\':
  case '`':
  case '*':
  case '_':
  case '[':
  case ']':
  case '<':
  case '|':
  case '~':
    return TRUE;
  case '#':
    return heading;
  case '&':
    return is_entity (at);
  default:
    return FALSE;
  }
}

/* Where in the text a mark stands that would make a list, a quotation, a heading or a rule of the line. */
static const char *
find_opener (const char *text)
{
  const char *at = text;

  if (strchr ("#+-=>", *text) != NULL)
    return text;
  while (g_ascii_isdigit (*at))
    at++;
  return at > text && (*at == '.' || *at == ')') ? at : NULL;
}

static void
append_escaped (GString *out, const char *text, gboolean heading, gboolean starts_line)
{
  const char *opener = starts_line && text != NULL && *text != '\0' ? find_opener (text) : NULL;

  for (const char *at = text; at != NULL && *at != '\0'; at++) {
    if (at == opener || is_special (at, heading))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
}

static void
append_heading (GString *out, int level, const char *text)
{
  for (int i = 0; i < level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  append_escaped (out, text, TRUE, TRUE);
  g_string_append (out, "\n\n");
}

static void
append_paragraph (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  append_escaped (out, text, FALSE, TRUE);
  g_string_append (out, "\n\n");
}

static void
append_run_in (GString *out, const char *label)
{
  g_string_append (out, "**");
  append_escaped (out, label, FALSE, FALSE);
  g_string_append (out, ":**");
}

static void
append_note (GString *out, const QtrNode *node)
{
  if (node->label == NULL) {
    append_paragraph (out, node->text);
    return;
  }
  append_run_in (out, node->label);
  g_string_append_c (out, ' ');
  append_escaped (out, node->text, FALSE, FALSE);
  g_string_append (out, "\n\n");
}

static void
append_bullet (GString *out, const QtrNode *node, int depth)
{
  g_string_append_printf (out, "%*s-", depth * INDENT, "");
  if (node->label != NULL) {
    g_string_append_c (out, ' ');
    append_run_in (out, node->label);
  }
  if (node->text != NULL)
    g_string_append_c (out, ' ');
  append_escaped (out, node->text, FALSE, node->label == NULL);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < node->children->len; i++)
    append_bullet (out, node->children->pdata[i], depth + 1);
}

static void
append_row (GString *out, GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++) {
    g_string_append (out, "| ");
    append_escaped (out, ((const QtrTableCell *) row->pdata[i])->text, FALSE, FALSE);
    g_string_append_c (out, ' ');
  }
  g_string_append (out, "|\n");
}

static void
append_table (GString *out, const QtrTable *table)
{
  g_string_append (out, "**");
  append_escaped (out, table->caption, FALSE, FALSE);
  g_string_append (out, "**\n\n");
  for (guint i = 0; i < table->columns->len; i++) {
    g_string_append (out, "| ");
    append_escaped (out, ((const QtrTableColumn *) table->columns->pdata[i])->title, FALSE, FALSE);
    g_string_append_c (out, ' ');
  }
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append (out,
                     ((const QtrTableColumn *) table->columns->pdata[i])->numeric ? "| ---: " : "| --- ");
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->rows->len; i++)
    append_row (out, table->rows->pdata[i]);
  g_string_append_c (out, '\n');
}

static void append_node (GString *out, const QtrNode *node);

static void
append_children (GString *out, const QtrNode *node)
{
  qtr_node_append_children (node, append_node, out);
}

static void
append_chart (GString *out, const QtrNode *node)
{
  append_heading (out, 4, node->text);
  append_paragraph (out, qtr_chart_get_description (node->chart));
  append_children (out, node);
}

static void
append_commitment (GString *out, const QtrNode *node)
{
  append_heading (out, 4, node->label != NULL ? node->label : node->text);
  if (node->label != NULL)
    append_paragraph (out, node->text);
  append_children (out, node);
}

static void
append_node (GString *out, const QtrNode *node)
{
  switch (node->kind) {
  case QTR_NODE_OPEN:
  case QTR_NODE_PRIORITY:
  case QTR_NODE_CORRECTIONS:
    append_heading (out, 2, node->text);
    append_children (out, node);
    break;
  case QTR_NODE_FIGURES:
    append_heading (out, 3, node->text);
    append_children (out, node);
    break;
  case QTR_NODE_COMMITMENT:
    append_commitment (out, node);
    break;
  case QTR_NODE_NOTE:
    append_note (out, node);
    break;
  case QTR_NODE_BULLET:
    append_bullet (out, node, 0);
    break;
  case QTR_NODE_TABLE:
    append_table (out, node->table);
    break;
  case QTR_NODE_CHART:
    append_chart (out, node);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
append_marking (GString *out, const QtrPublication *publication)
{
  if (publication->marking == NULL)
    return;
  g_string_append_c (out, '[');
  append_escaped (out, publication->marking, FALSE, FALSE);
  g_string_append (out, "]\n\n");
}

/* Only at the head: at the foot it would be read again as a last bullet. */
static void
append_draft (GString *out, const QtrPublication *publication)
{
  if (publication->draft == NULL)
    return;
  g_string_append (out, "**");
  append_escaped (out, publication->draft, FALSE, FALSE);
  g_string_append (out, "**\n\n");
}

static void
append_front (GString *out, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, " ");
  /* Translators: the last month of a report's data. */
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;

  g_string_append (out, "# **");
  append_escaped (out, title, TRUE, FALSE);
  g_string_append (out, "** ");
  append_escaped (out, publication->kind, TRUE, FALSE);
  g_string_append (out, "\n\n");
  append_heading (out, 2, publication->quarter);
  append_paragraph (out, data_to);
  append_paragraph (out, imprint);
}

static void
append_contents (GString *out, const QtrPublication *publication)
{
  append_heading (out, 2, _ ("Contents"));
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    if (node->anchor == NULL)
      continue;
    append_escaped (out, node->text, FALSE, TRUE);
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}

static GBytes *
markdown_write (const QtrPublication *publication, GError **error)
{
  GString *out = g_string_new (NULL);

  append_marking (out, publication);
  append_draft (out, publication);
  append_front (out, publication);
  append_contents (out, publication);
  for (guint i = 0; i < publication->nodes->len; i++)
    append_node (out, publication->nodes->pdata[i]);
  append_marking (out, publication);
  g_string_truncate (out, out->len - 1);
  return g_string_free_to_bytes (out);
}

const QtrExporter qtr_markdown_exporter = { "md", N_ ("Markdown"), markdown_write };
