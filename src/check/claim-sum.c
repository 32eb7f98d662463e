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
#include "check/claim-sum.h"

/*
 * Whether parts add up to their total.
 */

#define WITHIN_CLAUSE 14
#define MOST_PARTS 16
#define SENTENCES_BACK 4

/* How sure a text makes it that a total is meant. */
typedef enum { NOT_SAID, LISTED, SAID } Surety;

/* --- Claims --- */

void
qtr_claim_sum_add (QtrClaimReader *self, const QtrClaimQuantity *total, GPtrArray *addends, guint first,
                   guint last, QtrClaimVerdict verdict)
{
  QtrClaim *claim = qtr_claim_reader_add (self, QTR_CLAIM_IS_SUM, verdict, total);
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = first; i <= last; i++) {
    g_autofree char *part = qtr_claim_reader_quote (self, addends->pdata[i]);

    g_string_append_printf (parts, "%s%s", i == first ? "" : " + ", part);
    qtr_claim_reader_add_value (self, claim, addends->pdata[i]);
    self->summed[get (self->passage, ((const QtrClaimQuantity *) addends->pdata[i])->item)->quantity] = TRUE;
  }
  self->summed[get (self->passage, total->item)->quantity] = TRUE;
  claim->computed = qtr_claim_print_number (qtr_claim_add_values (addends, first, last));
  if (verdict == QTR_CLAIM_MISMATCH)
    /* Translators: parts with plus signs; their sum; what the text says instead. */
    claim->message = g_strdup_printf (_ ("%s is %s; the text says %s. Either a part or the total is wrong"),
                                      parts->str, claim->computed, claim->text);
}

/* Looks for a run of at least two addends that begins at @first, or ends at @last, and makes the total. */
static gboolean
find_run (const QtrClaimQuantity *total, GPtrArray *addends, guint *first, guint *last)
{
  for (guint i = *first; i < *last; i++) {
    for (guint j = *last; j > i; j--) {
      if (!qtr_interval_overlaps (qtr_claim_add_up (addends, i, j), total->range))
        continue;
      *first = i;
      *last = j;
      return TRUE;
    }
  }
  return FALSE;
}

/* Whether commas, "and" and brackets hold the addends together. */
gboolean
qtr_claim_sum_is_list (const QtrClaimPassage *passage, GPtrArray *addends, guint first, guint last)
{
  for (guint i = first; i < last; i++) {
    const QtrClaimQuantity *a = addends->pdata[i];
    const QtrClaimQuantity *b = addends->pdata[i + 1];
    gboolean joined = a->sentence != b->sentence;

    int lead = qtr_claim_skip_back (passage, b->first - 1);

    if (is (passage, lead, "of|than|from|against") && !is (passage, lead - 1, "one|another"))
      return FALSE;
    for (int at = a->item + 1; at < b->item && !joined; at++)
      joined = is (passage, at, ",|;|and|plus|–|)|to|joined|added|+|:");
    if (!joined || b->item - a->item > 2 * WITHIN_CLAUSE)
      return FALSE;
  }
  return TRUE;
}

gboolean
qtr_claim_sum_are_small_parts (const QtrClaimQuantity *total, GPtrArray *addends, guint first, guint last)
{
  int order = 0;

  for (guint i = first; i <= last; i++)
    if (!qtr_rational_compare (((const QtrClaimQuantity *) addends->pdata[i])->value, total->value, &order) ||
        order >= 0)
      return FALSE;
  return TRUE;
}

/* Small numbers are the sum of others by chance. */
static gboolean
is_small (const QtrClaimQuantity *total)
{
  int order = 0;

  return !qtr_rational_compare (total->value, qtr_rational_new (10, 1), &order) || order <= 0;
}

/* Swans, geese and ducks are birds. */
static gboolean
are_of_many_names (GPtrArray *addends, guint first, guint last)
{
  const QtrClaimQuantity *a = addends->pdata[first];
  const QtrClaimQuantity *b = addends->pdata[last];

  return last > first + 1 && *a->noun != '\0' && *b->noun != '\0' &&
         !qtr_claim_lexicon_are_same_thing (a->noun, b->noun);
}

/* "Emails (412), letters (178) and calls (205), 805 contacts": said last, apart from the list, and a slip
 * away. */
