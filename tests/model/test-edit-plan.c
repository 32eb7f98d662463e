/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit-plan.h"

#include "base/error.h"
#include "model/path.h"
#include "tests/model/outline.h"

static QtrPeriod
parse_period (const char *text)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  if (text != NULL)
    g_assert_true (qtr_period_parse (text, 4, &period, NULL));
  return period;
}

static QtrUpdate *
make_update (const char *id, const char *quarter, const char *const *commitments)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; commitments[i] != NULL; i++) {
    g_autofree char *section = g_strconcat (id, "-", commitments[i], NULL);
    g_autofree char *bullet = g_strconcat (section, "-b", NULL);
    g_autoptr (QtrBullet) said =
        qtr_record_new (&qtr_bullet_type, "id", bullet, "area", "Southend", "text", bullet, NULL);
    g_autoptr (QtrList) bullets = qtr_list_append (NULL, said);

    g_ptr_array_add (sections, qtr_record_new (&qtr_section_type, "id", section, "commitment", commitments[i],
                                               "bullets", bullets, NULL));
  }
  list = qtr_list_new_from_array (sections);
  return qtr_record_new (&qtr_update_type, "id", id, "quarter", quarter, "marking", "OFFICIAL", "sections",
                         list, NULL);
}

static QtrPriority *
make_priority (const char *id, int number, const char *const *commitments)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; commitments[i] != NULL; i++)
    g_ptr_array_add (records, qtr_record_new (&qtr_commitment_type, "id", commitments[i], "lead",
                                              "We will:", "text", commitments[i], NULL));
  list = qtr_list_new_from_array (records);
  return qtr_record_new (&qtr_priority_type, "id", id, "number", number, "commitments", list, NULL);
}

static QtrList *
make_areas (void)
{
  g_autoptr (QtrArea) within = qtr_record_new (&qtr_area_type, "id", "a2", "name", "Southend", NULL);
  g_autoptr (QtrList) all_within = qtr_list_append (NULL, within);
  g_autoptr (QtrArea) area =
      qtr_record_new (&qtr_area_type, "id", "a1", "name", "South", "areas", all_within, NULL);
  g_autoptr (QtrArea) other = qtr_record_new (&qtr_area_type, "id", "a3", "name", "North", NULL);
  gconstpointer areas[] = { area, other };

  return qtr_list_splice (NULL, 0, 0, areas, 2);
}

static QtrList *
make_measures (void)
{
  g_autoptr (QtrObservation) first =
      qtr_record_new (&qtr_observation_type, "id", "o1", "period", "2019-20-Q1", "area", "Southend", NULL);
  g_autoptr (QtrObservation) second =
      qtr_record_new (&qtr_observation_type, "id", "o2", "period", "2019-20-Q1", "area", "Old Town", NULL);
  gconstpointer records[] = { first, second };
  g_autoptr (QtrList) observations = qtr_list_splice (NULL, 0, 0, records, 2);
  g_autoptr (QtrMeasure) measure =
      qtr_record_new (&qtr_measure_type, "id", "m", "owner", "someone", "observations", observations, NULL);

  return qtr_list_append (NULL, measure);
}

