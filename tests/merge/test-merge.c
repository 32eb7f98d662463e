/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/align.h"
#include "merge/diff.h"
#include "merge/settle.h"
#include "tests/check/plans.h"

/* What two people may do with the small plan of the checks, one case each. */

typedef QtrPlan *(*Edit) (const QtrPlan *plan);

static QtrPlan *
apply (const QtrPlan *plan, Edit first, Edit second)
{
  g_autoptr (QtrPlan) once = first == NULL ? qtr_record_ref (plan) : first (plan);

  return second == NULL ? qtr_record_ref (once) : second (once);
}

#define SETS(name, id, field, value) \
  static QtrPlan *name (const QtrPlan *plan) \
  { \
    return qtr_edit_set (plan, id, field, value, NULL); \
  }
#define REMOVES(name, id) \
  static QtrPlan *name (const QtrPlan *plan) \
  { \
    return qtr_edit_remove (plan, id); \
  }
#define MOVES(name, id, parent, index) \
  static QtrPlan *name (const QtrPlan *plan) \
  { \
    return qtr_edit_move (plan, id, parent, "bullets", index); \
  }

SETS (say_one, "b11b", "text", "Two thousand.")
SETS (begin_otherwise, "b11b", "text", "Well, Two.")
SETS (end_otherwise, "b11b", "text", "Two, then.")
SETS (say_other, "b11b", "text", "Two hundred.")
SETS (name_area, "b11b", "area", "Southend")
SETS (say_child, "b11aa", "text", "Within it.")
SETS (title_plan, "plan", "title", "Better Plan")
REMOVES (drop_bullet, "b11b")
REMOVES (drop_parent, "b11a")
REMOVES (drop_section, "s-c11")
REMOVES (drop_commitment, "c11")
REMOVES (drop_update, "u")
MOVES (move_under_second, "b11a", "b11b", 0)
MOVES (move_under_first, "b11b", "b11a", 0)
MOVES (move_away, "b11b", "s-c12", 0)
MOVES (move_elsewhere, "b11b", "s-c21", 0)
MOVES (move_up, "b11b", "s-c11", 0)

static QtrPlan *
add_bullet (const QtrPlan *plan)
{
  g_autoptr (QtrBullet) bullet = make_bullet ("new", "New.", NULL);

  return qtr_edit_insert (plan, "s-c11", "bullets", 1, bullet);
}

static QtrPlan *
add_child (const QtrPlan *plan)
{
  g_autoptr (QtrBullet) bullet = make_bullet ("new", "New.", NULL);

  return qtr_edit_insert (plan, "b11b", "bullets", 0, bullet);
}

static QtrPlan *
comment (const QtrPlan *plan)
{
  g_autoptr (QtrComment) made =
      qtr_record_new (&qtr_comment_type, "id", "k", "about", "b11b", "text", "Why?", NULL);

  return qtr_edit_insert (plan, "plan", "comments", 0, made);
}

static QtrPlan *
drop_commitment_and_section (const QtrPlan *plan)
{
  return apply (plan, drop_section, drop_commitment);
}

/* The bullets of the first section, with the text of each in brackets if it is not what it was. */
static void
append_outline (GString *text, const QtrList *bullets)
{
  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    const QtrBullet *bullet = qtr_list_get (bullets, i);

    g_string_append_printf (text, "%s%s=%s", i == 0 ? "" : " ", bullet->record.id, bullet->text);
    if (bullet->bullets != NULL) {
      g_string_append (text, " (");
      append_outline (text, bullet->bullets);
      g_string_append (text, ")");
    }
  }
}

static char *
outline (const QtrPlan *plan)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, get_quarter ());
  GString *text = g_string_new (NULL);

  for (guint i = 0; update != NULL && i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);

    g_string_append_printf (text, "%s%s: ", i == 0 ? "" : "; ", section->commitment);
    append_outline (text, section->bullets);
  }
  return g_string_free (text, FALSE);
}

