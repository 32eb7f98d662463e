/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-forms.h"
#include "check/claim-look.h"
#include "check/claim-old.h"
#include "check/claim-role.h"

/* How far words are looked for. A sentence that holds its parts further from each other is not understood. */
#define NEAR 3
#define WITHIN_PHRASE 6
#define WITHIN_CLAUSE 14

int
qtr_claim_get_direction (guint senses)
{
  return senses & QTR_CLAIM_UP ? 1 : senses & QTR_CLAIM_DOWN ? -1 : 0;
}

gboolean
qtr_claim_is_phrasal (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "up|down|over|under|above|below") &&
         is (passage, at - 1,
             "set|sets|setting|signed|sign|made|make|makes|making|picked|pick|started|start|starting|cleaned|"
             "backed|take|taken|took|taking|turned|turn|follow|followed|following|put|putting|break|broke|"
             "broken|close|closed|shut|hold|held|take-up|bring|brought|opened|open|opening|summed|sum|"
             "looked|look|caught|catch|freed|freeing|free|written|write|drawn|draw|given|give|ended|end|used|"
             "speeding|speeded|sped|taken|carried|left|handed|all|most|presided|passed|sent|sit|split|add|adds|mop|mopped") &&
         !(is (passage, at - 1, "picked|pick|turned|brought|taken|bring|ended") &&
           (is (passage, at + 1, "by|from|on") ||
            (is (passage, at + 1, ",") && is (passage, at + 2, "from"))));
}

int
qtr_claim_skip_back (const QtrClaimPassage *passage, int at)
{
  for (int last = at - WITHIN_PHRASE;
       at > last && is_word (passage, at) && has (passage, at, QTR_CLAIM_SKIPPED);)
    at--;
  return at;
}

/* "the 2018-19 baseline of", "our Q1 figure of": a year, too, stands between an article and its noun. */
static int
skip_labels_back (const QtrClaimPassage *passage, int at)
{
  at = qtr_claim_skip_back (passage, at);
  for (int last = at - 4;
       at > last && (get (passage, at)->kind == QTR_CLAIM_NUMBER || is (passage, at, "-|/|–") ||
                     has (passage, at, QTR_CLAIM_MONTH | QTR_CLAIM_TIME));)
    at--;
  return qtr_claim_skip_back (passage, at);
}

int
qtr_claim_find_lead (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);

  /* "over its target of 1,000", "on the figure of 45", "from an average of 420" */
  if (is (passage, at, "of") &&
      is (passage, at - 1,
          "target|budget|plan|figure|total|level|number|record|average|estimate|capacity|base|baseline"))
    at = skip_labels_back (passage, at - 2);
  return at;
}

gboolean
qtr_claim_is_boundary (const QtrClaimPassage *passage, int at)
{
  return get (passage, at)->kind == QTR_CLAIM_EDGE || is (passage, at, ",|;|:|.|–|(|)|?|!");
}

/* --- Rates --- */

static gboolean
is_each (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at, "each|apiece|daily|weekly|monthly|hourly|annually|yearly|nightly"))
    return TRUE;
  if (is (passage, at, "per"))
    return is_word (passage, at + 1) || get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY;
  return is (passage, at, "a|an|every") &&
         is (passage, at + 1,
             "day|week|month|year|hour|night|quarter|head|minute|shift|fortnight|weekend|term|person|session|time|"
             "unit|piece|item|"
             "week-day|weekday|weeknight|household|resident");
}

/* "£410 a place", "eleven to a session": for what the text also says how many there are. */
static gboolean
counts_what_it_is_for (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  int index = (int) get (passage, quantity->item)->quantity;
  const char *thing;

  if (is (passage, at, "to") && !is (passage, ++at, "a|an"))
    return FALSE;
  thing = get (passage, at + 1)->word;
  for (int i = MAX (index - 4, 0); i < index; i++)
    if (*thing != '\0' && *qtr_claim_quantity_get (passage, i)->noun != '\0' &&
        qtr_claim_lexicon_are_same_thing (thing, qtr_claim_quantity_get (passage, i)->noun))
      return TRUE;
  return FALSE;
}

static void
set_rate (QtrClaimQuantity *quantity, int cue)
{
  quantity->role = QTR_CLAIM_RATE;
  quantity->each = TRUE;
  quantity->cue = cue;
}

