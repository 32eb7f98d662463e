/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-old.h"

#include <stdlib.h>
#include <string.h>

#include "check/claim-look.h"
#include "check/claim-role.h"

/* How far words are looked for, as in the search for roles. */
#define NEAR 3
#define WITHIN_PHRASE 6
#define WITHIN_CLAUSE 14

/* "last year", "the previous one"; but "the last quarter" may be this one. */
static gboolean
is_earlier (const QtrClaimPassage *passage, int at)
{
  if (has (passage, at, QTR_CLAIM_BEFORE) && !is (passage, at + 1, "than"))
    return !is (passage, at, "before|earlier|prior|originally|initially") ||
           qtr_claim_is_boundary (passage, at + 1) || has (passage, at - 1, QTR_CLAIM_TIME) ||
           is (passage, at + 1, "the");
  if (is (passage, at, "start|outset|beginning") && is (passage, at - 1, "the") && is (passage, at - 2, "at"))
    return TRUE;
  /* "where in 2018 it was 13.6%" */
  if (get (passage, at)->kind == QTR_CLAIM_NUMBER && strlen (get (passage, at)->word) == 4 &&
      is (passage, at - 1, "in") && is (passage, at - 2, "where|when|whereas"))
    return TRUE;
  if (!has (passage, at, QTR_CLAIM_EARLIER))
    return FALSE;
  /* "the last three quarters" */
  if (is (passage, at, "last") && has (passage, at + 2, QTR_CLAIM_TIME))
    return FALSE;
  if (is (passage, at, "last"))
    return !is (passage, at - 1, "the|our|their|these|those|at")
               ? has (passage, at + 1, QTR_CLAIM_TIME | QTR_CLAIM_MONTH)
               : !has (passage, at + 1, QTR_CLAIM_TIME);
  if (is (passage, at, "same"))
    return has (passage, at + 1, QTR_CLAIM_TIME | QTR_CLAIM_MONTH) ||
           get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY || has (passage, at + 2, QTR_CLAIM_TIME);
  return !is (passage, at, "earlier|old|former") || is (passage, at - 1, "an|the|our");
}

static gboolean
is_now (const QtrClaimPassage *passage, int at)
{
  return has (passage, at, QTR_CLAIM_NOW) ||
         (is (passage, at, "this") && has (passage, at + 1, QTR_CLAIM_TIME) && !is (passage, at + 2, "last"));
}

/* "31 (28 in 2021/22)": a level in brackets behind another that has a time of its own. */
static gboolean
is_aside_of_another_time (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  const QtrClaimQuantity *before;
  int outside = quantity->first - 2;

  if (!is (passage, quantity->first - 1, "(") || !is (passage, at, "in|for|during") ||
      (get (passage, at + 1)->kind != QTR_CLAIM_NUMBER && !has (passage, at + 1, QTR_CLAIM_MONTH) &&
       !is (passage, at + 1, "q1|q2|q3|q4")))
    return FALSE;
  for (int last = outside - NEAR; outside > last && is_word (passage, outside); outside--)
    ;
  before = qtr_claim_quantity_at (passage, outside);
  return before != NULL && before->role == QTR_CLAIM_LEVEL &&
         qtr_claim_quantities_are_alike (before, quantity);
}

/* What is said of its time behind a quantity, up to the next one or the end of its clause. */
static void
read_time_behind (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int last = quantity->item + WITHIN_CLAUSE;

  for (int at = quantity->item + 1; at < last && get (passage, at)->line == quantity->line; at++) {
    if (qtr_claim_is_boundary (passage, at) || get (passage, at)->kind == QTR_CLAIM_QUANTITY ||
        is (passage, at, "than|compared|against"))
      return;
    if (is_now (passage, at))
      quantity->now = TRUE;
    else if (is_aside_of_another_time (passage, quantity, at))
      quantity->old = 1;
    else if (is_earlier (passage, at) ||
             (is (passage, at, "then") && qtr_claim_is_boundary (passage, at + 1)))
      quantity->old = 1;
  }
}

/* What is said of its time before it, from where its clause begins; a sentence may begin with one: "Last
 * year,". */
static void
read_time_before (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int first = quantity->first - WITHIN_CLAUSE;

  int last = quantity->first - 1;

  /* "last year (389)": what the bracket explains names its time. */
  if (is (passage, last, "(")) {
    first = last - NEAR - 1;
    last--;
  }
  for (int at = last; at > first && get (passage, at)->sentence == quantity->sentence; at--) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|(|)|than"))
      return;
    if (qtr_claim_is_boundary (passage, at) && !is (passage, at, ",|:"))
      return;
    if (is (passage, at, ",") && get (passage, at - 5)->sentence == quantity->sentence)
      return;
    if (is_now (passage, at)) {
      quantity->now = TRUE;
      return;
    }
    if (is_earlier (passage, at) && (last == quantity->first - 1 || has (passage, at, QTR_CLAIM_BEFORE) ||
                                     has (passage, at + 1, QTR_CLAIM_TIME | QTR_CLAIM_MONTH))) {
      quantity->old = 1;
      return;
    }
  }
}