static gboolean
is_slip_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends,
                guint first, guint last)
{
  const QtrClaimQuantity *end = addends->pdata[last];
  int at = qtr_claim_skip_back (passage, total->first - 1);
  gboolean is_apart = FALSE;

  if (last <= first || is_small (total) || is (passage, at, "and|of|to|from|than|against|for|in") ||
      (is (passage, at, "or") && !is (passage, at - 1, ",")) || qtr_claim_is_running (passage, total) ||
      !qtr_claim_differ_by_slip (total, qtr_claim_add_values (addends, first, last)))
    return FALSE;
  for (int between = end->item + 1; between < total->first; between++) {
    if (is (passage, between, "while|whereas|but|although|compared|target|average|last|previous"))
      return FALSE;
    is_apart = is_apart || is (passage, between, ",|:|–|)|=|i.e|i.e.|so|make|have|has|had|thus") ||
               end->sentence != total->sentence;
  }
  for (guint i = first; i <= last; i++) {
    const QtrClaimQuantity *part = addends->pdata[i];

    if (*part->noun != '\0' && *total->noun != '\0' &&
        !qtr_claim_lexicon_are_same_thing (part->noun, total->noun) &&
        !is (passage, total->item + 1, "people|staff") && !are_of_many_names (addends, first, last))
      return FALSE;
  }
  return is_apart && (end->sentence == total->sentence || qtr_claim_says_both (passage, total));
}

/* The total behind its parts: "9 major and 27 minor ones, 36 in total". */
/* "12 from A, 14 from B and 30 from C": the last of a list is a part as the others are. */
static gboolean
is_last_of_list (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int at = qtr_claim_skip_back (passage, total->first - 1);

  return (is (passage, at, "and") || (is (passage, at, "or") && !is (passage, at - 1, ","))) &&
         !qtr_claim_is_total_behind (passage, total);
}

/* A sentence that says nothing but the total sums up those before it; "together with" does so, too. */
static gboolean
is_alone (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  g_autoptr (GPtrArray) addends = qtr_claim_find_addends (passage, total, total->sentence, 1);
  int first = total->item;

  while (get (passage, first - 1)->sentence == total->sentence)
    first--;
  return addends->pdata[0] == total || is (passage, first, "together|with|adding");
}

/* "saved 36 in its third year, having saved 21 and 18 before; 75 so far": what was before counts as well. */
static gboolean
read_with_old (QtrClaimReader *self, const QtrClaimQuantity *total, guint first_sentence)
{
  g_autoptr (GPtrArray) addends = qtr_claim_find_addends (self->passage, total, first_sentence, 2);
  guint first = 0;
  guint last = 0;

  g_ptr_array_find (addends, total, &last);
  if (last < 2 || is_small (total))
    return FALSE;
  last--;
  if (!find_run (total, addends, &first, &last))
    return FALSE;
  qtr_claim_sum_add (self, total, addends, first, last, QTR_CLAIM_OK);
  return TRUE;
}

static gboolean
read_behind (QtrClaimReader *self, const QtrClaimQuantity *total, gboolean may_be_wrong)
{
  gboolean is_said =
      (qtr_claim_is_total_behind (self->passage, total) || qtr_claim_is_total_before (self->passage, total) ||
       qtr_claim_is_total_aside (self->passage, total)) &&
      !is_last_of_list (self->passage, total) && !qtr_claim_is_running (self->passage, total);

  for (guint back = 0; back <= SENTENCES_BACK && back <= total->sentence; back++) {
    g_autoptr (GPtrArray) addends = qtr_claim_find_addends (self->passage, total, total->sentence - back, 1);
    guint at = 0;
    guint first = 0;
    guint last = 0;

    g_ptr_array_find (addends, total, &at);
    if (is_said && back > 0 && at < 2 && read_with_old (self, total, total->sentence - back))
      return TRUE;
    if (at < 2)
      continue;
    last = at - 1;
    if (find_run (total, addends, &first, &last)) {
      if (!is_said && (last != at - 1 || is_small (total)))
        return FALSE;
      qtr_claim_sum_add (self, total, addends, first, last, QTR_CLAIM_OK);
      return TRUE;
    }
    if (is_said && read_with_old (self, total, total->sentence - back))
      return TRUE;
    last = at - 1;
    for (first = 0; first < last && !qtr_claim_sum_is_list (self->passage, addends, first, last); first++)
      ;
    if (may_be_wrong && (is_said || is_slip_behind (self->passage, total, addends, first, last)) &&
        first < last && qtr_claim_sum_is_list (self->passage, addends, first, last) &&
        qtr_claim_sum_are_small_parts (total, addends, first, last) &&
        (back == 0 || is_alone (self->passage, total)) &&
        qtr_claim_is_close (total->value, qtr_claim_add_values (addends, first, last)) &&
        qtr_claim_is_almost (total, qtr_claim_add_values (addends, first, last))) {
      qtr_claim_sum_add (self, total, addends, first, last, QTR_CLAIM_MISMATCH);
      return TRUE;
    }
    if (back == 0 && at >= 2)
      return FALSE;
  }
  return FALSE;
}

