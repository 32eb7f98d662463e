/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-pair.h"

#include "check/claim-look.h"
#include "check/claim-role.h"

/* No more quantities of a sentence are looked at, so that a list without a full stop costs what it is long.
 */
#define WITHIN_SENTENCE 24
#define NEAR 4

/* --- Levels --- */

/* Whether a change by @magnitude could be one of @level. */
static gboolean
can_change (const QtrClaimQuantity *level, const QtrClaimQuantity *magnitude)
{
  if (level->unit == QTR_CLAIM_FRACTION || level->unit == QTR_CLAIM_TIMES || level->unit == QTR_CLAIM_POINTS)
    return FALSE;
  if (magnitude == NULL)
    return TRUE;
  switch (magnitude->unit) {
  case QTR_CLAIM_POINTS:
    return level->unit == QTR_CLAIM_PERCENT;
  case QTR_CLAIM_COUNT:
    return level->unit == QTR_CLAIM_COUNT &&
           (*magnitude->measure == '\0' || *level->measure == '\0' ||
            qtr_claim_lexicon_are_same_thing (magnitude->measure, level->measure));
  case QTR_CLAIM_MONEY:
    return level->unit == QTR_CLAIM_MONEY;
  case QTR_CLAIM_PERCENT:
  case QTR_CLAIM_FRACTION:
  case QTR_CLAIM_TIMES:
  default:
    return TRUE;
  }
}

GPtrArray *
qtr_claim_find_levels (const QtrClaimPassage *passage, guint sentence, const QtrClaimQuantity *near,
                       const QtrClaimQuantity *like)
{
  GPtrArray *levels = g_ptr_array_new ();
  int here = (int) get (passage, near->item)->quantity;
  int first = here;
  const QtrClaimQuantity *level;

  while (first > 0 && here - first < WITHIN_SENTENCE &&
         qtr_claim_quantity_get (passage, first - 1)->sentence >= sentence)
    first--;
  for (int i = first; i < here + WITHIN_SENTENCE && (level = qtr_claim_quantity_get (passage, i)) != NULL;
       i++) {
    if (level->sentence > sentence)
      break;
    if (level->sentence == sentence && level->role == QTR_CLAIM_LEVEL && level != like &&
        can_change (level, like) && (level->old > 0 || !qtr_claim_quantity_is_pointed_at (passage, level)))
      g_ptr_array_add (levels, (gpointer) level);
  }
  return levels;
}

static int
get_distance (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  int first = MIN (a->item, b->item);
  int last = MAX (a->item, b->item);
  int distance = last - first;

  for (int at = first; at < last && at < first + 40; at++)
    if (is (passage, at, ";|while|whereas|although|but"))
      distance += 20;
  return distance;
}

static void
add_pair (GArray *pairs, const QtrClaimQuantity *before, const QtrClaimQuantity *after, gboolean is_ordered)
{
  QtrClaimPair pair = { before, after, is_ordered };

  g_array_append_val (pairs, pair);
}

/* "Under 300" would make nearly anything true. */
static gboolean
is_open (const QtrClaimQuantity *level)
{
  return level->hedge == QTR_CLAIM_OVER || level->hedge == QTR_CLAIM_UNDER;
}

/* --- What was before, and what it became --- */

/* How far a level is from the one of before that it may have followed. Those in front of it come first,
 * because a text mostly says what is before it says what was; "from A to B" leaves no doubt. */
static int
rank (const QtrClaimPassage *passage, const QtrClaimQuantity *level, const QtrClaimQuantity *before)
{
  if (level->item < before->item)
    return get_distance (passage, level, before);
  if (is (passage, level->first - 1, "to") &&
      is (passage, qtr_claim_skip_back (passage, before->first - 1), "from"))
    return 0;
  return get_distance (passage, level, before) + 6;
}

