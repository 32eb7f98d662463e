/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim.h"
#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The claims family: what the arithmetic of the text disproves. All its rules are one function, which reads
 * a passage once and says for each remark which of them it is of.
 */

void qtr_check_claims (const QtrInputs *inputs, GArray *remarks);

/**
 * QtrClaimFunc:
 * @place: where @claim stands
 * @claim: valid during the call
 */
typedef void (*QtrClaimFunc) (const QtrPlace *place, const QtrClaim *claim, gpointer data);

/**
 * qtr_claims_foreach_in_plan:
 * @quarter: a quarter that has an update
 *
 * Reads every claim of an update, whatever its verdict, in order.
 */
void qtr_claims_foreach_in_plan (const QtrPlan *plan, QtrPeriod quarter, QtrClaimFunc func, gpointer data);

/**
 * qtr_claims_foreach_in_bullets:
 * @bullets: (nullable) (element-type QtrBullet): a text without a plan
 * @lines: (nullable) (element-type utf8 guint): in which line each bullet begins, by its id
 *
 * Reads every claim of a text, whatever its verdict, in order.
 */
void qtr_claims_foreach_in_bullets (const QtrList *bullets, GHashTable *lines, QtrClaimFunc func,
                                    gpointer data);

G_END_DECLS
