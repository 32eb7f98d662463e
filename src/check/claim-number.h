/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/interval.h"
#include "check/claim-passage.h"

G_BEGIN_DECLS

/**
 * QtrClaimUnit:
 * @QTR_CLAIM_COUNT: a plain number, of things or of a measured unit
 * @QTR_CLAIM_MONEY: pounds, or another currency before the digits
 * @QTR_CLAIM_PERCENT: a percentage
 * @QTR_CLAIM_POINTS: percentage points
 * @QTR_CLAIM_FRACTION: a share in words: "a third", "one in five"
 * @QTR_CLAIM_TIMES: a multiple: "doubled", "four times"
 */
typedef enum {
  QTR_CLAIM_COUNT,
  QTR_CLAIM_MONEY,
  QTR_CLAIM_PERCENT,
  QTR_CLAIM_POINTS,
  QTR_CLAIM_FRACTION,
  QTR_CLAIM_TIMES,
} QtrClaimUnit;

/**
 * QtrClaimNumber:
 * @n_items: how many items it is made of
 * @n_core: how many of them are the number without its unit, sign and currency, from @core on
 * @value: what it says, multipliers applied
 * @high: where a range is said, its upper end; else no number
 * @precision: ten to this power is what its last digit stands for
 * @power: of ten, by which its multiplier word or letter multiplies
 * @sign: what stands before it: -1, 1, or 0 for nothing
 * @words: whether it is written in words
 * @measure: (nullable): the unit that is grown onto it: "mph"
 * @verb: whether it is a verb: "doubled"
 *
 * A number as it is written, and what it is made of.
 */
typedef struct {
  int n_items;
  int core;
  int n_core;
  QtrRational value;
  QtrRational high;
  int precision;
  int power;
  QtrClaimUnit unit;
  int sign;
  gboolean words;
  gboolean verb;
  const char *measure;
} QtrClaimNumber;

/**
 * qtr_claim_number_read:
 * @at: the index of an item
 *
 * Returns: whether a number begins there
 */
gboolean qtr_claim_number_read (const QtrClaimPassage *passage, int at, QtrClaimNumber *number);

G_END_DECLS
