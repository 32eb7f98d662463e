/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "check/claim-look.h"
#include "check/claim-pair.h"
#include "check/claim-role.h"

/*
 * Whether what is called the most or the least is so, of all that is said.
 */

#define WITHIN_CLAUSE 20
#define MOST_CHILDREN 24

/* "Most came from schools (84), followed by" */
static gboolean
is_followed (const QtrClaimPassage *passage, int at)
{
  for (int next = at; get (passage, next)->sentence == get (passage, at)->sentence; next++)
    if (is (passage, next, "followed") && is (passage, next + 1, "by"))
      return TRUE;
  return FALSE;
}

/* "at most", "the most recent", "most of them", "a record of", "record keeping": nothing is compared. */
static gboolean
is_extreme (const QtrClaimPassage *passage, int at)
{
  guint senses = get (passage, at)->senses;

  if (is (passage, at - 1, "next|second|third|fourth|joint|second-|not") ||
      is (passage, at - 3, "one|among") || is (passage, at - 2, "one|among|not|nearly|almost|longer"))
    return FALSE;
  if (is (passage, at, "most") && get (passage, at)->capital)
    return is_followed (passage, at);
  if (!(senses & (QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST)))
    return FALSE;
  if (is (passage, at, "best|worst"))
    return (is (passage, at - 1, "our|its|their|the|your") ||
            strchr (get (passage, at - 1)->word, '\'') != NULL) &&
           is (passage, at + 1,
               "day|week|month|quarter|year|result|results|score|scores|performance|figure|figures|rate|response|"
               "turnout|attendance|on|since|so|ever|yet|for|in|being|was|is|,|.");
  if (is (passage, at, "most|least"))
    return is (passage, at - 1, "the") &&
           !is (passage, at + 1, "of|recent|part|common|popular|important|serious");
  if (is (passage, at, "record"))
    return is (passage, at - 1, "new|a|the|all-time") && !is (passage, at + 1, "keeping|office|shop") &&
           (!is (passage, at + 1, "of") || get (passage, at + 2)->kind == QTR_CLAIM_QUANTITY);
  if (is (passage, at, "peak"))
    return is (passage, at - 1, "its|their|a") && is (passage, at - 2, "reached|hit|at|reaching");
  if (is (passage, at, "high|low"))
    return is (passage, at - 1, "all-time|record|new|historic");
  if (is (passage, at, "top|maximum|minimum|peaks"))
    return FALSE;
  return TRUE;
}

/* "…, and greatest in Abbey, at 46%": the clause begins with the word, so that its level stands behind. */
static gboolean
begins_clause (const QtrClaimPassage *passage, int at)
{
  return is (passage, at - 1, "and|but|while|,|;") && is (passage, at + 1, "in|at|on|among|for");
}

/* Whether two levels are said of the same thing at several times or places, so that they can be compared. */
static gboolean
are_comparable (const QtrClaimQuantity *subject, const QtrClaimQuantity *other)
{
  return other != subject && other->role == QTR_CLAIM_LEVEL && other->unit == subject->unit &&
         qtr_claim_quantities_are_alike (subject, other) &&
         (!qtr_claim_quantity_is_ratio (subject) || subject->unit == other->unit) &&
         qtr_claim_is_near (subject->value, other->value, 5);
}

static GPtrArray *
find_others (const QtrClaimPassage *passage, const QtrClaimQuantity *subject, guint sentence)
{
  g_autoptr (GPtrArray) levels = qtr_claim_find_levels (passage, sentence, subject, NULL);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < levels->len; i++)
    if (are_comparable (subject, levels->pdata[i]))
      g_ptr_array_add (others, levels->pdata[i]);
  return others;
}

static gboolean
has_others (const QtrClaimPassage *passage, const QtrClaimQuantity *subject)
{
  g_autoptr (GPtrArray) others = find_others (passage, subject, subject->sentence);

  return others->len > 0;
}

/* What is said to be the most: in front of the word in its clause or right behind it, else in the sentence
 * before, of which "it" speaks. */