/* "75 samples were tested every day": what was done so often, with its verb in between. */
static gboolean
find_rate_behind_verb (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  if (*quantity->noun == '\0' || qtr_claim_quantity_is_ratio (quantity))
    return FALSE;
  for (int last = at + NEAR; at < last && is_word (passage, at) && !has (passage, at, QTR_CLAIM_FUNCTION);
       at++)
    ;
  if (!is (passage, at, "are|were|is|was|have|has|come|came"))
    return FALSE;
  for (int last = at + NEAR + 2; ++at < last && is_word (passage, at);) {
    if (is (passage, at, "every|each|per|daily|weekly|monthly") ||
        (is (passage, at, "a") && has (passage, at + 1, QTR_CLAIM_TIME))) {
      if (!is (passage, at, "daily|weekly|monthly") && !has (passage, at + 1, QTR_CLAIM_TIME))
        return FALSE;
      if (has (passage, at + 2, QTR_CLAIM_BEFORE))
        return FALSE;
      set_rate (quantity, at);
      return TRUE;
    }
    if (has (passage, at, QTR_CLAIM_FUNCTION) && !is (passage, at, "been|being"))
      return FALSE;
  }
  return FALSE;
}

static void
find_rate (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  if (find_rate_behind_verb (passage, quantity))
    return;
  /* "Every month 150 people join" */
  if (has (passage, quantity->first - 1, QTR_CLAIM_TIME) &&
      is (passage, quantity->first - 2, "every|each|per") && !qtr_claim_quantity_is_ratio (quantity)) {
    set_rate (quantity, quantity->first - 2);
    return;
  }
  for (int last = at + NEAR; at < last; at++) {
    if (get (passage, at)->line != quantity->line)
      return;
    if (is (passage, at, "each|apiece") && at > quantity->item + 1 &&
        !has (passage, at + 1, QTR_CLAIM_TIME) && (at > quantity->item + 2 || is_word (passage, at + 1)))
      return;
    if (is_each (passage, at) && !(is (passage, at, "a|an") && qtr_claim_quantity_is_ratio (quantity) &&
                                   is (passage, at + 2, "ago|earlier|before"))) {
      if (has (passage, at + 2, QTR_CLAIM_BEFORE))
        return;
      set_rate (quantity, at);
      return;
    }
    /* "7.5 pupils to each computer", "eleven to a session" */
    if (is (passage, at, "to|for|on|in|from") && is (passage, at + 1, "each|every") &&
        is_word (passage, at + 2)) {
      set_rate (quantity, at + 1);
      return;
    }
    if (is (passage, at, "a|an|to") && at <= quantity->item + 2 &&
        counts_what_it_is_for (passage, quantity, at)) {
      set_rate (quantity, is (passage, at, "to") ? at + 1 : at);
      return;
    }
    if (!is_word (passage, at) || has (passage, at, QTR_CLAIM_FUNCTION))
      return;
  }
}

/* "from 12,000 a week to 10,200", "up on 48 a day", "than 48 a day": what a rate is compared with is a level
 * of its own. */
static void
find_compared_rate (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  QtrClaimQuantity *before =
      qtr_claim_quantity_get (passage, (int) get (passage, quantity->item)->quantity - 1);
  int at = qtr_claim_find_lead (passage, quantity);
  gboolean follows = before != NULL && before->each && before->sentence == quantity->sentence &&
                     quantity->item - before->item < WITHIN_PHRASE && is (passage, at, "to") &&
                     before->unit == quantity->unit &&
                     is (passage, qtr_claim_find_lead (passage, before), "from");

  if (follows) {
    quantity->each = TRUE;
    quantity->role = before->role = QTR_CLAIM_LEVEL;
    quantity->cue = before->cue = -1;
  } else if (quantity->role == QTR_CLAIM_RATE &&
             (is (passage, at, "than|against|versus|previously|formerly|from") ||
              (is (passage, at, "with|to") && is (passage, at - 1, "compared|compares|relative")) ||
              (is (passage, at, "on") && has (passage, at - 1, QTR_CLAIM_MOVES)))) {
    quantity->role = QTR_CLAIM_LEVEL;
    quantity->cue = -1;
  }
}