/* The questions, as kind about field. */
static char *
list_conflicts (const QtrPlan *plan)
{
  static const char *const kinds[] = { "value", "removal", "place" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < qtr_list_length (plan->conflicts); i++) {
    const QtrConflict *conflict = qtr_list_get (plan->conflicts, i);

    g_string_append_printf (text, "%s%s of %s", i == 0 ? "" : ", ", kinds[conflict->kind], conflict->about);
    if (conflict->field != NULL)
      g_string_append_printf (text, ".%s", conflict->field);
  }
  return g_string_free (text, FALSE);
}

#define REST "c12: b12a=Three.; c21: b21a=Four."

static const struct {
  const char *name;
  Edit ours;
  Edit theirs;
  const char *outline;
  const char *conflicts;
} cases[] = {
  { "two-fields", say_one, name_area, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST, "" },
  { "same-words", say_one, say_other, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST,
    "value of b11b.text" },
  { "other-words", begin_otherwise, end_otherwise,
    "c11: b11a=One. (b11aa=In it.) b11b=Well, Two, then.; " REST, "" },
  { "same-change", say_one, say_one, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST, "" },
  { "removed-and-untouched", drop_bullet, title_plan, "c11: b11a=One. (b11aa=In it.); " REST, "" },
  { "removed-and-reworded", drop_bullet, say_one, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST,
    "removal of b11b" },
  { "removed-and-moved", drop_bullet, move_away,
    "c11: b11a=One. (b11aa=In it.); c12: b11b=Two. b12a=Three.; c21: b21a=Four.", "removal of b11b" },
  { "removed-and-reordered", drop_bullet, move_up, "c11: b11a=One. (b11aa=In it.); " REST, "" },
  { "removed-and-given-child", drop_bullet, add_child,
    "c11: b11a=One. (b11aa=In it.) b11b=Two. (new=New.); " REST, "removal of b11b" },
  { "removed-and-commented", drop_bullet, comment, "c11: b11a=One. (b11aa=In it.) b11b=Two.; " REST,
    "removal of b11b" },
  { "removed-with-child-reworded", drop_parent, say_child,
    "c11: b11a=One. (b11aa=Within it.) b11b=Two.; " REST, "removal of b11a" },
  /* All that was removed together comes back together, and is one question; the commitment is another. */
  { "removed-section-reworded-within", drop_commitment_and_section, say_child,
    "c11: b11a=One. (b11aa=Within it.) b11b=Two.; " REST, "removal of c11, removal of s-c11" },
  { "removed-update-reworded-within", drop_update, say_one,
    "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST, "removal of u" },
  { "moved-and-reworded", move_away, say_one,
    "c11: b11a=One. (b11aa=In it.); c12: b11b=Two thousand. b12a=Three.; c21: b21a=Four.", "" },
  { "moved-and-moved", move_away, move_elsewhere,
    "c11: b11a=One. (b11aa=In it.); c12: b11b=Two. b12a=Three.; c21: b21a=Four.", "place of b11b" },
  { "moved-in-a-circle", move_under_second, move_under_first,
    "c11: b11b=Two. (b11a=One. (b11aa=In it.)); " REST, "place of b11b" },
  { "moved-and-added", move_up, add_bullet, "c11: b11b=Two. b11a=One. (b11aa=In it.) new=New.; " REST, "" },
  { "removed-section-added-bullet", drop_section, add_bullet,
    "c11: b11a=One. (b11aa=In it.) new=New. b11b=Two.; " REST, "removal of s-c11" },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) ours = cases[row].ours (base);
  g_autoptr (QtrPlan) theirs = cases[row].theirs (base);
  guint n_conflicts = 0;
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);
  g_autofree char *bullets = outline (merged);
  g_autofree char *conflicts = list_conflicts (merged);

  g_assert_cmpstr (bullets, ==, cases[row].outline);
  g_assert_cmpstr (conflicts, ==, cases[row].conflicts);
  g_assert_cmpuint (n_conflicts, ==, qtr_list_length (merged->conflicts));
}

/* --- Made apart --- */

static QtrPlan *
observe (const QtrPlan *plan, int month, int value)
{
  g_autoptr (QtrVintage) vintage =
      qtr_record_new (&qtr_vintage_type, "value", ((QtrDecimal) { value, 0 }), "update", "u", NULL);

  return qtr_edit_observe (plan, "m1", qtr_period_from_date (QTR_PERIOD_MONTH, 2020, month, 1), NULL,
                           vintage);
}

