/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tests/check/plans.h"

#include "check/rule.h"

static GPtrArray *
run (QtrChecker *checker, const QtrPlan *plan)
{
  return qtr_checker_run (checker, plan, get_quarter (), NULL);
}

/* The families whose costs are told below; each of the others has a test of its own. */
static const char *const COUNTED[] = { "completeness", "conflicts", "claims", "against", "typography", NULL };

static GPtrArray *
run_counted (QtrChecker *checker, const QtrPlan *plan)
{
  return qtr_checker_run (checker, plan, get_quarter (), &(QtrCheckerOptions) { .families = COUNTED });
}

/* What a run after an edit costs, and that it says the same as a run that remembers nothing. */
static guint
count_evaluations (QtrChecker *checker, const QtrPlan *plan)
{
  g_autoptr (QtrChecker) fresh = qtr_checker_new ();
  g_autoptr (GPtrArray) expected = run_counted (fresh, plan);
  guint64 before = qtr_checker_get_evaluations (checker);
  g_autoptr (GPtrArray) found = run_counted (checker, plan);
  g_autofree char *expected_text = describe_findings (expected);
  g_autofree char *found_text = describe_findings (found);

  g_assert_cmpstr (found_text, ==, expected_text);
  g_assert_cmpuint (qtr_checker_get_size (checker), ==, qtr_checker_get_size (fresh));
  return (guint) (qtr_checker_get_evaluations (checker) - before);
}

/* How many rules look at each bullet, of the counted families. */
static guint
count_bullet_rules (void)
{
  guint n_rules = 0;
  guint n_found = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    n_found += rules[i].scope == QTR_SUBJECT_BULLET && rules[i].needs == QTR_NEEDS_NOTHING &&
               g_strv_contains (COUNTED, rules[i].family);

  return n_found;
}

static void
test_remembers (void)
{
  static const struct {
    const char *record;
    const char *field;
    const char *value;
    guint evaluations;
    guint n_bullets;
  } rows[] = {
    /* The bullet, its claims, the summary of its section and that of its facts, which are others: so what the
     * priority's facts and all facts are laid beside. */
    { "b11b", "text", "Two and a half.", 5, 1 },
    /* The bullet, the one around it, the claims of both, and the summaries of the section and of their facts.
     */
    { "b11aa", "text", "Further in.", 3, 2 },
    /* The front matter, and all five measures, as it might have moved to which month the data goes; and what
     * is said under it. */
    { "u", "version", "1.1", 7 },
    /* Its summary, the two reductions that quote it, and the facts that it is the context of. */
    { "c12", "text", "Answer soon.", 4 },
    /* One rule declares the plan's own fields, and looks at five measures. */
    { "plan", "title", "Another", 5 },
    /* The measure, and the facts of both priorities, which may be its values. */
    { "m1", "name", "Burglaries", 3 },
    /* The measure, the rate that it is part of, and those facts. */
    { "m3", "name", "Solved", 4 },
    /* The summary of the section that says no more, the two reductions over it, and the two over the facts.
     */
    { "b12a", NULL, NULL, 5 },
    /* The summary of the section, which says the same as before. */
    { "s-c11", "id", "s-other", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) changed =
        rows[i].field == NULL ? qtr_edit_remove (plan, rows[i].record)
                              : qtr_edit_set (plan, rows[i].record, rows[i].field, rows[i].value, NULL);

    g_test_message ("%s %s", rows[i].record, rows[i].field == NULL ? "removed" : rows[i].field);
    g_assert_cmpuint (count_evaluations (checker, plan), >, 15);
    g_assert_cmpuint (count_evaluations (checker, plan), ==, 0);
    g_assert_cmpuint (count_evaluations (checker, changed), ==,
                      rows[i].evaluations + rows[i].n_bullets * count_bullet_rules ());
    g_assert_cmpuint (count_evaluations (checker, changed), ==, 0);
  }
}

/* A plan that is equal but shares nothing costs all again, and says the same. */
static void
test_forgets (void)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  guint size = 0;

  for (guint i = 0; i < 20; i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (GPtrArray) findings = run (checker, plan);

    if (i == 0)
      size = qtr_checker_get_size (checker);
    g_assert_cmpuint (qtr_checker_get_size (checker), ==, size);
  }
}

/* A finding moves with its record, although its rule is not asked again. */
static void
test_moves (void)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) emptied = qtr_edit_set (plan, "b11b", "text", NULL, NULL);
  g_autoptr (GPtrArray) before = run (checker, emptied);
  g_autoptr (QtrPlan) moved = qtr_edit_move (emptied, "b11b", "s-c21", "bullets", 0);
  g_autoptr (QtrPlan) renumbered = qtr_edit_set (moved, "p2", "number", 5, NULL);
  g_autoptr (GPtrArray) after = run (checker, renumbered);
  const QtrFinding *finding = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (((QtrFinding *) before->pdata[0])->place.commitment, ==, "c11");
  g_assert_cmpuint (after->len, ==, 1);
  finding = after->pdata[0];
  g_assert_cmpstr (finding->place.commitment, ==, "c21");
  g_assert_cmpint (finding->place.priority_number, ==, 5);
}

