/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/comparison.h"

#include <string.h>

#include "tests/series/observations.h"

static QtrDecimal
parse_decimal (const char *text)
{
  QtrDecimal number = QTR_DECIMAL_NONE;

  if (text != NULL)
    g_assert_true (qtr_decimal_parse (text, &number, NULL));
  return number;
}

static void
assert_decimal (QtrDecimal found, const char *expected)
{
  g_autofree char *text = qtr_decimal_is_set (found) ? qtr_decimal_to_string (found) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_comparison (void)
{
  static const struct {
    const char *observations;
    const char *now;
    const char *before;
    const char *year_before;
    const char *change;
    QtrRational percent;
  } rows[] = {
    { "2018-19-Q3=1137 2019-20-Q2=1000 2019-20-Q3=916", "916", "1000", "1137", "-221", { -22100, 1137 } },
    { "2018-19-Q3=4 2019-20-Q3=5", "5", NULL, "4", "1", { 25, 1 } },
    { "2018-19-Q3=0 2019-20-Q3=5", "5", NULL, "0", "5", { 0, 0 } },
    { "2018-19-Q3=-4 2019-20-Q3=-3", "-3", NULL, "-4", "1", { 25, 1 } },
    { "2019-20-Q3=5", "5", NULL, NULL, NULL, { 0, 0 } },
    { "2018-19-Q3=5", NULL, NULL, "5", NULL, { 0, 0 } },
    { "2018-10=1 2018-11=1 2018-12=1 2019-10=1 2019-11=2 2019-12=3", "6", NULL, "3", "3", { 100, 1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrList) list = parse_observations (rows[i].observations);
    g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "observations", list, NULL);
    g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "Plan", NULL);
    QtrComparison found = qtr_comparison_new (plan, NULL, measure, parse_period ("2019-20-Q3"), NULL);

    assert_decimal (found.now.value, rows[i].now);
    assert_decimal (found.before.value, rows[i].before);
    assert_decimal (found.year_before.value, rows[i].year_before);
    assert_decimal (qtr_rational_round (found.change, 0), rows[i].change);
    g_assert_true (found.change_percent.numerator * rows[i].percent.denominator ==
                   rows[i].percent.numerator * found.change_percent.denominator);
    g_assert_cmpint (found.change_percent.denominator == 0, ==, rows[i].percent.denominator == 0);
    g_assert_cmpint (found.rating, ==, QTR_RATING_NONE);
  }
}

static void
test_rating (void)
{
  static const struct {
    QtrGood good;
    const char *target;
    const char *tolerance;
    const char *value;
    QtrRating expected;
  } rows[] = {
    { QTR_GOOD_UP, "90", "5", "90", QTR_RATING_GREEN },
    { QTR_GOOD_UP, "90", "5", "91", QTR_RATING_GREEN },
    { QTR_GOOD_UP, "90", "5", "89.9", QTR_RATING_AMBER },
    { QTR_GOOD_UP, "90", "5", "85.5", QTR_RATING_AMBER },
    { QTR_GOOD_UP, "90", "5", "85.4", QTR_RATING_RED },
    { QTR_GOOD_UP, "90", NULL, "89.9", QTR_RATING_RED },
    { QTR_GOOD_DOWN, "90", "5", "90", QTR_RATING_GREEN },
    { QTR_GOOD_DOWN, "90", "5", "94.5", QTR_RATING_AMBER },
    { QTR_GOOD_DOWN, "90", "5", "94.6", QTR_RATING_RED },
    { QTR_GOOD_DOWN, "-10", "10", "-9", QTR_RATING_AMBER },
    { QTR_GOOD_DOWN, "-10", "10", "-8.9", QTR_RATING_RED },
    { QTR_GOOD_NEITHER, "90", "5", "1", QTR_RATING_NONE },
    { QTR_GOOD_UP, NULL, "5", "90", QTR_RATING_NONE },
    { QTR_GOOD_UP, "90", "5", "-", QTR_RATING_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strconcat ("2019-20-Q3=", rows[i].value, NULL);
    g_autoptr (QtrList) list = parse_observations (text);
    g_autoptr (QtrTarget) target =
        qtr_record_new (&qtr_target_type, "value", parse_decimal (rows[i].target), NULL);
    g_autoptr (QtrList) targets = qtr_list_append (NULL, target);
    g_autoptr (QtrMeasure) measure =
        qtr_record_new (&qtr_measure_type, "observations", list, "good", (int) rows[i].good, "targets",
                        targets, "tolerance", parse_decimal (rows[i].tolerance), NULL);
    g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "Plan", NULL);
    QtrComparison found = qtr_comparison_new (plan, NULL, measure, parse_period ("2019-20-Q3"), NULL);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpint (found.rating, ==, rows[i].expected);
    assert_decimal (found.target, rows[i].target);
  }
}

