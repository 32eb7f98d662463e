/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/measures/history-grid-private.h"

/* What is selected, copied and pasted. */

/* The corners of what would be copied. */
typedef struct {
  guint top;
  guint bottom;
  QtrPeriod first;
  QtrPeriod last;
} Range;

static gboolean
find_range (QtrHistoryGrid *self, Range *range)
{
  QtrHistoryRow *row = self->current == NULL ? NULL : qtr_history_cell_get_row (self->current);
  QtrPeriod period = QTR_PERIOD_UNSET;
  guint position = 0;

  if (row == NULL || !g_list_store_find (self->rows, row, &position))
    return FALSE;

  period = qtr_history_cell_get_period (self->current);
  *range = (Range) { position, position, period, period };
  if (!qtr_period_is_set (self->anchor_period))
    return TRUE;
  range->top = MIN (position, self->anchor);
  range->bottom = MAX (position, self->anchor);
  if (qtr_period_compare (self->anchor_period, period) < 0)
    range->first = self->anchor_period;
  else
    range->last = self->anchor_period;
  return TRUE;
}

static gboolean
is_in (QtrHistoryGrid *self, const Range *range, QtrHistoryCell *cell)
{
  QtrPeriod period = qtr_history_cell_get_period (cell);
  guint position = 0;

  return qtr_history_cell_get_row (cell) != NULL && qtr_period_compare (period, range->first) >= 0 &&
         qtr_period_compare (period, range->last) <= 0 &&
         g_list_store_find (self->rows, qtr_history_cell_get_row (cell), &position) &&
         position >= range->top && position <= range->bottom;
}

/* One cell alone is shown by the focus. */
void
qtr_history_grid_mark_selected (QtrHistoryGrid *self)
{
  Range range = { 0 };
  gboolean selected = qtr_period_is_set (self->anchor_period) && find_range (self, &range);

  for (guint i = 0; i < self->cells->len; i++) {
    QtrHistoryCell *cell = g_ptr_array_index (self->cells, i);

    qtr_history_cell_set_selected (cell, selected && is_in (self, &range, cell));
  }
}

/* Where a block begins. */
typedef struct {
  QtrHistoryGrid *grid;
  guint position;
  QtrPeriod period;
} Corner;

static gboolean
find_target (guint down, guint across, QtrFiguresTarget *target, gpointer data)
{
  const Corner *corner = data;
  g_autoptr (QtrHistoryRow) row =
      g_list_model_get_item (G_LIST_MODEL (corner->grid->rows), corner->position + down);
  QtrPeriod period = qtr_period_add (corner->period, (int) across);

  if (row == NULL || qtr_period_compare (period, corner->grid->last) > 0)
    return FALSE;

  target->measure = qtr_history_row_get_measure (row);
  target->period = period;
  return TRUE;
}

static void
tell_taken (const char *words, GtkWidget *owner)
{
  g_signal_emit_by_name (owner, "taken", words);
}

void
qtr_history_grid_paste (QtrHistoryGrid *self, QtrHistoryCell *cell, const char *text)
{
  Corner corner = { self, 0, qtr_history_cell_get_period (cell) };
  g_autofree char *left = NULL;
  QtrFiguresBlock *block = NULL;

  if (qtr_history_cell_get_row (cell) == NULL || qtr_document_get_read_only (self->document) ||
      !g_list_store_find (self->rows, qtr_history_cell_get_row (cell), &corner.position))
    return;

  block = qtr_figures_block_new (qtr_history_grid_get_plan (self), text, find_target, &corner);
  left = qtr_figures_block_tell_left (block);
  qtr_figures_typing_paste (self->typing, block, self->quarter, tell_taken);
  if (left != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (cell), left, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (left != NULL)
    tell_taken (left, GTK_WIDGET (self));
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (QtrHistoryGrid) self = QTR_HISTORY_GRID (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->current != NULL && self->document != NULL)
    qtr_history_grid_paste (self, self->current, text);
}

gboolean
qtr_history_grid_paste_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (widget);

  if (self->current == NULL || self->written != NULL)
    return GDK_EVENT_PROPAGATE;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb,
                                 g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
append_value (GString *text, QtrHistoryRow *row, QtrPeriod period)
{
  const QtrPoint *point = qtr_history_row_get_point (row, period);
  g_autofree char *value =
      point == NULL || !qtr_decimal_is_set (point->value) ? NULL : qtr_decimal_to_string (point->value);

  g_string_append (text, value == NULL ? "" : value);
}

static char *
copy_range (QtrHistoryGrid *self, const Range *range)
{
  GString *text = g_string_new (NULL);

  for (guint i = range->top; i <= range->bottom; i++) {
    g_autoptr (QtrHistoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    for (QtrPeriod period = range->first; qtr_period_compare (period, range->last) <= 0;
         period = qtr_period_add (period, 1)) {
      if (qtr_period_compare (period, range->first) > 0)
        g_string_append_c (text, '\t');
      append_value (text, row, period);
    }
    g_string_append_c (text, '\n');
  }

  return g_string_free_and_steal (text);
}

gboolean
qtr_history_grid_copy_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  QtrHistoryGrid *self = QTR_HISTORY_GRID (widget);
  g_autofree char *text = NULL;
  Range range = { 0 };

  if (self->written != NULL || !find_range (self, &range))
    return GDK_EVENT_PROPAGATE;

  text = copy_range (self, &range);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return GDK_EVENT_STOP;
}

char *
qtr_history_grid_copy (QtrHistoryGrid *self)
{
  GString *text = NULL;
  guint n_rows = 0;

  g_return_val_if_fail (QTR_IS_HISTORY_GRID (self), NULL);

  text = g_string_new (_ ("Measure"));
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < qtr_history_grid_count_periods (self); i++) {
    g_autofree char *label = qtr_period_to_label (qtr_period_add (self->first, (int) i));

    g_string_append_printf (text, "\t%s", label);
  }
  for (guint i = 0; i < n_rows; i++) {
    g_autoptr (QtrHistoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

    g_string_append_printf (text, "\n%s", qtr_history_row_get_measure (row)->name);
    for (guint j = 0; j < qtr_history_grid_count_periods (self); j++) {
      g_string_append_c (text, '\t');
      append_value (text, row, qtr_period_add (self->first, (int) j));
    }
  }
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}
