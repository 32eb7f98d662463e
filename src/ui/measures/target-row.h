/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/measure.h"

G_BEGIN_DECLS

#define QTR_TYPE_TARGET_ROW (qtr_target_row_get_type ())

/**
 * QtrTargetRow:
 *
 * A target in the form of a measure: from when it holds, and the value.
 *
 * Signal `removed (row)`: it is not wanted any more.
 */
G_DECLARE_FINAL_TYPE (QtrTargetRow, qtr_target_row, QTR, TARGET_ROW, AdwPreferencesRow)

/**
 * qtr_target_row_new:
 * @target: (nullable): what it says at first
 */
GtkWidget *qtr_target_row_new (const QtrPlan *plan, const QtrMeasure *measure, const QtrTarget *target);

/**
 * qtr_target_row_read:
 * @measure: by whose unit the value is read
 * @target: (out): the target; %NULL where the row is empty
 *
 * Returns: whether it can be read; otherwise @error says why not, and the entry that is wrong has the focus
 */
gboolean qtr_target_row_read (QtrTargetRow *self, const QtrPlan *plan, const QtrMeasure *measure,
                              QtrTarget **target, GError **error);

G_END_DECLS
