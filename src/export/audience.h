/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrAudience:
 * @plan: whose markings are in order
 * @marking: (nullable): the marking of the copy
 *
 * Who a copy is for. A value that belongs to nobody; valid as long as its plan.
 */
typedef struct {
  const QtrPlan *plan;
  const char *marking;
} QtrAudience;

/**
 * qtr_audience_init:
 * @marking: (nullable): the highest marking that the readers may see; %NULL: that of @update
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_NOT_FOUND if the plan has no such marking, or
 *   %QTR_ERROR_REFUSED if the update as a whole is marked above it
 */
gboolean qtr_audience_init (QtrAudience *self, const QtrPlan *plan, const QtrUpdate *update,
                            const char *marking, GError **error);

/**
 * qtr_audience_admits:
 * @marking: (nullable): a record's marking; %NULL: none of its own
 *
 * Returns: whether the copy may hold what is so marked. A marking that the plan does not know is above all.
 */
gboolean qtr_audience_admits (const QtrAudience *self, const char *marking);

/**
 * qtr_audience_admits_measure:
 *
 * Returns: whether the copy may hold the measure: itself, every value of it, and what a rate is computed
 * from. A single hidden value hides the measure, for totals and charts would give it away; and a hidden rate
 * hides its numerator, from which it could be had again.
 */
gboolean qtr_audience_admits_measure (const QtrAudience *self, const QtrMeasure *measure);

G_END_DECLS
