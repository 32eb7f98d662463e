/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/*
 * A change that is said twice, as a number and as a part: "up 11 (19%)", "a fall of 52, equal to 18%".
 */

/**
 * qtr_claim_find_repeated:
 *
 * Returns: whether @quantity says in brackets, or behind an "or", the change before it the other way; it is
 * then made a magnitude
 */
gboolean qtr_claim_find_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity);

/**
 * qtr_claim_find_trailing:
 *
 * Returns: whether @quantity is a percentage alone in brackets behind both ends of a change; it is then made
 * a magnitude
 */
gboolean qtr_claim_find_trailing (const QtrClaimPassage *passage, QtrClaimQuantity *quantity);

/**
 * qtr_claim_link_repeated:
 *
 * Notes of a magnitude in brackets which magnitude before it says the same.
 */
void qtr_claim_link_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity);

/**
 * qtr_claim_link_forms:
 *
 * Notes of a part that concludes which magnitude before it says the same.
 */
void qtr_claim_link_forms (const QtrClaimPassage *passage, QtrClaimQuantity *quantity);

G_END_DECLS
