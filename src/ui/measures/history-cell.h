/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/figures/figures-entry.h"
#include "ui/measures/history-row.h"

G_BEGIN_DECLS

#define QTR_TYPE_HISTORY_CELL (qtr_history_cell_get_type ())

/**
 * QtrHistoryCell:
 *
 * The value of one measure in one period. It is plain text until somebody writes in it: then an entry takes
 * its place.
 *
 * Signals:
 * `wanted (const char *text)`: somebody began to write, with @text if it is not %NULL
 * `moved (int down, int across, gboolean extend)`: a key asked for another cell, or for all up to it
 */
G_DECLARE_FINAL_TYPE (QtrHistoryCell, qtr_history_cell, QTR, HISTORY_CELL, GtkWidget)

/**
 * qtr_history_cell_new:
 * @column: which of the columns it stands in
 */
GtkWidget *qtr_history_cell_new (guint column);

guint qtr_history_cell_get_column (QtrHistoryCell *self);

/**
 * qtr_history_cell_show:
 * @row: (nullable): whose value it is
 * @draft: (nullable): what was written and is no value yet
 */
void qtr_history_cell_show (QtrHistoryCell *self, QtrHistoryRow *row, QtrPeriod period, const char *draft);

QtrHistoryRow *qtr_history_cell_get_row (QtrHistoryCell *self);
QtrPeriod qtr_history_cell_get_period (QtrHistoryCell *self);

/**
 * qtr_history_cell_set_selected:
 *
 * Shows whether the value is one of those that would be copied.
 */
void qtr_history_cell_set_selected (QtrHistoryCell *self, gboolean selected);

/**
 * qtr_history_cell_set_entry:
 * @entry: (nullable): what is written in, in place of the text
 */
void qtr_history_cell_set_entry (QtrHistoryCell *self, GtkWidget *entry);

G_END_DECLS
