/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"
#include "merge/merge.h"
#include "merge/share.h"
#include "tests/merge/random-edits.h"

/* What merging promises, over random plans and random edits. How many are tried may be said from without. */
#define N_CASES 400

typedef struct {
  QtrPlan *base;
  QtrPlan *ours;
  QtrPlan *theirs;
} Plans;

static guint
count_cases (void)
{
  const char *text = g_getenv ("QTR_TEST_MERGES");

  return text == NULL ? N_CASES : (guint) g_ascii_strtoull (text, NULL, 10);
}

static QtrPlan *
draw_plan (void)
{
  return random_record (&qtr_plan_type, (guint) g_test_rand_int_range (1, 4));
}

static Plans
draw_plans (void)
{
  Plans plans = { draw_plan (), NULL, NULL };

  plans.ours = edit_often (plans.base, g_test_rand_int_range (0, 6));
  plans.theirs = edit_often (plans.base, g_test_rand_int_range (0, 6));
  return plans;
}

static void
drop_plans (Plans *plans)
{
  qtr_record_unref (plans->base);
  qtr_record_unref (plans->ours);
  qtr_record_unref (plans->theirs);
}

static char *
write_plan (const QtrPlan *plan)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Says how two plans differ that should be equal, by line. */
static void
assert_equal (const QtrPlan *a, const QtrPlan *b, const char *what)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (qtr_record_equal (a, b))
    return;
  left = write_plan (a);
  right = write_plan (b);
  g_error ("%s: not equal:\n%s\n---\n%s", what, left, right);
}

static void
assert_merges_to (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs, const QtrPlan *expected,
                  const char *what)
{
  guint n_conflicts = 0;
  g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);

  assert_equal (merged, expected, what);
  g_assert_cmpuint (n_conflicts, ==, 0);
}

/* --- One side, or both alike --- */

static void
test_one_side (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    g_autoptr (QtrPlan) twin = copy_apart (&plans.ours->record);
    g_autoptr (QtrPlan) merged = qtr_merge (plans.base, plans.ours, plans.base, NULL);

    g_assert_true (merged == plans.ours);
    assert_merges_to (plans.base, plans.base, plans.ours, plans.ours, "merge (b, b, x) = x");
    assert_merges_to (plans.base, plans.ours, plans.ours, plans.ours, "merge (b, x, x) = x");
    assert_merges_to (plans.base, twin, plans.base, plans.ours, "merge (b, x, b) = x, read apart");
    assert_merges_to (plans.base, twin, plans.ours, plans.ours, "merge (b, x, x) = x, read apart");
    drop_plans (&plans);
  }
}

/* --- Both sides --- */

/* Sharing is a matter of speed: plans that were read apart merge to the same. */
static void
test_apart (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    g_autoptr (QtrPlan) base = copy_apart (&plans.base->record);
    g_autoptr (QtrPlan) ours = copy_apart (&plans.ours->record);
    g_autoptr (QtrPlan) theirs = copy_apart (&plans.theirs->record);
    g_autoptr (QtrPlan) merged = qtr_merge (plans.base, plans.ours, plans.theirs, NULL);
    g_autoptr (QtrPlan) apart = qtr_merge (base, ours, theirs, NULL);

    assert_equal (merged, apart, "shared and apart");
    drop_plans (&plans);
  }
}

static void
test_either_order (void)
{
  guint n_clean = 0;

  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    guint n_conflicts = 0;
    guint n_turned = 0;
    g_autoptr (QtrPlan) merged = qtr_merge (plans.base, plans.ours, plans.theirs, &n_conflicts);
    g_autoptr (QtrPlan) turned = qtr_merge (plans.base, plans.theirs, plans.ours, &n_turned);

    g_assert_cmpint (n_conflicts == 0, ==, n_turned == 0);
    if (n_conflicts == 0) {
      assert_equal (merged, turned, "either order");
      n_clean++;
    }
    drop_plans (&plans);
  }
  g_assert_cmpuint (n_clean, >, count_cases () / 4);
}

/* --- Nothing is lost --- */

