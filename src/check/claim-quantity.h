/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-number.h"

G_BEGIN_DECLS

/**
 * QtrClaimHedge:
 * @QTR_CLAIM_AS_PRINTED: what rounds to it, or a count itself
 * @QTR_CLAIM_ABOUT: five in a hundred either way, or one of its last digit that is not zero, if that is more
 * @QTR_CLAIM_OVER: that or more
 * @QTR_CLAIM_JUST_OVER: that or a little more
 * @QTR_CLAIM_UNDER: that or less
 * @QTR_CLAIM_JUST_UNDER: that or a little less
 *
 * How exactly a number is meant.
 */
typedef enum {
  QTR_CLAIM_AS_PRINTED,
  QTR_CLAIM_ABOUT,
  QTR_CLAIM_OVER,
  QTR_CLAIM_JUST_OVER,
  QTR_CLAIM_UNDER,
  QTR_CLAIM_JUST_UNDER,
} QtrClaimHedge;

/**
 * QtrClaimRole:
 * @QTR_CLAIM_LEVEL: how much there is of something
 * @QTR_CLAIM_MAGNITUDE: by how much something changed or differs
 * @QTR_CLAIM_RATE: so much for each of something: "66 a day"
 * @QTR_CLAIM_PERIOD: how long something was looked at: "over 13 weeks"
 *
 * What a quantity is to its sentence.
 */
typedef enum { QTR_CLAIM_LEVEL, QTR_CLAIM_MAGNITUDE, QTR_CLAIM_RATE, QTR_CLAIM_PERIOD } QtrClaimRole;

/**
 * QtrClaimQuantity:
 * @item: which item of the passage it is
 * @first: the item with which its hedge begins, or @item
 * @line, @sentence: where it stands
 * @start, @end: its code points, with currency and unit
 * @core_start, @core_end: those of the number alone
 * @value: what it says; of a percentage, out of a hundred; of a range, its middle
 * @range: all that it may stand for
 * @precision, @power, @unit, @sign, @words, @verb: as in #QtrClaimNumber
 * @is_range: whether both ends were said
 * @is_average: whether it is a mean of what is measured
 * @noun: the name in the plural that follows, or empty
 * @measure: the unit that it is measured in, or empty
 * @old: how sure it is that it speaks of what was before: 0 not, 1 by its time, 2 by how it is compared
 * @now: whether it is said to be of the present
 * @direction: of a magnitude: 1 up, -1 down, 0 unsaid
 * @cue: of a magnitude or a rate: the item that makes it one
 * @each: whether it is so much for each of something, whatever its role
 * @is_listed: of a magnitude: whether it is one of several in a row, of as many things
 * @base: of a magnitude in brackets: which quantity it repeats; -1
 *
 * A number with what it counts and what it is to its sentence.
 */
typedef struct {
  int item;
  int first;
  guint line;
  guint sentence;
  int start;
  int end;
  int core_start;
  int core_end;
  QtrRational value;
  QtrInterval range;
  int precision;
  int power;
  QtrClaimUnit unit;
  int sign;
  gboolean words;
  gboolean verb;
  gboolean is_range;
  gboolean is_average;
  QtrClaimHedge hedge;
  const char *noun;
  const char *measure;
  QtrClaimRole role;
  int old;
  gboolean now;
  int direction;
  int cue;
  gboolean each;
  gboolean is_listed;
  int base;
} QtrClaimQuantity;

/**
 * qtr_claim_quantities_read:
 * @passage: as it was read from its bullets
 *
 * Reads the numbers that count something, and puts one item in the place of each.
 */
void qtr_claim_quantities_read (QtrClaimPassage *passage);

/**
 * qtr_claim_quantity_get:
 *
 * Returns: (transfer none) (nullable): the quantity of that number; %NULL if there is none
 */
QtrClaimQuantity *qtr_claim_quantity_get (const QtrClaimPassage *passage, int index);

/**
 * qtr_claim_quantity_at:
 *
 * Returns: (transfer none) (nullable): the quantity that the item at @index is; %NULL if it is none
 */
QtrClaimQuantity *qtr_claim_quantity_at (const QtrClaimPassage *passage, int index);

/**
 * qtr_claim_quantity_get_ratio:
 * @quantity: a percentage, a fraction, a multiple or percentage points
 *
 * Returns: what it may stand for as a part of one: 0.175 to 0.185 for "18%"
 */
QtrInterval qtr_claim_quantity_get_ratio (const QtrClaimQuantity *quantity);

/**
 * qtr_claim_quantity_is_ratio:
 *
 * Returns: whether it is a percentage or a fraction
 */
gboolean qtr_claim_quantity_is_ratio (const QtrClaimQuantity *quantity);

/**
 * qtr_claim_quantity_is_pointed_at:
 *
 * Returns: whether it only points at things that were counted before: "the two branches"
 */
gboolean qtr_claim_quantity_is_pointed_at (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

/**
 * qtr_claim_quantities_are_alike:
 *
 * Returns: whether both count the same kind of thing, as far as they say, so that one can be taken from the
 *   other
 */
gboolean qtr_claim_quantities_are_alike (const QtrClaimQuantity *a, const QtrClaimQuantity *b);

G_END_DECLS