/* 899 of 999 is 89.99%, which prints as the target of 90% and is below it. */
static void
test_rating_before_rounding (void)
{
  g_autoptr (QtrList) tops = parse_observations ("2019-20-Q3=899");
  g_autoptr (QtrList) bottoms = parse_observations ("2019-20-Q3=999");
  g_autoptr (QtrMeasure) top = qtr_record_new (&qtr_measure_type, "id", "top", "observations", tops, NULL);
  g_autoptr (QtrMeasure) bottom =
      qtr_record_new (&qtr_measure_type, "id", "bottom", "observations", bottoms, NULL);
  g_autoptr (QtrTarget) target = qtr_record_new (&qtr_target_type, "value", parse_decimal ("90"), NULL);
  g_autoptr (QtrList) targets = qtr_list_append (NULL, target);
  g_autoptr (QtrMeasure) rate =
      qtr_record_new (&qtr_measure_type, "id", "rate", "unit", "%", "numerator", "top", "denominator",
                      "bottom", "good", (int) QTR_GOOD_UP, "targets", targets, NULL);
  gconstpointer all[] = { rate, top, bottom };
  g_autoptr (QtrList) measures = qtr_list_splice (NULL, 0, 0, all, G_N_ELEMENTS (all));
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "measures", measures, NULL);
  QtrComparison found = qtr_comparison_new (plan, NULL, rate, parse_period ("2019-20-Q3"), NULL);

  assert_decimal (found.now.value, "90");
  g_assert_cmpint (found.rating, ==, QTR_RATING_RED);
}

static void
test_due (void)
{
  static const struct {
    QtrFrequency frequency;
    int lag;
    const char *retired;
    const char *quarter;
    const char *data_to;
    const char *expected;
  } rows[] = {
    { QTR_FREQUENCY_QUARTER, 0, NULL, "2019-20-Q3", "2019-12", "2019-20-Q3" },
    { QTR_FREQUENCY_QUARTER, 0, NULL, "2019-20-Q3", "2019-11", "2019-20-Q2" },
    { QTR_FREQUENCY_QUARTER, 1, NULL, "2019-20-Q3", "2019-12", "2019-20-Q2" },
    { QTR_FREQUENCY_QUARTER, 1, NULL, "2019-20-Q3", "2020-01", "2019-20-Q3" },
    { QTR_FREQUENCY_QUARTER, 3, NULL, "2019-20-Q3", "2019-12", "2019-20-Q2" },
    { QTR_FREQUENCY_QUARTER, 4, NULL, "2019-20-Q3", "2019-12", "2019-20-Q1" },
    { QTR_FREQUENCY_MONTH, 0, NULL, "2019-20-Q3", "2019-12", "2019-20-Q3" },
    { QTR_FREQUENCY_MONTH, 2, NULL, "2019-20-Q3", "2020-01", "2019-20-Q2" },
    { QTR_FREQUENCY_MONTH, 0, NULL, "2019-20-Q3", NULL, "2019-20-Q3" },
    { QTR_FREQUENCY_MONTH, 1, NULL, "2019-20-Q3", NULL, "2019-20-Q2" },
    { QTR_FREQUENCY_YEAR, 0, NULL, "2019-20-Q3", "2019-12", NULL },
    { QTR_FREQUENCY_YEAR, 0, NULL, "2019-20-Q4", "2020-03", "2019/20" },
    { QTR_FREQUENCY_YEAR, 3, NULL, "2019-20-Q4", "2020-03", NULL },
    { QTR_FREQUENCY_YEAR, 3, NULL, "2020-21-Q1", "2020-06", "2019/20" },
    { QTR_FREQUENCY_YEAR, 3, NULL, "2020-21-Q2", "2020-09", NULL },
    { QTR_FREQUENCY_QUARTER, 0, "2019-20-Q3", "2019-20-Q3", "2019-12", NULL },
    { QTR_FREQUENCY_QUARTER, 0, "2019-20-Q4", "2019-20-Q3", "2019-12", "2019-20-Q3" },
    { QTR_FREQUENCY_QUARTER, 1, "2019-20-Q3", "2019-20-Q3", "2019-12", "2019-20-Q2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrMeasure) measure =
        qtr_record_new (&qtr_measure_type, "frequency", (int) rows[i].frequency, "lag", rows[i].lag,
                        "retired_from", rows[i].retired, NULL);
    g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "Plan", NULL);
    QtrPeriod due =
        qtr_measure_get_due (plan, measure, parse_period (rows[i].quarter), parse_period (rows[i].data_to));
    g_autofree char *text = qtr_period_is_set (due) ? qtr_period_to_string (due) : NULL;

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (text, ==, rows[i].expected);
  }
}

/* A lag beyond all sense is no reason to fall over. */
static void
test_due_after_a_huge_lag (void)
{
  g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "lag", G_MAXINT, NULL);
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  QtrPeriod due = qtr_measure_get_due (plan, measure, parse_period ("2019-20-Q3"), QTR_PERIOD_UNSET);

  g_assert_cmpint (qtr_period_year (due), ==, 1919);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/comparison", test_comparison);
  g_test_add_func ("/comparison/rating", test_rating);
  g_test_add_func ("/comparison/rating-before-rounding", test_rating_before_rounding);
  g_test_add_func ("/comparison/due", test_due);
  g_test_add_func ("/comparison/due-after-a-huge-lag", test_due_after_a_huge_lag);
  return g_test_run ();
}