static guint
count_alike (GPtrArray *levels, const QtrClaimQuantity *like, gboolean old, const QtrClaimQuantity *until)
{
  guint n = 0;

  for (guint i = 0; i < levels->len && levels->pdata[i] != until; i++)
    n += qtr_claim_quantities_are_alike (levels->pdata[i], like) &&
         (((const QtrClaimQuantity *) levels->pdata[i])->old > 0) == old;
  return n;
}

/* "433 and 499 were arrested. This compares to 353 and 361": the first belongs to the first. */
static gboolean
are_parallel (GPtrArray *levels, const QtrClaimQuantity *level, GPtrArray *others,
              const QtrClaimQuantity *before)
{
  return count_alike (levels, before, FALSE, NULL) == count_alike (others, before, TRUE, NULL) &&
         count_alike (levels, before, FALSE, level) == count_alike (others, before, TRUE, before);
}

/* The levels of a sentence that are no older than @oldest and are like the one of before, the likeliest
 * first.
 * @others: the levels of the sentence of that one */
static void
add_after (const QtrClaimPassage *passage, GPtrArray *levels, GPtrArray *others,
           const QtrClaimQuantity *before, int oldest, GArray *pairs)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < levels->len; i++) {
    const QtrClaimQuantity *level = levels->pdata[i];
    guint at = 0;

    if (level == before || level->old > oldest || !qtr_claim_quantities_are_alike (level, before))
      continue;
    while (at < sorted->len && rank (passage, sorted->pdata[at], before) <= rank (passage, level, before))
      at++;
    if (levels != others && are_parallel (levels, level, others, before))
      at = 0;
    g_ptr_array_insert (sorted, (int) at, (gpointer) level);
  }
  /* What is hedged to one side is taken only where nothing else is. */
  for (guint i = 0; i < sorted->len; i++)
    if (!is_open (sorted->pdata[i]))
      add_pair (pairs, before, sorted->pdata[i], TRUE);
  for (guint i = 0; i < sorted->len && pairs->len == 0; i++)
    add_pair (pairs, before, sorted->pdata[i], TRUE);
}

static gboolean
is_same_line (const QtrClaimPassage *passage, const QtrClaimQuantity *near, guint sentence)
{
  /* Sentences are counted through the passage, and so are lines: the line's first item tells. */
  const QtrClaimLine *line = &g_array_index (passage->lines, QtrClaimLine, near->line);

  return sentence >= get (passage, (int) line->first)->sentence;
}

GArray *
qtr_claim_pairs_find_after (const QtrClaimPassage *passage, const QtrClaimQuantity *before)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (QtrClaimPair));
  g_autoptr (GPtrArray) others = qtr_claim_find_levels (passage, before->sentence, before, NULL);

  for (int oldest = 0; oldest < before->old && pairs->len == 0; oldest++) {
    add_after (passage, others, others, before, oldest, pairs);
    for (guint back = 1; back <= 2 && back <= before->sentence && pairs->len == 0; back++) {
      g_autoptr (GPtrArray) levels = NULL;

      if (!is_same_line (passage, before, before->sentence - back))
        break;
      levels = qtr_claim_find_levels (passage, before->sentence - back, before, NULL);
      add_after (passage, levels, others, before, oldest, pairs);
    }
  }
  return pairs;
}

static const QtrClaimQuantity *
find_before (const QtrClaimPassage *passage, GPtrArray *levels, const QtrClaimQuantity *magnitude)
{
  const QtrClaimQuantity *best = NULL;
  int nearest = G_MAXINT;

  for (guint i = 0; i < levels->len; i++) {
    const QtrClaimQuantity *level = levels->pdata[i];
    int distance = get_distance (passage, level, magnitude) + (level->old == 1 ? 8 : 0);

    if (level->old > 0 && distance < nearest) {
      nearest = distance;
      best = level;
    }
  }
  return best;
}

/* Whether the magnitude itself says what it is compared with, and that is no number: "9% more than last
 * year". */
