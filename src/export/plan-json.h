/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_plan_to_json:
 * @quarter: the one quarter to show; unset: all that have an update
 *
 * Says what a plan holds in the shape that the command line documents for `show --json`: not the file, which
 * is for this program, but a view for others.
 *
 * Returns: (transfer full): an object
 */
JsonNode *qtr_plan_to_json (const QtrPlan *plan, QtrPeriod quarter);

G_END_DECLS
