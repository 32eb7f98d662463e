/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/measure.h"

#include "tests/check/plans.h"

/*
 * The small plan, with a measure for each kind of question: walks (a flow, by quarter), wardens (a level),
 * and the share of lamps that are lit.
 */

static const char *const AGAINST[] = { "comparator-mismatch", "figure-mismatch",
                                       "two-values",          "target-mismatch",
                                       "extreme-mismatch",    "trend-mismatch",
                                       "direction-mismatch",  NULL };

static QtrObservation *
make_observation (const char *period, const char *area, const char *values)
{
  g_auto (GStrv) each = g_strsplit (values, ">", -1);
  g_autoptr (GPtrArray) vintages = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; each[i] != NULL; i++) {
    QtrDecimal value = QTR_DECIMAL_NONE;

    g_assert_true (qtr_decimal_parse (each[i], &value, NULL));
    g_ptr_array_add (vintages, qtr_record_new (&qtr_vintage_type, "value", value, NULL));
  }
  list = qtr_list_new_from_array (vintages);
  return qtr_record_new (&qtr_observation_type, "period", period, "area", area, "vintages", list, NULL);
}

/* "2019-20-Q3=124 2018-19-Q3@North=110>112" */
static QtrList *
read_observations (const char *text)
{
  g_auto (GStrv) each = g_strsplit (text, " ", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; each[i] != NULL; i++) {
    g_auto (GStrv) sides = g_strsplit (each[i], "=", 2);
    g_auto (GStrv) where = g_strsplit (sides[0], "@", 2);

    g_ptr_array_add (all, make_observation (where[0], where[1], sides[1]));
  }
  return qtr_list_new_from_array (all);
}

static const struct {
  const char *id;
  const char *name;
  const char *unit;
  QtrMeasureKind kind;
  QtrGood good;
  int decimals;
  gint64 target;
  const char *observations;
} measures[] = {
  { "walks", "Night walks by wardens", "walks", QTR_MEASURE_FLOW, QTR_GOOD_UP, 0, 130,
    "2017-18-Q3=131 2018-19-Q3=110 2019-20-Q2=118 2019-20-Q3=124 2018-19-Q3@North=40 2019-20-Q3@North=52" },
  { "thefts", "Thefts from shops", "thefts", QTR_MEASURE_FLOW, QTR_GOOD_DOWN, 0, 300,
    "2018-19-Q3=352>360 2019-20-Q2=330 2019-20-Q3=315" },
  { "lamps", "Street lamps lit", "%", QTR_MEASURE_LEVEL, QTR_GOOD_UP, 1, 90,
    "2018-19-Q3=88.1 2019-20-Q2=91.4 2019-20-Q3=92.5" },
};

static QtrPlan *
add_measure (const QtrPlan *plan, gsize index)
{
  static const char *const priorities[] = { "p1" };
  g_autoptr (QtrList) observations = read_observations (measures[index].observations);
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (priorities, G_N_ELEMENTS (priorities));
  g_autoptr (QtrList) targets = take_list (
      qtr_record_new (&qtr_target_type, "value", ((QtrDecimal) { measures[index].target, 0 }), NULL), NULL);
  g_autoptr (QtrMeasure) measure = qtr_record_new (
      &qtr_measure_type, "id", measures[index].id, "name", measures[index].name, "unit", measures[index].unit,
      "kind", (int) measures[index].kind, "good", (int) measures[index].good, "decimals",
      measures[index].decimals, "priorities", tokens, "targets", targets, "observations", observations, NULL);

  return qtr_edit_insert (plan, plan->record.id, "measures", G_MAXUINT, measure);
}

static QtrPlan *
make_measured_plan (void)
{
  QtrPlan *plan = make_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    g_autoptr (QtrPlan) before = plan;

    plan = add_measure (before, i);
  }
  return plan;
}

static GPtrArray *
run (QtrChecker *checker, const QtrPlan *plan)
{
  return qtr_checker_run (checker, plan, get_quarter (), &(QtrCheckerOptions) { .rules = AGAINST });
}

static void
assert_found (const QtrPlan *plan, const char *rule, const char *text, const char *fix)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = run (checker, plan);
  const QtrFinding *finding = NULL;

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("  %s", ((QtrFinding *) findings->pdata[i])->message);
  g_assert_cmpuint (findings->len, ==, rule == NULL ? 0 : 1);
  if (rule == NULL)
    return;
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, rule);
  g_assert_cmpstr (finding->text, ==, text);
  g_assert_cmpstr (finding->fix == NULL ? NULL : finding->fix->replacement, ==, fix);
}

