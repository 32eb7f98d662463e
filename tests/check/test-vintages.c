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

static QtrPlan *
tell (const QtrPlan *plan, const char *measure, gint64 value, gboolean provisional, const char *cause)
{
  return qtr_edit_tell (plan, measure, get_quarter (), NULL, (QtrDecimal) { value, 0 }, provisional,
                        get_quarter (), &(QtrRestatement) { .cause = cause });
}

static void
test_stale (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) carried = qtr_edit_set (plan, "b11aa", "carried", "2019-20-Q2", NULL);
  g_autoptr (QtrPlan) still_true = qtr_edit_still_true (carried, "b11aa");
  g_autoptr (GPtrArray) findings = run (carried);
  const QtrFinding *finding = findings->pdata[0];

  assert_findings (carried, "stale-bullet@b11aa");
  g_assert_cmpint (finding->severity, ==, QTR_SEVERITY_WARNING);
  g_assert_nonnull (strstr (finding->message, "Q2 2019/20"));
  assert_findings (still_true, "");
}

/* Every bullet of a quarter that goes on from another is one that somebody has to look at. */
static void
test_rolled_forward (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  QtrPeriod next = qtr_period_add (get_quarter (), 1);
  g_autoptr (QtrPlan) rolled = qtr_edit_roll_forward (plan, next);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run (checker, rolled, next, NULL);
  guint n_stale = 0;

  for (guint i = 0; i < findings->len; i++)
    n_stale += g_str_equal (((const QtrFinding *) findings->pdata[i])->rule, "stale-bullet");
  g_assert_cmpuint (n_stale, ==, 5);
}

static void
test_provisional (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) provisional = tell (plan, "m1", 2019, TRUE, NULL);
  g_autoptr (QtrPlan) final = tell (provisional, "m1", 2019, FALSE, NULL);
  /* A rate is as provisional as what it is made of. */
  g_autoptr (QtrPlan) part = tell (plan, "m3", 2019, TRUE, NULL);

  assert_findings (provisional, "provisional-figure@m1");
  assert_findings (final, "");
  assert_findings (part, "provisional-figure@m2 provisional-figure@m3");
}

/* The value of the quarter, published in its own update, is another in the next one. */
static void
test_unexplained (void)
{
  QtrPeriod next = qtr_period_add (get_quarter (), 1);
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) published = qtr_edit_set_state (plan, "u", QTR_STATE_PUBLISHED);
  g_autoptr (QtrPlan) started = qtr_edit_add_update (published, next);
  g_autoptr (QtrPlan) open = tell (started, "m1", 2000, FALSE, NULL);
  g_autoptr (QtrPlan) explained = tell (started, "m1", 2000, FALSE, "It came late.");
  const QtrPlan *const plans[] = { started, open, explained };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++) {
    const char *const rules[] = { "unexplained-restatement", NULL };
    QtrCheckerOptions options = { .rules = rules };
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) later = qtr_checker_run (checker, plans[i], next, &options);
    g_autoptr (GPtrArray) then = qtr_checker_run (checker, plans[i], get_quarter (), &options);

    g_assert_cmpuint (later->len, ==, i == 1 ? 1 : 0);
    g_assert_cmpuint (then->len, ==, 0);
    if (i == 1)
      g_assert_cmpstr (((const QtrFinding *) later->pdata[0])->message, ==,
                       "“m1” for Q3 2019/20 was published as 2,019 and is restated as 2,000: say why.");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vintages/stale", test_stale);
  g_test_add_func ("/vintages/rolled-forward", test_rolled_forward);
  g_test_add_func ("/vintages/provisional", test_provisional);
  g_test_add_func ("/vintages/unexplained", test_unexplained);
  return g_test_run ();
}
