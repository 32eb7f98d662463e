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

/* Short enough for an e-mail that is quoted once or twice. */
#define WIDTH 74
#define INDENT 2
/* However deep bullets are nested, that much is left for their words. */
#define WIDTH_MIN 32
#define GAP "  "

/* How many columns of a terminal it takes. */
static int
measure (const char *text)
{
  int width = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (!g_unichar_iszerowidth (letter))
      width += g_unichar_iswide (letter) ? 2 : 1;
  }
  return width;
}

static void
append_repeated (GString *out, char letter, int n)
{
  for (int i = 0; i < n; i++)
    g_string_append_c (out, letter);
}

/**
 * append_wrapped:
 * @first: what stands before the first line
 * @indent: how far the others are set in
 *
 * Breaks between words only: what has no space in it stays whole, however long.
 */
static void
append_wrapped (GString *out, const char *first, int indent, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  int limit = MAX (WIDTH, indent + WIDTH_MIN);
  int column = measure (first);
  gboolean fresh = TRUE;

  g_string_append (out, first);
  for (char **word = words; *word != NULL; word++) {
    int width = measure (*word);

    if (!fresh && column + 1 + width > limit) {
      g_string_append_c (out, '\n');
      append_repeated (out, ' ', indent);
      column = indent;
      fresh = TRUE;
    }
    g_string_append_printf (out, "%s%s", fresh ? "" : " ", *word);
    column += width + (fresh ? 0 : 1);
    fresh = FALSE;
  }
  g_string_append_c (out, '\n');
}

static void
append_paragraph (GString *out, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  append_wrapped (out, "", 0, text);
  g_string_append_c (out, '\n');
}

/* A heading is a line with a rule below it, as long as its longest line. */
static void
append_heading (GString *out, char rule, const char *text)
{
  append_wrapped (out, "", 0, text);
  append_repeated (out, rule, MIN (measure (text), WIDTH));
  g_string_append (out, "\n\n");
}

static char *
with_label (const QtrNode *node)
{
  if (node->label == NULL)
    return g_strdup (node->text != NULL ? node->text : "");
  return g_strdup_printf ("%s:%s%s", node->label, node->text != NULL ? " " : "",
                          node->text != NULL ? node->text : "");
}

static void
append_bullet (GString *out, const QtrNode *node, int depth)
{
  g_autofree char *marker = g_strdup_printf ("%*s- ", depth * INDENT, "");
  g_autofree char *text = with_label (node);

  append_wrapped (out, marker, (depth + 1) * INDENT, text);
  for (guint i = 0; i < node->children->len; i++)
    append_bullet (out, node->children->pdata[i], depth + 1);
}

/* --- Tables --- */

static const char *
get_text (const QtrTable *table, guint row, guint column)
{
  const GPtrArray *cells = table->rows->pdata[row];

  return ((const QtrTableCell *) cells->pdata[column])->text;
}

static const QtrTableColumn *
get_column (const QtrTable *table, guint column)
{
  return table->columns->pdata[column];
}

static int
column_width (const QtrTable *table, guint column)
{
  int width = measure (get_column (table, column)->title);

  for (guint i = 0; i < table->rows->len; i++)
    width = MAX (width, measure (get_text (table, i, column)));
  return width;
}

static gboolean
fits (const QtrTable *table)
{
  int width = 0;

  for (guint i = 0; i < table->columns->len; i++)
    width += column_width (table, i) + (i > 0 ? (int) strlen (GAP) : 0);
  return width <= WIDTH;
}

static void
append_cell (GString *out, const QtrTable *table, guint column, const char *text)
{
  int space = column_width (table, column) - measure (text);
  gboolean is_last = column + 1 == table->columns->len;

  if (get_column (table, column)->numeric)
    append_repeated (out, ' ', space);
  g_string_append (out, text);
  if (!get_column (table, column)->numeric && !is_last)
    append_repeated (out, ' ', space);
  g_string_append (out, is_last ? "\n" : GAP);
}

