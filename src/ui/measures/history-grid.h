/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_HISTORY_GRID (qtr_history_grid_get_type ())

/**
 * QtrHistoryGrid:
 *
 * All that is known of all measures: a row for each, a column for each period. The measures' names stay where
 * they are while one goes through the periods; only the columns that fit are there at all.
 *
 * Signal `taken (grid, const char *message)`: a block was pasted, which can be undone.
 */
G_DECLARE_FINAL_TYPE (QtrHistoryGrid, qtr_history_grid, QTR, HISTORY_GRID, AdwBin)

/**
 * qtr_history_grid_set_document:
 * @document: (nullable): the plan that is worked on
 */
void qtr_history_grid_set_document (QtrHistoryGrid *self, QtrDocument *document);

/**
 * qtr_history_grid_set_quarter:
 * @quarter: whose update says what is typed
 */
void qtr_history_grid_set_quarter (QtrHistoryGrid *self, QtrPeriod quarter);

/**
 * qtr_history_grid_set_unit:
 * @unit: how long the periods are
 */
void qtr_history_grid_set_unit (QtrHistoryGrid *self, QtrPeriodUnit unit);

/**
 * qtr_history_grid_set_search:
 * @search: (nullable): a part of the names of the measures that are shown
 */
void qtr_history_grid_set_search (QtrHistoryGrid *self, const char *search);

/**
 * qtr_history_grid_copy:
 *
 * Returns: (transfer full): all measures that are shown, in all periods, with tabs between the cells
 */
char *qtr_history_grid_copy (QtrHistoryGrid *self);

/**
 * qtr_history_grid_count_unread:
 *
 * Returns: how many cells hold something that is not a value
 */
guint qtr_history_grid_count_unread (QtrHistoryGrid *self);

/**
 * qtr_history_grid_toggle_provisional:
 *
 * Says of the value at hand that it is provisional, or that it is not any more.
 *
 * Returns: whether there is one
 */
gboolean qtr_history_grid_toggle_provisional (QtrHistoryGrid *self);

G_END_DECLS
