/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "model/edit.h"
#include "model/path.h"

/* Random plans of every record type, and random edits on them. */

static char *
random_text (void)
{
  static const char *const words[] = {
    "calls", "£5.4m", "Südend", "(12.5%)", "", "a\nb", "2019-20-Q3", "−3"
  };

  return g_strdup (words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
}

static guint
count_choices (const QtrField *field)
{
  return g_strv_length ((char **) field->choices);
}

static gpointer random_record (const QtrRecordType *type, guint depth);

static QtrList *
random_list (const QtrRecordType *type, guint depth)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  int n_records = depth == 0 ? 0 : g_test_rand_int_range (0, 4);

  for (int i = 0; i < n_records; i++)
    g_ptr_array_add (records, random_record (type, depth - 1));
  return qtr_list_new_from_array (records);
}

static QtrTokens *
random_tokens (void)
{
  g_autofree char *first = random_text ();
  g_autofree char *second = random_text ();
  const char *texts[] = { first, second };

  return qtr_tokens_new (texts, (guint) g_test_rand_int_range (0, 3));
}

/* A copy of @record with one field drawn anew, which may be as it was. */
static gpointer
with_random_field (gconstpointer record, const QtrField *field, guint depth)
{
  g_autofree char *text = random_text ();
  g_autoptr (QtrTokens) tokens = random_tokens ();
  g_autoptr (QtrList) list = field->kind == QTR_FIELD_LIST ? random_list (field->element, depth) : NULL;
  QtrValue value = { .string = NULL };

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    value.string = text;
    break;
  case QTR_FIELD_CHOICE:
    value.number = g_test_rand_int_range (0, (int) count_choices (field));
    break;
  case QTR_FIELD_COUNT:
    value.number = g_test_rand_int_range (0, 5);
    break;
  case QTR_FIELD_FLAG:
    value.number = g_test_rand_int_range (0, 2);
    break;
  case QTR_FIELD_DECIMAL:
    value.decimal = (QtrDecimal) { g_test_rand_int_range (-50, 50), g_test_rand_int_range (0, 3) };
    break;
  case QTR_FIELD_TOKENS:
    value.tokens = tokens;
    break;
  case QTR_FIELD_LIST:
    value.list = list;
    break;
  default:
    g_assert_not_reached ();
  }
  return qtr_record_with_value (record, field, value);
}

static gpointer
random_record (const QtrRecordType *type, guint depth)
{
  g_autoptr (QtrRecord) record = qtr_record_new (type, "id", NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++) {
    g_autoptr (QtrRecord) before = g_steal_pointer (&record);

    record = with_random_field (before, &type->fields[i], depth);
  }
  return g_steal_pointer (&record);
}

/* A copy that shares nothing with @record, so that it also shows whether @record changed later. */
static gpointer
copy_apart (const QtrRecord *record)
{
  g_autofree QtrValue *values = g_new (QtrValue, record->type->n_fields);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_list_unref);

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

    values[i] = qtr_record_get (record, field);
    if (field->kind != QTR_FIELD_LIST)
      continue;
    for (guint j = 0; j < qtr_list_length (values[i].list); j++)
      g_ptr_array_add (records, copy_apart (qtr_list_get (values[i].list, j)));
    values[i].list = qtr_list_new_from_array (records);
    if (values[i].list != NULL)
      g_ptr_array_add (lists, (gpointer) values[i].list);
  }
  return qtr_record_build (record->type, record->id, record->extra, values);
}

/* Every record of a tree, and whether a digest of the root speaks of it. */
typedef struct {
  const QtrRecord *record;
  gboolean is_signed;
} Node;

static void
list_nodes (const QtrRecord *record, gboolean is_signed, GArray *nodes)
{
  Node node = { record, is_signed };

  g_array_append_val (nodes, node);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++)
      list_nodes (qtr_list_get (list, j), is_signed && !field->beside, nodes);
  }
}

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
      g_assert_cmpint (have_same_digest (plan, edited), ==, !node.is_signed);
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
