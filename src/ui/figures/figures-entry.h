/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/figures/figures-row.h"

G_BEGIN_DECLS

#define QTR_TYPE_FIGURES_ENTRY (qtr_figures_entry_get_type ())

/**
 * QtrFiguresEntry:
 *
 * The cell in which a value is typed. It reads while one types, so that nothing is lost by saving with the
 * focus in it, and says what it cannot read; it changes nothing by itself.
 *
 * Signals:
 * `typed (QtrFiguresRow *row, const char *text)`: a value is being typed; empty: it was taken away; %NULL: it
 *   cannot be read, or was given up, so that what stood before holds
 * `taken (QtrFiguresRow *row, const char *text)`: a value was typed whole; empty: it was taken away
 * `moved (QtrFiguresRow *row, int step, gboolean editable_only) → gboolean`: a key asked for another row;
 *   whether there is one
 * `pasted (QtrFiguresRow *row, const char *text)`: more than one cell was pasted
 * `entered (QtrFiguresRow *row)`: the focus came
 */
G_DECLARE_FINAL_TYPE (QtrFiguresEntry, qtr_figures_entry, QTR, FIGURES_ENTRY, GtkEntry)

GtkWidget *qtr_figures_entry_new (void);

/**
 * qtr_figures_entry_set_row:
 * @row: (nullable): what the cell shows
 */
void qtr_figures_entry_set_row (QtrFiguresEntry *self, QtrFiguresRow *row);
QtrFiguresRow *qtr_figures_entry_get_row (QtrFiguresEntry *self);

/**
 * qtr_figures_entry_get_problem:
 *
 * Returns: (nullable): what is wrong with the text, as it is said to the author
 */
const char *qtr_figures_entry_get_problem (QtrFiguresEntry *self);

/**
 * qtr_figures_entry_tell:
 * @message: a sentence, translated
 *
 * Says something beside the cell, until one types on or leaves it.
 */
void qtr_figures_entry_tell (QtrFiguresEntry *self, const char *message);

G_END_DECLS
