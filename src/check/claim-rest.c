/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-sum.h"
#include "check/claim-whole.h"

/*
 * Rests: "the remaining nine", and the percentages that make a hundred.
 */

#define SENTENCES_BACK 4

gboolean
qtr_claim_sum_is_rest (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->first - 1;

  at -= is (passage, at, ",|(") != 0;
  return get (passage, at)->senses & QTR_CLAIM_REST && is (passage, at - 1, "the|and|its|their");
}

/* "Opinion was split: 46% in favour, 39% against, 25% undecided" */
static gboolean
is_split (const QtrClaimPassage *passage, const QtrClaimQuantity *last)
{
  for (int at = last->item - 50; at < last->item; at++)
    if (get (passage, at)->sentence == last->sentence &&
        is (passage, at, "split|splits|divided|breakdown|broke|divides|proportions|shares"))
      return TRUE;
  return FALSE;
}

/* The percentages of a sentence up to its rest are all there is. */
static void
read_rest_of_hundred (QtrClaimReader *self, GPtrArray *addends, guint last)
{
  QtrInterval hundred = qtr_interval_exactly (qtr_rational_new (100, 1));
  QtrRational sum = qtr_claim_add_values (addends, 0, last);

  if (last < 1 || !qtr_claim_sum_is_list (self->passage, addends, 0, last))
    return;
  if (qtr_interval_overlaps (qtr_claim_add_up (addends, 0, last), hundred))
    qtr_claim_sum_add (self, addends->pdata[last], addends, 0, last, QTR_CLAIM_OK);
  else if (qtr_claim_is_near (sum, hundred.low, 2) && qtr_claim_is_close (sum, hundred.low)) {
    QtrClaim *claim;

    qtr_claim_sum_add (self, addends->pdata[last], addends, 0, last, QTR_CLAIM_MISMATCH);
    claim = &g_array_index (self->claims, QtrClaim, self->claims->len - 1);
    g_free (claim->message);
    /* Translators: a number. */
    claim->message = g_strdup_printf (_ ("The parts add up to %s%%, and not to 100%%: one of them is wrong"),
                                      claim->computed);
  }
}

/* The total that the addends up to @last come nearest to, of those that stand before them. */
static gboolean
find_closest (const QtrClaimPassage *passage, GPtrArray *addends, guint last, guint *first)
{
  QtrRational nearest = QTR_RATIONAL_NONE;
  int order = 0;

  for (guint i = 1; i < last; i++) {
    const QtrClaimQuantity *total = addends->pdata[i - 1];
    QtrRational sum = qtr_claim_add_values (addends, i, last);
    QtrRational off =
        qtr_rational_absolute (qtr_rational_divide (qtr_rational_subtract (sum, total->value), total->value));

    if (!qtr_claim_sum_are_small_parts (total, addends, i, last) || !qtr_claim_is_close (total->value, sum) ||
        !qtr_claim_is_almost (total, sum) || !qtr_claim_sum_is_list (passage, addends, i, last))
      continue;
    if (qtr_rational_is_set (nearest) && qtr_rational_compare (off, nearest, &order) && order >= 0)
      continue;
    nearest = off;
    *first = i;
  }
  return qtr_rational_is_set (nearest);
}

/* Whether @parts make @whole, or were meant to. */
static gboolean
add_parts (QtrClaimReader *self, const QtrClaimQuantity *whole, GPtrArray *parts)
{
  guint last = parts->len - 1;

  if (qtr_interval_overlaps (qtr_claim_add_up (parts, 0, last), whole->range))
    qtr_claim_sum_add (self, whole, parts, 0, last, QTR_CLAIM_OK);
  else if (qtr_claim_is_close (whole->value, qtr_claim_add_values (parts, 0, last)))
    qtr_claim_sum_add (self, whole, parts, 0, last, QTR_CLAIM_MISMATCH);
  else
    return FALSE;
  return TRUE;
}

/* "eight of the 11 alleys, and the remaining three"; "13 are done; the other 9 of the 24 wait": the whole is
 * named with the rest, or with the part before it. */
static gboolean
read_rest_of_named (QtrClaimReader *self, const QtrClaimQuantity *rest)
{
  const QtrClaimPassage *passage = self->passage;
  const QtrClaimQuantity *whole = qtr_claim_find_whole_named (passage, rest);
  int index = (int) get (passage, rest->item)->quantity;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (int i = index - 1; i >= MAX (index - 6, 0); i--) {
    const QtrClaimQuantity *part = qtr_claim_quantity_get (passage, i);
    const QtrClaimQuantity *named;

    if (part->sentence != rest->sentence)
      break;
    if (!qtr_claim_can_be_added (part, 1) || !qtr_claim_are_of_one_kind (part, rest))
      continue;
    named = qtr_claim_find_whole_named (passage, part);
    g_ptr_array_insert (parts, 0, (gpointer) part);
    if (whole == NULL && named != NULL)
      g_ptr_array_remove (parts, (gpointer) named);
    whole = whole == NULL ? named : whole;
    if (whole != NULL)
      break;
  }
  g_ptr_array_add (parts, (gpointer) rest);
  return whole != NULL && parts->len > 1 && add_parts (self, whole, parts);
}

void
qtr_claim_sum_read_rest (QtrClaimReader *self, const QtrClaimQuantity *rest)
{
  if (rest->unit != QTR_CLAIM_PERCENT && read_rest_of_named (self, rest))
    return;
  for (guint back = 0; back <= SENTENCES_BACK && back <= rest->sentence; back++) {
    g_autoptr (GPtrArray) addends = qtr_claim_find_addends (self->passage, rest, rest->sentence - back, 1);
    const QtrClaimQuantity *total;
    guint first = 0;
    guint last = 0;

    g_ptr_array_find (addends, rest, &last);
    if (rest->unit == QTR_CLAIM_PERCENT) {
      read_rest_of_hundred (self, addends, last);
      return;
    }
    /* What the rest completes comes before the parts: the nearest that is more than each of them. */
    for (guint i = last; i > 1; i--) {
      total = addends->pdata[i - 2];
      if (!qtr_interval_overlaps (qtr_claim_add_up (addends, i - 1, last), total->range))
        continue;
      qtr_claim_sum_add (self, total, addends, i - 1, last, QTR_CLAIM_OK);
      return;
    }
    if (find_closest (self->passage, addends, last, &first)) {
      qtr_claim_sum_add (self, addends->pdata[first - 1], addends, first, last, QTR_CLAIM_MISMATCH);
      return;
    }
  }
}

/* "(45%), those against (33%) and those without a view (21%)": the parts of a hundred, with no word for the
 * rest. */
void
qtr_claim_sum_read_hundred (QtrClaimReader *self, const QtrClaimQuantity *last)
{
  g_autoptr (GPtrArray) addends = qtr_claim_find_addends (self->passage, last, last->sentence, 2);
  guint at = 0;

  g_ptr_array_find (addends, last, &at);
  if (at + 1 == addends->len && at >= 2 &&
      (is_split (self->passage, last) ||
       qtr_interval_overlaps (qtr_claim_add_up (addends, 0, at),
                              qtr_interval_exactly (qtr_rational_new (100, 1)))))
    read_rest_of_hundred (self, addends, at);
}