/* Both observed March: one observation, one vintage. Both others are there, in the order of their months. */
static void
test_observations (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) first = observe (base, 3, 33);
  g_autoptr (QtrPlan) ours = observe (first, 5, 55);
  g_autoptr (QtrPlan) second = observe (base, 3, 33);
  g_autoptr (QtrPlan) theirs = observe (second, 4, 44);
  guint n_conflicts = 0;
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);
  const QtrMeasure *measure = qtr_plan_find_measure (merged, "m1");
  static const char *const months[] = { "2020-03", "2020-04", "2020-05" };

  g_assert_cmpuint (n_conflicts, ==, 0);
  g_assert_cmpuint (qtr_list_length (measure->observations), ==, 5);
  for (guint i = 0; i < 3; i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, 2 + i);

    g_assert_cmpstr (observation->period, ==, months[i]);
    g_assert_cmpuint (qtr_list_length (observation->vintages), ==, 1);
  }
}

static void
test_observations_differ (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) ours = observe (base, 3, 33);
  g_autoptr (QtrPlan) theirs = observe (base, 3, 34);
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, NULL);
  const QtrConflict *conflict = NULL;

  g_assert_cmpuint (qtr_list_length (merged->conflicts), ==, 1);
  conflict = qtr_list_get (merged->conflicts, 0);
  g_assert_cmpstr (conflict->field, ==, "value");
  g_assert_null (conflict->base);
  g_assert_cmpstr (conflict->ours, ==, "33");
  g_assert_cmpstr (conflict->theirs, ==, "34");
}

/* The next update, started under a given id, with one bullet under a commitment. */
static QtrPlan *
start_update (const QtrPlan *plan, const char *id, const char *commitment)
{
  QtrPeriod next = qtr_period_add (get_quarter (), 1);
  g_autoptr (QtrPlan) added = qtr_edit_add_update (plan, next);
  g_autoptr (QtrPlan) named =
      qtr_edit_set (added, qtr_plan_find_update (added, next)->record.id, "id", id, NULL);
  g_autofree char *bullet = g_strconcat (id, "-b", NULL);
  g_autoptr (QtrList) bullets = take_list (make_bullet (bullet, "Written.", NULL), NULL);

  return qtr_edit_set_bullets (named, id, commitment, bullets);
}

/* Both started the next update: it is one, and what refers to either refers to it, whichever id it has. */
static void
test_updates_made_apart (void)
{
  static const char *const ids[][2] = { { "mine", "yours" }, { "yours", "mine" } };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (QtrPlan) base = make_plan ();
    g_autoptr (QtrPlan) ours = start_update (base, ids[i][0], "c12");
    g_autoptr (QtrPlan) written = start_update (base, ids[i][1], "c11");
    g_autoptr (QtrPlan) theirs = qtr_edit_set_state (written, ids[i][1], QTR_STATE_IN_REVIEW);
    guint n_conflicts = 0;
    g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);
    const QtrUpdate *update = qtr_list_get (merged->updates, 1);

    g_assert_cmpuint (n_conflicts, ==, 0);
    g_assert_cmpuint (qtr_list_length (merged->updates), ==, 2);
    g_assert_cmpstr (update->record.id, ==, "mine");
    g_assert_cmpint (qtr_plan_get_state (merged, "mine"), ==, QTR_STATE_IN_REVIEW);
    /* The sections stand in the plan's order, whoever wrote them. */
    g_assert_cmpuint (qtr_list_length (update->sections), ==, 2);
    g_assert_cmpstr (((const QtrSection *) qtr_list_get (update->sections, 0))->commitment, ==, "c11");
    g_assert_cmpstr (((const QtrSection *) qtr_list_get (update->sections, 1))->commitment, ==, "c12");
  }
}

/* Members of a newer version merge one by one; one that was removed here and changed there stays, in
 * question. */
static QtrPlan *
with_extra (const QtrPlan *plan, const char *extra)
{
  g_autofree QtrValue *values = g_new0 (QtrValue, plan->record.type->n_fields);

  for (guint i = 0; i < plan->record.type->n_fields; i++)
    values[i] = qtr_record_get (plan, &plan->record.type->fields[i]);
  return qtr_record_build (plan->record.type, plan->record.id, extra, values);
}

