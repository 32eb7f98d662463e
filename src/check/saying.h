/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * QtrSayingKind:
 * @QTR_SAYS_HIGHEST: "the highest ever", "a record", "the most since 2019"
 * @QTR_SAYS_LOWEST: "the lowest on record"
 * @QTR_SAYS_MET: "the target was met", "exceeded its target", where more is better or not
 * @QTR_SAYS_MISSED: "missed the target", "short of the target"
 * @QTR_SAYS_ABOVE: "above the target"
 * @QTR_SAYS_BELOW: "below the target"
 * @QTR_SAYS_ON_TRACK: "on track", "on target"
 * @QTR_SAYS_RISING: "an upward trend"
 * @QTR_SAYS_FALLING: "a downward trend"
 *
 * What a sentence says of its number against other times, or against what it should be.
 */
typedef enum {
  QTR_SAYS_HIGHEST,
  QTR_SAYS_LOWEST,
  QTR_SAYS_MET,
  QTR_SAYS_MISSED,
  QTR_SAYS_ABOVE,
  QTR_SAYS_BELOW,
  QTR_SAYS_ON_TRACK,
  QTR_SAYS_RISING,
  QTR_SAYS_FALLING,
} QtrSayingKind;

/**
 * QtrSaying:
 * @line, @sentence: where it stands
 * @since: of a highest or lowest, months from January of the year 0 to the first month that surely counts; 0:
 * all that is known
 * @start, @end: the code points of the words that say so
 */
typedef struct {
  QtrSayingKind kind;
  guint line;
  guint sentence;
  int since;
  int start;
  int end;
} QtrSaying;

/**
 * qtr_sayings_read:
 *
 * Returns: (transfer full) (element-type QtrSaying): what is said in a passage, in order
 */
GArray *qtr_sayings_read (const QtrClaimPassage *passage);

G_END_DECLS