static const QtrClaimQuantity *
find_subject (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *cue = get (passage, at);
  const QtrClaimQuantity *behind = NULL;
  const QtrClaimQuantity *before = NULL;
  gboolean is_verb = is (passage, at, "peaked");

  for (int next = at + 1;
       next < at + WITHIN_CLAUSE && get (passage, next)->sentence == cue->sentence && behind == NULL;
       next++) {
    behind = qtr_claim_quantity_at (passage, next);
    /* "the highest of the three readings" */
    if (behind != NULL && is (passage, behind->first - 1, "the|our|these|all") &&
        is (passage, behind->first - 2, "of"))
      behind = NULL;
    if (is (passage, next, ";|while|whereas|but") && behind == NULL)
      break;
  }
  for (int back = at - 1;
       back > at - 2 * WITHIN_CLAUSE && get (passage, back)->sentence == cue->sentence && before == NULL;
       back--) {
    if (is (passage, back, ";") && !is (passage, at, "record"))
      break;
    before = qtr_claim_quantity_at (passage, back);
    /* By how much it changed, and what it was before, are not what is called the most. */
    if (before != NULL && (before->role != QTR_CLAIM_LEVEL || before->old > 0 ||
                           qtr_claim_quantity_is_pointed_at (passage, before)))
      before = NULL;
  }
  if (is_verb || before == NULL || (behind != NULL && begins_clause (passage, at)))
    return behind;
  /* "April, with its two bank holidays, was the busiest: 3,120 visits, against 3,480 in May" */
  return behind != NULL && is (passage, behind->first - 1, ":|–") && !has_others (passage, before) &&
                 has_others (passage, behind)
             ? behind
             : before;
}

/* "It is the highest": the first that the sentence before speaks of, of now. */
static const QtrClaimQuantity *
find_antecedent (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *cue = get (passage, at);
  int first = at;

  while (get (passage, first - 1)->sentence == cue->sentence)
    first--;
  if (!is (passage, first, "it|this|that") || get (passage, first - 1)->line != cue->line)
    return NULL;
  for (int back = first - 1; get (passage, back)->line == cue->line; back--) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_at (passage, back);

    if (quantity != NULL && quantity->role == QTR_CLAIM_LEVEL && quantity->old == 0 &&
        get (passage, back)->sentence + 1 == cue->sentence)
      first = back;
    if (get (passage, back)->sentence + 1 < cue->sentence)
      break;
  }
  return qtr_claim_quantity_at (passage, first);
}

static gboolean
beats (const QtrClaimQuantity *a, const QtrClaimQuantity *b, gboolean is_highest)
{
  int order = 0;

  if (is_highest)
    return qtr_rational_compare (a->range.low, b->range.high, &order) && order > 0;
  return qtr_rational_compare (a->range.high, b->range.low, &order) && order < 0;
}

static void
add_extreme (QtrClaimReader *self, const QtrClaimQuantity *subject, const QtrClaimQuantity *other, int at,
             QtrClaimVerdict verdict)
{
  const QtrClaimItem *cue = get (self->passage, at);
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_EXTREME, verdict, subject);
  g_autofree char *of = qtr_claim_reader_quote (self, subject);
  g_autofree char *than = other == NULL ? NULL : qtr_claim_reader_quote (self, other);

  if (other != NULL) {
    qtr_claim_reader_add_value (self, claim, other);
    claim->computed = g_strdup (than);
  }
  if (verdict != QTR_CLAIM_MISMATCH)
    return;
  claim->start = cue->start;
  claim->end = cue->end;
  claim->bullet = g_array_index (self->passage->lines, QtrClaimLine, cue->line).bullet->record.id;
  g_free (claim->text);
  claim->text = qtr_claim_passage_get_text (self->passage, cue->line, cue->start, cue->end);
  claim->message = beats (other, subject, TRUE)
                       /* Translators: a number; a word of the text, as in “highest”; a number. */
                       ? g_strdup_printf (_ ("%s is called “%s”, and %s is more"), of, claim->text, than)
                       /* Translators: a number; a word of the text, as in “lowest”; a number. */
                       : g_strdup_printf (_ ("%s is called “%s”, and %s is less"), of, claim->text, than);
}

