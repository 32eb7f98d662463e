/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/conflict.h"
#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrSide:
 *
 * The plan before, and what two people made of it.
 */
typedef enum { QTR_SIDE_BASE, QTR_SIDE_OURS, QTR_SIDE_THEIRS } QtrSide;

/**
 * qtr_merge:
 * @base: what both sides began with
 * @ours: what one side made of it; where both cannot be had, its value stands
 * @theirs: what the other side made of it
 * @n_conflicts: (out) (optional): how many questions this merge added to the plan's `conflicts`
 *
 * Merges by record and not by line: texts by word, lists by what was added, removed and moved in them. No
 * record and no word of either side is lost unless a side removed it. What cannot be decided is added to
 * the plan's conflicts. Shared records cost nothing, and are shared with the result. May be called from any
 * thread.
 *
 * Returns: (transfer full): the merged plan
 */
QtrPlan *qtr_merge (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs,
                    guint *n_conflicts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
