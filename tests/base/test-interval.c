/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/interval.h"

static const struct {
  QtrDecimal printed;
  QtrRational number;
  gboolean within;
} ROWS[] = {
  { { 118, 1 }, { 1175, 100 }, TRUE },
  { { 118, 1 }, { 1185, 100 }, TRUE },
  { { 118, 1 }, { 11749999, 1000000 }, FALSE },
  { { 118, 1 }, { 11850001, 1000000 }, FALSE },
  { { 4, 0 }, { 7, 2 }, TRUE },
  { { 40, 1 }, { 7, 2 }, FALSE },
  { { -3, 0 }, { -7, 2 }, TRUE },
  { { -3, 0 }, { -5, 2 }, TRUE },
  { { -3, 0 }, { -24, 10 }, FALSE },
  { { 0, 0 }, { -1, 2 }, TRUE },
  { { 0, 0 }, { 1, 2 }, TRUE },
  { { G_MININT64, 18 }, { G_MININT64, 1000000000000000000 }, TRUE },
  { { G_MAXINT64, 0 }, { (__int128) G_MAXINT64 * 2 + 1, 2 }, TRUE },
  { { G_MAXINT64, 0 }, { (__int128) G_MAXINT64 + 1, 1 }, FALSE },
  { { 0, -1 }, { 5, 1 }, TRUE },
  { { 4, 0 }, { 0, 0 }, FALSE },
};

static void
test_printed (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ROWS); i++) {
    QtrInterval interval = qtr_interval_from_decimal (ROWS[i].printed);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (qtr_interval_contains (interval, ROWS[i].number), ==, ROWS[i].within);
  }
}

static void
test_open_ends (void)
{
  const QtrInterval at_least = { { 5, 1 }, QTR_RATIONAL_NONE };
  const QtrInterval at_most = { QTR_RATIONAL_NONE, { 5, 1 } };

  g_assert_true (qtr_interval_contains (at_least, qtr_rational_new (G_MAXINT64, 1)));
  g_assert_true (qtr_interval_contains (at_least, qtr_rational_new (5, 1)));
  g_assert_false (qtr_interval_contains (at_least, qtr_rational_new (49, 10)));
  g_assert_true (qtr_interval_contains (at_most, qtr_rational_new (G_MININT64, 1)));
  g_assert_false (qtr_interval_contains (at_most, qtr_rational_new (51, 10)));
}

/* A printed number stands for whatever rounds to it. */
static void
test_rounding_lands_within (void)
{
  for (int run = 0; run < 20000; run++) {
    int scale = g_test_rand_int_range (0, 5);
    QtrRational number =
        qtr_rational_new (g_test_rand_int_range (-1000000, 1000000), g_test_rand_int_range (1, 2000));
    QtrDecimal printed = qtr_rational_round (number, scale);
    QtrDecimal next = { printed.digits + (g_test_rand_bit () ? 2 : -2), scale };

    g_assert_true (qtr_interval_contains (qtr_interval_from_decimal (printed), number));
    g_assert_false (qtr_interval_contains (qtr_interval_from_decimal (next), number));
  }
}

/* What comes out of a number of each lies within what comes out of both. */
static void
test_arithmetic (void)
{
  for (int run = 0; run < 5000; run++) {
    QtrDecimal x = { g_test_rand_int_range (1, 100000), g_test_rand_int_range (0, 3) };
    QtrDecimal y = { g_test_rand_int_range (1, 100000), g_test_rand_int_range (0, 3) };
    QtrInterval a = qtr_interval_from_decimal (x);
    QtrInterval b = qtr_interval_from_decimal (y);
    QtrRational p = g_test_rand_bit () ? a.low : a.high;
    QtrRational q = g_test_rand_bit () ? b.low : b.high;

    g_assert_true (qtr_interval_contains (qtr_interval_add (a, b), qtr_rational_add (p, q)));
    g_assert_true (qtr_interval_contains (qtr_interval_subtract (a, b), qtr_rational_subtract (p, q)));
    g_assert_true (qtr_interval_contains (qtr_interval_multiply (a, b), qtr_rational_multiply (p, q)));
    if (qtr_rational_sign (q) > 0)
      g_assert_true (qtr_interval_contains (qtr_interval_divide (a, b), qtr_rational_divide (p, q)));
    g_assert_true (qtr_interval_overlaps (a, qtr_interval_exactly (p)));
    g_assert_true (qtr_interval_overlaps (a, b) == qtr_interval_overlaps (b, a));
  }
}

/* An open end overlaps whatever lies to that side, and stays open. */
static void
test_open_arithmetic (void)
{
  const QtrInterval at_least = { { 5, 1 }, QTR_RATIONAL_NONE };
  const QtrInterval one = { { 1, 1 }, { 1, 1 } };

  g_assert_true (qtr_interval_overlaps (at_least, qtr_interval_exactly (qtr_rational_new (5, 1))));
  g_assert_false (qtr_interval_overlaps (at_least, one));
  g_assert_false (qtr_rational_is_set (qtr_interval_add (at_least, one).high));
  g_assert_false (qtr_rational_is_set (qtr_interval_subtract (one, at_least).low));
  g_assert_false (qtr_rational_is_set (
      qtr_interval_divide (one, (QtrInterval) { qtr_rational_new (0, 1), qtr_rational_new (1, 1) }).high));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/printed", test_printed);
  g_test_add_func ("/interval/open-ends", test_open_ends);
  g_test_add_func ("/interval/rounding-lands-within", test_rounding_lands_within);
  g_test_add_func ("/interval/arithmetic", test_arithmetic);
  g_test_add_func ("/interval/open-arithmetic", test_open_arithmetic);
  return g_test_run ();
}
