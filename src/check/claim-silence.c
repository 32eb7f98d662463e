/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-look.h"
#include "check/claim-silence.h"

#include <stdlib.h>
#include <string.h>

static gboolean
touches (const QtrClaimPassage *passage, int at)
{
  return get (passage, at)->kind != QTR_CLAIM_EDGE && !get (passage, at)->spaced;
}

/* Plain digits and nothing else: what could be a year, a day or a telephone number. */
static gboolean
is_bare (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);

  return item->kind == QTR_CLAIM_NUMBER && number->unit == QTR_CLAIM_COUNT && !item->grouped &&
         *item->suffix == '\0' && number->power == 0 && strchr (item->word, '.') == NULL;
}

static gboolean
is_year (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const char *digits = get (passage, at)->word;

  return is_bare (passage, at, number) && strlen (digits) == 4 &&
         (g_str_has_prefix (digits, "19") || g_str_has_prefix (digits, "20"));
}

/* "24/7", "2019/20", "1:72", "14:00", "12-19 March", "P45/2": joined to another number or name. */
static gboolean
is_joined (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int end = at + number->n_items;
  gboolean before =
      is (passage, at - 1, "/|:|#|-|.|_|@") && touches (passage, at) && touches (passage, at - 1);
  gboolean after = is (passage, end, "/|:|_|-|–") && touches (passage, end) && touches (passage, end + 1) &&
                   get (passage, end + 1)->kind == QTR_CLAIM_NUMBER;

  if (is (passage, at - 1, "#"))
    return TRUE;
  /* "over/under 12" and "Parish/Town" join words, not numbers. */
  return (before && get (passage, at - 2)->kind != QTR_CLAIM_MARK && number->n_items == 1 &&
          number->unit == QTR_CLAIM_COUNT) ||
         after;
}

/* Letters right behind a number that are no unit: "5B", "4th", "7am", "1930s", "1RQ". */
static gboolean
is_named (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const QtrClaimItem *after = get (passage, at + number->n_items);

  return is (passage, at + number->n_items, "am|pm|a.m.|p.m.|a.m|p.m|noon|o'clock|hrs") ||
         (after->kind == QTR_CLAIM_MARK && is (passage, at + number->n_items, "°"));
}

/* "30 June", "June 30", "12, 19 and 26 March", "16 February, Eunice on the 18th" */
static gboolean
is_day (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int end = at + number->n_items;

  if (!is_bare (passage, at, number) || strlen (get (passage, at)->word) > 2 ||
      atoi (get (passage, at)->word) > 31)
    return FALSE;
  /* "By June 18 of the 24 were" */
  if (is (passage, end, "of") && is (passage, end + 1, "the|our|all|these|those|its"))
    return FALSE;
  for (int next = end; next < end + 7; next++) {
    if (get (passage, next)->kind == QTR_CLAIM_WORD &&
        qtr_claim_lexicon_get_month (get (passage, next)->word) > 0)
      return get (passage, next)->capital;
    if (!is (passage, next, ",|and|or|to|-|–|&") && get (passage, next)->kind != QTR_CLAIM_NUMBER)
      break;
  }
  return get (passage, at - 1)->kind == QTR_CLAIM_WORD && get (passage, at - 1)->capital &&
         qtr_claim_lexicon_get_month (get (passage, at - 1)->word) > 0 &&
         !is (passage, at - 2, "in|during|for|of|and|while|throughout") &&
         !has (passage, end, QTR_CLAIM_DEGREE) && !qtr_claim_lexicon_is_plural (get (passage, end)->word);
}

/* "at 9.30" */
static gboolean
is_time (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const char *digits = get (passage, at)->word;
  const char *point = strchr (digits, '.');

  return number->unit == QTR_CLAIM_COUNT && point != NULL && strlen (point + 1) == 2 && point - digits <= 2 &&
         atoi (digits) < 24 && point[1] < '6' && is (passage, at - 1, "at|by|until|till|from|before|after") &&
         *get (passage, at)->suffix == '\0' && number->measure == NULL &&
         get (passage, at + 1)->kind != QTR_CLAIM_WORD;
}

static gboolean
is_emergency_number (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);

  return item->kind == QTR_CLAIM_NUMBER && !item->grouped &&
         (g_str_equal (item->word, "999") || g_str_equal (item->word, "101"));
}

/* "0300 123 4567": what follows a zero is a telephone number to its end. */
static gboolean
follows_zero (const QtrClaimPassage *passage, int at)
{
  while (get (passage, at)->kind == QTR_CLAIM_NUMBER && get (passage, at)->word[0] != '0')
    at--;
  return get (passage, at)->kind == QTR_CLAIM_NUMBER && get (passage, at)->word[1] != '\0' &&
         get (passage, at)->word[1] != '.';
}