static void
test_unknown_members (void)
{
  static const struct {
    const char *base;
    const char *ours;
    const char *theirs;
    const char *merged;
    const char *conflicts;
  } rows[] = {
    { "{\"x\":1}", "{\"x\":2}", "{\"x\":1,\"y\":null}", "{\"x\":2,\"y\":null}", "" },
    { "{\"x\":1,\"y\":2}", "{\"y\":2}", "{\"x\":1,\"y\":3}", "{\"y\":3}", "" },
    { "{\"x\":1}", "{\"x\":2}", "{\"x\":3}", "{\"x\":2}", "value of plan.x" },
    { "{\"x\":1,\"y\":1}", "{\"y\":1}", "{\"x\":3,\"y\":1}", "{\"y\":1,\"x\":3}", "value of plan.x" },
    { "{\"x\":1}", NULL, "{\"x\":1,\"y\":1}", "{\"y\":1}", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) base = with_extra (plan, rows[i].base);
    g_autoptr (QtrPlan) ours = with_extra (plan, rows[i].ours);
    g_autoptr (QtrPlan) theirs = with_extra (plan, rows[i].theirs);
    g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, NULL);
    g_autofree char *conflicts = list_conflicts (merged);

    g_assert_cmpstr (merged->record.extra, ==, rows[i].merged);
    g_assert_cmpstr (conflicts, ==, rows[i].conflicts);
  }
}

/* What all three share is not looked at: only the way to what differs is. */
static void
test_shared_is_skipped (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrPlan) ours = say_child (base);
  g_autoptr (QtrPlan) theirs = title_plan (base);
  g_autoptr (QtrAlignment) alignment = qtr_alignment_new (base, ours, theirs);

  /* The plan, its update, the three sections, the bullets of one, and the child of one of these. */
  g_assert_cmpuint (alignment->nodes->len, ==, 8);
}

/* --- What must stay readable --- */

/* A bullet moved into another that was moved: never deeper than either tree, if that is deep already. */
static QtrList *
make_chain (const char *letter, int depth)
{
  QtrList *list = NULL;

  for (int i = depth; i > 0; i--) {
    g_autofree char *id = g_strdup_printf ("%s%d", letter, i);

    list = take_list (make_bullet (id, id, list), NULL);
  }
  return list;
}

static guint
measure_depth (const QtrList *bullets)
{
  guint depth = 0;

  for (guint i = 0; i < qtr_list_length (bullets); i++) {
    guint below = measure_depth (((const QtrBullet *) qtr_list_get (bullets, i))->bullets);

    depth = MAX (depth, 1 + below);
  }
  return depth;
}

static void
test_depth (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrList) one = make_chain ("x", 15);
  g_autoptr (QtrList) two = make_chain ("y", 15);
  g_autoptr (QtrPlan) first = qtr_edit_set_bullets (plan, "u", "c11", one);
  g_autoptr (QtrPlan) base = qtr_edit_set_bullets (first, "u", "c12", two);
  g_autoptr (QtrPlan) ours = qtr_edit_move (base, "x5", "y5", "bullets", 0);
  g_autoptr (QtrPlan) theirs = qtr_edit_move (base, "y2", "x12", "bullets", 0);
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, NULL);
  const QtrUpdate *update = qtr_list_get (merged->updates, 0);

  for (guint i = 0; i < qtr_list_length (update->sections); i++)
    g_assert_cmpuint (measure_depth (((const QtrSection *) qtr_list_get (update->sections, i))->bullets), <,
                      28);
  g_assert_cmpuint (qtr_list_length (merged->conflicts), >, 0);
}

/* One turns the years to the calendar's, the other writes a financial quarter, which could not be read then.
 */
