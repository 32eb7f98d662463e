/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/series.h"

#include <string.h>

#include "model/review.h"
#include "tests/series/observations.h"

static char *
describe (QtrPoint point)
{
  g_autofree char *value = NULL;
  g_autofree char *before = NULL;

  if (!qtr_decimal_is_set (point.value))
    return g_strdup ("gap");

  value = qtr_decimal_to_string (point.value);
  if (qtr_decimal_is_set (point.published_before))
    before = qtr_decimal_to_string (point.published_before);
  return g_strconcat (value, point.provisional ? "~" : "", before == NULL ? "" : " was ", before, NULL);
}

static QtrPlan *
make_plan (QtrMeasureKind kind, const char *observations)
{
  g_autoptr (QtrList) list = parse_observations (observations);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "m", "kind", (int) kind, "observations", list, NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, measure);

  return qtr_record_new (&qtr_plan_type, "measures", measures, NULL);
}

static void
test_point (void)
{
  static const struct {
    QtrMeasureKind kind;
    const char *observations;
    const char *period;
    const char *area;
    const char *expected;
  } rows[] = {
    { QTR_MEASURE_FLOW, "2019-20-Q3=208", "2019-20-Q3", NULL, "208" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=208", "2019-20-Q2", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019Q4=208", "2019-20-Q3", NULL, "208" },
    { QTR_MEASURE_FLOW, "", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-11=2 2019-12=3", "2019-20-Q3", NULL, "6" },
    { QTR_MEASURE_FLOW, "2019-12=3 2019-10=1 2019-11=2", "2019-20-Q3", NULL, "6" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-12=3", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-11=- 2019-12=3", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-11=2 2019-12=3 2019-20-Q3=7", "2019-20-Q3", NULL, "7" },
    { QTR_MEASURE_FLOW, "2019-10=1.5 2019-11=2.25 2019-12=3", "2019-20-Q3", NULL, "6.75" },
    { QTR_MEASURE_FLOW, "2019-10=0.1 2019-11=0.2 2019-12=0.3", "2019-20-Q3", NULL, "0.6" },
    { QTR_MEASURE_FLOW, "2019-10=4.0 2019-11=1.0 2019-12=1.0", "2019-20-Q3", NULL, "6.0" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-11=2~ 2019-12=3", "2019-20-Q3", NULL, "6~" },
    { QTR_MEASURE_FLOW, "2019-10=1 2019-11=2|5 2019-12=3", "2019-20-Q3", NULL, "9 was 6" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=3 2019-20-Q4=4", "2019/20", NULL, "10" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=3 2020-01=1 2020-02=1 2020-03=2", "2019/20",
      NULL, "10" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=3", "2019/20", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019/20=9", "2019-20-Q4", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019-10=9223372036854775807 2019-11=1 2019-12=1", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_LEVEL, "2019-10=1 2019-11=2 2019-12=3", "2019-20-Q3", NULL, "3" },
    { QTR_MEASURE_LEVEL, "2019-12=3", "2019-20-Q3", NULL, "3" },
    { QTR_MEASURE_LEVEL, "2019-10=1 2019-11=2", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_LEVEL, "2020-03=8", "2019/20", NULL, "8" },
    { QTR_MEASURE_LEVEL, "2019-11=1~ 2019-12=3|4", "2019-20-Q3", NULL, "4 was 3" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=208|215", "2019-20-Q3", NULL, "215 was 208" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=208|215|215", "2019-20-Q3", NULL, "215 was 208" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=208~|208", "2019-20-Q3", NULL, "208" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=208|208.0", "2019-20-Q3", NULL, "208.0" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=5 2019-20-Q3=6", "2019-20-Q3", NULL, "5" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=5 2019-20-Q3=6", "2019-20-Q3", NULL, "6" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=5 2019-20-Q3=6", "2019-20-Q3", "North", "5" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=5", "2019-20-Q3", NULL, "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q3=5", "2019-20-Q3", "North", "gap" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan (rows[i].kind, rows[i].observations);
    QtrPoint point = qtr_series_get_point (plan, NULL, qtr_list_get (plan->measures, 0),
                                           parse_period (rows[i].period), rows[i].area);
    g_autofree char *found = describe (point);

    g_test_message ("%s in %s", rows[i].observations, rows[i].period);
    g_assert_cmpstr (found, ==, rows[i].expected);
    g_assert_cmpint (qtr_period_compare (point.period, parse_period (rows[i].period)), ==, 0);
  }
}

static QtrMeasure *
make_measure (const char *id, const char *unit, const char *numerator, const char *denominator, int decimals,
              const char *observations)
{
  g_autoptr (QtrList) list = parse_observations (observations);

  return qtr_record_new (&qtr_measure_type, "id", id, "unit", unit, "numerator", numerator, "denominator",
                         denominator, "decimals", decimals, "observations", list, NULL);
}

static void
test_rate (void)
{
  static const struct {
    const char *unit;
    const char *own;
    const char *top;
    const char *bottom;
    int decimals;
    const char *expected;
  } rows[] = {
    { "%", "", "2019-20-Q3=1", "2019-20-Q3=3", 1, "33.3" },
    { "%", "", "2019-20-Q3=2", "2019-20-Q3=3", 0, "67" },
    { "%", "", "2019-20-Q3=1", "2019-20-Q3=8", 2, "12.50" },
    { NULL, "", "2019-20-Q3=1", "2019-20-Q3=8", 2, "0.13" },
    { "per 1,000 people", "", "2019-20-Q3=1", "2019-20-Q3=8", 0, "125" },
    { "%", "", "2019-20-Q3=1", "2019-20-Q3=0", 1, "gap" },
    { "%", "", "2019-20-Q3=1", "", 1, "gap" },
    { "%", "", "2019-10=1 2019-11=2 2019-12=1", "2019-10=2 2019-11=8 2019-12=2~", 1, "33.3~" },
    { "%", "2019-20-Q3=50", "2019-20-Q3=1", "2019-20-Q3=3", 1, "50" },
    { "%", "2019-10=10 2019-11=10 2019-12=10", "", "", 1, "gap" },
    { "%", "", "2019-20-Q3=1|2", "2019-20-Q3=4", 0, "50 was 25" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrMeasure) top = make_measure ("top", NULL, NULL, NULL, 0, rows[i].top);
    g_autoptr (QtrMeasure) bottom = make_measure ("bottom", NULL, NULL, NULL, 0, rows[i].bottom);
    g_autoptr (QtrMeasure) rate =
        make_measure ("rate", rows[i].unit, "top", "bottom", rows[i].decimals, rows[i].own);
    gconstpointer all[] = { rate, top, bottom };
    g_autoptr (QtrList) measures = qtr_list_splice (NULL, 0, 0, all, G_N_ELEMENTS (all));
    g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "measures", measures, NULL);
    g_autofree char *found =
        describe (qtr_series_get_point (plan, NULL, rate, parse_period ("2019-20-Q3"), NULL));

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* A rate made of itself, as a hand may write it, is a gap and no endless loop. */
static void
test_rate_of_itself (void)
{
  g_autoptr (QtrMeasure) rate = make_measure ("rate", "%", "rate", "rate", 1, "");
  g_autoptr (QtrList) measures = qtr_list_append (NULL, rate);
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "measures", measures, NULL);
  QtrPoint point = qtr_series_get_point (plan, NULL, rate, parse_period ("2019-20-Q3"), NULL);

  g_assert_false (qtr_decimal_is_set (point.value));
}

static void
test_series (void)
{
  static const struct {
    const char *observations;
    QtrPeriodUnit unit;
    const char *until;
    const char *expected;
  } rows[] = {
    { "", QTR_PERIOD_QUARTER, NULL, "" },
    { "2019-20-Q1=1 2019-20-Q3=3", QTR_PERIOD_QUARTER, NULL, "2019-20-Q1=1 2019-20-Q2=gap 2019-20-Q3=3" },
    { "2019-20-Q1=1 2019-20-Q3=3", QTR_PERIOD_QUARTER, "2019-20-Q4",
      "2019-20-Q1=1 2019-20-Q2=gap 2019-20-Q3=3 2019-20-Q4=gap" },
    { "2019-20-Q1=1 2019-20-Q3=3", QTR_PERIOD_QUARTER, "2019-20-Q2", "2019-20-Q1=1 2019-20-Q2=gap" },
    { "2019-20-Q1=1", QTR_PERIOD_QUARTER, "2018-19-Q4", "" },
    { "2019-09=9 2019-10=1 2019-11=2 2019-12=3 2020-01=4", QTR_PERIOD_QUARTER, NULL, "2019-20-Q3=6" },
    { "2019-10=1 2019-11=2", QTR_PERIOD_MONTH, "2019-20-Q3", "2019-10=1 2019-11=2 2019-12=gap" },
    { "2018/19=7 2019-20-Q1=1 2019-20-Q2=1 2019-20-Q3=1 2019-20-Q4=1", QTR_PERIOD_YEAR, NULL,
      "2018/19=7 2019/20=4" },
    { "2018/19=7 2019-20-Q1=1 2019-20-Q2=1 2019-20-Q3=1 2019-20-Q4=1", QTR_PERIOD_YEAR, "2019-20-Q3",
      "2018/19=7" },
    { "2019-20-Q1@North=1", QTR_PERIOD_QUARTER, NULL, "" },
    { "2019-20-Q1=1", QTR_PERIOD_MONTH, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan (QTR_MEASURE_FLOW, rows[i].observations);
    g_autoptr (GArray) points = qtr_series_new (plan, NULL, qtr_list_get (plan->measures, 0), rows[i].unit,
                                                parse_period (rows[i].until), NULL);
    g_autoptr (GString) found = g_string_new (NULL);

    for (guint j = 0; j < points->len; j++) {
      g_autofree char *period = qtr_period_to_string (g_array_index (points, QtrPoint, j).period);
      g_autofree char *value = describe (g_array_index (points, QtrPoint, j));

      g_string_append_printf (found, "%s%s=%s", j == 0 ? "" : " ", period, value);
    }
    g_assert_cmpstr (found->str, ==, rows[i].expected);
  }
}

static void
test_stretches (void)
{
  static const struct {
    QtrMeasureKind kind;
    const char *observations;
    const char *period;
    const char *year_to_date;
    const char *rolling_year;
  } rows[] = {
    { QTR_MEASURE_FLOW, "2018-19-Q4=8 2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=4~", "2019-20-Q3", "7~", "15~" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=4", "2019-20-Q3", "7", "gap" },
    { QTR_MEASURE_FLOW, "2018-19-Q4=8 2019-20-Q1=1 2019-20-Q3=4", "2019-20-Q3", "gap", "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1|3 2019-20-Q2=2", "2019-20-Q2", "5 was 3", "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1", "2019-20-Q1", "1", "gap" },
    { QTR_MEASURE_FLOW, "2019-04=1 2019-05=2 2019-06=3 2019-20-Q2=4", "2019-20-Q2", "10", "gap" },
    { QTR_MEASURE_FLOW, "2019-04=1 2019-05=2", "2019-05", "3", "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q1=1 2019-20-Q2=2 2019-20-Q3=4 2019-20-Q4=8", "2019-20-Q4", "15", "15" },
    { QTR_MEASURE_FLOW, "2019/20=15", "2019-20-Q4", "15", "15" },
    { QTR_MEASURE_FLOW, "2019/20=15", "2019-20-Q3", "gap", "gap" },
    { QTR_MEASURE_FLOW, "2019/20=15", "2019/20", "15", "15" },
    { QTR_MEASURE_LEVEL, "2019-20-Q1=1 2019-20-Q3=4", "2019-20-Q3", "4", "4" },
    { QTR_MEASURE_LEVEL, "2019-20-Q1=1 2019-20-Q2=4", "2019-20-Q3", "gap", "gap" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) made = make_plan (rows[i].kind, rows[i].observations);
    g_autoptr (QtrPlan) plan = qtr_record_with (made, "first_month", 4, NULL);
    const QtrMeasure *measure = qtr_list_get (plan->measures, 0);
    QtrPeriod period = parse_period (rows[i].period);
    g_autofree char *year = describe (qtr_series_get_year_to_date (plan, NULL, measure, period, NULL));
    g_autofree char *rolling = describe (qtr_series_get_rolling_year (plan, NULL, measure, period, NULL));

    g_test_message ("%s to %s", rows[i].observations, rows[i].period);
    g_assert_cmpstr (year, ==, rows[i].year_to_date);
    g_assert_cmpstr (rolling, ==, rows[i].rolling_year);
  }
}

/* A year's rate is that of the year's sums, not of the quarters' rates. */
static void
test_stretch_of_rate (void)
{
  g_autoptr (QtrMeasure) top = make_measure ("top", NULL, NULL, NULL, 0, "2019-20-Q1=1 2019-20-Q2=3");
  g_autoptr (QtrMeasure) bottom = make_measure ("bottom", NULL, NULL, NULL, 0, "2019-20-Q1=10 2019-20-Q2=6");
  g_autoptr (QtrMeasure) rate = make_measure ("rate", "%", "top", "bottom", 1, "2019-20-Q2=50");
  gconstpointer all[] = { rate, top, bottom };
  g_autoptr (QtrList) measures = qtr_list_splice (NULL, 0, 0, all, G_N_ELEMENTS (all));
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "first_month", 4, "measures", measures, NULL);
  g_autofree char *found =
      describe (qtr_series_get_year_to_date (plan, NULL, rate, parse_period ("2019-20-Q2"), NULL));

  g_assert_cmpstr (found, ==, "25.0");
}

/* County has North and South; South has East and West. */
static QtrList *
make_areas (void)
{
  static const char *const names[] = { "East", "West", "North" };
  g_autoptr (QtrArea) east = qtr_record_new (&qtr_area_type, "name", names[0], NULL);
  g_autoptr (QtrArea) west = qtr_record_new (&qtr_area_type, "name", names[1], NULL);
  g_autoptr (QtrArea) north = qtr_record_new (&qtr_area_type, "name", names[2], NULL);
  gconstpointer of_south[] = { east, west };
  g_autoptr (QtrList) within_south = qtr_list_splice (NULL, 0, 0, of_south, 2);
  g_autoptr (QtrArea) south = qtr_record_new (&qtr_area_type, "name", "South", "areas", within_south, NULL);
  gconstpointer of_county[] = { north, south };
  g_autoptr (QtrList) within_county = qtr_list_splice (NULL, 0, 0, of_county, 2);
  g_autoptr (QtrArea) county =
      qtr_record_new (&qtr_area_type, "name", "County", "areas", within_county, NULL);

  return qtr_list_append (NULL, county);
}

static void
test_areas (void)
{
  static const struct {
    QtrMeasureKind kind;
    const char *observations;
    const char *area;
    const char *expected;
  } rows[] = {
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=1 2019-20-Q3@South=2", "County", "3" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=1 2019-20-Q3@East=2 2019-20-Q3@West=4~", "County", "7~" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=1 2019-20-Q3@East=2", "County", "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@East=2 2019-20-Q3@West=-", "South", "gap" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=1 2019-20-Q3@South=2 2019-20-Q3@County=9", "County", "9" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@East=2 2019-20-Q3@West=4", "East", "2" },
    { QTR_MEASURE_FLOW, "2019-20-Q3@North=1 2019-20-Q3@South=2", NULL, "gap" },
    { QTR_MEASURE_FLOW,
      "2019-10@East=1 2019-11@East=1 2019-12@East=1 2019-10@West=2 2019-11@West=2 2019-12@West=2", "South",
      "9" },
    { QTR_MEASURE_LEVEL, "2019-20-Q3@North=1 2019-20-Q3@South=2", "County", "gap" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) made = make_plan (rows[i].kind, rows[i].observations);
    g_autoptr (QtrList) areas = make_areas ();
    g_autoptr (QtrPlan) plan = qtr_record_with (made, "areas", areas, NULL);
    g_autofree char *found = describe (qtr_series_get_point (plan, NULL, qtr_list_get (plan->measures, 0),
                                                             parse_period ("2019-20-Q3"), rows[i].area));

    g_test_message ("%s in %s", rows[i].observations, rows[i].area);
    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* A published update reads what it told; whoever looks now reads what took its place. */
static void
test_knower (void)
{
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2019-20-Q3", NULL);
  g_autoptr (QtrStatus) status =
      qtr_record_new (&qtr_status_type, "update", "u", "state", (int) QTR_STATE_PUBLISHED, NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrList) statuses = qtr_list_append (NULL, status);
  g_autoptr (QtrPlan) made = make_plan (QTR_MEASURE_FLOW, "2019-10=1 2019-11=2|5 2019-12=3");
  g_autoptr (QtrPlan) plan = qtr_record_with (made, "updates", updates, "statuses", statuses, NULL);
  const QtrMeasure *measure = qtr_list_get (plan->measures, 0);
  g_autofree char *now =
      describe (qtr_series_get_point (plan, NULL, measure, parse_period ("2019-20-Q3"), NULL));
  g_autofree char *then =
      describe (qtr_series_get_point (plan, update, measure, parse_period ("2019-20-Q3"), NULL));

  g_assert_cmpstr (now, ==, "9 was 6");
  g_assert_cmpstr (then, ==, "6");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/point", test_point);
  g_test_add_func ("/series/rate", test_rate);
  g_test_add_func ("/series/rate-of-itself", test_rate_of_itself);
  g_test_add_func ("/series/series", test_series);
  g_test_add_func ("/series/stretches", test_stretches);
  g_test_add_func ("/series/stretch-of-rate", test_stretch_of_rate);
  g_test_add_func ("/series/areas", test_areas);
  g_test_add_func ("/series/knower", test_knower);
  return g_test_run ();
}
