/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "chart/from-measure.h"

#include "tests/series/observations.h"

#include "sample.h"

static QtrPlan *
make_plan (const char *observations, const char *unit, const char *target)
{
  g_autoptr (QtrList) list = parse_observations (observations);
  g_autoptr (QtrTarget) goal = qtr_record_new (&qtr_target_type, "value", sample_decimal (target), NULL);
  g_autoptr (QtrList) targets = qtr_list_append (NULL, goal);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "m", "name", "Patrol hours", "unit", unit, "source",
                      "the rota", "observations", list, "targets", targets, NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, measure);

  return qtr_record_new (&qtr_plan_type, "first_month", 4, "measures", measures, NULL);
}

static QtrChart *
make_chart (const QtrPlan *plan, const QtrChartOptions *options)
{
  g_autoptr (GError) error = NULL;
  QtrChart *chart = qtr_chart_from_measure (plan, qtr_plan_find_measure (plan, "m"), options, &error);

  g_assert_no_error (error);
  return chart;
}

static void
test_usual (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2018-19-Q3=100|110 2018-19-Q4=120 2019-20-Q2=140~", "hours", "150");
  g_autoptr (QtrChart) chart = make_chart (plan, NULL);
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);

  g_assert_cmpuint (n_points, ==, 4);
  g_assert_cmpint (points[0].value.digits, ==, 110);
  g_assert_cmpint (points[0].published.digits, ==, 100);
  g_assert_false (qtr_decimal_is_set (points[2].value));
  g_assert_true (points[3].provisional);
  g_assert_cmpint (points[3].target.digits, ==, 150);
  g_assert_false (qtr_decimal_is_set (points[3].comparator));
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Patrol hours stood at 140");
  g_assert_cmpstr (qtr_chart_get_source (chart), ==, "the rota");
}

/* A value typed into the plan changes what the chart says. */
static void
test_a_value_changes_the_words (void)
{
  g_autoptr (QtrPlan) before = make_plan ("2018-19-Q3=100 2018-19-Q4=120", "hours", "150");
  g_autoptr (QtrPlan) after = make_plan ("2018-19-Q3=100 2018-19-Q4=121", "hours", "150");
  g_autoptr (QtrChart) old = make_chart (before, NULL);
  g_autoptr (QtrChart) new = make_chart (after, NULL);

  g_assert_nonnull (strstr (qtr_chart_get_description (old), "rose by 20 "));
  g_assert_nonnull (strstr (qtr_chart_get_description (new), "rose by 21 "));
}

static void
test_months_make_quarters (void)
{
  g_autoptr (QtrPlan) plan =
      make_plan ("2019-10=1 2019-11=2 2019-12=3 2020-01=4 2020-02=5 2020-03=6", "hours", "9");
  g_autoptr (QtrChart) chart = make_chart (plan, NULL);

  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Patrol hours rose to 15");
}

static void
test_options (void)
{
  g_autoptr (QtrPlan) plan =
      make_plan ("2018-19-Q1@North=1 2018-19-Q2@North=2 2019-20-Q1@North=5 2019-20-Q2@North=6", "hours", "9");
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;
  g_autoptr (QtrChart) chart = NULL;
  const QtrChartPoint *points;
  guint n_points;

  options.area = "North";
  options.until = sample_period ("2019-20-Q3");
  options.with_year_before = TRUE;
  chart = make_chart (plan, &options);
  points = qtr_chart_get_points (chart, &n_points);
  g_assert_cmpuint (n_points, ==, 7);
  g_assert_cmpint (points[5].comparator.digits, ==, 2);
  g_assert_false (qtr_decimal_is_set (points[5].target));
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Patrol hours (North) rose to 6 in Q2 2019/20");
}

static void
test_no_observation (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("", "hours", "9");
  g_autoptr (QtrChart) chart = make_chart (plan, NULL);

  g_assert_cmpint (qtr_chart_get_latest (chart), ==, -1);
}

static void
test_unknown_kind (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2019-20-Q1=1", "hours", "9");
  g_autoptr (GError) error = NULL;
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;

  options.kind = "pie";
  g_assert_null (qtr_chart_from_measure (plan, qtr_plan_find_measure (plan, "m"), &options, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND);
}

static QtrChart *
make_kind (const QtrPlan *plan, const char *kind, const char *until, GError **error)
{
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;

  options.kind = kind;
  options.until = parse_period (until);
  return qtr_chart_from_measure (plan, qtr_plan_find_measure (plan, "m"), &options, error);
}

/* All areas of the last quarter in which any of them is known, the largest first and the gap last. */
static void
test_areas (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2018-19-Q3@North=7 2018-19-Q4@North=3 2018-19-Q4@South=4|5~ "
                                        "2018-19-Q4@East=- 2018-19-Q4=99 2019-20-Q1=98",
                                        "crimes", "5");
  g_autoptr (QtrChart) chart = make_kind (plan, "areas", NULL, NULL);
  g_autoptr (QtrChart) before = make_kind (plan, "areas", "2018-19-Q3", NULL);
  guint n_rows;
  const QtrChartRow *rows = qtr_chart_get_rows (chart, &n_rows);

  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_cmpstr (rows[0].name, ==, "South");
  g_assert_cmpint (rows[0].value.digits, ==, 5);
  g_assert_cmpint (rows[0].published.digits, ==, 4);
  g_assert_true (rows[0].provisional);
  g_assert_cmpstr (rows[1].name, ==, "North");
  g_assert_cmpstr (rows[2].name, ==, "East");
  g_assert_false (qtr_decimal_is_set (rows[2].value));
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Patrol hours: highest in South, at 5");
  g_assert_cmpstr (
      qtr_chart_get_description (chart), ==,
      "Bars of Patrol hours: Q4 2018/19, in crimes. South: 5, provisional. North: 3. East: no value.");
  g_assert_cmpstr (qtr_chart_get_title (before), ==, "Patrol hours: highest in North, at 7");
}