/* p1 with c1, c2 and c3, p2 with d1; Q1 speaks to c1 and d1, Q2 and Q3 to c1 and c2. */
static QtrPlan *
make_plan (void)
{
  static const char *const first[] = { "c1", "c2", "c3", NULL };
  static const char *const second[] = { "d1", NULL };
  static const char *const q1[] = { "c1", "d1", NULL };
  static const char *const q2[] = { "c1", "c2", NULL };
  static const char *const markings[] = { "OFFICIAL", "SECRET" };
  g_autoptr (QtrPriority) p1 = make_priority ("p1", 1, first);
  g_autoptr (QtrPriority) p2 = make_priority ("p2", 2, second);
  g_autoptr (QtrUpdate) u1 = make_update ("u1", "2019-20-Q1", q1);
  g_autoptr (QtrUpdate) u2 = make_update ("u2", "2019-20-Q2", q2);
  g_autoptr (QtrUpdate) u3 = make_update ("u3", "2019-20-Q3", q2);
  gconstpointer both[] = { p1, p2 };
  gconstpointer all[] = { u1, u2, u3 };
  g_autoptr (QtrList) priorities = qtr_list_splice (NULL, 0, 0, both, 2);
  g_autoptr (QtrList) updates = qtr_list_splice (NULL, 0, 0, all, 3);
  g_autoptr (QtrList) areas = make_areas ();
  g_autoptr (QtrList) measures = make_measures ();
  g_autoptr (QtrPerson) someone = qtr_record_new (&qtr_person_type, "id", "someone", NULL);
  g_autoptr (QtrPerson) nobody = qtr_record_new (&qtr_person_type, "id", "nobody", NULL);
  gconstpointer persons[] = { someone, nobody };
  g_autoptr (QtrList) people = qtr_list_splice (NULL, 0, 0, persons, 2);
  g_autoptr (QtrTokens) levels = qtr_tokens_new (markings, 2);

  return qtr_record_new (&qtr_plan_type, "id", "plan", "markings", levels, "areas", areas, "people", people,
                         "priorities", priorities, "measures", measures, "updates", updates, NULL);
}

/* --- What must hold after every edit --- */

static gboolean
is_in_force (const QtrPlan *plan, const char *commitment, QtrPeriod quarter)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);

  for (guint i = 0; i < priorities->len; i++) {
    g_autoptr (GPtrArray) commitments =
        qtr_plan_list_commitments (plan, g_ptr_array_index (priorities, i), quarter);

    for (guint j = 0; j < commitments->len; j++)
      if (g_str_equal (((const QtrRecord *) g_ptr_array_index (commitments, j))->id, commitment))
        return TRUE;
  }

  return FALSE;
}

static guint
count_bullets (const QtrPlan *plan)
{
  guint n_bullets = 0;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    for (guint j = 0; j < qtr_list_length (update->sections); j++)
      n_bullets += qtr_list_length (((const QtrSection *) qtr_list_get (update->sections, j))->bullets);
  }

  return n_bullets;
}

/* Every section belongs to a commitment in force, no commitment has two, and no text is lost. */
static void
assert_whole (const QtrPlan *plan)
{
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);

    for (guint j = 0; j < qtr_list_length (update->sections); j++) {
      const QtrSection *section = qtr_list_get (update->sections, j);

      g_assert_true (is_in_force (plan, section->commitment, quarter));
      g_assert_true (qtr_update_find_section (update, section->commitment) == section);
    }
  }
  g_assert_cmpuint (count_bullets (plan), ==, 6);
}

