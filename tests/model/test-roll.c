/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit.h"

#include "tests/model/outline.h"

/*
 * Q2 2019/20 says "a b(c)" under "stays", "d" under "ends", which ends with Q2, "e" under "old", which "new"
 * takes the place of from Q3, and "f" under "new" itself is not there yet; "nil" has a nil return.
 */

static const struct {
  const char *id;
  const char *from;
  const char *until;
  const char *successor;
  const char *outline;
} commitments[] = {
  { "stays", NULL, NULL, NULL, "a b(c)" },        { "ends", NULL, "2019-20-Q2", NULL, "d" },
  { "old", NULL, "2019-20-Q2", "newer", "e" },    { "newer", "2019-20-Q2", "2019-20-Q2", "new", "f" },
  { "new", "2019-20-Q3", NULL, NULL, NULL },      { "round", NULL, "2019-20-Q2", "about", "g" },
  { "about", NULL, "2019-20-Q2", "round", NULL }, { "nil", NULL, NULL, NULL, NULL },
};

static QtrPlan *
make_plan (void)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;
  g_autoptr (QtrList) sections = NULL;
  g_autoptr (QtrList) priorities = NULL;
  g_autoptr (QtrList) updates = NULL;
  g_autoptr (QtrPriority) priority = NULL;
  g_autoptr (QtrUpdate) update = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commitments); i++) {
    g_autoptr (QtrList) bullets =
        commitments[i].outline == NULL ? NULL : parse_outline (commitments[i].outline);

    g_ptr_array_add (made, qtr_record_new (&qtr_commitment_type, "id", commitments[i].id, "from",
                                           commitments[i].from, "until", commitments[i].until, "successor",
                                           commitments[i].successor, NULL));
    g_ptr_array_add (said, qtr_record_new (&qtr_section_type, "commitment", commitments[i].id, "bullets",
                                           bullets, "nil_return", bullets == NULL, "nil_reason",
                                           bullets == NULL ? "None due." : NULL, NULL));
  }
  list = qtr_list_new_from_array (made);
  sections = qtr_list_new_from_array (said);
  priority = qtr_record_new (&qtr_priority_type, "id", "p", "commitments", list, NULL);
  priorities = qtr_list_append (NULL, priority);
  update =
      qtr_record_new (&qtr_update_type, "id", "u", "quarter", "2019-20-Q2", "sections", sections, "title",
                      "Update", "plan_period", "2016 – 2020", "version", "2.2", "data_to", "2019-08",
                      "produced", "2019-10", "produced_by", "Unit", "marking", "OFFICIAL", NULL);
  updates = qtr_list_append (NULL, update);
  return qtr_record_new (&qtr_plan_type, "id", "plan", "years", "2016-2020", "priorities", priorities,
                         "updates", updates, NULL);
}

static const QtrUpdate *
roll (const QtrPlan *plan, QtrPlan **rolled)
{
  QtrPeriod third = qtr_plan_parse_period (plan, "2019-20-Q3");

  *rolled = qtr_edit_roll_forward (plan, third);
  return qtr_plan_find_update (*rolled, third);
}

static void
test_front (void)
{
  static const struct {
    const char *years;
    const char *version;
    const char *plan_period;
    const char *first_version;
  } rows[] = {
    { "2016-2020", "2.2", "2016 – 2020", "1.0" },
    { "2020-2024", "3", "2020-2024", "1" },
    { NULL, NULL, "2016 – 2020", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) made = make_plan ();
    g_autoptr (QtrPlan) with = qtr_edit_set (made, "plan", "years", rows[i].years, NULL);
    g_autoptr (QtrPlan) plan = qtr_edit_set (with, "u", "version", rows[i].version, NULL);
    g_autoptr (QtrPlan) rolled = NULL;
    const QtrUpdate *update = roll (plan, &rolled);

    g_assert_cmpstr (update->title, ==, "Update");
    g_assert_cmpstr (update->marking, ==, "OFFICIAL");
    g_assert_cmpstr (update->produced_by, ==, "Unit");
    g_assert_cmpstr (update->data_to, ==, "2019-11");
    g_assert_cmpstr (update->produced, ==, "2020-01");
    g_assert_cmpstr (update->plan_period, ==, rows[i].plan_period);
    g_assert_cmpstr (update->version, ==, rows[i].first_version);
  }
}

