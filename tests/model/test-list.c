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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/splice", test_splice);
  g_test_add_func ("/list/find", test_find);
  g_test_add_func ("/list/short-forms", test_short_forms);
  return g_test_run ();
}
