/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/update.h"

G_BEGIN_DECLS

#define QTR_TYPE_OUTLINE_ROW (qtr_outline_row_get_type ())

/**
 * QtrOutlineRow:
 *
 * A page of the update in the outline: the front page, or a priority with how far it has come.
 *
 * Signal: `placed (row, QtrOutlineRow *other)`: @other was dropped on the row, to take its place.
 */
G_DECLARE_FINAL_TYPE (QtrOutlineRow, qtr_outline_row, QTR, OUTLINE_ROW, GtkListBoxRow)

/**
 * qtr_outline_row_new:
 * @priority: (nullable): the id of the priority; %NULL: the front page
 */
GtkWidget *qtr_outline_row_new (const char *priority);

/**
 * qtr_outline_row_get_priority:
 *
 * Returns: (transfer none) (nullable): the id of the priority
 */
const char *qtr_outline_row_get_priority (QtrOutlineRow *self);

/**
 * qtr_outline_row_set_heading:
 * @number: of the priority; 0: none
 */
void qtr_outline_row_set_heading (QtrOutlineRow *self, int number, const char *title);

/**
 * qtr_outline_row_set_progress:
 * @n_reported: how many of its commitments are reported
 * @n_commitments: how many it has; 0: nothing is to be reported
 */
void qtr_outline_row_set_progress (QtrOutlineRow *self, guint n_reported, guint n_commitments);

/**
 * qtr_outline_row_set_findings:
 * @counts: (array fixed-size=3): how many there are of each severity
 */
void qtr_outline_row_set_findings (QtrOutlineRow *self, const guint *counts);

/**
 * qtr_outline_row_set_changes:
 * @n_conflicts: how many questions a merge left open
 * @n_changes: how many changes are not saved
 */
void qtr_outline_row_set_changes (QtrOutlineRow *self, guint n_conflicts, guint n_changes);

/**
 * qtr_outline_row_set_movable:
 *
 * Lets the row be dragged to another one of its list that can be, too.
 */
void qtr_outline_row_set_movable (QtrOutlineRow *self);

G_END_DECLS
