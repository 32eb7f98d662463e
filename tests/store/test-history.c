/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/format.h"
#include "merge/diff.h"
#include "merge/merge.h"
#include "model/audit.h"
#include "model/field-text.h"
#include "store/history.h"
#include "tests/merge/random-edits.h"

/* What undo and redo promise while others' changes come in, over random plans and random edits. How many are
 * tried may be said from without. */
#define N_CASES 200

static guint
count_cases (void)
{
  const char *text = g_getenv ("QTR_TEST_HISTORIES");

  return text == NULL ? N_CASES : (guint) g_ascii_strtoull (text, NULL, 10);
}

/* What one side does and what the others do, from one beginning. */
typedef struct {
  QtrHistory *history;
  QtrPlan *theirs;
  guint n_own;
  guint n_conflicts;
  /* Which records either changed, by id and by key, and whether both changed one of them. */
  GHashTable *touched[2];
  gboolean have_met;
  /* Whether own steps took something from its place, or changed what it is sorted by. */
  gboolean have_displaced;
} Scene;

static void
set_up (Scene *scene)
{
  scene->theirs = random_record (&qtr_plan_type, (guint) g_test_rand_int_range (1, 4));
  scene->history = qtr_history_new (scene->theirs);
  scene->n_own = 0;
  scene->n_conflicts = 0;
  for (guint i = 0; i < G_N_ELEMENTS (scene->touched); i++)
    scene->touched[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scene->have_met = FALSE;
  scene->have_displaced = FALSE;
}

static void
tear_down (Scene *scene)
{
  qtr_history_free (scene->history);
  qtr_record_unref (scene->theirs);
  for (guint i = 0; i < G_N_ELEMENTS (scene->touched); i++)
    g_hash_table_unref (scene->touched[i]);
}

/* By what two records that were made apart are one and the same. */
static char *
get_key (const QtrRecord *record)
{
  GString *key = g_string_new (record->type->name);

  for (guint i = 0; record->type->key[i] != NULL; i++) {
    const QtrField *field = qtr_record_type_find_field (record->type, record->type->key[i]);
    g_autofree char *text =
        field->kind == QTR_FIELD_TOKEN ? NULL : qtr_field_to_text (field, qtr_record_get (record, field));

    g_string_append_printf (key, " %s", text == NULL ? "" : text);
  }
  return g_string_free (key, FALSE);
}

static void
touch_record (Scene *scene, guint side, const QtrRecord *record)
{
  char *names[] = { NULL, NULL };

  if (record == NULL)
    return;
  names[0] = g_strdup (record->id);
  names[1] = record->type->key == NULL ? NULL : get_key (record);
  for (guint i = 0; i < G_N_ELEMENTS (names) && names[i] != NULL; i++) {
    scene->have_met |= g_hash_table_contains (scene->touched[1 - side], names[i]);
    g_hash_table_add (scene->touched[side], names[i]);
  }
}

static void
touch (Scene *scene, guint side, const QtrPlan *before, const QtrPlan *after)
{
  g_autoptr (GPtrArray) changes = qtr_diff (before, after);

  for (guint i = 0; i < changes->len; i++) {
    const QtrChange *change = g_ptr_array_index (changes, i);

    scene->have_displaced |= side == 0 && change->kind != QTR_CHANGE_ADDED && !change->is_prose;
    touch_record (scene, side, change->before);
    touch_record (scene, side, change->after);
  }
}

/* Sign-offs and the log are outside undo: see below. */
static void
edit_own (Scene *scene)
{
  const QtrPlan *now = qtr_history_get_plan (scene->history);
  g_autoptr (QtrPlan) any = edit_often (now, 2);
  QtrPlan *edited = qtr_record_with (any, "sign_offs", now->sign_offs, "audit", now->audit, NULL);

  if (edited == now) {
    qtr_record_unref (edited);
    return;
  }
  touch (scene, 0, now, edited);
  qtr_history_add (scene->history, edited, "Edit", NULL);
  scene->n_own++;
}

static void
take_in_theirs (Scene *scene)
{
  g_autoptr (QtrPlan) base = g_steal_pointer (&scene->theirs);
  const QtrPlan *now = qtr_history_get_plan (scene->history);
  guint n_conflicts = 0;

  scene->theirs = edit_often (base, 2);
  touch (scene, 1, base, scene->theirs);
  qtr_history_add_theirs (scene->history, qtr_merge (base, now, scene->theirs, &n_conflicts));
  scene->n_conflicts += n_conflicts;
}

static void
edit_at_random (Scene *scene, int n_edits)
{
  for (int i = 0; i < n_edits; i++) {
    if (g_test_rand_int_range (0, 3) == 0)
      take_in_theirs (scene);
    else
      edit_own (scene);
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const QtrRecord *const *left = a;
  const QtrRecord *const *right = b;

  return strcmp ((*left)->id, (*right)->id);
}

/* The same records in one order, whichever. */
static gpointer
sort_lists (const QtrRecord *record)
{
  g_autofree QtrValue *values = g_new (QtrValue, record->type->n_fields);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_list_unref);

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

    values[i] = qtr_record_get (record, field);
    if (field->kind != QTR_FIELD_LIST || values[i].list == NULL)
      continue;
    for (guint j = 0; j < qtr_list_length (values[i].list); j++)
      g_ptr_array_add (records, sort_lists (qtr_list_get (values[i].list, j)));
    g_ptr_array_sort (records, compare_ids);
    values[i].list = qtr_list_new_from_array (records);
    g_ptr_array_add (lists, (gpointer) values[i].list);
  }
  return qtr_record_build (record->type, record->id, record->extra, values);
}

