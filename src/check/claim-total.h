/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-reader.h"

G_BEGIN_DECLS

/*
 * Totals: what can be added up to one, and which words say that a number is one.
 */

/**
 * qtr_claim_can_be_added:
 * @oldest: how sure it may be that it speaks of what was before
 *
 * Returns: whether @quantity can be a part or a total
 */
gboolean qtr_claim_can_be_added (const QtrClaimQuantity *quantity, int oldest);

/**
 * qtr_claim_can_be_total:
 *
 * Returns: whether @quantity can be what others add up to, however it is hedged
 */
gboolean qtr_claim_can_be_total (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

/**
 * qtr_claim_has_many_digits:
 *
 * Returns: whether @total has digits enough that another number with nearly the same is no chance
 */
gboolean qtr_claim_has_many_digits (const QtrClaimQuantity *total);

/**
 * qtr_claim_are_of_one_kind:
 *
 * Returns: whether both are of one unit, so that adding them makes sense
 */
gboolean qtr_claim_are_of_one_kind (const QtrClaimQuantity *a, const QtrClaimQuantity *b);

/**
 * qtr_claim_find_addends:
 * @first: the first sentence to look in
 *
 * Returns: (transfer container) (element-type QtrClaimQuantity): the levels of the sentences from @first to
 * that of @total, of its kind and no older than @oldest, with @total among them
 */
GPtrArray *qtr_claim_find_addends (const QtrClaimPassage *passage, const QtrClaimQuantity *total, guint first,
                                   int oldest);

/**
 * qtr_claim_add_up:
 *
 * Returns: all that the addends from @first to @last may make
 */
QtrInterval qtr_claim_add_up (GPtrArray *addends, guint first, guint last);

/**
 * qtr_claim_add_values:
 *
 * Returns: what they make as they are printed
 */
QtrRational qtr_claim_add_values (GPtrArray *addends, guint first, guint last);

/**
 * qtr_claim_is_close:
 *
 * Returns: whether the one could be meant by the other at all: half as much again, or two thirds
 */
gboolean qtr_claim_is_close (QtrRational total, QtrRational sum);

/**
 * qtr_claim_differ_by_slip:
 *
 * Returns: whether two numbers differ as by a slip: in one digit, or by two that changed places
 */
gboolean qtr_claim_differ_by_slip (const QtrClaimQuantity *total, QtrRational sum);

/**
 * qtr_claim_is_almost:
 *
 * Returns: whether the one was most likely meant to be the other: by a slip, or near it
 */
gboolean qtr_claim_is_almost (const QtrClaimQuantity *total, QtrRational sum);

/* How a total is said: "36 in total"; "makes 36"; "(168 in the quarter)"; "The two branches issued 36". */
gboolean qtr_claim_is_total_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *total);
gboolean qtr_claim_is_total_before (const QtrClaimPassage *passage, const QtrClaimQuantity *total);
gboolean qtr_claim_is_total_aside (const QtrClaimPassage *passage, const QtrClaimQuantity *total);
gboolean qtr_claim_says_both (const QtrClaimPassage *passage, const QtrClaimQuantity *total);

/**
 * qtr_claim_is_running:
 *
 * Returns: whether a total counts what its sentence does not list: "45 since April"
 */
gboolean qtr_claim_is_running (const QtrClaimPassage *passage, const QtrClaimQuantity *total);

G_END_DECLS