/* --- The total in front of its parts --- */

/* Where the list that follows a total begins, and how sure it is that it is one. */
static Surety
find_list (const QtrClaimPassage *passage, const QtrClaimQuantity *total, const QtrClaimQuantity *first)
{
  Surety surety = NOT_SAID;

  gboolean is_aside = get (passage, total->item)->depth > 0;

  for (int at = total->item + 1; at < first->first && at < total->item + 2 * WITHIN_CLAUSE; at++) {
    if (is (passage, at, "comprise|comprises|comprising|comprised|consist|consists|consisting|namely") ||
        (is (passage, at, "made") && is (passage, at + 1, "up")) ||
        (is (passage, at, "as") && is (passage, at + 1, "follows")) ||
        (is (passage, at,
             "taken|shared|split|divided|broken|filled|occupied|held|composed|formed|spread|"
             "distributed|apportioned|allocated|breaks|divides|splits") &&
         is (passage, at + 1, "by|between|into|among|down|of|over|across|as|to")))
      return SAID;
    /* "fees (£42,000), grants (£31,000)" stand beside each other. */
    if (is (passage, at, is_aside ? ":|–" : ":|–|(") && first->first - at < 5)
      surety = LISTED;
    if (is (passage, at, "including|included|includes|among|amongst") ||
        (is (passage, at, "of") && is (passage, at + 1, "which|whom")) ||
        (is (passage, at, "such") && is (passage, at + 1, "as")))
      return NOT_SAID;
  }
  /* "The 56 recruits are 31 men and 27 women" */
  if (is (passage, first->first - 1, "are|were") &&
      (is (passage, total->first - 1, "the|our|these") ||
       g_str_has_suffix (get (passage, total->first - 1)->word, "'s")) &&
      first->first - total->item < 5)
    return SAID;
  if (is (passage, total->first - 1, "all") || is (passage, total->first - 2, "all"))
    return SAID;
  return surety;
}

/* Words for parts of which there is no third. */
static gboolean
is_all_there_is (const QtrClaimPassage *passage, GPtrArray *addends, guint first, guint last)
{
  static const char *const pairs[][2] = {
    { "men", "women" },           { "boys", "girls" },    { "male", "female" },
    { "adults", "children" },     { "for", "against" },   { "new", "old" },
    { "full-time", "part-time" }, { "males", "females" }, { "passed", "failed" },
    { "diesel", "electric" },     { "day", "night" },     { "granted", "refused" },
    { "adults", "juveniles" },    { "joined", "left" },   { "yes", "no" }
  };
  const QtrClaimQuantity *from = addends->pdata[first];
  const QtrClaimQuantity *to = addends->pdata[last];

  for (guint i = 0; last == first + 1 && i < G_N_ELEMENTS (pairs); i++) {
    gboolean found[2] = { FALSE, FALSE };

    for (int at = from->item; at < to->item + 5; at++) {
      found[0] = found[0] || is (passage, at, pairs[i][0]);
      found[1] = found[1] || is (passage, at, pairs[i][1]);
    }
    if (found[0] && found[1])
      return TRUE;
  }
  return FALSE;
}

/* "41 that are open", "four with conspiracy": a part that does not say what it counts counts what the total
 * does. */
gboolean
qtr_claim_sum_is_elliptical (const QtrClaimPassage *passage, const QtrClaimQuantity *part,
                             const QtrClaimQuantity *total)
{
  const QtrClaimItem *after = get (passage, part->item + 1);

  return (after->kind == QTR_CLAIM_WORD && after->senses & QTR_CLAIM_FUNCTION) ||
         after->kind == QTR_CLAIM_MARK || *part->noun == '\0' || is (passage, total->item + 1, ":") ||
         (*total->noun != '\0' && is (passage, total->item + 1, "people")) ||
         (*part->noun != '\0' && *total->noun != '\0' &&
          qtr_claim_lexicon_are_same_thing (part->noun, total->noun));
}