static char *
write_plan (const QtrPlan *plan)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

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

/* Whether merging left a question in @plan that none of the others put there. */
static gboolean
has_new_question (const QtrPlan *plan, const QtrPlan *other)
{
  for (guint i = 0; i < qtr_list_length (plan->conflicts); i++) {
    const QtrRecord *conflict = qtr_list_get (plan->conflicts, i);

    if (qtr_list_find (other->conflicts, conflict->id, NULL) == NULL)
      return TRUE;
  }

  return FALSE;
}

static void
undo_all (Scene *scene)
{
  for (guint i = 0; i < scene->n_own; i++)
    g_assert_true (qtr_history_undo (scene->history));
  g_assert_false (qtr_history_undo (scene->history));
  g_assert_null (qtr_history_get_undo_label (scene->history));
}

static void
redo_all (Scene *scene)
{
  for (guint i = 0; i < scene->n_own; i++)
    g_assert_true (qtr_history_redo (scene->history));
  g_assert_false (qtr_history_redo (scene->history));
  g_assert_null (qtr_history_get_redo_label (scene->history));
}

/* What was taken from its place and put back stands before or behind what the others put there meanwhile. */
static void
assert_only_theirs (const Scene *scene)
{
  const QtrPlan *now = qtr_history_get_plan (scene->history);
  g_autoptr (QtrPlan) sorted_now = NULL;
  g_autoptr (QtrPlan) sorted_theirs = NULL;

  if (!scene->have_displaced) {
    assert_equal (now, scene->theirs, "undo all");
    return;
  }
  sorted_now = sort_lists (&now->record);
  sorted_theirs = sort_lists (&scene->theirs->record);
  assert_equal (sorted_now, sorted_theirs, "undo all, in whatever order");
}

