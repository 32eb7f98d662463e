/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/settle.h"
#include "ui/changes/change-item.h"

G_BEGIN_DECLS

/**
 * qtr_conflict_to_item:
 * @plan: a plan that has the conflict
 *
 * Returns: (transfer full): the row of the changes that asks the question
 */
QtrChangeItem *qtr_conflict_to_item (const QtrPlan *plan, const QtrConflict *conflict);

/**
 * qtr_conflict_side_to_words:
 *
 * Returns: (transfer full): what @side has, in words
 */
char *qtr_conflict_side_to_words (const QtrPlan *plan, const QtrConflict *conflict, QtrSide side);

/**
 * qtr_conflict_to_sentence:
 *
 * Returns: (transfer none): what happened, translated
 */
const char *qtr_conflict_to_sentence (const QtrConflict *conflict);

/**
 * qtr_conflict_is_prose:
 *
 * Returns: whether it is about a text, which can be worded anew and compared by word
 */
gboolean qtr_conflict_is_prose (const QtrPlan *plan, const QtrConflict *conflict);

/**
 * qtr_conflict_join:
 *
 * Returns: (transfer full): both sides' texts, as a beginning for one that does justice to both
 */
char *qtr_conflict_join (const QtrConflict *conflict);

G_END_DECLS
