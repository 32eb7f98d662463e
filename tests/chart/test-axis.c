/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/axis.h"

#include "sample.h"

/* The labels of an axis, from low to high, divided by bars. */
static char *
join_labels (const QtrChartValueAxis *axis, const char *unit)
{
  GString *labels = g_string_new (NULL);

  for (int i = 0; i < axis->n_ticks; i++) {
    g_autofree char *label = qtr_chart_value_axis_label (axis, i, unit);

    g_string_append_printf (labels, i > 0 ? "|%s" : "%s", label);
  }
  return g_string_free (labels, FALSE);
}

static void
test_ticks (void)
{
  static const struct {
    const char *low, *high;
    gboolean with_zero;
    int n_most;
    const char *unit, *labels;
  } cases[] = {
    { "73.2", "84.1", FALSE, 6, "%", "70%|75%|80%|85%" },
    { "73.2", "84.1", FALSE, 9, "%", "72%|74%|76%|78%|80%|82%|84%|86%" },
    { "410", "519", TRUE, 5, "", "0|200|400|600" },
    { "410", "519", FALSE, 5, "", "400|450|500|550" },
    { "0", "0", TRUE, 6, "", "0|1" },
    { "7", "7", TRUE, 6, "", "0|2|4|6|8" },
    { "3", "5", FALSE, 10, "", "3|4|5" },
    { "-30", "20", TRUE, 6, "", "−30|−20|−10|0|10|20" },
    { "-80", "-20", TRUE, 6, "", "−80|−60|−40|−20|0" },
    { "0.12", "0.19", FALSE, 6, "", "0.12|0.14|0.16|0.18|0.20" },
    { "10", "48000", TRUE, 6, "", "0|10,000|20,000|30,000|40,000|50,000" },
    { "1200000", "5400000", TRUE, 6, "£", "£0|£2m|£4m|£6m" },
    { "1200000", "1700000", FALSE, 4, "£", "£1.2m|£1.4m|£1.6m|£1.8m" },
    { "4000000000", "9000000000", TRUE, 6, "", "0|2bn|4bn|6bn|8bn|10bn" },
    { "1000000001", "1000000003", FALSE, 6, "", "1,000,000,001|1,000,000,002|1,000,000,003" },
    { "999999999999998", "1000000000000000", FALSE, 4, "", "999,999,999,999,990|1,000,000,000,000,000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartRange range = QTR_CHART_RANGE_EMPTY;
    QtrChartValueAxis axis;
    g_autofree char *labels = NULL;

    qtr_chart_range_add (&range, sample_decimal (cases[i].low));
    qtr_chart_range_add (&range, sample_decimal (cases[i].high));
    axis = qtr_chart_value_axis_new (range, cases[i].with_zero, cases[i].n_most);
    labels = join_labels (&axis, cases[i].unit);
    g_assert_cmpstr (labels, ==, cases[i].labels);
  }
}

/* However wide the range, however fine the digits: two to ten ticks, around all of it. */
static void
test_ticks_hold_the_range (void)
{
  static const char *const values[] = { "-1000000000000000",
                                        "-5",
                                        "-0.000000000000000001",
                                        "0",
                                        "0.000000000000000001",
                                        "0.3333",
                                        "1",
                                        "9.000000000000000001",
                                        "99",
                                        "123456.789",
                                        "1000000000000000" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = i; j < G_N_ELEMENTS (values); j++)
      for (int n_most = 0; n_most < 14; n_most++)
        for (int with_zero = 0; with_zero < 2; with_zero++) {
          QtrChartRange range = QTR_CHART_RANGE_EMPTY;
          QtrChartValueAxis axis;
          double low, high;

          qtr_chart_range_add (&range, sample_decimal (values[i]));
          qtr_chart_range_add (&range, sample_decimal (values[j]));
          axis = qtr_chart_value_axis_new (range, with_zero, n_most);
          low = qtr_decimal_to_double (qtr_chart_value_axis_get_tick (&axis, 0));
          high = qtr_decimal_to_double (qtr_chart_value_axis_get_tick (&axis, axis.n_ticks - 1));
          g_assert_cmpint (axis.n_ticks, >=, 2);
          g_assert_cmpint (axis.n_ticks, <=, MAX (MIN (n_most, QTR_CHART_TICKS_MAX), 3));
          g_assert_cmpfloat (low, <, high);
          g_assert_cmpfloat (low, <=, range.low + (high - low) * 1e-6);
          g_assert_cmpfloat (high, >=, range.high - (high - low) * 1e-6);
          if (with_zero) {
            g_assert_cmpfloat (low, <=, 0);
            g_assert_cmpfloat (high, >=, 0);
          }
        }
}

static void
test_zero (void)
{
  static const struct {
    const char *low, *high;
    QtrChartAxisWish wish;
    gboolean with_zero;
  } cases[] = {
    { "73.2", "84.1", QTR_CHART_AXIS_AUTO, FALSE }, { "10", "84.1", QTR_CHART_AXIS_AUTO, TRUE },
    { "60", "100", QTR_CHART_AXIS_AUTO, TRUE },     { "61", "100", QTR_CHART_AXIS_AUTO, FALSE },
    { "73.2", "84.1", QTR_CHART_AXIS_ZERO, TRUE },  { "10", "84.1", QTR_CHART_AXIS_DATA, FALSE },
    { "-5", "5", QTR_CHART_AXIS_DATA, TRUE },       { "-90", "-80", QTR_CHART_AXIS_AUTO, FALSE },
    { "7", "7", QTR_CHART_AXIS_AUTO, TRUE },        { "0", "0", QTR_CHART_AXIS_DATA, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartRange range = QTR_CHART_RANGE_EMPTY;

    qtr_chart_range_add (&range, sample_decimal (cases[i].low));
    qtr_chart_range_add (&range, sample_decimal (cases[i].high));
    g_assert_cmpint (qtr_chart_range_wants_zero (&range, cases[i].wish), ==, cases[i].with_zero);
  }
}

static void
test_names (void)
{
  static const struct {
    const char *period, *name;
  } cases[] = {
    { "2019-20-Q1", "Q1" }, { "2019-20-Q4", "Q4" },   { "2019-01", "Jan" },
    { "2019-12", "Dec" },   { "2019/20", "2019/20" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = qtr_chart_period_short (sample_period (cases[i].period));

    g_assert_cmpstr (name, ==, cases[i].name);
  }
}

static void
test_stride (void)
{
  g_assert_cmpint (qtr_chart_year_stride (50, 50), ==, 1);
  g_assert_cmpint (qtr_chart_year_stride (40, 50), ==, 2);
  g_assert_cmpint (qtr_chart_year_stride (20, 50), ==, 5);
  g_assert_cmpint (qtr_chart_year_stride (0.5, 50), ==, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/axis/ticks", test_ticks);
  g_test_add_func ("/chart/axis/ticks-hold-the-range", test_ticks_hold_the_range);
  g_test_add_func ("/chart/axis/zero", test_zero);
  g_test_add_func ("/chart/axis/names", test_names);
  g_test_add_func ("/chart/axis/stride", test_stride);
  return g_test_run ();
}
