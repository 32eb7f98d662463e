/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/figures/figures-entry.h"
#include "ui/figures/figures-grid-private.h"
#include "ui/figures/figures-note.h"
#include "ui/figures/figures-paste.h"

/* Where values and notes are typed. */

static void
entry_typed_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  g_assert (QTR_IS_FIGURES_GRID (self));

  qtr_figures_typing_offer (self->typing, row, text);
}

static void
entry_taken_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  g_assert (QTR_IS_FIGURES_GRID (self));

  qtr_figures_typing_take (self->typing, row, text);
}

static gboolean
entry_moved_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, int step, gboolean editable_only,
                QtrFiguresGrid *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint position = 0;

  if (!g_list_store_find (self->rows, row, &position))
    return FALSE;

  /* One below zero is beyond the end as well. */
  for (position += step; position < n_rows; position += step) {
    g_autoptr (QtrFiguresRow) next = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

    if (!editable_only || qtr_figures_row_get_editable (next))
      return qtr_figures_grid_focus_row (self, position);
  }

  return FALSE;
}

/* --- Blocks --- */

/* Where a block begins. */
typedef struct {
  QtrFiguresGrid *grid;
  guint position;
} Corner;

/* The values of the row that are seen, in the order of their columns. */
static gboolean
find_period (QtrFiguresGrid *self, QtrFiguresRow *row, guint across, QtrPeriod *period)
{
  QtrPeriod now = qtr_figures_row_get_period (row);
  const struct {
    GtkColumnViewColumn *column;
    QtrPeriod period;
  } columns[] = {
    { self->now_column, now },
    { self->before_column, qtr_period_add (now, -1) },
    { self->year_before_column, qtr_period_year_before (now) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    if (!gtk_column_view_column_get_visible (columns[i].column))
      continue;
    *period = columns[i].period;
    if (across-- == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
find_target (guint down, guint across, QtrFiguresTarget *target, gpointer data)
{
  const Corner *corner = data;
  g_autoptr (QtrFiguresRow) row =
      g_list_model_get_item (G_LIST_MODEL (corner->grid->rows), corner->position + down);

  if (row == NULL || !find_period (corner->grid, row, across, &target->period))
    return FALSE;

  target->measure = qtr_figures_row_get_measure (row);
  target->row = across == 0 ? row : NULL;
  return TRUE;
}

static void
tell_taken (const char *words, GtkWidget *owner)
{
  g_signal_emit_by_name (owner, "taken", words);
}

static void
entry_pasted_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  Corner corner = { self, 0 };
  g_autofree char *left = NULL;
  QtrFiguresBlock *block = NULL;

  g_assert (QTR_IS_FIGURES_GRID (self));

  if (!g_list_store_find (self->rows, row, &corner.position))
    return;

  block = qtr_figures_block_new (qtr_document_get_plan (self->document), text, find_target, &corner);
  left = qtr_figures_block_tell_left (block);
  qtr_figures_typing_paste (self->typing, block, self->quarter, tell_taken);
  if (left != NULL)
    qtr_figures_entry_tell (entry, left);
}

static void
entry_entered_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, QtrFiguresGrid *self)
{
  g_set_str (&self->current, qtr_figures_grid_get_id (row));
  g_signal_emit_by_name (self, "measure-activated", qtr_figures_grid_get_id (row));
}

static void
now_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = qtr_figures_entry_new ();

  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  g_signal_connect_object (entry, "typed", G_CALLBACK (entry_typed_cb), self, 0);
  g_signal_connect_object (entry, "taken", G_CALLBACK (entry_taken_cb), self, 0);
  g_signal_connect_object (entry, "moved", G_CALLBACK (entry_moved_cb), self, 0);
  g_signal_connect_object (entry, "pasted", G_CALLBACK (entry_pasted_cb), self, 0);
  g_signal_connect_object (entry, "entered", G_CALLBACK (entry_entered_cb), self, 0);
  gtk_column_view_cell_set_focusable (cell, FALSE);
  gtk_column_view_cell_set_child (cell, entry);
}

static void
now_bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  g_hash_table_insert (self->entries, row, entry);
  qtr_figures_entry_set_row (QTR_FIGURES_ENTRY (entry), row);
}

static void
now_unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *entry = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  if (g_hash_table_lookup (self->entries, row) == entry)
    g_hash_table_remove (self->entries, row);
  qtr_figures_entry_set_row (QTR_FIGURES_ENTRY (entry), NULL);
}

static void
set_now_factory (QtrFiguresGrid *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (now_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (now_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (now_unbind_cb), self, 0);
  gtk_column_view_column_set_factory (self->now_column, factory);
}

static void
noted_cb (QtrFiguresNote *note, QtrFiguresRow *row, const char *text, QtrFiguresGrid *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autofree char *run = g_strconcat ("figure-note/", qtr_figures_grid_get_id (row), NULL);

  g_assert (QTR_IS_FIGURES_GRID (self));

  qtr_document_commit (self->document,
                       qtr_figures_note (plan, qtr_figures_grid_get_id (row), self->quarter,
                                         qtr_figures_row_get_period (row), text),
                       _ ("Note on a Figure"), run);
}

static void
note_setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *note = qtr_figures_note_new ();

  g_signal_connect_object (note, "noted", G_CALLBACK (noted_cb), self, 0);
  gtk_column_view_cell_set_focusable (cell, FALSE);
  gtk_column_view_cell_set_child (cell, note);
}

static void
note_bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *note = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  g_hash_table_insert (self->notes, row, note);
  qtr_figures_note_set_row (QTR_FIGURES_NOTE (note), row);
}

static void
note_unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, QtrFiguresGrid *self)
{
  GtkWidget *note = gtk_column_view_cell_get_child (cell);
  QtrFiguresRow *row = gtk_column_view_cell_get_item (cell);

  if (g_hash_table_lookup (self->notes, row) == note)
    g_hash_table_remove (self->notes, row);
  qtr_figures_note_set_row (QTR_FIGURES_NOTE (note), NULL);
}

static void
set_note_factory (QtrFiguresGrid *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (note_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (note_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (note_unbind_cb), self, 0);
  gtk_column_view_column_set_factory (self->note_column, factory);
}

void
qtr_figures_grid_set_factories (QtrFiguresGrid *self)
{
  set_now_factory (self);
  set_note_factory (self);
}
