/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"
#include "base/period.h"

#define AT(year, month) ((year) * 12 + (month) - 1)

static const struct {
  const char *text;
  int first_month;
  QtrPeriod period;
  const char *printed;
  const char *label;
  const char *span;
} TAKEN[] = {
  { "2019-20-Q3", 4, { AT (2019, 10), 3, 4 }, "2019-20-Q3", "Q3 2019/20", "October to December 2019" },
  { "2019-20-Q4", 4, { AT (2020, 1), 3, 4 }, "2019-20-Q4", "Q4 2019/20", "January to March 2020" },
  { "2019-20-Q1", 9, { AT (2019, 9), 3, 9 }, "2019-20-Q1", "Q1 2019/20", "September to November 2019" },
  { "2019-20-Q2", 9, { AT (2019, 12), 3, 9 }, "2019-20-Q2", "Q2 2019/20", "December 2019 to February 2020" },
  { "1999-00-Q3", 12, { AT (2000, 6), 3, 12 }, "1999-00-Q3", "Q3 1999/00", "June to August 2000" },
  { "2019Q4", 4, { AT (2019, 10), 3, 1 }, "2019Q4", "Q4 2019", "October to December 2019" },
  { "2019Q1", 1, { AT (2019, 1), 3, 1 }, "2019Q1", "Q1 2019", "January to March 2019" },
  { "2011-12", 4, { AT (2011, 12), 1, 1 }, "2011-12", "December 2011", "December 2011" },
  { "2011/12", 4, { AT (2011, 4), 12, 4 }, "2011/12", "2011/12", "April 2011 to March 2012" },
  { "2011/2012", 7, { AT (2011, 7), 12, 7 }, "2011/12", "2011/12", "July 2011 to June 2012" },
  { "2019", 4, { AT (2019, 1), 12, 1 }, "2019", "2019", "January to December 2019" },
  { "Q3 2019/20", 4, { AT (2019, 10), 3, 4 }, "2019-20-Q3", "Q3 2019/20", "October to December 2019" },
  { "q3 2019-20", 4, { AT (2019, 10), 3, 4 }, "2019-20-Q3", "Q3 2019/20", "October to December 2019" },
  { "Quarter 3 2019-20", 4, { AT (2019, 10), 3, 4 }, "2019-20-Q3", "Q3 2019/20", "October to December 2019" },
  { "QUARTER 3 2019/2020",
    4,
    { AT (2019, 10), 3, 4 },
    "2019-20-Q3",
    "Q3 2019/20",
    "October to December 2019" },
  { "2019/20 Q3", 4, { AT (2019, 10), 3, 4 }, "2019-20-Q3", "Q3 2019/20", "October to December 2019" },
  { "2019\u201320 quarter 3",
    4,
    { AT (2019, 10), 3, 4 },
    "2019-20-Q3",
    "Q3 2019/20",
    "October to December 2019" },
  { " Q3\u00a0 2019/20 ",
    4,
    { AT (2019, 10), 3, 4 },
    "2019-20-Q3",
    "Q3 2019/20",
    "October to December 2019" },
  { "Q4 2019", 1, { AT (2019, 10), 3, 1 }, "2019Q4", "Q4 2019", "October to December 2019" },
  { "Quarter 4 2019", 1, { AT (2019, 10), 3, 1 }, "2019Q4", "Q4 2019", "October to December 2019" },
  { "2019 Q4", 1, { AT (2019, 10), 3, 1 }, "2019Q4", "Q4 2019", "October to December 2019" },
  { "Dec 2019", 4, { AT (2019, 12), 1, 1 }, "2019-12", "December 2019", "December 2019" },
  { "December 2019", 4, { AT (2019, 12), 1, 1 }, "2019-12", "December 2019", "December 2019" },
  { "sept 2019", 4, { AT (2019, 9), 1, 1 }, "2019-09", "September 2019", "September 2019" },
  { "MAY\u00a02019", 4, { AT (2019, 5), 1, 1 }, "2019-05", "May 2019", "May 2019" },
};

