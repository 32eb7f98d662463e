/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-reader.h"

G_BEGIN_DECLS

/*
 * Which whole a part is of.
 */

/**
 * qtr_claim_find_whole_named:
 * @part: a quantity
 *
 * Returns: (transfer none) (nullable): what it is said to be of, in so many words: the 472 of "381 of the
 * 472"
 */
const QtrClaimQuantity *qtr_claim_find_whole_named (const QtrClaimPassage *passage,
                                                    const QtrClaimQuantity *part);

/**
 * qtr_claim_find_whole_before:
 *
 * Returns: (transfer none) (nullable): what its sentence began with: the 402 of "Of the 402 reviewed, 53
 * were"
 */
const QtrClaimQuantity *qtr_claim_find_whole_before (const QtrClaimPassage *passage,
                                                     const QtrClaimQuantity *part);

/**
 * qtr_claim_find_wholes:
 *
 * Returns: (transfer container) (element-type QtrClaimQuantity): the levels said before @part of which it may
 *   be one, the nearest first: in its sentence, in those before it, and in the bullets above
 */
GPtrArray *qtr_claim_find_wholes (const QtrClaimPassage *passage, const QtrClaimQuantity *part);

/**
 * qtr_claim_may_be_part:
 *
 * Returns: whether @part and @whole may count the same things, by their units and names
 */
gboolean qtr_claim_may_be_part (const QtrClaimQuantity *part, const QtrClaimQuantity *whole);

/**
 * qtr_claim_has_share:
 *
 * Returns: whether a percentage in brackets follows @level, so that it is itself a part
 */
gboolean qtr_claim_has_share (const QtrClaimPassage *passage, const QtrClaimQuantity *level);

G_END_DECLS