/* In the order of the plan, whatever the order of the rules. */
static void
test_order (void)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (QtrPlan) plan = make_plan ();
  static const char *const emptied[] = { "b11aa", "b12a", "b21a" };
  static const char *const expected =
      "missing-front-matter@marking missing-front-matter@version empty-bullet@b11aa empty-bullet@b12a "
      "missing-figure@m1 empty-bullet@b21a missing-figure@m2 missing-figure@m3 missing-figure@m5";
  static const char *const unobserved[] = { "m5", "m3", "m1" };
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 3; i++) {
    g_autoptr (QtrPlan) before = g_steal_pointer (&plan);
    g_autoptr (QtrPlan) between = qtr_edit_set (before, emptied[i], "text", NULL, NULL);

    plan = qtr_edit_set (between, unobserved[i], "observations", NULL, NULL);
  }
  {
    g_autoptr (QtrPlan) before = g_steal_pointer (&plan);

    plan = qtr_edit_set (before, "u", "version", NULL, "marking", NULL, NULL);
  }

  findings = run (checker, plan);
  found = describe_findings (findings);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_options (void)
{
  static const struct {
    const char *family;
    const char *rule;
    const char *expected;
  } rows[] = {
    { NULL, NULL, "missing-front-matter@version empty-bullet@b12a" },
    { "completeness", NULL, "missing-front-matter@version empty-bullet@b12a" },
    { "claims", NULL, "" },
    { NULL, "empty-bullet", "empty-bullet@b12a" },
    { "completeness", "missing-front-matter", "missing-front-matter@version" },
    { "claims", "empty-bullet", "" },
  };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) emptied = qtr_edit_set (plan, "b12a", "text", NULL, NULL);
  g_autoptr (QtrPlan) unnamed = qtr_edit_set (emptied, "u", "version", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const char *const families[] = { rows[i].family, NULL };
    const char *const rules[] = { rows[i].rule, NULL };
    QtrCheckerOptions options = { rows[i].family == NULL ? NULL : families,
                                  rows[i].rule == NULL ? NULL : rules };
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings = qtr_checker_run (checker, unnamed, get_quarter (), &options);
    g_autofree char *found = describe_findings (findings);

    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* A text has lines and no plan. */
static void
test_text (void)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QtrList) bullets =
      take_list (make_bullet ("a", "Said.", take_list (make_bullet ("aa", NULL, NULL), NULL)),
                 make_bullet ("b", NULL, NULL), NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = qtr_checker_run_bullets (checker, NULL, NULL, NULL);
  g_autofree char *found = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_hash_table_insert (lines, (gpointer) "aa", GUINT_TO_POINTER (7));
  findings = qtr_checker_run_bullets (checker, bullets, lines, NULL);
  found = describe_findings (findings);
  g_assert_cmpstr (found, ==, "empty-bullet@aa empty-bullet@b");
  g_assert_cmpuint (((QtrFinding *) findings->pdata[0])->place.line, ==, 7);
  g_assert_cmpuint (((QtrFinding *) findings->pdata[1])->place.line, ==, 0);
  g_assert_false (qtr_period_is_set (((QtrFinding *) findings->pdata[0])->place.quarter));
}

/* Findings outlive the checker and the plan. */
static void
test_findings_live (void)
{
  g_autoptr (QtrFinding) finding = NULL;

  {
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) emptied = qtr_edit_set (plan, "b12a", "text", NULL, NULL);
    g_autoptr (GPtrArray) findings = run (checker, emptied);

    finding = qtr_finding_ref (findings->pdata[0]);
  }
  g_assert_cmpstr (finding->place.bullet, ==, "b12a");
  g_assert_cmpstr (finding->rule, ==, "empty-bullet");
  g_assert_nonnull (finding->message);
}

/* The table is what other folders trust: its ids are unique, and are found again. */
static void
test_rules (void)
{
  guint n_rules = 0;
  const QtrRule *rules = qtr_rules_get (&n_rules);

  for (guint i = 0; i < n_rules; i++)
    g_assert_true (qtr_rule_find (rules[i].id) == &rules[i]);
  g_assert_null (qtr_rule_find ("no-such-rule"));
}

static void
test_severity (void)
{
  static const char *const words[] = { "notice", "warning", "error" };
  QtrSeverity severity = QTR_SEVERITY_NOTICE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_true (qtr_severity_parse (words[i], &severity));
    g_assert_cmpstr (qtr_severity_get_word (severity), ==, words[i]);
  }
  g_assert_false (qtr_severity_parse ("fatal", &severity));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checker/remembers", test_remembers);
  g_test_add_func ("/checker/forgets", test_forgets);
  g_test_add_func ("/checker/moves", test_moves);
  g_test_add_func ("/checker/order", test_order);
  g_test_add_func ("/checker/options", test_options);
  g_test_add_func ("/checker/text", test_text);
  g_test_add_func ("/checker/findings-live", test_findings_live);
  g_test_add_func ("/checker/rules", test_rules);
  g_test_add_func ("/checker/severity", test_severity);
  return g_test_run ();
}
