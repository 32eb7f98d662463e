/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "base/figure.h"

static const struct {
  const char *text;
  QtrDecimal value;
  int precision;
  QtrFigureUnit unit;
} TAKEN[] = {
  { "519", { 519, 0 }, 0, QTR_FIGURE_PLAIN },
  { "1,234", { 1234, 0 }, 0, QTR_FIGURE_PLAIN },
  { "1,234,567.80", { 123456780, 2 }, -2, QTR_FIGURE_PLAIN },
  { "47,035", { 47035, 0 }, 0, QTR_FIGURE_PLAIN },
  { "47\u00a0035", { 47035, 0 }, 0, QTR_FIGURE_PLAIN },
  { "47\u2009035", { 47035, 0 }, 0, QTR_FIGURE_PLAIN },
  { "1\u202f047\u202f035", { 1047035, 0 }, 0, QTR_FIGURE_PLAIN },
  { "12.5%", { 125, 1 }, -1, QTR_FIGURE_PERCENT },
  { "12.50 %", { 1250, 2 }, -2, QTR_FIGURE_PERCENT },
  { "12.5 per cent", { 125, 1 }, -1, QTR_FIGURE_PERCENT },
  { "52\u00a0per\u2009cent", { 52, 0 }, 0, QTR_FIGURE_PERCENT },
  { "52 Percent", { 52, 0 }, 0, QTR_FIGURE_PERCENT },
  { "\u00a35,400", { 5400, 0 }, 0, QTR_FIGURE_POUNDS },
  { "\u00a35.4m", { 5400000, 0 }, 5, QTR_FIGURE_POUNDS },
  { "\u00a3 5.4\u202fm", { 5400000, 0 }, 5, QTR_FIGURE_POUNDS },
  { "\u00a31.25bn", { 1250000000, 0 }, 7, QTR_FIGURE_POUNDS },
  { "\u00a312k", { 12000, 0 }, 3, QTR_FIGURE_POUNDS },
  { "1.2345678k", { 12345678, 4 }, -4, QTR_FIGURE_PLAIN },
  { "-3", { -3, 0 }, 0, QTR_FIGURE_PLAIN },
  { "\u22123", { -3, 0 }, 0, QTR_FIGURE_PLAIN },
  { "\u20133", { -3, 0 }, 0, QTR_FIGURE_PLAIN },
  { "\u2212\u00a35.40", { -540, 2 }, -2, QTR_FIGURE_POUNDS },
  { "\u00a3\u22125.40", { -540, 2 }, -2, QTR_FIGURE_POUNDS },
  { "1.2 million", { 1200000, 0 }, 5, QTR_FIGURE_PLAIN },
  { "1.2\u00a0Million", { 1200000, 0 }, 5, QTR_FIGURE_PLAIN },
  { " \u00a0\u2009\u202f12 \t", { 12, 0 }, 0, QTR_FIGURE_PLAIN },
  { "three", { 3, 0 }, 0, QTR_FIGURE_PLAIN },
  { "Forty-two per cent", { 42, 0 }, 0, QTR_FIGURE_PERCENT },
  { "forty\u2011two", { 42, 0 }, 0, QTR_FIGURE_PLAIN },
  { "three hundred", { 300, 0 }, 2, QTR_FIGURE_PLAIN },
  { "0", { 0, 0 }, 0, QTR_FIGURE_PLAIN },
  { "4.0", { 40, 1 }, -1, QTR_FIGURE_PLAIN },
  { "-9,223,372,036,854,775,808", { G_MININT64, 0 }, 0, QTR_FIGURE_PLAIN },
  { "9223372036.854775807bn", { G_MAXINT64, 0 }, 0, QTR_FIGURE_PLAIN },
};

