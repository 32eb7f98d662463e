/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fact-match.h"

#include <string.h>

#include "check/fact-words.h"

/* Words that have as many first letters in common are of one family. */
#define FAMILY 6
#define SHORTEST_ACRONYM 2

gboolean
qtr_fact_words_are_same (const char *a, const char *b)
{
  gsize shorter = MIN (strlen (a), strlen (b));
  gsize same = 0;

  if (g_str_equal (a, b))
    return TRUE;
  while (same < shorter && a[same] == b[same])
    same++;
  return same >= FAMILY && same + 1 >= shorter;
}

gboolean
qtr_fact_words_have (const char *const *words, const char *word)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (qtr_fact_words_are_same (words[i], word))
      return TRUE;

  return FALSE;
}

/* The first letters of all words, in order. */
static char *
get_initials (const char *const *words)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_c (initials, words[i][0]);
  return g_string_free (initials, FALSE);
}

/* Whether one of @words is made of the letters that @word and its neighbours begin with. */
static gboolean
is_abbreviated (const char *const *words, const char *word, const char *const *beside)
{
  g_autofree char *initials = get_initials (beside);
  gsize at = 0;

  while (beside[at] != NULL && !g_str_equal (beside[at], word))
    at++;
  for (guint i = 0; beside[at] != NULL && words[i] != NULL; i++) {
    const char *run = strlen (words[i]) < SHORTEST_ACRONYM ? NULL : strstr (initials, words[i]);
    gsize first = run == NULL ? 0 : (gsize) (run - initials);

    if (run != NULL && first <= at && at < first + strlen (words[i]))
      return TRUE;
  }
  return FALSE;
}

gboolean
qtr_fact_words_say (const char *const *words, const char *word, const char *const *beside)
{
  g_autofree char *initials = NULL;

  if (qtr_fact_words_have (words, word))
    return TRUE;
  if (words == NULL || beside == NULL)
    return FALSE;
  initials = get_initials (words);
  return (strlen (word) >= SHORTEST_ACRONYM && strstr (initials, word) != NULL) ||
         is_abbreviated (words, word, beside);
}

static guint
count_common (const char *const *a, const char *const *b)
{
  guint n = 0;

  for (guint i = 0; a[i] != NULL; i++)
    n += qtr_fact_words_have (b, a[i]);
  return n;
}

guint
qtr_fact_words_compare (const char *const *a, const char *const *b)
{
  guint all = g_strv_length ((char **) a) + g_strv_length ((char **) b);

  return all == 0 ? 0 : (count_common (a, b) + count_common (b, a)) * 100 / all;
}

static gboolean
has_all (const char *const *words, const char *const *wanted)
{
  return count_common (wanted, words) == g_strv_length ((char **) wanted);
}

gboolean
qtr_facts_have_same_name (const QtrFact *a, const QtrFact *b)
{
  const char *const *words_a = (const char *const *) a->name;
  const char *const *words_b = (const char *const *) b->name;
  guint least = MIN (g_strv_length ((char **) a->name), g_strv_length ((char **) b->name));

  if (a->unit != b->unit || a->is_part != b->is_part || (a->head == NULL) != (b->head == NULL))
    return FALSE;
  /* A plain number without a name counts anything. */
  if (a->head == NULL ? a->unit == QTR_CLAIM_COUNT : !qtr_fact_words_are_same (a->head, b->head))
    return FALSE;
  if (least > 0)
    return count_common (words_a, words_b) * 2 >= least;
  return has_all ((const char *const *) a->bullet_words, words_b) &&
         has_all ((const char *const *) b->bullet_words, words_a);
}

gboolean
qtr_fact_is_elsewhere (const QtrFact *self, const char *const *words)
{
  for (guint i = 0; self->around[i] != NULL; i++) {
    const char *place = self->around[i] + strlen (QTR_FACT_PLACE);

    if (g_str_has_prefix (self->around[i], QTR_FACT_PLACE) && !qtr_fact_words_have (words, self->around[i]) &&
        !qtr_fact_words_have (words, place))
      return TRUE;
  }
  return FALSE;
}

gboolean
qtr_facts_are_of_one_place (const QtrFact *a, const QtrFact *b)
{
  if (qtr_fact_is_elsewhere (a, (const char *const *) b->bullet_words) ||
      qtr_fact_is_elsewhere (b, (const char *const *) a->bullet_words))
    return FALSE;
  if (a->area == NULL || b->area == NULL)
    return a->area == b->area;
  return g_ascii_strcasecmp (a->area, b->area) == 0;
}

gboolean
qtr_facts_agree (const QtrFact *a, const QtrFact *b)
{
  return qtr_interval_overlaps (a->range, b->range);
}
