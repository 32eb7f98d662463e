/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-old.h"
#include "check/claim-pair.h"
#include "check/claim-role.h"

/*
 * Whether something went up or down: said in words, of two levels.
 */

#define WITHIN_CLAUSE 14

/* What says a direction, and of which item it is. */
typedef struct {
  int up;
  int down;
  int other;
} Words;

/* "The cuts", "falls", "losses": what is counted, and not how it changed. */
static gboolean
is_counted (const QtrClaimPassage *passage, int at)
{
  guint senses = get (passage, at)->senses;

  if (!(senses & QTR_CLAIM_THING))
    return FALSE;
  if (senses & QTR_CLAIM_DEED)
    return qtr_claim_lexicon_is_plural (get (passage, at)->word) &&
           !is (passage, at + 1, "by|from|to|in|of|on");
  return !is (passage, at + 1, "in|from|of|to|on|,|since|against|compared");
}

/* "up from 9", "is down at 9", "went up"; but "bedded down" and "up to 9" are something else. */
static gboolean
is_about_a_number (const QtrClaimPassage *passage, int at)
{
  gboolean is_verb =
      get (passage, at - 1)->senses & (QTR_CLAIM_BE | QTR_CLAIM_CHANGE) ||
      is (passage, at - 1,
          "went|gone|came|come|moved|crept|edged|picked|well|further|slightly|has|have|sharply|also");

  if (is (passage, at + 1, "to"))
    return is_verb || (get (passage, at + 2)->kind == QTR_CLAIM_QUANTITY && is (passage, at - 1, ",|(|–"));
  return is_verb || is (passage, at + 1, "from|on|by|against|compared") ||
         get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY;
}

/* "above last year's 389", "exceeding the 389" */
static gboolean
leads_to_old (const QtrClaimPassage *passage, int at)
{
  for (int last = at + 6; ++at < last && (get (passage, at)->kind == QTR_CLAIM_QUANTITY ||
                                          get (passage, at)->senses & QTR_CLAIM_SKIPPED);)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY)
      return qtr_claim_quantity_at (passage, at)->old > 0;
  return FALSE;
}

/* What "more", "up" and their like say only in the right company. */
static gboolean
says_direction (const QtrClaimPassage *passage, int at)
{
  guint senses = get (passage, at)->senses;

  if (!(senses & QTR_CLAIM_MOVES) || qtr_claim_is_phrasal (passage, at) || is_counted (passage, at))
    return FALSE;
  if (is (passage, at, "above|below"))
    return get (passage, at - 1)->senses & QTR_CLAIM_BE && leads_to_old (passage, at);
  if (is (passage, at, "over|under"))
    return FALSE;
  if (is (passage, at,
          "exceeding|exceeded|exceeds|beat|beating|surpassed|overtook|outstripped|ahead|behind|beyond"))
    return leads_to_old (passage, at);
  if (is (passage, at, "more|less|fewer") && is (passage, at + 1, "than") &&
      get (passage, at + 2)->kind == QTR_CLAIM_QUANTITY && qtr_claim_quantity_at (passage, at + 2)->old == 0)
    return FALSE;
  if (is (passage, at, "up|down"))
    return is_about_a_number (passage, at);
  if (is (passage, at, "longer|shorter|larger|smaller|bigger|busier|quieter"))
    return is (passage, at + 1, "than") ||
           (is (passage, at - 1, "a") && is (passage, at + 1, "number|proportion|share|percentage|amount"));
  if (is (passage, at,
          "lost|lose|loses|losing|save|saves|saved|additional|extra|added|raised|lifted|earlier|later|come|came|comes|brought|goes|go|gone|went|moved|saving|savings|loss|reduce|reduces|shed|total|short|halved|doubled|recovered|advanced|raise|raises|raising|leap|slide|dive|spike"))
    return FALSE;
  return (senses & (QTR_CLAIM_DEED | QTR_CLAIM_THING | QTR_CLAIM_DEGREE)) != 0;
}

static void
note_word (const QtrClaimPassage *passage, int at, Words *words)
{
  int direction = qtr_claim_get_direction (get (passage, at)->senses);
  int *place = direction > 0 ? &words->up : direction < 0 ? &words->down : &words->other;

  if (*place < 0 && says_direction (passage, at))
    *place = at;
}

/* The words for directions before @at, back to where the clause begins. */
static void
collect_before (const QtrClaimPassage *passage, int at, const QtrClaimPair *pair, Words *words)
{
  guint sentence = get (passage, at - 1)->sentence;
  int n_commas = 0;

  for (int before = at - 1; before > at - 2 * WITHIN_CLAUSE && get (passage, before)->sentence == sentence;
       before--) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, before);

    n_commas += is (passage, before, ",") != 0;
    if (is (passage, before, ";|while|whereas|although|but|because|despite|following") || n_commas > 1)
      return;
    if (quantity != NULL && quantity != pair->after && quantity != pair->before &&
        quantity->role != QTR_CLAIM_MAGNITUDE && !qtr_claim_quantity_is_pointed_at (passage, quantity))
      return;
    note_word (passage, before, words);
  }
}