/* "over 13 weeks", "in the same three months": how long, not how much. */
static void
find_period (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int last = qtr_claim_skip_back (passage, quantity->first - 1);

  if (quantity->role != QTR_CLAIM_LEVEL || !has (passage, quantity->item + 1, QTR_CLAIM_TIME))
    return;
  for (int at = quantity->item - 1; at >= last; at--)
    if (is (passage, at, "over|in|during|between|for|within|every|across|throughout|since"))
      quantity->role = QTR_CLAIM_PERIOD;
}

/* --- Magnitudes --- */

void
qtr_claim_set_magnitude (QtrClaimQuantity *quantity, int direction, int cue)
{
  quantity->role = QTR_CLAIM_MAGNITUDE;
  quantity->direction = quantity->sign != 0 ? quantity->sign : direction;
  quantity->cue = cue;
}

/* Where a word that moves stands before @at, no further than @distance and in the same sentence; -1. */
int
qtr_claim_find_mover (const QtrClaimPassage *passage, int at, int distance, guint how)
{
  guint sentence = get (passage, at)->sentence;

  for (int before = at; before > at - distance && get (passage, before)->sentence == sentence; before--) {
    if (is (passage, before, ";|."))
      return -1;
    if (has (passage, before, how) && has (passage, before, QTR_CLAIM_MOVES) &&
        !qtr_claim_is_phrasal (passage, before))
      return before;
  }

  return -1;
}

/* "the additional 9", ", an extra 9": what was said before has become more by so much. */
static gboolean
is_addition (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  return is (passage, at, "additional|extra") &&
         (is (passage, at - 1, "the|these|those") ||
          (is (passage, at - 1, "an") && is (passage, at - 2, ",|–|or|(|i.e|i.e.|:")));
}

/* A change that a word before a bracket or a colon names: "(plus 17%)", "the increase (15%)", "Increase:
 * 15%". */
static gboolean
find_labelled (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  /* ", change 8%" */
  if (qtr_claim_quantity_is_ratio (quantity) && has (passage, quantity->first - 1, QTR_CLAIM_THING) &&
      has (passage, quantity->first - 1, QTR_CLAIM_MOVES) && is (passage, quantity->first - 2, ",|;|(|–")) {
    qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, quantity->first - 1)->senses),
                             quantity->first - 1);
    return TRUE;
  }
  if (is (passage, quantity->first - 1, "plus|minus") && is (passage, quantity->first - 2, "(|,|–|:|;|=") &&
      qtr_claim_quantity_is_ratio (quantity)) {
    qtr_claim_set_magnitude (quantity, is (passage, quantity->first - 1, "plus") ? 1 : -1,
                             quantity->first - 1);
    return TRUE;
  }
  if (((is (passage, quantity->first - 1, "(") && is (passage, quantity->item + 1, ")") &&
        is (passage, quantity->first - 3, "the|this|that|a|an|our")) ||
       (is (passage, quantity->first - 1, ":") &&
        (is (passage, quantity->first - 3, ";|.|,") ||
         get (passage, quantity->first - 3)->sentence != quantity->sentence))) &&
      has (passage, quantity->first - 2, QTR_CLAIM_THING) &&
      has (passage, quantity->first - 2, QTR_CLAIM_UP | QTR_CLAIM_DOWN)) {
    qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, quantity->first - 2)->senses),
                             quantity->first - 2);
    return TRUE;
  }
  return FALSE;
}

/* "got worse by 1.4 minutes", "became longer by 9%" */
static int
find_comparative (const QtrClaimPassage *passage, int by)
{
  if (has (passage, by - 1, QTR_CLAIM_DEGREE) && has (passage, by - 1, QTR_CLAIM_MOVES) &&
      (has (passage, by - 2, QTR_CLAIM_BE) || is (passage, by - 2, "got|become|grew|grown|gets|becoming")))
    return by - 1;
  return -1;
}

/* "The fall is 9%", "The gap between the 512 and the 430 is 82": the noun that a verb at @at says the size
 * of.
 */
static int
find_subject (const QtrClaimPassage *passage, int at)
{
  int mover = qtr_claim_find_mover (passage, at - 1, NEAR, QTR_CLAIM_THING);

  /* "The number of posts cut is 12" */
  if (mover >= 0)
    return qtr_claim_lexicon_is_plural (get (passage, mover - 1)->word) ? -1 : mover;
  mover = qtr_claim_find_mover (passage, at - 1, 2 * WITHIN_CLAUSE, QTR_CLAIM_THING);
  return mover >= 0 && is (passage, mover - 1, "the|this|a|our") && is (passage, mover + 1, "between|from")
             ? mover
             : -1;
}