static gboolean
has_same_key (const QtrRecord *a, const QtrRecord *b)
{
  if (a->type != b->type || a->type->key == NULL)
    return FALSE;
  for (guint i = 0; a->type->key[i] != NULL; i++) {
    const QtrField *field = qtr_record_type_find_field (a->type, a->type->key[i]);

    if (field->kind != QTR_FIELD_TOKEN &&
        !qtr_field_equal (field, qtr_record_get (a, field), qtr_record_get (b, field)))
      return FALSE;
  }

  return TRUE;
}

/* Two that were made apart with one key are one. */
static gboolean
has_twin (const QtrRecord *record, const Plans *plans, const QtrPlan *merged, const QtrPlan *other)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  QtrPath path;

  list_nodes (&other->record, TRUE, nodes);
  for (guint i = 0; i < nodes->len; i++) {
    const QtrRecord *candidate = g_array_index (nodes, Node, i).record;

    if (has_same_key (record, candidate) && qtr_path_find (plans->base, candidate->id, &path) == NULL &&
        qtr_path_find (merged, candidate->id, &path) != NULL)
      return TRUE;
  }

  return FALSE;
}

static const QtrRecord *
find_below (const QtrPlan *plan, const char *id)
{
  QtrPath path;

  return qtr_path_find (plan, id, &path);
}

static void
append_texts (GString *text, const QtrRecord *record)
{
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];

    if (field->kind == QTR_FIELD_TEXT && qtr_record_get (record, field).string != NULL)
      g_string_append_printf (text, " %s ", qtr_record_get (record, field).string);
  }
}

/* All that the merged record and the questions about it say. */
static char *
collect_words (const QtrPlan *merged, const QtrRecord *record)
{
  GString *text = g_string_new (NULL);

  append_texts (text, record);
  for (guint i = 0; i < qtr_list_length (merged->conflicts); i++) {
    const QtrConflict *conflict = qtr_list_get (merged->conflicts, i);

    if (g_strcmp0 (conflict->about, record->id) == 0)
      append_texts (text, &conflict->record);
  }
  return g_string_free (text, FALSE);
}

/* What this side wrote in the record and was not there before is still to be read. */
static void
assert_words_kept (const Plans *plans, const QtrPlan *merged, const QtrRecord *record)
{
  const QtrRecord *before = find_below (plans->base, record->id);
  const QtrRecord *after = find_below (merged, record->id);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *kept = after == NULL ? NULL : collect_words (merged, after);
  g_auto (GStrv) words = NULL;

  append_texts (written, record);
  if (before != NULL)
    append_texts (known, before);
  words = g_strsplit_set (written->str, " \n", -1);
  for (guint i = 0; kept != NULL && words[i] != NULL; i++)
    if (strstr (known->str, words[i]) == NULL && strstr (kept, words[i]) == NULL)
      g_error ("“%s” of %s is lost", words[i], record->id);
}

static void
assert_nothing_lost (const Plans *plans, const QtrPlan *merged, const QtrPlan *side, const QtrPlan *other)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  list_nodes (&side->record, TRUE, nodes);
  for (guint i = 0; i < nodes->len; i++) {
    const QtrRecord *record = g_array_index (nodes, Node, i).record;
    gboolean was_removed =
        find_below (plans->base, record->id) != NULL && find_below (other, record->id) == NULL;

    if (find_below (merged, record->id) != NULL)
      assert_words_kept (plans, merged, record);
    else if (!was_removed && !has_twin (record, plans, merged, other))
      g_error ("%s %s is lost", record->type->name, record->id);
  }
}

static void
test_nothing_lost (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    g_autoptr (QtrPlan) merged = qtr_merge (plans.base, plans.ours, plans.theirs, NULL);

    assert_nothing_lost (&plans, merged, plans.ours, plans.theirs);
    assert_nothing_lost (&plans, merged, plans.theirs, plans.ours);
    drop_plans (&plans);
  }
}

/* --- The result --- */

