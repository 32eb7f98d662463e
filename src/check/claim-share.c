/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-pair.h"
#include "check/claim-role.h"
#include "check/claim-whole.h"

/*
 * Which part of a whole something is, in per cent or as a fraction.
 */

#define FARTHEST 4
#define WITHIN_CLAUSE 14
#define WORDS_BETWEEN 5
#define SENTENCES_FOR_SURE 1

/* A share and what it may be made of. */
typedef struct {
  const QtrClaimQuantity *share;
  const QtrClaimQuantity *part;
  const QtrClaimQuantity *whole;
  gboolean is_sure;
} Share;

static gboolean
can_be_part (const QtrClaimQuantity *quantity)
{
  return quantity != NULL && quantity->role == QTR_CLAIM_LEVEL &&
         (quantity->unit == QTR_CLAIM_COUNT || quantity->unit == QTR_CLAIM_MONEY);
}

static gboolean
holds (const QtrClaimQuantity *share, const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  return qtr_interval_overlaps (qtr_interval_divide (part->range, whole->range),
                                qtr_claim_quantity_get_ratio (share));
}

/* Whether the share could be meant of the whole at all: what is further off speaks of something else. */
static gboolean
is_plausible (const QtrClaimQuantity *share, const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  QtrRational ratio = qtr_rational_divide (part->value, whole->value);
  QtrRational said = share->unit == QTR_CLAIM_PERCENT
                         ? qtr_rational_divide (share->value, qtr_rational_new (100, 1))
                         : share->value;
  int order = 0;

  return qtr_claim_is_near (ratio, said, FARTHEST) &&
         (!qtr_rational_compare (ratio, qtr_rational_new (1, 1), &order) || order <= 0 ||
          (qtr_rational_compare (said, qtr_rational_new (1, 1), &order) && order > 0));
}

/* --- The part --- */

static gboolean is_from (const QtrClaimPassage *passage, const QtrClaimQuantity *part,
                         const QtrClaimQuantity *whole);

/* "318 forms back from 1,755": the next number is what it is a part of. */
static gboolean
has_source (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  const QtrClaimQuantity *next =
      qtr_claim_quantity_get (passage, (int) get (passage, part->item)->quantity + 1);

  return next != NULL && next->sentence == part->sentence && can_be_part (next) &&
         is_from (passage, part, next);
}

/* The level right behind a share: "(381)", ", eleven,", ", 461 out of 512". */
static const QtrClaimQuantity *
find_part_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  int at = share->item + 1;
  const QtrClaimQuantity *part;
  gboolean is_explained;

  for (int last = at + WITHIN_CLAUSE; at < last; at++) {
    if (get (passage, at)->line != share->line || is (passage, at, ".|;|)") ||
        get (passage, at)->kind == QTR_CLAIM_QUANTITY)
      return NULL;
    if (is (passage, at, "(|,|–|:"))
      break;
  }
  is_explained = is (passage, at + 1, "or|i.e|i.e.|namely") ||
                 (is (passage, at + 1, "that") && is (passage, at + 2, "is"));
  for (int last = at + 4;
       at < last && is (passage, at + 1, "or|i.e|i.e.|that|is|namely|some|about|in|other|words|only|just");)
    at++;
  part = qtr_claim_quantity_at (passage, at + 1);
  if (part == NULL)
    part = qtr_claim_quantity_at (passage, at + 2);
  if (part == NULL || part->first > at + 2 || part->sentence != share->sentence || !can_be_part (part))
    return NULL;
  /* "a third, 11 of them" and "(381)" say the same again; ", 12 of whom" and ", 12 officers are" need not. */
  if (get (passage, part->item)->depth > get (passage, share->item)->depth)
    return is (passage, part->item + 1, ")|of|out|,|people|in") ||
                   qtr_claim_find_whole_named (passage, part) != NULL || is (passage, part->item + 2, ")|,")
               ? part
               : NULL;
  if (qtr_claim_find_whole_named (passage, part) != NULL || has_source (passage, part))
    return part;
  return is_explained || is (passage, part->item + 1, ",|–|in|or") || is (passage, part->item + 2, ",|–|in")
             ? part
             : NULL;
}

