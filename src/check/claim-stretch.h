/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * QtrClaimStretch:
 * @units: how many units of a rate there are in it: 28 to 31 days in a month that is not named
 *
 * A stretch of time that a rate is counted over.
 */
typedef struct {
  QtrInterval units;
} QtrClaimStretch;

/**
 * qtr_claim_stretch_find:
 * @rate: so many a @unit
 * @unit: "day", "week", "month", "year", …
 * @quarter: the update's, or unset
 * @stretch: (out): what the sentence of @rate, or the one before, says that it was counted over; if they say
 *   nothing, any quarter
 *
 * Returns: whether it is surely that
 */
gboolean qtr_claim_stretch_find (const QtrClaimPassage *passage, const QtrClaimQuantity *rate,
                                 const char *unit, QtrPeriod quarter, QtrClaimStretch *stretch);

G_END_DECLS