static void
test_years (void)
{
  g_autoptr (QtrPlan) made = make_plan ();
  g_autoptr (QtrPlan) base = qtr_edit_set (made, "u", "quarter", "2019Q4", NULL);
  const QtrMeasure *measure = qtr_plan_find_measure (base, "m1");
  g_autoptr (QtrPlan) bare = NULL;
  g_autoptr (QtrPlan) ours = NULL;
  g_autoptr (QtrPlan) theirs = NULL;
  g_autoptr (QtrPlan) merged = NULL;

  g_assert_nonnull (measure);
  bare = qtr_edit_set (base, "plan", "measures", NULL, NULL);
  ours = qtr_edit_set (bare, "plan", "first_month", 1, NULL);
  theirs = qtr_edit_set (bare, "c11", "from", "2018-19-Q1", NULL);
  merged = qtr_merge (bare, ours, theirs, NULL);
  g_assert_cmpint (merged->first_month, ==, 4);
  g_assert_cmpuint (qtr_list_length (merged->conflicts), ==, 1);
  g_assert_cmpstr (((const QtrConflict *) qtr_list_get (merged->conflicts, 0))->field, ==, "first_month");
}

/* Two people, writing files by hand, gave one id to two things. */
static void
test_one_id_for_two (void)
{
  g_autoptr (QtrPlan) base = make_plan ();
  g_autoptr (QtrBullet) bullet = make_bullet ("twice", "A bullet.", NULL);
  g_autoptr (QtrPerson) person = qtr_record_new (&qtr_person_type, "id", "twice", "name", "Ann", NULL);
  g_autoptr (QtrPlan) ours = qtr_edit_insert (base, "s-c11", "bullets", 0, bullet);
  g_autoptr (QtrPlan) theirs = qtr_edit_insert (base, "plan", "people", 0, person);
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, NULL);
  const QtrRecord *found = qtr_list_get (merged->people, 0);

  g_assert_cmpstr (((const QtrPerson *) found)->name, ==, "Ann");
  g_assert_cmpstr (found->id, !=, "twice");
  g_assert_nonnull (qtr_update_find_section (qtr_list_get (merged->updates, 0), "c11"));
}

/* --- Settling --- */

static QtrPlan *
merge_case (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QtrPlan) base = make_plan ();
    g_autoptr (QtrPlan) ours = cases[i].ours (base);
    g_autoptr (QtrPlan) theirs = cases[i].theirs (base);

    if (g_str_equal (cases[i].name, name))
      return qtr_merge (base, ours, theirs, NULL);
  }
  g_assert_not_reached ();
}

static void
test_settle (void)
{
  static const struct {
    const char *name;
    QtrSide side;
    const char *outline;
  } rows[] = {
    { "same-words", QTR_SIDE_BASE, "c11: b11a=One. (b11aa=In it.) b11b=Two.; " REST },
    { "same-words", QTR_SIDE_OURS, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST },
    { "same-words", QTR_SIDE_THEIRS, "c11: b11a=One. (b11aa=In it.) b11b=Two hundred.; " REST },
    { "removed-and-reworded", QTR_SIDE_OURS, "c11: b11a=One. (b11aa=In it.); " REST },
    { "removed-and-reworded", QTR_SIDE_THEIRS, "c11: b11a=One. (b11aa=In it.) b11b=Two thousand.; " REST },
    { "moved-and-moved", QTR_SIDE_BASE, "c11: b11a=One. (b11aa=In it.) b11b=Two.; " REST },
    { "moved-and-moved", QTR_SIDE_OURS,
      "c11: b11a=One. (b11aa=In it.); c12: b11b=Two. b12a=Three.; c21: b21a=Four." },
    { "moved-and-moved", QTR_SIDE_THEIRS,
      "c11: b11a=One. (b11aa=In it.); c12: b12a=Three.; c21: b21a=Four. b11b=Two." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) merged = merge_case (rows[i].name);
    const QtrRecord *conflict = qtr_list_get (merged->conflicts, 0);
    g_autoptr (QtrPlan) settled = qtr_merge_settle (merged, conflict->id, rows[i].side);
    g_autofree char *bullets = outline (settled);

    g_test_message ("%s, side %d", rows[i].name, rows[i].side);
    g_assert_cmpstr (bullets, ==, rows[i].outline);
    g_assert_null (settled->conflicts);
  }
}

static void
test_settle_with (void)
{
  g_autoptr (QtrPlan) merged = merge_case ("same-words");
  const QtrRecord *conflict = qtr_list_get (merged->conflicts, 0);
  g_autoptr (QtrPlan) settled = qtr_merge_settle_with (merged, conflict->id, "Two dozen.");
  g_autofree char *bullets = outline (settled);

  g_assert_cmpstr (bullets, ==, "c11: b11a=One. (b11aa=In it.) b11b=Two dozen.; " REST);
  g_assert_null (settled->conflicts);
}