/* What may stand between a part and its share: "19 of our 25 …, i.e. 76 per cent" */
static gboolean
is_apposition (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  int at = share->first - 1;

  for (int last = at - 7; at > last && get (passage, at)->kind == QTR_CLAIM_WORD; at--)
    if (is (passage, at,
            "or|i.e|i.e.|is|was|that|which|so|being|equates|equating|equivalent|equal|amounting|representing|"
            "represents|giving|meaning|makes|making|are|were"))
      return TRUE;
  return is (passage, at, ",|(|–|;|:");
}

/* "39 convictions from 52 trials" */
static gboolean
is_from (const QtrClaimPassage *passage, const QtrClaimQuantity *part, const QtrClaimQuantity *whole)
{
  int at = qtr_claim_skip_back (passage, whole->first - 1);
  int order = 0;

  /* "from an electorate of", "from an average headcount of" */
  for (int last = at - 5; is (passage, whole->first - 1, "of") && at > last && is_word (passage, at) &&
                          !is (passage, at, "from|in|among");)
    at--;
  return is (passage, at, "from|in|among") && whole->old == 0 && at - part->item <= WORDS_BETWEEN &&
         part->unit == whole->unit && qtr_rational_compare (part->value, whole->value, &order) && order <= 0;
}

/* The level before the bracket that a share stands in, or before the comma that it follows. */
static const QtrClaimQuantity *
find_part_before (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  int index = (int) get (passage, share->item)->quantity;
  const QtrClaimQuantity *part = qtr_claim_quantity_get (passage, index - 1);
  const QtrClaimQuantity *whole;

  /* "1,530 of 1,800 within 15 minutes (85%)": how long it took is no part. */
  if (part != NULL && *part->measure != '\0' && index > 2) {
    const QtrClaimQuantity *earlier = qtr_claim_quantity_get (passage, index - 3);

    if (can_be_part (earlier) && *earlier->measure == '\0' && earlier->sentence == share->sentence &&
        qtr_claim_find_whole_named (passage, earlier) == qtr_claim_quantity_get (passage, index - 2) &&
        is_apposition (passage, share))
      return earlier;
  }
  if (!can_be_part (part) || part->sentence != share->sentence || !is_apposition (passage, share))
    return NULL;
  /* "four of the eleven cases (36%)": the number before the bracket is the whole. */
  whole = part;
  part = qtr_claim_quantity_get (passage, index - 2);
  if (can_be_part (part) && part->sentence == share->sentence &&
      (qtr_claim_find_whole_named (passage, part) == whole || is_from (passage, part, whole)))
    return part;
  return whole;
}

/* --- The whole --- */

/* "35 per cent of the 32" */
static const QtrClaimQuantity *
find_whole_of_share (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  int at = share->item + 1;
  const QtrClaimQuantity *whole;

  at += is (passage, at, "more") != 0;
  if (!is (passage, at, "of") && !(is (passage, at, "the") && share->unit == QTR_CLAIM_FRACTION))
    return NULL;
  for (int last = at + WORDS_BETWEEN; ++at < last;) {
    whole = qtr_claim_quantity_at (passage, at);
    if (whole != NULL)
      return can_be_part (whole) && whole->sentence == share->sentence ? whole : NULL;
    if (get (passage, at)->kind != QTR_CLAIM_WORD ||
        (get (passage, at)->senses & QTR_CLAIM_FUNCTION &&
         !(get (passage, at)->senses & (QTR_CLAIM_SKIPPED | QTR_CLAIM_HEDGE))))
      return NULL;
  }
  return NULL;
}

