/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/**
 * qtr_finding_new:
 *
 * Returns: (transfer full): what @rule remarked, at its @place; all is copied
 */
QtrFinding *qtr_finding_new (const QtrRule *rule, const QtrPlace *place, const QtrRemark *remark);

/**
 * qtr_remarks_new:
 *
 * Returns: (transfer full) (element-type QtrRemark): an empty array that frees what is in it
 */
GArray *qtr_remarks_new (void);

G_END_DECLS
