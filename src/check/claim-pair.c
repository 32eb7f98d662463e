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
#define PLAN_WORDS \
  "planned|plan|budget|budgeted|expected|target|forecast|hoped|predicted|anticipated|estimate|estimated|projected"

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

/* The levels of a sentence, and the rates as well where those are compared, too. */
static GPtrArray *
find_all (const QtrClaimPassage *passage, guint sentence, const QtrClaimQuantity *near,
          const QtrClaimQuantity *like, gboolean with_rates)
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
    if (level->sentence == sentence &&
        (level->role == QTR_CLAIM_LEVEL || (with_rates && level->role == QTR_CLAIM_RATE)) && level != like &&
        can_change (level, like) && (level->old > 0 || !qtr_claim_quantity_is_pointed_at (passage, level)))
      g_ptr_array_add (levels, (gpointer) level);
  }
  return levels;
}

GPtrArray *
qtr_claim_find_levels (const QtrClaimPassage *passage, guint sentence, const QtrClaimQuantity *near,
                       const QtrClaimQuantity *like)
{
  return find_all (passage, sentence, near, like, FALSE);
}

/* Whether one can follow the other: both so much of the same, or both so much of it for each. */
static gboolean
are_alike (const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  return a->each == b->each && qtr_claim_quantities_are_alike (a, b);
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
    n +=
        are_alike (levels->pdata[i], like) && (((const QtrClaimQuantity *) levels->pdata[i])->old > 0) == old;
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

/* "44 collisions at the 16 sites": what something is counted in, and not it. */
static gboolean
is_setting (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  return *level->noun != '\0' && is (passage, level->first - 1, "the|our|its|their|these|those") &&
         is (passage, level->first - 2, "at|in|across|for|by|on|within|among|over|from|between");
}

/* "from A to B" leaves no doubt; and where anything else could be meant, a setting is not. */
static void
keep_surest (const QtrClaimPassage *passage, GPtrArray *sorted, const QtrClaimQuantity *before)
{
  guint n_settings = 0;

  for (guint i = 0; i < sorted->len; i++)
    n_settings += is_setting (passage, sorted->pdata[i]);
  for (guint i = sorted->len; i > 0 && n_settings < sorted->len; i--)
    if (is_setting (passage, sorted->pdata[i - 1])) {
      g_ptr_array_remove_index (sorted, i - 1);
      n_settings--;
    }
  if (sorted->len > 1 && rank (passage, sorted->pdata[0], before) == 0)
    g_ptr_array_set_size (sorted, 1);
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

    if (level == before || level->old > oldest || !are_alike (level, before))
      continue;
    while (at < sorted->len && rank (passage, sorted->pdata[at], before) <= rank (passage, level, before))
      at++;
    if (levels != others && are_parallel (levels, level, others, before))
      at = 0;
    g_ptr_array_insert (sorted, (int) at, (gpointer) level);
  }
  keep_surest (passage, sorted, before);
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
  g_autoptr (GPtrArray) others = find_all (passage, before->sentence, before, NULL, TRUE);

  for (int oldest = 0; oldest < before->old && pairs->len == 0; oldest++) {
    add_after (passage, others, others, before, oldest, pairs);
    for (guint back = 1; back <= 2 && back <= before->sentence && pairs->len == 0; back++) {
      g_autoptr (GPtrArray) levels = NULL;

      if (!is_same_line (passage, before, before->sentence - back))
        break;
      levels = find_all (passage, before->sentence - back, before, NULL, TRUE);
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

/* "than", "on", "compared"; but not that of "year on year". */
static gboolean
is_comparing (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at, "on") && has (passage, at - 1, QTR_CLAIM_TIME) &&
      has (passage, at + 1, QTR_CLAIM_TIME))
    return FALSE;
  /* "twice as many visitors as expected" */
  if (is (passage, at, "as") &&
      (is (passage, at - 2, "as") || is (passage, at - 3, "as") || is (passage, at - 4, "as")))
    return TRUE;
  return is (passage, at, "than|on|from|compared|against|above|below");
}

static gboolean
leads_to_no_number (const QtrClaimPassage *passage, int at)
{
  for (at++; is (passage, at, "to|with|of|-|/|baseline|base|norm|record") ||
             get (passage, at)->kind == QTR_CLAIM_NUMBER ||
             get (passage, at)->senses & (QTR_CLAIM_SKIPPED | QTR_CLAIM_HEDGE | QTR_CLAIM_TIME);
       at++)
    ;
  return get (passage, at)->kind != QTR_CLAIM_QUANTITY ||
         (has (passage, at - 1, QTR_CLAIM_TIME) && !has (passage, at - 1, QTR_CLAIM_SKIPPED));
}

/* Whether a time or a standard follows, with which something can be compared: "on last year", "above plan";
 * "a fall of 3% on staff changes alone" names a cause. */
static gboolean
leads_to_other (const QtrClaimPassage *passage, int at)
{
  for (int last = at + NEAR + 2;
       ++at < last && (is_word (passage, at) || get (passage, at)->kind == QTR_CLAIM_NUMBER);)
    if (get (passage, at)->kind == QTR_CLAIM_NUMBER || get (passage, at)->capital ||
        has (passage, at, QTR_CLAIM_TIME | QTR_CLAIM_MONTH | QTR_CLAIM_EARLIER | QTR_CLAIM_BEFORE) ||
        is (passage, at,
            "that|those|target|targets|plan|plans|average|budget|forecast|expected|national|regional|norm|mean|"
            "estimate|county|level|levels|figure|figures|baseline|what|it|median|expectations|trend|total|usual|"
            "planned|budgeted|hoped|wanted|needed|required|those|others|other|any|ever|we|they|elsewhere"))
      return TRUE;
  return FALSE;
}

/* Whether the magnitude itself says what it is compared with, and that is no number: "9% more than last
 * year". */
static gboolean
is_compared_in_words (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  int at = MAX (magnitude->item, magnitude->cue) + 1;

  for (int last = at + NEAR; at < last && !is_comparing (passage, at); at++)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || is (passage, at, ",|.|;|–|)"))
      return FALSE;
  if (!is_comparing (passage, at))
    return FALSE;
  return leads_to_no_number (passage, at) && leads_to_other (passage, at);
}

