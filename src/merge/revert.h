/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/diff.h"

G_BEGIN_DECLS

/**
 * qtr_revert:
 * @now: a plan
 * @before: what it was compared with
 * @change: one of the differences that qtr_diff() found from @before to @now, or to a plan that became @now
 *   since
 *
 * Takes one change back and leaves all others: what was added goes, what was removed or moved is again where
 * it was, and a field says what it said. What has moved into something that goes returns to its place first.
 *
 * Returns: (transfer full) (nullable): the plan without the change, @now itself if there is nothing to take
 *   back any more; %NULL with %QTR_ERROR_REFUSED where other changes rest on it
 */
QtrPlan *qtr_revert (const QtrPlan *now, const QtrPlan *before, const QtrChange *change,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
