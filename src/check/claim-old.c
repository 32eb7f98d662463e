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
  /* "a year back", and not "318 forms back" */
  if (is (passage, at, "back"))
    return has (passage, at - 1, QTR_CLAIM_TIME);
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

/* "the summer term", "the autumn" */
static gboolean
is_season (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "spring|summer|autumn|winter");
}

/* "31 (28 in 2021/22)": a level in brackets behind another that has a time of its own. */
static gboolean
is_aside_of_another_time (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity, int at)
{
  const QtrClaimQuantity *before;
  int outside = quantity->first - 2;

  if (!is (passage, quantity->first - 1, "(") || !is (passage, at, "in|for|during") ||
      (get (passage, at + 1)->kind != QTR_CLAIM_NUMBER && !has (passage, at + 1, QTR_CLAIM_MONTH) &&
       !is (passage, at + 1, "q1|q2|q3|q4") && !(is (passage, at + 1, "the") && is_season (passage, at + 2))))
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
             (is (passage, at, "then") &&
              (qtr_claim_is_boundary (passage, at + 1) || is (passage, at + 1, "and|but"))))
      quantity->old = 1;
  }
}

/* "231 last spring and 243", "150 before the campaign and 600": what stands between a quantity and a
 * conjunction at @at belongs to that quantity. */
