/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "check/claim-quantity.h"

G_BEGIN_DECLS

/**
 * QtrFactTimeKind:
 * @QTR_FACT_NOW: nothing is said of its time: that of the update
 * @QTR_FACT_YEAR_BEFORE: the same period of the year before
 * @QTR_FACT_QUARTER_BEFORE: the quarter before
 * @QTR_FACT_MONTHS: months that are named
 * @QTR_FACT_AIM: what it is to be: a target
 * @QTR_FACT_OTHER_TIME: any other, or one that is not surely read
 *
 * What a sentence says of the time that a number is of.
 */
typedef enum {
  QTR_FACT_NOW,
  QTR_FACT_YEAR_BEFORE,
  QTR_FACT_QUARTER_BEFORE,
  QTR_FACT_MONTHS,
  QTR_FACT_AIM,
  QTR_FACT_OTHER_TIME,
} QtrFactTimeKind;

/**
 * QtrFactTime:
 * @kind: which time
 * @month: of named months the first, 1 to 12
 * @n_months: how many of them
 * @year: the calendar's year that was said with it, or 0: of named months that of the last, of the year
 * before the one it began in
 *
 * The time of a number, as far as its own text tells: what "last year" means depends on the update.
 */
typedef struct {
  QtrFactTimeKind kind;
  int month;
  int n_months;
  int year;
} QtrFactTime;

/**
 * qtr_fact_time_read:
 * @quantity: a level
 *
 * Returns: what its sentence says of its time
 */
QtrFactTime qtr_fact_time_read (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

/**
 * qtr_fact_time_read_comparison:
 * @quantity: a level of now, or a magnitude
 *
 * Returns: what its sentence says that it is compared with: %QTR_FACT_YEAR_BEFORE, %QTR_FACT_QUARTER_BEFORE,
 * or %QTR_FACT_OTHER_TIME where that is not said, or more than one
 */
QtrFactTimeKind qtr_fact_time_read_comparison (const QtrClaimPassage *passage,
                                               const QtrClaimQuantity *quantity);

/**
 * qtr_fact_time_to_period:
 * @quarter: the update's
 *
 * Returns: the period that is meant in an update of @quarter: a month, or a quarter; unset where it is none
 * of them or not surely one
 */
QtrPeriod qtr_fact_time_to_period (QtrFactTime time, QtrPeriod quarter);

G_END_DECLS
