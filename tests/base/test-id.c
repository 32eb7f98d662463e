/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/id.h"

#define THREADS 8
#define IDS_A_THREAD 2000

static void
test_form (void)
{
  for (int run = 0; run < 1000; run++) {
    g_autofree char *id = qtr_id_new ();

    g_assert_cmpuint (strlen (id), ==, QTR_ID_LENGTH);
    g_assert_cmpuint (strspn (id, "0123456789abcdefghjkmnpqrstvwxyz"), ==, QTR_ID_LENGTH);
    g_assert_true (qtr_id_is_valid (id));
  }
}

static void
test_seeded (void)
{
  static const guint64 seeds[] = { 1, 2, G_GUINT64_CONSTANT (1) << 32 | 1, G_MAXUINT64 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++) {
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    g_autofree char *again = NULL;

    qtr_id_seed (seeds[i]);
    first = qtr_id_new ();
    second = qtr_id_new ();
    qtr_id_seed (seeds[i]);
    again = qtr_id_new ();
    g_assert_cmpstr (first, ==, again);
    g_assert_true (g_hash_table_add (seen, g_steal_pointer (&first)));
    g_assert_true (g_hash_table_add (seen, g_steal_pointer (&second)));
  }
  qtr_id_seed (0);
}

/* After a seed of zero the ids no longer repeat. */
static void
test_unseeded (void)
{
  g_autofree char *seeded = NULL;
  g_autofree char *after = NULL;
  g_autofree char *once_more = NULL;

  qtr_id_seed (5);
  seeded = qtr_id_new ();
  qtr_id_seed (0);
  after = qtr_id_new ();
  qtr_id_seed (0);
  once_more = qtr_id_new ();
  g_assert_cmpstr (seeded, !=, after);
  g_assert_cmpstr (after, !=, once_more);
}

/* Every one of the 32 characters turns up at every place: no bit is lost or doubled. */
static void
test_all_bits (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  qtr_id_seed (1912);
  for (int run = 0; run < 2000; run++) {
    g_autofree char *id = qtr_id_new ();

    for (int place = 0; place < QTR_ID_LENGTH; place++)
      g_hash_table_add (seen, GINT_TO_POINTER (place << 8 | id[place]));
  }
  qtr_id_seed (0);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 32 * QTR_ID_LENGTH);
}

static gpointer
draw_many_cb (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < IDS_A_THREAD; i++)
    g_ptr_array_add (ids, qtr_id_new ());
  return ids;
}

static guint
count_distinct_from_threads (void)
{
  GThread *threads[THREADS];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < THREADS; i++)
    threads[i] = g_thread_new ("ids", draw_many_cb, NULL);
  for (int i = 0; i < THREADS; i++) {
    g_autoptr (GPtrArray) ids = g_thread_join (threads[i]);

    for (guint j = 0; j < ids->len; j++)
      g_hash_table_add (seen, g_strdup (ids->pdata[j]));
  }
  return g_hash_table_size (seen);
}

static void
test_threads (void)
{
  g_assert_cmpuint (count_distinct_from_threads (), ==, THREADS * IDS_A_THREAD);
  qtr_id_seed (7);
  g_assert_cmpuint (count_distinct_from_threads (), ==, THREADS * IDS_A_THREAD);
  qtr_id_seed (0);
}

static void
test_valid (void)
{
  static const struct {
    const char *text;
    gboolean valid;
  } rows[] = {
    { "a", TRUE },
    { "p1-roads_2", TRUE },
    { "A-Z", TRUE },
    { "0123456789012345678901234567890123456789012345678901234567890123", TRUE },
    { "01234567890123456789012345678901234567890123456789012345678901234", FALSE },
    { "", FALSE },
    { NULL, FALSE },
    { "a b", FALSE },
    { "a/b", FALSE },
    { "a.b", FALSE },
    { "caf\u00e9", FALSE },
    { "a\n", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (qtr_id_is_valid (rows[i].text), ==, rows[i].valid);
}

/* The same words give the same id, and no other words do, however they are cut. */
static void
test_derive (void)
{
  static const char *const lists[][2] = {
    { "a", "b" }, { "ab", NULL }, { NULL, "ab" }, { "", "ab" }, { "ab", "" }
  };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *other = qtr_id_derive ("other", lists[0], 2);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    char *id = qtr_id_derive ("kind", lists[i], 2);
    g_autofree char *again = qtr_id_derive ("kind", lists[i], 2);

    g_assert_true (qtr_id_is_valid (id));
    g_assert_cmpuint (strlen (id), ==, QTR_ID_LENGTH);
    g_assert_cmpstr (id, ==, again);
    g_assert_cmpstr (id, !=, other);
    g_assert_true (g_hash_table_add (ids, id));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/form", test_form);
  g_test_add_func ("/id/seeded", test_seeded);
  g_test_add_func ("/id/unseeded", test_unseeded);
  g_test_add_func ("/id/all-bits", test_all_bits);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/valid", test_valid);
  g_test_add_func ("/id/derive", test_derive);
  return g_test_run ();
}