static gboolean
belongs_to_another (const QtrClaimPassage *passage, int at)
{
  guint sentence = get (passage, at)->sentence;

  for (int before = at - 1; before > at - WITHIN_PHRASE - 2 && get (passage, before)->sentence == sentence;
       before--) {
    if (get (passage, before)->kind == QTR_CLAIM_QUANTITY)
      return TRUE;
    if (qtr_claim_is_boundary (passage, before))
      return FALSE;
  }
  return FALSE;
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
    if (is (passage, at, "and|but|or|,|while|whereas") && belongs_to_another (passage, at))
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
  if (is (passage, at, "of") && is (passage, at - 1, "instead|place|ahead|short|excess"))
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

/* Whether a comparison in words stands in the clause before @at. */
static gboolean
follows_comparison (const QtrClaimPassage *passage, int at)
{
  guint sentence = get (passage, at)->sentence;

  for (int before = at - 1; before > at - WITHIN_CLAUSE && get (passage, before)->sentence == sentence;
       before--) {
    if (get (passage, before)->kind == QTR_CLAIM_QUANTITY)
      return FALSE;
    if (is (passage, before, "than|compared|against|on|from"))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_having (const QtrClaimPassage *passage, int at)
{
  for (int before = at - 1; before > at - WITHIN_PHRASE && is_word (passage, before); before--)
    if (is (passage, before, "having"))
      return TRUE;
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
  /* "than that of 2022, which was 800" */
  if (is (passage, at, "was|were|stood|had|saw") &&
      (is (passage, at - 1, "which|who") || is (passage, at - 2, "which")) &&
      follows_comparison (passage, at))
    return TRUE;
  /* "where it used to be 6.8%" */
  if (is (passage, at, "be|have|stand|number|total|average|at") &&
      (is (passage, at - 1, "to") || is (passage, at - 2, "to")) &&
      (is (passage, at - 2, "used") || is (passage, at - 3, "used")))
    return TRUE;
  /* "Having dipped to 1,204", "having fallen as low as 61" */
  if (is (passage, at, "to|as|at|of") && is_having (passage, at))
    return TRUE;
  /* "lower than last year, when 47 were visited" */
  if (is (passage, at, "when|where|whereas") && is (passage, at - 1, ",|(|–"))
    return TRUE;
  return is (passage, at, "was|were|stood|had|saw") &&
         (is (passage, at - 2, "when|where|whereas") ||
          is (passage, at - 1, "previously|formerly|originally"));
}

/* "(184 offences against 230)": the bracket itself says which of its numbers was before. */
static gboolean
is_followed_by_older (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  for (int at = quantity->item + 1; at < quantity->item + WITHIN_CLAUSE && !is (passage, at, ")"); at++)
    if (is_comparing (passage, at) && get (passage, at)->sentence == quantity->sentence)
      return TRUE;
  return FALSE;
}

/* "lower than in the same quarter (44)", "on the year before, when it was 44" */
static gboolean
is_explained (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  if (!is (passage, at, "(") || is_followed_by_older (passage, quantity))
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

/* "last autumn's 2,200", "the year before's 66" */
static gboolean
is_possessive_time (const QtrClaimPassage *passage, int at)
{
  if (strchr (get (passage, at)->word, '\'') == NULL || !has (passage, at, QTR_CLAIM_TIME | QTR_CLAIM_BEFORE))
    return FALSE;
  if (is (passage, at - 1, "a|one"))
    return FALSE;
  return is (passage, at, "year's|quarter's|month's|week's") || has (passage, at, QTR_CLAIM_BEFORE) ||
         has (passage, at - 1, QTR_CLAIM_EARLIER);
}

/* "the earlier being £2.1m and the later one £2.6m" */
static void
read_ordinal (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  if (!has (passage, at, QTR_CLAIM_BE) && !is (passage, at, "one|at|:"))
    return;
  at -= is (passage, at - 1, "one") ? 2 : 1;
  if (is (passage, quantity->first - 1, "one"))
    at = quantity->first - 2;
  if (!is (passage, at - 1, "the"))
    return;
  if (is (passage, at, "earlier|old|previous|former"))
    quantity->old = 2;
  else if (is (passage, at, "later|new|latest|current|present"))
    quantity->now = TRUE;
}

/* "Last month's 410 were 60 below May's 470": what a sentence begins with is compared with something else. */
static gboolean
is_first_of_sentence (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  const QtrClaimQuantity *before =
      qtr_claim_quantity_get (passage, (int) get (passage, quantity->item)->quantity - 1);

  return before == NULL || before->sentence != quantity->sentence;
}

static void
find_old (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int at = qtr_claim_find_lead (passage, quantity);

  quantity->old = get_old_by_word (passage, quantity, at);
  for (int skipped = at + 1; skipped < quantity->first && quantity->old == 0; skipped++) {
    if ((is (passage, skipped, "former|previous|preceding|prior|old") ||
         is_possessive_time (passage, skipped)) &&
        !is (passage, skipped - 1, "this"))
      quantity->old = is_first_of_sentence (passage, quantity) ? 1 : 2;
    if (is (passage, skipped, "this"))
      quantity->now = TRUE;
  }
  if (quantity->old == 0)
    read_ordinal (passage, quantity);
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

    /* "229 in June, so 15": the label of another. */
    if (label.kind != 0 && (get (passage, at - 1)->kind == QTR_CLAIM_QUANTITY ||
                            (get (passage, at - 2)->kind == QTR_CLAIM_QUANTITY && is_word (passage, at - 1))))
      break;
    if (label.kind != 0)
      return label;
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|.|)") ||
        get (passage, at)->line != quantity->line)
      break;
  }
  return (Label) { 0, 0 };
}

gboolean
qtr_claim_old_precedes (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  Label first = find_label (passage, a);
  Label second = find_label (passage, b);

  return first.kind != 0 && first.kind == second.kind && first.order < second.order;
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
         qtr_claim_quantities_are_alike (other, quantity) &&
         find_label (passage, other).kind == find_label (passage, quantity).kind;
  }
  return n > 2;
}

/* "down to 41 per officer, having been 47": what was before is so much for each as well. */
static void
share_each (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  const QtrClaimQuantity *before =
      qtr_claim_quantity_get (passage, (int) get (passage, quantity->item)->quantity - 1);

  if (quantity->old == 2 && *quantity->noun == '\0' && *quantity->measure == '\0' && before != NULL &&
      before->each && before->sentence == quantity->sentence)
    quantity->each = TRUE;
}

void
qtr_claim_old_find (QtrClaimPassage *passage)
{
  for (guint i = 0; i < passage->quantities->len; i++) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL || quantity->role == QTR_CLAIM_RATE)
      find_old (passage, quantity);
    share_each (passage, quantity);
  }
  for (guint i = 0; i < passage->quantities->len; i++) {
    QtrClaimQuantity *quantity = qtr_claim_quantity_get (passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL && !is_one_of_many (passage, quantity))
      find_earlier_label (passage, quantity);
  }
}
