/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ui/measures/history-grid-private.h"

/* What is written in a cell. */

void
qtr_history_grid_end_writing (QtrHistoryGrid *self)
{
  QtrHistoryCell *cell = g_steal_pointer (&self->written);

  if (cell == NULL)
    return;
  qtr_history_cell_set_entry (cell, NULL);
  if (qtr_history_cell_get_row (cell) != NULL)
    qtr_history_grid_show_cell (self, cell, qtr_history_cell_get_row (cell));
}

static void
entry_typed_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_figures_typing_offer (self->typing, row, text);
}

static void
entry_taken_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_figures_typing_take (self->typing, row, text);
}

static void
draft_changed_cb (QtrFiguresRow *row, GParamSpec *pspec, QtrHistoryGrid *self)
{
  g_autofree char *key = qtr_history_grid_make_key (qtr_figures_row_get_measure (row)->record.id,
                                                    qtr_figures_row_get_period (row));
  const char *draft = qtr_figures_row_get_draft (row);

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (draft == NULL)
    g_hash_table_remove (self->drafts, key);
  else
    g_hash_table_insert (self->drafts, g_steal_pointer (&key), g_strdup (draft));
}

static gboolean
entry_moved_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, int step, gboolean editable_only,
                QtrHistoryGrid *self)
{
  QtrHistoryCell *cell = self->written;

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (cell != NULL)
    qtr_history_grid_go (self, cell, step, 0, FALSE);
  return TRUE;
}

static void
entry_pasted_cb (QtrFiguresEntry *entry, QtrFiguresRow *row, const char *text, QtrHistoryGrid *self)
{
  QtrHistoryCell *cell = self->written;

  g_assert (QTR_IS_HISTORY_GRID (self));

  if (cell == NULL)
    return;
  qtr_history_grid_end_writing (self);
  qtr_history_grid_paste (self, cell, text);
}

/* A measure that was removed takes its drafts with it, and brings them back. */
guint
qtr_history_grid_count_unread (QtrHistoryGrid *self)
{
  GHashTableIter iter;
  gpointer key = NULL;
  guint n_unread = 0;

  g_return_val_if_fail (QTR_IS_HISTORY_GRID (self), 0);

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL)) {
    g_autofree char *measure = g_strndup (key, (gsize) (strchr (key, ' ') - (char *) key));

    if (qtr_list_find (qtr_history_grid_get_plan (self)->measures, measure, NULL) != NULL)
      n_unread++;
  }

  return n_unread;
}

gboolean
qtr_history_grid_toggle_provisional (QtrHistoryGrid *self)
{
  const QtrMeasure *measure = NULL;
  const QtrPoint *point = NULL;
  QtrPeriod period = QTR_PERIOD_UNSET;
  QtrHistoryRow *row = NULL;

  g_return_val_if_fail (QTR_IS_HISTORY_GRID (self), FALSE);

  row = self->current == NULL ? NULL : qtr_history_cell_get_row (self->current);
  if (row == NULL)
    return FALSE;

  measure = qtr_history_row_get_measure (row);
  period = qtr_history_cell_get_period (self->current);
  point = qtr_history_row_get_point (row, period);
  if (point == NULL || qtr_figures_explain_lock (qtr_history_grid_get_plan (self), measure, period) != NULL)
    return FALSE;

  qtr_document_commit (self->document,
                       qtr_figures_set_provisional (qtr_history_grid_get_plan (self), measure->record.id,
                                                    self->quarter, period, !point->provisional),
                       point->provisional ? _ ("Final Figure") : _ ("Provisional Figure"), NULL);
  return TRUE;
}

static void
entry_left_cb (GtkEventControllerFocus *controller, QtrHistoryGrid *self)
{
  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_history_grid_end_writing (self);
}

static GtkWidget *
make_entry (QtrHistoryGrid *self, QtrFiguresRow *row)
{
  GtkWidget *entry = qtr_figures_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (entry, "typed", G_CALLBACK (entry_typed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (entry, "taken", G_CALLBACK (entry_taken_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (entry, "moved", G_CALLBACK (entry_moved_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (entry, "pasted", G_CALLBACK (entry_pasted_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (row, "notify::draft", G_CALLBACK (draft_changed_cb), self, G_CONNECT_DEFAULT);
  qtr_figures_entry_set_row (QTR_FIGURES_ENTRY (entry), row);
  /* After the entry's own, which takes what was typed. */
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

void
qtr_history_grid_write_cb (QtrHistoryCell *cell, const char *text, QtrHistoryGrid *self)
{
  const QtrMeasure *measure = qtr_history_row_get_measure (qtr_history_cell_get_row (cell));
  QtrPeriod period = qtr_history_cell_get_period (cell);
  const char *lock = qtr_figures_explain_lock (qtr_history_grid_get_plan (self), measure, period);
  g_autoptr (QtrFiguresRow) row = NULL;
  GtkWidget *entry = NULL;

  g_assert (QTR_IS_HISTORY_GRID (self));

  qtr_history_grid_end_writing (self);
  if (qtr_document_get_read_only (self->document))
    return;
  row = qtr_figures_row_new_for_period (qtr_history_grid_get_plan (self), measure, self->quarter, period);
  qtr_figures_row_set_draft (row, qtr_history_grid_find_draft (self, measure, period));
  entry = make_entry (self, row);
  self->written = cell;
  qtr_history_cell_set_entry (cell, entry);
  gtk_widget_grab_focus (entry);
  if (lock != NULL)
    qtr_figures_entry_tell (QTR_FIGURES_ENTRY (entry), lock);
  else if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (lock == NULL && text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}
