/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-whole.h"

/*
 * Whether a part is no more than its whole.
 */

/* "of which 9", "including 9", "among them 9", "Of these, 9" */
static gboolean
is_led_in (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int at = part->first - 1;

  at -= is (passage, at, ",|are|were|is|was") != 0;
  if (is (passage, at, "including|includes|included"))
    return TRUE;
  /* "21 enquiries, with 18 booking" */
  if (is (passage, at, "with") && is_word (passage, part->item + 1) &&
      (g_str_has_suffix (get (passage, part->item + 1)->word, "ing") ||
       g_str_has_suffix (get (passage, part->item + 1)->word, "ed")))
    return TRUE;
  return get (passage, at)->senses & QTR_CLAIM_THOSE && is (passage, at - 1, "of|among|amongst|with");
}

/* "9 of them", "nine of those schools" */
static gboolean
is_of_those (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int at = part->item + 1;

  at += get (passage, at)->kind == QTR_CLAIM_WORD && !is (passage, at, "of|out");
  return is (passage, at, "of") &&
         (has (passage, at + 1, QTR_CLAIM_THOSE) ||
          (is (passage, at + 1, "this|it") && has (passage, at + 2, QTR_CLAIM_FUNCTION))) &&
         !is (passage, at + 2, "who|that|which|with|in|aged|we");
}

static gboolean
exceeds (const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  int order = 0;

  return qtr_rational_compare (part->range.low, whole->range.high, &order) && order > 0;
}

/* The nearest level said before, larger or not, that a part may be of. */
static const QtrClaimQuantity *
find_nearest (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int index = (int) get (passage, part->item)->quantity;

  for (int i = index - 1; i >= MAX (index - 4, 0); i--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_get (passage, i);

    if (whole->line != part->line || part->sentence - whole->sentence > 1)
      return NULL;
    if (whole->old == 0 && qtr_claim_may_be_part (part, whole))
      return whole;
  }
  return NULL;
}

/* "75 to people", "seven retired", "43 led to": what follows is no name. */
static gboolean
has_no_name (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  const QtrClaimItem *after = get (passage, part->item + 1);

  return after->kind != QTR_CLAIM_WORD || after->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_BE) ||
         g_str_has_suffix (after->word, "ed") || g_str_has_suffix (after->word, "ing") ||
         qtr_claim_item_is (
             after,
             "led|sat|won|came|went|took|ran|got|met|held|chose|left|lost|paid|sent|empty|part-time|full-time|new|open|speak|live|work|run|use|say|said|told|thought|found|gave|felt");
}

/* A part with a name of its own is no part of what has another: "12 events, including 40 stalls". */
static gboolean
has_same_name (const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  return *part->noun == '\0' || *whole->noun == '\0' ||
         qtr_claim_lexicon_are_same_thing (part->noun, whole->noun);
}

static void
add_subset (QtrClaimReader *self, const QtrClaimQuantity *part, const QtrClaimQuantity *whole,
            QtrClaimVerdict verdict)
{
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_SUBSET, verdict, part);
  g_autofree char *of = qtr_claim_reader_quote (self, whole);

  qtr_claim_reader_add_value (self, claim, whole);
  if (verdict == QTR_CLAIM_MISMATCH)
    /* Translators: a part; its whole. */
    claim->message =
        g_strdup_printf (_ ("%s cannot be part of %s: one of the two is wrong"), claim->text, of);
}

/* "Of the 40 inspected, 9 failed": whether the part follows its whole at once. */
static gboolean
follows (const QtrClaimPassage *passage, const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  int at = part->first - 1;
  int n_commas = 0;

  while (at > part->first - 3 && get (passage, at)->kind == QTR_CLAIM_WORD)
    at--;
  for (int between = whole->item; between < part->item; between++)
    n_commas += is (passage, between, ",") != 0;
  if (n_commas == 0)
    return part->item - whole->item < 6 && is (passage, whole->first - 2, "out|among|amongst") &&
           get (passage, part->item)->quantity == get (passage, whole->item)->quantity + 1;
  return is (passage, at, ",") && n_commas == 1 &&
         get (passage, part->item)->quantity == get (passage, whole->item)->quantity + 1;
}

/* What "which" and "whom" stand for is in their own sentence; what "these" do may be in the one before. */
static const QtrClaimQuantity *
find_counted (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  g_autoptr (GPtrArray) wholes = qtr_claim_find_wholes (passage, part);
  const QtrClaimQuantity *whole = wholes->len > 0 ? wholes->pdata[0] : NULL;
  gboolean is_near = is_led_in (passage, part) && !is (passage, part->first - 1, "these|those|them") &&
                     !is (passage, part->first - 2, "these|those|them");

  if (whole != NULL && (!is_near || whole->sentence == part->sentence))
    return whole;
  return find_nearest (passage, part);
}

static void
read_subset (QtrClaimReader *self, const QtrClaimQuantity *part)
{
  const QtrClaimPassage *passage = self->passage;
  const QtrClaimQuantity *whole = qtr_claim_find_whole_named (passage, part);
  gboolean is_sure = whole != NULL;

  if (whole == NULL && (is_led_in (passage, part) || is_of_those (passage, part))) {
    whole = find_counted (passage, part);
    is_sure = TRUE;
  }
  if (whole == NULL) {
    whole = qtr_claim_find_whole_before (passage, part);
    is_sure = whole != NULL && follows (passage, part, whole);
  }
  if (whole == NULL || whole->item == part->item)
    return;
  if (!exceeds (part, whole))
    add_subset (self, part, whole, QTR_CLAIM_OK);
  else if (is_sure && has_same_name (part, whole) &&
           (has_no_name (passage, part) || (*part->noun != '\0' && *whole->noun != '\0')))
    add_subset (self, part, whole, QTR_CLAIM_MISMATCH);
}

void
qtr_claim_read_subsets (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL &&
        (quantity->unit == QTR_CLAIM_COUNT || quantity->unit == QTR_CLAIM_MONEY))
      read_subset (self, quantity);
  }
}