static void
append_columns (GString *out, const QtrTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    append_cell (out, table, i, get_column (table, i)->title);
  for (guint i = 0; i < table->columns->len; i++) {
    append_repeated (out, '-', column_width (table, i));
    g_string_append (out, i + 1 < table->columns->len ? GAP : "\n");
  }
  for (guint i = 0; i < table->rows->len; i++)
    for (guint j = 0; j < table->columns->len; j++)
      append_cell (out, table, j, get_text (table, i, j));
}

/* What is too wide to be read in columns is read row by row. */
static void
append_records (GString *out, const QtrTable *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    append_wrapped (out, "", 0, get_text (table, i, 0));
    for (guint j = 1; j < table->columns->len; j++) {
      g_autofree char *line =
          g_strdup_printf ("%s: %s", get_column (table, j)->title, get_text (table, i, j));

      append_wrapped (out, GAP, 2 * INDENT, line);
    }
    if (i + 1 < table->rows->len)
      g_string_append_c (out, '\n');
  }
}

static void
append_table (GString *out, const QtrTable *table)
{
  append_paragraph (out, table->caption);
  if (fits (table))
    append_columns (out, table);
  else
    append_records (out, table);
  g_string_append_c (out, '\n');
}

/* --- The parts --- */

static void append_node (GString *out, const QtrNode *node);

static void
append_children (GString *out, const QtrNode *node)
{
  qtr_node_append_children (node, append_node, out);
}

static void
append_section (GString *out, char rule, const QtrNode *node)
{
  append_heading (out, rule, node->text);
  append_children (out, node);
}

static void
append_chart (GString *out, const QtrNode *node)
{
  append_heading (out, '.', node->text);
  append_paragraph (out, qtr_chart_get_description (node->chart));
  append_children (out, node);
}

static void
append_commitment (GString *out, const QtrNode *node)
{
  g_autofree char *promise =
      node->label != NULL ? g_strconcat (node->label, " ", node->text, NULL) : g_strdup (node->text);

  append_heading (out, '-', promise);
  append_children (out, node);
}

static void
append_node (GString *out, const QtrNode *node)
{
  g_autofree char *note = NULL;

  switch (node->kind) {
  case QTR_NODE_OPEN:
  case QTR_NODE_PRIORITY:
  case QTR_NODE_CORRECTIONS:
    append_section (out, '=', node);
    break;
  case QTR_NODE_FIGURES:
    append_section (out, '-', node);
    break;
  case QTR_NODE_COMMITMENT:
    append_commitment (out, node);
    break;
  case QTR_NODE_NOTE:
    note = with_label (node);
    append_paragraph (out, note);
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

/* At the head and at the foot. */
static void
append_running (GString *out, const QtrPublication *publication)
{
  g_autofree char *marking = publication->marking != NULL ? g_utf8_strup (publication->marking, -1) : NULL;

  append_paragraph (out, marking);
  append_paragraph (out, publication->draft);
}

static void
append_front (GString *out, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, ", ");
  g_autofree char *heading = g_strconcat (title, " ", publication->kind, NULL);
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;

  append_paragraph (out, publication->body);
  append_heading (out, '=', heading);
  append_paragraph (out, publication->quarter);
  append_paragraph (out, data_to);
  append_paragraph (out, imprint);
}

static void
append_contents (GString *out, const QtrPublication *publication)
{
  append_heading (out, '=', _ ("Contents"));
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    if (node->anchor != NULL)
      append_wrapped (out, "", INDENT, node->text);
  }
  g_string_append_c (out, '\n');
}

static GBytes *
text_write (const QtrPublication *publication, GError **error)
{
  GString *out = g_string_new (NULL);

  append_running (out, publication);
  append_front (out, publication);
  append_contents (out, publication);
  for (guint i = 0; i < publication->nodes->len; i++)
    append_node (out, publication->nodes->pdata[i]);
  append_running (out, publication);
  g_string_truncate (out, out->len - 1);
  return g_string_free_to_bytes (out);
}

const QtrExporter qtr_text_exporter = { "txt", N_ ("Plain text"), text_write };