/* "the largest being that to the choir": the level that stands with the name at the end of the sentence. */
static const QtrClaimQuantity *
find_named (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *cue = get (passage, at);
  const char *name = NULL;

  if (!is (passage, at + 1, "being|was|is") || !is (passage, at + 2, "that|the|one|for|to"))
    return NULL;
  for (int next = at + 2; get (passage, next)->sentence == cue->sentence && next < at + 9; next++)
    if (get (passage, next)->kind == QTR_CLAIM_WORD &&
        !(get (passage, next)->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_SKIPPED)))
      name = get (passage, next)->word;
  for (int back = at - 1; name != NULL && get (passage, back)->sentence == cue->sentence; back--)
    if (is (passage, back, name))
      for (int next = back + 1; next < back + 4; next++)
        if (get (passage, next)->kind == QTR_CLAIM_QUANTITY)
          return qtr_claim_quantity_at (passage, next);
  return NULL;
}

static gboolean
is_weekday (const QtrClaimItem *item)
{
  return qtr_claim_item_is (item, "q1|q2|q3|q4|monday|tuesday|wednesday|thursday|friday|saturday|sunday");
}

/* "19 in 2020", "April brought 655", "the old one was 951": a level with a time of its own. */
static gboolean
is_labelled (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  for (int at = level->first - 5; at < level->item + 4; at++) {
    const QtrClaimItem *item = get (passage, at);

    if (item->sentence == level->sentence &&
        (item->senses & QTR_CLAIM_MONTH || is_weekday (item) ||
         (item->kind == QTR_CLAIM_NUMBER && strlen (item->word) == 4) ||
         (item->senses & QTR_CLAIM_EARLIER && !qtr_claim_item_is (item, "same"))))
      return TRUE;
  }
  return FALSE;
}

/* "the highest since 2019 (45)": what was then may well have been more. */
static gboolean
is_since (const QtrClaimPassage *passage, int at)
{
  for (int next = at + 1; next < at + 6 && get (passage, next)->sentence == get (passage, at)->sentence;
       next++)
    if (is (passage, next, "since|but|outside|apart") &&
        !is (passage, next + 1, "on|in|we|there|the|records|recording|counting|measurement|it"))
      return TRUE;
  return FALSE;
}

/* "the lowest monthly total" is one of several totals. */
static gboolean
is_called_extreme (const QtrClaimPassage *passage, int at)
{
  return has (passage, at - 1, QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST) ||
         has (passage, at - 2, QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST);
}

/* A total or a mean is no rival of its parts. */
static gboolean
is_total (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  for (int at = level->first - 6; at < level->item + 5; at++)
    if (get (passage, at)->sentence == level->sentence && !is_called_extreme (passage, at) &&
        is (passage, at,
            "total|totalling|totalled|average|altogether|overall|budget|target|income|all|combined|mean"))
      return TRUE;
  return FALSE;
}

/* "the others", "Oak ward had 15", "(12)" and "(15)", or one of a row: what is set beside the first. */
static gboolean
is_set_beside (const QtrClaimPassage *passage, const QtrClaimQuantity *other, const QtrClaimQuantity *subject)
{
  int first = MIN (other->item, subject->item);
  int last = MAX (other->item, subject->item);

  if (is (passage, other->first - 1, "(") && is (passage, subject->first - 1, "("))
    return TRUE;
  for (int at = first + 1; at < last; at++)
    if (is (passage, at, ";|others|other|rest|next|followed|against|compared|while|whereas|ahead|as|next") ||
        get (passage, at)->capital)
      return TRUE;
  return last - first < 4;
}

/* "41, 38, 45 and 40" */
static gboolean
is_in_row (const QtrClaimPassage *passage, const QtrClaimQuantity *level)
{
  guint n = 0;

  for (int at = level->item - 5; at < level->item + 6; at++)
    n += get (passage, at)->kind == QTR_CLAIM_QUANTITY && get (passage, at)->sentence == level->sentence;
  return n > 2;
}