/* "p1(c1 c2 c3) p2(d1)" */
static void
assert_promises (const QtrPlan *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (plan->priorities); i++) {
    const QtrPriority *priority = qtr_list_get (plan->priorities, i);

    g_string_append_printf (text, "%s%s(", i == 0 ? "" : " ", priority->record.id);
    for (guint j = 0; j < qtr_list_length (priority->commitments); j++)
      g_string_append_printf (text, "%s%s", j == 0 ? "" : " ",
                              ((const QtrCommitment *) qtr_list_get (priority->commitments, j))->text);
    g_string_append_c (text, ')');
    g_assert_cmpint (priority->number, ==, (int) i + 1);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

/* What an update speaks to, in order, by the words of the commitments. */
static void
assert_sections (const QtrPlan *plan, const char *id, const char *expected)
{
  const QtrUpdate *update = qtr_list_find (plan->updates, id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);
    QtrPath path;
    const QtrCommitment *commitment = qtr_path_find (plan, section->commitment, &path);

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", commitment->text);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_refused (QtrPlan *plan, GError **error)
{
  g_assert_null (plan);
  g_assert_error (*error, QTR_ERROR, QTR_ERROR_REFUSED);
  g_clear_error (error);
}

/* --- The tests --- */

static void
test_used (void)
{
  static const struct {
    const char *id;
    gboolean used;
  } rows[] = { { "c1", TRUE },  { "c2", TRUE }, { "c3", FALSE },     { "d1", TRUE },      { "p1", TRUE },
               { "a1", TRUE },  { "a2", TRUE }, { "a3", FALSE },     { "someone", TRUE }, { "nobody", FALSE },
               { "u1", FALSE }, { "m", FALSE }, { "u1-c1-b", FALSE } };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) silent = qtr_edit_set_bullets (plan, "u1", "d1", NULL);
  g_autoptr (QtrPlan) commented = NULL;
  g_autoptr (QtrComment) comment = qtr_record_new (&qtr_comment_type, "about", "c3", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (qtr_plan_is_used (plan, rows[i].id), ==, rows[i].used);

  g_assert_false (qtr_plan_is_used (silent, "d1"));
  g_assert_false (qtr_plan_is_used (silent, "p2"));
  commented = qtr_edit_insert (plan, "plan", "comments", 0, comment);
  g_assert_true (qtr_plan_is_used (commented, "c3"));
  g_assert_true (qtr_plan_is_marking_used (plan, "OFFICIAL"));
  g_assert_false (qtr_plan_is_marking_used (plan, "SECRET"));
}

static void
test_remove (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) without = qtr_edit_remove_unused (plan, "c3", &error);
  g_autoptr (QtrPlan) reworded =
      qtr_edit_succeed (plan, "c3", "We will:", "other", parse_period ("2019-20-Q3"), &error);
  const QtrPriority *priority = qtr_list_get (reworded->priorities, 0);
  const QtrCommitment *other = qtr_list_get (priority->commitments, 3);
  g_autoptr (QtrPlan) back = qtr_edit_remove_unused (reworded, other->record.id, &error);
  g_autoptr (QtrPlan) silent = qtr_edit_set_bullets (plan, "u1", "d1", NULL);
  g_autoptr (QtrPlan) fewer = qtr_edit_remove_unused (silent, "p2", &error);

  g_assert_no_error (error);
  assert_promises (without, "p1(c1 c2) p2(d1)");
  assert_whole (without);
  assert_promises (reworded, "p1(c1 c2 c3 other) p2(d1)");
  g_assert_true (qtr_record_equal (back, plan));
  assert_promises (fewer, "p1(c1 c2 c3)");
  assert_sections (fewer, "u1", "c1");
  assert_refused (qtr_edit_remove_unused (plan, "c1", &error), &error);
  assert_refused (qtr_edit_remove_unused (plan, "p1", &error), &error);
}

static void
test_validity (void)
{
  static const struct {
    const char *id;
    const char *from;
    const char *until;
    gboolean refused;
  } rows[] = {
    { "c1", NULL, "2019-20-Q3", FALSE },         { "c1", NULL, "2019-20-Q2", TRUE },
    { "c1", "2019-20-Q1", NULL, FALSE },         { "c1", "2019-20-Q2", NULL, TRUE },
    { "c2", "2019-20-Q2", "2019-20-Q3", FALSE }, { "c2", "2019-20-Q3", "2019-20-Q2", TRUE },
    { "c3", NULL, "2018-19-Q4", FALSE },         { "d1", NULL, "2019-20-Q1", FALSE },
    { "p1", NULL, "2019-20-Q2", TRUE },          { "p1", NULL, "2019-20-Q3", FALSE },
    { "p2", NULL, "2019-20-Q1", FALSE },         { "p2", "2019-20-Q2", NULL, TRUE },
  };
  g_autoptr (QtrPlan) plan = make_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrPlan) now = qtr_edit_set_validity (plan, rows[i].id, parse_period (rows[i].from),
                                                     parse_period (rows[i].until), &error);

    if (rows[i].refused) {
      assert_refused (now, &error);
      continue;
    }
    g_assert_no_error (error);
    g_assert_true (now != plan);
    assert_whole (now);
  }
}

/* What says nothing goes with the quarters; a headline is text, too. */
static void
test_validity_of_silence (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) silent = qtr_edit_set_bullets (plan, "u1", "d1", NULL);
  g_autoptr (QtrHeadline) headline =
      qtr_record_new (&qtr_headline_type, "priority", "p2", "text", "Well done", NULL);
  g_autoptr (QtrPlan) headed = qtr_edit_insert (silent, "u1", "headlines", 0, headline);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) now =
      qtr_edit_set_validity (silent, "p2", parse_period ("2019-20-Q2"), QTR_PERIOD_UNSET, &error);
  g_autoptr (QtrPlan) same =
      qtr_edit_set_validity (now, "p2", parse_period ("2019-20-Q2"), QTR_PERIOD_UNSET, &error);

  g_assert_no_error (error);
  assert_sections (now, "u1", "c1");
  g_assert_true (same == now);
  assert_refused (qtr_edit_set_validity (headed, "p2", parse_period ("2019-20-Q2"), QTR_PERIOD_UNSET, &error),
                  &error);
}

