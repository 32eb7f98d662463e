/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrPeriodUnit:
 *
 * What a period is long. The value is its number of months.
 */
typedef enum {
  QTR_PERIOD_NONE = 0,
  QTR_PERIOD_MONTH = 1,
  QTR_PERIOD_QUARTER = 3,
  QTR_PERIOD_YEAR = 12,
} QtrPeriodUnit;

/**
 * QtrPeriod:
 * @start: months from January of the year 0 to the period's first month
 * @unit: how long it is; %QTR_PERIOD_NONE: no period
 * @first_month: in which month (1 to 12) the year begins that it is counted in; 1 is the calendar's
 *
 * A month, a quarter or a year. A value, copied by assignment. Two periods over the same months are the
 * same period, however they are written.
 */
typedef struct {
  int start;
  guint8 unit;
  guint8 first_month;
} QtrPeriod;

#define QTR_PERIOD_UNSET ((QtrPeriod) { 0, QTR_PERIOD_NONE, 1 })

static inline gboolean
qtr_period_is_set (QtrPeriod period)
{
  return period.unit != QTR_PERIOD_NONE;
}

/**
 * qtr_period_parse:
 * @text: `2019-12`, `2019Q4` (calendar), `2019-20-Q3`, `2019` (calendar), `2019/20` (financial)
 * @first_month: the month in which the financial year begins, 1 to 12
 * @period: (out): the period
 *
 * Reads a period as the file writes it. `2011-12` is a month: a financial year has the stroke. Also taken is
 * how people write quarters: `Q3 2019/20`, `Quarter 3 2019-20`, `2019/20 Q3`, and months by name: `Dec 2019`.
 * Where the year begins in January, `Q3 2019` is a quarter and `2019/20` is no year; elsewhere it is the
 * other way about, so that nobody's third quarter is taken for the calendar's.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_PERIOD
 */
gboolean qtr_period_parse (const char *text, int first_month, QtrPeriod *period, GError **error);

/**
 * qtr_period_from_date:
 * @month: 1 to 12
 *
 * Returns: the period of length @unit that holds the month, in years beginning with @first_month; a month is
 *   always counted in the calendar's year
 */
QtrPeriod qtr_period_from_date (QtrPeriodUnit unit, int year, int month, int first_month);

/**
 * qtr_period_to_string:
 *
 * Returns: (transfer full): the period as the file writes it
 */
char *qtr_period_to_string (QtrPeriod period);

/**
 * qtr_period_to_label:
 *
 * Returns: (transfer full): as people read it, translated: `Q3 2019/20`, `December 2019`, `2019/20`
 */
char *qtr_period_to_label (QtrPeriod period);

/**
 * qtr_period_to_span:
 *
 * Returns: (transfer full): the months it covers, translated: `October to December 2019`
 */
char *qtr_period_to_span (QtrPeriod period);

/**
 * qtr_period_compare:
 *
 * Orders by first month, then the longer before the shorter. Periods over the same months are equal.
 */
int qtr_period_compare (QtrPeriod a, QtrPeriod b);

/**
 * qtr_period_add:
 *
 * Returns: the period @n of its own lengths later, or earlier if negative
 */
QtrPeriod qtr_period_add (QtrPeriod period, int n);

/**
 * qtr_period_year_before:
 *
 * Returns: the same period of the year before
 */
QtrPeriod qtr_period_year_before (QtrPeriod period);

/**
 * qtr_period_contains:
 *
 * Returns: whether every month of @inner is one of @outer's
 */
gboolean qtr_period_contains (QtrPeriod outer, QtrPeriod inner);

/**
 * qtr_period_distance:
 *
 * Returns: how many of @from's lengths lie between the starts of @from and @to, rounded down
 */
int qtr_period_distance (QtrPeriod from, QtrPeriod to);

/**
 * qtr_period_as_unit:
 *
 * Returns: the period of length @unit that holds the first month of @period, in years beginning with
 * @first_month
 */
QtrPeriod qtr_period_as_unit (QtrPeriod period, QtrPeriodUnit unit, int first_month);

/**
 * qtr_period_year:
 *
 * Returns: the year that it is counted in, by the calendar year in which that begins: 2019 for all of
 * 2019/20, so also for its January to March
 */
int qtr_period_year (QtrPeriod period);

/**
 * qtr_period_first_month:
 *
 * Returns: the calendar's month, 1 to 12, with which the period itself begins: 10 for October to December
 */
int qtr_period_first_month (QtrPeriod period);

/**
 * qtr_period_quarter_number:
 *
 * Returns: in which quarter, 1 to 4, of the year that it is counted in the period begins
 */
int qtr_period_quarter_number (QtrPeriod period);

/**
 * qtr_period_days:
 *
 * Returns: how many days it has
 */
int qtr_period_days (QtrPeriod period);

G_END_DECLS
