/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/list.h"

#include "tests/model/outline.h"

static void
test_splice (void)
{
  static const struct {
    const char *list;
    guint index;
    guint n_removed;
    const char *inserted;
    const char *expected;
  } rows[] = {
    { "", 0, 0, "", "" },
    { "", 0, 0, "x", "x" },
    { "a b c", 0, 0, "x", "x a b c" },
    { "a b c", 3, 0, "x", "a b c x" },
    { "a b c", 1, 1, "x", "a x c" },
    { "a b c", 1, 1, "", "a c" },
    { "a b c", 0, 3, "", "" },
    { "a b c", 0, 3, "x y", "x y" },
    { "a b c", 1, 2, "x y z", "a x y z" },
    { "a b c", 1, 0, "", "a b c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrList) list = parse_outline (rows[i].list);
    g_autoptr (QtrList) inserted = parse_outline (rows[i].inserted);
    g_autofree gconstpointer *records = g_new (gconstpointer, qtr_list_length (inserted) + 1);
    g_autoptr (QtrList) spliced = NULL;

    for (guint j = 0; j < qtr_list_length (inserted); j++)
      records[j] = qtr_list_get (inserted, j);
    spliced = qtr_list_splice (list, rows[i].index, rows[i].n_removed, records, qtr_list_length (inserted));
    assert_outline (spliced, rows[i].expected);
    assert_outline (list, rows[i].list);
    g_assert_true ((*rows[i].expected == '\0') == (spliced == NULL));
  }
}

static void
test_find (void)
{
  g_autoptr (QtrList) list = parse_outline ("a b(x) c");
  guint index = 9;

  g_assert_true (qtr_list_find (list, "c", &index) == qtr_list_get (list, 2));
  g_assert_cmpuint (index, ==, 2);
  g_assert_null (qtr_list_find (list, "x", &index));
  g_assert_null (qtr_list_find (list, NULL, &index));
  g_assert_null (qtr_list_find (NULL, "a", &index));
  g_assert_cmpuint (index, ==, 2);
}

static void
test_short_forms (void)
{
  g_autoptr (QtrList) list = parse_outline ("a b c");
  g_autoptr (QtrList) other = parse_outline ("x");
  gconstpointer x = qtr_list_get (other, 0);
  g_autoptr (QtrList) inserted = qtr_list_insert (list, 1, x);
  g_autoptr (QtrList) appended = qtr_list_append (list, x);
  g_autoptr (QtrList) replaced = qtr_list_replace (list, 1, x);
  g_autoptr (QtrList) removed = qtr_list_remove (list, 1);

  assert_outline (inserted, "a x b c");
  assert_outline (appended, "a b c x");
  assert_outline (replaced, "a x c");
  assert_outline (removed, "a c");
  g_assert_true (qtr_list_get (removed, 1) == qtr_list_get (list, 2));
}

/* --- Long lists, which are no longer a row --- */

static void
add_areas (GPtrArray *records, guint at, int n_records)
{
  for (int i = 0; i < n_records; i++)
    g_ptr_array_insert (records, (int) at, qtr_record_new (&qtr_area_type, "name", "x", NULL));
}

static void
assert_holds (const QtrList *list, const GPtrArray *records)
{
  g_assert_cmpuint (qtr_list_length (list), ==, records->len);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (qtr_list_get (list, i) == records->pdata[i]);
}

/* Around every length at which one more level begins, and beside an array to which the same is done. */
static void
test_long (void)
{
  static const int lengths[] = { 31, 32, 33, 63, 64, 65, 511, 512, 513, 600 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
    g_autoptr (QtrList) list = NULL;

    add_areas (records, 0, lengths[i]);
    list = qtr_list_new_from_array (records);
    assert_holds (list, records);
    for (int j = 0; j < 40; j++) {
      g_autoptr (QtrList) before = g_steal_pointer (&list);
      guint at = (guint) g_test_rand_int_range (0, (int) records->len);
      guint n_removed = (guint) g_test_rand_int_range (0, MIN (4, (int) (records->len - at) + 1));
      int n_added = g_test_rand_int_range (0, 4);

      g_ptr_array_remove_range (records, at, n_removed);
      add_areas (records, at, n_added);
      list = qtr_list_splice (before, at, n_removed, (gconstpointer const *) records->pdata + at,
                              (guint) n_added);
      assert_holds (list, records);
    }
  }
}

static void
test_long_replaced (void)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrArea) other = qtr_record_new (&qtr_area_type, "name", "other", NULL);
  g_autoptr (QtrList) list = NULL;

  add_areas (records, 0, 600);
  list = qtr_list_new_from_array (records);
  for (guint i = 0; i < records->len; i++) {
    g_autoptr (QtrList) replaced = qtr_list_replace (list, i, other);
    g_autoptr (QtrList) twin = qtr_list_replace (list, i, other);
    guint found = 0;

    g_assert_true (qtr_list_find (replaced, other->record.id, &found) == other);
    g_assert_cmpuint (found, ==, i);
    g_assert_true (qtr_list_is_same (replaced, twin));
    g_assert_false (qtr_list_is_same (replaced, list));
    g_assert_true (i == 0 || qtr_list_get (replaced, i - 1) == records->pdata[i - 1]);
  }
  assert_holds (list, records);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/splice", test_splice);
  g_test_add_func ("/list/find", test_find);
  g_test_add_func ("/list/short-forms", test_short_forms);
  g_test_add_func ("/list/long", test_long);
  g_test_add_func ("/list/long-replaced", test_long_replaced);
  return g_test_run ();
}