/* "12 storeys and 48 flats; the others have 60": something else is counted in between. */
static gboolean
has_other_between (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  for (int at = MIN (a->item, b->item) + 1; at < MAX (a->item, b->item); at++) {
    const QtrClaimQuantity *between = qtr_claim_quantity_at (passage, at);

    if (between != NULL && !qtr_claim_quantities_are_alike (between, b) && between->role == QTR_CLAIM_LEVEL)
      return TRUE;
  }
  return FALSE;
}

/* "12 storeys" and "60" are not compared, unless the text does. */
static gboolean
is_of_same_kind (const QtrClaimPassage *passage, const QtrClaimQuantity *a, const QtrClaimQuantity *b)
{
  gboolean both = (*a->noun == '\0') == (*b->noun == '\0') && (*a->measure == '\0') == (*b->measure == '\0');

  if (is_total (passage, a))
    return FALSE;
  if (a->old > 0 || b->old > 0 || is_labelled (passage, a))
    return TRUE;
  /* "the most in five years (25, 31, 28 and 22)" */
  both = both || (*a->noun == '\0' && *a->measure == '\0' && get (passage, a->item)->depth > 0);
  return (both && is_in_row (passage, a)) ||
         (!has_other_between (passage, a, b) && is_set_beside (passage, a, b));
}

/* Whether the clause of the word, up to the next comma, has a level of its own. */
static gboolean
has_level_near (const QtrClaimPassage *passage, int at)
{
  for (int step = -1; step <= 1; step += 2)
    for (int next = at + step;
         ABS (next - at) < WITHIN_CLAUSE && get (passage, next)->sentence == get (passage, at)->sentence;
         next += step) {
      /* "the longest waits (17 days)" */
      if (step > 0 && is (passage, next, "(") && get (passage, next + 1)->kind == QTR_CLAIM_QUANTITY)
        return TRUE;
      if (is (passage, next, ";|,|:|(|)|–"))
        break;
      /* "the busiest of the three" */
      if (get (passage, next)->kind == QTR_CLAIM_QUANTITY &&
          !(is (passage, next - 1, "the|our|these|all") && is (passage, next - 2, "of")))
        return TRUE;
    }
  return FALSE;
}

/* "the third was the lowest", where a list has a number "in the third". */
static gboolean
is_ordinal (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "first|second|third|fourth|fifth|sixth|last") && is (passage, at - 1, "the");
}

/* A name of one of several, or a month, or which of them it is. */
static gboolean
is_name (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);

  /* "20 March" and "March 2021" are dates. */
  if (item->kind != QTR_CLAIM_WORD || strlen (item->word) < 3 ||
      get (passage, at + 1)->kind == QTR_CLAIM_NUMBER ||
      (item->senses & QTR_CLAIM_MONTH && get (passage, at - 1)->kind == QTR_CLAIM_NUMBER))
    return FALSE;
  if (is_ordinal (passage, at))
    return TRUE;
  return item->capital &&
         (item->senses & QTR_CLAIM_MONTH || !(item->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_SKIPPED)));
}

/* The level that stands with the name at @at: "Holt 72%", "72% in Holt", "31 (Holt)". */
static const QtrClaimQuantity *
find_level_beside (const QtrClaimPassage *passage, int at)
{
  static const int steps[] = { 1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    int step = is (passage, at + 1, ")") ? -steps[i] : steps[i];

    for (int next = at + step; ABS (next - at) < 6; next += step) {
      if (get (passage, next)->kind == QTR_CLAIM_QUANTITY)
        return qtr_claim_quantity_at (passage, next);
      if (is (passage, next, ",|;|.|and|while|whereas"))
        break;
    }
  }
  return NULL;
}

/* The level that stands with a name of the clause from @first to @end elsewhere: in front of it in the same
 * sentences, or behind it in its own. */
static const QtrClaimQuantity *
find_level_of (const QtrClaimPassage *passage, int first, int end, const char *name)
{
  for (int at = first - 1; at > first - 60 && get (passage, at)->line == get (passage, first)->line; at--)
    if (is_name (passage, at) && strcmp (get (passage, at)->word, name) == 0)
      return find_level_beside (passage, at);
  for (int at = end; at < end + 40 && get (passage, at)->sentence == get (passage, first)->sentence; at++)
    if (is_name (passage, at) && strcmp (get (passage, at)->word, name) == 0)
      return find_level_beside (passage, at);
  return NULL;
}

