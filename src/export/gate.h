/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * qtr_gate_run:
 * @quarter: a quarter that has an update
 *
 * Returns: (transfer full) (element-type QtrFinding): all that the checks find in the update
 */
GPtrArray *qtr_gate_run (const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_gate_list:
 * @findings: (element-type QtrFinding): what the checks found
 *
 * Returns: (transfer container) (element-type QtrFinding): those that stand in the way of a final export
 */
GPtrArray *qtr_gate_list (const GPtrArray *findings);

/**
 * qtr_gate_check:
 * @findings: (element-type QtrFinding): what the checks found
 *
 * Decides whether a final export may be made.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_REFUSED whose message counts what stands in the way
 */
gboolean qtr_gate_check (const GPtrArray *findings, GError **error);

/**
 * qtr_gate_check_signed:
 * @quarter: a quarter that has an update
 * @answers: (nullable) (element-type QtrSignOffAnswer): as qtr_sign_offs_verify() gives them; %NULL: no key
 * is asked
 *
 * Decides whether the plan's sign-off rule lets a final export be made.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_REFUSED whose message counts the signatures that are missing
 */
gboolean qtr_gate_check_signed (const QtrPlan *plan, QtrPeriod quarter, const GPtrArray *answers,
                                GError **error);

G_END_DECLS
