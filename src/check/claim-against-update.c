/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/against.h"

#include <glib/gi18n-lib.h>

#include "check/claim-reader.h"
#include "check/fact-match.h"

/* Out of a hundred: how much the words around two numbers have in common if both are the same figure; how
 * much, if its name says more than "calls"; and by how much the best has to be ahead of another. */
#define LEAST_ALIKE 50
#define LEAST_ALIKE_NAMED 25
#define LEAST_AHEAD 10
/* The same, for one that agrees to be enough. */
#define LEAST_AGREEING 15
/* How many times as large as the other one of two may be and still be that one, restated; and where the words
 * leave no doubt. */
#define NEAR_FACTOR 2
#define SURE_FACTOR 3
#define SURELY_ALIKE 75

typedef struct {
  const QtrFact *fact;
  guint alike;
} Candidate;

/* --- What the older update said of it --- */

/* The time of a number in the older update: its own quarter, or the month at its end. */
static gboolean
is_of_its_quarter (const QtrFact *fact, QtrPeriod quarter)
{
  QtrPeriod period = qtr_fact_time_to_period (fact->time, quarter);

  return !fact->is_old && qtr_period_is_set (period) && qtr_period_contains (quarter, period) &&
         period.start + period.unit == quarter.start + quarter.unit;
}

static guint
compare_words (const QtrFact *a, const QtrFact *b)
{
  return (qtr_fact_words_compare ((const char *const *) a->around, (const char *const *) b->around) +
          qtr_fact_words_compare ((const char *const *) a->bullet_words,
                                  (const char *const *) b->bullet_words)) /
         2;
}

static int
compare_candidates (gconstpointer left, gconstpointer right)
{
  return (int) ((const Candidate *) right)->alike - (int) ((const Candidate *) left)->alike;
}

/* The likeliest first. */
static GArray *
find_candidates (const QtrFact *quoted, GArray *published, QtrPeriod quarter)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < published->len; i++) {
    const QtrFact *fact = qtr_fact_get (published, i);
    Candidate candidate = { fact, 0 };

    if (!qtr_facts_have_same_name (quoted, fact) || !qtr_facts_are_of_one_place (quoted, fact) ||
        !is_of_its_quarter (fact, quarter))
      continue;
    candidate.alike = compare_words (quoted, fact);
    g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* A sum of money or a share without a name needs all the more words around it. */
static guint
get_least_alike (const QtrFact *quoted, const QtrFact *published)
{
  if (quoted->head == NULL)
    return SURELY_ALIKE;
  if (*quoted->name == NULL || qtr_fact_words_compare ((const char *const *) quoted->name,
                                                       (const char *const *) published->name) < 100)
    return LEAST_ALIKE;
  return LEAST_ALIKE_NAMED;
}

static gboolean
may_be_restated (const QtrFact *quoted, const Candidate *candidate)
{
  return candidate->alike >= get_least_alike (quoted, candidate->fact) &&
         qtr_claim_is_near (quoted->value, candidate->fact->value,
                            candidate->alike >= SURELY_ALIKE ? SURE_FACTOR : NEAR_FACTOR);
}

/* The one that surely is the same figure, and differs; %NULL: none, or it agrees. */
static const QtrFact *
find_disagreeing (const QtrFact *quoted, GArray *published, QtrPeriod quarter)
{
  g_autoptr (GArray) candidates = find_candidates (quoted, published, quarter);
  const Candidate *best = NULL;

  for (guint i = 0; i < candidates->len; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (candidate->alike >= LEAST_AGREEING && qtr_facts_agree (quoted, candidate->fact))
      return NULL;
    if (!may_be_restated (quoted, candidate))
      continue;
    if (best == NULL)
      best = candidate;
    else if (candidate->alike + LEAST_AHEAD > best->alike && !qtr_facts_agree (best->fact, candidate->fact))
      return NULL;
  }
  return best == NULL ? NULL : best->fact;
}

/* --- Saying so --- */

static void
add_remark (GArray *remarks, const QtrFact *quoted, const QtrFact *said, QtrPeriod quarter)
{
  g_autofree char *label = qtr_period_to_label (quarter);
  /* Translators: a quarter, a number as it was published in it, the same number as it is quoted now:
   * "The update for Q3 2019/20 said 208; the text says 215 for that quarter. …" */
  QtrRemark *remark = qtr_remark_add (
      remarks, -1,
      g_strdup_printf (_ ("The update for %s said %s; the text says %s for that quarter. If it was restated, "
                          "say so and why, or record both values in a measure"),
                       label, said->text, quoted->text));

  remark->rule = "comparator-mismatch";
  qtr_fact_point_at (quoted, remark);
}

static gboolean
is_known (GArray *matches, const QtrFact *fact)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_array_index (matches, QtrFactMatch, i).fact == fact)
      return TRUE;
  return FALSE;
}

/* Whether it quotes that quarter, without saying that it differs, and no measure has the last word on it. */
static gboolean
is_quoted (GArray *matches, const QtrFact *fact, QtrPeriod quarter, QtrPeriod from)
{
  QtrPeriod period = qtr_fact_time_to_period (fact->time, quarter);

  return fact->is_old && !fact->is_explained && qtr_period_is_set (period) &&
         qtr_period_compare (period, from) == 0 && !is_known (matches, fact);
}

static void
check_against (const QtrInputs *inputs, GArray *facts, GArray *matches, GPtrArray *summaries, QtrPeriod from,
               GArray *remarks)
{
  g_autoptr (GArray) published = NULL;

  for (guint i = 0; summaries != NULL && i < facts->len; i++) {
    const QtrFact *quoted = qtr_fact_get (facts, i);
    const QtrFact *said = NULL;

    if (!is_quoted (matches, quoted, inputs->quarter, from))
      continue;
    if (published == NULL)
      published = qtr_facts_new (summaries);
    said = find_disagreeing (quoted, published, from);
    if (said != NULL)
      add_remark (remarks, quoted, said, from);
  }
}

void
qtr_check_against_updates (GArray *facts, GArray *matches, const QtrInputs *inputs, GArray *remarks)
{
  check_against (inputs, facts, matches, inputs->year_before, qtr_period_year_before (inputs->quarter),
                 remarks);
  check_against (inputs, facts, matches, inputs->quarter_before, qtr_period_add (inputs->quarter, -1),
                 remarks);
}
