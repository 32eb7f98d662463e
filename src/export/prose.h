/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_plan_to_prose:
 * @quarter: the one quarter to show; unset: all that have an update
 *
 * Says what a plan holds as plain readable text, one bullet or figure a line, so that line tools compare it
 * well.
 *
 * Returns: (transfer full): the text
 */
char *qtr_plan_to_prose (const QtrPlan *plan, QtrPeriod quarter);

G_END_DECLS