static gboolean
is_said_of_those (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  for (int last = at + 3; at < last; at++)
    if (is (passage, at, "of") && get (passage, at + 1)->senses & QTR_CLAIM_THOSE)
      return TRUE;
  at = quantity->first - 1;
  /* "98 of them, 24%": it is the number before that is of them. */
  if (has (passage, at - 1, QTR_CLAIM_THOSE) && is (passage, at - 2, "of") &&
      get (passage, at - 3)->kind == QTR_CLAIM_QUANTITY)
    return FALSE;
  return (get (passage, at)->senses & QTR_CLAIM_THOSE || get (passage, at - 1)->senses & QTR_CLAIM_THOSE) &&
         (is (passage, at - 1, "of") || is (passage, at - 2, "of"));
}

/* Names that count anything, so that they need not be those of the whole. */
static gboolean
is_general (const char *noun)
{
  static const char *const words[] = { "",       "cases",  "people", "instances",  "occasions",   "times",
                                       "others", "months", "years",  "households", "individuals", NULL };

  return g_strv_contains (words, noun);
}

static gboolean
has_mover_before (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  for (int at = part->first - 1; at > part->first - 8 && get (passage, at)->sentence == part->sentence;
       at--) {
    if (is (passage, at, ",|;|(|)"))
      return FALSE;
    if (get (passage, at)->senses & (QTR_CLAIM_UP | QTR_CLAIM_DOWN) &&
        get (passage, at)->senses & QTR_CLAIM_DEED)
      return TRUE;
  }
  return FALSE;
}

/* What the text does not name as the whole is taken for it only where nothing else could be meant. */
static gboolean
is_sure (const QtrClaimPassage *passage, const Share *share)
{
  gboolean same = *share->part->noun == '\0' || *share->whole->noun == '\0' ||
                  is_general (share->part->noun) ||
                  qtr_claim_lexicon_are_same_thing (share->part->noun, share->whole->noun);

  if (qtr_claim_has_share (passage, share->whole) && !is_said_of_those (passage, share->part) &&
      !is_said_of_those (passage, share->share))
    return FALSE;
  /* "The 45 arrests led to 27 charges, a charge rate of 60%" */
  same =
      same || (is (passage, share->share->first - 1, "of") &&
               is (passage, share->share->first - 2,
                   "rate|proportion|share|ratio|take-up|turnout|uptake|occupancy|percentage") &&
               share->part->sentence == share->whole->sentence &&
               get (passage, share->part->item)->quantity == get (passage, share->whole->item)->quantity + 1);
  return same && !has_mover_before (passage, share->part) &&
         share->part->sentence - share->whole->sentence <= SENTENCES_FOR_SURE;
}

/* Chooses among what was said before: the first of which it is true, or else the nearest. */
static void
choose_whole (const QtrClaimPassage *passage, Share *share)
{
  g_autoptr (GPtrArray) wholes = qtr_claim_find_wholes (passage, share->part);

  for (guint i = 0; i < wholes->len; i++) {
    if (wholes->pdata[i] == share->part || !holds (share->share, share->part, wholes->pdata[i]))
      continue;
    share->whole = wholes->pdata[i];
    share->is_sure = TRUE;
    return;
  }
  for (guint i = 0; i < wholes->len && !share->is_sure; i++) {
    share->whole = wholes->pdata[i];
    share->is_sure = is_sure (passage, share) && is_plausible (share->share, share->part, share->whole);
  }
}