/* A sentence, and what the measures say to it: the rule, the words, the fix. */
static const struct {
  const char *text;
  const char *rule;
  const char *found;
  const char *fix;
} rows[] = {
  /* What a measure knows. */
  { "Wardens made 142 night walks.", "figure-mismatch", "142", "124" },
  { "Wardens made 124 night walks.", NULL, NULL, NULL },
  { "Wardens made about 120 night walks.", NULL, NULL, NULL },
  { "Wardens made more than 100 night walks.", NULL, NULL, NULL },
  { "Wardens made more than 130 night walks.", "figure-mismatch", "130", "124" },
  { "Street lamps were lit in 92% of cases.", NULL, NULL, NULL },
  { "There were 351 thefts from shops between October and December.", "figure-mismatch", "351", "315" },
  /* Another time, another part, another thing. */
  { "Wardens made 142 night walks since April.", NULL, NULL, NULL },
  { "Wardens made 42 night walks in November.", NULL, NULL, NULL },
  { "Wardens made 12 night walks a week.", NULL, NULL, NULL },
  { "Of the walks, 42 were night walks by wardens with children.", NULL, NULL, NULL },
  { "Wardens made 142 guided night walks.", NULL, NULL, NULL },
  { "Wardens made 142 day trips.", NULL, NULL, NULL },
  { "Wardens made 42 night walks in Stoke Alder.", NULL, NULL, NULL },
  { "Wardens made 98 night walks outside schools.", NULL, NULL, NULL },
  { "Wardens made 98 night walks, most of them outside schools.", "figure-mismatch", "98", "124" },
  { "Wardens made 84 night walks by the river and 40 in town, 124 in all.", NULL, NULL, NULL },
  { "Wardens plan a target of 150 for night walks.", NULL, NULL, NULL },
  { "Night walks by wardens were corrected to 126.", NULL, NULL, NULL },
  /* What it was before. */
  { "Wardens made 124 night walks, compared with 101 in the same quarter last year.", "comparator-mismatch",
    "101", "110" },
  { "Wardens made 124 night walks, compared with 110 in the same quarter last year.", NULL, NULL, NULL },
  { "Wardens made 124 night walks, compared with 119 in the previous quarter.", "comparator-mismatch", "119",
    "118" },
  { "There were 315 thefts from shops, down from 352 in the same quarter last year.", NULL, NULL, NULL },
  { "There were 315 thefts from shops, down from 360 in the same quarter last year.", NULL, NULL, NULL },
  { "There were 315 thefts from shops, down from 356 in the same quarter last year.", "comparator-mismatch",
    "356", "360" },
  /* Which way it went. */
  { "Night walks by wardens fell to 124.", "direction-mismatch", "fell", NULL },
  { "Night walks by wardens rose to 124.", NULL, NULL, NULL },
  { "Thefts from shops rose to 315 on the same quarter last year.", "direction-mismatch", "rose", NULL },
  { "Thefts from shops did not rise to 315.", NULL, NULL, NULL },
  /* Extremes. */
  { "Wardens made 124 night walks, the most in any quarter so far.", "extreme-mismatch", "most", NULL },
  { "Wardens made 124 night walks, the highest number ever.", "extreme-mismatch", "highest", NULL },
  { "Wardens made 124 night walks, the highest number since 2018.", NULL, NULL, NULL },
  { "Wardens made 124 night walks, the highest number since 2016.", "extreme-mismatch", "highest", NULL },
  { "There were 315 thefts from shops, the lowest number on record.", NULL, NULL, NULL },
  { "There were 315 thefts from shops, a record high.", "extreme-mismatch", "record", NULL },
  { "There were 315 thefts from shops, the most of them in the highest month of the year.", NULL, NULL,
    NULL },
  /* Targets. */
  { "Wardens made 124 night walks, so the target was met.", "target-mismatch", "met", NULL },
  { "Wardens made 124 night walks, so the target was not met.", NULL, NULL, NULL },
  { "Wardens made 124 night walks, above the target.", "target-mismatch", "above", NULL },
  { "Wardens made 124 night walks, below the target of 130.", NULL, NULL, NULL },
  { "Wardens made 124 night walks, below the target of 125.", "figure-mismatch", "125", "130" },
  { "Street lamps lit stood at 92.5%, which exceeds the target.", NULL, NULL, NULL },
  { "Street lamps lit stood at 92.5% and missed the target.", "target-mismatch", "missed", NULL },
  { "Thefts from shops came to 315 and are on track.", "target-mismatch", "track", NULL },
};