/* Two levels of which the text does not say which was first, if no others could be meant. */
static void
add_couple (GPtrArray *levels, GArray *pairs)
{
  guint before = pairs->len;

  for (guint i = 0; i < levels->len; i++)
    for (guint j = i + 1; j < levels->len; j++)
      if (are_alike (levels->pdata[i], levels->pdata[j]))
        add_pair (pairs, levels->pdata[i], levels->pdata[j], FALSE);
  if (pairs->len > before + 1)
    g_array_set_size (pairs, before);
}

/* One level in this sentence, and one in the sentence before. */
static void
add_neighbours (GPtrArray *here, GPtrArray *there, GArray *pairs)
{
  if (here->len == 1 && there->len == 1 && are_alike (here->pdata[0], there->pdata[0]))
    add_pair (pairs, there->pdata[0], here->pdata[0], FALSE);
}

/* "The rise of 9% …": a change that the sentence before has said in numbers. */
static gboolean
refers_back (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude, GPtrArray *here)
{
  int first = MIN (magnitude->cue, magnitude->first) - 1;

  first -= is (passage, first, "above|same|overall|resulting|net");
  if (!is (passage, first, "the|this|that|such") || is (passage, magnitude->item + 1, "from|on|to"))
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
  /* "Change: –5%" */
  if (has (passage, first, QTR_CLAIM_THING) && has (passage, first, QTR_CLAIM_MOVES) &&
      is (passage, first + 1, ":"))
    return TRUE;
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
        (is (passage, at, ";") && a->item < b->item && !is (passage, at + 1, "they|it|this|that|these")))
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
explains (const QtrClaimPassage *passage, const QtrClaimQuantity *level, const QtrClaimQuantity *magnitude)
{
  /* "four times as many as last year (31)" */
  if (level->old == 1 && is (passage, level->first - 1, "(") && level->item > magnitude->item &&
      level->item - magnitude->item < 3 * NEAR)
    return TRUE;
  if (level->old < 2)
    return FALSE;
  for (int at = level->first - 1; at > level->first - NEAR - 1; at--)
    if (is (passage, at, "(|when|where|which|whereas"))
      return TRUE;
  if (is (passage, qtr_claim_skip_back (passage, level->first - 1), "from"))
    return TRUE;
  /* "twice as many as in May, 84 compared with 42" */
  for (int at = level->first - 1; at > level->first - NEAR - 2 && at > magnitude->item; at--)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY)
      return qtr_claim_quantity_at (passage, at)->role == QTR_CLAIM_LEVEL;
  return FALSE;
}

/* "than planned", "below budget": compared with what was meant to be, of which the number may stand before.
 */
static gboolean
is_compared_with_plan (const QtrClaimPassage *passage, const QtrClaimQuantity *magnitude)
{
  int at = MAX (magnitude->item, magnitude->cue) + 1;

  for (int last = at + NEAR; at < last && is_word (passage, at); at++)
    if (is (passage, at, PLAN_WORDS))
      return TRUE;
  return FALSE;
}

static const QtrClaimQuantity *
find_planned (const QtrClaimPassage *passage, GPtrArray *levels)
{
  for (guint i = levels->len; i > 0; i--) {
    const QtrClaimQuantity *level = levels->pdata[i - 1];

    for (int at = level->first - 1; at > level->first - NEAR && !is (passage, at, ",|;|."); at--)
      if (is (passage, at, PLAN_WORDS))
        return level;
  }
  return NULL;
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
  if (in_words && is_compared_with_plan (passage, magnitude)) {
    const QtrClaimQuantity *planned = find_planned (passage, here);
    GPtrArray *own = planned == NULL ? there : here;

    planned = planned == NULL ? find_planned (passage, there) : planned;
    if (planned != NULL)
      add_after (passage, own, own, planned, 0, pairs);
    if (planned != NULL && pairs->len == 0)
      add_after (passage, own == here ? there : here, own, planned, 0, pairs);
    return;
  }
  /* What a magnitude is compared with in words may be said in numbers after it, and nowhere else. */
  if (before != NULL && in_words &&
      (before->item < magnitude->item || !explains (passage, before, magnitude)))
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

      if (!are_alike (a, b) || is_open (a) || is_open (b))
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
  g_autoptr (GPtrArray) here = find_all (passage, magnitude->sentence, magnitude, magnitude, TRUE);
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
    levels = find_all (passage, magnitude->sentence - back, magnitude, magnitude, TRUE);
    for (guint i = levels->len; i > 0; i--)
      g_ptr_array_insert (there, 0, levels->pdata[i - 1]);
  }
  find_likely (passage, magnitude, here, there, *likely);
  find_possible (here, there, *possible);
}
