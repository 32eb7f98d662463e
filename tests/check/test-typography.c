/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fix.h"
#include "model/path.h"

#include "tests/check/plans.h"

static GPtrArray *
run (const QtrPlan *plan)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  static const char *const families[] = { "typography", NULL };

  return qtr_checker_run (checker, plan, get_quarter (), &(QtrCheckerOptions) { families, NULL });
}

static const char *
get_text (const QtrPlan *plan, const char *id)
{
  QtrPath path;
  const QtrBullet *bullet = qtr_path_find (plan, id, &path);

  return bullet->text;
}

/* As "rule: words → words". */
static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];
    g_autofree char *fixed = qtr_finding_get_fixed_text (finding);

    g_assert_cmpint (finding->severity, ==, QTR_SEVERITY_NOTICE);
    g_string_append_printf (text, "%s%s: %s → %s", i == 0 ? "" : "; ", finding->rule, finding->text, fixed);
  }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *text;
  const char *expected;
  const char *fixed;
} Row;

static const Row rows[] = {
  { "All is well, and all is told.", "", NULL },
  /* Spaces. */
  { "Done.  The next", "double-space: Done.  The → Done. The", "Done. The next" },
  { "a   b  c", "double-space: a   b → a b; double-space: b  c → b c", "a b c" },
  { " before and after  ", "", NULL },
  { "a \u00a0b", "", NULL },
  /* Punctuation. */
  { "Patrols , and stops", "space-before-punctuation: Patrols , → Patrols,", "Patrols, and stops" },
  { "The end  .", "space-before-punctuation: end  . → end.", "The end." },
  { "up by .5 in a .pdf ... or so", "", NULL },
  { "one ; two", "space-before-punctuation: one ; → one;", "one; two" },
  /* Missing spaces. */
  { "It ended.The next", "missing-space: ended.The → ended. The", "It ended. The next" },
  { "It ended.A next", "missing-space: ended.A → ended. A", "It ended. A next" },
  { "Southend,Rochford", "missing-space: Southend,Rochford → Southend, Rochford", "Southend, Rochford" },
  { "1,137 at 9.30 a.m. on gov.uk, e.g. the U.S.A. and Node.JS", "", NULL },
  { "See www.example.Com/a,b or Ann.Other@example.org", "", NULL },
  { "É così,però", "missing-space: così,però → così, però", "É così, però" },
  /* Words. */
  { "The the aim", "repeated-word: The the → The", "The aim" },
  { "of the the the aim", "repeated-word: the the → the; repeated-word: the the → the", "of the aim" },
  { "They had had all that that one has: it is is", "", NULL },
  { "In Baden Baden and the THE", "", NULL },
  { "a co-op op, then then-new, we we’d, to to.", "repeated-word: to to → to",
    "a co-op op, then then-new, we we’d, to." },
  { "the\u00a0the, the. the", "", NULL },
  { "été été", "repeated-word: été été → été", "été" },
};

static QtrPlan *
make_plan_that_says (const char *text)
{
  g_autoptr (QtrPlan) plan = make_plan ();

  return qtr_edit_set (plan, "b11aa", "text", text, NULL);
}

static void
test_findings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (rows[i].text);
    g_autoptr (GPtrArray) findings = run (plan);
    g_autofree char *found = describe (findings);

    g_assert_cmpstr (found, ==, rows[i].expected);
  }
}

/* Once all is fixed there is nothing more to say. */
static void
test_fixes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan_that_says (rows[i].text);
    g_autoptr (GPtrArray) findings = run (plan);
    const char *rule = findings->len == 0 ? "double-space" : ((QtrFinding *) findings->pdata[0])->rule;
    guint n_applied = 0;
    g_autoptr (QtrPlan) fixed = qtr_findings_apply (findings, rule, plan, &n_applied);
    g_autoptr (GPtrArray) left = run (fixed);

    g_assert_cmpuint (n_applied, ==, findings->len);
    g_assert_cmpuint (left->len, ==, 0);
    g_assert_cmpstr (get_text (fixed, "b11aa"), ==, rows[i].fixed == NULL ? rows[i].text : rows[i].fixed);
    g_assert_true ((fixed == plan) == (findings->len == 0));
  }
}

/* What was written over in the meantime is left alone. */
static void
test_stale (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("We went to the the market.");
  g_autoptr (GPtrArray) findings = run (plan);
  g_autoptr (QtrPlan) other = qtr_edit_set (plan, "b11aa", "text", "We went to the old market", NULL);
  g_autoptr (QtrPlan) shorter = qtr_edit_set (plan, "b11aa", "text", "We", NULL);
  g_autoptr (QtrPlan) none = qtr_edit_remove (plan, "b11aa");

  g_assert_cmpuint (findings->len, ==, 1);
  for (guint i = 0; i < 3; i++) {
    const QtrPlan *now = (const QtrPlan *[]) { other, shorter, none }[i];
    g_autoptr (QtrPlan) fixed = qtr_finding_apply (findings->pdata[0], now);

    g_assert_true (fixed == now);
  }
}

/* Only what is of the same kind. */
static void
test_kinds (void)
{
  g_autoptr (QtrPlan) plan = make_plan_that_says ("The the aim , and  more");
  g_autoptr (GPtrArray) findings = run (plan);
  guint n_applied = 0;
  g_autoptr (QtrPlan) fixed = qtr_findings_apply (findings, "repeated-word", plan, &n_applied);

  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_cmpuint (n_applied, ==, 1);
  g_assert_cmpstr (get_text (fixed, "b11aa"), ==, "The aim , and  more");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typography/findings", test_findings);
  g_test_add_func ("/typography/fixes", test_fixes);
  g_test_add_func ("/typography/stale", test_stale);
  g_test_add_func ("/typography/kinds", test_kinds);
  return g_test_run ();
}
