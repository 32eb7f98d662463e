/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/dismissal.h"
#include "model/conflict.h"
#include "tests/check/plans.h"

/* --- What a plan makes of a rule --- */

static char *
describe_with (const QtrPlan *plan)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run (checker, plan, get_quarter (), NULL);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];

    g_string_append_printf (words, "%s%s %s", i == 0 ? "" : "|", qtr_severity_get_word (finding->severity),
                            finding->rule);
  }
  return g_string_free (words, FALSE);
}

static void
test_settings (void)
{
  static const struct {
    const char *rule;
    QtrRuleLevel level;
    const char *expected;
  } rows[] = {
    { "no-such-rule", QTR_RULE_OFF, "error empty-bullet|notice double-space" },
    { "double-space", QTR_RULE_OFF, "error empty-bullet" },
    { "double-space", QTR_RULE_ERROR, "error empty-bullet|error double-space" },
    { "empty-bullet", QTR_RULE_NOTICE, "notice empty-bullet|notice double-space" },
    { "empty-bullet", QTR_RULE_WARNING, "warning empty-bullet|notice double-space" },
  };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) emptied = qtr_edit_set (plan, "b11a", "text", NULL, NULL);
  g_autoptr (QtrPlan) slipped = qtr_edit_set (emptied, "b11b", "text", "Two  of them.", NULL);

  /* A bullet with children may be empty. */
  g_autoptr (QtrPlan) bare = qtr_edit_set (slipped, "b11aa", "text", NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) set = qtr_edit_set_rule (bare, rows[i].rule, &rows[i].level);
    g_autoptr (QtrPlan) usual = qtr_edit_set_rule (set, rows[i].rule, NULL);
    g_autofree char *found = describe_with (set);
    g_autofree char *found_usually = describe_with (usual);

    g_assert_cmpstr (found, ==, rows[i].expected);
    g_assert_cmpstr (found_usually, ==, "error empty-bullet|notice double-space");
    g_assert_true (qtr_record_equal (usual, bare));
  }
}

/* --- Dismissals --- */

#define CLAIM "The team gave 916 hours, a decrease of 18% from 1,137."

static GPtrArray *
run (const QtrPlan *plan, gboolean with_dismissed)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, plan, get_quarter (),
                          &(QtrCheckerOptions) { .with_dismissed = with_dismissed });
}

static QtrPlan *
dismiss_first (const QtrPlan *plan)
{
  g_autoptr (GPtrArray) findings = run (plan, FALSE);

  g_assert_cmpuint (findings->len, >, 0);
  return qtr_finding_dismiss (findings->pdata[0], plan, "Agreed");
}

/* It is gone, is listed on request with its reason, counts for nothing, and can be brought back. */
static void
test_dismissed (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) claimed = qtr_edit_set (plan, "b11b", "text", CLAIM, NULL);
  g_autoptr (QtrPlan) dismissed = dismiss_first (claimed);
  g_autoptr (GPtrArray) left = run (dismissed, FALSE);
  g_autoptr (GPtrArray) all = run (dismissed, TRUE);
  g_autoptr (QtrPlan) restored = qtr_finding_restore (all->pdata[0], dismissed);

  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((const QtrFinding *) all->pdata[0])->rule, ==, "percent-mismatch");
  g_assert_cmpstr (((const QtrFinding *) all->pdata[0])->dismissed, ==, "Agreed");
  g_assert_cmpuint (qtr_findings_count (all, QTR_SEVERITY_ERROR), ==, 0);
  g_assert_true (qtr_record_equal (restored, claimed));
}

/* It lapses with the words and the numbers that it spoke of, and with nothing else. */
static void
test_lapses (void)
{
  static const struct {
    const char *record;
    const char *text;
    guint n_left;
  } rows[] = {
    { "b11b", "In all, the team gave 916 hours, a decrease of 18% from 1,137.", 0 },
    { "b11b", "The team gave 916 hours, a decrease of 17% from 1,137.", 1 },
    { "b11b", "The team gave 906 hours, a decrease of 18% from 1,137.", 1 },
    { "b11a", "This team gave 916 hours, a decrease of 18% from 1,137.", 1 },
    { "b11a", "Something else.", 0 },
  };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) claimed = qtr_edit_set (plan, "b11b", "text", CLAIM, NULL);
  g_autoptr (QtrPlan) dismissed = dismiss_first (claimed);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) changed = qtr_edit_set (dismissed, rows[i].record, "text", rows[i].text, NULL);
    g_autoptr (GPtrArray) left = run (changed, FALSE);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpuint (left->len, ==, rows[i].n_left);
  }
}

/* What speaks of no words: of the front matter by its field, of a bullet by all of it. */
static void
test_without_words (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) gaps = qtr_edit_set (plan, "u", "version", NULL, "marking", NULL, NULL);
  g_autoptr (QtrPlan) dismissed = dismiss_first (gaps);
  g_autoptr (GPtrArray) left = run (dismissed, FALSE);
  g_autoptr (QtrPlan) said =
      qtr_edit_set (plan, "b11b", "text", "Six councils now share the cost of a constable. It is new.", NULL);
  g_autoptr (QtrPlan) twice =
      qtr_edit_set (said, "b21a", "text", "Six councils now share the cost of a constable. It is new.", NULL);
  g_autoptr (QtrPlan) agreed = dismiss_first (twice);
  g_autoptr (GPtrArray) none = run (agreed, FALSE);

  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (((const QtrFinding *) left->pdata[0])->field, ==, "version");
  g_assert_cmpuint (none->len, ==, 0);
}

/* What has an answer of its own is not dismissed, and neither is what is in no plan. */
static void
test_cannot (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrConflict) conflict = qtr_record_new (&qtr_conflict_type, "about", "b11b", NULL);
  g_autoptr (QtrPlan) disputed = qtr_edit_insert (plan, "plan", "conflicts", 0, conflict);
  g_autoptr (GPtrArray) findings = run (disputed, FALSE);
  g_autoptr (QtrList) bullets = take_list (make_bullet ("b", "Two  of them.", NULL), NULL);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) of_text = qtr_checker_run_bullets (checker, bullets, NULL, NULL);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_false (qtr_finding_can_be_dismissed (findings->pdata[0]));
  g_assert_cmpuint (of_text->len, ==, 1);
  g_assert_false (qtr_finding_can_be_dismissed (of_text->pdata[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rulings/settings", test_settings);
  g_test_add_func ("/rulings/dismissed", test_dismissed);
  g_test_add_func ("/rulings/lapses", test_lapses);
  g_test_add_func ("/rulings/without-words", test_without_words);
  g_test_add_func ("/rulings/cannot", test_cannot);

  return g_test_run ();
}
