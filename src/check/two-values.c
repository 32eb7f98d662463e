/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/against.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/claim-reader.h"
#include "check/fact-match.h"

/* How many words a sentence must have to say the same as another in so many words, and from how many on that
 * is enough, whatever else their bullets speak of; else these must be alike, too, out of a hundred. */
#define LEAST_WORDS 2
#define ENOUGH_WORDS 4
#define LEAST_ALIKE 60
/* With how many others a number is compared, so that a text that repeats itself costs what it is long. */
#define MOST_COMPARED 8
#define NEAR_FACTOR 2

/* --- Whether two sentences state one fact --- */

static gboolean
is_plain (const QtrFact *fact)
{
  return !fact->is_old && !fact->is_part && !fact->is_explained && fact->head != NULL &&
         fact->hedge == QTR_CLAIM_AS_PRINTED;
}

static int
compare_strings (gconstpointer left, gconstpointer right)
{
  return strcmp (*(const char *const *) left, *(const char *const *) right);
}

/* What two facts have in common that are one: what is counted, where, when, and all else that is said. */
static char *
make_key (const QtrFact *fact, QtrPeriod quarter)
{
  QtrPeriod period = qtr_fact_time_to_period (fact->time, quarter);
  guint n_words = g_strv_length ((char **) fact->around);
  g_autofree const char **words = g_memdup2 (fact->around, (n_words + 1) * sizeof *words);
  g_autofree char *all = NULL;

  if (!is_plain (fact) || !qtr_period_is_set (period) || n_words < LEAST_WORDS)
    return NULL;
  qsort (words, n_words, sizeof *words, compare_strings);
  all = g_strjoinv (" ", (char **) words);
  return g_strdup_printf ("%d|%s|%s|%d+%d|%s", fact->unit, fact->head, fact->area == NULL ? "" : fact->area,
                          period.start, period.unit, all);
}

static gboolean
are_in_alike_bullets (const QtrFact *a, const QtrFact *b)
{
  return g_strv_length ((char **) a->around) >= ENOUGH_WORDS ||
         qtr_fact_words_compare ((const char *const *) a->bullet_words,
                                 (const char *const *) b->bullet_words) >= LEAST_ALIKE;
}

static gboolean
is_one_fact (const QtrFact *a, const QtrFact *b)
{
  return a->bullet != b->bullet && qtr_facts_have_same_name (a, b) && are_in_alike_bullets (a, b) &&
         qtr_claim_is_near (a->value, b->value, NEAR_FACTOR);
}

/* Whether what the one says also stands in the bullet of the other, so that the sentences are of two facts
 * each.
 */
static gboolean
is_said_by (GArray *facts, const QtrFact *fact, const QtrFact *other)
{
  for (guint i = 0; i < facts->len; i++) {
    const QtrFact *beside = qtr_fact_get (facts, i);

    if (beside->bullet == other->bullet && qtr_facts_have_same_name (beside, fact) &&
        qtr_facts_agree (beside, fact))
      return TRUE;
  }
  return FALSE;
}

static void
add_remark (GArray *remarks, const QtrFact *fact, const QtrFact *other)
{
  QtrRemark *remark = qtr_remark_add (
      remarks, -1,
      /* Translators: two numbers of two bullets that say the same otherwise. */
      g_strdup_printf (_ ("Another bullet says %s where this one says %s"), other->text, fact->text));

  qtr_fact_point_at (fact, remark);
}

/* The facts that have one key, in order. */
static GHashTable *
group (GArray *facts, QtrPeriod quarter)
{
  GHashTable *groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < facts->len; i++) {
    g_autofree char *key = make_key (qtr_fact_get (facts, i), quarter);
    GPtrArray *members = key == NULL ? NULL : g_hash_table_lookup (groups, key);

    if (key == NULL)
      continue;
    if (members == NULL) {
      members = g_ptr_array_new ();
      g_hash_table_insert (groups, g_steal_pointer (&key), members);
    }
    if (members->len < MOST_COMPARED)
      g_ptr_array_add (members, (gpointer) qtr_fact_get (facts, i));
  }
  return groups;
}

static void
check_fact (GArray *facts, const QtrFact *fact, GPtrArray *members, GArray *remarks)
{
  for (guint i = 0; i < members->len; i++) {
    const QtrFact *other = members->pdata[i];

    if (other == fact || !is_one_fact (fact, other) || qtr_facts_agree (fact, other) ||
        is_said_by (facts, fact, other) || is_said_by (facts, other, fact))
      continue;
    add_remark (remarks, fact, other);
    return;
  }
}

void
qtr_check_two_values (const QtrInputs *inputs, GArray *remarks)
{
  g_autoptr (GArray) facts = qtr_facts_new (inputs->summaries);
  g_autoptr (GHashTable) groups = group (facts, inputs->quarter);
  GHashTableIter iter;
  gpointer members = NULL;

  /* In whichever order: the checker puts what is found in that of the text. */
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &members))
    for (guint i = 0; i < ((GPtrArray *) members)->len; i++)
      check_fact (facts, ((GPtrArray *) members)->pdata[i], members, remarks);
}
