/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <cairo.h>
#include <string.h>

#include "chart/describe-limits.h"
#include "chart/from-measure.h"
#include "chart/kind.h"
#include "chart/painter.h"

#include "tests/series/observations.h"

#include "sample.h"

#define STEADY "50 52 50 52 50 52 50 52 50 52 50 52 50"

static QtrChartBuilder *
begin (const char *values)
{
  QtrChartBuilder *builder;

  sample_kind = "limits";
  builder = sample_builder ("Calls answered", "2018-19-Q1", values);
  sample_kind = "trend";
  qtr_chart_builder_set_good (builder, QTR_GOOD_UP);
  return builder;
}

static void
assert_says (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” does not say “%s”", text, part);
}

static void
measure (const QtrChart *chart, QtrChartGeometry *geometry)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_assert_true (qtr_chart_paint (cr, 900, 500, chart, NULL, geometry));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
assert_label (const QtrChartGeometry *geometry, const char *text, gboolean is_there)
{
  gboolean found = FALSE;

  for (guint i = 0; i < geometry->labels->len; i++)
    found |= g_str_equal (g_array_index (geometry->labels, QtrChartLabel, i).text, text);
  g_test_message ("%s", text);
  g_assert_cmpint (found, ==, is_there);
}

static void
test_points (void)
{
  g_autoptr (QtrChart) chart = qtr_chart_builder_end (begin (STEADY " 40 - 60p"));
  g_autofree char *low = qtr_chart_describe_special (chart, 13);
  g_autofree char *high = qtr_chart_describe_special (chart, 15);

  g_assert_null (qtr_chart_describe_special (chart, 0));
  g_assert_null (qtr_chart_describe_special (chart, 14));
  g_assert_cmpstr (low, ==, "Q2 2021/22 (40) is a concern: below the lower limit.");
  g_assert_cmpstr (high, ==, "Q4 2021/22 (60) is an improvement: above the upper limit.");
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Calls answered at 60: an improvement beyond chance");
  assert_says (qtr_chart_get_description (chart), low);
  assert_says (qtr_chart_get_description (chart), high);
  assert_says (qtr_chart_get_description (chart), "outliers screened");
}

static void
test_steady (void)
{
  g_autoptr (QtrChart) chart = qtr_chart_builder_end (begin (STEADY));
  g_auto (QtrChartGeometry) geometry = { 0 };

  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Calls answered at 50: usual variation");
  assert_says (qtr_chart_get_description (chart),
               "The mean is 50.9, the lower limit 45.6, the upper limit 56.2.");
  assert_says (qtr_chart_get_description (chart), "All values are within their usual variation.");
  measure (chart, &geometry);
  assert_label (&geometry, "Mean 50.9", TRUE);
  assert_label (&geometry, "Upper limit 56.2", TRUE);
  assert_label (&geometry, "Lower limit 45.6", TRUE);
  assert_label (&geometry, "Usual variation", TRUE);
  assert_label (&geometry, "Concern", FALSE);
}

static void
test_trial (void)
{
  g_autoptr (QtrChart) chart = qtr_chart_builder_end (begin ("50 52 50"));
  g_auto (QtrChartGeometry) geometry = { 0 };

  assert_says (qtr_chart_get_description (chart),
               "Trial limits: they come from 3 values, and 13 are asked for.");
  measure (chart, &geometry);
  assert_label (&geometry, "Trial upper limit 56.0", TRUE);
}

static void
test_one (void)
{
  g_autoptr (QtrChart) chart = qtr_chart_builder_end (begin ("50"));
  g_auto (QtrChartGeometry) geometry = { 0 };

  assert_says (qtr_chart_get_description (chart), "The mean is 50.0; there are too few values for limits.");
  measure (chart, &geometry);
  assert_label (&geometry, "Mean 50.0", TRUE);
  g_assert_cmpfloat (geometry.plot.width, >, 0);
}

/* Periods without a point are gaps of the series, and so of the rules. */
static void
test_missing_periods (void)
{
  QtrChartBuilder *builder = begin ("51 51 51 51");
  g_autoptr (QtrChart) chart = NULL;

  qtr_chart_builder_add (builder, sample_period ("2019-20-Q2"), sample_decimal ("10"));
  chart = qtr_chart_builder_end (builder);
  g_assert_cmpuint (qtr_chart_get_limits (chart, NULL)->n_points, ==, 6);
  /* Without a neighbour, 10 has no moving range. */
  g_assert_cmpint (qtr_chart_get_limits_point (chart, 4).special, ==, QTR_SPECIAL_CONCERN);
}

