/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-total.h"

#include <string.h>

#include "check/claim-look.h"
#include "check/claim-role.h"

#define WITHIN_CLAUSE 14
#define MOST_PARTS 16

/* --- What can be added --- */

gboolean
qtr_claim_can_be_added (const QtrClaimQuantity *quantity, int oldest)
{
  return quantity->role == QTR_CLAIM_LEVEL && quantity->old <= oldest && !quantity->is_range &&
         quantity->hedge != QTR_CLAIM_OVER && quantity->hedge != QTR_CLAIM_UNDER &&
         (quantity->unit == QTR_CLAIM_COUNT || quantity->unit == QTR_CLAIM_MONEY ||
          quantity->unit == QTR_CLAIM_PERCENT);
}

gboolean
qtr_claim_are_of_one_kind (const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  if (a->unit != b->unit)
    return FALSE;
  /* Kilograms and persons do not add up; what has no name may be either. */
  if ((*a->measure == '\0') != (*b->measure == '\0'))
    return *a->measure == '\0' ? *a->noun == '\0' : *b->noun == '\0';
  return *a->measure == '\0' || *b->measure == '\0' ||
         qtr_claim_lexicon_are_same_thing (a->measure, b->measure);
}

/* The levels of the sentences from @first to that of @total, of the kind of @total, and no older than said.
 */
GPtrArray *
qtr_claim_find_addends (const QtrClaimPassage *passage, const QtrClaimQuantity *total, guint first,
                        int oldest)
{
  GPtrArray *addends = g_ptr_array_new ();
  int index = (int) get (passage, total->item)->quantity;
  const QtrClaimQuantity *quantity;

  while (index > 0 && qtr_claim_quantity_get (passage, index - 1)->sentence >= first &&
         qtr_claim_quantity_get (passage, index - 1)->line == total->line &&
         (int) get (passage, total->item)->quantity - index < MOST_PARTS)
    index--;
  for (; (quantity = qtr_claim_quantity_get (passage, index)) != NULL &&
         quantity->sentence <= total->sentence && addends->len < 2 * MOST_PARTS;
       index++)
    if (quantity == total ||
        (qtr_claim_can_be_added (quantity, oldest) && !qtr_claim_quantity_is_pointed_at (passage, quantity) &&
         qtr_claim_are_of_one_kind (quantity, total)))
      g_ptr_array_add (addends, (gpointer) quantity);
  return addends;
}

QtrInterval
qtr_claim_add_up (GPtrArray *addends, guint first, guint last)
{
  QtrInterval sum = qtr_interval_exactly (qtr_rational_new (0, 1));

  for (guint i = first; i <= last; i++)
    sum = qtr_interval_add (sum, ((const QtrClaimQuantity *) addends->pdata[i])->range);
  return sum;
}

QtrRational
qtr_claim_add_values (GPtrArray *addends, guint first, guint last)
{
  QtrRational sum = qtr_rational_new (0, 1);

  for (guint i = first; i <= last; i++)
    sum = qtr_rational_add (sum, ((const QtrClaimQuantity *) addends->pdata[i])->value);
  return sum;
}

/* Half as much again, or two thirds: a total that is further off is one of something else. */
gboolean
qtr_claim_is_close (QtrRational total, QtrRational sum)
{
  return qtr_claim_is_near (qtr_rational_multiply (total, qtr_rational_new (2, 1)),
                            qtr_rational_multiply (sum, qtr_rational_new (2, 1)), 2) &&
         qtr_claim_is_near (total, qtr_rational_multiply (sum, qtr_rational_new (3, 4)), 2) &&
         qtr_claim_is_near (qtr_rational_multiply (total, qtr_rational_new (3, 4)), sum, 2);
}

/* Whether a number has digits enough that another with nearly the same is no chance. */
gboolean
qtr_claim_has_many_digits (const QtrClaimQuantity *total)
{
  g_autofree char *digits = qtr_decimal_to_string (qtr_rational_round (total->value, 2));
  gsize length = strlen (digits);
  guint n = 0;

  while (length > 0 && (digits[length - 1] == '0' || digits[length - 1] == '.'))
    length--;
  for (gsize i = 0; i < length; i++)
    n += g_ascii_isdigit (digits[i]);
  return n >= 3;
}

/* A sum of money or things that the text calls so: "the £1.7m shortfall", "an overspend of £2.8m". */
static gboolean
is_amount (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  return quantity->role == QTR_CLAIM_MAGNITUDE && quantity->base < 0 &&
         (quantity->unit == QTR_CLAIM_MONEY || quantity->unit == QTR_CLAIM_COUNT) &&
         get (passage, quantity->cue)->senses & QTR_CLAIM_THING &&
         (quantity->cue == quantity->item + 1 || quantity->cue == quantity->first - 2);
}

gboolean
qtr_claim_can_be_total (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  QtrClaimQuantity plain = *quantity;

  plain.hedge = QTR_CLAIM_AS_PRINTED;
  if (is_amount (passage, quantity))
    plain.role = QTR_CLAIM_LEVEL;
  return qtr_claim_can_be_added (&plain, 0);
}

/* Whether two whole numbers differ as by a slip: in one digit, or by two that changed places. */
gboolean
qtr_claim_differ_by_slip (const QtrClaimQuantity *total, QtrRational sum)
{
  QtrDecimal a = qtr_rational_round (total->value, 2);
  QtrDecimal b = qtr_rational_round (sum, 2);
  g_autofree char *x = qtr_decimal_to_string (a);
  g_autofree char *y = qtr_decimal_to_string (b);
  guint n_different = 0;
  gsize at = 0;

  if (strlen (x) != strlen (y))
    return FALSE;
  for (gsize i = 0; x[i] != '\0'; i++) {
    if (x[i] == y[i])
      continue;
    at = n_different == 0 ? i : at;
    n_different++;
  }
  return n_different == 1 || (n_different == 2 && x[at] == y[at + 1] && x[at + 1] == y[at]);
}

