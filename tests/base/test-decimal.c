/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/decimal.h"
#include "base/error.h"

static const struct {
  const char *text;
  QtrDecimal number;
  const char *printed;
} TAKEN[] = {
  { "0", { 0, 0 }, "0" },
  { "4", { 4, 0 }, "4" },
  { "4.0", { 40, 1 }, "4.0" },
  { "-12.50", { -1250, 2 }, "-12.50" },
  { "0.05", { 5, 2 }, "0.05" },
  { "-0.05", { -5, 2 }, "-0.05" },
  { "-0", { 0, 0 }, "0" },
  { "007", { 7, 0 }, "7" },
  { "0.000000000000000001", { 1, 18 }, "0.000000000000000001" },
  { "9223372036854775807", { G_MAXINT64, 0 }, "9223372036854775807" },
  { "-9223372036854775808", { G_MININT64, 0 }, "-9223372036854775808" },
  { "-9.223372036854775808", { G_MININT64, 18 }, "-9.223372036854775808" },
};

static const char *const REFUSED[] = {
  "",
  "-",
  ".",
  ".5",
  "5.",
  "1..2",
  "1.2.3",
  "--3",
  "+3",
  "1e5",
  "1,23",
  " 1",
  "1 ",
  "abc",
  "0x10",
  "1.-2",
  "9223372036854775808",
  "-9223372036854775809",
  "92233720368547758070",
  "0.0000000000000000001",
  "\u0663",
};

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++) {
    QtrDecimal number = QTR_DECIMAL_NONE;
    g_autoptr (GError) error = NULL;
    g_autofree char *printed = NULL;

    g_assert_true (qtr_decimal_parse (TAKEN[i].text, &number, &error));
    g_assert_no_error (error);
    g_assert_true (qtr_decimal_equal (number, TAKEN[i].number));
    printed = qtr_decimal_to_string (number);
    g_assert_cmpstr (printed, ==, TAKEN[i].printed);
  }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++) {
    QtrDecimal number = { 77, 1 };
    g_autoptr (GError) error = NULL;

    g_test_message ("“%s”", REFUSED[i]);
    g_assert_false (qtr_decimal_parse (REFUSED[i], &number, &error));
    g_assert_error (error, QTR_ERROR, QTR_ERROR_NUMBER);
    g_assert_cmpint (number.digits, ==, 77);
  }
}

static void
test_equal (void)
{
  g_assert_true (qtr_decimal_equal ((QtrDecimal) { 40, 1 }, (QtrDecimal) { 40, 1 }));
  g_assert_false (qtr_decimal_equal ((QtrDecimal) { 40, 1 }, (QtrDecimal) { 4, 0 }));
  g_assert_false (qtr_decimal_equal ((QtrDecimal) { 0, 0 }, QTR_DECIMAL_NONE));
  g_assert_true (qtr_decimal_equal (QTR_DECIMAL_NONE, (QtrDecimal) { 5, -2 }));
}

static void
test_none (void)
{
  g_autofree char *printed = qtr_decimal_to_string (QTR_DECIMAL_NONE);
  double number = qtr_decimal_to_double (QTR_DECIMAL_NONE);

  g_assert_cmpstr (printed, ==, "");
  g_assert_false (number == number);
  g_assert_cmpfloat (qtr_decimal_to_double ((QtrDecimal) { -1250, 2 }), ==, -12.5);
}

static void
test_round_trip (void)
{
  for (int run = 0; run < 20000; run++) {
    guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    QtrDecimal number = { (gint64) bits >> g_test_rand_int_range (0, 63),
                          g_test_rand_int_range (0, QTR_DECIMAL_SCALE_MAX + 1) };
    g_autofree char *printed = qtr_decimal_to_string (number);
    QtrDecimal again = QTR_DECIMAL_NONE;

    g_assert_true (qtr_decimal_parse (printed, &again, NULL));
    g_assert_cmpint (again.digits, ==, number.digits);
    g_assert_cmpint (again.scale, ==, number.scale);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/taken", test_taken);
  g_test_add_func ("/decimal/refused", test_refused);
  g_test_add_func ("/decimal/equal", test_equal);
  g_test_add_func ("/decimal/none", test_none);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  return g_test_run ();
}
