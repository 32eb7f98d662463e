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
 * QtrRestatement:
 * @nature: (nullable): of what nature it is: "Late data", "Correction of an error"
 * @cause: (nullable): why the value is another than was published
 * @effect: (nullable): what that changes in what was said
 *
 * Why a value takes the place of one that was published. Its scale is no part of it: the two values say that.
 */
typedef struct {
  const char *nature;
  const char *cause;
  const char *effect;
} QtrRestatement;

/**
 * qtr_update_get_last_month:
 *
 * Returns: the month with which the data of @update ends, or else its quarter; unset if it says neither
 */
QtrPeriod qtr_update_get_last_month (const QtrPlan *plan, const QtrUpdate *update);

/**
 * qtr_plan_get_published_until:
 *
 * Returns: the last month of which a published update tells; unset: nothing is published
 */
QtrPeriod qtr_plan_get_published_until (const QtrPlan *plan);

/**
 * qtr_observation_find_told:
 * @observation: (nullable): an observation
 *
 * What readers were told last: what the latest of the published updates whose data reach the period knew of
 * it.
 *
 * Returns: (transfer none) (nullable): the vintage; %NULL: nothing was published
 */
const QtrVintage *qtr_observation_find_told (const QtrPlan *plan, const QtrObservation *observation);

/**
 * qtr_observation_is_restated_by:
 * @observation: (nullable): an observation
 * @value: what is to be its value; no number: none
 *
 * Whether giving it that value restates what was published, so that its nature, cause and effect have to be
 * asked. It does not if nothing was published, or that there is no value, or this same number; nor if it is
 * what is known now.
 */
gboolean qtr_observation_is_restated_by (const QtrPlan *plan, const QtrObservation *observation,
                                         QtrDecimal value);

/**
 * QtrCorrection:
 * @told: what an earlier update told
 * @now: what the update tells instead
 */
typedef struct {
  const QtrVintage *told;
  const QtrVintage *now;
} QtrCorrection;

/**
 * qtr_update_find_correction:
 * @correction: (out): both vintages
 *
 * Whether @update restates the observation: what it knows of it is another value than what the last earlier
 * update told. What was only imported, readers never saw, so nothing has to be corrected.
 */
gboolean qtr_update_find_correction (const QtrPlan *plan, const QtrUpdate *update,
                                     const QtrObservation *observation, QtrCorrection *correction);

/**
 * qtr_plan_find_teller:
 * @quarter: on the page of which quarter a value is typed; unset: on no update's
 *
 * Which update tells a value that is new. What was published stays as it was: if the update of @quarter is
 * published, or a later one is, it is the latest update that comes after all published ones.
 *
 * Returns: (transfer none) (nullable): the update; %NULL: there is none, and the next to be published tells
 * it
 */
const QtrUpdate *qtr_plan_find_teller (const QtrPlan *plan, QtrPeriod quarter);

G_END_DECLS