static void
test_decisions (void)
{
  QtrChartBuilder *builder = begin (STEADY " 90 92 90 92");
  g_autoptr (QtrChart) chart = NULL;
  g_auto (QtrChartGeometry) geometry = { 0 };

  qtr_chart_builder_add_rebase (builder, sample_period ("2021-22-Q2"), "a new telephone system");
  /* Outside the series, there is nothing to say of it. */
  qtr_chart_builder_add_rebase (builder, sample_period ("2010-11-Q1"), "long ago");
  qtr_chart_builder_add_rebase (builder, sample_period ("2030-31-Q1"), "some day");
  qtr_chart_builder_set_frozen (builder, 2, "before the inquiry");
  qtr_chart_builder_set_edition (builder, QTR_LIMITS_PLAIN);
  chart = qtr_chart_builder_end (builder);
  g_assert_cmpuint (qtr_chart_get_limits (chart, NULL)->n_segments, ==, 2);
  for (guint i = 0; i < 17; i++)
    g_assert_cmpint (qtr_chart_get_limits_point (chart, i).special, ==, QTR_SPECIAL_NONE);
  assert_says (qtr_chart_get_description (chart),
               "Limits start afresh at Q2 2021/22 (a new telephone system).");
  assert_says (qtr_chart_get_description (chart),
               "Limits are set from the first 2 values (before the inquiry).");
  assert_says (qtr_chart_get_description (chart), "outliers not screened");
  g_assert_null (strstr (qtr_chart_get_description (chart), "long ago"));
  g_assert_null (strstr (qtr_chart_get_description (chart), "some day"));
  measure (chart, &geometry);
  assert_label (&geometry, "Mean 91.0", TRUE);
}

/* What the measure of a plan says of its limits reaches the chart. */
static void
test_measure (void)
{
  g_autoptr (QtrList) observations =
      parse_observations ("2018-19-Q1=50 2018-19-Q2=52 2018-19-Q3=90 2018-19-Q4=92 2019-20-Q1=20");
  g_autoptr (QtrRebase) rebase =
      qtr_record_new (&qtr_rebase_type, "period", "2018-19-Q3", "reason", "counted anew", NULL);
  g_autoptr (QtrList) rebases = qtr_list_append (NULL, rebase);
  g_autoptr (QtrMeasure) record = qtr_record_new (
      &qtr_measure_type, "id", "m", "name", "Calls", "good", QTR_GOOD_DOWN, "observations", observations,
      "rebases", rebases, "frozen", 2, "frozen_reason", "as agreed", "edition", QTR_LIMITS_PLAIN, NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, record);
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "first_month", 4, "measures", measures, NULL);
  QtrChartOptions options = QTR_CHART_OPTIONS_USUAL;
  g_autoptr (QtrChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  options.kind = "limits";
  chart = qtr_chart_from_measure (plan, qtr_plan_find_measure (plan, "m"), &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (qtr_chart_get_limits_point (chart, 4).special, ==, QTR_SPECIAL_IMPROVEMENT);
  assert_says (qtr_chart_get_description (chart), "Limits start afresh at Q3 2018/19 (counted anew).");
  assert_says (qtr_chart_get_description (chart), "Limits are set from the first 2 values (as agreed).");
  assert_says (qtr_chart_get_description (chart), "outliers not screened");
}

/* What cannot be computed is said in the place of the picture. */
static void
test_refused (void)
{
  QtrChartBuilder *far = begin ("1");
  g_autoptr (QtrChart) sparse = NULL;
  g_auto (QtrChartGeometry) geometry = { 0 };
  QtrPeriod later = sample_period ("2018-19-Q1");

  later.start += 3 * 1000000;
  qtr_chart_builder_add (far, later, sample_decimal ("2"));
  sparse = qtr_chart_builder_end (far);
  g_assert_null (qtr_chart_get_limits (sparse, NULL));
  assert_says (qtr_chart_get_description (sparse), "There are no limits to draw: The periods are too many");
  measure (sparse, &geometry);
  g_assert_cmpfloat (geometry.plot.width, <=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/limits/points", test_points);
  g_test_add_func ("/chart/limits/steady", test_steady);
  g_test_add_func ("/chart/limits/trial", test_trial);
  g_test_add_func ("/chart/limits/one", test_one);
  g_test_add_func ("/chart/limits/missing-periods", test_missing_periods);
  g_test_add_func ("/chart/limits/decisions", test_decisions);
  g_test_add_func ("/chart/limits/measure", test_measure);
  g_test_add_func ("/chart/limits/refused", test_refused);
  return g_test_run ();
}
