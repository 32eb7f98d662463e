/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/merge.h"

G_BEGIN_DECLS

/**
 * qtr_conflict_get_text:
 *
 * Returns: (transfer none) (nullable): what @side has; %NULL where it emptied the field or removed the record
 */
const char *qtr_conflict_get_text (const QtrConflict *self, QtrSide side);

/**
 * qtr_merge_settle:
 * @conflict: the id of one of the plan's conflicts
 * @side: whose answer is taken
 *
 * Answers a question that a merge left open: does what @side did, and takes the question away. Where the
 * record is gone by now, or the answer no longer fits it, the question goes and nothing else changes.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_merge_settle (const QtrPlan *plan, const char *conflict, QtrSide side) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_merge_settle_with:
 * @text: (nullable): what is to stand in the field in question
 *
 * As qtr_merge_settle(), with words of neither side.
 */
QtrPlan *qtr_merge_settle_with (const QtrPlan *plan, const char *conflict,
                                const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
