/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"
#include "merge/marks.h"
#include "merge/revert.h"
#include "model/edit-plan.h"
#include "model/path.h"
#include "tests/check/plans.h"
#include "tests/merge/random-edits.h"

#define N_CASES 300
#define N_EDITS_MAX 5

/* --- One change among others --- */

typedef QtrPlan *(*Edit) (const QtrPlan *plan);

static QtrPlan *
say_other (const QtrPlan *plan)
{
  return qtr_edit_set (plan, "b11b", "text", "Two hundred.", NULL);
}

static QtrPlan *
drop_parent (const QtrPlan *plan)
{
  return qtr_edit_remove (plan, "b11a");
}

static QtrPlan *
move_child (const QtrPlan *plan)
{
  return qtr_edit_move (plan, "b11aa", "s-c12", "bullets", 0);
}

static QtrPlan *
move_child_and_drop_parent (const QtrPlan *plan)
{
  g_autoptr (QtrPlan) moved = move_child (plan);

  return drop_parent (moved);
}

static QtrPlan *
add_bullet (const QtrPlan *plan)
{
  g_autoptr (QtrBullet) bullet = make_bullet ("new", "New.", NULL);

  return qtr_edit_insert (plan, "s-c11", "bullets", 1, bullet);
}

/* What stood elsewhere is below what was added. */
static QtrPlan *
add_host (const QtrPlan *plan)
{
  g_autoptr (QtrPlan) added = add_bullet (plan);

  return qtr_edit_move (added, "b11b", "new", "bullets", 0);
}

static QtrPlan *
drop_section (const QtrPlan *plan)
{
  return qtr_edit_remove (plan, "s-c11");
}

static QtrPlan *
move_priority (const QtrPlan *plan)
{
  const QtrRecord *last = qtr_list_get (plan->priorities, qtr_list_length (plan->priorities) - 1);
  const QtrRecord *first = qtr_list_get (plan->priorities, 0);

  return qtr_edit_take_place (plan, last->id, first->id);
}

static const QtrChange *
find_change (GPtrArray *changes, QtrChangeKind kind, const char *id)
{
  for (guint i = 0; i < changes->len; i++) {
    const QtrChange *change = changes->pdata[i];
    const QtrRecord *record = change->after != NULL ? change->after : change->before;

    if (change->kind == kind && (id == NULL || g_str_equal (record->id, id)))
      return change;
  }

  return NULL;
}

/* The change that is taken back stands among others, which stay. */
static const struct {
  const char *name;
  Edit edit;
  QtrChangeKind kind;
  const char *id;
  /* What the other edit of the plan is, and whether all is as before without it. */
  gboolean is_all;
} cases[] = {
  { "field", say_other, QTR_CHANGE_FIELD, "b11b", TRUE },
  { "added", add_bullet, QTR_CHANGE_ADDED, "new", TRUE },
  { "removed", drop_parent, QTR_CHANGE_REMOVED, "b11a", TRUE },
  { "moved", move_child, QTR_CHANGE_MOVED, "b11aa", TRUE },
  { "section", drop_section, QTR_CHANGE_REMOVED, "s-c11", TRUE },
  { "guest", add_host, QTR_CHANGE_ADDED, "new", TRUE },
  { "priority", move_priority, QTR_CHANGE_MOVED, NULL, TRUE },
  /* The child stays where it was moved to. */
  { "without what moved away", move_child_and_drop_parent, QTR_CHANGE_REMOVED, "b11a", FALSE },
  /* The parent comes back without anything else. */
  { "below what is gone", drop_section, QTR_CHANGE_REMOVED, "b11aa", FALSE },
};