static gboolean
is_compared_in_words (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  int at = MAX (magnitude->item, magnitude->cue) + 1;

  for (int last = at + NEAR; at < last && !is (passage, at, "than|on|from|compared|against|above|below");
       at++)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ",|.|;|–"))
      return FALSE;
  if (!is (passage, at, "than|on|from|compared|against|above|below"))
    return FALSE;
  for (at++;
       is (passage, at, "to|with|of") || get (passage, at)->senses & (QTR_CLAIM_SKIPPED | QTR_CLAIM_HEDGE);
       at++)
    ;
  return get (passage, at)->kind != QTR_CLAIM_QUANTITY;
}

/* Two levels of which the text does not say which was first, if no others could be meant. */
static void
add_couple (GPtrArray *levels, GArray *pairs)
{
  guint before = pairs->len;

  for (guint i = 0; i < levels->len; i++)
    for (guint j = i + 1; j < levels->len; j++)
      if (qtr_claim_quantities_are_alike (levels->pdata[i], levels->pdata[j]))
        add_pair (pairs, levels->pdata[i], levels->pdata[j], FALSE);
  if (pairs->len > before + 1)
    g_array_set_size (pairs, before);
}

/* One level in this sentence, and one in the sentence before. */
static void
add_neighbours (GPtrArray *here, GPtrArray *there, GArray *pairs)
{
  if (here->len == 1 && there->len == 1 && qtr_claim_quantities_are_alike (here->pdata[0], there->pdata[0]))
    add_pair (pairs, there->pdata[0], here->pdata[0], FALSE);
}

/* "The rise of 9% …": a change that the sentence before has said in numbers. */
static gboolean
refers_back (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *here)
{
  if (magnitude->cue > magnitude->item || !is (passage, magnitude->cue - 1, "the|this|that") ||
      is (passage, magnitude->item + 1, "from|on|to"))
    return FALSE;
  for (guint i = 0; i < here->len; i++)
    if (((const QtrClaimQuantity *) here->pdata[i])->item < magnitude->item)
      return FALSE;

  return TRUE;
}

/* "This is 9% less": a sentence that goes on about the one before. */
static gboolean
carries_over (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  guint sentence = magnitude->sentence;
  int first = magnitude->item;

  while (get (passage, first - 1)->sentence == sentence)
    first--;
  return is (passage, first, "this|that|it|so|which|these|hence|thus|therefore|an|a|up|down") ||
         first == magnitude->first || is (passage, magnitude->cue - 1, "the|this|that");
}

static void
find_there (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *there,
            GArray *pairs)
{
  const QtrClaimQuantity *before = find_before (passage, there, magnitude);

  if (before != NULL)
    add_after (passage, there, there, before, 1, pairs);
  else
    add_couple (there, pairs);
}

/* "Burglary fell 5% while there were 300 arrests, compared with 250": what a word for a contrast parts
 * belongs to something else. */
static gboolean
is_in_other_clause (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  for (int at = MIN (a->item, b->item) + 1; at < MAX (a->item, b->item); at++)
    if (is (passage, at, "while|whereas|although|but|though|despite") ||
        (is (passage, at, ";") && a->item < b->item))
      return TRUE;
  return FALSE;
}

/* Two levels of which nothing says that the one came before the other are compared by what follows them at
 * once, or goes before them with a colon or a comma: "£7m and £6m, i.e. £1m less". */
static gboolean
is_said_of_both (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *levels)
{
  const QtrClaimQuantity *first = levels->len < 2 ? NULL : levels->pdata[0];
  const QtrClaimQuantity *last = levels->len < 2 ? NULL : levels->pdata[levels->len - 1];

  if (first == NULL || first->now || last->now)
    return first != NULL;
  if (magnitude->item > last->item)
    return magnitude->item - last->item < 12;
  for (int at = magnitude->item; at < first->item && magnitude->item < first->item; at++)
    if (is (passage, at, ":|(|,|where|–|between|from"))
      return magnitude->unit != QTR_CLAIM_POINTS && first->unit != QTR_CLAIM_PERCENT;
  return magnitude->item > first->item;
}