/* It can be written, read and merged again, with its questions. */
static void
test_valid (void)
{
  guint n_conflicting = 0;

  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    g_autoptr (QtrPlan) merged = qtr_merge (plans.base, plans.ours, plans.theirs, NULL);
    g_autoptr (GBytes) bytes = qtr_format_write (merged);
    g_autoptr (GError) error = NULL;
    g_autoptr (QtrPlan) again = qtr_format_read (bytes, &error);
    g_autoptr (QtrPlan) later = NULL;
    g_autoptr (QtrPlan) late = NULL;

    g_assert_no_error (error);
    assert_equal (again, merged, "written and read");
    n_conflicting += qtr_list_length (merged->conflicts) > qtr_list_length (plans.base->conflicts);
    later = edit_often (again, 3);
    late = qtr_merge (plans.ours, merged, plans.theirs, NULL);
    assert_merges_to (again, later, merged, later, "merged again");
    assert_merges_to (late, late, late, late, "merged again");
    drop_plans (&plans);
  }
  g_assert_cmpuint (n_conflicting, >, count_cases () / 200);
}

/* --- Different fields --- */

/* What the order of a list may be told by: the merged list may then stand in no side's order. */
static gboolean
tells_order (const QtrField *field)
{
  return field->kind == QTR_FIELD_PERIOD || g_str_equal (field->name, "area") ||
         g_str_equal (field->name, "commitment") || g_str_equal (field->name, "first_month");
}

/* Each record and field is changed by one side alone, whichever. */
static void
test_different_fields (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    g_autoptr (QtrPlan) base = draw_plan ();
    g_autoptr (QtrPlan) ours = qtr_record_ref (base);
    g_autoptr (QtrPlan) theirs = qtr_record_ref (base);
    g_autoptr (QtrPlan) both = qtr_record_ref (base);
    g_autoptr (GHashTable) changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    gboolean may_sort = FALSE;

    for (int j = 0; j < 8; j++) {
      const QtrRecord *record = pick_record (base, FALSE);
      const QtrField *field = pick_field (record->type, FALSE);
      QtrPlan **side = g_test_rand_int_range (0, 2) == 0 ? &ours : &theirs;
      g_autoptr (QtrPlan) before = qtr_record_ref (*side);
      g_autoptr (QtrPlan) both_before = qtr_record_ref (both);
      g_autoptr (QtrRecord) drawn = with_random_field (record, field, 0);
      g_autoptr (QtrRecord) edited =
          qtr_record_with_value (find_below (before, record->id), field, qtr_record_get (drawn, field));
      g_autoptr (QtrRecord) expected =
          qtr_record_with_value (find_below (both, record->id), field, qtr_record_get (drawn, field));

      if (!g_hash_table_add (changed, g_strconcat (record->id, ".", field->name, NULL)))
        continue;
      may_sort |= tells_order (field);
      qtr_record_unref (*side);
      *side = qtr_edit_replace (before, record->id, edited);
      qtr_record_unref (both);
      both = qtr_edit_replace (both_before, record->id, expected);
    }
    {
      guint n_conflicts = 0;
      g_autoptr (QtrPlan) merged = qtr_merge (base, ours, theirs, &n_conflicts);
      g_autofree char *text = n_conflicts > 0 ? write_plan (merged) : NULL;

      if (n_conflicts > 0)
        g_error ("conflicts: %s", text);
      if (!may_sort)
        assert_equal (merged, both, "different fields");
    }
  }
}

/* --- Sharing --- */

static void
test_share (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Plans plans = draw_plans ();
    g_autoptr (QtrPlan) fresh = copy_apart (&plans.ours->record);
    g_autoptr (QtrPlan) shared = qtr_share (fresh, plans.ours);
    g_autoptr (QtrPlan) other = qtr_share (fresh, plans.base);
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));

    g_assert_true (shared == plans.ours);
    assert_equal (other, plans.ours, "shared");
    list_nodes (&plans.base->record, TRUE, nodes);
    for (guint j = 0; j < nodes->len; j++) {
      const QtrRecord *known = g_array_index (nodes, Node, j).record;
      const QtrRecord *now = find_below (other, known->id);

      g_assert_true (now == NULL || (now == known) == qtr_record_equal (now, known));
    }
    drop_plans (&plans);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-laws/one-side", test_one_side);
  g_test_add_func ("/merge-laws/apart", test_apart);
  g_test_add_func ("/merge-laws/either-order", test_either_order);
  g_test_add_func ("/merge-laws/nothing-lost", test_nothing_lost);
  g_test_add_func ("/merge-laws/valid", test_valid);
  g_test_add_func ("/merge-laws/different-fields", test_different_fields);
  g_test_add_func ("/merge-laws/share", test_share);
  return g_test_run ();
}
