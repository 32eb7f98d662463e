/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/audience.h"

G_BEGIN_DECLS

/**
 * qtr_audience_copy_update:
 * @n_left_out: (out): how many bullets are left out
 *
 * Leaves out of an update what the audience may not see: bullets by their marking, with what stands below
 * them, and those that print a figure of a measure that is left out; headlines with the presenter's notes
 * altogether.
 *
 * Returns: (transfer full): the update; ids are the same
 */
QtrUpdate *qtr_audience_copy_update (const QtrAudience *self, const QtrUpdate *update, guint *n_left_out);

/**
 * qtr_audience_copy_plan:
 * @plan: the audience's plan, with a copy of @update as it is read
 * @update: a copy as qtr_audience_copy_update() makes it
 *
 * Leaves out of a plan all that does not belong into a copy for the audience: people, comments, sign-offs,
 * terms and what else is the writers' own; annotations, notes and where values came from; all other updates
 * but for their quarters; measures that the audience may not see; and what @update did not know.
 *
 * Returns: (transfer full): the plan; ids are the same
 */
QtrPlan *qtr_audience_copy_plan (const QtrAudience *self, const QtrPlan *plan, const QtrUpdate *update);

G_END_DECLS
