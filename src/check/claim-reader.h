/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"
#include "check/claim.h"

G_BEGIN_DECLS

/*
 * What the readers of the relations share: a passage with its quantities, and the claims that were found.
 */

/**
 * QtrClaimReader:
 * @passage: what is read
 * @quarter: the update's quarter, or unset
 * @claims: (element-type QtrClaim): what was read so far
 * @taken: by quantity, whether a claim is about it
 * @summed: by quantity, whether it is a part of a sum
 */
typedef struct {
  const QtrClaimPassage *passage;
  QtrPeriod quarter;
  GArray *claims;
  gboolean *taken;
  gboolean *summed;
} QtrClaimReader;

/**
 * qtr_claim_reader_add:
 * @about: the quantity that the claim is about, which is also the likeliest to be wrong
 *
 * Returns: (transfer none): a new claim; valid until the next is added
 */
QtrClaim *qtr_claim_reader_add (QtrClaimReader *self, QtrClaimRelation relation, QtrClaimVerdict verdict,
                                const QtrClaimQuantity *about);

/**
 * qtr_claim_reader_add_value:
 *
 * Notes that the claim is also about @quantity.
 */
void qtr_claim_reader_add_value (QtrClaimReader *self, QtrClaim *claim, const QtrClaimQuantity *quantity);

/**
 * qtr_claim_reader_print:
 * @like: a quantity of the text
 *
 * Returns: (transfer full) (nullable): @number as the text would print it in the place of @like: with as many
 *   digits, its currency, unit and separators, in words if it is; %NULL if that cannot be done
 */
char *qtr_claim_reader_print (const QtrClaimReader *self, const QtrClaimQuantity *like, QtrRational number);

/**
 * qtr_claim_print_like:
 * @like: how and where a number stands
 * @text: the code points of @like
 *
 * Returns: (transfer full) (nullable): the same, of a quantity whose text is at hand without its passage
 */
char *qtr_claim_print_like (const QtrClaimQuantity *like, const char *text, QtrRational number);

/**
 * qtr_claim_reader_quote:
 *
 * Returns: (transfer full): @quantity as it stands in the text
 */
char *qtr_claim_reader_quote (const QtrClaimReader *self, const QtrClaimQuantity *quantity);

/**
 * qtr_claim_print_percent:
 * @ratio: of one
 *
 * Returns: (transfer full): as a percentage with one decimal: "19.4%"
 */
char *qtr_claim_print_percent (QtrRational ratio);

/**
 * qtr_claim_print_number:
 *
 * Returns: (transfer full): with as many decimals as it needs, and no more than two
 */
char *qtr_claim_print_number (QtrRational number);

/**
 * qtr_claim_is_near:
 * @factor: how many times as large the one may be as the other
 *
 * Returns: whether two numbers are so close to each other that the one could be a slip for the other: what is
 *   further away was most likely not meant to be compared
 */
gboolean qtr_claim_is_near (QtrRational a, QtrRational b, int factor);

/* One function for each family of relations, in the order in which they are asked. */
void qtr_claim_read_changes (QtrClaimReader *self);
void qtr_claim_read_directions (QtrClaimReader *self);
void qtr_claim_read_shares (QtrClaimReader *self);
void qtr_claim_read_subsets (QtrClaimReader *self);
void qtr_claim_read_sums (QtrClaimReader *self);
void qtr_claim_read_rates (QtrClaimReader *self);
void qtr_claim_read_extremes (QtrClaimReader *self);

G_END_DECLS