static void
test_case (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (QtrPlan) before = make_plan ();
  g_autoptr (QtrPlan) edited = cases[index].edit (before);
  g_autoptr (QtrPlan) now = qtr_edit_set (edited, "plan", "title", "Another Title", NULL);
  g_autoptr (QtrPlan) expected = qtr_edit_set (before, "plan", "title", "Another Title", NULL);
  g_autoptr (GPtrArray) changes = qtr_diff (before, now);
  const QtrChange *change = find_change (changes, cases[index].kind, cases[index].id);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) reverted = NULL;

  g_assert_nonnull (change);
  reverted = qtr_revert (now, before, change, &error);
  g_assert_no_error (error);
  g_assert_true (qtr_record_equal (reverted, expected) == cases[index].is_all);
  if (!cases[index].is_all) {
    QtrPath path;
    const QtrBullet *back = qtr_path_find (reverted, cases[index].id, &path);

    g_assert_nonnull (back);
    g_assert_null (back->bullets);
  }
}

/* A bullet whose commitment is gone has no place to come back to. */
static void
test_refused (void)
{
  g_autoptr (QtrPlan) before = make_plan ();
  g_autoptr (QtrPlan) without_section = drop_section (before);
  g_autoptr (QtrPlan) now = qtr_edit_remove (without_section, "c11");
  g_autoptr (GPtrArray) changes = qtr_diff (before, now);
  g_autoptr (GError) error = NULL;

  g_assert_null (qtr_revert (now, before, find_change (changes, QTR_CHANGE_REMOVED, "s-c11"), &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
}

/* --- Any change --- */

static void
assert_reverted (const QtrPlan *plan, const QtrChange *change)
{
  QtrPath path;
  const QtrRecord *record = change->before != NULL ? change->before : change->after;
  const QtrRecord *found = qtr_path_find (plan, record->id, &path);
  const QtrField *field = NULL;

  if (change->kind == QTR_CHANGE_ADDED) {
    g_assert_null (found);
    return;
  }
  g_assert_nonnull (found);
  field = change->field == NULL ? NULL : qtr_record_type_find_field (record->type, change->field);
  if (field != NULL)
    g_assert_true (qtr_field_equal (field, qtr_record_get (found, field), qtr_record_get (record, field)));
}

/* Whatever was done, and whichever part of it is taken back. */
static void
test_any (void)
{
  for (guint i = 0; i < N_CASES; i++) {
    g_autoptr (QtrPlan) before = random_record (&qtr_plan_type, (guint) g_test_rand_int_range (1, 4));
    g_autoptr (QtrPlan) now = edit_often (before, g_test_rand_int_range (1, N_EDITS_MAX));
    g_autoptr (GPtrArray) changes = qtr_diff (before, now);

    for (guint j = 0; j < changes->len; j++) {
      g_autoptr (GError) error = NULL;
      g_autoptr (QtrPlan) reverted = qtr_revert (now, before, changes->pdata[j], &error);

      if (reverted == NULL)
        g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
      else
        assert_reverted (reverted, changes->pdata[j]);
    }
  }
}

/* --- Words --- */

/* All of both texts is in the parts, but for the middle of what they have in common. */
static void
test_marks (void)
{
  g_autoptr (GArray) marks = qtr_marks_new ("Two of three came.", "Two of five came late.");
  static const QtrMark expected[] = {
    { QTR_MARK_SAME, (char *) "Two of " }, { QTR_MARK_GONE, (char *) "three" },
    { QTR_MARK_CAME, (char *) "five" },    { QTR_MARK_SAME, (char *) " came" },
    { QTR_MARK_CAME, (char *) " late" },   { QTR_MARK_SAME, (char *) "." },
  };

  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < marks->len; i++) {
    g_assert_cmpint (g_array_index (marks, QtrMark, i).kind, ==, expected[i].kind);
    g_assert_cmpstr (g_array_index (marks, QtrMark, i).text, ==, expected[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/revert/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/revert/refused", test_refused);
  g_test_add_func ("/revert/any", test_any);
  g_test_add_func ("/marks", test_marks);
  return g_test_run ();
}
