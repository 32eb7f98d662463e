/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/glossary.h"

#include <string.h>

#include "check/acronym.h"
#include "check/subject.h"

static void
clear_entry (gpointer data)
{
  QtrGlossaryEntry *entry = data;

  g_free (entry->letters);
  g_free (entry->expansion);
}

/* An expansion that was found by its letters is better than one that only stands before them. */
typedef struct {
  char *expansion;
  gboolean is_loose;
  gboolean is_used;
} Meaning;

static void
free_meaning (gpointer data)
{
  g_free (((Meaning *) data)->expansion);
  g_free (data);
}

static void
take_acronym (GHashTable *meanings, const QtrAcronym *acronym, gboolean is_used)
{
  Meaning *meaning = g_hash_table_lookup (meanings, acronym->letters);

  if (meaning == NULL) {
    meaning = g_new0 (Meaning, 1);
    g_hash_table_insert (meanings, g_strdup (acronym->letters), meaning);
  }
  meaning->is_used |= is_used;
  if (acronym->expansion == NULL ||
      (meaning->expansion != NULL && !(meaning->is_loose && !acronym->is_loose)))
    return;
  g_free (meaning->expansion);
  meaning->expansion = g_strdup (acronym->expansion);
  meaning->is_loose = acronym->is_loose;
}

static void
take_text (GHashTable *meanings, const char *text, gboolean is_used)
{
  g_autoptr (GArray) acronyms = qtr_acronyms_read (text);

  for (guint i = 0; i < acronyms->len; i++)
    take_acronym (meanings, &g_array_index (acronyms, QtrAcronym, i), is_used);
}

static void
take_subject (GHashTable *meanings, const QtrSubject *subject)
{
  const QtrRecord *record = subject->record;

  if (subject->kind == QTR_SUBJECT_BULLET) {
    take_text (meanings, ((const QtrBullet *) record)->text, TRUE);
  } else if (subject->kind == QTR_SUBJECT_WHOLE && record->type == &qtr_bullet_type) {
    take_text (meanings, ((const QtrBullet *) record)->text, FALSE);
  } else if (subject->kind == QTR_SUBJECT_PRIORITY) {
    take_text (meanings, ((const QtrPriority *) record)->title, FALSE);
  } else if (subject->kind == QTR_SUBJECT_COMMITMENT) {
    take_text (meanings, ((const QtrCommitment *) record)->lead, FALSE);
    take_text (meanings, ((const QtrCommitment *) record)->text, FALSE);
  }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const QtrGlossaryEntry *) a)->letters, ((const QtrGlossaryEntry *) b)->letters);
}

static GArray *
list (GArray *subjects)
{
  g_autoptr (GHashTable) meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_meaning);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (QtrGlossaryEntry));
  GHashTableIter iter;
  gpointer letters = NULL;
  gpointer found = NULL;

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < subjects->len; i++)
    take_subject (meanings, &g_array_index (subjects, QtrSubject, i));
  g_hash_table_iter_init (&iter, meanings);
  while (g_hash_table_iter_next (&iter, &letters, &found)) {
    const Meaning *meaning = found;
    QtrGlossaryEntry entry = { g_strdup (letters), g_strdup (meaning->expansion) };

    if (meaning->is_used && meaning->expansion != NULL)
      g_array_append_val (entries, entry);
    else
      clear_entry (&entry);
  }
  g_array_sort (entries, compare_entries);
  return entries;
}

GArray *
qtr_glossary_list (const QtrPlan *plan, QtrPeriod quarter)
{
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (GArray) subjects = NULL;

  g_return_val_if_fail (update != NULL, NULL);

  subjects = qtr_subjects_new (plan, update, update, quarter);
  return list (subjects);
}

GArray *
qtr_glossary_list_for_bullets (const QtrList *bullets, const char *headings)
{
  g_autoptr (GArray) subjects = qtr_subjects_new_for_bullets (bullets, NULL, headings);

  return list (subjects);
}