static void
test_share (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2018-19-Q4@North=1 2018-19-Q4@South=2", "crimes", "5");
  g_autoptr (QtrPlan) gap = make_plan ("2018-19-Q4@North=1 2018-19-Q4@South=-", "crimes", "5");
  g_autoptr (QtrPlan) percent = make_plan ("2018-19-Q4@North=1 2018-19-Q4@South=2", "%", "5");
  g_autoptr (QtrChart) chart = make_kind (plan, "share", NULL, NULL);
  g_autoptr (QtrChart) unknown = make_kind (gap, "share", NULL, NULL);
  g_autoptr (QtrChart) rates = make_kind (percent, "share", NULL, NULL);

  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Patrol hours: South has the largest share, 66.7%");
  g_assert_nonnull (strstr (qtr_chart_get_description (chart), "South: 66.7%. North: 33.3%."));
  g_assert_cmpstr (qtr_chart_get_description (unknown), ==,
                   "There are no shares to draw: South has no value, so that the whole is not known.");
  g_assert_cmpstr (qtr_chart_get_description (rates), ==,
                   "There are no shares to draw: percentages do not add up to a whole.");
}

/* Several measures go into one chart if its kind takes them, and if they are counted alike. */
static void
test_many (void)
{
  static const struct {
    const char *kind;
    const char *unit;
    int code;
  } cases[] = { { "share", "hours", -1 },
                { "share", "£", QTR_ERROR_USAGE },
                { "trend", "hours", QTR_ERROR_USAGE } };
  g_autoptr (QtrPlan) plan = make_plan ("2018-19-Q4=30", "hours", "9");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) other = make_plan ("2018-19-Q4=10", cases[i].unit, "9");
    const QtrMeasure *measures[] = { qtr_plan_find_measure (plan, "m"), qtr_plan_find_measure (other, "m") };
    QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;
    g_autoptr (QtrChart) chart = NULL;
    g_autoptr (GError) error = NULL;

    options.kind = cases[i].kind;
    chart = qtr_chart_from_measures (plan, measures, G_N_ELEMENTS (measures), &options, &error);
    g_assert_cmpint (chart == NULL, ==, cases[i].code >= 0);
    if (chart)
      g_assert_nonnull (strstr (qtr_chart_get_title (chart), "75.0%"));
    else
      g_assert_error (error, QTR_ERROR, cases[i].code);
  }
}

/* Of all measures, whatever their units, and of one. */
static void
test_summary (void)
{
  g_autoptr (QtrPlan) plan = make_plan ("2018-19-Q3=30 2018-19-Q4=32", "hours", "9");
  g_autoptr (QtrPlan) other = make_plan ("2018-19-Q4=10", "%", "9");
  const QtrMeasure *measures[] = { qtr_plan_find_measure (plan, "m"), qtr_plan_find_measure (other, "m") };
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;
  g_autoptr (QtrChart) both = NULL;
  g_autoptr (QtrChart) one = make_kind (plan, "summary", NULL, NULL);

  options.kind = "summary";
  both = qtr_chart_from_measures (plan, measures, G_N_ELEMENTS (measures), &options, NULL);
  g_assert_cmpstr (qtr_chart_get_title (both), ==, "Concerns beyond chance: 0 of 2 measures");
  g_assert_cmpstr (
      qtr_chart_get_description (both), ==,
      "A table of measures with their latest values, variation and assurance. "
      "Patrol hours: 32; Usual variation; Not judged. Patrol hours: 10%; Too few values; Not judged.");
  g_assert_cmpstr (qtr_chart_get_title (one), ==, "Concerns beyond chance: 0 of 1 measure");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/from-measure/usual", test_usual);
  g_test_add_func ("/chart/from-measure/a-value-changes-the-words", test_a_value_changes_the_words);
  g_test_add_func ("/chart/from-measure/months-make-quarters", test_months_make_quarters);
  g_test_add_func ("/chart/from-measure/options", test_options);
  g_test_add_func ("/chart/from-measure/no-observation", test_no_observation);
  g_test_add_func ("/chart/from-measure/unknown-kind", test_unknown_kind);
  g_test_add_func ("/chart/from-measure/areas", test_areas);
  g_test_add_func ("/chart/from-measure/share", test_share);
  g_test_add_func ("/chart/from-measure/many", test_many);
  g_test_add_func ("/chart/from-measure/summary", test_summary);
  return g_test_run ();
}