/* "296 were paid and 48 refused, about one in seven of all": the whole is the sum of both. */
static gboolean
holds_of_sum (QtrClaimReader *self, const QtrClaimQuantity *share)
{
  g_autoptr (GPtrArray) levels = qtr_claim_find_levels (self->passage, share->sentence, share, NULL);

  for (guint i = 0; i < levels->len; i++) {
    for (guint j = 0; j < levels->len; j++) {
      const QtrClaimQuantity *part = levels->pdata[i];
      const QtrClaimQuantity *other = levels->pdata[j];
      QtrClaimQuantity whole = *other;
      QtrClaim *claim;

      if (i == j || !can_be_part (part) || !can_be_part (other) || part->unit != other->unit)
        continue;
      if (!holds (share, part, other)) {
        whole.range = qtr_interval_add (part->range, other->range);
        if (!holds (share, part, &whole))
          continue;
      }
      claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_SHARE, QTR_CLAIM_OK, share);
      qtr_claim_reader_add_value (self, claim, part);
      qtr_claim_reader_add_value (self, claim, other);
      return TRUE;
    }
  }
  return FALSE;
}

/* --- Verdicts --- */

static void
add_share (QtrClaimReader *self, const Share *share, QtrClaimVerdict verdict)
{
  QtrRational ratio = qtr_rational_divide (share->part->value, share->whole->value);
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_SHARE, verdict, share->share);
  g_autofree char *part = qtr_claim_reader_quote (self, share->part);
  g_autofree char *whole = qtr_claim_reader_quote (self, share->whole);

  qtr_claim_reader_add_value (self, claim, share->part);
  qtr_claim_reader_add_value (self, claim, share->whole);
  claim->computed = qtr_claim_print_percent (ratio);
  if (verdict != QTR_CLAIM_MISMATCH)
    return;
  /* Translators: a part; its whole; the percentage that this is; what the text says instead. */
  claim->message =
      g_strdup_printf (_ ("%s of %s is %s; the text says %s"), part, whole, claim->computed, claim->text);
  if (share->share->unit == QTR_CLAIM_PERCENT && share->part->hedge == QTR_CLAIM_AS_PRINTED &&
      share->whole->hedge == QTR_CLAIM_AS_PRINTED &&
      (share->share->hedge == QTR_CLAIM_AS_PRINTED || share->share->hedge == QTR_CLAIM_ABOUT))
    claim->replacement =
        qtr_claim_reader_print (self, share->share, qtr_rational_multiply (ratio, qtr_rational_new (100, 1)));
}

/* A share of n things can only be one, two, … of n: whether one of them is near enough. */
static gboolean
is_possible (const QtrClaimQuantity *share, const QtrClaimQuantity *whole)
{
  QtrInterval parts = qtr_interval_multiply (qtr_claim_quantity_get_ratio (share), whole->range);
  QtrDecimal nearest = qtr_rational_round (parts.low, 0);

  if (whole->unit != QTR_CLAIM_COUNT || *whole->measure != '\0' || whole->hedge != QTR_CLAIM_AS_PRINTED ||
      whole->precision != 0 || !qtr_decimal_is_set (nearest))
    return TRUE;
  return qtr_interval_contains (parts, qtr_rational_new (nearest.digits, 1)) ||
         qtr_interval_contains (parts, qtr_rational_new (nearest.digits + 1, 1));
}

static void
read_possible (QtrClaimReader *self, const QtrClaimQuantity *share, const QtrClaimQuantity *whole)
{
  gboolean possible = is_possible (share, whole);
  QtrClaim *claim =
      qtr_claim_reader_add (self, QTR_CLAIM_IS_SHARE, possible ? QTR_CLAIM_OK : QTR_CLAIM_MISMATCH, share);
  g_autofree char *of = qtr_claim_reader_quote (self, whole);

  qtr_claim_reader_add_value (self, claim, whole);
  if (!possible)
    /* Translators: a percentage; a number. */
    claim->message = g_strdup_printf (_ ("No whole number is %s of %s"), claim->text, of);
}

/* --- One share --- */

/* "14 consultants, of whom 33% work part time", "seven deaths, 40% of them": the nearest level before is the
 * whole that a share without a part is of. */
