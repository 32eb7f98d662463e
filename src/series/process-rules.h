/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/rational.h"
#include "model/measure.h"

G_BEGIN_DECLS

/**
 * QtrLimitsRule:
 *
 * What makes a point special, in order of precedence.
 */
typedef enum {
  QTR_LIMITS_RULE_NONE,
  QTR_LIMITS_RULE_OUTSIDE,
  QTR_LIMITS_RULE_TREND,
  QTR_LIMITS_RULE_TWO_OF_THREE,
  QTR_LIMITS_RULE_SHIFT,
} QtrLimitsRule;

/**
 * QtrLimitsBounds:
 * @upper: the upper process limit; no number where there is no moving range to tell it from
 * @upper_two: two thirds of the way from the mean to it
 *
 * The lines that a stretch of points is held against.
 */
typedef struct {
  QtrRational mean;
  QtrRational upper;
  QtrRational lower;
  QtrRational upper_two;
  QtrRational lower_two;
} QtrLimitsBounds;

/**
 * QtrLimitsMark:
 * @rule: the first rule that the point falls under
 * @side: 1 where it is high (or rising), -1 where it is low (or falling), 0 where there is no rule
 */
typedef struct {
  QtrLimitsRule rule;
  int side;
} QtrLimitsMark;

/**
 * qtr_limits_apply_rules:
 * @values: what is known in order of time; no number: a gap, which ends every run
 * @marks: (out caller-allocates): as many
 *
 * Finds the points of one stretch that chance alone would hardly have made: outside a limit; in a trend of
 * seven that strictly rise or fall; beyond a two-sigma line, as one of two among three neighbours that are
 * all on the same side of the mean; in a shift of seven on one side. A point *on* a line is not beyond it.
 * The point on which two trends turn belongs to the later one.
 */
void qtr_limits_apply_rules (const QtrRational *values, guint n_values, const QtrLimitsBounds *bounds,
                             QtrLimitsEdition edition, QtrLimitsMark *marks);

G_END_DECLS
