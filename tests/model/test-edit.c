/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit.h"

#include "tests/model/outline.h"

static QtrPeriod
parse_period (const char *text)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  g_assert_true (qtr_period_parse (text, 4, &period, NULL));
  return period;
}

/* The commitments c1 and c2 under p1, c3 under p2; Q2 with a section for c2, saying "a b(c d(e))". */
static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrList) bullets = parse_outline ("a b(c d(e))");
  g_autoptr (QtrSection) section =
      qtr_record_new (&qtr_section_type, "id", "s2", "commitment", "c2", "bullets", bullets, NULL);
  g_autoptr (QtrList) sections = qtr_list_append (NULL, section);
  g_autoptr (QtrUpdate) update =
      qtr_record_new (&qtr_update_type, "id", "u2", "quarter", "2019-20-Q2", "marking", "OFFICIAL", "title",
                      "Report", "produced_by", "Unit", "version", "3", "sections", sections, NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrCommitment) c1 = qtr_record_new (&qtr_commitment_type, "id", "c1", NULL);
  g_autoptr (QtrCommitment) c2 = qtr_record_new (&qtr_commitment_type, "id", "c2", NULL);
  g_autoptr (QtrCommitment) c3 = qtr_record_new (&qtr_commitment_type, "id", "c3", NULL);
  gconstpointer under_p1[] = { c1, c2 };
  g_autoptr (QtrList) first = qtr_list_splice (NULL, 0, 0, under_p1, 2);
  g_autoptr (QtrList) second = qtr_list_append (NULL, c3);
  g_autoptr (QtrPriority) p1 = qtr_record_new (&qtr_priority_type, "id", "p1", "commitments", first, NULL);
  g_autoptr (QtrPriority) p2 = qtr_record_new (&qtr_priority_type, "id", "p2", "commitments", second, NULL);
  gconstpointer both[] = { p1, p2 };
  g_autoptr (QtrList) priorities = qtr_list_splice (NULL, 0, 0, both, 2);
  g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "id", "m", NULL);
  g_autoptr (QtrList) measures = qtr_list_append (NULL, measure);

  return qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", "body", "Body", "years", "2016-2020",
                         "priorities", priorities, "measures", measures, "updates", updates, NULL);
}

static void
assert_section (const QtrPlan *plan, const char *expected)
{
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);

  assert_outline (qtr_update_find_section (update, "c2")->bullets, expected);
}

static void
test_move (void)
{
  static const struct {
    const char *id;
    const char *parent;
    guint index;
    const char *expected;
  } rows[] = {
    { "a", "s2", 1, "b(c d(e)) a" }, { "a", "s2", 0, "a b(c d(e))" }, { "e", "s2", 0, "e a b(c d)" },
    { "a", "d", 0, "b(c d(a e))" },  { "d", "a", 7, "a(d(e)) b(c)" }, { "c", "b", 1, "a b(d(e) c)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) moved = qtr_edit_move (plan, rows[i].id, rows[i].parent, "bullets", rows[i].index);

    assert_section (moved, rows[i].expected);
    assert_section (plan, "a b(c d(e))");
  }
}

/* Within a section, to one that says that there is nothing to say, and to one that is not there yet. */
static void
test_move_bullet (void)
{
  static const struct {
    const char *id;
    const char *commitment;
    const char *parent;
    guint index;
    const char *here;
    const char *there;
  } rows[] = {
    { "a", "c2", NULL, 1, "b(c d(e)) a", NULL }, { "d", "c2", NULL, 0, "d(e) a b(c)", NULL },
    { "a", "c2", "d", 7, "b(c d(e a))", NULL },  { "d", "c2", "b", 0, "a b(d(e) c)", NULL },
    { "d", "c1", NULL, 0, "a b(c)", "d(e)" },    { "b", "c1", NULL, 7, "a", "b(c d(e))" },
    { "e", "c3", NULL, 0, "a b(c d)", "e x" },   { "e", "c3", NULL, G_MAXUINT, "a b(c d)", "x e" },
    { "b", "c3", "x", 0, "a", "x(b(c d(e)))" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrList) third = parse_outline ("x");
    g_autoptr (QtrPlan) nil = qtr_edit_set_nil_return (plan, "u2", "c1", TRUE, "None due.");
    g_autoptr (QtrPlan) before = qtr_edit_set_bullets (nil, "u2", "c3", third);
    g_autoptr (QtrPlan) moved =
        qtr_edit_move_bullet (before, "u2", rows[i].id, rows[i].commitment, rows[i].parent, rows[i].index);
    const QtrSection *section =
        qtr_update_find_section (qtr_list_get (moved->updates, 0), rows[i].commitment);

    assert_section (moved, rows[i].here);
    if (rows[i].there != NULL)
      assert_outline (section->bullets, rows[i].there);
    g_assert_false (section->nil_return);
  }
}

/* Into a section that is made for it; and nowhere, which changes nothing. */
static void
test_move_bullet_alone (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) marked = qtr_edit_set (plan, "d", "marking", "SECRET", "area", "Southend", NULL);
  g_autoptr (QtrPlan) moved = qtr_edit_move_bullet (marked, "u2", "d", "c1", NULL, 0);
  g_autoptr (QtrPlan) still = qtr_edit_move_bullet (marked, "u2", "d", "c2", "b", 1);
  const QtrSection *section = qtr_update_find_section (qtr_list_get (moved->updates, 0), "c1");
  const QtrBullet *bullet = qtr_list_get (section->bullets, 0);

  g_assert_cmpstr (bullet->record.id, ==, "d");
  g_assert_cmpstr (bullet->marking, ==, "SECRET");
  g_assert_cmpstr (bullet->area, ==, "Southend");
  g_assert_true (still == marked);
}

