/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "base/decimal-private.h"
#include "base/rational.h"

typedef unsigned __int128 Magnitude;

/* The largest magnitude that both signs can hold. The lowest 128-bit number is left out, so that every
 * number that is set can be negated. */
static const Magnitude LARGEST = ~(Magnitude) 0 >> 1;

static Magnitude
magnitude_of (__int128 number)
{
  return number < 0 ? -(Magnitude) number : (Magnitude) number;
}

static Magnitude
common_divisor (Magnitude a, Magnitude b)
{
  while (b != 0) {
    Magnitude rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

/* The one door by which a number comes to be: signed, reduced, and within bounds, or no number. */
static QtrRational
make_reduced (gboolean negative, Magnitude numerator, Magnitude denominator)
{
  Magnitude divisor;

  if (denominator == 0)
    return QTR_RATIONAL_NONE;
  divisor = common_divisor (numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (numerator > LARGEST || denominator > LARGEST)
    return QTR_RATIONAL_NONE;
  return (QtrRational) { negative ? -(__int128) numerator : (__int128) numerator, (__int128) denominator };
}

QtrRational
qtr_rational_new (gint64 numerator, gint64 denominator)
{
  return make_reduced ((numerator < 0) != (denominator < 0), magnitude_of (numerator),
                       magnitude_of (denominator));
}

QtrRational
qtr_rational_from_decimal (QtrDecimal number)
{
  if (!qtr_decimal_is_set (number))
    return QTR_RATIONAL_NONE;
  return qtr_rational_new (number.digits, qtr_decimal_power_of_ten (number.scale));
}

static gboolean
both_are_set (QtrRational a, QtrRational b)
{
  return qtr_rational_is_set (a) && qtr_rational_is_set (b);
}

QtrRational
qtr_rational_add (QtrRational a, QtrRational b)
{
  __int128 divisor, left, right, sum, denominator;

  if (!both_are_set (a, b))
    return QTR_RATIONAL_NONE;
  /* Over the least common denominator, so that sums of decimals stay small. */
  divisor = (__int128) common_divisor (magnitude_of (a.denominator), magnitude_of (b.denominator));
  if (__builtin_mul_overflow (a.numerator, b.denominator / divisor, &left) ||
      __builtin_mul_overflow (b.numerator, a.denominator / divisor, &right) ||
      __builtin_add_overflow (left, right, &sum) ||
      __builtin_mul_overflow (a.denominator, b.denominator / divisor, &denominator))
    return QTR_RATIONAL_NONE;
  return make_reduced (sum < 0, magnitude_of (sum), (Magnitude) denominator);
}

static QtrRational
negate (QtrRational number)
{
  if (__builtin_sub_overflow (0, number.numerator, &number.numerator))
    return QTR_RATIONAL_NONE;
  return number;
}

QtrRational
qtr_rational_subtract (QtrRational a, QtrRational b)
{
  return qtr_rational_add (a, negate (b));
}

QtrRational
qtr_rational_multiply (QtrRational a, QtrRational b)
{
  Magnitude top_a, top_b, across, other, numerator, denominator;

  if (!both_are_set (a, b))
    return QTR_RATIONAL_NONE;
  /* Reduced crosswise first: only a product that is itself too large then overflows. */
  top_a = magnitude_of (a.numerator);
  top_b = magnitude_of (b.numerator);
  across = common_divisor (top_a, (Magnitude) b.denominator);
  other = common_divisor (top_b, (Magnitude) a.denominator);
  if (__builtin_mul_overflow (top_a / across, top_b / other, &numerator) ||
      __builtin_mul_overflow ((Magnitude) a.denominator / other, (Magnitude) b.denominator / across,
                              &denominator))
    return QTR_RATIONAL_NONE;
  return make_reduced ((a.numerator < 0) != (b.numerator < 0), numerator, denominator);
}

QtrRational
qtr_rational_divide (QtrRational a, QtrRational b)
{
  if (!both_are_set (a, b) || b.numerator == 0)
    return QTR_RATIONAL_NONE;
  return qtr_rational_multiply (
      a, make_reduced (b.numerator < 0, (Magnitude) b.denominator, magnitude_of (b.numerator)));
}

QtrRational
qtr_rational_absolute (QtrRational number)
{
  return number.numerator < 0 ? negate (number) : number;
}

/* Compares digit by digit of the two continued fractions, as Euclid divides: nothing is multiplied, so
 * nothing can overflow. */
static int
compare_magnitudes (Magnitude a, Magnitude under_a, Magnitude b, Magnitude under_b)
{
  for (;;) {
    Magnitude whole_a = a / under_a, rest_a = a % under_a;
    Magnitude whole_b = b / under_b, rest_b = b % under_b;

    if (whole_a != whole_b)
      return whole_a < whole_b ? -1 : 1;
    if (rest_a == 0 || rest_b == 0)
      return (rest_a != 0) - (rest_b != 0);
    /* What is left is smaller where its reciprocal is larger: so the two change sides. */
    a = under_b;
    b = under_a;
    under_a = rest_b;
    under_b = rest_a;
  }
}

gboolean
qtr_rational_compare (QtrRational a, QtrRational b, int *order)
{
  int sign_a = qtr_rational_sign (a);
  int sign_b = qtr_rational_sign (b);

  g_return_val_if_fail (order != NULL, FALSE);

  if (!both_are_set (a, b))
    return FALSE;
  if (sign_a != sign_b)
    *order = sign_a < sign_b ? -1 : 1;
  else
    *order = sign_a * compare_magnitudes (magnitude_of (a.numerator), (Magnitude) a.denominator,
                                          magnitude_of (b.numerator), (Magnitude) b.denominator);
  return TRUE;
}

int
qtr_rational_sign (QtrRational number)
{
  return (number.numerator > 0) - (number.numerator < 0);
}

/* Takes the next decimal digit out of @rest / @denominator. Ten times the rest may not fit, so it is added
 * up in ten steps, each below twice the denominator. */
static guint
take_digit (Magnitude *rest, Magnitude denominator)
{
  Magnitude sum = 0;
  guint digit = 0;

  for (int step = 0; step < 10; step++) {
    sum += *rest;
    if (sum >= denominator) {
      sum -= denominator;
      digit++;
    }
  }
  *rest = sum;
  return digit;
}

QtrDecimal
qtr_rational_round (QtrRational number, int scale)
{
  gboolean negative = number.numerator < 0;
  const Magnitude largest = (Magnitude) G_MAXINT64 + negative;
  Magnitude denominator = (Magnitude) number.denominator;
  Magnitude digits, rest;

  g_return_val_if_fail (scale >= 0 && scale <= QTR_DECIMAL_SCALE_MAX, QTR_DECIMAL_NONE);

  if (!qtr_rational_is_set (number))
    return QTR_DECIMAL_NONE;
  digits = magnitude_of (number.numerator) / denominator;
  rest = magnitude_of (number.numerator) % denominator;
  for (int place = 0; place < scale && digits <= largest; place++)
    digits = digits * 10 + take_digit (&rest, denominator);
  if (digits <= largest)
    digits += rest >= denominator - rest;
  if (digits > largest)
    return QTR_DECIMAL_NONE;
  return (QtrDecimal) { (gint64) (negative ? -(__int128) digits : (__int128) digits), scale };
}

double
qtr_rational_to_double (QtrRational number)
{
  if (!qtr_rational_is_set (number))
    return NAN;
  return (double) number.numerator / (double) number.denominator;
}