/* The record went meanwhile: the question goes, too. */
static void
test_settle_late (void)
{
  g_autoptr (QtrPlan) merged = merge_case ("same-words");
  g_autoptr (QtrPlan) without = qtr_edit_remove (merged, "b11b");
  const QtrRecord *conflict = qtr_list_get (without->conflicts, 0);
  g_autoptr (QtrPlan) settled = qtr_merge_settle (without, conflict->id, QTR_SIDE_THEIRS);

  g_assert_null (settled->conflicts);
}

/* --- What differs --- */

static void
test_diff (void)
{
  static const struct {
    Edit first;
    Edit second;
    const char *sentences;
  } rows[] = {
    { NULL, NULL, "" },
    { title_plan, NULL, "plan, title: {+Better +}Plan\n" },
    { say_one, NULL, "Q3 2019/20, Priority 1, “Patrol at night.”: bullet, text: Two{+ thousand+}.\n" },
    { name_area, NULL,
      "Q3 2019/20, Priority 1, “Patrol at night.”: bullet, area: from nothing to Southend\n" },
    { add_bullet, drop_parent,
      "Q3 2019/20, Priority 1, “Patrol at night.”: bullet removed: One.\n"
      "Q3 2019/20, Priority 1, “Patrol at night.”: bullet removed: In it.\n"
      "Q3 2019/20, Priority 1, “Patrol at night.”: bullet added: New.\n" },
    { move_away, NULL,
      "Q3 2019/20, Priority 1, “Answer.”: bullet moved here from Q3 2019/20, Priority 1, “Patrol at night.”: "
      "Two.\n" },
    { move_away, say_one,
      "Q3 2019/20, Priority 1, “Answer.”: bullet moved here from Q3 2019/20, Priority 1, “Patrol at night.”: "
      "Two thousand.\n"
      "Q3 2019/20, Priority 1, “Answer.”: bullet, text: Two{+ thousand+}.\n" },
    { drop_commitment, NULL, "Priority 1: commitment removed: Patrol at night.\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) before = make_plan ();
    g_autoptr (QtrPlan) after = apply (before, rows[i].first, rows[i].second);
    g_autoptr (GPtrArray) changes = qtr_diff (before, after);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint j = 0; j < changes->len; j++) {
      g_autofree char *sentence = qtr_change_to_sentence (changes->pdata[j]);

      g_string_append_printf (text, "%s\n", sentence);
    }
    g_assert_cmpstr (text->str, ==, rows[i].sentences);
  }
}

/* A reordered list names what was moved, and no more than has to be. */
static void
test_diff_order (void)
{
  g_autoptr (QtrPlan) before = make_plan ();
  g_autoptr (QtrPlan) with_bullet = add_bullet (before);
  g_autoptr (QtrPlan) after = move_up (with_bullet);
  g_autoptr (GPtrArray) changes = qtr_diff (with_bullet, after);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (((QtrChange *) changes->pdata[0])->kind, ==, QTR_CHANGE_MOVED);
  g_assert_cmpstr (((QtrChange *) changes->pdata[0])->after->id, ==, "b11b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/merge/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/merge/observations", test_observations);
  g_test_add_func ("/merge/observations-differ", test_observations_differ);
  g_test_add_func ("/merge/updates-made-apart", test_updates_made_apart);
  g_test_add_func ("/merge/unknown-members", test_unknown_members);
  g_test_add_func ("/merge/shared-is-skipped", test_shared_is_skipped);
  g_test_add_func ("/merge/depth", test_depth);
  g_test_add_func ("/merge/years", test_years);
  g_test_add_func ("/merge/one-id-for-two", test_one_id_for_two);
  g_test_add_func ("/merge/settle", test_settle);
  g_test_add_func ("/merge/settle-with", test_settle_with);
  g_test_add_func ("/merge/settle-late", test_settle_late);
  g_test_add_func ("/merge/diff", test_diff);
  g_test_add_func ("/merge/diff-order", test_diff_order);
  return g_test_run ();
}
