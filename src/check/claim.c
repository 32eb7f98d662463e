/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim.h"

#include "check/claim-reader.h"
#include "check/claim-role.h"

/* In the order of the enumerations. */
static const char *const RELATIONS[] = { "percent", "difference", "direction", "share",   "subset",    "sum",
                                         "rate",    "points",     "multiple",  "extreme", "comparator" };
static const char *const VERDICTS[] = { "ok", "mismatch", "unverifiable" };

const char *
qtr_claim_relation_get_word (QtrClaimRelation relation)
{
  return RELATIONS[relation];
}

const char *
qtr_claim_verdict_get_word (QtrClaimVerdict verdict)
{
  return VERDICTS[verdict];
}

static void
clear_claim (gpointer data)
{
  QtrClaim *claim = data;

  g_free (claim->sentence);
  g_free (claim->text);
  g_ptr_array_unref (claim->values);
  g_free (claim->computed);
  g_free (claim->message);
  g_free (claim->replacement);
}

/* The sentence around an item, without the space at its ends. */
static char *
get_sentence (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = qtr_claim_passage_get_item (passage, at);
  int first = at;
  int last = at;

  while (qtr_claim_passage_get_item (passage, first - 1)->sentence == item->sentence)
    first--;
  while (qtr_claim_passage_get_item (passage, last + 1)->sentence == item->sentence)
    last++;
  return qtr_claim_passage_get_text (passage, item->line, qtr_claim_passage_get_item (passage, first)->start,
                                     qtr_claim_passage_get_item (passage, last)->end);
}

void
qtr_claim_reader_add_value (QtrClaimReader *self, QtrClaim *claim, const QtrClaimQuantity *quantity)
{
  g_ptr_array_add (claim->values, qtr_claim_reader_quote (self, quantity));
}

QtrClaim *
qtr_claim_reader_add (QtrClaimReader *self, QtrClaimRelation relation, QtrClaimVerdict verdict,
                      const QtrClaimQuantity *about)
{
  const QtrClaimPassage *passage = self->passage;
  QtrClaim claim = {
    .relation = relation,
    .verdict = verdict,
    .bullet = g_array_index (passage->lines, QtrClaimLine, about->line).bullet->record.id,
    .sentence = get_sentence (passage, about->item),
    .start = about->start,
    .end = about->end,
    .text = qtr_claim_reader_quote (self, about),
    .values = g_ptr_array_new_with_free_func (g_free),
  };

  qtr_claim_reader_add_value (self, &claim, about);
  self->taken[qtr_claim_passage_get_item (passage, about->item)->quantity] = TRUE;
  g_array_append_val (self->claims, claim);
  return &g_array_index (self->claims, QtrClaim, self->claims->len - 1);
}

GArray *
qtr_claims_read (const QtrBullet *top, QtrPeriod quarter)
{
  g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (top);
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (QtrClaim));
  g_autofree gboolean *taken = NULL;
  g_autofree gboolean *summed = NULL;
  QtrClaimReader reader = { passage, quarter, claims, NULL, NULL };

  g_array_set_clear_func (claims, clear_claim);
  qtr_claim_quantities_read (passage);
  if (passage->quantities->len == 0)
    return claims;
  reader.taken = taken = g_new0 (gboolean, passage->quantities->len);
  reader.summed = summed = g_new0 (gboolean, passage->quantities->len);
  qtr_claim_roles_find (passage);
  qtr_claim_read_changes (&reader);
  qtr_claim_read_directions (&reader);
  qtr_claim_read_shares (&reader);
  qtr_claim_read_subsets (&reader);
  qtr_claim_read_rates (&reader);
  qtr_claim_read_sums (&reader);
  qtr_claim_read_extremes (&reader);
  return claims;
}
