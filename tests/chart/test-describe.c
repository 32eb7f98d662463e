/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "chart/chart.h"

#include "sample.h"

static void
test_title (void)
{
  static const struct {
    const char *values, *unit, *title;
  } cases[] = {
    { "507 519", "", "Special Constables rose to 519" },
    { "519 507", "", "Special Constables fell to 507" },
    { "519 519.0", "", "Special Constables stayed at 519.0" },
    { "519", "", "Special Constables stood at 519" },
    { "507 - 519", "", "Special Constables stood at 519" },
    { "507 519 -", "", "Special Constables rose to 519 in Q2 2018/19" },
    { "- -", "", "Special Constables" },
    { "", "", "Special Constables" },
    { "47000 47035", "", "Special Constables rose to 47,035" },
    { "82.6 84.1", "%", "Special Constables rose to 84.1%" },
    { "5400 -12", "£", "Special Constables fell to −£12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartBuilder *builder = sample_builder ("Special Constables", "2018-19-Q1", cases[i].values);
    g_autoptr (QtrChart) chart = NULL;

    qtr_chart_builder_set_unit (builder, cases[i].unit);
    chart = qtr_chart_builder_end (builder);
    g_assert_cmpstr (qtr_chart_get_title (chart), ==, cases[i].title);
  }
}

static void
test_subtitle (void)
{
  static const struct {
    const char *first, *values, *unit, *subtitle;
  } cases[] = {
    { "2018-19-Q1", "1 2 3", "hours", "By quarter, Q1 2018/19 to Q3 2018/19, in hours" },
    { "2018-19-Q1", "1 2 3", "%", "By quarter, Q1 2018/19 to Q3 2018/19" },
    { "2018-12", "1 2", "", "By month, December 2018 to January 2019" },
    { "2018/19", "1 2", "£", "By year, 2018/19 to 2019/20" },
    { "2018-19-Q1", "1", "hours", "Q1 2018/19, in hours" },
    { "2018-19-Q1", "", "hours", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartBuilder *builder = sample_builder ("Hours given", cases[i].first, cases[i].values);
    g_autoptr (QtrChart) chart = NULL;

    qtr_chart_builder_set_unit (builder, cases[i].unit);
    chart = qtr_chart_builder_end (builder);
    g_assert_cmpstr (qtr_chart_get_subtitle (chart), ==, cases[i].subtitle);
  }
}

static void
test_description (void)
{
  static const struct {
    const char *first, *values, *unit, *description;
  } cases[] = {
    { "2018-19-Q1", "1500 1450 1475 1490 1530p", "hours",
      "A line of Visits by quarter, from Q1 2018/19 to Q1 2019/20. The unit is hours. "
      "The latest value is 1,530, for Q1 2019/20; it is provisional. It rose by 40 on the quarter before. "
      "It is 30 above the same quarter a year earlier (1,500). "
      "The highest value is 1,530, in Q1 2019/20; the lowest is 1,450, in Q2 2018/19." },
    { "2018-19-Q1", "11.8 12.8", "%",
      "A line of Visits by quarter, from Q1 2018/19 to Q2 2018/19. "
      "The latest value is 12.8%, for Q2 2018/19. It rose by 1.0 percentage point on the quarter before. "
      "The highest value is 12.8%, in Q2 2018/19; the lowest is 11.8%, in Q1 2018/19." },
    { "2018-19-Q1", "3 - 3 - - - - -", "",
      "A line of Visits by quarter, from Q1 2018/19 to Q4 2019/20. "
      "The latest value is 3, for Q3 2018/19. Every value is 3. "
      "6 periods have no value: Q2 2018/19, Q4 2018/19, Q1 2019/20, Q2 2019/20…." },
    { "2018-19-Q1", "3", "", "A chart of Visits for Q1 2018/19. The latest value is 3, for Q1 2018/19." },
    { "2018-11", "9 7 7", "",
      "A line of Visits by month, from November 2018 to January 2019. "
      "The latest value is 7, for January 2019. It is the same as in the month before. "
      "The highest value is 9, in November 2018; the lowest is 7, in January 2019." },
    { "2017/18", "9 7", "",
      "A line of Visits by year, from 2017/18 to 2018/19. The latest value is 7, for 2018/19. "
      "It fell by 2 on the year before. The highest value is 9, in 2017/18; the lowest is 7, in 2018/19." },
    { "2018-19-Q1", "- -", "", "There is nothing to draw: none of the periods has a value yet." },
    { "2018-19-Q1", "", "", "There is nothing to draw: no period has been reported yet." },
    { "2018-19-Q1", "4 9000000000000000", "",
      "A line of Visits by quarter, from Q1 2018/19 to Q2 2018/19. The latest value is 4, for Q1 2018/19. "
      "1 period has no value: Q2 2018/19." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartBuilder *builder;
    g_autoptr (QtrChart) chart = NULL;

    builder = sample_builder ("Visits", cases[i].first, cases[i].values);
    qtr_chart_builder_set_unit (builder, cases[i].unit);
    chart = qtr_chart_builder_end (builder);
    g_assert_cmpstr (qtr_chart_get_description (chart), ==, cases[i].description);
  }
}

/* Target, comparator and restatement are told, each in a sentence of its own. */
static void
test_sentences (void)
{
  static const struct {
    const char *target, *comparator, *published, *sentence;
  } cases[] = {
    { "600", "-", "-", "The target is 600; the latest value is 81 below it." },
    { "500", "-", "-", "The target is 500; the latest value is 19 above it." },
    { "519", "-", "-", "The target is 519; the latest value is exactly that." },
    { "-", "480", "-", "It is 39 above the same quarter a year earlier (480)." },
    { "-", "519", "-", "It is the same as in that quarter a year earlier." },
    { "-", "-", "521", "The value for Q1 2019/20 was published as 521 and later restated as 519." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    QtrChartBuilder *builder = sample_builder ("Officers", "2018-19-Q4", "507");
    QtrChartPoint point = QTR_CHART_POINT_EMPTY;
    g_autoptr (QtrChart) chart = NULL;

    point.period = sample_period ("2019-20-Q1");
    point.value = sample_decimal ("519");
    point.target = sample_decimal (cases[i].target);
    point.comparator = sample_decimal (cases[i].comparator);
    point.published = sample_decimal (cases[i].published);
    qtr_chart_builder_add_point (builder, &point);
    chart = qtr_chart_builder_end (builder);
    g_assert_nonnull (strstr (qtr_chart_get_description (chart), cases[i].sentence));
  }
}

/* The points of a chart may come in any order, and a later one replaces an earlier one. */
static void
test_points (void)
{
  QtrChartBuilder *builder = sample_builder ("Officers", "2019-20-Q1", "519");
  g_autoptr (QtrChart) chart = NULL;
  g_autoptr (QtrChart) other = NULL;
  guint n_points;

  qtr_chart_builder_add (builder, sample_period ("2018-19-Q4"), sample_decimal ("500"));
  qtr_chart_builder_add (builder, sample_period ("2019-20-Q1"), sample_decimal ("520"));
  chart = qtr_chart_builder_end (builder);
  qtr_chart_get_points (chart, &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "Officers rose to 520");

  other = qtr_chart_builder_end (sample_builder ("Officers", "2018-19-Q4", "500 521"));
  g_assert_cmpstr (qtr_chart_get_description (chart), !=, qtr_chart_get_description (other));
}

static void
test_author_words (void)
{
  QtrChartBuilder *builder = sample_builder ("Officers", "2018-19-Q4", "500 521");
  g_autoptr (QtrChart) chart = NULL;

  qtr_chart_builder_set_title (builder, " More officers\nthan ever ");
  qtr_chart_builder_set_subtitle (builder, "caf\xe9 au\x01lait ");
  chart = qtr_chart_builder_end (builder);
  g_assert_cmpstr (qtr_chart_get_title (chart), ==, "More officers than ever");
  g_assert_cmpstr (qtr_chart_get_subtitle (chart), ==, "caf\xef\xbf\xbd au lait");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/describe/title", test_title);
  g_test_add_func ("/chart/describe/subtitle", test_subtitle);
  g_test_add_func ("/chart/describe/description", test_description);
  g_test_add_func ("/chart/describe/sentences", test_sentences);
  g_test_add_func ("/chart/describe/points", test_points);
  g_test_add_func ("/chart/describe/author-words", test_author_words);
  return g_test_run ();
}