static gboolean
is_telephone (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const char *digits = get (passage, at)->word;

  if (!is_bare (passage, at, number))
    return FALSE;
  if (follows_zero (passage, at))
    return TRUE;
  if (g_str_equal (digits, "111") || g_str_equal (digits, "112") || g_str_equal (digits, "105"))
    return is (passage, at - 1, "nhs|dial|call|calling|ring|the") &&
           !qtr_claim_lexicon_is_plural (get (passage, at + 1)->word);
  if (!is_emergency_number (passage, at))
    return FALSE;
  if ((is (passage, at - 1, "and|or|/|,") && is_emergency_number (passage, at - 2)) ||
      (is (passage, at + 1, "and|or|/|,") &&
       (is_emergency_number (passage, at + 2) || get (passage, at + 2)->word[0] == '0')))
    return TRUE;
  return is (passage, at - 1,
             "(|via|dial|call|calling|ring|the|through|using|non-emergency|emergency|abandoned|our") ||
         is (passage, at + 1,
             "call|calls|service|line|lines|demand|number|numbers|response|non-emergency|emergency|system|team|"
             "operators|operator|caller|callers|-|performance|answering|queue|contact|contacts|abandonment") ||
         get (passage, at)->sentence != get (passage, at - 1)->sentence;
}

/* Telephone numbers that follow a preposition: "dial 999", "via 101", "text to 18000". */
static gboolean
is_dialled (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  if (!is_bare (passage, at, number))
    return FALSE;
  for (int before = at - 1; before >= at - 4; before--)
    if (is (passage, before, "dial|dialling|ring|ringing|tel|via|calling|freephone") ||
        (is (passage, before, "text|texting|phone|telephone|helpline") &&
         strlen (get (passage, at)->word) > 4))
      return get (passage, at + 1)->kind != QTR_CLAIM_WORD || has (passage, at + 1, QTR_CLAIM_FUNCTION);
  return (is (passage, at - 1, "to|on") && strlen (get (passage, at)->word) == 3 &&
          (g_str_equal (get (passage, at)->word, "999") || g_str_equal (get (passage, at)->word, "101")) &&
          !has (passage, at + 1, QTR_CLAIM_MOVES) && !has (passage, at - 2, QTR_CLAIM_MOVES) &&
          !is (passage, at + 1, "from"));
}

/* "section 5", "Unit 12", "junctions 3 and 5", "appendices 2 to 6", "number 14" */
static gboolean
is_reference (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int name = at - 1;

  if (number->unit != QTR_CLAIM_COUNT || get (passage, at)->grouped)
    return FALSE;
  while (is (passage, name, "and|to|,|or|-|–|&") && get (passage, name - 1)->kind == QTR_CLAIM_NUMBER)
    name -= 2;
  /* "Through our page 128 people applied": what has an article has its name already. */
  if (!get (passage, name)->capital && has (passage, at + number->n_items, QTR_CLAIM_PERSON) &&
      (has (passage, name - 1, QTR_CLAIM_SKIPPED) || has (passage, name - 2, QTR_CLAIM_SKIPPED)))
    return FALSE;
  if (is (passage, name, "number|house"))
    return is (passage, name - 1, "at|house|the|bus|by");
  if (!has (passage, name, QTR_CLAIM_REFERENCE) || get (passage, name)->line != get (passage, at)->line)
    return FALSE;
  /* "The service 12 of them use" is rare; "this year 12 were" is not: what is a name is close to it. */
  if (is (passage, name,
          "year|years|day|week|month|service|group|team|area|region|order|record|project|"
          "operation|plan|covid|q|b|goal|target|house|line|agenda|core|exercise|channel|no|"
          "round|wing|house|question|model|mark|issue|volume|step|key|objective|door|gate|extension|class|figure|flat"))
    return get (passage, name)->capital ||
           is (passage, name - 1, "in|on|of|by|and|to|key|than|every|at|from|near|behind") ||
           is (passage, name, "no|covid|round|class");
  return TRUE;
}

/* A proper name with a number: "Operation X 12", "Unit 4", "SE5": capital, and no noun after it that is
 * counted. */
static gboolean
is_act (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  return is_bare (passage, at, number) && is (passage, at - 1, "act|acts") &&
         strlen (get (passage, at)->word) == 4;
}

/* "members under 18": a name in the plural, and none behind the number. */
static gboolean
is_named_by_age (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const QtrClaimItem *before = get (passage, at - 2);
  const QtrClaimItem *after = get (passage, at + number->n_items);

  return number->n_items == 1 && strlen (get (passage, at)->word) == 2 && before->kind == QTR_CLAIM_WORD &&
         qtr_claim_lexicon_is_plural (before->word) &&
         !(before->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_MOVES | QTR_CLAIM_BE)) &&
         (after->kind != QTR_CLAIM_WORD || !qtr_claim_lexicon_is_plural (after->word)) &&
         !(after->senses & (QTR_CLAIM_MEASURED | QTR_CLAIM_DEGREE));
}

