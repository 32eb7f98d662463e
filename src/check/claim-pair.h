/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-reader.h"

G_BEGIN_DECLS

/**
 * QtrClaimPair:
 * @before: the level of before
 * @after: the one that it became, or that it is compared with
 * @is_ordered: whether the text says which of them was before
 *
 * Two levels that are compared.
 */
typedef struct {
  const QtrClaimQuantity *before;
  const QtrClaimQuantity *after;
  gboolean is_ordered;
} QtrClaimPair;

/**
 * qtr_claim_pairs_find:
 * @magnitude: by how much something changed
 * @likely: (out) (transfer full) (element-type QtrClaimPair): what the text compares, the likeliest first; a
 *   magnitude that none of them makes true is wrong
 * @possible: (out) (transfer full) (element-type QtrClaimPair): what it may compare; one that makes it true
 *   is enough
 */
void qtr_claim_pairs_find (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GArray **likely,
                           GArray **possible);

/**
 * qtr_claim_pairs_find_after:
 * @before: a level of before
 *
 * Returns: (transfer full) (element-type QtrClaimPair): what it is compared with, the likeliest first
 */
GArray *qtr_claim_pairs_find_after (const QtrClaimPassage *passage, const QtrClaimQuantity *before);

/**
 * qtr_claim_find_levels:
 * @sentence: in which sentence
 * @near: a quantity in it or behind it, from where to look
 * @like: (nullable): what they have to be like
 *
 * Returns: (transfer container) (element-type QtrClaimQuantity): the levels of a sentence, in order
 */
GPtrArray *qtr_claim_find_levels (const QtrClaimPassage *passage, guint sentence,
                                  const QtrClaimQuantity *near, const QtrClaimQuantity *like);

G_END_DECLS
