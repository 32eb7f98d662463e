/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-reader.h"
#include "check/claim-total.h"

G_BEGIN_DECLS

/*
 * What the readers of sums share: lists in a sentence, rests, and children under one parent.
 */

/**
 * qtr_claim_sum_add:
 * @first, @last: which of @addends are the parts
 *
 * Notes that they are said to make @total.
 */
void qtr_claim_sum_add (QtrClaimReader *self, const QtrClaimQuantity *total, GPtrArray *addends, guint first,
                        guint last, QtrClaimVerdict verdict);

/**
 * qtr_claim_sum_is_list:
 *
 * Returns: whether commas, "and" and brackets hold the addends together
 */
gboolean qtr_claim_sum_is_list (const QtrClaimPassage *passage, GPtrArray *addends, guint first, guint last);

/**
 * qtr_claim_sum_are_small_parts:
 *
 * Returns: whether each of the addends is less than @total
 */
gboolean qtr_claim_sum_are_small_parts (const QtrClaimQuantity *total, GPtrArray *addends, guint first,
                                        guint last);

/**
 * qtr_claim_sum_is_elliptical:
 *
 * Returns: whether @part counts what @total does: "41 that are open", "four with conspiracy"
 */
gboolean qtr_claim_sum_is_elliptical (const QtrClaimPassage *passage, const QtrClaimQuantity *part,
                                      const QtrClaimQuantity *total);

/**
 * qtr_claim_sum_is_rest:
 *
 * Returns: whether @quantity is what is left: "the remaining nine"
 */
gboolean qtr_claim_sum_is_rest (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

/* What a rest completes; the parts of a hundred; and the numbers of the children under that of their parent.
 */
void qtr_claim_sum_read_rest (QtrClaimReader *self, const QtrClaimQuantity *rest);
void qtr_claim_sum_read_hundred (QtrClaimReader *self, const QtrClaimQuantity *last);
void qtr_claim_sum_read_children (QtrClaimReader *self);

G_END_DECLS