/* "aged 16 to 24", "people over 65", "18 to 25 year olds", "are under twenty-five", "a boy, 7" */
static gboolean
is_age (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int end = at + number->n_items;
  int before = at - 1;

  if (number->unit != QTR_CLAIM_COUNT || number->power > 0)
    return FALSE;
  if (is (passage, end, "year|years|-year|year-old|years-old") && is (passage, end + 1, "old|olds|of") &&
      (is (passage, end + 1, "old|olds") || is (passage, end + 2, "age")))
    return TRUE;
  if (is (passage, end, "-") && is (passage, end + 1, "year-old|year-olds|year|years-old"))
    return is (passage, end + 1, "year-old|year-olds|years-old");
  if (is (passage, before, "to|and|or|between|-|–") && get (passage, before - 1)->kind == QTR_CLAIM_NUMBER)
    before -= 2;
  if (is (passage, before, "between|from|over|under|about|to"))
    before--;
  if (is (passage, before, "aged|age|ages") ||
      (is (passage, at - 1, "of") && is (passage, at - 2, "age|ages")))
    return TRUE;
  if (is (passage, at - 1, "over|under") && is_named_by_age (passage, at, number))
    return TRUE;
  if (!is (passage, at - 1, "over|under") || (get (passage, end)->kind == QTR_CLAIM_WORD &&
                                              !has (passage, end, QTR_CLAIM_FUNCTION | QTR_CLAIM_DEGREE)))
    return FALSE;
  return has (passage, at - 2, QTR_CLAIM_PERSON) || is_named_by_age (passage, at, number) ||
         (is (passage, at - 2, "is|are|was|were|be|those") && get (passage, at)->kind == QTR_CLAIM_WORD);
}

/* "a year ago", "two years previously", "twelve months earlier", "over 13 weeks", "the last six months" */
static gboolean
is_span (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int end = at + number->n_items;

  if (number->unit != QTR_CLAIM_COUNT || !has (passage, end, QTR_CLAIM_TIME | QTR_CLAIM_MEASURED) ||
      !is (
          passage, end,
          "minutes|minute|hours|hour|days|day|weeks|week|months|month|quarters|years|year|fortnights|decades|winters|summers|seasons"))
    return FALSE;
  return (has (passage, end + 1, QTR_CLAIM_BEFORE) && !is (passage, at - 1, "than") &&
          !is (passage, at - 2, "than")) ||
         is (passage, end + 1, "later|running|since") ||
         is (passage, at - 1, "last|past|next|previous|preceding|first|final|following") ||
         (is (passage, at - 1, "every") && !is (passage, at - 2, "one"));
}

/* The pronoun: "this one", "one of", "the last one", "no one"; "one in, one out". */
static gboolean
is_pronoun (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  if (!is (passage, at, "one") || number->n_items > 1)
    return FALSE;
  /* In a list it counts: "four were upheld and one was dismissed". */
  if (is (passage, at - 1, "and|,|;|:|(|–|or|another") && !is (passage, at + 1, "another|or") &&
      (!is (passage, at + 1, "in") || is_word (passage, at + 2)))
    return FALSE;
  if (get (passage, at - 1)->kind == QTR_CLAIM_WORD && get (passage, at + 1)->kind != QTR_CLAIM_WORD)
    return TRUE;
  return is (passage, at - 1,
             "this|that|the|last|previous|no|any|each|every|which|old|new|another|only|some|than|with|by|for|as") ||
         is (passage, at + 1, "of|another|or|in|out|who|that|which|day|thing|such|for|has|is|was");
}

/* The hyphen makes an adjective of it: "a 13-week season", "30-minute doors", "the 11-point plan". */
static gboolean
is_adjective (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  int end = at + number->n_items;

  return number->unit == QTR_CLAIM_COUNT && is (passage, end, "-") && touches (passage, end) &&
         touches (passage, end + 1) && get (passage, end + 1)->kind == QTR_CLAIM_WORD;
}

/* "GPs", "HGVs" */
static gboolean
is_acronym (const QtrClaimPassage *passage, int at)
{
  const QtrClaimItem *item = get (passage, at);
  g_autofree char *text = qtr_claim_passage_get_text (passage, item->line, item->start, item->end);

  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Words that begin or stand beside a name: "Seven Dials", "Three Bridges", "Ten Acre Lane". */
static gboolean
is_place_name (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);

  return number->words && number->unit == QTR_CLAIM_COUNT && number->n_items == 1 && item->capital &&
         get (passage, at + 1)->capital && get (passage, at + 1)->kind == QTR_CLAIM_WORD &&
         !(get (passage, at - 1)->sentence != item->sentence && is_acronym (passage, at + 1)) &&
         !qtr_claim_item_is (item, "a") && get (passage, at - 1)->kind != QTR_CLAIM_EDGE;
}

static gboolean (*const recognisers[]) (const QtrClaimPassage *passage, int at,
                                        const QtrClaimNumber *number) = {
  is_year,      is_joined, is_named, is_day,  is_time,    is_telephone, is_dialled,
  is_reference, is_act,    is_age,   is_span, is_pronoun, is_adjective, is_place_name,
};

gboolean
qtr_claim_number_is_silent (const QtrClaimPassage *passage, int at, const QtrClaimNumber *number)
{
  for (guint i = 0; i < G_N_ELEMENTS (recognisers); i++)
    if (recognisers[i](passage, at, number))
      return TRUE;

  return FALSE;
}
