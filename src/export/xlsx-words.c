/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/xlsx-private.h"

void
qtr_xlsx_add_cover (QtrXlsx *self)
{
  const QtrPublication *publication = self->publication;
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, ", ");
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;
  lxw_row_t row = 0;
  lxw_worksheet *sheet = qtr_xlsx_add_sheet (self, _ ("Cover"), title, &row);

  worksheet_set_column (sheet, 0, 0, 100, NULL);
  qtr_xlsx_put_line (sheet, &row, publication->kind, self->text);
  qtr_xlsx_put_line (sheet, &row, publication->quarter, self->text);
  qtr_xlsx_put_line (sheet, &row, data_to, self->text);
  qtr_xlsx_put_line (sheet, &row, imprint, self->text);
  qtr_xlsx_put_line (sheet, &row, publication->body, self->text);
}

/* --- Notes --- */

static void
put_note (QtrXlsxTable *table, const char *about, const char *text)
{
  qtr_xlsx_put_text (table, 0, about);
  qtr_xlsx_put_text (table, 1, text != NULL ? text : "–");
  table->row++;
}

static void
put_nodes (QtrXlsxTable *table, const QtrPublication *publication)
{
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    if (node->kind == QTR_NODE_NOTE)
      put_note (table, _ ("This copy"), node->text);
    for (guint j = 0; node->kind == QTR_NODE_OPEN && j < node->children->len; j++)
      put_note (table, node->text, ((const QtrNode *) node->children->pdata[j])->text);
  }
}

void
qtr_xlsx_add_notes (QtrXlsx *self)
{
  const char *const titles[] = { _ ("About"), _ ("Note") };
  static const double widths[] = { 30, 90 };
  QtrXlsxTable table = qtr_xlsx_begin_table (self, _ ("Notes"), _ ("Notes on this workbook"), "Notes", titles,
                                             widths, G_N_ELEMENTS (titles));

  put_nodes (&table, self->publication);
  put_note (&table, "[x]", _ ("The value is not available."));
  /* Translators: the word "provisional" stands in the sheet as it does here. */
  put_note (&table, _ ("provisional"), _ ("The value may still change."));
  put_note (&table, _ ("published before"), _ ("What was published for the period before it was restated."));
  qtr_xlsx_end_table (&table);
}

/* --- The narrative --- */

/* Where in the report a row stands. */
typedef struct {
  QtrXlsxTable table;
  const char *priority;
  const char *lead;
  const char *promise;
} Narrative;

static void
put_row (Narrative *self, const QtrNode *node, int level)
{
  QtrTableCell depth = { g_strdup_printf ("%d", level), { level, 0 }, QTR_RATING_NONE };

  qtr_xlsx_put_text (&self->table, 0, self->priority);
  qtr_xlsx_put_text (&self->table, 1, self->lead != NULL ? self->lead : "–");
  qtr_xlsx_put_text (&self->table, 2, self->promise != NULL ? self->promise : "–");
  qtr_xlsx_put_cell (&self->table, 3, &depth);
  qtr_xlsx_put_text (&self->table, 4, node->label != NULL ? node->label : "–");
  qtr_xlsx_put_text (&self->table, 5, node->text != NULL ? node->text : "–");
  self->table.row++;
  g_free (depth.text);
}

static void
put_bullets (Narrative *self, const GPtrArray *nodes, int level)
{
  for (guint i = 0; i < nodes->len; i++) {
    const QtrNode *node = nodes->pdata[i];

    put_row (self, node, level);
    put_bullets (self, node->children, level + 1);
  }
}

static void
put_priority (Narrative *self, const QtrNode *node)
{
  self->priority = node->text;
  for (guint i = 0; i < node->children->len; i++) {
    const QtrNode *child = node->children->pdata[i];

    if (child->kind != QTR_NODE_COMMITMENT)
      continue;
    self->lead = child->label;
    self->promise = child->text;
    put_bullets (self, child->children, 1);
  }
}

void
qtr_xlsx_add_narrative (QtrXlsx *self)
{
  const char *const titles[] = { _ ("Priority"), _ ("Lead"), _ ("Commitment"),
                                 _ ("Level"),    _ ("Area"), _ ("Text") };
  static const double widths[] = { 28, 16, 44, 7, 18, 90 };
  Narrative narrative = { .table =
                              qtr_xlsx_begin_table (self, _ ("Narrative"), _ ("What is reported"),
                                                    "Narrative", titles, widths, G_N_ELEMENTS (titles)) };
  QtrXlsxTable *table = &narrative.table;

  for (guint i = 0; i < self->publication->nodes->len; i++) {
    const QtrNode *node = self->publication->nodes->pdata[i];

    if (node->kind == QTR_NODE_PRIORITY)
      put_priority (&narrative, node);
  }
  if (table->row == table->first + 1)
    put_note (table, _ ("Nothing has been reported yet."), NULL);
  qtr_xlsx_end_table (table);
}
