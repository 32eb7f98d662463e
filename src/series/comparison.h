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

QtrComparison qtr_comparison_new (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter,
                                  const char *area);

/**
 * qtr_measure_is_due:
 *
 * Returns: whether @measure should have a value for @quarter in an update whose data goes to @data_to: by its
 *   frequency (a yearly one in the quarter that ends its year) and its lag in months after the quarter's end,
 *   counted from the month after @data_to: with a lag of nothing, once the data goes to the quarter's last
 * month. A measure that is retired by then is never due. Without @data_to, the data goes to the quarter's
 * end.
 */
gboolean qtr_measure_is_due (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter,
                             QtrPeriod data_to);

G_END_DECLS