/* "compared with", "as against", "in comparison to" */
static gboolean
is_comparing (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at, "than|against|versus|vs|v|unlike|previously|formerly"))
    return TRUE;
  if (is (passage, at, "of") && is (passage, at - 1, "instead|place|ahead|short"))
    return TRUE;
  if (is (passage, at, "was|were") && is (passage, at - 1, "("))
    return TRUE;
  return is (passage, at, "to|with") &&
         is (passage, at - 1,
             "compared|compares|compare|comparing|comparison|relative|contrast|contrasts|contrasted|opposed|comparable");
}

static gboolean
has_mover_in_sentence (const QtrClaimPassage *passage, int at)
{
  guint sentence = get (passage, at)->sentence;

  if (qtr_claim_find_mover (passage, at - 1, 3 * WITHIN_CLAUSE, QTR_CLAIM_DEED | QTR_CLAIM_THING) >= 0)
    return TRUE;
  for (int before = at - 1; before > at - 2 * WITHIN_CLAUSE && get (passage, before)->sentence == sentence;
       before--)
    if (get (passage, before)->kind == QTR_CLAIM_QUANTITY &&
        qtr_claim_quantity_at (passage, before)->role == QTR_CLAIM_MAGNITUDE)
      return TRUE;
  for (int next = at + 1; next < at + 3 * WITHIN_CLAUSE && get (passage, next)->sentence == sentence; next++)
    if (has (passage, next, QTR_CLAIM_MOVES) &&
        has (passage, next, QTR_CLAIM_DEED | QTR_CLAIM_THING | QTR_CLAIM_DEGREE))
      return TRUE;

  return FALSE;
}

/* Whether a change is said right before @at: "up on", "16 (8%) on", "9% above". */
static gboolean
follows_change (const QtrClaimPassage *passage, int at)
{
  guint sentence = get (passage, at)->sentence;

  for (int before = at - 1; before > at - WITHIN_PHRASE && get (passage, before)->sentence == sentence;
       before--) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, before);

    if (quantity != NULL)
      return quantity->role == QTR_CLAIM_MAGNITUDE;
    if (is (passage, before, ",|;"))
      return FALSE;
    if (has (passage, before, QTR_CLAIM_MOVES) && has (passage, before, QTR_CLAIM_THING | QTR_CLAIM_DEGREE))
      return TRUE;
  }

  return FALSE;
}

/* "having been 44", "where it had been 44", "when it was 44" */
static gboolean
is_past_perfect (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at,
          "been|drawn|seen|had|started|begun|stood|numbered|totalled|taken|recorded|reached|with") &&
      is (passage, at - 1, "having|had|has") && !is (passage, at - 1, "has"))
    return TRUE;
  if (is (passage, at, "with|at") && is (passage, at - 3, "had"))
    return TRUE;
  return is (passage, at, "was|were|stood|had|saw") &&
         (is (passage, at - 2, "when|where|whereas") ||
          is (passage, at - 1, "previously|formerly|originally"));
}

/* "lower than in the same quarter (44)", "on the year before, when it was 44" */
static gboolean
is_explained (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  if (!is (passage, at, "("))
    return FALSE;
  for (at--; at > quantity->first - WITHIN_CLAUSE && get (passage, at)->sentence == quantity->sentence;
       at--) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|(|)"))
      return FALSE;
    if (is_comparing (passage, at) || (is (passage, at, "on|from") && follows_change (passage, at)))
      return is (passage, quantity->item + 1, ")|,|;") || *quantity->noun != '\0';
  }

  return FALSE;
}

/* How sure the word before a level makes it that it is the one of before. */
static int
get_old_by_word (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  if (is_comparing (passage, at) || is_past_perfect (passage, at))
    return 2;
  /* "(1,204 to 1,311)", "1,204 → 1,311" */
  if (is (passage, quantity->item + 1, "→") ||
      (is (passage, quantity->item + 1, "to") &&
       get (passage, quantity->item + 2)->kind == QTR_CLAIM_QUANTITY && !is (passage, at, "to|by") &&
       has_mover_in_sentence (passage, quantity->item)))
    return 2;
  if (is (passage, at, "from"))
    return has_mover_in_sentence (passage, quantity->item) ? 2 : 0;
  if (is (passage, at, "on|above|below|over|under|beyond|behind"))
    return follows_change (passage, at) || (!is (passage, at, "on") && follows_change (passage, at + 1)) ||
                   (is (passage, at, "above|below") && has (passage, at - 1, QTR_CLAIM_BE) &&
                    at < quantity->first - 1)
               ? 2
               : 0;
  if (is (passage, at,
          "exceeded|exceeds|exceeding|surpassed|surpasses|surpassing|beat|beating|topped|overtook|outstripped"))
    return 2;
  return is_explained (passage, quantity) ? 2 : 0;
}

