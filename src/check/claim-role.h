/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * qtr_claim_roles_find:
 *
 * Finds out from the words around each quantity whether it is a level, a magnitude or a rate, which way a
 * magnitude goes, and which levels are those of before.
 */
void qtr_claim_roles_find (QtrClaimPassage *passage);

/**
 * qtr_claim_set_magnitude:
 * @direction: 1 up, -1 down, 0 unsaid; a sign before the number goes before it
 * @cue: the item that makes it one
 *
 * Makes @quantity a magnitude.
 */
void qtr_claim_set_magnitude (QtrClaimQuantity *quantity, int direction, int cue);

/**
 * qtr_claim_get_direction:
 *
 * Returns: 1 for senses that go up, -1 for those that go down, 0 for neither
 */
int qtr_claim_get_direction (guint senses);

/**
 * qtr_claim_is_phrasal:
 * @at: where "up" or "down" stands
 *
 * Returns: whether it belongs to a verb that has nothing to do with more or less: "set up", "broken down"
 */
gboolean qtr_claim_is_phrasal (const QtrClaimPassage *passage, int at);

/**
 * qtr_claim_is_boundary:
 *
 * Returns: whether a clause, a bracket or an aside begins or ends at the item
 */
gboolean qtr_claim_is_boundary (const QtrClaimPassage *passage, int at);

/**
 * qtr_claim_find_mover:
 * @distance: how many items to look at, backwards from @at
 * @how: #QTR_CLAIM_DEED, #QTR_CLAIM_THING or both
 *
 * Returns: where a word stands that says that something changed, in the sentence of @at; -1
 */
int qtr_claim_find_mover (const QtrClaimPassage *passage, int at, int distance, guint how);

/**
 * qtr_claim_skip_back:
 *
 * Returns: the item from @at backwards at which neither articles nor adjectives stand
 */
int qtr_claim_skip_back (const QtrClaimPassage *passage, int at);

/**
 * qtr_claim_find_lead:
 *
 * Returns: the item that leads up to a quantity, before articles, adjectives and what it is the figure of:
 * the "from" of "from an average of 420"
 */
int qtr_claim_find_lead (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

G_END_DECLS