/* "91%, 94% and 97%. The third was the highest": one of the row that stands before @first. */
static const QtrClaimQuantity *
find_level_in_row (const QtrClaimPassage *passage, int first, const char *ordinal)
{
  static const char *const ordinals[] = { "first", "second", "third", "fourth", "fifth", "sixth", NULL };
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  guint place = 0;

  while (ordinals[place] != NULL && strcmp (ordinals[place], ordinal) != 0)
    place++;
  for (int at = first - 1; at > first - 40 && get (passage, at)->line == get (passage, first)->line &&
                           get (passage, at)->sentence + 1 >= get (passage, first)->sentence;
       at--)
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY &&
        !qtr_claim_quantity_is_pointed_at (passage, qtr_claim_quantity_at (passage, at)))
      g_ptr_array_insert (row, 0, qtr_claim_quantity_at (passage, at));
  if (row->len < 3)
    return NULL;
  return strcmp (ordinal, "last") == 0 ? row->pdata[row->len - 1]
         : place < row->len            ? row->pdata[place]
                                       : NULL;
}

/* "Monday was the busiest day", "Beech having the most": the one whose name the text gave with its number
 * elsewhere. */
static const QtrClaimQuantity *
find_by_name (const QtrClaimPassage *passage, int at)
{
  const QtrClaimQuantity *level = NULL;
  guint sentence = get (passage, at)->sentence;
  int first = at;
  int end = at;

  while (get (passage, first - 1)->sentence == sentence && !is (passage, first - 1, ";|,|:|(|)|–"))
    first--;
  /* "November, with its storm, was the busiest": the name stands before an aside. */
  if (has (passage, first, QTR_CLAIM_BE | QTR_CLAIM_FUNCTION) && is (passage, first - 1, ",") &&
      is (passage, first, "was|is|had|were|has|saw|being"))
    while (get (passage, first - 1)->sentence == sentence && !is (passage, first - 1, ";|:|(|)|–"))
      first--;
  while (get (passage, end)->sentence == sentence && !is (passage, end, ";|,|:|(|)|–|."))
    end++;
  for (int next = first; level == NULL && next < end && next < first + 24; next++)
    if (next != at && is_name (passage, next)) {
      level = find_level_of (passage, first, end, get (passage, next)->word);
      if (level == NULL && is_ordinal (passage, next))
        level = find_level_in_row (passage, first, get (passage, next)->word);
    }
  return level;
}

/* "best" and "worst" are the most of some things, and the least of others: the first of the other levels
 * tells which. */
static gboolean
is_either (const QtrClaimPassage *passage, int at)
{
  return has (passage, at, QTR_CLAIM_HIGHEST) && has (passage, at, QTR_CLAIM_LOWEST);
}

static void
read_extreme (QtrClaimReader *self, int at)
{
  const QtrClaimPassage *passage = self->passage;
  gboolean is_highest = has (passage, at, QTR_CLAIM_HIGHEST);
  const QtrClaimQuantity *subject = find_named (passage, at);
  g_autoptr (GPtrArray) others = NULL;

  if (subject == NULL && !has_level_near (passage, at))
    subject = find_by_name (passage, at);
  if (subject == NULL)
    subject = find_antecedent (passage, at);
  if (subject == NULL)
    subject = find_subject (passage, at);
  if (subject == NULL || subject->role != QTR_CLAIM_LEVEL || subject->line != get (passage, at)->line)
    return;
  others = find_others (passage, subject, subject->sentence);
  if (others->len == 0 &&
      qtr_claim_quantity_get (passage, (int) get (passage, subject->item)->quantity + 1) != NULL) {
    g_ptr_array_unref (others);
    others = find_others (passage, subject, subject->sentence + 1);
  }
  if (others->len == 0) {
    add_extreme (self, subject, NULL, at, QTR_CLAIM_UNVERIFIABLE);
    return;
  }
  if (is_either (passage, at))
    is_highest = !beats (others->pdata[0], subject, TRUE);
  for (guint i = 0; i < others->len; i++) {
    if (!beats (others->pdata[i], subject, is_highest))
      continue;
    if (is_since (passage, at) || !is_of_same_kind (passage, others->pdata[i], subject))
      return;
    add_extreme (self, subject, others->pdata[i], at, QTR_CLAIM_MISMATCH);
    return;
  }
  add_extreme (self, subject, others->pdata[0], at, QTR_CLAIM_OK);
}