static const char *const REFUSED[] = {
  "",
  " ",
  "1,23",
  "1,2345",
  "1234,567",
  ",123",
  "1,",
  "1,234,56",
  "1,234\u00a0567",
  "1 234",
  "12..5",
  "12.",
  "1.2.3",
  ".",
  "-",
  "\u00a3",
  "%",
  "abc",
  "1e5",
  "--3",
  "-\u22123",
  "-\u00a3-3",
  "3-",
  "+3",
  "3 apples",
  "\u00a312%",
  "5%%",
  "5 % million",
  "threefold",
  "forty-",
  "forty-ten",
  "forty-zero",
  "four-ty",
  "NaN",
  "inf",
  "0x1F",
  "\u0663",
  "12\xff",
  "9,223,372,036,854,775,808",
  "99999999999999999999",
  "9223372036855 million",
  "0.0000000000000000001",
};

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++) {
    QtrFigure figure;
    g_autoptr (GError) error = NULL;

    g_test_message ("“%s”", TAKEN[i].text);
    g_assert_true (qtr_figure_parse (TAKEN[i].text, &figure, &error));
    g_assert_no_error (error);
    g_assert_cmpint (figure.value.digits, ==, TAKEN[i].value.digits);
    g_assert_cmpint (figure.value.scale, ==, TAKEN[i].value.scale);
    g_assert_cmpint (figure.precision, ==, TAKEN[i].precision);
    g_assert_cmpint (figure.unit, ==, TAKEN[i].unit);
  }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++) {
    QtrFigure figure = { { 77, 1 }, 5, QTR_FIGURE_POUNDS };
    g_autoptr (GError) error = NULL;
    g_autofree char *valid = g_utf8_make_valid (REFUSED[i], -1);

    g_test_message ("“%s”", valid);
    g_assert_false (qtr_figure_parse (REFUSED[i], &figure, &error));
    g_assert_error (error, QTR_ERROR, QTR_ERROR_NUMBER);
    g_assert_nonnull (strstr (error->message, valid));
    g_assert_cmpint (figure.value.digits, ==, 77);
  }
}

static void
test_formatted (void)
{
  static const struct {
    QtrDecimal number;
    const char *unit;
    const char *printed;
  } rows[] = {
    { { 47035, 0 }, "", "47,035" },
    { { 47035, 0 }, NULL, "47,035" },
    { { 47035, 0 }, "hours", "47,035" },
    { { 118, 1 }, "%", "11.8%" },
    { { 5400, 0 }, "\u00a3", "\u00a35,400" },
    { { -3, 0 }, "", "\u22123" },
    { { -540012, 2 }, "\u00a3", "\u2212\u00a35,400.12" },
    { { 999, 0 }, "", "999" },
    { { 1000, 0 }, "", "1,000" },
    { { 123456789, 4 }, "", "12,345.6789" },
    { { 40, 1 }, "", "4.0" },
    { { -5, 2 }, "%", "\u22120.05%" },
    { { 0, 0 }, "", "0" },
    { { G_MININT64, 0 }, "", "\u22129,223,372,036,854,775,808" },
    { { 0, -1 }, "\u00a3", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *printed = qtr_figure_format (rows[i].number, rows[i].unit);

    g_assert_cmpstr (printed, ==, rows[i].printed);
  }
}

static void
test_words (void)
{
  static const struct {
    const char *word;
    gint64 number;
  } rows[] = {
    { "zero", 0 },          { "three", 3 },       { "Twelve", 12 },
    { "NINETEEN", 19 },     { "twenty", 20 },     { "forty-two", 42 },
    { "Ninety-Nine", 99 },  { "fourty", -1 },     { "forty-", -1 },
    { "forty-eleven", -1 }, { "twelve-two", -1 }, { "", -1 },
    { "three ", -1 },       { "3", -1 },          { "forty--two", -1 },
    { "third", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (qtr_figure_word_to_number (rows[i].word), ==, rows[i].number);
}

/* What is printed is read again as the same, with the unit that it was printed with. */
static void
test_round_trip (void)
{
  static const char *const units[] = {
    [QTR_FIGURE_PLAIN] = "", [QTR_FIGURE_PERCENT] = "%", [QTR_FIGURE_POUNDS] = "\u00a3"
  };

  for (int run = 0; run < 20000; run++) {
    guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
    QtrDecimal number = { (gint64) bits >> g_test_rand_int_range (0, 63),
                          g_test_rand_int_range (0, QTR_DECIMAL_SCALE_MAX + 1) };
    int unit = g_test_rand_int_range (0, G_N_ELEMENTS (units));
    g_autofree char *printed = qtr_figure_format (number, units[unit]);
    QtrFigure again = { QTR_DECIMAL_NONE, 0, QTR_FIGURE_PLAIN };

    g_assert_true (qtr_figure_parse (printed, &again, NULL));
    g_assert_true (qtr_decimal_equal (again.value, number));
    g_assert_cmpint (again.precision, ==, -number.scale);
    g_assert_cmpint (again.unit, ==, unit);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/taken", test_taken);
  g_test_add_func ("/figure/refused", test_refused);
  g_test_add_func ("/figure/formatted", test_formatted);
  g_test_add_func ("/figure/words", test_words);
  g_test_add_func ("/figure/round-trip", test_round_trip);
  return g_test_run ();
}