static void
test_measures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_measured_plan ();
    g_autoptr (QtrPlan) said = qtr_edit_set (plan, "b11b", "text", rows[i].text, NULL);

    g_test_message ("%s", rows[i].text);
    assert_found (said, rows[i].rule, rows[i].found, rows[i].fix);
  }
}

static void
test_areas (void)
{
  static const struct {
    const char *area;
    const char *text;
    const char *rule;
    const char *fix;
  } cases[] = {
    { "North", "Wardens made 25 night walks.", "figure-mismatch", "52" },
    { "North", "Wardens made 52 night walks.", NULL, NULL },
    { "South", "Wardens made 25 night walks.", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) plan = make_measured_plan ();
    g_autoptr (QtrPlan) there = qtr_edit_set (plan, "b11b", "area", cases[i].area, NULL);
    g_autoptr (QtrPlan) said = qtr_edit_set (there, "b11b", "text", cases[i].text, NULL);

    g_test_message ("%s: %s", cases[i].area, cases[i].text);
    assert_found (said, cases[i].rule, "25", cases[i].fix);
  }
}

/* A bullet of the year before, one of now, and whether the one is told to be restated. */
static const struct {
  const char *before;
  const char *now;
  const char *found;
} updates[] = {
  { "Rangers led 64 school tours in the quarter.",
    "Rangers led 71 school tours, up from 60 in the same quarter last year.", "60" },
  { "Rangers led 64 school tours in the quarter.",
    "Rangers led 71 school tours, up from 64 in the same quarter last year.", NULL },
  { "Rangers led 64 school tours in the quarter.",
    "Rangers led 71 school tours, up from 60 in the same quarter last year, as since revised.", NULL },
  { "Rangers led 64 harbour tours in the quarter.",
    "Rangers led 71 school tours, up from 60 in the same quarter last year.", NULL },
  { "Rangers led 64 school tours between April and December.",
    "Rangers led 71 school tours, up from 60 in the same quarter last year.", NULL },
  { "Rangers led 64 school tours in the quarter.",
    "Rangers led 71 school tours, up from 60 in the previous quarter.", NULL },
  { "Rangers led 64 school tours in Stoke Alder.",
    "Rangers led 71 school tours, up from 60 in the same quarter last year.", NULL },
  { "Rangers led 64 tours and planted 41 trees.",
    "Rangers led 71 tours and planted 61 trees, compared with 64 tours and 45 trees in the same quarter last year.",
    "45" },
  { "There were 41 house fires in the quarter.",
    "There were 31 house fires. This compares with 44 in the same quarter last year.", "44" },
  { "Complaints were answered in 77% of cases.",
    "Complaints were answered in 82% of cases, up from 79% of cases in the same quarter last year.", "79%" },
  { "The number of school tours led by rangers stood at 64.",
    "The number of school tours led by rangers stood at 71, compared with 60 a year ago.", "60" },
};

static QtrPlan *
add_year_before (const QtrPlan *plan, const char *text)
{
  g_autoptr (QtrList) sections =
      take_list (make_section ("c12", take_list (make_bullet ("old", text, NULL), NULL)), NULL);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "u-before", "quarter", "2018-19-Q3",
                                                 "sections", sections, NULL);

  return qtr_edit_insert (plan, plan->record.id, "updates", 0, update);
}

static void
test_updates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (updates); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) both = add_year_before (plan, updates[i].before);
    g_autoptr (QtrPlan) said = qtr_edit_set (both, "b12a", "text", updates[i].now, NULL);

    g_test_message ("%s", updates[i].now);
    assert_found (said, updates[i].found == NULL ? NULL : "comparator-mismatch", updates[i].found, NULL);
  }
}