static const QtrClaimQuantity *
find_whole_of_those (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  int index = (int) get (passage, share->item)->quantity;

  if (!is_said_of_those (passage, share))
    return NULL;
  for (int i = index - 1; i >= MAX (index - 4, 0); i--) {
    const QtrClaimQuantity *whole = qtr_claim_quantity_get (passage, i);

    if (whole->line != share->line || share->sentence - whole->sentence > 1)
      break;
    if (can_be_part (whole) && whole->old == 0)
      return whole;
    if (qtr_claim_quantity_is_ratio (whole))
      break;
  }
  return NULL;
}

/* "22 pupils although 140 were eligible, so one tenth of them": two levels, of which one is part of the
 * other. */
static gboolean
find_couple (const QtrClaimPassage *passage, Share *share)
{
  g_autoptr (GPtrArray) levels = qtr_claim_find_levels (passage, share->share->sentence, share->share, NULL);
  const QtrClaimQuantity *a;
  const QtrClaimQuantity *b;
  int order = 0;

  if (levels->len != 2 || !is_apposition (passage, share->share))
    return FALSE;
  a = levels->pdata[0];
  b = levels->pdata[1];
  if (!can_be_part (a) || !can_be_part (b) || b->item > share->share->item || !qtr_claim_may_be_part (a, b) ||
      a->old + b->old > 0 || !qtr_rational_compare (a->value, b->value, &order) || order == 0)
    return FALSE;
  share->part = order < 0 ? a : b;
  share->whole = order < 0 ? b : a;
  share->is_sure = (is_said_of_those (passage, share->share) ||
                    qtr_claim_find_whole_before (passage, share->part) == share->whole) &&
                   is_plausible (share->share, share->part, share->whole);
  return TRUE;
}

/* "211 applications (11.8% from women, 29% from …)": the level before the bracket is the whole. */
static const QtrClaimQuantity *
find_whole_outside (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  guint depth = get (passage, share->item)->depth;
  int at = share->item;
  const QtrClaimItem *after = get (passage, share->item + 1);
  const QtrClaimQuantity *whole;

  if (depth == 0 || after->kind != QTR_CLAIM_WORD || qtr_claim_item_is (after, "of|or|in"))
    return NULL;
  while (at > share->item - 2 * WITHIN_CLAUSE && get (passage, at)->depth == depth && !is (passage, at, "("))
    at--;
  for (int last = at - WITHIN_CLAUSE; at > last && get (passage, at)->sentence == share->sentence; at--) {
    whole = qtr_claim_quantity_at (passage, at);
    if (whole != NULL)
      return can_be_part (whole) ? whole : NULL;
  }
  return NULL;
}

/* "A turnout of 23% means that 1,280 of 4,000 voted": the only part of a whole that the sentence names. */
static const QtrClaimQuantity *
find_only_part (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  g_autoptr (GPtrArray) levels = qtr_claim_find_levels (passage, share->sentence, share, NULL);
  const QtrClaimQuantity *only = NULL;

  for (guint i = 0; i < levels->len; i++) {
    const QtrClaimQuantity *level = levels->pdata[i];

    if (level != share && qtr_claim_quantity_is_ratio (level))
      return NULL;
    if (!can_be_part (level) || qtr_claim_find_whole_named (passage, level) == NULL)
      continue;
    if (only != NULL)
      return NULL;
    only = level;
  }
  return only;
}

/* Whether both say the same number of the same things. */
static gboolean
is_same (const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  int order = 0;

  return a->unit == b->unit && *a->noun != '\0' && qtr_claim_lexicon_are_same_thing (a->noun, b->noun) &&
         qtr_rational_compare (a->value, b->value, &order) && order == 0;
}

