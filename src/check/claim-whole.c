/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-look.h"
#include "check/claim-whole.h"

/* How many quantities before a part may be its whole. */
#define LOOK_BACK 12
#define SENTENCES_BACK 3
#define WORDS_BETWEEN 5

/* "We lost 9, of which": a magnitude that counts things. */
static gboolean
is_loss (const QtrClaimQuantity *quantity)
{
  return quantity->role == QTR_CLAIM_MAGNITUDE && quantity->cue == quantity->first - 1;
}

gboolean
qtr_claim_may_be_part (const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  if (part->unit != whole->unit || qtr_claim_quantity_is_ratio (whole) ||
      (whole->role != QTR_CLAIM_LEVEL && !is_loss (whole)))
    return FALSE;
  if (part->unit == QTR_CLAIM_COUNT && (*part->measure == '\0') != (*whole->measure == '\0'))
    return FALSE;
  return *part->measure == '\0' || *whole->measure == '\0' ||
         qtr_claim_lexicon_are_same_thing (part->measure, whole->measure);
}

/* The quantity that @at leads to over a few words: "the", "our", "roughly", "the board's". */
static const QtrClaimQuantity *
find_ahead (const QtrClaimPassage *passage, int at)
{
  for (int last = at + WORDS_BETWEEN; at < last; at++) {
    const QtrClaimItem *item = get (passage, at);

    if (item->kind == QTR_CLAIM_QUANTITY)
      return qtr_claim_quantity_at (passage, at);
    /* "of a budget of £11m" */
    if (qtr_claim_item_is (item, "of") && is (passage, at - 2, "a|an|the|our|its|their"))
      continue;
    if (item->kind != QTR_CLAIM_WORD ||
        (item->senses & QTR_CLAIM_FUNCTION && !(item->senses & (QTR_CLAIM_SKIPPED | QTR_CLAIM_HEDGE))))
      return NULL;
  }
  return NULL;
}

const QtrClaimQuantity *
qtr_claim_find_whole_named (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int at = part->item + 1;
  const QtrClaimQuantity *whole = NULL;

  /* "91 (80%) of 114" */
  if (is (passage, at, "(") && get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY && is (passage, at + 2, ")"))
    at += 3;
  for (int last = at + WORDS_BETWEEN; at < last && get (passage, at)->kind == QTR_CLAIM_WORD; at++) {
    if (is (passage, at, "instead|because|ahead|short|over"))
      break;
    if (is (passage, at, "of") || (is (passage, at, "out") && is (passage, at + 1, "of"))) {
      whole = find_ahead (passage, at + 1 + (is (passage, at, "out") != 0));
      break;
    }
    if (get (passage, at)->senses & QTR_CLAIM_FUNCTION && !is (passage, at, "out"))
      break;
  }
  return whole != NULL && whole->sentence == part->sentence && qtr_claim_may_be_part (part, whole) ? whole
                                                                                                   : NULL;
}

const QtrClaimQuantity *
qtr_claim_find_whole_before (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  guint sentence = part->sentence;
  int index = (int) get (passage, part->item)->quantity;

  for (int i = index - 1; i >= MAX (index - LOOK_BACK, 0); i--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_get (passage, i);
    int at = whole->first - 1;

    if (whole->sentence != sentence)
      break;
    if (!qtr_claim_may_be_part (part, whole) || whole->old > 0)
      continue;
    for (int first = at - WORDS_BETWEEN; at > first; at--) {
      gboolean begins = get (passage, at - 1)->sentence != sentence || is (passage, at - 1, ":|;|–|,|.");

      if (is (passage, at, "of|from|among|amongst|between") && (begins || is (passage, at - 1, "out")))
        return whole;
      /* "between July and September 290" */
      if (get (passage, at)->kind != QTR_CLAIM_WORD || get (passage, at)->senses & QTR_CLAIM_MONTH)
        break;
    }
  }
  return NULL;
}

gboolean
qtr_claim_has_share (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  int at = level->item + 1;

  for (int last = at + 4; at < last && get (passage, at)->kind == QTR_CLAIM_WORD; at++)
    ;
  return is (passage, at, "(") && get (passage, at + 1)->kind == QTR_CLAIM_QUANTITY &&
         qtr_claim_quantity_is_ratio (qtr_claim_quantity_at (passage, at + 1));
}

/* Above a child stand its parent and the children before it; below another parent's child nothing is asked.
 */
static gboolean
is_in_reach (const QtrClaimPassage *passage, const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, part->line);
  const QtrClaimLine *other = &g_array_index (passage->lines, QtrClaimLine, whole->line);

  if (own == other)
    return part->sentence - whole->sentence <= SENTENCES_BACK;
  return other->depth <= own->depth && own->depth > 0;
}

GPtrArray *
qtr_claim_find_wholes (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  GPtrArray *wholes = g_ptr_array_new ();
  int index = (int) get (passage, part->item)->quantity;

  for (int i = index - 1; i >= MAX (index - LOOK_BACK, 0); i--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_get (passage, i);
    int order = 0;

    if (!is_in_reach (passage, part, whole))
      break;
    if (whole->old > 0 || !qtr_claim_may_be_part (part, whole) ||
        (qtr_rational_compare (whole->range.high, part->range.low, &order) && order < 0))
      continue;
    g_ptr_array_add (wholes, (gpointer) whole);
  }
  return wholes;
}