/* "dropped a further 6%", "rose another 12%" */
static gboolean
goes_further (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  if (!qtr_claim_quantity_is_ratio (quantity) && quantity->unit != QTR_CLAIM_POINTS)
    return FALSE;
  for (at++; at < quantity->first; at++)
    if (!is (passage, at, "a|another|further|mere|full|modest|massive|only|just|some"))
      return FALSE;
  return TRUE;
}

/* "a rise of 9%", "fell by 9%", "up 9%", "the fall is 9%", "the additional 9" */
static gboolean
find_before (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);
  int mover = -1;

  if (find_labelled (passage, quantity))
    return TRUE;
  /* "by a negligible 0.4%" */
  if (is (passage, quantity->first - 2, "a|an") && is_word (passage, quantity->first - 1) &&
      !has (passage, quantity->first - 1, QTR_CLAIM_MOVES))
    at = quantity->first - 3;
  if (get (passage, at)->sentence != quantity->sentence)
    return FALSE;
  if (is (passage, at, "by"))
    mover = qtr_claim_find_mover (passage, at - 1, WITHIN_CLAUSE, QTR_CLAIM_DEED | QTR_CLAIM_THING);
  if (is (passage, at, "by") && mover < 0)
    mover = find_comparative (passage, at);
  else if (is (passage, at, "of") && !(is (passage, at - 1, "excess") && is (passage, at - 2, "in")))
    mover = qtr_claim_find_mover (passage, at - 1, qtr_claim_quantity_is_ratio (quantity) ? WITHIN_PHRASE : 2,
                                  QTR_CLAIM_THING);
  else if (has (passage, at, QTR_CLAIM_BE) || is (passage, at, "being|amounts|represents"))
    mover = find_subject (passage, at);
  else if (has (passage, at, QTR_CLAIM_DEED) && has (passage, at, QTR_CLAIM_UP | QTR_CLAIM_DOWN) &&
           (at >= quantity->first - 1 || goes_further (passage, quantity, at)) &&
           !qtr_claim_is_phrasal (passage, at) &&
           !is (passage, at, "raised|raise|raises|raising|lifted|lowering|cutting|axed"))
    mover = at;
  if (is_addition (passage, quantity))
    mover = quantity->first - 1;
  if (mover < 0)
    return FALSE;
  qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, mover)->senses), mover);
  return TRUE;
}

/* "9 over the 40": what follows is a level, and no stretch of time. */
static gboolean
goes_over (const QtrClaimPassage *passage, int at)
{
  for (int last = at + NEAR + 2; ++at < last && get (passage, at)->kind != QTR_CLAIM_MARK;)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY)
      return !has (passage, at + 1, QTR_CLAIM_TIME);
  return FALSE;
}

/* What "above", "up" and their like need behind them to compare. */
static gboolean
goes_with (const QtrClaimPassage *passage, int at, const QtrClaimQuantity *quantity)
{
  /* "12 under 20" are most likely young. */
  if (is (passage, at, "over|under") && get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY &&
      quantity->unit == QTR_CLAIM_COUNT && *quantity->measure == '\0')
    return FALSE;
  if (is (passage, at, "over"))
    return goes_over (passage, at);
  if (is (passage, at, "ahead|short") || is (passage, at, "behind|beyond"))
    return is (passage, at, "ahead|short")
               ? is (passage, at + 1, "of") || qtr_claim_is_boundary (passage, at + 1)
               : goes_over (passage, at);
  if (is (passage, at, "above|below|under"))
    return goes_over (passage, at) || is (passage, at + 1, "that|last|average|target|plan|budget") ||
           (has (passage, at + 1, QTR_CLAIM_SKIPPED) &&
            is (passage, at + 2,
                "average|target|national|regional|previous|planned|budget|budgeted|expected|same|level|figure|county|county's|mean|median"));
  if (is (passage, at, "up|down"))
    return qtr_claim_quantity_is_ratio (quantity) || quantity->unit == QTR_CLAIM_POINTS ||
           qtr_claim_is_boundary (passage, at + 1) ||
           is (passage, at + 1, "on|from|against|compared|at|and|over|year-on-year");
  return TRUE;
}

