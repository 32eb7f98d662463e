/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/finding.h"
#include "model/ruling.h"

G_BEGIN_DECLS

/**
 * qtr_finding_make_mark:
 * @whole: (nullable): all of the bullet's text, for a finding that speaks of no words in particular
 *
 * Returns: (transfer full): what the finding is known by from one run to the next: it changes with the words
 *   that it speaks of, and with the numbers that it names, and not with the language that it is said in
 */
char *qtr_finding_make_mark (const QtrFinding *finding, const char *whole);

/**
 * qtr_finding_can_be_dismissed:
 *
 * Returns: whether it can be left as it is: it is of an update of a plan, and waits for no answer of its own
 */
gboolean qtr_finding_can_be_dismissed (const QtrFinding *finding);

/**
 * qtr_finding_find_dismissal:
 * @plan: the plan that was checked
 *
 * Returns: (transfer none) (nullable): what was decided about the finding
 */
const QtrDismissal *qtr_finding_find_dismissal (const QtrFinding *finding, const QtrPlan *plan);

/**
 * qtr_finding_dismiss:
 * @finding: one that can be dismissed
 * @reason: why, not empty
 *
 * Decides that nothing is to be done.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_finding_dismiss (const QtrFinding *finding, const QtrPlan *plan,
                              const char *reason) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_finding_restore:
 *
 * Takes back that the finding was dismissed.
 *
 * Returns: (transfer full): the new plan, or @plan again
 */
QtrPlan *qtr_finding_restore (const QtrFinding *finding, const QtrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