/* Near enough that the one was meant to be the other. */
gboolean
qtr_claim_is_almost (const QtrClaimQuantity *total, QtrRational sum)
{
  QtrRational off = qtr_rational_absolute (qtr_rational_subtract (total->value, sum));
  int order = 0;

  return qtr_claim_differ_by_slip (total, sum) ||
         (qtr_rational_compare (qtr_rational_multiply (off, qtr_rational_new (6, 1)), sum, &order) &&
          order < 0);
}

/* --- How a total is said --- */

gboolean
qtr_claim_is_total_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int at = total->item + 1;

  for (int last = at + 6; at < last && get (passage, at)->sentence == total->sentence; at++) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ",|;|(|)"))
      return FALSE;
    if (is (passage, at, "altogether|overall|combined|together|all-told") ||
        (is (passage, at, "in|all") && is (passage, at + 1, "total|all|told|aggregate")) ||
        (is (passage, at, "to") && is (passage, at + 1, "date|finish")) ||
        (is (passage, at, "so") && is (passage, at + 1, "far")) ||
        (is (passage, at, "in") && is (passage, at + 1, "sum")) ||
        (is (passage, at, "between") && is (passage, at + 1, "them")))
      return TRUE;
  }
  return FALSE;
}

/* "Together, North (412) and South (388) handled 810 calls." */
static gboolean
begins_together (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int first = total->item;

  while (first > total->item - 40 && get (passage, first - 1)->sentence == total->sentence)
    first--;
  return is (passage, first, "together|combined|altogether|both|total|overall") ||
         (is (passage, first, "taken") && is (passage, first + 1, "together")) ||
         (is (passage, first, "between") && is (passage, first + 1, "them")) ||
         (is (passage, first, "in") && is (passage, first + 1, "total|all"));
}

/* "The two branches thus issued 3,650." */
gboolean
qtr_claim_says_both (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int first = total->item;

  while (first > total->item - 40 && get (passage, first - 1)->sentence == total->sentence)
    first--;
  return is (passage, first, "both|all") ||
         (is (passage, first, "the") && get (passage, first + 1)->kind == QTR_CLAIM_QUANTITY &&
          get (passage, first + 1)->capital == FALSE);
}

/* "(168 in the quarter)" */
gboolean
qtr_claim_is_total_aside (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  return is (passage, total->first - 1, "(") && is (passage, total->item + 1, "in|over|for|during") &&
         is (passage, total->item + 2, "the") && get (passage, total->item + 3)->senses & QTR_CLAIM_TIME;
}

gboolean
qtr_claim_is_total_before (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int at = qtr_claim_skip_back (passage, total->first - 1);
  int last = total->first - WITHIN_CLAUSE;

  if (is (passage, total->first - 1, "of") && is (passage, total->first - 2, "out"))
    return TRUE;
  if (is (passage, total->first - 1, "all") || begins_together (passage, total))
    return TRUE;
  at = MAX (at, total->first - 3);
  if (is (passage, at,
          "make|makes|making|made|gives|giving|gave|totalling|totalled|totals|total|sum|of|to|at|in|was|is|were|:|up|with|reached|equals|equal|is|=|i.e|i.e."))
    for (; at > last && get (passage, at)->sentence == total->sentence; at--) {
      if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|("))
        break;
      if (is (passage, at,
              "total|totalling|totalled|totals|altogether|together|combined|sum|amounted|amounts|amounting|add|adds|"
              "adding|make|makes|making|gives|giving|gave|bring|brings|bringing|brought|come|comes|coming|came|takes|taking|equals|equal|plus|="))
        return TRUE;
    }
  for (at = total->first - 1; at > last && get (passage, at)->sentence == total->sentence; at--) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ";|("))
      return FALSE;
    if (is (passage, at,
            "altogether|together|combined|total|totalling|totals|overall|hence|thus|therefore|sum") ||
        (is (passage, at, "far") && is (passage, at - 1, "so")) ||
        (is (passage, at, "date") && is (passage, at - 1, "to")) ||
        (is (passage, at, "told") && is (passage, at - 1, "all")) ||
        (is (passage, at, "whole") && is (passage, at - 2, "as")) ||
        (is (passage, at, "between") && is (passage, at + 1, "them")) ||
        (is (passage, at, "with") && is (passage, at + 1, "that|this|these") &&
         is (passage, at - 1, "and|,|;")))
      return TRUE;
  }
  return FALSE;
}

/* "which together makes 136 appointments since May": of what was listed, whatever follows. */
static gboolean
is_made (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  for (int at = total->first - 1; at > total->first - 4; at--)
    if (is (passage, at, "makes|making|make|gives|giving|together|altogether|totalling"))
      return TRUE;
  return FALSE;
}

/* A running total counts what the sentence does not list. */
gboolean
qtr_claim_is_running (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  for (int at = total->first - WITHIN_CLAUSE; at < total->item + 5; at++)
    if (get (passage, at)->sentence == total->sentence &&
        is (passage, at, "since|cumulative|previously|including|include|includes|included") &&
        !(at > total->item && is_made (passage, total)))
      return TRUE;
  return FALSE;
}
