/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * round_trip_assert:
 * @quarter: of an update of @plan
 * @audience: (nullable): for whom it is exported
 *
 * Asserts that the update, exported as Markdown and imported into a new plan, says there what it says here.
 */
void round_trip_assert (const QtrPlan *plan, const char *quarter, const char *audience);

G_END_DECLS
