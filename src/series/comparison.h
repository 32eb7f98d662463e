/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "series/series.h"

G_BEGIN_DECLS

/**
 * QtrRating:
 *
 * Where a value stands against its target, by the measure's tolerance, on unrounded values.
 */
typedef enum { QTR_RATING_NONE, QTR_RATING_RED, QTR_RATING_AMBER, QTR_RATING_GREEN } QtrRating;

/**
 * QtrComparison:
 * @now: the quarter
 * @before: the quarter before it
 * @year_before: the same quarter of the year before
 * @change: @now less @year_before, unrounded; no number where one of them is missing
 * @change_percent: the same in percent of @year_before (of its size, so that the sign is that of @change),
 *   unrounded; no number where that is zero or missing
 * @target: the target for the quarter, or no number
 * @rating: where @now stands against it
 *
 * One row of a figures table.
 */
typedef struct {
  QtrPoint now;
  QtrPoint before;
  QtrPoint year_before;
  QtrRational change;
  QtrRational change_percent;
  QtrDecimal target;
  QtrRating rating;
} QtrComparison;

/**
 * qtr_comparison_new:
 * @knower: (nullable): the update that tells it; %NULL: as it is known now
 * @area: (nullable): where; %NULL: everywhere
 */
QtrComparison qtr_comparison_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                                  QtrPeriod quarter, const char *area);

/**
 * qtr_change_in_percent:
 *
 * Returns: @change in percent of the size of @from, so that it has the sign of @change; no number where @from
 * is zero or one of them is missing
 */
QtrRational qtr_change_in_percent (QtrRational change, QtrRational from);

/**
 * qtr_rating_get_word:
 *
 * Returns: (transfer none) (nullable): the rating as people read it, translated; %NULL where nothing is rated
 */
const char *qtr_rating_get_word (QtrRating rating);

/**
 * qtr_measure_get_due:
 * @quarter: the quarter of an update
 * @data_to: the last month of its data; unset: the quarter's last
 *
 * Tells which figure of @measure falls due in an update. A period's value can be known its lag in months
 * after its end: what became known within the three months that end with @data_to is due now. With a lag that
 * is a quarter before the update's own, and of a yearly measure one period in four updates.
 *
 * Returns: a quarter, or a year for a yearly measure; unset where nothing falls due
 */
QtrPeriod qtr_measure_get_due (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter,
                               QtrPeriod data_to);

G_END_DECLS
