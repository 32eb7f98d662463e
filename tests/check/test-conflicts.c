/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/conflict.h"
#include "tests/check/plans.h"

static QtrPlan *
with_conflict (const QtrPlan *plan, const char *about, const char *field, QtrConflictKind kind)
{
  g_autoptr (QtrConflict) conflict = qtr_conflict_new (about, field, kind, "Old", "Mine", NULL);

  return qtr_edit_insert (plan, plan->record.id, "conflicts", G_MAXUINT, conflict);
}

static char *
find_findings (const QtrPlan *plan)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run (checker, plan, get_quarter (), NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (((QtrFinding *) findings->pdata[i])->severity, ==, QTR_SEVERITY_ERROR);
  return describe_findings (findings);
}

/* Each stands at the record that it is about, or at what that belongs to. */
static void
test_places (void)
{
  static const struct {
    const char *about;
    const char *place;
  } rows[] = {
    { "b11aa", "b11aa" }, { "b11b", "b11b" }, { "s-c12", "c12" }, { "c21", "c21" },     { "p2", "p2" },
    { "m1", "m1" },       { "m5", "m5" },     { "u", "(null)" },  { "plan", "(null)" }, { "gone", "(null)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) disputed = with_conflict (plan, rows[i].about, NULL, QTR_CONFLICT_REMOVAL);
    g_autofree char *found = find_findings (disputed);
    g_autofree char *expected = g_strconcat ("unresolved-conflict@", rows[i].place, NULL);

    g_test_message ("%s", rows[i].about);
    g_assert_cmpstr (found, ==, expected);
  }
}

/* A value belongs to its measure, a headline to its priority. */
static void
test_inner_records (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  const QtrMeasure *measure = qtr_plan_find_measure (plan, "m3");
  const QtrObservation *observation = qtr_list_get (measure->observations, 0);
  g_autoptr (QtrHeadline) headline =
      qtr_record_new (&qtr_headline_type, "id", "h", "priority", "p1", "text", "Safer", NULL);
  g_autoptr (QtrPlan) with_headline = qtr_edit_insert (plan, "u", "headlines", 0, headline);
  g_autoptr (QtrPlan) first = with_conflict (with_headline, "h", "text", QTR_CONFLICT_VALUE);
  g_autoptr (QtrPlan) both = with_conflict (first, observation->record.id, "note", QTR_CONFLICT_VALUE);
  g_autofree char *found = find_findings (both);

  g_assert_cmpstr (found, ==, "unresolved-conflict@p1 unresolved-conflict@m3");
}

/* What is disputed in another quarter is asked there. */
static void
test_other_update (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrList) bullets = take_list (qtr_record_new (&qtr_bullet_type, "id", "far", NULL), NULL);
  g_autoptr (QtrSection) section =
      qtr_record_new (&qtr_section_type, "id", "s-far", "commitment", "c11", "bullets", bullets, NULL);
  g_autoptr (QtrList) sections = qtr_list_append (NULL, section);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "id", "v", "quarter", "2019-20-Q4", "sections", sections, NULL);
  g_autoptr (QtrPlan) with_update = qtr_edit_insert (plan, "plan", "updates", G_MAXUINT, update);
  g_autoptr (QtrPlan) disputed = with_conflict (with_update, "far", "text", QTR_CONFLICT_VALUE);
  g_autofree char *found = find_findings (disputed);

  g_assert_cmpstr (found, ==, "");
}

/* One question, one finding; the two that one record has come in order. */
static void
test_each_once (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = with_conflict (plan, "b11b", "text", QTR_CONFLICT_VALUE);
  g_autoptr (QtrPlan) second = with_conflict (first, "b11b", NULL, QTR_CONFLICT_PLACE);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  g_autoptr (GPtrArray) findings = qtr_checker_run (checker, second, get_quarter (), NULL);

  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (((QtrFinding *) findings->pdata[0])->message, ==,
                   "Two people changed this, each in their own way: “Mine” and “nothing”. Choose one.");
  g_assert_cmpstr (((QtrFinding *) findings->pdata[1])->message, ==,
                   "Two people moved this, each elsewhere: choose where it belongs.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/places", test_places);
  g_test_add_func ("/conflicts/inner-records", test_inner_records);
  g_test_add_func ("/conflicts/other-update", test_other_update);
  g_test_add_func ("/conflicts/each-once", test_each_once);
  return g_test_run ();
}