/* "N, compared with O, a decrease" */
static void
collect_behind (const QtrClaimPassage *passage, int at, Words *words)
{
  guint sentence = get (passage, at)->sentence;
  gboolean is_concluded = FALSE;

  for (int after = at + 1; after < at + WITHIN_CLAUSE && get (passage, after)->sentence == sentence;
       after++) {
    if (get (passage, after)->kind == QTR_CLAIM_QUANTITY ||
        is (passage, after, ";|while|whereas|although|but|with|and|which"))
      return;
    if (is (passage, after, "a|an")) {
      int thing = after + 1 +
                  (has (passage, after + 1, QTR_CLAIM_SKIPPED) ||
                   is (passage, after + 1, "slight|small|marked|sharp|clear|modest|significant"));

      if (has (passage, thing, QTR_CLAIM_THING))
        note_word (passage, thing, words);
    }
    /* ", so the number is rising" */
    if (is (passage, after, "so|meaning|hence|thus"))
      is_concluded = TRUE;
    if (is_concluded && get (passage, after)->senses & QTR_CLAIM_DEED)
      note_word (passage, after, words);
  }
}

static gboolean
is_opposite (const QtrClaimPair *pair, int direction)
{
  QtrInterval change = qtr_interval_subtract (pair->after->range, pair->before->range);

  if (direction > 0)
    return qtr_rational_is_set (change.high) && qtr_rational_sign (change.high) < 0;
  return qtr_rational_is_set (change.low) && qtr_rational_sign (change.low) > 0;
}

static void
add_direction (QtrClaimReader *self, const QtrClaimPair *pair, int at, QtrClaimVerdict verdict)
{
  const QtrClaimItem *item = get (self->passage, at);
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_DIRECTION, verdict, pair->after);
  g_autofree char *from = qtr_claim_reader_quote (self, pair->before);
  g_autofree char *to = qtr_claim_reader_quote (self, pair->after);
  QtrRational change = qtr_rational_subtract (pair->after->value, pair->before->value);

  qtr_claim_reader_add_value (self, claim, pair->before);
  claim->computed = g_strdup (qtr_rational_sign (change) > 0   ? _ ("a rise")
                              : qtr_rational_sign (change) < 0 ? _ ("a fall")
                                                               : _ ("no change"));
  if (verdict != QTR_CLAIM_MISMATCH)
    return;
  /* A word of another bullet is no mistake of this one. */
  if (item->line != pair->after->line) {
    claim->verdict = QTR_CLAIM_UNVERIFIABLE;
    return;
  }
  claim->start = item->start;
  claim->end = item->end;
  g_free (claim->text);
  claim->text = qtr_claim_passage_get_text (self->passage, item->line, item->start, item->end);
  /* Translators: a number; another; “a rise” or “a fall”; a word of the text, as in “fell”. */
  claim->message =
      g_strdup_printf (_ ("%s to %s is %s; the text says “%s”"), from, to, claim->computed, claim->text);
}

/* Both ways, or neither: nothing is surely said. */
static int
choose (const Words *words)
{
  if (words->up >= 0 && words->down >= 0)
    return -1;
  return words->up >= 0 ? words->up : words->down;
}

/* Whether a magnitude of the sentence says it all already. */
static gboolean
has_magnitude (const QtrClaimPassage *passage, const QtrClaimQuantity *before)
{
  int index = (int) get (passage, before->item)->quantity;

  for (int i = MAX (index - 4, 0); i <= index + 3; i++) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);

    if (other != NULL && other->sentence == before->sentence && other->role == QTR_CLAIM_MAGNITUDE &&
        other->unit != QTR_CLAIM_TIMES)
      return TRUE;
  }
  return FALSE;
}

static gboolean
all_are_opposite (GArray *pairs, int direction)
{
  for (guint i = 0; i < pairs->len; i++)
    if (!is_opposite (&g_array_index (pairs, QtrClaimPair, i), direction))
      return FALSE;

  return TRUE;
}

/* "Spending has increased. It was £1.2m last year", "emissions have declined; they were 412": said in the
 * clause before. */
static void
collect_in_front (const QtrClaimPassage *passage, const QtrClaimQuantity *level, const QtrClaimPair *pair,
                  Words *words)
{
  int first = level->item;

  while (get (passage, first - 1)->sentence == level->sentence && !is (passage, first - 1, ";|:"))
    first--;
  if (is (passage, first, "it|this|they|there|these|in|at") && get (passage, first - 1)->line == level->line)
    collect_before (passage, is (passage, first - 1, ";|:") ? first - 1 : first, pair, words);
}