static gboolean
is_apart (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *levels)
{
  for (guint i = 0; i < levels->len; i++)
    if (!is_in_other_clause (passage, magnitude, levels->pdata[i]))
      return FALSE;
  return TRUE;
}

/* "9% more than last year (45)", "…, when there were 45": what a comparison in words is said in numbers by.
 */
static gboolean
explains (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  if (level->old < 2)
    return FALSE;
  for (int at = level->first - 1; at > level->first - NEAR - 1; at--)
    if (is (passage, at, "(|when|where|which|whereas"))
      return TRUE;
  return FALSE;
}

static void
find_likely (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *here,
             GPtrArray *there, GArray *pairs)
{
  gboolean in_words = is_compared_in_words (passage, magnitude);
  const QtrClaimQuantity *before = find_before (passage, here, magnitude);

  if (refers_back (passage, magnitude, here)) {
    find_there (passage, magnitude, there, pairs);
    if (pairs->len > 0)
      return;
  }
  if (before == NULL && !in_words && here->len < 2 && (here->len > 0 || carries_over (passage, magnitude)))
    before = find_before (passage, there, magnitude);
  /* What a magnitude is compared with in words may be said in numbers after it, and nowhere else. */
  if (before != NULL && in_words && (before->item < magnitude->item || !explains (passage, before)))
    before = NULL;
  if (before != NULL && before->sentence == magnitude->sentence &&
      is_in_other_clause (passage, magnitude, before))
    before = NULL;
  if (before != NULL) {
    GPtrArray *own = before->sentence == magnitude->sentence ? here : there;

    for (int oldest = 0; oldest < before->old && pairs->len == 0; oldest++) {
      add_after (passage, own, own, before, oldest, pairs);
      if (pairs->len == 0)
        add_after (passage, own == here ? there : here, own, before, oldest, pairs);
    }
    return;
  }
  if (in_words)
    return;
  if (!is_apart (passage, magnitude, here) && is_said_of_both (passage, magnitude, here))
    add_couple (here, pairs);
  if (pairs->len == 0)
    add_neighbours (here, there, pairs);
  if (pairs->len == 0 && here->len == 0 && carries_over (passage, magnitude))
    add_couple (there, pairs);
}

static void
find_possible (GPtrArray *here, GPtrArray *there, GArray *pairs)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, there, NULL, NULL);
  g_ptr_array_extend (all, here, NULL, NULL);
  for (guint i = 0; i < all->len; i++) {
    for (guint j = i + 1; j < all->len; j++) {
      const QtrClaimQuantity *a = all->pdata[i];
      const QtrClaimQuantity *b = all->pdata[j];

      if (!qtr_claim_quantities_are_alike (a, b) || is_open (a) || is_open (b))
        continue;
      if (a->old >= b->old)
        add_pair (pairs, a, b, a->old > b->old);
      else
        add_pair (pairs, b, a, TRUE);
    }
  }
}

void
qtr_claim_pairs_find (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GArray **likely,
                      GArray **possible)
{
  g_autoptr (GPtrArray) here = qtr_claim_find_levels (passage, magnitude->sentence, magnitude, magnitude);
  g_autoptr (GPtrArray) there = NULL;
  guint back;

  *likely = g_array_new (FALSE, FALSE, sizeof (QtrClaimPair));
  *possible = g_array_new (FALSE, FALSE, sizeof (QtrClaimPair));
  /* The sentence before, and the one before that where it says less than two levels. */
  there = g_ptr_array_new ();
  for (back = 1; back <= 2 && back <= magnitude->sentence && there->len < 2; back++) {
    g_autoptr (GPtrArray) levels = NULL;

    if (!is_same_line (passage, magnitude, magnitude->sentence - back))
      break;
    levels = qtr_claim_find_levels (passage, magnitude->sentence - back, magnitude, magnitude);
    for (guint i = levels->len; i > 0; i--)
      g_ptr_array_insert (there, 0, levels->pdata[i - 1]);
  }
  find_likely (passage, magnitude, here, there, *likely);
  find_possible (here, there, *possible);
}
