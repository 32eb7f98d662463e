/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

#include <string.h>

#include "base/id.h"
#include "model/measure.h"
#include "model/update.h"

/* Every record type of the plan is reached from its root, so a new one is tested without being named here. */
static void
collect_types (const QtrRecordType *type, GPtrArray *types)
{
  if (g_ptr_array_find (types, type, NULL))
    return;

  g_ptr_array_add (types, (gpointer) type);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == QTR_FIELD_LIST)
      collect_types (type->fields[i].element, types);
}

static gsize
get_size (QtrFieldKind kind)
{
  static const gsize sizes[] = {
    [QTR_FIELD_TEXT] = sizeof (char *),        [QTR_FIELD_TOKEN] = sizeof (char *),
    [QTR_FIELD_PERIOD] = sizeof (char *),      [QTR_FIELD_CHOICE] = sizeof (int),
    [QTR_FIELD_COUNT] = sizeof (int),          [QTR_FIELD_FLAG] = sizeof (int),
    [QTR_FIELD_DECIMAL] = sizeof (QtrDecimal), [QTR_FIELD_TOKENS] = sizeof (QtrTokens *),
    [QTR_FIELD_LIST] = sizeof (QtrList *),
  };

  return sizes[kind];
}

/* A table that names one member twice, leaves one out or gives it another kind would lose it in every copy.
 */
static void
test_tables (void)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  collect_types (&qtr_plan_type, types);
  g_assert_cmpuint (types->len, >=, 16);
  for (guint i = 0; i < types->len; i++) {
    const QtrRecordType *type = types->pdata[i];
    gsize end = sizeof (QtrRecord);

    for (guint j = 0; j < type->n_fields; j++) {
      const QtrField *field = &type->fields[j];

      g_test_message ("%s.%s", type->name, field->name);
      g_assert_true (qtr_record_type_find_field (type, field->name) == field);
      g_assert_cmpuint (field->offset, >=, end);
      g_assert_cmpuint (field->offset - end, <, sizeof (gpointer));
      end = field->offset + get_size (field->kind);
      g_assert_true ((field->kind == QTR_FIELD_CHOICE) == (field->choices != NULL));
    }
    g_assert_cmpuint (type->size - end, <, sizeof (gpointer));
    g_assert_null (qtr_record_type_find_field (type, "no_such_field"));
  }
}

static void
test_fallbacks (void)
{
  g_autoptr (QtrPlan) plan = qtr_record_new (&qtr_plan_type, "title", "", NULL);
  g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "name", "Calls", NULL);

  g_assert_null (plan->title);
  g_assert_cmpint (plan->first_month, ==, 4);
  g_assert_null (plan->priorities);
  g_assert_false (qtr_decimal_is_set (measure->baseline));
  g_assert_cmpint (measure->good, ==, QTR_GOOD_NEITHER);
  g_assert_true (qtr_id_is_valid (plan->record.id));
  g_assert_cmpstr (plan->record.id, !=, measure->record.id);
}

static void
test_ids (void)
{
  g_autoptr (QtrBullet) first = NULL;
  g_autoptr (QtrBullet) again = NULL;
  g_autoptr (QtrBullet) given = qtr_record_new (&qtr_bullet_type, "text", "A", "id", "mine", NULL);

  qtr_id_seed (5);
  first = qtr_record_new (&qtr_bullet_type, "text", "A", NULL);
  qtr_id_seed (5);
  again = qtr_record_new (&qtr_bullet_type, "text", "A", NULL);
  qtr_id_seed (0);

  g_assert_cmpstr (first->record.id, ==, again->record.id);
  g_assert_cmpstr (given->record.id, ==, "mine");
  g_assert_cmpstr (given->text, ==, "A");
}

/* Texts are copied: what the caller does with its own afterwards changes nothing. */
static void
test_texts_are_copied (void)
{
  char text[] = "before";
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", text, "area", text, NULL);

  memcpy (text, "after!", 6);
  g_assert_cmpstr (bullet->text, ==, "before");
  g_assert_cmpstr (bullet->area, ==, "before");
}

