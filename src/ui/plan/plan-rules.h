/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/ruling.h"

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_RULES (qtr_plan_rules_get_type ())

/**
 * QtrPlanRules:
 *
 * What the plan makes of each rule of the checks: a row for each, grouped by what is usual. The rows are made
 * when somebody looks at them.
 *
 * Signal: `chosen (rules, char *rule, gboolean usual, int level)`: a rule is to be as usual, or to have that
 * #QtrRuleLevel.
 */
G_DECLARE_FINAL_TYPE (QtrPlanRules, qtr_plan_rules, QTR, PLAN_RULES, AdwBin)

/**
 * qtr_plan_rules_show:
 *
 * Shows what @plan has decided.
 */
void qtr_plan_rules_show (QtrPlanRules *self, const QtrPlan *plan);

G_END_DECLS
