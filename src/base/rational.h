/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/decimal.h"

G_BEGIN_DECLS

/**
 * QtrRational:
 * @numerator: with the sign
 * @denominator: above zero, without a common factor with @numerator; zero: no number
 *
 * An exact fraction of 128-bit integers. Arithmetic that would overflow, and division by zero, gives
 * %QTR_RATIONAL_NONE, and so does all that is computed from it: nothing wraps, nothing rounds in silence.
 */
typedef struct {
  __int128 numerator;
  __int128 denominator;
} QtrRational;

#define QTR_RATIONAL_NONE ((QtrRational) { 0, 0 })

static inline gboolean
qtr_rational_is_set (QtrRational number)
{
  return number.denominator != 0;
}

QtrRational qtr_rational_new (gint64 numerator, gint64 denominator);
QtrRational qtr_rational_from_decimal (QtrDecimal number);

QtrRational qtr_rational_add (QtrRational a, QtrRational b);
QtrRational qtr_rational_subtract (QtrRational a, QtrRational b);
QtrRational qtr_rational_multiply (QtrRational a, QtrRational b);
QtrRational qtr_rational_divide (QtrRational a, QtrRational b);
QtrRational qtr_rational_absolute (QtrRational number);

/**
 * qtr_rational_compare:
 * @order: (out): below, at or above zero, as @a is below, equal to or above @b
 *
 * Exact for any two numbers that are set, however large: the comparison itself cannot overflow.
 *
 * Returns: %FALSE if one of them is no number
 */
gboolean qtr_rational_compare (QtrRational a, QtrRational b, int *order);

/**
 * qtr_rational_sign:
 *
 * Returns: -1, 0 or 1; 0 also for no number
 */
int qtr_rational_sign (QtrRational number);

/**
 * qtr_rational_round:
 * @scale: digits after the point, 0 to %QTR_DECIMAL_SCALE_MAX
 *
 * Rounds half away from zero, as public bodies print.
 *
 * Returns: the decimal, or %QTR_DECIMAL_NONE if there is no number or it does not fit
 */
QtrDecimal qtr_rational_round (QtrRational number, int scale);

double qtr_rational_to_double (QtrRational number);

G_END_DECLS
