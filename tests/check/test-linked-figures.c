/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claims.h"
#include "check/fix.h"
#include "model/path.h"
#include "plans.h"

/* The measure m1 of the plan was 2018 a year before, and is 2019 now. */
static QtrPlan *
make_plan_that_says (const char *text)
{
  g_autoptr (QtrPlan) plan = make_plan ();

  return qtr_edit_set (plan, "b11b", "text", text, NULL);
}

static GPtrArray *
run (const QtrPlan *plan)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();

  return qtr_checker_run (checker, plan, get_quarter (), NULL);
}

/* What is found, the words that it is found in, and what they become; "" where no fix is offered. */
static const struct {
  const char *text;
  const char *rule;
  const char *words;
  const char *fixed;
} rows[] = {
  { "There were {{m1 value}} of them.", NULL, NULL, NULL },
  { "There were {{m1 value}} of of them.", "repeated-word", "of of", "There were {{m1 value}} of them." },
  { "All  {{m1 value}} and {{m1 last-year}}.", "double-space", "All  2,019",
    "All {{m1 value}} and {{m1 last-year}}." },
  { "A {{ sign, and {{m1 value}} , then.", "space-before-punctuation", "2,019 ,",
    "A {{ sign, and {{m1 value}}, then." },
  { "There were {{gone value}} of them.", "unknown-figure", "{{gone value}}", "" },
  { "There were {{m1 guess}} of them.", "unknown-figure", "{{m1 guess}}", "" },
  { "There were {{m1 value area=\"X\"}} of them.", "unknown-figure", "[no figure]", "" },
  { "There were {{m1 value text=\"many\" because=\"B.\"}}.", "overridden-figure", "many", "" },
  { "There were {{m1 value text=\"the the\" because=\"B.\"}}.", "overridden-figure", "the the", "" },
};

static const QtrFinding *
find (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const QtrFinding *) findings->pdata[i])->rule, rule))
      return findings->pdata[i];

  return NULL;
}

static const char *
get_text (const QtrPlan *plan)
{
  QtrPath path;

  return ((const QtrBullet *) qtr_path_find (plan, "b11b", &path))->text;
}

static void
test_findings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (rows[i].text);
    g_autoptr (GPtrArray) findings = run (plan);
    const QtrFinding *finding = rows[i].rule == NULL ? NULL : find (findings, rows[i].rule);

    if (rows[i].rule == NULL) {
      g_assert_cmpuint (findings->len, ==, 0);
      continue;
    }
    g_assert_nonnull (finding);
    g_assert_cmpstr (finding->text, ==, rows[i].words);
    g_assert_true ((finding->fix == NULL) == (*rows[i].fixed == '\0'));
    if (finding->fix != NULL) {
      g_autoptr (QtrPlan) fixed = qtr_finding_apply (finding, plan);

      g_assert_cmpstr (get_text (fixed), ==, rows[i].fixed);
    }
  }
}

/* A place is one of the text that is read. */
static void
test_places (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("Was {{m1 value}} of of them.");
  g_autoptr (GPtrArray) findings = run (plan);
  const QtrFinding *finding = find (findings, "repeated-word");

  g_assert_nonnull (finding);
  g_assert_cmpint (finding->start, ==, 10);
}

/* No fix cuts into a figure: "the the" is what stands in its place. */
static void
test_no_cut (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("{{m1 value text=\"The the\" because=\"B.\"}} aim.");
  g_autoptr (GPtrArray) findings = run (plan);
  const QtrFinding *finding = find (findings, "repeated-word");

  g_assert_nonnull (finding);
  g_assert_null (finding->fix);
}

/* Where a figure has come to stand since, what was found before is not written over it. */
static void
test_stale (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("The 2,019 2,019 of them the the.");
  g_autoptr (GPtrArray) findings = run (plan);
  g_autoptr (QtrPlan) other =
      qtr_edit_set (plan, "b11b", "text", "The 2,019 2,019 of them {{m1 value text=\"the the\"}}.", NULL);
  const QtrFinding *finding = find (findings, "repeated-word");
  g_autoptr (QtrPlan) fixed = NULL;

  g_assert_nonnull (finding);
  fixed = qtr_finding_apply (finding, other);
  g_assert_true (fixed == other);
}

static void
count_claim (const QtrPlace *place, const QtrClaim *claim, gpointer data)
{
  g_assert_cmpint (claim->verdict, ==, QTR_CLAIM_OK);
  (*(guint *) data)++;
}

/* What is claimed is read in the words that are printed, and is checked when the measure changes. */
static void
test_claims (void)
{
  const char *text = "There were {{m1 value}} of them, up 0.05% from {{m1 last-year}}.";
  g_autoptr (QtrPlan) plan = make_plan_that_says (text);
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { 3000, 0 }), NULL);
  g_autoptr (QtrPlan) other = qtr_edit_observe (plan, "m1", get_quarter (), NULL, vintage);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) before = qtr_checker_run (checker, plan, get_quarter (), NULL);
  g_autoptr (GPtrArray) after = qtr_checker_run (checker, other, get_quarter (), NULL);
  guint n_claims = 0;

  qtr_claims_foreach_in_plan (plan, get_quarter (), count_claim, &n_claims);
  g_assert_cmpuint (n_claims, >, 0);
  g_assert_null (find (before, "percent-mismatch"));
  g_assert_nonnull (find (after, "percent-mismatch"));
}

/* A keystroke in one bullet does not ask again about those that have figures. */
static void
test_remembering (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("There were {{m1 value}} of them.");
  g_autoptr (QtrPlan) other = qtr_edit_set (plan, "b21a", "text", "Fourteen.", NULL);
  g_autoptr (QtrPlan) without = make_plan_that_says ("There were 2,019 of them.");
  g_autoptr (QtrPlan) without_other = qtr_edit_set (without, "b21a", "text", "Fourteen.", NULL);
  guint64 asked[2] = { 0 };

  for (guint i = 0; i < 2; i++) {
    g_autoptr (QtrChecker) checker = qtr_checker_new ();
    g_autoptr (GPtrArray) before = qtr_checker_run (checker, i == 0 ? plan : without, get_quarter (), NULL);
    guint64 first = qtr_checker_get_evaluations (checker);
    g_autoptr (GPtrArray) after =
        qtr_checker_run (checker, i == 0 ? other : without_other, get_quarter (), NULL);

    asked[i] = qtr_checker_get_evaluations (checker) - first;
  }
  g_assert_cmpuint (asked[0], ==, asked[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/linked-figures/findings", test_findings);
  g_test_add_func ("/linked-figures/places", test_places);
  g_test_add_func ("/linked-figures/no-cut", test_no_cut);
  g_test_add_func ("/linked-figures/stale", test_stale);
  g_test_add_func ("/linked-figures/claims", test_claims);
  g_test_add_func ("/linked-figures/remembering", test_remembering);
  return g_test_run ();
}
