/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

#include <string.h>

#include "model/edit.h"

static gboolean
have_same_digest (gconstpointer a, gconstpointer b)
{
  return memcmp (qtr_record_digest (a), qtr_record_digest (b), QTR_DIGEST_SIZE) == 0;
}

/* Another value than @value for @field, whatever it is. */
static gpointer
with_other_value (gconstpointer record, const QtrField *field)
{
  static const char *const words[] = { "other" };
  g_autoptr (QtrTokens) tokens = qtr_tokens_new (words, 1);
  g_autoptr (QtrRecord) element =
      field->kind == QTR_FIELD_LIST ? qtr_record_new (field->element, "id", "child", NULL) : NULL;
  g_autoptr (QtrList) list = element == NULL ? NULL : qtr_list_append (NULL, element);

  switch (field->kind) {
  case QTR_FIELD_TEXT:
  case QTR_FIELD_TOKEN:
  case QTR_FIELD_PERIOD:
    return qtr_record_with_value (record, field, (QtrValue) { .string = "2019-20-Q3" });
  case QTR_FIELD_CHOICE:
  case QTR_FIELD_COUNT:
  case QTR_FIELD_FLAG:
    return qtr_record_with_value (record, field, (QtrValue) { .number = field->fallback + 1 });
  case QTR_FIELD_DECIMAL:
    return qtr_record_with_value (record, field, (QtrValue) { .decimal = { 40, 1 } });
  case QTR_FIELD_TOKENS:
    return qtr_record_with_value (record, field, (QtrValue) { .tokens = tokens });
  case QTR_FIELD_LIST:
    return qtr_record_with_value (record, field, (QtrValue) { .list = list });
  default:
    g_assert_not_reached ();
  }
}

/* Every field of every type: a change is seen by the comparison, and by the digest unless it stands beside.
 */
static void
check_type (const QtrRecordType *type, GPtrArray *seen, guint *n_beside)
{
  g_autoptr (QtrRecord) record = NULL;

  if (g_ptr_array_find (seen, type, NULL))
    return;

  g_ptr_array_add (seen, (gpointer) type);
  record = qtr_record_new (type, "id", "record", NULL);
  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];
    g_autoptr (QtrRecord) changed = with_other_value (record, field);
    g_autoptr (QtrRecord) back = qtr_record_with_value (changed, field, qtr_field_fallback (field));

    g_test_message ("%s.%s", type->name, field->name);
    g_assert_false (qtr_record_equal (record, changed));
    g_assert_cmpint (have_same_digest (record, changed), ==, field->beside);
    g_assert_true (qtr_record_equal (record, back));
    g_assert_true (have_same_digest (record, back));
    *n_beside += field->beside;
    if (field->kind == QTR_FIELD_LIST)
      check_type (field->element, seen, n_beside);
  }
}

static void
test_every_field (void)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  guint n_beside = 0;

  check_type (&qtr_plan_type, seen, &n_beside);
  g_assert_cmpuint (n_beside, ==, 21);
}

static void
test_identity (void)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "id", "b", "text", "x", NULL);
  g_autoptr (QtrBullet) equal = qtr_record_new (&qtr_bullet_type, "id", "b", "text", "x", NULL);
  g_autoptr (QtrBullet) renamed = qtr_record_with (bullet, "id", "c", NULL);
  g_autoptr (QtrArea) area = qtr_record_new (&qtr_area_type, "id", "b", NULL);
  g_autoptr (QtrPerson) person = qtr_record_new (&qtr_person_type, "id", "b", NULL);
  const QtrValue values[] = {
    { .string = NULL }, { .string = NULL }, { .string = "x" }, { .string = NULL }, { .list = NULL }
  };
  g_autoptr (QtrBullet) extra = qtr_record_build (&qtr_bullet_type, "b", "{\"new\":1}", values);

  g_assert_true (qtr_record_equal (bullet, equal) && have_same_digest (bullet, equal));
  g_assert_false (qtr_record_equal (bullet, renamed) || have_same_digest (bullet, renamed));
  g_assert_false (qtr_record_equal (area, person) || have_same_digest (area, person));
  g_assert_false (qtr_record_equal (bullet, extra) || have_same_digest (bullet, extra));
}

/* The same bytes cut up otherwise are another record. */
static void
test_boundaries (void)
{
  g_autoptr (QtrPerson) one = qtr_record_new (&qtr_person_type, "id", "p", "name", "ab", "role", "c", NULL);
  g_autoptr (QtrPerson) two = qtr_record_new (&qtr_person_type, "id", "p", "name", "a", "role", "bc", NULL);
  g_autoptr (QtrPerson) swapped =
      qtr_record_new (&qtr_person_type, "id", "p", "name", "c", "role", "ab", NULL);
  g_autoptr (QtrVintage) four =
      qtr_record_new (&qtr_vintage_type, "id", "v", "value", ((QtrDecimal) { 4, 0 }), NULL);
  g_autoptr (QtrVintage) precise =
      qtr_record_new (&qtr_vintage_type, "id", "v", "value", ((QtrDecimal) { 40, 1 }), NULL);

  g_assert_false (have_same_digest (one, two));
  g_assert_false (have_same_digest (one, swapped));
  g_assert_false (have_same_digest (four, precise));
  g_assert_false (qtr_record_equal (four, precise));
}

/* A digest once computed is kept, and is the record's own: a changed copy has its own, too. */
static void
test_kept (void)
{
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", "x", NULL);
  const guint8 *digest = qtr_record_digest (bullet);
  g_autoptr (QtrBullet) changed = qtr_record_with (bullet, "text", "y", NULL);

  g_assert_true (qtr_record_digest (bullet) == digest);
  g_assert_false (have_same_digest (bullet, changed));
}

/* Signatures outlive programs: the canonical form must not change unnoticed. */
static void
test_form (void)
{
  g_autoptr (QtrBullet) child = qtr_record_new (&qtr_bullet_type, "id", "child", "text", "In it.", NULL);
  g_autoptr (QtrList) children = qtr_list_append (NULL, child);
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "id", "bullet", "area", "North", "text",
                                                 "916 hours.", "bullets", children, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const guint8 *digest = qtr_record_digest (bullet);

  for (guint i = 0; i < QTR_DIGEST_SIZE; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  g_assert_cmpstr (text->str, ==, "55de148712ac76b6851395046bd60b144f3fb22bcf9ead80ffd29690ecb1db95");
}

static gpointer
digest_in_thread (gpointer record)
{
  return (gpointer) qtr_record_digest (record);
}

/* Whichever thread comes first, all are given the same answer at the same address. */
static void
test_threads (void)
{
  for (guint run = 0; run < 200; run++) {
    g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", "x", NULL);
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("digest", digest_in_thread, bullet);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      g_assert_true (g_thread_join (threads[i]) == qtr_record_digest (bullet));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/every-field", test_every_field);
  g_test_add_func ("/digest/identity", test_identity);
  g_test_add_func ("/digest/boundaries", test_boundaries);
  g_test_add_func ("/digest/kept", test_kept);
  g_test_add_func ("/digest/form", test_form);
  g_test_add_func ("/digest/threads", test_threads);
  return g_test_run ();
}
