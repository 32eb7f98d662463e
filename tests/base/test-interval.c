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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/printed", test_printed);
  g_test_add_func ("/interval/open-ends", test_open_ends);
  g_test_add_func ("/interval/rounding-lands-within", test_rounding_lands_within);
  return g_test_run ();
}