/* All own work undone leaves what the others did, as if nobody else had been there. */
static void
test_undo_all (void)
{
  guint n_clean = 0;

  for (guint i = 0; i < count_cases (); i++) {
    Scene scene;
    const QtrPlan *now = NULL;

    set_up (&scene);
    edit_at_random (&scene, g_test_rand_int_range (1, 10));
    undo_all (&scene);
    now = qtr_history_get_plan (scene.history);
    if (!scene.have_met && scene.n_conflicts == 0 && !has_new_question (now, scene.theirs)) {
      assert_only_theirs (&scene);
      n_clean++;
    }
    tear_down (&scene);
  }
  g_assert_cmpuint (n_clean, >, count_cases () / 4);
}

/* Back and forth leads to the very same plan, questions or not. */
static void
test_redo_all (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Scene scene;
    g_autoptr (QtrPlan) now = NULL;

    set_up (&scene);
    edit_at_random (&scene, g_test_rand_int_range (1, 10));
    now = qtr_record_ref (qtr_history_get_plan (scene.history));
    for (int j = 0; j < 3; j++) {
      undo_all (&scene);
      redo_all (&scene);
      g_assert_true (qtr_history_get_plan (scene.history) == now);
    }
    tear_down (&scene);
  }
}

/* Whatever comes in between, the plan can be written and read. */
static void
test_valid (void)
{
  for (guint i = 0; i < count_cases (); i++) {
    Scene scene;

    set_up (&scene);
    for (int j = 0; j < 20; j++) {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (QtrPlan) again = NULL;
      g_autoptr (GError) error = NULL;

      switch (g_test_rand_int_range (0, 5)) {
      case 0:
        qtr_history_undo (scene.history);
        break;
      case 1:
        qtr_history_redo (scene.history);
        break;
      case 2:
        qtr_history_undo_theirs (scene.history, "Others");
        break;
      default:
        edit_at_random (&scene, 1);
      }
      bytes = qtr_format_write (qtr_history_get_plan (scene.history));
      again = qtr_format_read (bytes, &error);
      g_assert_no_error (error);
      assert_equal (again, qtr_history_get_plan (scene.history), "written and read");
    }
    tear_down (&scene);
  }
}

/* --- Others' steps --- */

static QtrPlan *
set_field (const QtrPlan *plan, const char *field, const char *text)
{
  return qtr_edit_set (plan, plan->record.id, field, text, NULL);
}

static void
take_in (QtrHistory *history, const char *field, const char *text)
{
  qtr_history_add_theirs (history, set_field (qtr_history_get_plan (history), field, text));
}

static void
edit (QtrHistory *history, const char *field, const char *text, const char *run)
{
  qtr_history_add (history, set_field (qtr_history_get_plan (history), field, text), text, run);
}

static void
assert_plan (QtrHistory *history, const char *title, const char *body)
{
  g_assert_cmpstr (qtr_history_get_plan (history)->title, ==, title);
  g_assert_cmpstr (qtr_history_get_plan (history)->body, ==, body);
}

static QtrHistory *
new_history (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", "body", "0", NULL);

  return qtr_history_new (plan);
}

/* Undo and redo pass over them, and they forget nothing that was undone. */
static void
test_theirs_passed_over (void)
{
  g_autoptr (QtrHistory) history = new_history ();

  edit (history, "title", "1", NULL);
  edit (history, "title", "2", NULL);
  g_assert_true (qtr_history_undo (history));
  take_in (history, "body", "theirs");
  g_assert_cmpstr (qtr_history_get_undo_label (history), ==, "1");
  g_assert_cmpstr (qtr_history_get_redo_label (history), ==, "2");
  g_assert_true (qtr_history_redo (history));
  assert_plan (history, "2", "theirs");
  g_assert_true (qtr_history_undo (history));
  g_assert_true (qtr_history_undo (history));
  g_assert_false (qtr_history_undo (history));
  assert_plan (history, "0", "theirs");
}

