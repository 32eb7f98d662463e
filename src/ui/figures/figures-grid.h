/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_FIGURES_GRID (qtr_figures_grid_get_type ())

/**
 * QtrFiguresGrid:
 *
 * The measures of a priority, one a row, with what they were and what they should be; the quarter's own value
 * is typed here. As high as its rows, for a page that scrolls; where it is narrow it leaves columns out.
 *
 * Signals: `measure-activated (const char *measure_id)`: the focus came to a row; `taken (const char
 * *message)`: a block was pasted, which can be undone.
 */
G_DECLARE_FINAL_TYPE (QtrFiguresGrid, qtr_figures_grid, QTR, FIGURES_GRID, GtkWidget)

GtkWidget *qtr_figures_grid_new (void);

/**
 * qtr_figures_grid_set_context:
 * @document: (nullable): the plan that is worked on
 * @priority_id: (nullable): whose measures are shown
 * @quarter: the quarter whose values are typed
 */
void qtr_figures_grid_set_context (QtrFiguresGrid *self, QtrDocument *document, const char *priority_id,
                                   QtrPeriod quarter);

/**
 * qtr_figures_grid_get_rows:
 *
 * Returns: (transfer none) (element-type QtrFiguresRow): the rows
 */
GListModel *qtr_figures_grid_get_rows (QtrFiguresGrid *self);

/**
 * qtr_figures_grid_count_unread:
 *
 * What cannot be read is kept with its measure and quarter, also while another page is shown.
 *
 * Returns: how many cells of the document hold something that is not a value
 */
guint qtr_figures_grid_count_unread (QtrFiguresGrid *self);

/**
 * qtr_figures_grid_focus_measure:
 *
 * Puts the focus to where the value of that measure is typed.
 *
 * Returns: whether the grid shows it
 */
gboolean qtr_figures_grid_focus_measure (QtrFiguresGrid *self, const char *measure_id);

/**
 * qtr_figures_grid_get_current:
 *
 * Returns: (nullable): the id of the measure that the focus came to last
 */
const char *qtr_figures_grid_get_current (QtrFiguresGrid *self);

/**
 * qtr_figures_grid_toggle_provisional:
 *
 * Says of the value at hand that it is provisional, or that it is not any more.
 *
 * Returns: whether there is one
 */
gboolean qtr_figures_grid_toggle_provisional (QtrFiguresGrid *self);

/**
 * qtr_figures_grid_open_note:
 *
 * Opens the note on the value at hand.
 *
 * Returns: whether there is one
 */
gboolean qtr_figures_grid_open_note (QtrFiguresGrid *self);

/**
 * qtr_figures_grid_copy:
 *
 * Returns: (transfer full) (nullable): the whole grid, with tabs between the cells; %NULL: it is empty
 */
char *qtr_figures_grid_copy (QtrFiguresGrid *self);

G_END_DECLS
