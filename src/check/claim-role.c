/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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
             "speeding|speeded|sped|taken|carried|left|handed|all|most|presided|passed|sent|sit|split|add|adds|mop|mopped");
}

int
qtr_claim_skip_back (const QtrClaimPassage *passage, int at)
{
  for (int last = at - WITHIN_PHRASE;
       at > last && is_word (passage, at) && has (passage, at, QTR_CLAIM_SKIPPED);)
    at--;
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
find_rate (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  for (int last = at + NEAR; at < last; at++) {
    if (get (passage, at)->line != quantity->line)
      return;
    if (is (passage, at, "each|apiece") && at > quantity->item + 1 &&
        (at > quantity->item + 2 || is_word (passage, at + 1)))
      return;
    if (is_each (passage, at) && !(is (passage, at, "a|an") && qtr_claim_quantity_is_ratio (quantity) &&
                                   is (passage, at + 2, "ago|earlier|before"))) {
      if (has (passage, at + 2, QTR_CLAIM_BEFORE))
        return;
      quantity->role = QTR_CLAIM_RATE;
      quantity->cue = at;
      return;
    }
    /* "7.5 pupils to each computer", "eleven to a session" */
    if (is (passage, at, "to|for|on|in|from") && is (passage, at + 1, "each|every") &&
        is_word (passage, at + 2)) {
      quantity->role = QTR_CLAIM_RATE;
      quantity->cue = at + 1;
      return;
    }
    if (is (passage, at, "a|an|to") && at <= quantity->item + 2 &&
        counts_what_it_is_for (passage, quantity, at)) {
      quantity->role = QTR_CLAIM_RATE;
      quantity->cue = is (passage, at, "to") ? at + 1 : at;
      return;
    }
    if (!is_word (passage, at) || has (passage, at, QTR_CLAIM_FUNCTION))
      return;
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

static void
set_magnitude (QtrClaimQuantity *quantity, int direction, int cue)
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

/* "a rise of 9%", "fell by 9%", "up 9%", "the fall is 9%", "the additional 9" */
static gboolean
find_before (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);
  int mover = -1;

  /* "(plus 17%)" */
  if (is (passage, quantity->first - 1, "plus|minus") && is (passage, quantity->first - 2, "(|,|–") &&
      qtr_claim_quantity_is_ratio (quantity)) {
    set_magnitude (quantity, is (passage, quantity->first - 1, "plus") ? 1 : -1, quantity->first - 1);
    return TRUE;
  }
  /* "by a negligible 0.4%" */
  if (is (passage, quantity->first - 2, "a|an") && is_word (passage, quantity->first - 1) &&
      !has (passage, quantity->first - 1, QTR_CLAIM_MOVES))
    at = quantity->first - 3;
  if (get (passage, at)->sentence != quantity->sentence)
    return FALSE;
  if (is (passage, at, "by"))
    mover = qtr_claim_find_mover (passage, at - 1, WITHIN_CLAUSE, QTR_CLAIM_DEED | QTR_CLAIM_THING);
  else if (is (passage, at, "of"))
    mover = qtr_claim_find_mover (passage, at - 1, qtr_claim_quantity_is_ratio (quantity) ? WITHIN_PHRASE : 2,
                                  QTR_CLAIM_THING);
  else if (has (passage, at, QTR_CLAIM_BE) || is (passage, at, "being|amounts|represents"))
    mover = qtr_claim_find_mover (passage, at - 1, NEAR, QTR_CLAIM_THING);
  else if (has (passage, at, QTR_CLAIM_DEED) && has (passage, at, QTR_CLAIM_UP | QTR_CLAIM_DOWN) &&
           at >= quantity->first - 1 && !qtr_claim_is_phrasal (passage, at))
    mover = at;
  if (is_addition (passage, quantity))
    mover = quantity->first - 1;
  if (mover < 0)
    return FALSE;
  set_magnitude (quantity, qtr_claim_get_direction (get (passage, mover)->senses), mover);
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

/* "9% higher", "six seats fewer", "a 9% fall"; but "four falls" counts them. */
static gboolean
find_behind (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  gboolean is_part = qtr_claim_quantity_is_ratio (quantity) || quantity->unit == QTR_CLAIM_POINTS;
  int at = quantity->item + 1;

  for (int last = at + NEAR; at < last; at++) {
    if (!is_word (passage, at) || get (passage, at)->line != quantity->line)
      return FALSE;
    if (has (passage, at, QTR_CLAIM_DEGREE)) {
      if (!goes_with (passage, at, quantity))
        return FALSE;
      if (!is_part && has (passage, at, QTR_CLAIM_THING) &&
          (!is (passage, quantity->first - 1, "a|an|the") || is (passage, at, "falls|drops|cuts|savings")))
        return FALSE;
      set_magnitude (quantity, qtr_claim_get_direction (get (passage, at)->senses), at);
      return TRUE;
    }
    if (has (passage, at, QTR_CLAIM_FUNCTION))
      return FALSE;
  }

  return FALSE;
}

/* The quantity before the bracket or the "or" that @quantity stands behind, over a few words. */
static QtrClaimQuantity *
find_neighbour (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  if (!is (passage, at, "(|or|,|–"))
    return NULL;
  at -= is (passage, at, "or") && is (passage, at - 1, ",") ? 2 : 1;
  for (int last = at - WITHIN_PHRASE; at > last && is_word (passage, at); at--)
    if (has (passage, at, QTR_CLAIM_THOSE) || is (passage, at, "than|from|against|compared|when"))
      return NULL;
  return qtr_claim_quantity_at (passage, at);
}

/* "52 (22%)", "up 11 (19%)", "by 12, or 9%": the same change, said the other way. */
static gboolean
find_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  QtrClaimQuantity *before = find_neighbour (passage, quantity);
  gboolean in_brackets = is (passage, quantity->first - 1, "(");

  if (before == NULL || before->sentence != quantity->sentence || before->role != QTR_CLAIM_MAGNITUDE ||
      before->unit == QTR_CLAIM_POINTS || quantity->unit == QTR_CLAIM_POINTS ||
      qtr_claim_quantity_is_ratio (before) == qtr_claim_quantity_is_ratio (quantity))
    return FALSE;
  if (is (passage, quantity->first - 1, ",|–"))
    return FALSE;
  /* "a rise of 9 (3 of them serious)", "up 9% (842 from 912)" */
  if (in_brackets && !is (passage, quantity->item + 1, ")|,|;|on|compared|from|less|more|fewer|up|down"))
    return FALSE;
  /* "down 12% (440)" may say the new level as well as the difference: that is for the arithmetic to find out.
   */
  if (!qtr_claim_quantity_is_ratio (quantity) && in_brackets) {
    quantity->base = (int) get (passage, before->item)->quantity;
    return FALSE;
  }
  if (qtr_claim_quantity_is_ratio (quantity) || is (passage, quantity->first - 1, "or")) {
    set_magnitude (quantity, before->direction, before->cue);
    quantity->base = (int) get (passage, before->item)->quantity;
    return TRUE;
  }

  return FALSE;
}

/* "fell by 310 to 1,290 from 1,600 (24%)": a percentage alone in brackets behind what was before. */
static gboolean
find_trailing (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  QtrClaimQuantity *before = find_neighbour (passage, quantity);
  int mover;

  if (before == NULL || quantity->unit != QTR_CLAIM_PERCENT || before->unit == QTR_CLAIM_PERCENT ||
      !((is (passage, quantity->first - 1, "(") && is (passage, quantity->item + 1, ")")) ||
        (is (passage, quantity->first - 1, "–") && is (passage, quantity->item + 1, "–"))) ||
      !is (passage, qtr_claim_skip_back (passage, before->first - 1), "from|to"))
    return FALSE;
  mover = qtr_claim_find_mover (passage, before->first - 1, WITHIN_CLAUSE, QTR_CLAIM_DEED | QTR_CLAIM_THING);
  if (mover < 0)
    return FALSE;
  set_magnitude (quantity, qtr_claim_get_direction (get (passage, mover)->senses), mover);
  return TRUE;
}

/* A magnitude in brackets behind another repeats it, whatever else made it one: "(52 fewer)". */
static void
link_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  QtrClaimQuantity *before = find_neighbour (passage, quantity);

  if (quantity->role == QTR_CLAIM_MAGNITUDE && quantity->base < 0 && before != NULL &&
      before->role == QTR_CLAIM_MAGNITUDE && before->sentence == quantity->sentence &&
      is (passage, quantity->first - 1, "(") &&
      qtr_claim_quantity_is_ratio (before) != qtr_claim_quantity_is_ratio (quantity))
    quantity->base = (int) get (passage, before->item)->quantity;
}

static gboolean
is_below_one (const QtrClaimQuantity *quantity)
{
  int order = 0;

  return qtr_rational_compare (quantity->value, qtr_rational_new (1, 1), &order) && order < 0;
}

static void
find_magnitude (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  if (quantity->role == QTR_CLAIM_RATE)
    return;
  if (find_behind (passage, quantity) || find_before (passage, quantity) ||
      find_repeated (passage, quantity) || find_trailing (passage, quantity))
    return;
  if (quantity->sign != 0 || quantity->unit == QTR_CLAIM_POINTS)
    set_magnitude (quantity, quantity->sign, quantity->item);
  else if (quantity->unit == QTR_CLAIM_TIMES)
    set_magnitude (quantity, is_below_one (quantity) ? -1 : 1, quantity->item);
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
    find_magnitude (passage, quantity);
    link_repeated (passage, quantity);
    read_bare_points (passage, quantity);
  }
  qtr_claim_old_find (passage);
}