/* --- Of bullets --- */

/* The one level of a line; %NULL if it has none or several. */
static const QtrClaimQuantity *
find_only_level (const QtrClaimPassage *passage, guint line)
{
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, line);
  const QtrClaimQuantity *only = NULL;

  for (guint at = own->first; at < own->first + own->n_items; at++) {
    const QtrClaimQuantity *level = qtr_claim_quantity_at (passage, (int) at);

    if (level == NULL)
      continue;
    if (only != NULL || level->role != QTR_CLAIM_LEVEL)
      return NULL;
    only = level;
  }
  return only;
}

/* "castle" and "Castle"; of "Ward B" and "Ward A" only the letters tell. */
static gboolean
is_same_name (const QtrClaimPassage *passage, int a, int b)
{
  if (!is_word (passage, a) || !get (passage, b)->capital || !is (passage, b, get (passage, a)->word))
    return FALSE;
  if (get (passage, a)->capital && has (passage, a - 1, QTR_CLAIM_REFERENCE) &&
      get (passage, a - 1)->capital && is (passage, b - 1, get (passage, a - 1)->word))
    return TRUE;
  return !has (passage, a, QTR_CLAIM_FUNCTION | QTR_CLAIM_SKIPPED | QTR_CLAIM_REFERENCE);
}

/* Whether a line names what the sentence of @at does: "The castle had" and "Castle: 8,420". */
static gboolean
is_named_with (const QtrClaimPassage *passage, guint line, int at)
{
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, line);
  guint sentence = get (passage, at)->sentence;

  while (get (passage, at - 1)->sentence == sentence)
    at--;
  for (; get (passage, at)->sentence == sentence; at++)
    for (guint name = own->first; name < own->first + own->n_items; name++)
      if (is_same_name (passage, at, (int) name))
        return TRUE;
  return FALSE;
}

/* "The castle had the highest number of visitors:", and under it the number of each. */
static gboolean
read_extreme_of_children (QtrClaimReader *self, int at)
{
  const QtrClaimPassage *passage = self->passage;
  guint line = get (passage, at)->line;
  const QtrClaimLine *own = &g_array_index (passage->lines, QtrClaimLine, line);
  const QtrClaimQuantity *subject = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  if (is_either (passage, at) || !is (passage, (int) (own->first + own->n_items) - 1, ":"))
    return FALSE;
  for (guint child = line + 1; child < passage->lines->len && child < line + MOST_CHILDREN; child++) {
    const QtrClaimQuantity *level = find_only_level (passage, child);

    if (g_array_index (passage->lines, QtrClaimLine, child).depth != own->depth + 1 || level == NULL)
      return FALSE;
    if (!is_named_with (passage, child, at))
      g_ptr_array_add (others, (gpointer) level);
    else if (subject == NULL)
      subject = level;
    else
      return FALSE;
  }
  if (subject == NULL || others->len < 2)
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (!are_comparable (subject, others->pdata[i]))
      return FALSE;
  for (guint i = 0; i < others->len; i++)
    if (beats (others->pdata[i], subject, has (passage, at, QTR_CLAIM_HIGHEST))) {
      add_extreme (self, subject, others->pdata[i], at, QTR_CLAIM_MISMATCH);
      return TRUE;
    }
  add_extreme (self, subject, others->pdata[0], at, QTR_CLAIM_OK);
  return TRUE;
}

void
qtr_claim_read_extremes (QtrClaimReader *self)
{
  for (int at = 0; at < (int) self->passage->items->len; at++)
    if (is_extreme (self->passage, at) && !read_extreme_of_children (self, at))
      read_extreme (self, at);
}