static const struct {
  const char *text;
  int first_month;
} REFUSED[] = {
  { "", 4 },           { " ", 4 },          { "abc", 4 },         { "2019-13", 4 },      { "2019-00", 4 },
  { "2019-1", 4 },     { "2019-1-1", 4 },   { "2019-21-Q3", 4 },  { "2019-19-Q3", 4 },   { "2019-20-Q5", 4 },
  { "2019-20-Q0", 4 }, { "2019-20-Q", 4 },  { "2019-20-Q33", 4 }, { "2019Q5", 4 },       { "2019Q", 4 },
  { "2019/21", 4 },    { "2019/2021", 4 },  { "2019/", 4 },       { "19/20", 4 },        { "20190", 4 },
  { "201", 4 },        { "Q3", 4 },         { "Q3 2019", 4 },     { "2019 Q3", 4 },      { "Q3 2019/20", 1 },
  { "2019/20", 1 },    { "2019-20-Q3", 1 }, { "Decem 2019", 4 },  { "December", 4 },     { "December 19", 4 },
  { "Dec2019", 4 },    { "2019-12-01", 4 }, { "2019-12 ,", 4 },   { "Dec\xff 2019", 4 }, { "-2019", 4 },
};

static void
assert_same (QtrPeriod a, QtrPeriod b)
{
  g_assert_cmpint (a.start, ==, b.start);
  g_assert_cmpint (a.unit, ==, b.unit);
  g_assert_cmpint (a.first_month, ==, b.first_month);
}

static void
test_taken (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TAKEN); i++) {
    QtrPeriod period = QTR_PERIOD_UNSET;
    g_autoptr (GError) error = NULL;
    g_autofree char *printed = NULL;
    g_autofree char *label = NULL;
    g_autofree char *span = NULL;

    g_assert_true (qtr_period_parse (TAKEN[i].text, TAKEN[i].first_month, &period, &error));
    g_assert_no_error (error);
    assert_same (period, TAKEN[i].period);
    printed = qtr_period_to_string (period);
    g_assert_cmpstr (printed, ==, TAKEN[i].printed);
    label = qtr_period_to_label (period);
    g_assert_cmpstr (label, ==, TAKEN[i].label);
    span = qtr_period_to_span (period);
    g_assert_cmpstr (span, ==, TAKEN[i].span);
  }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (REFUSED); i++) {
    QtrPeriod period = { 77, 3, 4 };
    g_autoptr (GError) error = NULL;
    g_autofree char *valid = g_utf8_make_valid (REFUSED[i].text, -1);

    g_test_message ("“%s”", valid);
    g_assert_false (qtr_period_parse (REFUSED[i].text, REFUSED[i].first_month, &period, &error));
    g_assert_error (error, QTR_ERROR, QTR_ERROR_PERIOD);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_assert_cmpint (period.start, ==, 77);
  }
}

static void
test_all_months (void)
{
  static const char *const names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"
  };

  for (int month = 1; month <= 12; month++) {
    g_autofree char *full = g_strdup_printf ("%s 2021", names[month - 1]);
    g_autofree char *abbreviated = g_strdup_printf ("%.3s 2021", names[month - 1]);
    QtrPeriod expected = { AT (2021, month), 1, 1 };
    QtrPeriod period;

    g_assert_true (qtr_period_parse (full, 4, &period, NULL));
    assert_same (period, expected);
    g_assert_true (qtr_period_parse (abbreviated, 4, &period, NULL));
    assert_same (period, expected);
  }
}