static void
test_succeed (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) now =
      qtr_edit_succeed (plan, "c1", "Now we will:", "new", parse_period ("2019-20-Q2"), &error);
  const QtrPriority *priority = qtr_list_get (now->priorities, 0);
  const QtrCommitment *old = qtr_list_get (priority->commitments, 0);
  const QtrCommitment *fresh = qtr_list_get (priority->commitments, 1);
  g_autoptr (QtrPlan) thrice =
      qtr_edit_succeed (now, "c1", "We will:", "first", parse_period ("2019-20-Q1"), &error);
  g_autoptr (QtrPlan) same =
      qtr_edit_succeed (plan, "c1", "We will:", "c1", parse_period ("2019-20-Q2"), &error);

  g_assert_no_error (error);
  assert_promises (now, "p1(c1 new c2 c3) p2(d1)");
  g_assert_cmpstr (old->until, ==, "2019-20-Q1");
  g_assert_cmpstr (old->successor, ==, fresh->record.id);
  g_assert_cmpstr (fresh->lead, ==, "Now we will:");
  g_assert_cmpstr (fresh->from, ==, "2019-20-Q2");
  g_assert_null (fresh->until);
  assert_sections (now, "u1", "c1 d1");
  assert_sections (now, "u2", "new c2");
  assert_sections (now, "u3", "new c2");
  assert_whole (now);

  assert_promises (thrice, "p1(c1 first new c2 c3) p2(d1)");
  assert_sections (thrice, "u1", "first d1");
  assert_sections (thrice, "u2", "new c2");
  assert_whole (thrice);
  g_assert_true (same == plan);

  assert_refused (qtr_edit_succeed (now, "c1", "x", "y", parse_period ("2019-20-Q2"), &error), &error);
  assert_refused (qtr_edit_succeed (now, fresh->record.id, "x", "y", parse_period ("2019-20-Q2"), &error),
                  &error);
  assert_refused (qtr_edit_set_validity (now, "c1", QTR_PERIOD_UNSET, parse_period ("2020-21-Q1"), &error),
                  &error);
  assert_refused (qtr_edit_set_validity (now, fresh->record.id, QTR_PERIOD_UNSET, QTR_PERIOD_UNSET, &error),
                  &error);
}

static void
test_reorder (void)
{
  static const struct {
    const char *id;
    int step;
    const char *promises;
    const char *sections;
  } rows[] = {
    { "c1", 1, "p1(c2 c1 new c3) p2(d1)", "c2 new" },  { "c1", 9, "p1(c2 c3 c1 new) p2(d1)", "c2 new" },
    { "c3", -1, "p1(c1 new c3 c2) p2(d1)", "new c2" }, { "c3", -2, "p1(c3 c1 new c2) p2(d1)", "new c2" },
    { "c1", -1, "p1(c1 new c2 c3) p2(d1)", "new c2" }, { "p1", 1, "p2(d1) p1(c1 new c2 c3)", "new c2" },
  };
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) chain =
      qtr_edit_succeed (plan, "c1", "We will:", "new", parse_period ("2019-20-Q2"), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) moved = qtr_edit_reorder (chain, rows[i].id, rows[i].step);

    assert_promises (moved, rows[i].promises);
    assert_sections (moved, "u3", rows[i].sections);
    assert_whole (moved);
    g_assert_cmpint (moved == chain, ==, g_str_equal (rows[i].promises, "p1(c1 new c2 c3) p2(d1)"));
  }
}

