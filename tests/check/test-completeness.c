/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tests/check/plans.h"

static GPtrArray *
run (const QtrPlan *plan)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, plan, get_quarter (), NULL);
}

static void
assert_findings (const QtrPlan *plan, const char *expected)
{
  g_autoptr (GPtrArray) findings = run (plan);
  g_autofree char *found = describe_findings (findings);

  g_assert_cmpstr (found, ==, expected);
}

/* One change to the complete plan: a field of a record set to a text, or a record removed. */
static void
test_changes (void)
{
  static const struct {
    const char *record;
    const char *field;
    const char *value;
    const char *expected;
  } rows[] = {
    { "plan", "title", "Other", "" },
    { "u", "marking", NULL, "missing-front-matter@marking" },
    { "u", "title", " ", "missing-front-matter@title" },
    { "u", "plan_period", NULL, "missing-front-matter@plan_period" },
    { "u", "data_to", NULL, "missing-front-matter@data_to" },
    { "u", "version", NULL, "missing-front-matter@version" },
    { "u", "produced", NULL, "missing-front-matter@produced" },
    { "u", "produced_by", NULL, "missing-front-matter@produced_by" },
    /* Data that end sooner make the quarter before fall due, of which these measures know nothing. */
    { "u", "data_to", "2019-11",
      "missing-figure@m1 missing-figure@m2 missing-figure@m3 missing-figure@m4 missing-figure@m5" },
    { "s-c11", NULL, NULL, "missing-commitment@c11" },
    { "s-c21", NULL, NULL, "missing-priority@p2" },
    { "b12a", NULL, NULL, "missing-commitment@c12" },
    { "b21a", NULL, NULL, "missing-priority@p2" },
    { "c21", NULL, NULL, "" },
    { "p2", NULL, NULL, "" },
    { "c21", "until", "2019-20-Q2", "" },
    { "c21", "from", "2019-20-Q4", "" },
    { "p2", "until", "2019-20-Q2", "" },
    { "b11aa", "text", NULL, "empty-bullet@b11aa" },
    { "b11b", "text", " \u00a0\n", "empty-bullet@b11b" },
    { "b11a", "text", NULL, "" },
    { "m1", "retired_from", "2019-20-Q3", "" },
    { "m1", "retired_from", "2019-20-Q4", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) changed =
        rows[i].field == NULL ? qtr_edit_remove (plan, rows[i].record)
                              : qtr_edit_set (plan, rows[i].record, rows[i].field, rows[i].value, NULL);

    g_test_message ("%s %s", rows[i].record, rows[i].field == NULL ? "removed" : rows[i].field);
    assert_findings (changed, rows[i].expected);
  }
}

static void
test_nil_return (void)
{
  static const struct {
    const char *commitment;
    const char *reason;
    const char *expected;
  } rows[] = {
    { "c12", "Nothing was due.", "" },         { "c12", NULL, "missing-commitment@c12" },
    { "c12", "  ", "missing-commitment@c12" }, { "c21", "Nothing was due.", "" },
    { "c21", NULL, "missing-priority@p2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) emptied = qtr_edit_set_bullets (plan, "u", rows[i].commitment, NULL);
    g_autoptr (QtrPlan) nil =
        qtr_edit_set_nil_return (emptied, "u", rows[i].commitment, TRUE, rows[i].reason);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    assert_findings (nil, rows[i].expected);
  }
}

static QtrPlan *
with_observations (const char *measure, int last_year, const char *area)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrList) list = make_observations (2018, last_year);
  g_autoptr (QtrPlan) changed = qtr_edit_set (plan, measure, "observations", list, NULL);

  if (area != NULL)
    for (guint i = 0; i < qtr_list_length (list); i++) {
      const QtrRecord *observation = qtr_list_get (list, i);
      g_autoptr (QtrPlan) before = g_steal_pointer (&changed);

      changed = qtr_edit_set (before, observation->id, "area", area, NULL);
    }
  return g_steal_pointer (&changed);
}

static QtrPlan *
observe_in (const QtrPlan *plan, const char *measure, QtrPeriod period, const char *area)
{
  g_autoptr (QtrVintage) vintage = qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { 7, 0 }), NULL);

  return qtr_edit_observe (plan, measure, period, area, vintage);
}

static QtrPlan *
observe (const QtrPlan *plan, const char *measure, const char *area)
{
  return observe_in (plan, measure, get_quarter (), area);
}

static void
test_figures (void)
{
  g_autoptr (QtrPlan) gone = with_observations ("m1", 2018, NULL);
  g_autoptr (QtrPlan) back = observe (gone, "m1", NULL);
  g_autoptr (QtrPlan) late = qtr_edit_set (gone, "m1", "lag", 1, NULL);
  g_autoptr (QtrPlan) known = observe_in (late, "m1", qtr_period_add (get_quarter (), -1), NULL);
  g_autoptr (QtrPlan) later = qtr_edit_set (known, "u", "data_to", "2020-01", NULL);
  g_autoptr (QtrPlan) yearly = qtr_edit_set (gone, "m1", "frequency", (int) QTR_FREQUENCY_YEAR, NULL);
  g_autoptr (QtrPlan) part = with_observations ("m4", 2018, NULL);
  g_autoptr (QtrPlan) loose = with_observations ("m5", 2018, NULL);
  g_autoptr (QtrPlan) both = qtr_edit_set (part, "u", "version", NULL, NULL);

  assert_findings (gone, "missing-figure@m1");
  assert_findings (back, "");
  /* What comes a month late is asked for in the quarter after its own. */
  assert_findings (late, "missing-figure@m1");
  assert_findings (known, "");
  assert_findings (later, "missing-figure@m1");
  assert_findings (yearly, "");
  /* The rate cannot be computed without its part. */
  assert_findings (part, "missing-figure@m2 missing-figure@m4");
  assert_findings (loose, "missing-figure@m5");
  assert_findings (both, "missing-front-matter@version missing-figure@m2 missing-figure@m4");
}

