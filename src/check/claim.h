/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "base/rational.h"
#include "check/finding.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrClaimRelation:
 *
 * What a claim says of its numbers.
 */
typedef enum {
  QTR_CLAIM_IS_PERCENT,
  QTR_CLAIM_IS_DIFFERENCE,
  QTR_CLAIM_IS_DIRECTION,
  QTR_CLAIM_IS_SHARE,
  QTR_CLAIM_IS_SUBSET,
  QTR_CLAIM_IS_SUM,
  QTR_CLAIM_IS_RATE,
  QTR_CLAIM_IS_POINTS,
  QTR_CLAIM_IS_MULTIPLE,
  QTR_CLAIM_IS_EXTREME,
  QTR_CLAIM_IS_COMPARATOR,
  QTR_CLAIM_N_RELATIONS,
} QtrClaimRelation;

/**
 * QtrClaimVerdict:
 * @QTR_CLAIM_OK: some values that its numbers may stand for make it true
 * @QTR_CLAIM_MISMATCH: none do
 * @QTR_CLAIM_UNVERIFIABLE: the text does not say enough, or not surely enough
 */
typedef enum { QTR_CLAIM_OK, QTR_CLAIM_MISMATCH, QTR_CLAIM_UNVERIFIABLE } QtrClaimVerdict;

/**
 * QtrClaim:
 * @bullet: in which bullet it stands; belongs to the bullet
 * @sentence: the sentence it is made in
 * @start, @end: the code points of the bullet's text that are likeliest to be wrong
 * @text: those code points
 * @values: (array zero-terminated=1): its numbers as they stand, the one it is about first
 * @computed: (nullable): what the arithmetic gives instead
 * @message: (nullable): of a mismatch, what is wrong, translated
 * @replacement: (nullable): what to write from @start to @end, where that one is surely the wrong one
 *
 * A statement about numbers that can be computed.
 */
typedef struct {
  QtrClaimRelation relation;
  QtrClaimVerdict verdict;
  const char *bullet;
  char *sentence;
  int start;
  int end;
  char *text;
  GPtrArray *values;
  char *computed;
  char *message;
  char *replacement;
} QtrClaim;

/**
 * qtr_claims_read:
 * @top: a bullet that stands under no other
 * @quarter: the update's quarter, or unset
 *
 * Reads what a bullet and its children claim, and computes it.
 *
 * Returns: (transfer full) (element-type QtrClaim): in the order in which they stand
 */
GArray *qtr_claims_read (const QtrBullet *top, QtrPeriod quarter);

/**
 * qtr_claim_relation_get_word:
 *
 * Returns: (transfer none): the relation as the command line and the rules write it: `percent`
 */
const char *qtr_claim_relation_get_word (QtrClaimRelation relation);

/**
 * qtr_claim_verdict_get_word:
 *
 * Returns: (transfer none): `ok`, `mismatch` or `unverifiable`
 */
const char *qtr_claim_verdict_get_word (QtrClaimVerdict verdict);

G_END_DECLS