static void
test_take_place (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) down = qtr_edit_take_place (plan, "c1", "c3");
  g_autoptr (QtrPlan) up = qtr_edit_take_place (plan, "p2", "p1");
  g_autoptr (QtrPlan) elsewhere = qtr_edit_take_place (plan, "c1", "d1");
  g_autoptr (QtrPlan) area = qtr_edit_take_place (plan, "a3", "a1");

  assert_promises (down, "p1(c2 c3 c1) p2(d1)");
  assert_sections (down, "u2", "c2 c1");
  assert_promises (up, "p2(d1) p1(c1 c2 c3)");
  assert_sections (up, "u1", "d1 c1");
  g_assert_true (elsewhere == plan);
  g_assert_cmpstr (((const QtrRecord *) qtr_list_get (area->areas, 0))->id, ==, "a3");
  g_assert_true (area->updates == plan->updates);
}

static const char *
get_area_of (const QtrPlan *plan, const char *id)
{
  QtrPath path;
  const QtrRecord *record = qtr_path_find (plan, id, &path);

  return qtr_record_get (record, qtr_record_type_find_field (record->type, "area")).string;
}

static void
test_areas (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) renamed = qtr_edit_rename_area (plan, "a2", " Southend-on-Sea ", &error);
  g_autoptr (QtrPlan) same = qtr_edit_rename_area (plan, "a2", "Southend", &error);
  g_autoptr (QtrPlan) more = qtr_edit_add_area (plan, "a3", "Far North", &error);
  const QtrArea *north = qtr_list_find (more->areas, "a3", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (get_area_of (renamed, "u1-c1-b"), ==, "Southend-on-Sea");
  g_assert_cmpstr (get_area_of (renamed, "u3-c2-b"), ==, "Southend-on-Sea");
  g_assert_cmpstr (get_area_of (renamed, "o1"), ==, "Southend-on-Sea");
  g_assert_cmpstr (get_area_of (renamed, "o2"), ==, "Old Town");
  g_assert_true (renamed->priorities == plan->priorities);
  assert_whole (renamed);
  g_assert_true (same == plan);
  g_assert_cmpstr (((const QtrArea *) qtr_list_get (north->areas, 0))->name, ==, "Far North");

  assert_refused (qtr_edit_rename_area (plan, "a2", "North", &error), &error);
  assert_refused (qtr_edit_rename_area (plan, "a2", "Old Town", &error), &error);
  assert_refused (qtr_edit_rename_area (plan, "a2", "  ", &error), &error);
  assert_refused (qtr_edit_rename_area (plan, "a2", "South: end", &error), &error);
  assert_refused (qtr_edit_add_area (plan, NULL, "Southend", &error), &error);
}

static void
assert_markings (const QtrPlan *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_tokens_length (plan->markings); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " < ", plan->markings->at[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_markings (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) added = qtr_edit_add_marking (plan, " TOP ", &error);
  g_autoptr (QtrPlan) moved = qtr_edit_move_marking (added, "TOP", 0);
  g_autoptr (QtrPlan) last = qtr_edit_move_marking (moved, "TOP", 99);
  g_autoptr (QtrPlan) renamed = qtr_edit_rename_marking (plan, "OFFICIAL", "OPEN", &error);
  g_autoptr (QtrPlan) removed = qtr_edit_remove_marking (plan, "SECRET", &error);
  const QtrUpdate *update = qtr_list_get (renamed->updates, 0);

  g_assert_no_error (error);
  assert_markings (added, "OFFICIAL < SECRET < TOP");
  assert_markings (moved, "TOP < OFFICIAL < SECRET");
  g_assert_true (qtr_record_equal (last, added));
  assert_markings (renamed, "OPEN < SECRET");
  g_assert_cmpstr (update->marking, ==, "OPEN");
  assert_markings (removed, "OFFICIAL");
  assert_refused (qtr_edit_remove_marking (plan, "OFFICIAL", &error), &error);
  assert_refused (qtr_edit_rename_marking (plan, "OFFICIAL", "SECRET", &error), &error);
  assert_refused (qtr_edit_add_marking (plan, "", &error), &error);
}

static void
test_first_month (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) calendar = qtr_edit_set_first_month (plan, 1, &error);
  g_autoptr (QtrPlan) july = qtr_edit_set_first_month (calendar, 7, &error);
  g_autoptr (QtrPlan) back = qtr_edit_set_first_month (july, 4, &error);
  g_autoptr (QtrPlan) free = qtr_edit_set_first_month (empty, 8, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++) {
    const QtrUpdate *before = qtr_list_get (plan->updates, i);
    const QtrUpdate *now = qtr_list_get (july->updates, i);

    g_assert_cmpint (qtr_period_compare (qtr_plan_parse_period (plan, before->quarter),
                                         qtr_plan_parse_period (july, now->quarter)),
                     ==, 0);
  }
  g_assert_cmpstr (((const QtrUpdate *) qtr_list_get (july->updates, 0))->quarter, ==, "2018-19-Q4");
  g_assert_true (qtr_record_equal (back, plan));
  g_assert_cmpint (free->first_month, ==, 8);
  assert_whole (july);
  assert_refused (qtr_edit_set_first_month (plan, 5, &error), &error);
}