/* "870 trees: 340 oaks, 290 limes and 240 birches" */
static gboolean
is_opened (const QtrClaimPassage *passage, const QtrClaimQuantity *part)
{
  return is (passage, part->first - 1, ":|–|(");
}

/* "74 cases (46 new, 38 reviews)": nothing but the parts stands in a bracket right behind, and the first has
 * no name of its own. */
static gboolean
is_whole_bracket (const QtrClaimPassage *passage, GPtrArray *addends, guint first, guint last,
                  const QtrClaimQuantity *total)
{
  const QtrClaimQuantity *part = addends->pdata[first];
  const QtrClaimQuantity *end = addends->pdata[last];
  int at = end->item + 1;

  while (at < end->item + 4 && is_word (passage, at) && !has (passage, at, QTR_CLAIM_FUNCTION))
    at++;
  return is (passage, part->first - 1, "(") && is (passage, at, ")") && part->first - total->item < 5 &&
         qtr_claim_sum_is_elliptical (passage, part, total);
}

/* Whether parts may count what @total does, by their names: the first two tell, or men and women, which are
 * all there is. */
static gboolean
are_elliptical (const QtrClaimPassage *passage, GPtrArray *addends, guint first, guint last,
                const QtrClaimQuantity *total)
{
  return is_all_there_is (passage, addends, first, last) ||
         (are_of_many_names (addends, first, last) && is_opened (passage, addends->pdata[first])) ||
         (qtr_claim_sum_is_elliptical (passage, addends->pdata[first], total) &&
          qtr_claim_sum_is_elliptical (passage, addends->pdata[first + 1], total)) ||
         is_whole_bracket (passage, addends, first, last, total);
}

/* The last of the addends before the clause ends that the list stands in: at a closing dash or bracket, or a
 * semicolon. */
static guint
find_end (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends, guint first)
{
  const QtrClaimQuantity *part = addends->pdata[first];
  gboolean dashed = FALSE;
  guint last = first;

  for (int at = total->item; at < part->item; at++)
    dashed = dashed || is (passage, at, "–");
  for (guint i = first + 1; i < addends->len; i++) {
    const QtrClaimQuantity *before = addends->pdata[i - 1];
    const QtrClaimQuantity *next = addends->pdata[i];

    for (int at = before->item; at < next->item; at++)
      if ((dashed && is (passage, at, "–")) ||
          get (passage, next->item)->depth < get (passage, part->item)->depth ||
          is (passage, at, "while|whereas|although|but|compared|which|who"))
        return last;
    last = i;
  }
  return last;
}

/* "Of the 412 replies, …" */
static gboolean
begins_with_of (const QtrClaimPassage *passage, const QtrClaimQuantity *total)
{
  int at = qtr_claim_skip_back (passage, total->first - 1);

  return is (passage, at, "of") &&
         (get (passage, at - 1)->sentence != total->sentence || is (passage, at - 1, ",|;|:|–|out"));
}

/* "Over 40,000 came – 18,250 on Friday and 19,870 on Saturday.": nothing follows the list, and it falls short
 * by no more than a tenth. */
static gboolean
is_whole_list (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends, guint first,
               guint last)
{
  const QtrClaimQuantity *end = addends->pdata[last];
  QtrRational sum = qtr_claim_add_values (addends, first, last);
  QtrRational off = qtr_rational_absolute (qtr_rational_subtract (total->value, sum));
  int order = 0;
  int at = end->item + 1;

  if (last + 1 < addends->len || is_small (total) || !qtr_rational_compare (total->value, sum, &order) ||
      !qtr_rational_compare (qtr_rational_multiply (off, qtr_rational_new (order < 0 ? 6 : 10, 1)),
                             total->value, &order) ||
      order > 0)
    return FALSE;
  for (int until = at + 6; at < until && is_word (passage, at) && !is (passage, at, "of|so|each|among"); at++)
    ;
  return is (passage, at, ".|)|–") || get (passage, at)->kind == QTR_CLAIM_EDGE;
}

/* "The survey had 620 replies, 410 by post and 240 online.": parts without a name of their own that make too
 * much. */
static gboolean
follows_at_once (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends,
                 guint first, guint last, QtrRational sum)
{
  const QtrClaimQuantity *part = addends->pdata[first];
  int order = 0;

  for (guint i = first; i <= last; i++)
    if (*((const QtrClaimQuantity *) addends->pdata[i])->noun != '\0')
      return FALSE;
  return is (passage, part->first - 1, ",") && part->first - total->item < 5 && *total->noun != '\0' &&
         qtr_rational_compare (sum, total->value, &order) && order > 0;
}