/* "52% under six weeks, 31% up to 18 and 16% longer": the last of several classes is compared with nothing.
 */
static gboolean
is_one_of_classes (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int degree)
{
  int index = (int) get (passage, quantity->item)->quantity;
  guint n = 0;

  if (has (passage, degree, QTR_CLAIM_THING) || is (passage, degree, "up|down|fewer|less|higher|lower") ||
      !(qtr_claim_is_boundary (passage, degree + 1) || is (passage, degree + 1, "than")))
    return FALSE;
  for (int i = index - 1; i >= MAX (index - 4, 0); i--) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);

    n += other->sentence == quantity->sentence && other->unit == quantity->unit &&
         qtr_claim_quantity_is_ratio (other);
  }
  return n > 1;
}

/* "44 more than now": what was before is compared with what is. */
static gboolean
is_than_now (const QtrClaimPassage *passage, int at)
{
  if (!is (passage, at, "than"))
    return FALSE;
  at += 1 + (is (passage, at + 1, "it|there|we") != 0);
  at += is (passage, at, "is|are|have|at");
  return has (passage, at, QTR_CLAIM_NOW) ||
         (is (passage, at, "this") && has (passage, at + 1, QTR_CLAIM_TIME) &&
          get (passage, at + 2)->kind != QTR_CLAIM_QUANTITY);
}

/* "9% higher", "six seats fewer", "a 9% fall"; but "four falls" counts them. */
static gboolean
find_behind (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  gboolean is_part = qtr_claim_quantity_is_ratio (quantity) || quantity->unit == QTR_CLAIM_POINTS;
  int at = quantity->item + 1;

  if (is (passage, at, "in") && is (passage, at + 1, "excess") && is (passage, at + 2, "of")) {
    qtr_claim_set_magnitude (quantity, 1, at + 1);
    return TRUE;
  }
  /* "189 (10%) more than" */
  if (is (passage, at, "(") && qtr_claim_quantity_at (passage, at + 1) != NULL && is (passage, at + 2, ")"))
    at += 3;
  for (int last = at + NEAR; at < last; at++) {
    if (!is_word (passage, at) || get (passage, at)->line != quantity->line)
      return FALSE;
    /* "13,997 three months earlier" */
    if (at > quantity->item + 1 && has (passage, at, QTR_CLAIM_TIME) &&
        has (passage, at + 1, QTR_CLAIM_BEFORE))
      return FALSE;
    if (has (passage, at, QTR_CLAIM_DEGREE)) {
      if (qtr_claim_is_phrasal (passage, at) || !goes_with (passage, at, quantity) ||
          is_one_of_classes (passage, quantity, at))
        return FALSE;
      if (!is_part && has (passage, at, QTR_CLAIM_THING) &&
          (!is (passage, quantity->first - 1, "a|an|the") || is (passage, at, "falls|drops|cuts|savings")))
        return FALSE;
      qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, at)->senses), at);
      if (is_than_now (passage, at + 1))
        quantity->direction = -quantity->direction;
      return TRUE;
    }
    if (has (passage, at, QTR_CLAIM_FUNCTION))
      return FALSE;
  }

  return FALSE;
}

/* "by 120, 86 and 45": what a list goes on with is a change as its first is. */
static gboolean
find_in_list (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  const QtrClaimQuantity *before =
      qtr_claim_quantity_get (passage, (int) get (passage, quantity->item)->quantity - 1);
  int at = quantity->first - 1;

  at -= is (passage, at, "and") && is (passage, at - 1, ",");
  if (before == NULL || before->role != QTR_CLAIM_MAGNITUDE || before->unit != quantity->unit ||
      before->item != at - 1 || !is (passage, at, ",|and") || before->cue >= before->first ||
      !(is (passage, before->first - 1, "by") || before->is_listed) ||
      !(qtr_claim_is_boundary (passage, quantity->item + 1) ||
        is (passage, quantity->item + 1, "and|respectively")))
    return FALSE;
  qtr_claim_set_magnitude (quantity, before->direction, before->cue);
  quantity->is_listed = TRUE;
  return TRUE;
}

static gboolean
is_below_one (const QtrClaimQuantity *quantity)
{
  int order = 0;

  return qtr_rational_compare (quantity->value, qtr_rational_new (1, 1), &order) && order < 0;
}

