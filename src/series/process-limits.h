/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "series/process-rules.h"

G_BEGIN_DECLS

/**
 * QTR_LIMITS_ASKED_FOR:
 *
 * How many points are asked for before limits are called more than trial.
 */
#define QTR_LIMITS_ASKED_FOR 13

/**
 * QtrSpecial:
 * @QTR_SPECIAL_NONE: common cause: what chance alone makes
 * @QTR_SPECIAL_NEITHER: special, of a measure of which neither direction is good
 *
 * What a point says about the process.
 */
typedef enum {
  QTR_SPECIAL_NONE,
  QTR_SPECIAL_IMPROVEMENT,
  QTR_SPECIAL_CONCERN,
  QTR_SPECIAL_NEITHER,
} QtrSpecial;

/**
 * QtrAssurance:
 * @QTR_ASSURANCE_NONE: nothing can be said: no target, no limits, or neither direction is good
 * @QTR_ASSURANCE_FAILS: as it runs now, the process will miss the target again and again
 * @QTR_ASSURANCE_PASSES: and here reach it
 * @QTR_ASSURANCE_HIT_OR_MISS: and here it is chance
 */
typedef enum {
  QTR_ASSURANCE_NONE,
  QTR_ASSURANCE_FAILS,
  QTR_ASSURANCE_PASSES,
  QTR_ASSURANCE_HIT_OR_MISS,
} QtrAssurance;

/**
 * QtrLimitsOptions:
 * @rebases: (array length=n_rebases): at which places mean, limits and rules start afresh, in any order
 * @baseline: from how many values of each segment its lines are computed; 0: from all
 */
typedef struct {
  QtrLimitsEdition edition;
  QtrGood good;
  const guint *rebases;
  guint n_rebases;
  guint baseline;
} QtrLimitsOptions;

/**
 * QtrLimitsSegment:
 * @first: the place of its first point
 * @length: how many points it has, gaps included
 * @n_basis: from how many values its lines are computed
 * @trial: whether these are fewer than are asked for
 * @bounds: its lines, exact; those that there is no telling are no numbers: all without a value, the limits
 *   without two neighbours
 *
 * A stretch of a series between two re-basings.
 */
typedef struct {
  guint first;
  guint length;
  guint n_basis;
  gboolean trial;
  QtrLimitsBounds bounds;
} QtrLimitsSegment;

/**
 * QtrLimitsPoint:
 * @segment: the place of its segment
 */
typedef struct {
  QtrLimitsMark mark;
  QtrSpecial special;
  guint segment;
} QtrLimitsPoint;

/**
 * QtrLimits:
 * @points: as many as there are values
 * @segments: at least one, unless there is no value at all
 * @latest: the place of the last point with a value; @n_points where there is none
 *
 * The process limits of a series of individual values (an XmR chart), and what is special about its points.
 */
typedef struct {
  QtrLimitsEdition edition;
  QtrGood good;
  QtrLimitsPoint *points;
  guint n_points;
  QtrLimitsSegment *segments;
  guint n_segments;
  guint latest;
} QtrLimits;

/**
 * qtr_limits_new:
 * @values: in order of time; no number: a gap. A gap has no moving range on either side, and ends every run
 *
 * Mean ± 2.66 times the mean moving range, and for the two-sigma lines two thirds of that. Screening drops
 * the moving ranges of 3.267 times their mean or more, and takes the mean once more. All is compared exactly.
 *
 * Returns: (transfer full) (nullable): the limits; %NULL with %QTR_ERROR_NUMBER where the values are too
 * large, or differ too much in size, to be computed with exactly
 */
QtrLimits *qtr_limits_new (const QtrDecimal *values, guint n_values, const QtrLimitsOptions *options,
                           GError **error);
void qtr_limits_free (QtrLimits *self);

/**
 * qtr_limits_get_last:
 *
 * Returns: (transfer none) (nullable): the segment that the series ends with, whose lines hold now
 */
const QtrLimitsSegment *qtr_limits_get_last (const QtrLimits *self);

/**
 * qtr_limits_get_variation:
 *
 * Returns: the state of the latest point that has a value; without any, common cause
 */
QtrLimitsPoint qtr_limits_get_variation (const QtrLimits *self);

/**
 * qtr_limits_get_assurance:
 *
 * Returns: where @target stands to the last limits
 */
QtrAssurance qtr_limits_get_assurance (const QtrLimits *self, QtrDecimal target);

/**
 * qtr_limits_rule_get_word:
 *
 * Returns: (transfer none) (nullable): the rule as the command line writes it
 */
const char *qtr_limits_rule_get_word (QtrLimitsRule rule);

/**
 * qtr_special_get_word:
 *
 * Returns: (transfer none) (nullable): as the command line writes it
 */
const char *qtr_special_get_word (QtrSpecial special);

/**
 * qtr_limits_mark_get_label:
 *
 * Returns: (transfer none) (nullable): why a point is special, translated: `above the upper limit`
 */
const char *qtr_limits_mark_get_label (QtrLimitsMark mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrLimits, qtr_limits_free)

G_END_DECLS