/* Where no word says that the parts are all there is, the numbers have to: parts of one whole that make more
 * than it, or a sum that differs by a slip of the finger in numbers too large for chance. */
static gboolean
is_slip (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends, guint first,
         guint last, Surety surety)
{
  const QtrClaimQuantity *end = addends->pdata[last];
  QtrRational sum = qtr_claim_add_values (addends, first, last);
  gboolean is_large = FALSE;
  int order = 0;

  for (int at = end->item + 1;
       at < end->item + 8 && surety != SAID && get (passage, at)->sentence == end->sentence; at++)
    if (is (passage, at, "among|amongst|alone|so|including"))
      return FALSE;
  if (!are_elliptical (passage, addends, first, last, total))
    return FALSE;
  if (surety == LISTED && qtr_rational_compare (sum, total->value, &order) && order > 0 &&
      qtr_rational_compare (sum, qtr_rational_multiply (total->value, qtr_rational_new (23, 20)), &order) &&
      order < 0)
    return TRUE;
  if (begins_with_of (passage, total))
    return qtr_rational_compare (sum, total->value, &order) && order > 0;
  if ((surety == LISTED || follows_at_once (passage, total, addends, first, last, sum)) &&
      is_whole_list (passage, total, addends, first, last))
    return TRUE;
  is_large = qtr_claim_has_many_digits (total) ||
             (qtr_rational_compare (total->value, qtr_rational_new (100, 1), &order) && order >= 0 &&
              qtr_claim_has_many_digits (addends->pdata[first]));
  return qtr_claim_differ_by_slip (total, sum) &&
         (surety == LISTED || is_large || is_all_there_is (passage, addends, first, last));
}

/* "33 engines at four depots: 12 at …": what stands between a total and its list with a name of its own. */
static guint
skip_aside (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends, guint first)
{
  const QtrClaimQuantity *aside = addends->pdata[first];
  const QtrClaimQuantity *next = addends->pdata[first + 1];

  if (*aside->noun == '\0' ||
      (*total->noun != '\0' && qtr_claim_lexicon_are_same_thing (aside->noun, total->noun)))
    return first;
  for (int at = aside->item; at < next->item; at++)
    if (is (passage, at, ":|–|("))
      return first + 1;
  return first;
}

/* "seven appeals: four on parking, three on planning and one in licensing": the first of a list make a small
 * total by chance. */
static gboolean
goes_on_behind (const QtrClaimPassage *passage, const QtrClaimQuantity *total, GPtrArray *addends, guint last)
{
  const QtrClaimQuantity *next = last + 1 < addends->len ? addends->pdata[last + 1] : NULL;

  return next != NULL && !qtr_claim_has_many_digits (total) && is (passage, next->first - 1, "and") &&
         qtr_claim_sum_is_list (passage, addends, last, last + 1) &&
         qtr_claim_sum_is_elliptical (passage, next, total);
}

static gboolean
read_before (QtrClaimReader *self, const QtrClaimQuantity *total, gboolean may_be_wrong)
{
  g_autoptr (GPtrArray) addends = qtr_claim_find_addends (self->passage, total, total->sentence, 1);
  guint at = 0;
  guint first;
  guint last;
  guint end;
  Surety surety;
  g_ptr_array_find (addends, total, &at);
  if (at + 2 >= addends->len)
    return FALSE;
  first = at + 1;
  last = addends->len - 1;
  if (find_run (total, addends, &first, &last) && first == at + 1 &&
      !goes_on_behind (self->passage, total, addends, last)) {
    qtr_claim_sum_add (self, total, addends, first, last, QTR_CLAIM_OK);
    return TRUE;
  }
  if (!may_be_wrong)
    return FALSE;
  first = skip_aside (self->passage, total, addends, at + 1);
  end = find_end (self->passage, total, addends, first);
  surety = find_list (self->passage, total, addends->pdata[first]);
  if (end <= first || total->unit == QTR_CLAIM_PERCENT ||
      !qtr_claim_sum_is_list (self->passage, addends, first, end) ||
      !qtr_claim_sum_are_small_parts (total, addends, first, end) ||
      !qtr_claim_is_close (total->value, qtr_claim_add_values (addends, first, end)))
    return FALSE;
  if (surety != SAID && !are_elliptical (self->passage, addends, first, end, total))
    return FALSE;
  if (surety == NOT_SAID && qtr_claim_is_total_before (self->passage, total))
    surety = LISTED;
  if ((surety != SAID && !qtr_claim_is_almost (total, qtr_claim_add_values (addends, first, end))) ||
      (surety != SAID && !is_slip (self->passage, total, addends, first, end, surety)))
    return FALSE;
  qtr_claim_sum_add (self, total, addends, first, end, QTR_CLAIM_MISMATCH);
  return TRUE;
}

