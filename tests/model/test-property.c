/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/edit.h"
#include "model/path.h"
#include "tests/model/random-plan.h"

/* Random edits on random plans. */

static gboolean
have_same_digest (gconstpointer a, gconstpointer b)
{
  return memcmp (qtr_record_digest (a), qtr_record_digest (b), QTR_DIGEST_SIZE) == 0;
}

/* All but the records on the way to the change are the same records in both. */
static void
assert_shared (const QtrPlan *before, const QtrPlan *after, const char *changed)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  QtrPath path;
  guint n_lost = 0;

  qtr_path_find (before, changed, &path);
  list_nodes (&after->record, TRUE, nodes);
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (kept, (gpointer) g_array_index (nodes, Node, i).record);
  g_array_set_size (nodes, 0);
  list_nodes (&before->record, TRUE, nodes);
  for (guint i = 0; i < nodes->len; i++)
    n_lost += !g_hash_table_contains (kept, g_array_index (nodes, Node, i).record);
  g_assert_cmpuint (n_lost, ==, path.depth + 1);
}

/* Sets one random field, but no list, of one random record. */
static QtrPlan *
edit_at_random (const QtrPlan *plan, Node *node, const QtrField **field)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (QtrRecord) changed = NULL;

  list_nodes (&plan->record, TRUE, nodes);
  *node = g_array_index (nodes, Node, g_test_rand_int_range (0, (int) nodes->len));
  do
    *field = &node->record->type->fields[g_test_rand_int_range (0, (int) node->record->type->n_fields)];
  while ((*field)->kind == QTR_FIELD_LIST);
  changed = with_random_field (node->record, *field, 0);
  return qtr_edit_replace (plan, node->record->id, changed);
}

static void
test_edits (void)
{
  guint n_changed = 0;
  guint n_beside = 0;

  for (int run = 0; run < 30; run++) {
    g_autoptr (QtrPlan) plan = random_record (&qtr_plan_type, 3);
    g_autoptr (QtrPlan) twin = copy_apart (&plan->record);

    for (int step = 0; step < 20; step++) {
      Node node = { 0 };
      const QtrField *field = NULL;
      g_autoptr (QtrPlan) edited = edit_at_random (plan, &node, &field);

      if (edited == plan)
        continue;
      g_assert_true (qtr_record_equal (plan, twin));
      g_assert_false (qtr_record_equal (plan, edited));
      g_assert_cmpint (have_same_digest (plan, edited), ==, !node.is_signed || field->beside);
      assert_shared (plan, edited, node.record->id);
      n_changed++;
      n_beside += !node.is_signed;
    }
  }
  g_assert_cmpuint (n_changed, >, 100);
  g_assert_cmpuint (n_beside, >, 5);
}

/* Equal plans that share nothing have equal digests; edits in sequence and back lead to where they began. */
static void
test_there_and_back (void)
{
  for (int run = 0; run < 30; run++) {
    g_autoptr (QtrPlan) plan = random_record (&qtr_plan_type, 3);
    g_autoptr (QtrPlan) twin = copy_apart (&plan->record);
    Node node = { 0 };
    const QtrField *field = NULL;
    g_autoptr (QtrPlan) edited = edit_at_random (plan, &node, &field);
    g_autoptr (QtrPlan) back = qtr_edit_replace (edited, node.record->id, node.record);

    g_assert_true (qtr_record_equal (plan, twin) && have_same_digest (plan, twin));
    g_assert_true (qtr_record_equal (plan, back) && have_same_digest (plan, back));
  }
}

/* Removing and inserting again: the list is as before, and so are its records. */
static void
test_remove_and_insert (void)
{
  for (int run = 0; run < 60; run++) {
    g_autoptr (QtrPlan) plan = random_record (&qtr_plan_type, 3);
    g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
    const QtrRecord *record = NULL;
    const QtrRecord *parent = NULL;
    QtrPath path;
    g_autoptr (QtrPlan) removed = NULL;
    g_autoptr (QtrPlan) back = NULL;

    list_nodes (&plan->record, TRUE, nodes);
    if (nodes->len == 1)
      continue;
    record = g_array_index (nodes, Node, g_test_rand_int_range (1, (int) nodes->len)).record;
    g_assert_true (qtr_path_find (plan, record->id, &path) == record);
    parent = qtr_path_get_parent (plan, &path);

    removed = qtr_edit_remove (plan, record->id);
    g_assert_null (qtr_path_find (removed, record->id, &(QtrPath) { 0 }));
    g_assert_true (qtr_path_find (plan, record->id, &(QtrPath) { 0 }) == record);
    back = qtr_edit_insert (removed, parent->id, path.steps[path.depth - 1].field->name,
                            path.steps[path.depth - 1].index, record);
    g_assert_true (qtr_record_equal (plan, back) && have_same_digest (plan, back));
    g_assert_true (qtr_path_find (back, record->id, &path) == record);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/property/edits", test_edits);
  g_test_add_func ("/property/there-and-back", test_there_and_back);
  g_test_add_func ("/property/remove-and-insert", test_remove_and_insert);
  return g_test_run ();
}
