/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-role.h"
#include "check/claim-whole.h"

/*
 * Whether a part is no more than its whole.
 */

/* The line of the bullet that the bullet of @line stands under; @line itself if it is the topmost. */
static guint
find_parent (const QtrClaimPassage *passage, guint line)
{
  guint depth = g_array_index (passage->lines, QtrClaimLine, line).depth;

  while (line > 0 && depth > 0 && g_array_index (passage->lines, QtrClaimLine, line).depth >= depth)
    line--;
  return line;
}

/* "29 arrests, of which:" and under it "34 were for drugs" */
static gboolean
is_under_those (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, part->line);
  const QtrClaimLine *parent =
      &g_array_index (passage->lines, QtrClaimLine, find_parent (passage, part->line));
  int last = (int) (parent->first + parent->n_items) - 1;

  if (own == parent || part->first != (int) own->first)
    return FALSE;
  last -= is (passage, last, ":|–|,") != 0;
  return is (passage, last, "including") ||
         (has (passage, last, QTR_CLAIM_THOSE) && is (passage, last - 1, "of|among|amongst"));
}

/* What the bullet above counts last: "Visits made: 1,940". */
static const QtrClaimQuantity *
find_in_parent (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  guint parent = find_parent (passage, part->line);
  const QtrClaimLine *line = &g_array_index (passage->lines, QtrClaimLine, parent);

  if (parent == part->line)
    return NULL;
  for (int at = (int) (line->first + line->n_items) - 1; at >= (int) line->first; at--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_at (passage, at);

    if (whole != NULL && whole->old == 0 && qtr_claim_may_be_part (part, whole))
      return whole;
  }
  return NULL;
}

/* "of which 9", "including 9", "among them 9", "Of these, 9" */
static gboolean
is_led_in (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int at = part->first - 1;

  if (is_under_those (passage, part))
    return TRUE;

  at -= is (passage, at, ",|are|were|is|was") != 0;
  if (is (passage, at, "including|includes|included"))
    return TRUE;
  /* "33 were redeployed, all 33 to the front line" */
  if (is (passage, at, "all") && is (passage, at - 1, ",|–") &&
      !has (passage, part->item + 1, QTR_CLAIM_TIME))
    return has (passage, part->item + 1, QTR_CLAIM_FUNCTION);
  /* "21 enquiries, with 18 booking" */
  if (is (passage, at, "with") && is_word (passage, part->item + 1) &&
      (g_str_has_suffix (get (passage, part->item + 1)->word, "ing") ||
       g_str_has_suffix (get (passage, part->item + 1)->word, "ed")))
    return TRUE;
  return get (passage, at)->senses & QTR_CLAIM_THOSE && is (passage, at - 1, "of|among|amongst|with");
}

static gboolean
leads_to_number (const QtrClaimPassage *passage, int at)
{
  for (int last = at + 3; at < last && is_word (passage, at); at++)
    ;
  return get (passage, at)->kind == QTR_CLAIM_QUANTITY;
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
         /* "184 files of which 73 were": what "which" is followed by is the part. */
         !(is (passage, at + 1, "which|whom") && leads_to_number (passage, at + 2)) &&
         !(is (passage, at + 2, "who|that|which|with|in|aged|we") &&
           is (passage, at + 1, "those|these|which|whom"));
}

/* "of which 83 involved", "of whom", "of these": what follows is of them, whatever its name. */
static gboolean
is_of_pronoun (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int at = part->first - 1;

  at -= is (passage, at, ",|are|were|is|was") != 0;
  return (is (passage, at, "which|whom|these|them|those") && is (passage, at - 1, "of|among|amongst")) ||
         is_under_those (passage, part) || is_of_those (passage, part);
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

    if (whole->line != part->line)
      return find_in_parent (passage, part);
    if (part->sentence - whole->sentence > 1)
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
         qtr_claim_lexicon_are_same_thing (part->noun, whole->noun) ||
         (qtr_claim_lexicon_look_up (part->noun) & qtr_claim_lexicon_look_up (whole->noun) &
              QTR_CLAIM_PERSON &&
          (g_str_equal (whole->noun, "people") || g_str_equal (whole->noun, "persons")));
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
  /* "Of 320 crimes reported online 345 were" */
  if (n_commas == 0 && is (passage, qtr_claim_skip_back (passage, whole->first - 1), "of") &&
      has_no_name (passage, part))
    return part->item - whole->item < 8 &&
           get (passage, part->item)->quantity == get (passage, whole->item)->quantity + 1;
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
  gboolean is_near = is_led_in (passage, part) && !is_under_those (passage, part) &&
                     !is (passage, part->first - 1, "these|those|them") &&
                     !is (passage, part->first - 2, "these|those|them");

  if (whole != NULL && (!is_near || whole->sentence == part->sentence))
    return whole;
  return find_nearest (passage, part);
}

/* "found 24 jammed. Forty-two of the jammed ones": the whole is named by a word that stood with its number.
 */
static const QtrClaimQuantity *
find_described (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  int index = (int) get (passage, part->item)->quantity;
  const char *word = get (passage, part->item + 3)->word;

  if (!is (passage, part->item + 1, "of") || !is (passage, part->item + 2, "the|our|these|those") ||
      !is_word (passage, part->item + 3) ||
      get (passage, part->item + 3)->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_SKIPPED | QTR_CLAIM_TIME))
    return NULL;
  for (int i = index - 1; i >= MAX (index - 4, 0); i--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_get (passage, i);

    if (whole->line != part->line || part->sentence - whole->sentence > 1)
      break;
    if (whole->old > 0 || !qtr_claim_may_be_part (part, whole))
      continue;
    for (int at = whole->item + 1; at < whole->item + 4 && is_word (passage, at); at++)
      if (qtr_claim_lexicon_are_same_thing (get (passage, at)->word, word))
        return whole;
  }
  return NULL;
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
    whole = find_described (passage, part);
    is_sure = whole != NULL;
  }
  if (whole == NULL) {
    whole = qtr_claim_find_whole_before (passage, part);
    is_sure = whole != NULL && follows (passage, part, whole);
  }
  /* "50,313 hours with 17,489 hours of patrol" may be a part of them, and need not. */
  if (whole == NULL && is (passage, part->first - 1, "with") && *part->measure != '\0') {
    whole = find_nearest (passage, part);
    is_sure = FALSE;
    if (whole != NULL && (whole->sentence != part->sentence || strcmp (whole->measure, part->measure) != 0))
      whole = NULL;
  }
  if (whole == NULL || whole->item == part->item)
    return;
  if (!exceeds (part, whole))
    add_subset (self, part, whole, QTR_CLAIM_OK);
  else if (is_sure && (is_of_pronoun (passage, part) ||
                       (has_same_name (part, whole) &&
                        (has_no_name (passage, part) || (*part->noun != '\0' && *whole->noun != '\0')))))
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