static void
test_set_insert_replace_remove (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrBullet) x = qtr_record_new (&qtr_bullet_type, "id", "x", "text", "x", NULL);
  g_autoptr (QtrPlan) set = qtr_edit_set (plan, "e", "text", "E", NULL);
  g_autoptr (QtrPlan) inserted = qtr_edit_insert (plan, "b", "bullets", 1, x);
  g_autoptr (QtrPlan) at_end = qtr_edit_insert (plan, "s2", "bullets", G_MAXUINT, x);
  g_autoptr (QtrPlan) replaced = qtr_edit_replace (plan, "d", x);
  g_autoptr (QtrPlan) removed = qtr_edit_remove (plan, "c");
  g_autoptr (QtrPlan) root = qtr_edit_set (plan, "plan", "title", "Other", NULL);

  assert_section (set, "a b(c d(E))");
  assert_section (inserted, "a b(c x d(e))");
  assert_section (at_end, "a b(c d(e)) x");
  assert_section (replaced, "a b(c x)");
  assert_section (removed, "a b(d(e))");
  g_assert_cmpstr (root->title, ==, "Other");
  g_assert_true (root->updates == plan->updates);
  assert_section (plan, "a b(c d(e))");
}

/* Callers compare pointers: what changes nothing must give the same plan. */
static void
test_nothing_changes (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  const QtrUpdate *update = qtr_list_get (plan->updates, 0);
  const QtrSection *section = qtr_list_get (update->sections, 0);
  g_autoptr (QtrBullet) equal = qtr_record_new (&qtr_bullet_type, "id", "e", "text", "e", NULL);
  g_autoptr (QtrPlan) set = qtr_edit_set (plan, "e", "text", "e", "area", "", NULL);
  g_autoptr (QtrPlan) replaced = qtr_edit_replace (plan, "e", equal);
  g_autoptr (QtrPlan) same_bullets = qtr_edit_set_bullets (plan, "u2", "c2", section->bullets);
  g_autoptr (QtrPlan) state = qtr_edit_set_state (plan, "u2", QTR_STATE_DRAFT);

  g_assert_true (set == plan);
  g_assert_true (replaced == plan);
  g_assert_true (same_bullets == plan);
  g_assert_true (state == plan);
}

static void
test_add_update (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) later = qtr_edit_add_update (plan, parse_period ("2019-20-Q3"));
  g_autoptr (QtrPlan) earlier = qtr_edit_add_update (later, parse_period ("2019-20-Q1"));
  const QtrUpdate *third = qtr_plan_find_update (earlier, parse_period ("2019-20-Q3"));
  const QtrUpdate *first = qtr_plan_find_update (earlier, parse_period ("2019-20-Q1"));

  g_assert_true (qtr_list_get (earlier->updates, 0) == first);
  g_assert_true (qtr_list_get (earlier->updates, 2) == third);
  g_assert_true (qtr_list_get (earlier->updates, 1) == qtr_list_get (plan->updates, 0));
  g_assert_true (qtr_plan_get_latest_update (earlier) == third);
  g_assert_cmpstr (third->data_to, ==, "2019-12");
  g_assert_cmpstr (third->title, ==, "Report");
  g_assert_cmpstr (third->marking, ==, "OFFICIAL");
  g_assert_cmpstr (third->produced_by, ==, "Unit");
  g_assert_null (third->version);
  g_assert_null (third->sections);
  g_assert_cmpstr (first->title, ==, "Plan");
  g_assert_cmpstr (first->plan_period, ==, "2016-2020");
  g_assert_cmpstr (first->produced_by, ==, "Body");
}

static void
test_sections (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrList) bullets = parse_outline ("z");
  g_autoptr (QtrPlan) third = qtr_edit_set_bullets (plan, "u2", "c3", bullets);
  g_autoptr (QtrPlan) all = qtr_edit_set_nil_return (third, "u2", "c1", TRUE, "None due.");
  g_autoptr (QtrPlan) emptied = qtr_edit_set_bullets (all, "u2", "c1", NULL);
  g_autoptr (QtrPlan) written = qtr_edit_set_bullets (all, "u2", "c1", bullets);
  g_autoptr (QtrPlan) withdrawn = qtr_edit_set_nil_return (all, "u2", "c1", FALSE, "Ignored.");
  static const char *const order[] = { "c1", "c2", "c3" };
  const QtrUpdate *update = qtr_list_get (all->updates, 0);
  const QtrSection *section = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((const QtrSection *) qtr_list_get (update->sections, i))->commitment, ==, order[i]);

  section = qtr_update_find_section (update, "c1");
  g_assert_true (section->nil_return && qtr_section_is_reported (section));
  g_assert_cmpstr (section->nil_reason, ==, "None due.");
  g_assert_true (emptied == all);

  section = qtr_update_find_section (qtr_list_get (written->updates, 0), "c1");
  g_assert_false (section->nil_return);
  g_assert_null (section->nil_reason);
  g_assert_true (qtr_section_is_reported (section));

  section = qtr_update_find_section (qtr_list_get (withdrawn->updates, 0), "c1");
  g_assert_false (section->nil_return);
  g_assert_null (section->nil_reason);
  g_assert_false (qtr_section_is_reported (section));
  g_assert_false (qtr_section_is_reported (NULL));
}

