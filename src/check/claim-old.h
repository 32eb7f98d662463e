/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * qtr_claim_old_find:
 * @passage: with its magnitudes and rates known
 *
 * Finds out which levels are those of before: by the words that compare them, by the time that is said of
 * them, or by the earlier of two labels.
 */
void qtr_claim_old_find (QtrClaimPassage *passage);

/**
 * qtr_claim_old_precedes:
 *
 * Returns: whether both levels have a time said with them, and that of @a is the earlier
 */
gboolean qtr_claim_old_precedes (const QtrClaimPassage *passage, const QtrClaimQuantity *a,
                                 const QtrClaimQuantity *b);

G_END_DECLS
