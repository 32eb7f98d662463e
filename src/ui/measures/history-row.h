/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/measure.h"
#include "ui/figures/figures-row.h"

G_BEGIN_DECLS

#define QTR_TYPE_HISTORY_ROW (qtr_history_row_get_type ())

/**
 * QtrHistoryRow:
 *
 * A measure in the grid of all periods: everything that is known of it, read once for as long as its records
 * stay the same.
 */
G_DECLARE_FINAL_TYPE (QtrHistoryRow, qtr_history_row, QTR, HISTORY_ROW, GObject)

/**
 * qtr_history_row_new:
 * @plan: where it is read, not before somebody looks
 */
QtrHistoryRow *qtr_history_row_new (const QtrPlan *plan, const QtrMeasure *measure);

/**
 * qtr_history_row_take:
 *
 * Has the row be about @measure as @plan has it now.
 */
void qtr_history_row_take (QtrHistoryRow *self, const QtrPlan *plan, const QtrMeasure *measure);

const QtrMeasure *qtr_history_row_get_measure (QtrHistoryRow *self);

/**
 * qtr_history_row_get_point:
 *
 * Returns: (nullable): what is known now of that period; %NULL: nothing
 */
const QtrPoint *qtr_history_row_get_point (QtrHistoryRow *self, QtrPeriod period);

G_END_DECLS
