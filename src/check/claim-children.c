/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-look.h"
#include "check/claim-sum.h"

/*
 * Bullets under one parent as the parts of its number.
 */

/* "Three hubs took 930 between them:" over three bullets: the first says how many bullets there are. */
static gboolean
counts_children (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  QtrRational n = qtr_rational_new ((gint64) passage->lines->len - 1, 1);
  const QtrClaimQuantity *next =
      qtr_claim_quantity_get (passage, (int) get (passage, quantity->item)->quantity + 1);
  int order = 0;

  return quantity->line == 0 && next != NULL && next->line == 0 && qtr_claim_can_be_added (next, 0) &&
         qtr_rational_compare (quantity->value, n, &order) && order == 0;
}

/* The first level of a line that can be added; %NULL if it has none. */
static const QtrClaimQuantity *
find_leading (const QtrClaimPassage *passage, guint line)
{
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, line);
  int last = (int) (own->first + own->n_items) - 1;
  const QtrClaimQuantity *end;

  /* "65 and over: 79": what stands before the colon is a name. */
  last -= is (passage, last, ".|;|,") != 0;
  end = qtr_claim_quantity_at (passage, last);
  if (line > 0 && end != NULL && is (passage, end->first - 1, ":|–") && qtr_claim_can_be_added (end, 0))
    return end;
  for (int at = (int) own->first; at <= last; at++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, at);

    if (quantity != NULL && qtr_claim_can_be_added (quantity, 0) && !counts_children (passage, quantity))
      return quantity;
  }
  return NULL;
}

static gboolean
is_total_line (const QtrClaimPassage *passage, guint line)
{
  int first = (int) g_array_index (passage->lines, QtrClaimLine, line).first;

  const QtrClaimQuantity *level = find_leading (passage, line);

  if (is (passage, first, "total|all|overall|altogether|in|these|together|sum|combined") &&
      !is (passage, first + 1, "addition|the|of|our|to|may|june|a|an"))
    return TRUE;
  for (int at = first; level != NULL && at < level->item + 4 && get (passage, at)->line == line; at++)
    if (is (passage, at, "total|altogether|together|totalling") ||
        (is (passage, at, "in") && is (passage, at + 1, "all")))
      return TRUE;
  return FALSE;
}

/* "The 61 notices have all been complied with": all that the bullets before it count, by their name. */
static gboolean
is_all_of_them (const QtrClaimPassage *passage, const QtrClaimQuantity *level, GPtrArray *addends)
{
  const QtrClaimQuantity *first = addends->len > 0 ? addends->pdata[0] : NULL;
  int at = (int) g_array_index (passage->lines, QtrClaimLine, level->line).first;

  at += is (passage, at, "all") != 0;
  return is (passage, at, "the|these|our") && level->first == at + 1 && first != NULL &&
         *first->noun != '\0' && *level->noun != '\0' &&
         qtr_claim_lexicon_are_same_thing (first->noun, level->noun);
}

/* Whether a line says its level first or last, as an entry of a list does. */
static gboolean
is_entry (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  const QtrClaimLine *line = &g_array_index (passage->lines, QtrClaimLine, level->line);

  return level->first <= (int) line->first + 2 || is (passage, level->first - 1, ":|–") ||
         level->item + 3 >= (int) (line->first + line->n_items);
}

/* "193 fires", "221 false alarms", "114 others": more than two bullets, each of which begins with its number.
 */
static gboolean
are_all_first (const QtrClaimPassage *passage, GPtrArray *addends)
{
  for (guint i = 0; i < addends->len; i++) {
    const QtrClaimQuantity *level = addends->pdata[i];

    if (level->first != (int) g_array_index (passage->lines, QtrClaimLine, level->line).first)
      return FALSE;
  }
  return addends->len > 2;
}

/* "We carried out 120 visits:", and under it nothing but numbers of them. */
static gboolean
ends_with_colon (const QtrClaimPassage *passage, guint line, GPtrArray *addends,
                 const QtrClaimQuantity *total)
{
  const QtrClaimLine *parent = &g_array_index (passage->lines, QtrClaimLine, line);

  if (!is (passage, (int) (parent->first + parent->n_items) - 1, ":"))
    return FALSE;
  if (are_all_first (passage, addends) &&
      qtr_claim_differ_by_slip (total, qtr_claim_add_values (addends, 0, addends->len - 1)))
    return TRUE;
  for (guint i = 0; i < addends->len; i++)
    if (!qtr_claim_sum_is_elliptical (passage, addends->pdata[i], total))
      return FALSE;
  return TRUE;
}

/* "Central took 24 of them": a child that speaks of what its parent counts. */
static gboolean
has_link (const QtrClaimPassage *passage, GPtrArray *addends)
{
  for (guint i = 0; i < addends->len; i++) {
    const QtrClaimQuantity *level = addends->pdata[i];

    if (is (passage, level->item + 1, "of") && get (passage, level->item + 2)->senses & QTR_CLAIM_THOSE)
      return TRUE;
  }
  return FALSE;
}

/* Every child says a name and how many, and nothing else. */
static gboolean
is_entry_list (const QtrClaimPassage *passage, GPtrArray *addends)
{
  for (guint i = 0; i < addends->len; i++)
    if (g_array_index (passage->lines, QtrClaimLine, ((QtrClaimQuantity *) addends->pdata[i])->line).n_items >
        7)
      return FALSE;
  return TRUE;
}

void
qtr_claim_sum_read_children (QtrClaimReader *self)
{
  const QtrClaimPassage *passage = self->passage;
  g_autoptr (GPtrArray) addends = g_ptr_array_new ();
  const QtrClaimQuantity *total = find_leading (passage, 0);
  gboolean has_total_line = FALSE;

  for (guint line = 1; line < passage->lines->len; line++) {
    const QtrClaimQuantity *level = find_leading (passage, line);

    if (level == NULL)
      return;
    if (line + 1 == passage->lines->len && line > 2 &&
        (is_total_line (passage, line) || is_all_of_them (passage, level, addends))) {
      total = level;
      has_total_line = TRUE;
    } else if (is_entry (passage, level))
      g_ptr_array_add (addends, (gpointer) level);
    else
      return;
  }
  if (total == NULL || addends->len < 2)
    return;
  for (guint i = 0; i < addends->len; i++)
    if (!qtr_claim_are_of_one_kind (addends->pdata[i], total))
      return;
  if (qtr_interval_overlaps (qtr_claim_add_up (addends, 0, addends->len - 1), total->range))
    qtr_claim_sum_add (self, total, addends, 0, addends->len - 1, QTR_CLAIM_OK);
  else if ((has_total_line || ends_with_colon (passage, 0, addends, total) || has_link (passage, addends) ||
            (is_entry_list (passage, addends) &&
             (qtr_claim_differ_by_slip (total, qtr_claim_add_values (addends, 0, addends->len - 1)) ||
              (addends->len > 2 &&
               qtr_claim_is_almost (total, qtr_claim_add_values (addends, 0, addends->len - 1)))))) &&
           qtr_claim_sum_are_small_parts (total, addends, 0, addends->len - 1) &&
           qtr_claim_is_close (total->value, qtr_claim_add_values (addends, 0, addends->len - 1)))
    qtr_claim_sum_add (self, total, addends, 0, addends->len - 1, QTR_CLAIM_MISMATCH);
}