/* "rose from 64 to 80, which is 25 per cent": a percentage right behind both ends of a change. */
static gboolean
find_concluded (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int index = (int) get (passage, quantity->item)->quantity;
  const QtrClaimQuantity *to = qtr_claim_quantity_get (passage, index - 1);
  const QtrClaimQuantity *from = qtr_claim_quantity_get (passage, index - 2);
  int mover;

  if (quantity->unit != QTR_CLAIM_PERCENT || from == NULL || to == NULL ||
      from->sentence != quantity->sentence || to->unit == QTR_CLAIM_PERCENT ||
      quantity->item - to->item > WITHIN_PHRASE + 1 || to->item - from->item > WITHIN_PHRASE ||
      is (passage, quantity->item + 1, "of|were|was|are") || !is (passage, to->first - 1, "to") ||
      !is (passage, qtr_claim_skip_back (passage, from->first - 1), "from") ||
      !(is (passage, quantity->first - 1, "is|or|i.e|i.e.|(|representing|equals|means") ||
        is (passage, quantity->first - 2, "is|equal|equivalent")))
    return FALSE;
  mover = qtr_claim_find_mover (passage, from->first - 1, WITHIN_CLAUSE, QTR_CLAIM_DEED | QTR_CLAIM_THING);
  if (mover < 0)
    return FALSE;
  qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, mover)->senses), mover);
  return TRUE;
}

/* ", so 24 has been saved", ", 275 names having been added": what was done makes it a change. */
static gboolean
find_participle (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  gboolean is_passive = FALSE;

  if (!is (passage, quantity->first - 1, ",|so|with|–") || qtr_claim_quantity_is_ratio (quantity))
    return FALSE;
  for (int at = quantity->item + 1; at < quantity->item + WITHIN_PHRASE && is_word (passage, at); at++) {
    is_passive = is_passive || is (passage, at, "been|being");
    if (is_passive && is (passage, at, "added|gained|saved|lost|removed|cut|shed|deleted")) {
      qtr_claim_set_magnitude (quantity, is (passage, at, "added|gained") ? 1 : -1, at);
      return TRUE;
    }
  }
  return FALSE;
}

static void
find_magnitude (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  if (quantity->role == QTR_CLAIM_RATE)
    return;
  if (find_behind (passage, quantity) || find_before (passage, quantity) ||
      qtr_claim_find_repeated (passage, quantity) || qtr_claim_find_trailing (passage, quantity) ||
      find_participle (passage, quantity) || find_concluded (passage, quantity) ||
      find_in_list (passage, quantity))
    return;
  if (quantity->sign != 0 || quantity->unit == QTR_CLAIM_POINTS)
    qtr_claim_set_magnitude (quantity, quantity->sign, quantity->item);
  else if (quantity->unit == QTR_CLAIM_TIMES)
    qtr_claim_set_magnitude (quantity, is_below_one (quantity) ? -1 : 1, quantity->item);
  else
    find_period (passage, quantity);
}

/* "a rise of seven points" is one of percentage points where percentages are what rose. */
static void
read_bare_points (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int index = (int) get (passage, quantity->item)->quantity;
  QtrRational half = qtr_rational_new (1, 2);

  if (quantity->unit != QTR_CLAIM_COUNT || quantity->role != QTR_CLAIM_MAGNITUDE ||
      !is (passage, quantity->item + 1, "point|points"))
    return;
  for (int i = MAX (index - 6, 0); i < index + 6; i++) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);

    if (other == NULL || other->sentence != quantity->sentence || other->unit != QTR_CLAIM_PERCENT)
      continue;
    quantity->unit = QTR_CLAIM_POINTS;
    if (quantity->precision == 0)
      quantity->range = qtr_interval_add (
          quantity->range, (QtrInterval) { qtr_rational_subtract (qtr_rational_new (0, 1), half), half });
    quantity->end = get (passage, quantity->item + 1)->end;
    return;
  }
}

void
qtr_claim_roles_find (QtrClaimPassage *passage)
{
  for (guint i = 0; i < passage->quantities->len; i++) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);

    find_rate (passage, quantity);
    find_compared_rate (passage, quantity);
    find_magnitude (passage, quantity);
    qtr_claim_link_repeated (passage, quantity);
    read_bare_points (passage, quantity);
    qtr_claim_link_forms (passage, quantity);
  }
  qtr_claim_old_find (passage);
}
