/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrHistory:
 *
 * The steps that led to the current root. A step holds the roots on either side of it; what they share costs
 * nothing.
 */
typedef struct _QtrHistory QtrHistory;

QtrHistory *qtr_history_new (const QtrPlan *plan);
void qtr_history_free (QtrHistory *history);

/**
 * qtr_history_get_plan:
 *
 * Returns: (transfer none): the current root
 */
const QtrPlan *qtr_history_get_plan (const QtrHistory *history);

/**
 * qtr_history_add:
 * @plan: (transfer full): the root after the step
 * @label: what was done, translated
 * @run: (nullable): joins the step before if that has the same run and has not ended
 *
 * Adds a step, and forgets those that were undone.
 */
void qtr_history_add (QtrHistory *history, QtrPlan *plan, const char *label, const char *run);

void qtr_history_end_run (QtrHistory *history);

/**
 * qtr_history_undo:
 *
 * Returns: whether there was a step to undo
 */
gboolean qtr_history_undo (QtrHistory *history);
gboolean qtr_history_redo (QtrHistory *history);

/**
 * qtr_history_get_undo_label:
 *
 * Returns: (nullable): what would be undone
 */
const char *qtr_history_get_undo_label (const QtrHistory *history);
const char *qtr_history_get_redo_label (const QtrHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrHistory, qtr_history_free)

G_END_DECLS