static void
test_with (void)
{
  g_autoptr (QtrBullet) child = qtr_record_new (&qtr_bullet_type, "text", "Child", NULL);
  g_autoptr (QtrList) children = qtr_list_append (NULL, child);
  g_autoptr (QtrBullet) bullet =
      qtr_record_new (&qtr_bullet_type, "text", "One", "area", "North", "bullets", children, NULL);
  g_autoptr (QtrBullet) changed = qtr_record_with (bullet, "text", "Two", NULL);
  g_autoptr (QtrBullet) same = qtr_record_with (bullet, "text", "One", "area", "North", NULL);
  g_autoptr (QtrBullet) renamed = qtr_record_with (bullet, "id", "other", NULL);
  g_autoptr (QtrBullet) emptied = qtr_record_with (bullet, "text", "", "bullets", NULL, NULL);

  g_assert_cmpstr (bullet->text, ==, "One");
  g_assert_cmpstr (changed->text, ==, "Two");
  g_assert_cmpstr (changed->record.id, ==, bullet->record.id);
  g_assert_true (changed->area == bullet->area);
  g_assert_true (changed->bullets == bullet->bullets);
  g_assert_true (same == bullet);
  g_assert_cmpstr (renamed->record.id, ==, "other");
  g_assert_true (renamed->text == bullet->text);
  g_assert_null (emptied->text);
  g_assert_null (emptied->bullets);
}

static void
test_extra_is_kept (void)
{
  const QtrValue values[] = {
    { .string = NULL }, { .string = NULL }, { .string = "One" }, { .string = NULL }, { .list = NULL }
  };
  g_autoptr (QtrBullet) bullet = qtr_record_build (&qtr_bullet_type, "b", "{\"new\":1}", values);
  g_autoptr (QtrBullet) changed = qtr_record_with (bullet, "text", "Two", NULL);

  g_assert_cmpuint (G_N_ELEMENTS (values), ==, qtr_bullet_type.n_fields);
  g_assert_cmpstr (bullet->text, ==, "One");
  g_assert_cmpstr (changed->record.extra, ==, "{\"new\":1}");
}

/* A child lives for as long as anything holds it, and its parent need not be among that. */
static void
test_life (void)
{
  g_autoptr (QtrBullet) child = qtr_record_new (&qtr_bullet_type, "text", "Child", NULL);
  g_autoptr (QtrBullet) kept = NULL;

  {
    g_autoptr (QtrList) children = qtr_list_append (NULL, child);
    g_autoptr (QtrBullet) parent = qtr_record_new (&qtr_bullet_type, "bullets", children, NULL);

    kept = qtr_record_ref (qtr_list_get (parent->bullets, 0));
    g_assert_true (kept == child);
  }
  g_assert_cmpstr (kept->text, ==, "Child");
  g_clear_pointer (&child, qtr_record_unref);
  g_assert_cmpstr (kept->text, ==, "Child");
}

static void
test_tokens (void)
{
  const char *const texts[] = { "a", "b" };
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (texts, 2);
  g_autoptr (QtrTokens) none = qtr_tokens_new (NULL, 0);
  g_autoptr (QtrMeasure) measure = qtr_record_new (&qtr_measure_type, "priorities", tokens, NULL);
  g_autoptr (QtrMeasure) emptied = qtr_record_with (measure, "priorities", none, NULL);

  g_assert_true (qtr_tokens_contain (measure->priorities, "b"));
  g_assert_false (qtr_tokens_contain (measure->priorities, "c"));
  g_assert_false (qtr_tokens_contain (NULL, "c"));
  g_assert_cmpuint (qtr_tokens_length (measure->priorities), ==, 2);
  g_assert_null (emptied->priorities);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/tables", test_tables);
  g_test_add_func ("/record/fallbacks", test_fallbacks);
  g_test_add_func ("/record/ids", test_ids);
  g_test_add_func ("/record/texts-are-copied", test_texts_are_copied);
  g_test_add_func ("/record/with", test_with);
  g_test_add_func ("/record/extra-is-kept", test_extra_is_kept);
  g_test_add_func ("/record/life", test_life);
  g_test_add_func ("/record/tokens", test_tokens);
  return g_test_run ();
}
