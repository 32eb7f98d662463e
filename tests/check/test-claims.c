/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim.h"
#include "check/fix.h"
#include "model/path.h"

#include "tests/check/plans.h"

static QtrPlan *
make_plan_that_says (const char *text, const char *child)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = qtr_edit_set (plan, "b11a", "text", text, NULL);

  return qtr_edit_set (first, "b11aa", "text", child, NULL);
}

static GPtrArray *
run (QtrChecker *checker, const QtrPlan *plan)
{
  static const char *const families[] = { "claims", NULL };

  return qtr_checker_run (checker, plan, get_quarter (), &(QtrCheckerOptions) { families, NULL });
}

/* What is wrong, what it says and what it should say. */
static const struct {
  const char *text;
  const char *rule;
  const char *span;
  const char *message;
  const char *fix;
} rows[] = {
  { "It took 916 calls, a decrease of 18% from 1,137.", "percent-mismatch", "18%",
    "1,137 to 916 is a fall of 19.4%; the text says 18%", "19%" },
  { "Of the 472 received, 80% of these (381) were closed.", "share-mismatch", "80%",
    "381 of 472 is 80.7%; the text says 80%", "81%" },
  { "Membership rose by fifteen to 60, from 48.", "difference-mismatch", "fifteen",
    "48 to 60 is a rise of 12; the text says fifteen", "twelve" },
  { "Thefts fell from 371 to 412.", "direction-mismatch", "fell",
    "371 to 412 is a rise; the text says “fell”", NULL },
  { "Thefts fell by 41, from 371 to 412.", "direction-mismatch", "fell",
    "371 to 412 is a rise of 41; the text says “fell”", NULL },
  { "Costs are £1.2m lower: £4.1m against £5.0m last year.", "difference-mismatch", "£1.2m",
    "£5.0m to £4.1m is a fall of 900,000; the text says £1.2m", "£0.9m" },
  { "We own 12 homes, of which 15 are empty.", "subset-mismatch", "15",
    "15 cannot be part of 12: one of the two is wrong", NULL },
  { "We took 86 in May, 79 in June and 94 in July, 269 in all.", "sum-mismatch", "269",
    "86 + 79 + 94 is 259; the text says 269. Either a part or the total is wrong", NULL },
  { "In the 30 days of September 2,160 people came, 82 a day.", "rate-mismatch", "82",
    "2,160 divided by 30 is 72; the text says 82", "72" },
  { "It rose from 61% to 72%, an increase of eight percentage points.", "points-mismatch",
    "eight percentage points",
    "61% to 72% is a rise of 11 percentage points; the text says eight percentage points",
    "eleven percentage points" },
  { "It rose from 72% to 78%, an increase of 6%.", "points-mismatch", "6%",
    "72% to 78% is a change of 6 percentage points, or a rise of 8.3%; the text says 6%", NULL },
  { "Accounts have trebled, from 2,090 to 4,180.", "multiple-mismatch", "trebled",
    "2,090 to 4,180 is 2 times as much; the text says trebled", NULL },
  { "July was the busiest month with 312 visits; August brought 325.", "extreme-mismatch", "busiest",
    "312 is called “busiest”, and 325 is more", NULL },
  { "Only 37% of the five candidates were women.", "share-mismatch", "37%", "No whole number is 37% of five",
    NULL },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (rows[i].text, "Done.");
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings = run (checker, plan);
    const QtrFinding *finding = findings->len == 0 ? NULL : findings->pdata[0];

    g_assert_cmpuint (findings->len, ==, 1);
    g_assert_cmpstr (finding->rule, ==, rows[i].rule);
    g_assert_cmpint (finding->severity, ==, QTR_SEVERITY_ERROR);
    g_assert_cmpstr (finding->place.bullet, ==, "b11a");
    g_assert_cmpstr (finding->text, ==, rows[i].span);
    g_assert_cmpstr (finding->message, ==, rows[i].message);
    g_assert_cmpstr (finding->fix == NULL ? NULL : finding->fix->replacement, ==, rows[i].fix);
  }
}

/* Once what is wrong is fixed, nothing is found. */
static void
test_fixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (rows[i].text, "Done.");
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings = run (checker, plan);
    g_autoptr (QtrPlan) fixed = NULL;
    g_autoptr (GPtrArray) left = NULL;

    if (rows[i].fix == NULL)
      continue;
    fixed = qtr_finding_apply (findings->pdata[0], plan);
    left = run (checker, fixed);
    g_assert_cmpuint (left->len, ==, 0);
  }
}

/* What is right, cannot be known, or is no claim. */
static void
test_silence (void)
{
  static const char *const texts[] = {
    "It took 916 calls, a decrease of 19.4% from 1,137.",
    "Hours came to 47,035 (4% increase on the same period in 2018).",
    "There were 211 applications (11.8% from women, 29% from men).",
    "Burglary fell by 5% while 300 arrests were made, compared with 250 last year.",
    "There were 85 arrests, 40 for theft and 22 for assault.",
    "Call 101, or 999 in an emergency, within 24 hours.",
    "Two men were charged; the 3 cars and 14 phones seized are worth £45,000.",
    "The highest rate since 2015 (14%) was recorded at 12.5%.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (texts[i], "Done.");
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) findings = run (checker, plan);

    g_assert_cmpuint (findings->len, ==, 0);
  }
}

/* A claim is read with the bullets around it, and stands in its own. */
static void
test_children (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("Tickets written: 8,466.", "Paid: 5,926 (75%).");
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = run (checker, plan);
  const QtrFinding *finding;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->place.bullet, ==, "b11aa");
  g_assert_cmpstr (finding->fix->replacement, ==, "70%");
  g_assert_cmpint (finding->start, ==, 13);
}

/* All rules share one answer, which an edit elsewhere does not ask for again. */
static void
test_remembering (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says (rows[0].text, "Done.");
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) first = run (checker, plan);
  guint64 evaluations = qtr_checker_get_evaluations (checker);
  g_autoptr (QtrPlan) other = qtr_edit_set (plan, "b12a", "text", "Other words.", NULL);
  g_autoptr (GPtrArray) again = run (checker, plan);
  g_autoptr (GPtrArray) second = NULL;

  /* Four bullets stand under no other. */
  g_assert_cmpuint (evaluations, ==, 4);
  g_assert_cmpuint (qtr_checker_get_evaluations (checker), ==, evaluations);
  second = run (checker, other);
  g_assert_cmpuint (qtr_checker_get_evaluations (checker), ==, evaluations + 1);
  g_assert_cmpuint (second->len, ==, 1);
}

/* The update's quarter is 92 days long. */
static void
test_quarter (void)
{
  g_autoptr (QtrPlan) right = make_plan_that_says ("There were 73,887 calls, 803 a day.", "Done.");
  g_autoptr (QtrPlan) wrong = make_plan_that_says ("There were 73,887 calls, 821 a day.", "Done.");
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) none = run (checker, right);
  g_autoptr (GPtrArray) findings = run (checker, wrong);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (((QtrFinding *) findings->pdata[0])->fix->replacement, ==, "803");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims/rows", test_rows);
  g_test_add_func ("/claims/fixes", test_fixes);
  g_test_add_func ("/claims/silence", test_silence);
  g_test_add_func ("/claims/children", test_children);
  g_test_add_func ("/claims/remembering", test_remembering);
  g_test_add_func ("/claims/quarter", test_quarter);
  return g_test_run ();
}
