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
 * nothing. Undoing a step is a merge of what was after it, what is now, and what was before it, so that what
 * came in between from others stays.
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
 * qtr_history_add_theirs:
 * @plan: (transfer full): the root with what others did
 *
 * Adds a step that undo and redo pass over. What was undone can still be done again.
 */
void qtr_history_add_theirs (QtrHistory *history, QtrPlan *plan);

/**
 * qtr_history_undo_theirs:
 * @label: what this is called, as it is a step of its own
 *
 * Takes back the last step of others that was not taken back yet.
 *
 * Returns: whether there was one
 */
gboolean qtr_history_undo_theirs (QtrHistory *history, const char *label);

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