static const struct {
  const char *first;
  const char *second;
  gboolean differ;
} pairs[] = {
  { "The library lent 1,204 books to schools.", "The library lent 1,240 books to schools.", TRUE },
  { "The library lent 1,204 books to schools.", "The library lent 1,204 books to schools.", FALSE },
  { "The library lent 1,204 books to schools.", "The library lent about 1,200 books to schools.", FALSE },
  { "The library lent 1,204 books to schools.", "The library lent 940 books to hospitals.", FALSE },
  { "Officers made 12 arrests in Operation Alder.", "Officers made 14 arrests in Operation Birch.", FALSE },
  { "Officers made 12 arrests.", "Officers made 14 arrests for theft.", FALSE },
  { "In November the library lent 1,204 books to schools.",
    "In December the library lent 1,240 books to schools.", FALSE },
};

static void
test_two_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) first = qtr_edit_set (plan, "b11b", "text", pairs[i].first, NULL);
    g_autoptr (QtrPlan) both = qtr_edit_set (first, "b21a", "text", pairs[i].second, NULL);
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings = run (checker, both);
    g_autofree char *found = describe_findings (findings);

    g_test_message ("%s", pairs[i].second);
    g_assert_cmpstr (found, ==, pairs[i].differ ? "two-values@b11b two-values@b21a" : "");
  }
}

/* A trend is one that the process limits of the series tell. */
static void
test_trend (void)
{
  static const struct {
    const char *text;
    gboolean rises;
    const char *rule;
  } cases[] = {
    { "Calls from ships came to 110, an upward trend.", FALSE, "trend-mismatch" },
    { "Calls from ships came to 130, an upward trend.", TRUE, NULL },
    { "Calls from ships came to 130, a downward trend.", TRUE, "trend-mismatch" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) said = qtr_edit_set (plan, "b11b", "text", cases[i].text, NULL);
    g_autoptr (QtrPlan) with_measure = NULL;
    g_autoptr (QtrMeasure) measure = NULL;
    g_autoptr (QtrList) observations = NULL;

    for (int month = 0; month < 16; month++) {
      QtrPeriod quarter = qtr_period_add (get_quarter (), month - 15);
      g_autofree char *period = qtr_period_to_string (quarter);
      g_autofree char *value = g_strdup_printf (
          "%d", cases[i].rises ? (month < 8 ? 100 + month % 2 : 95 + month * 35 / 15) : 110 + month % 3 * 6);

      g_ptr_array_add (all, make_observation (period, NULL, value));
    }
    observations = qtr_list_new_from_array (all);
    measure = qtr_record_new (&qtr_measure_type, "id", "calls", "name", "Calls from ships", "unit", "calls",
                              "observations", observations, NULL);
    with_measure = qtr_edit_insert (said, "plan", "measures", G_MAXUINT, measure);
    g_test_message ("%s", cases[i].text);
    assert_found (with_measure, cases[i].rule, "trend", NULL);
  }
}

/* A keystroke in one bullet reads no other. */
static void
test_remembers (void)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (QtrPlan) plan = make_measured_plan ();
  g_autoptr (QtrPlan) both = add_year_before (plan, "Rangers led 64 school tours.");
  g_autoptr (QtrPlan) said = qtr_edit_set (both, "b11b", "text", "Wardens made 124 night walks", NULL);
  g_autoptr (QtrPlan) more = qtr_edit_set (said, "b11b", "text", "Wardens made 124 night walks.", NULL);
  g_autoptr (QtrPlan) wrong = qtr_edit_set (more, "b11b", "text", "Wardens made 142 night walks.", NULL);
  g_autoptr (GPtrArray) before = run (checker, said);
  guint64 evaluations = qtr_checker_get_evaluations (checker);
  g_autoptr (GPtrArray) same = run (checker, more);
  guint64 after_stop = qtr_checker_get_evaluations (checker);
  g_autoptr (GPtrArray) found = run (checker, wrong);

  g_assert_cmpuint (before->len + same->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 1);
  /* Its claims and its facts, which stay the same. */
  g_assert_cmpuint (after_stop - evaluations, ==, 2);
  /* Those again, what the priority's facts are laid beside, and what all facts are. */
  g_assert_cmpuint (qtr_checker_get_evaluations (checker) - after_stop, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/against/measures", test_measures);
  g_test_add_func ("/against/areas", test_areas);
  g_test_add_func ("/against/updates", test_updates);
  g_test_add_func ("/against/two-values", test_two_values);
  g_test_add_func ("/against/trend", test_trend);
  g_test_add_func ("/against/remembers", test_remembers);
  return g_test_run ();
}
