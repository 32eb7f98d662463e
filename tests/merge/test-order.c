/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/order.h"

#include <string.h>

static GPtrArray *
parse (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (; *text != '\0'; text++)
    g_ptr_array_add (names, g_strndup (text, 1));
  return names;
}

static char *
merge (const char *base, const char *ours, const char *theirs)
{
  g_autoptr (GPtrArray) before = parse (base);
  g_autoptr (GPtrArray) a = parse (ours);
  g_autoptr (GPtrArray) b = parse (theirs);
  g_autoptr (GPtrArray) merged = qtr_order_merge (before, a, b);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < merged->len; i++)
    g_string_append (text, merged->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
test_merge (void)
{
  static const struct {
    const char *base;
    const char *ours;
    const char *theirs;
    const char *merged;
  } rows[] = {
    { "", "", "", "" },
    { "abc", "abc", "abc", "abc" },
    { "abcd", "dabc", "abcd", "dabc" },
    { "abcd", "dabc", "acbd", "dacb" },
    { "abc", "axbc", "abyc", "axbyc" },
    /* Beside one another, the alphabet decides. */
    { "abc", "ayzbc", "axbc", "axyzbc" },
    /* A run stays together, and in its order. */
    { "abc", "azybc", "axwbc", "axwzybc" },
    { "abc", "cba", "abc", "cba" },
    { "abc", "cba", "cba", "cba" },
    /* What both added is there once, and holds the runs together. */
    { "ab", "amxnb", "akxob", "akmxnob" },
    { "ab", "axyb", "ayxb", "axyb" },
    /* Both moved it, each elsewhere: one place, not two. */
    { "abcde", "bcdea", "bcade", "bcade" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *merged = merge (rows[i].base, rows[i].ours, rows[i].theirs);
    g_autofree char *turned = merge (rows[i].base, rows[i].theirs, rows[i].ours);

    g_test_message ("row %" G_GSIZE_FORMAT, i);
    g_assert_cmpstr (merged, ==, rows[i].merged);
    g_assert_cmpstr (turned, ==, rows[i].merged);
  }
}

static char *
draw_order (const char *names)
{
  g_autoptr (GString) left = g_string_new (names);
  GString *drawn = g_string_new (NULL);

  while (left->len > 0) {
    int at = g_test_rand_int_range (0, (int) left->len);

    g_string_append_c (drawn, left->str[at]);
    g_string_erase (left, at, 1);
  }
  return g_string_free (drawn, FALSE);
}

/* Every name once, whichever side is first, and what one side alone did is done. */
static void
test_laws (void)
{
  for (int run = 0; run < 3000; run++) {
    g_autofree char *base = draw_order ("abcdef");
    g_autofree char *ours = draw_order ("abcdefxyz");
    g_autofree char *theirs = draw_order ("abcdefyzw");
    g_autofree char *merged = merge (base, ours, theirs);
    g_autofree char *turned = merge (base, theirs, ours);
    g_autofree char *alone = merge (base, ours, base);
    g_autofree char *alike = merge (base, ours, ours);

    g_assert_cmpstr (merged, ==, turned);
    g_assert_cmpstr (alone, ==, ours);
    g_assert_cmpstr (alike, ==, ours);
    g_assert_cmpuint (strlen (merged), ==, 10);
    for (const char *name = "abcdefwxyz"; *name != '\0'; name++)
      g_assert_nonnull (strchr (merged, *name));
  }
}

/* What neither side moved stands as it stood; one side's moves alone do not disturb the other's additions. */
static void
test_keep (void)
{
  static const struct {
    const char *before;
    const char *after;
    guint n_kept;
  } rows[] = {
    { "abcd", "abcd", 4 }, { "abcd", "bcda", 3 }, { "abcd", "dcba", 1 }, { "abcd", "axby", 2 }, { "", "a", 0 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) before = parse (rows[i].before);
    g_autoptr (GPtrArray) after = parse (rows[i].after);
    g_autoptr (GHashTable) kept = qtr_order_keep (before, after);

    g_assert_cmpuint (g_hash_table_size (kept), ==, rows[i].n_kept);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order/merge", test_merge);
  g_test_add_func ("/order/laws", test_laws);
  g_test_add_func ("/order/keep", test_keep);
  return g_test_run ();
}