/* The year's own figure is asked for in the quarter that ends it. */
static void
test_yearly_figure (void)
{
  g_autoptr (QtrPlan) whole = make_plan ();
  const QtrMeasure *alone = qtr_list_get (whole->measures, 0);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, alone);
  g_autoptr (QtrPlan) plan = qtr_edit_set (whole, "plan", "measures", measures, NULL);
  g_autoptr (QtrPlan) yearly = qtr_edit_set (plan, "m1", "frequency", (int) QTR_FREQUENCY_YEAR, NULL);
  g_autoptr (QtrPlan) turned = qtr_edit_set (yearly, "plan", "first_month", 1, NULL);
  g_autoptr (QtrPlan) renamed = qtr_edit_set (turned, "u", "quarter", "2019Q4", NULL);
  g_autoptr (QtrPlan) entered =
      observe_in (renamed, "m1", qtr_period_from_date (QTR_PERIOD_YEAR, 2019, 1, 1), NULL);

  assert_findings (renamed, "missing-figure@m1");
  assert_findings (entered, "");
}

/* A measure that is kept by area alone is not asked for the whole. */
static void
test_figures_by_area (void)
{
  g_autoptr (QtrPlan) north = with_observations ("m1", 2019, "North");
  g_autoptr (QtrPlan) south = with_observations ("m1", 2018, "South");
  g_autoptr (QtrPlan) other = observe (south, "m1", "North");
  g_autoptr (QtrPlan) whole = observe (south, "m1", NULL);
  g_autoptr (GPtrArray) findings = NULL;

  assert_findings (north, "");
  assert_findings (south, "missing-figure@m1");
  assert_findings (whole, "");
  /* South had no value the quarter before, so nobody waits for one. */
  assert_findings (other, "");

  {
    g_autoptr (QtrPlan) before = observe_in (other, "m1", qtr_period_add (get_quarter (), -1), "South");

    findings = run (before);
    g_assert_cmpuint (findings->len, ==, 1);
    g_assert_nonnull (strstr (((QtrFinding *) findings->pdata[0])->message, "South"));
    g_assert_null (strstr (((QtrFinding *) findings->pdata[0])->message, "North"));
  }
}

/* Whatever has a place says all of it, and messages name the thing. */
static void
test_places_and_messages (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) less = qtr_edit_remove (plan, "s-c21");
  g_autoptr (QtrPlan) emptied = qtr_edit_set (less, "b11aa", "text", NULL, NULL);
  g_autoptr (QtrPlan) both = qtr_edit_remove (emptied, "s-c12");
  g_autoptr (GPtrArray) findings = run (both);
  const QtrFinding *bullet = NULL;
  const QtrFinding *commitment = NULL;
  const QtrFinding *priority = NULL;

  g_assert_cmpuint (findings->len, ==, 3);
  bullet = findings->pdata[0];
  commitment = findings->pdata[1];
  priority = findings->pdata[2];

  g_assert_cmpstr (bullet->place.bullet, ==, "b11aa");
  g_assert_cmpstr (bullet->place.commitment, ==, "c11");
  g_assert_cmpstr (bullet->place.priority, ==, "p1");
  g_assert_cmpint (bullet->place.priority_number, ==, 1);
  g_assert_cmpint (qtr_period_compare (bullet->place.quarter, get_quarter ()), ==, 0);
  g_assert_cmpint (bullet->start, ==, -1);

  g_assert_cmpstr (commitment->place.commitment, ==, "c12");
  g_assert_null (commitment->place.bullet);
  g_assert_cmpstr (
      commitment->message, ==,
      "Under Priority 1, “Answer.” has no report for Q3 2019/20: write it, or give a nil return with "
      "its reason.");

  g_assert_cmpint (priority->place.priority_number, ==, 2);
  g_assert_null (priority->place.commitment);
  g_assert_cmpstr (
      priority->message, ==,
      "Priority 2 “Calmer roads” has no report for Q3 2019/20: write it, or give a nil return with its "
      "reason.");
  g_assert_cmpuint (qtr_findings_count (findings, QTR_SEVERITY_ERROR), ==, 3);
  g_assert_cmpuint (qtr_findings_count (findings, QTR_SEVERITY_WARNING), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/completeness/changes", test_changes);
  g_test_add_func ("/completeness/nil-return", test_nil_return);
  g_test_add_func ("/completeness/figures", test_figures);
  g_test_add_func ("/completeness/yearly-figure", test_yearly_figure);
  g_test_add_func ("/completeness/figures-by-area", test_figures_by_area);
  g_test_add_func ("/completeness/places-and-messages", test_places_and_messages);
  return g_test_run ();
}