static void
test_next_quarter (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autofree char *next = qtr_period_to_string (qtr_plan_get_next_quarter (plan));

  g_assert_cmpstr (next, ==, "2019-20-Q4");
  g_assert_false (qtr_period_is_set (qtr_plan_get_next_quarter (empty)));
}

/* --- Any edits in any order --- */

static QtrPeriod
random_quarter (void)
{
  return qtr_period_add (parse_period ("2018-19-Q4"), g_test_rand_int_range (0, 7));
}

static const char *
random_promise (const QtrPlan *plan)
{
  const QtrPriority *priority = qtr_list_get (
      plan->priorities, (guint) g_test_rand_int_range (0, (int) qtr_list_length (plan->priorities)));
  guint n = qtr_list_length (priority->commitments);
  guint at = (guint) g_test_rand_int_range (0, (int) n + 1);

  return at == n ? priority->record.id : ((const QtrRecord *) qtr_list_get (priority->commitments, at))->id;
}

static QtrPlan *
edit_anyhow (const QtrPlan *plan)
{
  const char *id = random_promise (plan);
  gboolean is_priority = qtr_list_find (plan->priorities, id, NULL) != NULL;
  g_autofree char *text = g_strdup_printf ("t%d", g_test_rand_int_range (0, 1000));
  QtrPeriod from = g_test_rand_bit () ? random_quarter () : QTR_PERIOD_UNSET;

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    return is_priority ? NULL : qtr_edit_succeed (plan, id, "We will:", text, random_quarter (), NULL);
  case 1:
    return qtr_edit_set_validity (plan, id, from, g_test_rand_bit () ? random_quarter () : QTR_PERIOD_UNSET,
                                  NULL);
  case 2:
    return qtr_list_length (plan->priorities) == 1 && is_priority ? NULL
                                                                  : qtr_edit_remove_unused (plan, id, NULL);
  default:
    return qtr_edit_reorder (plan, id, g_test_rand_int_range (-3, 4));
  }
}

static void
test_any_edits (void)
{
  for (guint run = 0; run < 50; run++) {
    g_autoptr (QtrPlan) plan = make_plan ();

    for (guint i = 0; i < 60; i++) {
      QtrPlan *now = edit_anyhow (plan);

      if (now == NULL)
        continue;
      qtr_record_unref (plan);
      plan = now;
      assert_whole (plan);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-plan/used", test_used);
  g_test_add_func ("/edit-plan/remove", test_remove);
  g_test_add_func ("/edit-plan/validity", test_validity);
  g_test_add_func ("/edit-plan/validity-of-silence", test_validity_of_silence);
  g_test_add_func ("/edit-plan/succeed", test_succeed);
  g_test_add_func ("/edit-plan/reorder", test_reorder);
  g_test_add_func ("/edit-plan/take-place", test_take_place);
  g_test_add_func ("/edit-plan/areas", test_areas);
  g_test_add_func ("/edit-plan/markings", test_markings);
  g_test_add_func ("/edit-plan/first-month", test_first_month);
  g_test_add_func ("/edit-plan/next-quarter", test_next_quarter);
  g_test_add_func ("/edit-plan/any-edits", test_any_edits);
  return g_test_run ();
}
