/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/rational.h"
#include "model/knowledge.h"

G_BEGIN_DECLS

/**
 * QtrPoint:
 * @period: the period
 * @value: what is known, rolled up to the period and exact; no number: a gap
 * @published_before: what the vintage before said, where the value was restated; else no number
 * @provisional: whether any part of it is subject to change
 */
typedef struct {
  QtrPeriod period;
  QtrDecimal value;
  QtrDecimal published_before;
  gboolean provisional;
} QtrPoint;

/*
 * All that is read from a plan's measures is read as somebody knew it: @knower is the update whose page is
 * shown, printed or written, or %NULL for what is known now (see qtr_knowledge_find()).
 */

/**
 * qtr_series_get_point:
 * @knower: (nullable): the update that tells it; %NULL: as it is known now
 * @period: a month, quarter or year, no shorter than the measure's own frequency
 * @area: (nullable): where; %NULL: everywhere
 *
 * What @measure was over @period: its own observation of just that period, or else what its shorter periods
 * make of it: the sum for a flow, which is a gap where one of them is missing; the last for a level. An area
 * of the plan with others within it, where it has no value of its own, is their sum for a flow, and a gap
 * where one of them is missing. A rate (a measure with numerator and denominator and without an observation
 * of its own) is computed from both, rounded to its decimals: in hundredths where its unit is `%`, in
 * thousandths where it is `per 1,000 people`.
 *
 * For more than one point, qtr_series_new() reads the measure only once.
 */
QtrPoint qtr_series_get_point (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                               QtrPeriod period, const char *area);

/**
 * qtr_series_get_year_to_date:
 * @period: the month or quarter that it goes to, no shorter than the measure's own frequency
 *
 * What @measure was from the first month of the plan's year to the end of @period: the sum for a flow, which
 * is a gap where any period of it is missing; for a level what @period itself has; for a rate, that of both
 * sums.
 *
 * Returns: the point, of @period
 */
QtrPoint qtr_series_get_year_to_date (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                                      QtrPeriod period, const char *area);

/**
 * qtr_series_get_rolling_year:
 * @period: the month or quarter that it ends with, no shorter than the measure's own frequency
 *
 * As qtr_series_get_year_to_date(), over the twelve months that end with @period.
 */
QtrPoint qtr_series_get_rolling_year (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                                      QtrPeriod period, const char *area);

/**
 * qtr_series_new:
 * @knower: (nullable): the update that tells it; %NULL: as it is known now
 * @unit: how long the points are
 * @until: nothing that ends after it is shown; unset: the last that is known
 *
 * Returns: (transfer full) (element-type QtrPoint): all points from the first that is known, gaps included,
 * in order
 */
GArray *qtr_series_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                        QtrPeriodUnit unit, QtrPeriod until, const char *area);

G_END_DECLS
