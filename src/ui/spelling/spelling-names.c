/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/spelling/spelling-names.h"

#include "model/measure.h"
#include "ui/spelling/spelling-words.h"

static void
add_name (GHashTable *names, const char *name)
{
  g_autoptr (GArray) words = name == NULL ? NULL : qtr_spelling_find_words (name);

  for (guint i = 0; words != NULL && i < words->len; i++) {
    QtrSpellingWord *word = &g_array_index (words, QtrSpellingWord, i);

    g_hash_table_add (names, g_steal_pointer (&word->word));
  }
}

static void
add_areas (GHashTable *names, const QtrList *areas)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);

    add_name (names, area->name);
    add_areas (names, area->areas);
  }
}

GHashTable *
qtr_spelling_list_names (const QtrPlan *plan)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_name (names, plan->title);
  add_name (names, plan->body);
  add_areas (names, plan->areas);
  for (guint i = 0; i < qtr_list_length (plan->people); i++)
    add_name (names, ((const QtrPerson *) qtr_list_get (plan->people, i))->name);
  for (guint i = 0; i < qtr_list_length (plan->measures); i++)
    add_name (names, ((const QtrMeasure *) qtr_list_get (plan->measures, i))->name);
  return names;
}

gboolean
qtr_spelling_is_same_names (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer word = NULL;

  if (a == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (b, word))
      return FALSE;

  return TRUE;
}
