/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/rational.h"

#define LARGEST ((__int128) (~(unsigned __int128) 0 >> 1))
#define LOWEST (-LARGEST - 1)

/* The random tests want results that are in range and results that are not, so sizes vary. */
static QtrRational
random_rational (int bits)
{
  gint64 numerator = (gint64) ((guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ());
  gint64 denominator = (gint64) ((guint64) (guint32) g_test_rand_int () << 31) | 1;

  return qtr_rational_new (numerator >> (63 - bits), denominator >> (63 - bits) | 1);
}

static void
assert_same (QtrRational a, QtrRational b)
{
  int order = 7;

  g_assert_true (a.numerator == b.numerator && a.denominator == b.denominator);
  g_assert_true (qtr_rational_compare (a, b, &order) == qtr_rational_is_set (a));
  if (qtr_rational_is_set (a))
    g_assert_cmpint (order, ==, 0);
}

static void
assert_well_formed (QtrRational number)
{
  if (!qtr_rational_is_set (number)) {
    g_assert_true (number.numerator == 0);
    return;
  }
  g_assert_true (number.denominator > 0);
}

static void
test_new (void)
{
  static const struct {
    gint64 numerator;
    gint64 denominator;
    QtrRational result;
  } rows[] = {
    { 6, 4, { 3, 2 } },
    { -6, 4, { -3, 2 } },
    { 6, -4, { -3, 2 } },
    { -6, -4, { 3, 2 } },
    { 0, -5, { 0, 1 } },
    { 1, 0, { 0, 0 } },
    { 0, 0, { 0, 0 } },
    { G_MININT64, 1, { G_MININT64, 1 } },
    { G_MININT64, -1, { -(__int128) G_MININT64, 1 } },
    { 1, G_MININT64, { -1, -(__int128) G_MININT64 } },
    { G_MININT64, G_MININT64, { 1, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_same (qtr_rational_new (rows[i].numerator, rows[i].denominator), rows[i].result);
  assert_same (qtr_rational_from_decimal ((QtrDecimal) { -1250, 2 }), (QtrRational) { -25, 2 });
  assert_same (qtr_rational_from_decimal (QTR_DECIMAL_NONE), QTR_RATIONAL_NONE);
}

static void
test_arithmetic (void)
{
  static const struct {
    QtrRational (*operation) (QtrRational a, QtrRational b);
    QtrRational a, b, result;
  } rows[] = {
    { qtr_rational_add, { 1, 2 }, { 1, 3 }, { 5, 6 } },
    { qtr_rational_add, { 1, 6 }, { -1, 6 }, { 0, 1 } },
    { qtr_rational_add, { LARGEST, 1 }, { 1, 1 }, { 0, 0 } },
    { qtr_rational_add, { -LARGEST, 1 }, { -1, 1 }, { 0, 0 } },
    { qtr_rational_add, { LARGEST - 1, 1 }, { 1, 1 }, { LARGEST, 1 } },
    { qtr_rational_add, { 1, LARGEST }, { 1, LARGEST - 1 }, { 0, 0 } },
    { qtr_rational_subtract, { 1, 2 }, { 1, 3 }, { 1, 6 } },
    { qtr_rational_subtract, { 0, 1 }, { LOWEST, 1 }, { 0, 0 } },
    { qtr_rational_subtract, { LARGEST, 1 }, { LARGEST, 1 }, { 0, 1 } },
    { qtr_rational_multiply, { -2, 3 }, { 9, 4 }, { -3, 2 } },
    { qtr_rational_multiply, { LARGEST, 2 }, { 2, LARGEST }, { 1, 1 } },
    { qtr_rational_multiply, { LARGEST, 1 }, { 7, LARGEST }, { 7, 1 } },
    { qtr_rational_multiply, { 7, LARGEST }, { LARGEST, 1 }, { 7, 1 } },
    { qtr_rational_multiply, { LARGEST, 1 }, { 2, 1 }, { 0, 0 } },
    { qtr_rational_multiply, { LARGEST, 1 }, { LARGEST, 1 }, { 0, 0 } },
    { qtr_rational_multiply, { LARGEST, 1 }, { 0, 1 }, { 0, 1 } },
    { qtr_rational_divide, { 916, 1 }, { 1137, 1 }, { 916, 1137 } },
    { qtr_rational_divide, { 3, 4 }, { -3, 8 }, { -2, 1 } },
    { qtr_rational_divide, { 1, 1 }, { 0, 1 }, { 0, 0 } },
    { qtr_rational_divide, { 0, 1 }, { -7, 1 }, { 0, 1 } },
    { qtr_rational_divide, { 1, LARGEST }, { 2, 1 }, { 0, 0 } },
    { qtr_rational_add, { 0, 0 }, { 1, 1 }, { 0, 0 } },
    { qtr_rational_subtract, { 1, 1 }, { 0, 0 }, { 0, 0 } },
    { qtr_rational_multiply, { 0, 0 }, { 0, 1 }, { 0, 0 } },
    { qtr_rational_divide, { 0, 1 }, { 0, 0 }, { 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("row %" G_GSIZE_FORMAT, i);
    assert_same (rows[i].operation (rows[i].a, rows[i].b), rows[i].result);
  }
  assert_same (qtr_rational_absolute ((QtrRational) { -LARGEST, 3 }), (QtrRational) { LARGEST, 3 });
  assert_same (qtr_rational_absolute ((QtrRational) { LOWEST, 1 }), QTR_RATIONAL_NONE);
}

static void
test_compare (void)
{
  static const struct {
    QtrRational a, b;
    int order;
  } rows[] = {
    { { 1, 2 }, { 1, 3 }, 1 },
    { { -1, 2 }, { -1, 3 }, -1 },
    { { -1, 2 }, { 1, 3 }, -1 },
    { { 0, 1 }, { 1, LARGEST }, -1 },
    { { 0, 1 }, { -1, LARGEST }, 1 },
    { { LARGEST, 1 }, { LARGEST - 1, 1 }, 1 },
    { { -LARGEST, 1 }, { -LARGEST + 1, 1 }, -1 },
    { { LOWEST, 1 }, { -LARGEST, 1 }, -1 },
    { { 1, LARGEST }, { 1, LARGEST - 1 }, -1 },
    { { LARGEST, LARGEST - 1 }, { LARGEST - 1, LARGEST - 2 }, -1 },
    { { LARGEST - 2, LARGEST - 1 }, { LARGEST - 1, LARGEST }, -1 },
    { { -(LARGEST - 2), LARGEST - 1 }, { -(LARGEST - 1), LARGEST }, 1 },
    { { LARGEST, 2 }, { LARGEST, 2 }, 0 },
  };
  int order = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (qtr_rational_compare (rows[i].a, rows[i].b, &order));
    g_assert_cmpint (order, ==, rows[i].order);
    g_assert_true (qtr_rational_compare (rows[i].b, rows[i].a, &order));
    g_assert_cmpint (order, ==, -rows[i].order);
  }
  g_assert_false (qtr_rational_compare (QTR_RATIONAL_NONE, rows[0].a, &order));
  g_assert_false (qtr_rational_compare (rows[0].a, QTR_RATIONAL_NONE, &order));
}

static void
test_round (void)
{
  static const struct {
    QtrRational number;
    int scale;
    QtrDecimal result;
  } rows[] = {
    { { 1, 2 }, 0, { 1, 0 } },
    { { -1, 2 }, 0, { -1, 0 } },
    { { 3, 2 }, 0, { 2, 0 } },
    { { 5, 2 }, 0, { 3, 0 } },
    { { -5, 2 }, 0, { -3, 0 } },
    { { 49, 100 }, 0, { 0, 0 } },
    { { -49, 100 }, 0, { 0, 0 } },
    { { 235, 20 }, 1, { 118, 1 } },
    { { -235, 20 }, 1, { -118, 1 } },
    { { 2, 3 }, 4, { 6667, 4 } },
    { { 1, 3 }, 18, { 333333333333333333, 18 } },
    { { 999, 1000 }, 2, { 100, 2 } },
    { { 0, 1 }, 2, { 0, 2 } },
    { { LARGEST - 1, LARGEST }, 18, { 1000000000000000000, 18 } },
    { { LARGEST / 2, LARGEST }, 0, { 0, 0 } },
    { { LARGEST / 2 + 1, LARGEST }, 0, { 1, 0 } },
    { { LARGEST, LARGEST - 1 }, 3, { 1000, 3 } },
    { { G_MAXINT64, 1 }, 0, { G_MAXINT64, 0 } },
    { { G_MININT64, 1 }, 0, { G_MININT64, 0 } },
    { { (__int128) G_MAXINT64 + 1, 1 }, 0, { 0, -1 } },
    { { (__int128) G_MININT64 - 1, 1 }, 0, { 0, -1 } },
    { { (__int128) G_MAXINT64 * 2 + 1, 2 }, 0, { 0, -1 } },
    { { (__int128) G_MININT64 * 2 - 1, 2 }, 0, { 0, -1 } },
    { { G_MAXINT64, 1 }, 1, { 0, -1 } },
    { { LARGEST, 1 }, 18, { 0, -1 } },
    { { LOWEST, 1 }, 0, { 0, -1 } },
    { { (__int128) 1 << 126, 1 }, 2, { 0, -1 } },
    { { 0, 0 }, 0, { 0, -1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    QtrDecimal rounded = qtr_rational_round (rows[i].number, rows[i].scale);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (rounded.digits, ==, rows[i].result.digits);
    g_assert_cmpint (rounded.scale, ==, rows[i].result.scale);
  }
}

static void
test_sign_and_double (void)
{
  double none = qtr_rational_to_double (QTR_RATIONAL_NONE);

  g_assert_cmpint (qtr_rational_sign ((QtrRational) { -1, LARGEST }), ==, -1);
  g_assert_cmpint (qtr_rational_sign ((QtrRational) { LARGEST, 1 }), ==, 1);
  g_assert_cmpint (qtr_rational_sign ((QtrRational) { 0, 1 }), ==, 0);
  g_assert_cmpint (qtr_rational_sign (QTR_RATIONAL_NONE), ==, 0);
  g_assert_cmpfloat (qtr_rational_to_double ((QtrRational) { -3, 8 }), ==, -0.375);
  g_assert_false (none == none);
}

/* Where neither way round overflows, both give the same; reduced numbers are the same member by member. */
static void
test_laws (void)
{
  guint set = 0, unset = 0;

  for (int run = 0; run < 20000; run++) {
    int bits = g_test_rand_int_range (4, 64);
    QtrRational a = random_rational (bits), b = random_rational (bits), c = random_rational (bits);
    QtrRational left = qtr_rational_add (qtr_rational_add (a, b), c);
    QtrRational right = qtr_rational_add (a, qtr_rational_add (b, c));
    QtrRational product_left = qtr_rational_multiply (qtr_rational_multiply (a, b), c);
    QtrRational product_right = qtr_rational_multiply (a, qtr_rational_multiply (b, c));
    QtrRational back = qtr_rational_subtract (qtr_rational_add (a, b), b);

    assert_well_formed (left);
    assert_well_formed (product_left);
    if (qtr_rational_is_set (left) && qtr_rational_is_set (right))
      assert_same (left, right);
    if (qtr_rational_is_set (product_left) && qtr_rational_is_set (product_right))
      assert_same (product_left, product_right);
    if (qtr_rational_is_set (back))
      assert_same (back, a);
    assert_same (qtr_rational_add (a, b), qtr_rational_add (b, a));
    assert_same (qtr_rational_multiply (a, b), qtr_rational_multiply (b, a));
    set += qtr_rational_is_set (left);
    unset += !qtr_rational_is_set (left);
  }
  g_assert_cmpuint (set, >, 1000);
  g_assert_cmpuint (unset, >, 1000);
}

/* The order that comparing gives is the sign of the difference, wherever that can be computed. */
static void
test_order_is_difference (void)
{
  for (int run = 0; run < 20000; run++) {
    int bits = g_test_rand_int_range (3, 63);
    QtrRational a = random_rational (bits), b = random_rational (bits);
    QtrRational difference = qtr_rational_subtract (a, b);
    int order = 7;

    g_assert_true (qtr_rational_compare (a, b, &order));
    if (qtr_rational_is_set (difference))
      g_assert_cmpint (order, ==, qtr_rational_sign (difference));
  }
}

/* What is rounded is off by half a unit at most, the same for both signs, and at half lies further from zero.
 */
static void
test_round_is_nearest (void)
{
  for (int run = 0; run < 20000; run++) {
    int scale = g_test_rand_int_range (0, 7);
    QtrRational number =
        qtr_rational_new (g_test_rand_int_range (-1000000, 1000000), g_test_rand_int_range (1, 50));
    QtrDecimal rounded = qtr_rational_round (number, scale);
    QtrDecimal mirrored = qtr_rational_round (qtr_rational_subtract (qtr_rational_new (0, 1), number), scale);
    QtrRational value = qtr_rational_from_decimal (rounded);
    QtrRational error = qtr_rational_absolute (qtr_rational_subtract (value, number));
    QtrRational half =
        qtr_rational_divide (qtr_rational_from_decimal ((QtrDecimal) { 1, scale }), qtr_rational_new (2, 1));
    int order, away;

    g_assert_cmpint (mirrored.digits, ==, -rounded.digits);
    g_assert_true (qtr_rational_compare (error, half, &order));
    g_assert_cmpint (order, <=, 0);
    if (order == 0) {
      g_assert_true (
          qtr_rational_compare (qtr_rational_absolute (value), qtr_rational_absolute (number), &away));
      g_assert_cmpint (away, ==, 1);
    }
  }
}

static void
test_decimal_round_trip (void)
{
  for (int run = 0; run < 20000; run++) {
    guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    QtrDecimal number = { (gint64) bits, g_test_rand_int_range (0, QTR_DECIMAL_SCALE_MAX + 1) };

    g_assert_true (
        qtr_decimal_equal (qtr_rational_round (qtr_rational_from_decimal (number), number.scale), number));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rational/new", test_new);
  g_test_add_func ("/rational/arithmetic", test_arithmetic);
  g_test_add_func ("/rational/compare", test_compare);
  g_test_add_func ("/rational/round", test_round);
  g_test_add_func ("/rational/sign-and-double", test_sign_and_double);
  g_test_add_func ("/rational/laws", test_laws);
  g_test_add_func ("/rational/order-is-difference", test_order_is_difference);
  g_test_add_func ("/rational/round-is-nearest", test_round_is_nearest);
  g_test_add_func ("/rational/decimal-round-trip", test_decimal_round_trip);
  return g_test_run ();
}