static void
find_parts (const QtrClaimPassage *passage, Share *share)
{
  share->whole = find_whole_of_share (passage, share->share);
  if (share->whole != NULL)
    /* "One in four of the 316 (112)" */
    share->part = find_part_behind (passage, share->whole);
  if (share->part == NULL)
    share->part = find_part_behind (passage, share->share);
  if (share->part == NULL)
    share->part = find_part_before (passage, share->share);
  /* "a trial with 8 crews; 60% of the 8 crews" */
  if (share->whole != NULL && share->part != NULL && is_same (share->part, share->whole))
    share->part = NULL;
  /* "17 of the 26 projects, with a budget of £31.4m, were on time (72%)" */
  if (share->part != NULL && share->whole == NULL) {
    const QtrClaimQuantity *only = find_only_part (passage, share->share);

    if (only != NULL && only->unit != share->part->unit)
      share->part = only;
  }
  if (share->part == NULL && share->whole == NULL)
    share->part = find_only_part (passage, share->share);
}

/* "77 of the 1,540 reports, that is 0.5%": nothing but the part and its whole stands before the share. */
static gboolean
is_said_at_once (const QtrClaimPassage *passage, const Share *share)
{
  return qtr_claim_find_whole_named (passage, share->part) == share->whole &&
         get (passage, share->share->item)->quantity == get (passage, share->whole->item)->quantity + 1 &&
         share->share->item - share->whole->item < 8 && is_apposition (passage, share->share);
}

static void
find_whole (const QtrClaimPassage *passage, Share *share)
{
  const QtrClaimQuantity *named = qtr_claim_find_whole_named (passage, share->part);
  const QtrClaimQuantity *next =
      qtr_claim_quantity_get (passage, (int) get (passage, share->part->item)->quantity + 1);

  if (named == NULL && next != NULL && next != share->share && can_be_part (next) &&
      is_from (passage, share->part, next))
    named = next;
  if (named != NULL)
    share->whole = named;
  if (share->whole == NULL)
    share->whole = qtr_claim_find_whole_before (passage, share->part);
  share->is_sure = share->whole != NULL && qtr_claim_may_be_part (share->part, share->whole) &&
                   (is_plausible (share->share, share->part, share->whole) ||
                    (named != NULL && is_said_at_once (passage, share))) &&
                   (named != NULL || *share->part->noun == '\0' || *share->whole->noun == '\0' ||
                    is_general (share->part->noun) ||
                    qtr_claim_lexicon_are_same_thing (share->part->noun, share->whole->noun));
}

/* "We saw 39 of the 52. That is 75%.": a sentence with nothing else in it goes on about the one before. */
static gboolean
read_share_of_last (QtrClaimReader *self, const QtrClaimQuantity *quantity)
{
  const QtrClaimPassage *passage = self->passage;
  g_autoptr (GPtrArray) here = qtr_claim_find_levels (passage, quantity->sentence, quantity, NULL);
  g_autoptr (GPtrArray) there = NULL;
  Share share = { .share = quantity };

  for (guint i = here->len; i > 0; i--)
    if (((const QtrClaimQuantity *) here->pdata[i - 1])->item > quantity->item)
      g_ptr_array_remove_index (here, i - 1);
  if (here->len > 1 || quantity->sentence == 0 || !is_apposition (passage, quantity))
    return FALSE;
  there = qtr_claim_find_levels (passage, quantity->sentence - 1, quantity, NULL);
  for (guint i = 0; i < there->len; i++) {
    const QtrClaimQuantity *part = there->pdata[i];
    const QtrClaimQuantity *whole = qtr_claim_find_whole_named (passage, part);

    if (whole == NULL)
      whole = qtr_claim_find_whole_before (passage, part);
    if (whole == NULL || whole == part || part->line != quantity->line || !can_be_part (part))
      continue;
    share.part = part;
    share.whole = whole;
    if (holds (quantity, part, whole)) {
      add_share (self, &share, QTR_CLAIM_OK);
      return TRUE;
    }
  }
  if (share.part == NULL || !is_plausible (quantity, share.part, share.whole) || there->len != 2)
    return FALSE;
  add_share (self, &share, QTR_CLAIM_MISMATCH);
  return TRUE;
}

/* "3,200 were sent; 448 (18%) opened it, 736 (23%) reported it": what another share in brackets is of, this
 * one is of as well. */