/* They can be taken back on their own, and that is a step as any other. */
static void
test_undo_theirs (void)
{
  g_autoptr (QtrHistory) history = new_history ();

  g_assert_false (qtr_history_undo_theirs (history, "Others"));
  take_in (history, "body", "theirs");
  edit (history, "title", "1", NULL);
  g_assert_true (qtr_history_undo_theirs (history, "Others"));
  assert_plan (history, "1", "0");
  g_assert_false (qtr_history_undo_theirs (history, "Others"));
  g_assert_cmpstr (qtr_history_get_undo_label (history), ==, "Others");
  g_assert_true (qtr_history_undo (history));
  assert_plan (history, "1", "theirs");
  g_assert_true (qtr_history_redo (history));
  assert_plan (history, "1", "0");
}

/* Typing goes on after they came, and undoing it does not take theirs along. */
static void
test_theirs_end_run (void)
{
  g_autoptr (QtrHistory) history = new_history ();

  edit (history, "title", "a", "typing");
  take_in (history, "body", "theirs");
  edit (history, "title", "ab", "typing");
  edit (history, "title", "abc", "typing");
  g_assert_true (qtr_history_undo (history));
  assert_plan (history, "a", "theirs");
  g_assert_true (qtr_history_undo (history));
  assert_plan (history, "0", "theirs");
}

/* The same thing changed by both: neither is lost. */
static void
test_undo_conflicts (void)
{
  g_autoptr (QtrHistory) history = new_history ();

  edit (history, "title", "mine", NULL);
  take_in (history, "title", "theirs");
  g_assert_true (qtr_history_undo (history));
  assert_plan (history, "theirs", "0");
  g_assert_cmpuint (qtr_list_length (qtr_history_get_plan (history)->conflicts), ==, 1);
  g_assert_true (qtr_history_redo (history));
  assert_plan (history, "theirs", "0");
  g_assert_cmpuint (qtr_list_length (qtr_history_get_plan (history)->conflicts), ==, 0);
}

/* What was signed was signed, and what was done was done. */
static void
test_beside (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "0", NULL);
  g_autoptr (QtrHistory) history = qtr_history_new (plan);
  g_autoptr (QtrSignOff) sign_off = qtr_record_new (&qtr_sign_off_type, "name", "Anna", NULL);
  g_autoptr (QtrAudit) entry = qtr_record_new (&qtr_audit_type, "who", "Anna", NULL);
  g_autoptr (QtrList) sign_offs = qtr_list_append (NULL, sign_off);
  g_autoptr (QtrList) audit = qtr_list_append (NULL, entry);

  qtr_history_add (history, qtr_record_with (plan, "title", "1", NULL), "Title", NULL);
  qtr_history_add (history,
                   qtr_record_with (qtr_history_get_plan (history), "sign_offs", sign_offs, "audit", audit,
                                    "title", "2", NULL),
                   "Sign", NULL);
  g_assert_true (qtr_history_undo (history));
  g_assert_true (qtr_history_undo (history));
  g_assert_cmpstr (qtr_history_get_plan (history)->title, ==, "0");
  g_assert_cmpuint (qtr_list_length (qtr_history_get_plan (history)->sign_offs), ==, 1);
  g_assert_cmpuint (qtr_list_length (qtr_history_get_plan (history)->audit), ==, 1);
  g_assert_true (qtr_history_redo (history));
  g_assert_true (qtr_history_redo (history));
  g_assert_cmpstr (qtr_history_get_plan (history)->title, ==, "2");
  g_assert_cmpuint (qtr_list_length (qtr_history_get_plan (history)->sign_offs), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/undo-all", test_undo_all);
  g_test_add_func ("/history/redo-all", test_redo_all);
  g_test_add_func ("/history/valid", test_valid);
  g_test_add_func ("/history/theirs-passed-over", test_theirs_passed_over);
  g_test_add_func ("/history/undo-theirs", test_undo_theirs);
  g_test_add_func ("/history/theirs-end-run", test_theirs_end_run);
  g_test_add_func ("/history/undo-conflicts", test_undo_conflicts);
  g_test_add_func ("/history/beside", test_beside);
  return g_test_run ();
}