static void
test_members (void)
{
  static const struct {
    QtrPeriod period;
    int year, first_month, quarter, days;
  } rows[] = {
    { { AT (2019, 10), 3, 4 }, 2019, 10, 3, 92 }, { { AT (2020, 1), 3, 4 }, 2019, 1, 4, 91 },
    { { AT (2019, 1), 3, 1 }, 2019, 1, 1, 90 },   { { AT (2000, 1), 3, 1 }, 2000, 1, 1, 91 },
    { { AT (1900, 1), 3, 1 }, 1900, 1, 1, 90 },   { { AT (2019, 4), 12, 4 }, 2019, 4, 1, 366 },
    { { AT (2020, 4), 12, 4 }, 2020, 4, 1, 365 }, { { AT (2020, 2), 1, 1 }, 2020, 2, 1, 29 },
    { { AT (2019, 12), 3, 9 }, 2019, 12, 2, 91 }, { { AT (-1, 11), 3, 11 }, -1, 11, 1, 92 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (qtr_period_year (rows[i].period), ==, rows[i].year);
    g_assert_cmpint (qtr_period_first_month (rows[i].period), ==, rows[i].first_month);
    g_assert_cmpint (qtr_period_quarter_number (rows[i].period), ==, rows[i].quarter);
    g_assert_cmpint (qtr_period_days (rows[i].period), ==, rows[i].days);
  }
}

static void
test_compare (void)
{
  /* In their order; each is below all that follow. */
  static const QtrPeriod ordered[] = {
    { AT (2018, 12), 1, 1 }, { AT (2019, 1), 12, 1 }, { AT (2019, 1), 3, 1 },  { AT (2019, 1), 1, 1 },
    { AT (2019, 4), 12, 4 }, { AT (2019, 4), 3, 4 },  { AT (2019, 10), 3, 4 }, { AT (2020, 1), 3, 4 },
  };
  const QtrPeriod calendar = { AT (2019, 10), 3, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      g_assert_cmpint (qtr_period_compare (ordered[i], ordered[j]), ==, (i > j) - (i < j));
  g_assert_cmpint (qtr_period_compare (calendar, ordered[6]), ==, 0);
}

static void
test_contains (void)
{
  static const struct {
    QtrPeriod outer, inner;
    gboolean contains;
  } rows[] = {
    { { AT (2019, 10), 3, 4 }, { AT (2019, 10), 1, 1 }, TRUE },
    { { AT (2019, 10), 3, 4 }, { AT (2019, 12), 1, 1 }, TRUE },
    { { AT (2019, 10), 3, 4 }, { AT (2020, 1), 1, 1 }, FALSE },
    { { AT (2019, 10), 3, 4 }, { AT (2019, 9), 1, 1 }, FALSE },
    { { AT (2019, 10), 3, 4 }, { AT (2019, 10), 3, 1 }, TRUE },
    { { AT (2019, 4), 12, 4 }, { AT (2020, 1), 3, 1 }, TRUE },
    { { AT (2020, 1), 3, 1 }, { AT (2019, 4), 12, 4 }, FALSE },
    { { AT (2019, 4), 12, 4 }, QTR_PERIOD_UNSET, FALSE },
    { QTR_PERIOD_UNSET, { AT (2019, 4), 12, 4 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (qtr_period_contains (rows[i].outer, rows[i].inner), ==, rows[i].contains);
}

static void
test_steps (void)
{
  const QtrPeriod quarter = { AT (2019, 10), 3, 4 };
  const QtrPeriod month = { AT (2019, 12), 1, 1 };

  assert_same (qtr_period_add (quarter, 1), (QtrPeriod) { AT (2020, 1), 3, 4 });
  assert_same (qtr_period_add (quarter, -7), (QtrPeriod) { AT (2018, 1), 3, 4 });
  assert_same (qtr_period_add (quarter, G_MAXINT), QTR_PERIOD_UNSET);
  assert_same (qtr_period_add (month, G_MAXINT), QTR_PERIOD_UNSET);
  assert_same (qtr_period_year_before (quarter), (QtrPeriod) { AT (2018, 10), 3, 4 });
  assert_same (qtr_period_year_before (month), (QtrPeriod) { AT (2018, 12), 1, 1 });
  assert_same (qtr_period_year_before (QTR_PERIOD_UNSET), QTR_PERIOD_UNSET);
  g_assert_cmpint (qtr_period_distance (quarter, qtr_period_add (quarter, 5)), ==, 5);
  g_assert_cmpint (qtr_period_distance (quarter, qtr_period_add (quarter, -5)), ==, -5);
  g_assert_cmpint (qtr_period_distance (quarter, month), ==, 0);
  g_assert_cmpint (qtr_period_distance (quarter, (QtrPeriod) { AT (2019, 9), 1, 1 }), ==, -1);
}

static void
test_as_unit (void)
{
  const QtrPeriod month = { AT (2020, 2), 1, 1 };

  assert_same (qtr_period_as_unit (month, QTR_PERIOD_QUARTER, 4), (QtrPeriod) { AT (2020, 1), 3, 4 });
  assert_same (qtr_period_as_unit (month, QTR_PERIOD_QUARTER, 9), (QtrPeriod) { AT (2019, 12), 3, 9 });
  assert_same (qtr_period_as_unit (month, QTR_PERIOD_YEAR, 4), (QtrPeriod) { AT (2019, 4), 12, 4 });
  assert_same (qtr_period_as_unit (month, QTR_PERIOD_YEAR, 1), (QtrPeriod) { AT (2020, 1), 12, 1 });
  assert_same (qtr_period_as_unit (month, QTR_PERIOD_MONTH, 4), month);
  assert_same (qtr_period_as_unit (QTR_PERIOD_UNSET, QTR_PERIOD_YEAR, 4), QTR_PERIOD_UNSET);
  assert_same (qtr_period_from_date (QTR_PERIOD_NONE, 2020, 2, 4), QTR_PERIOD_UNSET);
}

static void
test_unset (void)
{
  g_autofree char *printed = qtr_period_to_string (QTR_PERIOD_UNSET);
  g_autofree char *label = qtr_period_to_label (QTR_PERIOD_UNSET);
  g_autofree char *span = qtr_period_to_span (QTR_PERIOD_UNSET);

  g_assert_cmpstr (printed, ==, "");
  g_assert_cmpstr (label, ==, "");
  g_assert_cmpstr (span, ==, "");
  g_assert_cmpint (qtr_period_days (QTR_PERIOD_UNSET), ==, 0);
}

/* Whatever is written, and whatever is shown, is read again as the same period. */
static void
test_round_trip (void)
{
  static const QtrPeriodUnit units[] = { QTR_PERIOD_MONTH, QTR_PERIOD_QUARTER, QTR_PERIOD_YEAR };

  for (int run = 0; run < 20000; run++) {
    int year = g_test_rand_int_range (1000, 9999);
    int month = g_test_rand_int_range (1, 13);
    int first_month = g_test_rand_int_range (1, 13);
    QtrPeriod period = qtr_period_from_date (units[g_test_rand_int_range (0, G_N_ELEMENTS (units))], year,
                                             month, first_month);
    QtrPeriod inner = { AT (year, month), 1, 1 };
    g_autofree char *printed = qtr_period_to_string (period);
    g_autofree char *label = qtr_period_to_label (period);
    QtrPeriod again;

    g_assert_true (qtr_period_contains (period, inner));
    g_assert_true (qtr_period_parse (printed, first_month, &again, NULL));
    assert_same (again, period);
    g_assert_true (qtr_period_parse (label, first_month, &again, NULL));
    assert_same (again, period);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/taken", test_taken);
  g_test_add_func ("/period/refused", test_refused);
  g_test_add_func ("/period/all-months", test_all_months);
  g_test_add_func ("/period/members", test_members);
  g_test_add_func ("/period/compare", test_compare);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/steps", test_steps);
  g_test_add_func ("/period/as-unit", test_as_unit);
  g_test_add_func ("/period/unset", test_unset);
  g_test_add_func ("/period/round-trip", test_round_trip);
  return g_test_run ();
}