static QtrPlan *
observe (const QtrPlan *plan, const char *period, const char *area, gint64 value, const char *update)
{
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { value, 0 }), "update", update, NULL);

  return qtr_edit_observe (plan, "m", parse_period (period), area, vintage);
}

/* What every observation says, in order: "period@area=vintage|vintage". */
static void
assert_observations (const QtrPlan *plan, const char *expected)
{
  const QtrMeasure *measure = qtr_plan_find_measure (plan, "m");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", observation->period);
    if (observation->area != NULL)
      g_string_append_printf (text, "@%s", observation->area);
    for (guint j = 0; j < qtr_list_length (observation->vintages); j++) {
      const QtrVintage *vintage = qtr_list_get (observation->vintages, j);

      g_string_append_printf (text, "%c%d", j == 0 ? '=' : '|', (int) vintage->value.digits);
    }
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_observe (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = observe (plan, "2019-20-Q3", NULL, 208, "u2");
  g_autoptr (QtrPlan) corrected = observe (first, "2019-20-Q3", NULL, 209, "u2");
  g_autoptr (QtrPlan) restated = observe (corrected, "2019-20-Q3", NULL, 215, "u3");
  g_autoptr (QtrPlan) same = observe (restated, "2019-20-Q3", NULL, 215, "u3");
  g_autoptr (QtrPlan) earlier = observe (restated, "2019-20-Q1", NULL, 1, NULL);
  g_autoptr (QtrPlan) area = observe (earlier, "2019-20-Q3", "North", 2, NULL);
  g_autoptr (QtrPlan) between = observe (area, "2019-20-Q2", "South", 3, NULL);

  assert_observations (first, "2019-20-Q3=208");
  assert_observations (corrected, "2019-20-Q3=209");
  assert_observations (restated, "2019-20-Q3=209|215");
  g_assert_true (same == restated);
  assert_observations (between, "2019-20-Q1=1 2019-20-Q2@South=3 2019-20-Q3=209|215 2019-20-Q3@North=2");
  assert_observations (plan, "");
}

/* Status is told beside the update: the update is the same record after it. */
static void
test_state (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) review = qtr_edit_set_state (plan, "u2", QTR_STATE_IN_REVIEW);
  g_autoptr (QtrPlan) published = qtr_edit_set_state (review, "u2", QTR_STATE_PUBLISHED);

  g_assert_cmpint (qtr_plan_get_state (plan, "u2"), ==, QTR_STATE_DRAFT);
  g_assert_cmpint (qtr_plan_get_state (review, "u2"), ==, QTR_STATE_IN_REVIEW);
  g_assert_cmpint (qtr_plan_get_state (published, "u2"), ==, QTR_STATE_PUBLISHED);
  g_assert_cmpuint (qtr_list_length (published->statuses), ==, 1);
  g_assert_true (published->updates == plan->updates);
  g_assert_cmpstr (qtr_state_get_word (QTR_STATE_IN_REVIEW), ==, "in-review");
}

/* To name a record that is not there is said aloud and changes nothing. */
static void
test_unknown_records (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) removed = NULL;
  g_autoptr (QtrPlan) into_itself = NULL;

  g_test_expect_message ("Quarterly", G_LOG_LEVEL_CRITICAL, "*found != NULL*");
  removed = qtr_edit_remove (plan, "no-such-id");
  g_test_assert_expected_messages ();
  g_test_expect_message ("Quarterly", G_LOG_LEVEL_CRITICAL, "*qtr_path_find*");
  into_itself = qtr_edit_move (plan, "b", "e", "bullets", 0);
  g_test_assert_expected_messages ();
  g_assert_true (removed == plan);
  g_assert_true (into_itself == plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/move", test_move);
  g_test_add_func ("/edit/move-bullet", test_move_bullet);
  g_test_add_func ("/edit/move-bullet-alone", test_move_bullet_alone);
  g_test_add_func ("/edit/set-insert-replace-remove", test_set_insert_replace_remove);
  g_test_add_func ("/edit/nothing-changes", test_nothing_changes);
  g_test_add_func ("/edit/add-update", test_add_update);
  g_test_add_func ("/edit/sections", test_sections);
  g_test_add_func ("/edit/observe", test_observe);
  g_test_add_func ("/edit/state", test_state);
  g_test_add_func ("/edit/unknown-records", test_unknown_records);
  return g_test_run ();
}
