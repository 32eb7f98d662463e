/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-forms.h"

#include "check/claim-look.h"
#include "check/claim-role.h"

#define WITHIN_PHRASE 6
#define WITHIN_CLAUSE 14

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
gboolean
qtr_claim_find_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
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
    qtr_claim_set_magnitude (quantity, before->direction, before->cue);
    quantity->base = (int) get (passage, before->item)->quantity;
    return TRUE;
  }

  return FALSE;
}

/* "fell by 310 to 1,290 from 1,600 (24%)": a percentage alone in brackets behind what was before. */
gboolean
qtr_claim_find_trailing (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
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
  qtr_claim_set_magnitude (quantity, qtr_claim_get_direction (get (passage, mover)->senses), mover);
  return TRUE;
}

/* A magnitude in brackets behind another repeats it, whatever else made it one: "(52 fewer)". */
void
qtr_claim_link_repeated (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  QtrClaimQuantity *before = find_neighbour (passage, quantity);

  if (quantity->role == QTR_CLAIM_MAGNITUDE && quantity->base < 0 && before != NULL &&
      before->role == QTR_CLAIM_MAGNITUDE && before->sentence == quantity->sentence &&
      is (passage, quantity->first - 1, "(") &&
      qtr_claim_quantity_is_ratio (before) != qtr_claim_quantity_is_ratio (quantity))
    quantity->base = (int) get (passage, before->item)->quantity;
}

/* "a fall of 52, equal to 18%", "38 fewer than in May (a drop of 9%)": the same change said the other way,
 * when both are known for changes. */
void
qtr_claim_link_forms (const QtrClaimPassage *passage, QtrClaimQuantity *quantity)
{
  int index = (int) get (passage, quantity->item)->quantity;
  const QtrClaimQuantity *before = qtr_claim_quantity_get (passage, index - 1);

  /* "by 320 to 1,920, i.e. by a fifth" */
  if (before != NULL && before->role == QTR_CLAIM_LEVEL && is (passage, before->first - 1, "to|from"))
    before = qtr_claim_quantity_get (passage, --index - 1);
  if (before == NULL || quantity->base >= 0 || before->base >= 0 || quantity->role != QTR_CLAIM_MAGNITUDE ||
      before->role != QTR_CLAIM_MAGNITUDE || before->sentence != quantity->sentence ||
      !qtr_claim_quantity_is_ratio (quantity) ||
      (before->unit != QTR_CLAIM_COUNT && before->unit != QTR_CLAIM_MONEY) ||
      before->direction != quantity->direction || quantity->item - before->item > 2 * WITHIN_CLAUSE)
    return;
  for (int at = before->item + 1; at < quantity->item; at++)
    if (is (passage, at, "and|;|while|whereas|but|against|although"))
      return;
  for (int at = before->item + 1; at < quantity->item; at++)
    if (is (passage, at, ",|(|–|or|i.e|i.e.|which|equal|equivalent|representing")) {
      quantity->base = index - 1;
      return;
    }
}