/* "The audit made 45. Twelve were rated high and 34 medium.": a sentence that begins with a number of what
 * the one before counts last. */
static gboolean
goes_on (const QtrClaimPassage *passage, const QtrClaimQuantity *total, const QtrClaimQuantity *first)
{
  return total != NULL && *total->noun != '\0' && *first->noun == '\0' && first->unit == QTR_CLAIM_COUNT &&
         first->sentence == total->sentence + 1 &&
         get (passage, first->first - 1)->sentence == total->sentence &&
         has (passage, first->item + 1, QTR_CLAIM_BE | QTR_CLAIM_FUNCTION);
}

/* "There were 52. Of these, 28 were filled, 14 were not and 12 may be.": parts of what the sentence before
 * counts. */
static void
read_of_these (QtrClaimReader *self, const QtrClaimQuantity *first)
{
  const QtrClaimPassage *passage = self->passage;
  int at = first->first - 1;
  int index = (int) get (passage, first->item)->quantity;
  const QtrClaimQuantity *total = qtr_claim_quantity_get (passage, index - 1);
  g_autoptr (GPtrArray) addends = NULL;
  guint start = 0;
  guint end;
  QtrRational sum;
  int order = 0;

  at -= is (passage, at, ",") != 0;
  if (!((get (passage, at)->senses & QTR_CLAIM_THOSE && is (passage, at - 1, "of|among")) ||
        goes_on (passage, total, first)) ||
      total == NULL || total->line != first->line || !qtr_claim_can_be_added (total, 0) ||
      !qtr_claim_are_of_one_kind (total, first))
    return;
  addends = qtr_claim_find_addends (passage, first, first->sentence, 0);
  g_ptr_array_find (addends, first, &start);
  end = addends->len - 1;
  if (end < start + 1 || !qtr_claim_sum_is_list (passage, addends, start, end) ||
      !qtr_claim_sum_are_small_parts (total, addends, start, end))
    return;
  sum = qtr_claim_add_values (addends, start, end);
  if (qtr_interval_overlaps (qtr_claim_add_up (addends, start, end), total->range))
    qtr_claim_sum_add (self, total, addends, start, end, QTR_CLAIM_OK);
  else if (qtr_claim_is_almost (total, sum) && qtr_rational_compare (sum, total->value, &order) &&
           order > 0 && qtr_claim_sum_is_elliptical (passage, first, total) &&
           qtr_claim_sum_is_elliptical (passage, addends->pdata[start + 1], total))
    qtr_claim_sum_add (self, total, addends, start, end, QTR_CLAIM_MISMATCH);
}

/* What holds is read first, so that no part of a sum that is right is taken for the wrong total of others. */
static void
read_sums (QtrClaimReader *self, gboolean may_be_wrong)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (self->summed[i] || !qtr_claim_can_be_total (self->passage, quantity) ||
        quantity->unit == QTR_CLAIM_PERCENT || qtr_claim_sum_is_rest (self->passage, quantity))
      continue;
    if (read_before (self, quantity, may_be_wrong) || !qtr_claim_can_be_added (quantity, 0))
      continue;
    read_behind (self, quantity, may_be_wrong);
  }
}

static void
read_rests (QtrClaimReader *self)
{
  for (guint i = 0; i < self->passage->quantities->len; i++) {
    const QtrClaimQuantity *quantity = qtr_claim_quantity_get (self->passage, (int) i);

    if (!qtr_claim_can_be_added (quantity, 0) || self->summed[i])
      continue;
    read_of_these (self, quantity);
    if (qtr_claim_sum_is_rest (self->passage, quantity))
      qtr_claim_sum_read_rest (self, quantity);
    else if (quantity->unit == QTR_CLAIM_PERCENT)
      qtr_claim_sum_read_hundred (self, quantity);
  }
}

void
qtr_claim_read_sums (QtrClaimReader *self)
{
  read_sums (self, FALSE);
  read_rests (self);
  read_sums (self, TRUE);
  if (self->passage->lines->len > 2)
    qtr_claim_sum_read_children (self);
}
