/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/word.h"
#include "check/finding.h"
#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_finding_get_fixed_text:
 *
 * Returns: (transfer full) (nullable): what its words will be once they are fixed; %NULL without a fix
 */
char *qtr_finding_get_fixed_text (const QtrFinding *finding);

/**
 * qtr_finding_apply:
 * @finding: one with a fix
 *
 * Does what the finding proposes. If its bullet no longer says what the finding speaks of, nothing is done.
 *
 * Returns: (transfer full): the new plan, or @plan again
 */
QtrPlan *qtr_finding_apply (const QtrFinding *finding, const QtrPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_findings_apply:
 * @findings: (element-type QtrFinding): in the plan's order, as the checker gives them
 * @rule: the id of a rule
 * @n_applied: (out): how many fixes were made
 *
 * Does what all findings of that rule propose that have a fix.
 *
 * Returns: (transfer full): the new plan, or @plan again
 */
QtrPlan *qtr_findings_apply (GPtrArray *findings, const char *rule, const QtrPlan *plan,
                             guint *n_applied) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
