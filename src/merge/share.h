/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_share:
 * @fresh: a plan that was read anew
 * @known: the plan as it was known before
 *
 * Puts the known record in the place of every one that equals it, with all below it, so that whoever
 * compares by address sees what changed and nothing else. Takes time in proportion to both plans.
 *
 * Returns: (transfer full): a plan that equals @fresh; @known itself if they are equal
 */
QtrPlan *qtr_share (const QtrPlan *fresh, const QtrPlan *known) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
