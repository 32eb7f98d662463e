/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "export/publication-private.h"

static gboolean
is_unprintable (gunichar letter)
{
  return letter == 0xfeff || (letter & 0xfffe) == 0xfffe || (letter >= 0xfdd0 && letter <= 0xfdef);
}

char *
qtr_publication_clean (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  GString *clean = g_string_new (NULL);
  char *stripped;

  for (const char *at = valid; at != NULL && *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
      g_string_append_c (clean, ' ');
    else if (!is_unprintable (letter))
      g_string_append_unichar (clean, letter);
  }
  stripped = g_strstrip (g_string_free (clean, FALSE));
  if (*stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  return stripped;
}

QtrNode *
qtr_node_new (QtrNodeKind kind, const char *label, const char *text)
{
  QtrNode *self = g_new0 (QtrNode, 1);

  self->kind = kind;
  self->label = qtr_publication_clean (label);
  self->text = qtr_publication_clean (text);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_node_free);
  return self;
}

void
qtr_node_free (QtrNode *self)
{
  g_free (self->anchor);
  g_free (self->label);
  g_free (self->text);
  g_clear_pointer (&self->table, qtr_table_free);
  g_clear_pointer (&self->chart, qtr_chart_unref);
  g_ptr_array_unref (self->children);
  g_free (self);
}

QtrNode *
qtr_node_add (QtrNode *self, QtrNodeKind kind, const char *label, const char *text)
{
  QtrNode *child = qtr_node_new (kind, label, text);

  g_ptr_array_add (self->children, child);
  return child;
}

static void
table_column_free (QtrTableColumn *column)
{
  g_free (column->title);
  g_free (column);
}

static void
table_cell_free (QtrTableCell *cell)
{
  g_free (cell->text);
  g_free (cell);
}

void
qtr_node_append_children (const QtrNode *self, void (*append) (GString *out, const QtrNode *child),
                          GString *out)
{
  for (guint i = 0; i < self->children->len; i++) {
    const QtrNode *child = self->children->pdata[i];
    const QtrNode *next = i + 1 < self->children->len ? self->children->pdata[i + 1] : NULL;

    append (out, child);
    if (child->kind == QTR_NODE_BULLET && (next == NULL || next->kind != QTR_NODE_BULLET))
      g_string_append_c (out, '\n');
  }
}

QtrTable *
qtr_table_new (const char *caption)
{
  QtrTable *self = g_new0 (QtrTable, 1);

  self->caption = qtr_publication_clean (caption);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) table_column_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
qtr_table_free (QtrTable *self)
{
  g_free (self->caption);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
qtr_table_add_column (QtrTable *self, const char *title, gboolean numeric)
{
  QtrTableColumn *column = g_new0 (QtrTableColumn, 1);

  column->title = qtr_publication_clean (title);
  column->numeric = numeric;
  g_ptr_array_add (self->columns, column);
}

GPtrArray *
qtr_table_add_row (QtrTable *self)
{
  GPtrArray *row = g_ptr_array_new_with_free_func ((GDestroyNotify) table_cell_free);

  g_ptr_array_add (self->rows, row);
  return row;
}

void
qtr_table_row_add (GPtrArray *row, const char *text)
{
  g_autofree char *clean = qtr_publication_clean (text);

  qtr_table_row_add_number (row, QTR_DECIMAL_NONE, clean != NULL ? g_steal_pointer (&clean) : g_strdup ("–"));
}

void
qtr_table_row_add_number (GPtrArray *row, QtrDecimal value, char *text)
{
  QtrTableCell *cell = g_new0 (QtrTableCell, 1);

  cell->text = text;
  cell->value = value;
  g_ptr_array_add (row, cell);
}
