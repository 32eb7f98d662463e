/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/audit.h"

G_BEGIN_DECLS

/**
 * qtr_audit_to_csv:
 * @answer: what can be said of the plan's log
 *
 * Returns: (transfer full): the log as a table, a row for each entry, in the file's order
 */
GBytes *qtr_audit_to_csv (const QtrPlan *plan, const QtrLogAnswer *answer);

G_END_DECLS