static void
assert_said (const QtrUpdate *update, const char *commitment, const char *expected)
{
  const QtrSection *section = qtr_update_find_section (update, commitment);

  if (expected == NULL)
    g_assert_null (section);
  else
    assert_outline (section->bullets, expected);
}

/* Every bullet is another record, and says from where it was carried. */
static void
assert_carried (const QtrList *bullets, const char *quarter)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_assert_cmpstr (bullet->carried, ==, quarter);
    g_assert_cmpstr (bullet->record.id, !=, bullet->text);
    assert_carried (bullet->bullets, quarter);
  }
}

static void
test_text (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) rolled = NULL;
  const QtrUpdate *update = roll (plan, &rolled);

  assert_said (update, "stays", "a b(c)");
  assert_said (update, "ends", NULL);
  assert_said (update, "old", NULL);
  assert_said (update, "newer", NULL);
  assert_said (update, "new", "e f");
  assert_said (update, "round", NULL);
  assert_said (update, "nil", NULL);
  for (guint i = 0; i < qtr_list_length (update->sections); i++)
    assert_carried (((const QtrSection *) qtr_list_get (update->sections, i))->bullets, "2019-20-Q2");
  g_assert_true (qtr_list_get (rolled->updates, 0) == qtr_list_get (plan->updates, 0));
}

/* What nobody touched says, a quarter later, from where it came at first. */
static void
test_twice (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) once = NULL;
  const QtrUpdate *third = roll (plan, &once);
  const QtrBullet *first = qtr_list_get (qtr_update_find_section (third, "stays")->bullets, 0);
  g_autoptr (QtrPlan) told = qtr_edit_still_true (once, first->record.id);
  QtrPeriod fourth = qtr_plan_parse_period (plan, "2019-20-Q4");
  g_autoptr (QtrPlan) twice = qtr_edit_roll_forward (told, fourth);
  const QtrList *bullets = qtr_update_find_section (qtr_plan_find_update (twice, fourth), "stays")->bullets;

  g_assert_cmpstr (((const QtrBullet *) qtr_list_get (bullets, 0))->carried, ==, "2019-20-Q3");
  g_assert_cmpstr (((const QtrBullet *) qtr_list_get (bullets, 1))->carried, ==, "2019-20-Q2");
}

/* The first update has nothing to go on from. */
static void
test_first (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  QtrPeriod third = qtr_plan_parse_period (plan, "2019-20-Q3");
  g_autoptr (QtrPlan) rolled = qtr_edit_roll_forward (plan, third);
  g_autoptr (QtrPlan) added = qtr_edit_add_update (plan, third);

  g_assert_cmpuint (qtr_list_length (rolled->updates), ==, 1);
  g_assert_cmpstr (qtr_plan_find_update (rolled, third)->data_to, ==,
                   qtr_plan_find_update (added, third)->data_to);
}

static void
test_words (void)
{
  static const struct {
    const char *area;
    const char *text;
    const char *carried;
  } rows[] = {
    { "North", "words", "2019-20-Q2" },
    { "North", "other words", NULL },
    { "South", "words", NULL },
    { NULL, NULL, NULL },
  };
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "area", "North", "text", "words",
                                                 "carried", "2019-20-Q2", "marking", "SECRET", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrBullet) worded = qtr_bullet_with_words (bullet, rows[i].area, rows[i].text);

    g_assert_cmpstr (worded->carried, ==, rows[i].carried);
    g_assert_cmpstr (worded->text, ==, rows[i].text);
    g_assert_cmpstr (worded->marking, ==, "SECRET");
    g_assert_true ((worded == bullet) == (rows[i].carried != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/front", test_front);
  g_test_add_func ("/roll/text", test_text);
  g_test_add_func ("/roll/twice", test_twice);
  g_test_add_func ("/roll/first", test_first);
  g_test_add_func ("/roll/words", test_words);
  return g_test_run ();
}