static void
read_direction (QtrClaimReader *self, const QtrClaimQuantity *before)
{
  g_autoptr (GArray) pairs = qtr_claim_pairs_find_after (self->passage, before);
  const QtrClaimPair *pair = pairs->len == 0 ? NULL : &g_array_index (pairs, QtrClaimPair, 0);
  Words words = { -1, -1, -1 };
  int at;
  int direction;

  if (pair == NULL)
    return;
  collect_before (self->passage, before->first, pair, &words);
  if (pair->after->sentence != before->sentence)
    collect_before (self->passage, pair->after->first, pair, &words);
  else if (pair->after->item > before->item)
    collect_before (self->passage, pair->after->first, pair, &words);
  if (words.up < 0 && words.down < 0 && words.other < 0 && pair->after->sentence == before->sentence)
    collect_before (self->passage, pair->after->first, pair, &words);
  if (words.up < 0 && words.down < 0 && words.other < 0)
    collect_in_front (self->passage, before, pair, &words);
  if (words.up < 0 && words.down < 0)
    collect_behind (self->passage, before->item, &words);
  if (words.up < 0 && words.down < 0 && pair->after->item > before->item)
    collect_behind (self->passage, pair->after->item, &words);
  at = choose (&words);
  direction = at < 0 ? 0 : qtr_claim_get_direction (get (self->passage, at)->senses);
  if (has_magnitude (self->passage, before)) {
    if (at >= 0 && !is_opposite (pair, direction))
      add_direction (self, pair, at, QTR_CLAIM_OK);
    return;
  }
  if (at >= 0)
    add_direction (self, pair, at,
                   !is_opposite (pair, direction)        ? QTR_CLAIM_OK
                   : all_are_opposite (pairs, direction) ? QTR_CLAIM_MISMATCH
                                                         : QTR_CLAIM_UNVERIFIABLE);
  else if (words.other >= 0)
    add_direction (self, pair, words.other, QTR_CLAIM_OK);
  else if (words.up < 0 && words.down < 0) {
    QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_COMPARATOR, QTR_CLAIM_UNVERIFIABLE, before);

    qtr_claim_reader_add_value (self, claim, pair->after);
  }
}

/* The levels of a sentence with a year, a month or a quarter of each, in order of time; else none. */
static GPtrArray *
find_series (const QtrClaimPassage *passage, int at)
{
  GPtrArray *series = g_ptr_array_new ();
  guint sentence = get (passage, at)->sentence;

  for (; get (passage, at)->sentence == sentence && series->len < 12; at++) {
    const QtrClaimQuantity *level = qtr_claim_quantity_at (passage, at);

    if (level == NULL)
      continue;
    if (level->role != QTR_CLAIM_LEVEL ||
        (series->len > 0 && (!qtr_claim_quantities_are_alike (series->pdata[0], level) ||
                             !qtr_claim_old_precedes (passage, series->pdata[series->len - 1], level)))) {
      g_ptr_array_set_size (series, 0);
      return series;
    }
    g_ptr_array_add (series, (gpointer) level);
  }
  return series;
}

/* "Spending continues to grow: £3.3m in 2019, £3.9m in 2020, £4.4m in 2021": from the first to the last. */
static void
read_trend (QtrClaimReader *self, int at)
{
  const QtrClaimPassage *passage = self->passage;
  int direction = qtr_claim_get_direction (get (passage, at)->senses);
  g_autoptr (GPtrArray) series = NULL;
  QtrClaimPair pair;
  int colon = at + 1;

  while (colon < at + 6 && get (passage, colon)->kind == QTR_CLAIM_WORD)
    colon++;
  if (direction == 0 || !is (passage, colon, ":|–|,|(") || !says_direction (passage, at))
    return;
  series = find_series (passage, at);
  if (series->len < 3)
    return;
  pair = (QtrClaimPair) { series->pdata[0], series->pdata[series->len - 1], TRUE };
  add_direction (self, &pair, at, is_opposite (&pair, direction) ? QTR_CLAIM_MISMATCH : QTR_CLAIM_OK);
}

/* "unchanged: 6.2% now and 6.2% in June" */
static void
read_unchanged (QtrClaimReader *self, int at)
{
  const QtrClaimQuantity *a = NULL;

  for (int next = at + 1;
       next < at + WITHIN_CLAUSE && get (self->passage, next)->sentence == get (self->passage, at)->sentence;
       next++) {
    const QtrClaimQuantity *b = qtr_claim_quantity_at (self->passage, next);

    if (b == NULL)
      continue;
    if (a != NULL && qtr_claim_quantities_are_alike (a, b) &&
        (qtr_interval_overlaps (a->range, b->range) || b->old > 0)) {
      add_direction (self, &(QtrClaimPair) { b, a, TRUE }, at,
                     qtr_interval_overlaps (a->range, b->range) ? QTR_CLAIM_OK : QTR_CLAIM_MISMATCH);
      return;
    }
    a = b;
  }
}

void
qtr_claim_read_directions (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL && quantity->old > 0)
      read_direction (self, quantity);
  }
  for (int at = 0; at < (int) self->passage->items->len; at++)
    if (is (self->passage, at, "unchanged"))
      read_unchanged (self, at);
    else if (has (self->passage, at, QTR_CLAIM_DEED | QTR_CLAIM_THING))
      read_trend (self, at);
}
