/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/xlsx-private.h"

#define WORDS_WIDTH 28.0
#define NUMBER_WIDTH 18.0
#define DESCRIPTION_WIDTH 90.0

/* A sheet with the rows of one or more tables that have the same columns, and a column before them. */
typedef struct {
  GPtrArray *titles;
  GArray *widths;
  QtrXlsxTable table;
} Sheet;

static void
add_column (Sheet *self, const char *title, double width)
{
  g_ptr_array_add (self->titles, g_strdup (title));
  g_array_append_val (self->widths, width);
}

static void
add_columns (Sheet *self, const QtrTable *table)
{
  for (guint i = 0; i < table->columns->len; i++) {
    const QtrTableColumn *column = table->columns->pdata[i];

    add_column (self, column->title, column->numeric ? NUMBER_WIDTH : WORDS_WIDTH);
  }
}

static Sheet
sheet_new (void)
{
  return (Sheet) { g_ptr_array_new_with_free_func (g_free), g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
sheet_begin (Sheet *self, QtrXlsx *xlsx, const char *name, const char *title, const char *table)
{
  self->table = qtr_xlsx_begin_table (xlsx, name, title, table, (const char *const *) self->titles->pdata,
                                      (const double *) (gpointer) self->widths->data, self->titles->len);
}

/* A sheet that was never begun is not there: a table cannot be without a row. */
static void
sheet_end (Sheet *self)
{
  if (self->table.sheet != NULL)
    qtr_xlsx_end_table (&self->table);
  g_ptr_array_unref (self->titles);
  g_array_unref (self->widths);
}

static void
put_row (Sheet *self, guint first, const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    qtr_xlsx_put_cell (&self->table, first + i, row->pdata[i]);
}

static void
put_table (Sheet *self, const QtrTable *table)
{
  for (guint i = 0; i < table->rows->len; i++) {
    put_row (self, 0, table->rows->pdata[i]);
    self->table.row++;
  }
}

static void
add_table (QtrXlsx *self, const QtrTable *table, const char *name, const char *id)
{
  Sheet sheet = sheet_new ();

  if (table->rows->len > 0) {
    add_columns (&sheet, table);
    sheet_begin (&sheet, self, name, table->caption, id);
    put_table (&sheet, table);
  }
  sheet_end (&sheet);
}

/* --- The figures of all priorities --- */

static const QtrNode *
find_child (const QtrNode *node, QtrNodeKind kind)
{
  for (guint i = 0; i < node->children->len; i++)
    if (((const QtrNode *) node->children->pdata[i])->kind == kind)
      return node->children->pdata[i];
  return NULL;
}

static void
put_figures (Sheet *self, const QtrNode *priority, const QtrNode *figures)
{
  const QtrTable *table = find_child (figures, QTR_NODE_TABLE)->table;

  for (guint i = 0; i < table->rows->len; i++) {
    qtr_xlsx_put_text (&self->table, 0, priority->text);
    put_row (self, 1, table->rows->pdata[i]);
    self->table.row++;
  }
}

static void
add_priorities (QtrXlsx *self)
{
  Sheet sheet = sheet_new ();
  const GPtrArray *nodes = self->publication->nodes;

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *figures = find_child (nodes->pdata[i], QTR_NODE_FIGURES);

    if (figures == NULL)
      continue;
    if (sheet.titles->len == 0) {
      add_column (&sheet, _ ("Priority"), WORDS_WIDTH);
      add_columns (&sheet, find_child (figures, QTR_NODE_TABLE)->table);
      sheet_begin (&sheet, self, _ ("Figures"), _ ("Figures of the quarter"), "Figures");
    }
    put_figures (&sheet, nodes->pdata[i], figures);
  }
  sheet_end (&sheet);
}

/* --- What the charts show --- */

static void
put_chart (Sheet *self, const QtrNode *priority, const QtrNode *chart)
{
  qtr_xlsx_put_text (&self->table, 0, priority->text);
  qtr_xlsx_put_text (&self->table, 1, chart->text != NULL ? chart->text : "–");
  qtr_xlsx_put_text (&self->table, 2, qtr_chart_get_description (chart->chart));
  self->table.row++;
}

/* For whoever does not see charts, this is what there is in their place. */
static void
add_charts (QtrXlsx *self)
{
  const char *const titles[] = { _ ("Priority"), _ ("Measure"), _ ("What its chart shows") };
  static const double widths[] = { WORDS_WIDTH, WORDS_WIDTH, DESCRIPTION_WIDTH };
  const GPtrArray *nodes = self->publication->nodes;
  Sheet sheet = { 0 };

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *figures = find_child (nodes->pdata[i], QTR_NODE_FIGURES);

    for (guint j = 0; figures != NULL && j < figures->children->len; j++) {
      const QtrNode *node = figures->children->pdata[j];

      if (node->kind != QTR_NODE_CHART)
        continue;
      if (sheet.table.sheet == NULL)
        sheet.table = qtr_xlsx_begin_table (self, _ ("Charts"), _ ("What the charts show"), "Charts", titles,
                                            widths, G_N_ELEMENTS (titles));
      put_chart (&sheet, nodes->pdata[i], node);
    }
  }
  if (sheet.table.sheet != NULL)
    qtr_xlsx_end_table (&sheet.table);
}

static void
add_corrections (QtrXlsx *self)
{
  const GPtrArray *nodes = self->publication->nodes;

  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];

    if (node->kind == QTR_NODE_CORRECTIONS)
      add_table (self, find_child (node, QTR_NODE_TABLE)->table, _ ("Corrections"), "Corrections");
  }
}

void
qtr_xlsx_add_figures (QtrXlsx *self)
{
  add_priorities (self);
  add_charts (self);
  add_corrections (self);
  add_table (self, self->publication->data, _ ("Data"), "Data");
}