static void
find_old (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);

  /* "over its target of 1,000", "on the figure of 45" */
  if (is (passage, at, "of") &&
      is (passage, at - 1,
          "target|budget|plan|figure|total|level|number|record|average|estimate|capacity|base|baseline"))
    at = qtr_claim_skip_back (passage, at - 2);
  quantity->old = get_old_by_word (passage, quantity, at);
  for (int skipped = at + 1; skipped < quantity->first && quantity->old == 0; skipped++) {
    if (is (passage, skipped, "former|previous|preceding|prior|year's|quarter's|month's|old") &&
        !is (passage, skipped - 1, "this"))
      quantity->old = 2;
    if (is (passage, skipped, "this"))
      quantity->now = TRUE;
  }
  if (quantity->old == 2)
    return;
  read_time_behind (passage, quantity);
  if (quantity->old == 0 && !quantity->now)
    read_time_before (passage, quantity);
  if (quantity->now || is (passage, at, "to"))
    quantity->old = 0;
}

/* --- Which of two came first --- */

/* What a level is labelled with: "in 2021", "in May", "in Q2". Of different kinds, none comes first. */
typedef struct {
  int kind;
  int order;
} Label;

static Label
read_label (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);

  if (item->kind == QTR_CLAIM_NUMBER && strlen (item->word) == 4 && item->word[0] <= '2')
    return (Label) { 1, atoi (item->word) };
  if (item->kind == QTR_CLAIM_WORD && item->capital && item->senses & QTR_CLAIM_MONTH)
    return (Label) { 2, qtr_claim_lexicon_get_month (item->word) };
  if (item->kind == QTR_CLAIM_WORD && item->word[0] == 'q' && g_ascii_isdigit (item->word[1]) &&
      item->word[2] == '\0')
    return (Label) { 3, item->word[1] - '0' };
  return (Label) { 0, 0 };
}

/* The label behind a level, or else the one before it, with nothing else between. */
static Label
find_label (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  for (int at = quantity->item + 1; at < quantity->item + WITHIN_PHRASE; at++) {
    Label label = read_label (passage, at);

    if (label.kind != 0)
      return label;
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ",|;|.|:|–|and") ||
        get (passage, at)->line != quantity->line)
      break;
  }
  for (int at = quantity->first - 1; at > quantity->first - WITHIN_PHRASE; at--) {
    Label label = read_label (passage, at);

    if (label.kind != 0)
      return label;
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|.|)") ||
        get (passage, at)->line != quantity->line)
      break;
  }
  return (Label) { 0, 0 };
}

/* "45 in 2021 and 52 in 2022": the one with the earlier label was before. December may come before January.
 */
static void
find_earlier_label (QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int index = (int) get (passage, quantity->item)->quantity;
  QtrClaimQuantity *next = qtr_claim_quantity_get (passage, index + 1);
  Label a = find_label (passage, quantity);
  Label b;

  if (a.kind == 0 || next == NULL || next->sentence != quantity->sentence || next->role != QTR_CLAIM_LEVEL ||
      next->old + quantity->old > 0 || quantity->now || next->now ||
      !qtr_claim_quantities_are_alike (quantity, next))
    return;
  b = find_label (passage, next);
  if (b.kind != a.kind || b.order == a.order || (a.kind != 1 && ABS (a.order - b.order) > 6))
    return;
  (a.order < b.order ? quantity : next)->old = 1;
}

/* Whether it is one of more than two in its sentence, which are a series and no comparison. */
static gboolean
is_one_of_many (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int index = (int) get (passage, quantity->item)->quantity;
  guint n = 0;

  for (int i = MAX (index - 4, 0); i < index + 5; i++) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);

    n += other != NULL && other->sentence == quantity->sentence && other->role == QTR_CLAIM_LEVEL &&
         qtr_claim_quantities_are_alike (other, quantity) && find_label (passage, other).kind != 0;
  }
  return n > 2;
}

void
qtr_claim_old_find (QtrClaimPassage *passage)
{
  for (guint i = 0; i < passage->quantities->len; i++) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL)
      find_old (passage, quantity);
  }
  for (guint i = 0; i < passage->quantities->len; i++) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL && !is_one_of_many (passage, quantity))
      find_earlier_label (passage, quantity);
  }
}