static gboolean
has_sibling (const QtrClaimPassage *passage, const Share *share)
{
  int index = (int) get (passage, share->share->item)->quantity;

  if (!is (passage, share->share->first - 1, "(") || !is_plausible (share->share, share->part, share->whole))
    return FALSE;
  for (int i = MAX (index - 4, 1); i <= index + 4; i++) {
    const QtrClaimQuantity *other = qtr_claim_quantity_get (passage, i);
    const QtrClaimQuantity *part = qtr_claim_quantity_get (passage, i - 1);

    if (other != NULL && i != index && other->sentence == share->share->sentence && can_be_part (part) &&
        part != share->whole && other->unit == QTR_CLAIM_PERCENT && is (passage, other->first - 1, "(") &&
        part->sentence == other->sentence && holds (other, part, share->whole))
      return TRUE;
  }
  return FALSE;
}

/* "Of the 9 homes inspected, 56% were good": what the sentence begins with, and nothing counted since. */
static const QtrClaimQuantity *
find_whole_in_front (const QtrClaimPassage *passage, const QtrClaimQuantity *share)
{
  QtrClaimQuantity part = *share;
  const QtrClaimQuantity *whole;

  part.unit = QTR_CLAIM_COUNT;
  whole = qtr_claim_find_whole_before (passage, &part);
  if (whole == NULL || get (passage, whole->item)->quantity + 1 != get (passage, share->item)->quantity ||
      !is (passage, share->first - 1, ",") || is (passage, share->item + 1, "of") || !can_be_part (whole))
    return NULL;
  return whole;
}

static void
read_share (QtrClaimReader *self, const QtrClaimQuantity *quantity)
{
  Share share = { .share = quantity };
  const QtrClaimQuantity *of = find_whole_outside (self->passage, quantity);
  const QtrClaimQuantity *those;

  if (of != NULL) {
    read_possible (self, quantity, of);
    return;
  }
  find_parts (self->passage, &share);
  of = share.whole;
  if (share.part != NULL && share.part != share.whole)
    find_whole (self->passage, &share);
  if (share.part != NULL && (share.whole == NULL || (!share.is_sure && of == NULL)))
    choose_whole (self->passage, &share);
  if (share.part != NULL && share.whole != NULL && share.part != share.whole) {
    if (holds (quantity, share.part, share.whole)) {
      add_share (self, &share, QTR_CLAIM_OK);
      return;
    }
    those =
        is (self->passage, quantity->first - 1, "(") ? NULL : find_whole_of_those (self->passage, quantity);
    if (those == share.part) {
      read_possible (self, quantity, those);
      return;
    }
    if (share.is_sure || has_sibling (self->passage, &share)) {
      add_share (self, &share, QTR_CLAIM_MISMATCH);
      return;
    }
  }
  if (of != NULL) {
    read_possible (self, quantity, of);
    return;
  }
  if (holds_of_sum (self, quantity) || read_share_of_last (self, quantity))
    return;
  those = find_whole_of_those (self->passage, quantity);
  if (those != NULL && share.part != NULL && share.part != those)
    those = NULL;
  if (find_couple (self->passage, &share) && share.is_sure)
    add_share (self, &share, QTR_CLAIM_MISMATCH);
  else if (those != NULL)
    read_possible (self, quantity, those);
  else if ((of = find_whole_in_front (self->passage, quantity)) != NULL &&
           (share.part == NULL || share.part == of))
    read_possible (self, quantity, of);
  else
    qtr_claim_reader_add (self, QTR_CLAIM_IS_SHARE, QTR_CLAIM_UNVERIFIABLE, quantity);
}

void
qtr_claim_read_shares (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (quantity->role == QTR_CLAIM_LEVEL && qtr_claim_quantity_is_ratio (quantity) && !self->taken[i])
      read_share (self, quantity);
  }
}
