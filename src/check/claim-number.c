/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-look.h"
#include "check/claim-number.h"

#include <string.h>

#include "base/figure.h"

/* --- Multipliers --- */

static const struct {
  const char *words;
  int power;
} MULTIPLIERS[] = {
  { "hundred", 2 },
  { "thousand|k", 3 },
  { "million|mn", 6 },
  { "billion|bn", 9 },
};

/* The power of ten that a word multiplies by; 0 if it does not. */
static int
get_power (const char *word)
{
  const QtrClaimItem item = { .kind = QTR_CLAIM_WORD, .word = word };

  for (guint i = 0; i < G_N_ELEMENTS (MULTIPLIERS); i++)
    if (qtr_claim_item_is (&item, MULTIPLIERS[i].words))
      return MULTIPLIERS[i].power;

  return 0;
}

static QtrRational
multiply_by_power (QtrRational number, int power)
{
  gint64 factor = 1;

  for (; power > 0; power--)
    factor *= 10;
  return qtr_rational_multiply (number, qtr_rational_new (factor, 1));
}

/* --- Words --- */

static gint64
get_cardinal (const QtrClaimItem *item)
{
  return item->kind == QTR_CLAIM_WORD ? qtr_figure_word_to_number (item->word) : -1;
}

/* "a hundred", "a dozen", "a thousand and forty" */
static gboolean
begins_with_article (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "a") && is (passage, at + 1, "hundred|thousand|million|billion|dozen");
}

/* "the hundred planned" */
static gboolean
is_bare_hundred (const QtrClaimPassage *passage, int at)
{
  return is (passage, at, "hundred|thousand|million|billion") && is (passage, at - 1, "the|per|every");
}

/* Whether an "and" here goes on with the number: "two hundred and six". */
static gboolean
goes_on_with_and (const QtrClaimPassage *passage, int at, int begin)
{
  return at > begin && is (passage, at, "and") && is (passage, at - 1, "hundred|thousand") &&
         get_cardinal (get (passage, at + 1)) > 0 && get_cardinal (get (passage, at + 1)) < 100;
}

typedef struct {
  gint64 total;
  gint64 current;
  gboolean open;
  int precision;
} Words;

/* Takes one word of a number; says whether it belongs to it. */
static gboolean
add_word (Words *words, const QtrClaimItem *item)
{
  gint64 cardinal = get_cardinal (item);

  if (cardinal >= 0) {
    if (!words->open || (words->current % 100 != 0 && words->current != 0))
      return FALSE;
    words->current += cardinal;
    words->open = words->current == 0 || words->current % 100 == 0;
    words->precision = 0;
    return TRUE;
  }
  if (qtr_claim_item_is (item, "dozen")) {
    words->current = MAX (words->current, 1) * 12;
    words->open = FALSE;
    return TRUE;
  }
  if (qtr_claim_item_is (item, "hundred")) {
    words->current = MAX (words->current, 1) * 100;
    words->open = TRUE;
    return words->current < 10000;
  }
  if (qtr_claim_item_is (item, "thousand|million|billion")) {
    gint64 factor = qtr_claim_item_is (item, "thousand")  ? 1000
                    : qtr_claim_item_is (item, "million") ? 1000000
                                                          : 1000000000;

    words->total += MAX (words->current, 1) * factor;
    words->precision = factor == 1000 ? 3 : factor == 1000000 ? 6 : 9;
    words->current = 0;
    words->open = TRUE;
    return words->total < G_GINT64_CONSTANT (1000000000000);
  }

  return FALSE;
}

/* "half a million", "half a dozen", "a quarter of a million" */
static gboolean
read_part_of_many (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  int article = is (passage, at, "half") ? at + 1
                : is (passage, at, "a") && is (passage, at + 1, "quarter") && is (passage, at + 2, "of")
                    ? at + 3
                    : -1;
  gint64 factor;

  if (article < 0 || !is (passage, article, "a") ||
      !is (passage, article + 1, "dozen|hundred|thousand|million|billion"))
    return FALSE;
  factor = is (passage, article + 1, "dozen")      ? 12
           : is (passage, article + 1, "hundred")  ? 100
           : is (passage, article + 1, "thousand") ? 1000
           : is (passage, article + 1, "million")  ? 1000000
                                                   : 1000000000;
  number->value = qtr_rational_new (factor, article == at + 1 ? 2 : 4);
  number->precision = factor >= 1000000 ? 5 : factor >= 1000 ? 2 : 0;
  number->words = TRUE;
  number->n_core = number->n_items = article + 2 - at;
  return TRUE;
}

/* "two and a half" */
static void
add_half (const QtrClaimPassage *passage, int end, QtrClaimNumber *number)
{
  if (!is (passage, end, "and") || !is (passage, end + 1, "a") || !is (passage, end + 2, "half"))
    return;
  number->value = qtr_rational_add (number->value, qtr_rational_new (1, 2));
  number->precision = -1;
  number->n_core = number->n_items += 3;
}

static gboolean
read_words (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  Words words = { .open = TRUE };
  int end = at;

  if (get_cardinal (get (passage, at)) < 0 && !begins_with_article (passage, at) &&
      !is (passage, at, "dozen") && !is_bare_hundred (passage, at))
    return FALSE;
  for (end += begins_with_article (passage, at); get (passage, end)->line == get (passage, at)->line; end++)
    if (!goes_on_with_and (passage, end, at) && !add_word (&words, get (passage, end)))
      break;
  number->value = qtr_rational_new (words.total + words.current, 1);
  number->precision = words.precision;
  number->words = TRUE;
  number->n_core = number->n_items = end - at;
  add_half (passage, end, number);
  return end > at;
}

/* --- Fractions and multiples --- */

static const struct {
  const char *words;
  int part;
} PARTS[] = {
  { "half|halves", 2 },   { "third|thirds", 3 },      { "quarter|quarters", 4 },      { "fifth|fifths", 5 },
  { "sixth|sixths", 6 },  { "seventh|sevenths", 7 },  { "eighth|eighths", 8 },        { "ninth|ninths", 9 },
  { "tenth|tenths", 10 }, { "twelfth|twelfths", 12 }, { "twentieth|twentieths", 20 },
};

static int
get_part (const char *word)
{
  const QtrClaimItem item = { .kind = QTR_CLAIM_WORD, .word = word };

  for (guint i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (qtr_claim_item_is (&item, PARTS[i].words))
      return PARTS[i].part;

  return 0;
}

static gboolean
set_ratio (QtrClaimNumber *number, gint64 above, gint64 below, int n_items)
{
  number->value = qtr_rational_new (above, below);
  number->unit = QTR_CLAIM_FRACTION;
  number->words = TRUE;
  number->n_core = number->n_items = n_items;
  return TRUE;
}

/* "a third as many as", "a quarter of what it was", "two-thirds the size": of what it is compared with. */
static gboolean
compares_part (const QtrClaimPassage *passage, int at)
{
  if (is (passage, at, "as"))
    return is (passage, at + 1, "many|much|big|large|long|high|often|likely|great|few|heavy|expensive");
  at += is (passage, at, "of") != 0;
  if (is (passage, at, "what|that"))
    return is (passage, at - 1, "of") || !is (passage, at, "that");
  return is (passage, at, "the|its|their|last") &&
         is (passage, at + 1,
             "size|number|level|amount|volume|length|cost|price|rate|figure|total|previous|former") &&
         !is (passage, at + 2, "were|was|are|is|had|have");
}

/* "a third campaign" is one after two others, and "two quarters" are half a year. */
static gboolean
is_ordinal (const QtrClaimPassage *passage, int part, gint64 above, int below)
{
  const QtrClaimItem *after = get (passage, part + 1);

  if (below == 4 && (above == 2 || is (passage, part - 2, "last|past|next|previous|first|over|for")))
    return TRUE;
  return above == 1 && below != 4 && below != 2 && after->kind == QTR_CLAIM_WORD &&
         (after->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_MOVES)) == 0;
}

/* "two-thirds", "two thirds", "a quarter", "one tenth" */
static gboolean
read_parts (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);
  const char *hyphen = item->kind == QTR_CLAIM_WORD ? strchr (item->word, '-') : NULL;
  gint64 above = is (passage, at, "a") ? 1 : get_cardinal (item);
  int below = get (passage, at + 1)->kind == QTR_CLAIM_WORD ? get_part (get (passage, at + 1)->word) : 0;

  if (hyphen != NULL && get_part (hyphen + 1) > 0) {
    g_autofree char *first = g_strndup (item->word, (gsize) (hyphen - item->word));

    above = qtr_figure_word_to_number (first);
    below = get_part (hyphen + 1);
    if (above <= 0 || above >= below)
      return FALSE;
    set_ratio (number, above, below, 1);
  } else if (above <= 0 || below == 0 || above >= below || is_ordinal (passage, at + 1, above, below))
    return FALSE;
  else
    set_ratio (number, above, below, 2);
  if (compares_part (passage, at + number->n_items))
    number->unit = QTR_CLAIM_TIMES;
  return TRUE;
}

/* "half", where it is not the half of something named: "half a mile", "half past", "the first half" */
static gboolean
read_half (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *after = get (passage, at + 1);

  if (!is (passage, at, "half") ||
      is (passage, at - 1,
          "first|second|this|last|that|latter|other|former|each|next|same|previous|the|every|top|bottom|better|and"))
    return FALSE;
  if (is (passage, at + 1, "as") && is (passage, at + 2, "many|much|big|large|long|high")) {
    if (!is (passage, at + 3, "again"))
      return set_ratio (number, 1, 2, 1) && (number->unit = QTR_CLAIM_TIMES, TRUE);
    set_ratio (number, 3, 2, 4);
    number->unit = QTR_CLAIM_TIMES;
    return TRUE;
  }
  if (qtr_claim_item_is (after, "what|that")) {
    set_ratio (number, 1, 2, 1);
    number->unit = QTR_CLAIM_TIMES;
    return TRUE;
  }
  if (qtr_claim_item_is (after, "a|an|past|term|time|day|hour|year|price|way|board|marathon|or|hourly") ||
      (qtr_claim_item_is (after, "and") && is (passage, at + 2, "half")))
    return FALSE;
  return set_ratio (number, 1, 2, 1);
}

/* A small whole number, in digits or in words. */
static gint64
get_small (const QtrClaimItem *item)
{
  if (item->kind == QTR_CLAIM_NUMBER && *item->suffix == '\0' && !item->grouped &&
      strchr (item->word, '.') == NULL && strlen (item->word) < 5)
    return g_ascii_strtoll (item->word, NULL, 10);
  return get_cardinal (item);
}

/* "one in five", "9 out of 10", "three calls in four" */
static gboolean
read_one_in (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  gint64 above = get_small (get (passage, at));
  int in = at + 1;
  gint64 below;

  if (above <= 0 || above > 99)
    return FALSE;
  if (!is (passage, in, "in|out") && get (passage, in)->kind == QTR_CLAIM_WORD && above < 10 &&
      qtr_claim_lexicon_is_plural (get (passage, in)->word))
    in++;
  if (is (passage, in, "out") && is (passage, in + 1, "of") && in == at + 1) {
    below = get_small (get (passage, in + 2));
    /* "9 out of 10" is a way of speaking; "64 out of 81" counts. */
    return above < below && (below == 10 || (below <= 5 && get (passage, at)->kind == QTR_CLAIM_WORD)) &&
           set_ratio (number, above, below, 4);
  }
  if (!is (passage, in, "in") || is (passage, in + 1, "all|total"))
    return FALSE;
  below = get_small (get (passage, in + 1));
  if (below <= above || (below > 20 && below != 100 && below != 1000 && below % 10 != 0) || below > 1000)
    return FALSE;
  /* "one in 2019" and "two in 14 days" are none. */
  if (get (passage, in + 2)->senses & (QTR_CLAIM_MEASURED | QTR_CLAIM_MONTH) || above > 9)
    return FALSE;
  return set_ratio (number, above, below, in + 2 - at);
}

static const struct {
  const char *words;
  gint64 above;
  gint64 below;
  gboolean verb;
} MULTIPLES[] = {
  { "doubled|doubling", 2, 1, TRUE },
  { "trebled|tripled|trebling|tripling", 3, 1, TRUE },
  { "quadrupled|quadrupling", 4, 1, TRUE },
  { "quintupled|quintupling", 5, 1, TRUE },
  { "halved|halving|halve", 1, 2, TRUE },
  { "double|doubles", 2, 1, FALSE },
  { "treble|triple", 3, 1, FALSE },
  { "quadruple", 4, 1, FALSE },
  { "twice", 2, 1, FALSE },
  { "thrice", 3, 1, FALSE },
  { "twofold|two-fold", 2, 1, FALSE },
  { "threefold|three-fold", 3, 1, FALSE },
  { "fourfold|four-fold", 4, 1, FALSE },
  { "fivefold|five-fold", 5, 1, FALSE },
  { "sixfold|six-fold", 6, 1, FALSE },
  { "eightfold|eight-fold", 8, 1, FALSE },
  { "tenfold|ten-fold", 10, 1, FALSE },
};

/* What follows a multiple that compares: "twice as many", "four times the", "double what". */
static gboolean
compares (const QtrClaimPassage *passage, int at)
{
  return is (passage, at,
             "as|the|that|those|its|their|our|what|last|higher|larger|more|greater|bigger|longer|this") ||
         get (passage, at)->kind == QTR_CLAIM_NUMBER || is (passage, at, "£");
}

/* "see it more than double, from 54 to 113": the verb, with what it became said elsewhere. */
static gboolean
is_verb_of_change (const QtrClaimPassage *passage, int at)
{
  return (is (passage, at - 1, "to|almost|nearly|would|will|did") ||
          (is (passage, at - 1, "than") && is (passage, at - 2, "more"))) &&
         is (passage, at + 1, ",|;|.|(|–|from|to|in|on|since|between|over|during");
}

static gboolean
set_multiple (QtrClaimNumber *number, gint64 above, gint64 below, int n_items, gboolean verb)
{
  set_ratio (number, above, below, n_items);
  number->unit = QTR_CLAIM_TIMES;
  number->verb = verb;
  return TRUE;
}

static gboolean
is_decimal_multiple (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);
  QtrDecimal decimal;
  QtrRational value;

  if (item->kind != QTR_CLAIM_NUMBER || strchr (item->word, '.') == NULL || *item->suffix != '\0' ||
      !is (passage, at + 1, "times") || !compares (passage, at + 2) ||
      !qtr_decimal_parse (item->word, &decimal, NULL))
    return FALSE;
  value = qtr_rational_from_decimal (decimal);
  return value.numerator > 0 && value.numerator < 10000 &&
         set_multiple (number, (gint64) value.numerator, (gint64) value.denominator, 2, FALSE);
}

static gboolean
read_multiple (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);
  gint64 times = get_small (item);

  for (guint i = 0; i < G_N_ELEMENTS (MULTIPLES); i++) {
    if (!qtr_claim_item_is (item, MULTIPLES[i].words))
      continue;
    if (!MULTIPLES[i].verb && !compares (passage, at + 1) && strstr (item->word, "fold") == NULL &&
        !is_verb_of_change (passage, at))
      return FALSE;
    /* "doubled up", "doubling as": nothing grew. */
    if (is (passage, at + 1, "up|down|as|back"))
      return !MULTIPLES[i].verb && is (passage, at + 1, "as") &&
             set_multiple (number, MULTIPLES[i].above, MULTIPLES[i].below, 1, FALSE);
    return set_multiple (number, MULTIPLES[i].above, MULTIPLES[i].below, 1, MULTIPLES[i].verb);
  }
  /* "one and a half times", "2.5 times" */
  if (times > 0 && times < 100 && is (passage, at + 1, "and") && is (passage, at + 2, "a") &&
      is (passage, at + 3, "half") && is (passage, at + 4, "times") && compares (passage, at + 5))
    return set_multiple (number, 2 * times + 1, 2, 5, FALSE);
  if (is_decimal_multiple (passage, at, number))
    return TRUE;
  return times > 1 && times < 100 && is (passage, at + 1, "times") && compares (passage, at + 2) &&
         set_multiple (number, times, 1, 2, FALSE);
}

/* --- Digits --- */

/* Letters that are grown onto a number; %FALSE if that makes it a name. */
static gboolean
read_suffix (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const char *suffix = get (passage, at)->suffix;
  gboolean is_money = number->unit == QTR_CLAIM_MONEY;
  g_autofree char *folded = g_ascii_strdown (suffix, -1);
  static const char *const measures[] = { "mph", "km", "kg", "mm",   "cm", "ha", "g",     "mwh", "kwh", "kw",
                                          "hrs", "ft", "t",  "mins", "l",  "ml", "miles", "p",   NULL };

  if (*suffix == '\0')
    return TRUE;
  if (get_power (folded) > 2) {
    number->power = get_power (folded);
    return TRUE;
  }
  if (g_str_equal (folded, "m")) {
    gboolean counts = qtr_claim_lexicon_is_plural (get (passage, at + 1)->word);

    number->power = is_money || counts ? 6 : 0;
    number->measure = number->power == 0 ? "m" : NULL;
    return TRUE;
  }
  if (g_str_equal (folded, "pp") || g_str_equal (folded, "ppt") || g_str_equal (folded, "ppts")) {
    number->unit = QTR_CLAIM_POINTS;
    return TRUE;
  }
  number->measure = g_strv_contains (measures, suffix) ? suffix : NULL;
  return number->measure != NULL;
}

static int
count_decimals (const char *digits)
{
  const char *point = strchr (digits, '.');

  return point == NULL ? 0 : (int) strlen (point + 1);
}

/* "£5.4 m", "5.4 million": the multiplier as a word of its own. */
static int
read_multiplier (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);

  if (item->kind != QTR_CLAIM_WORD || number->power > 0)
    return 0;
  number->power = get_power (item->word);
  if (number->power == 0 && number->unit == QTR_CLAIM_MONEY && qtr_claim_item_is (item, "m"))
    number->power = 6;
  return number->power > 0;
}

static gboolean
read_digits (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  const QtrClaimItem *item = get (passage, at);
  QtrDecimal decimal;

  if (item->kind != QTR_CLAIM_NUMBER || !qtr_decimal_parse (item->word, &decimal, NULL) ||
      !read_suffix (passage, at, number))
    return FALSE;
  number->n_core = 1;
  number->n_core += read_multiplier (passage, at + 1, number);
  number->precision = number->power - count_decimals (item->word);
  number->value = multiply_by_power (qtr_rational_from_decimal (decimal), number->power);
  number->n_items = number->n_core;
  return qtr_rational_is_set (number->value);
}

/* --- Around the number --- */

/* A sign, or a pound sign, that touches the number. */
static int
read_before (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  int from = at;

  if (is (passage, at, "+|−|-|–|±") && !get (passage, at + 1)->spaced &&
      (get (passage, at)->spaced || is (passage, at - 1, "("))) {
    number->sign = is (passage, at, "+") ? 1 : is (passage, at, "±") ? 0 : -1;
    at++;
  }
  if (is (passage, at, "£|€|$") && get (passage, at + 1)->kind == QTR_CLAIM_NUMBER) {
    number->unit = QTR_CLAIM_MONEY;
    at++;
  }
  return at - from;
}

static int
read_unit (const QtrClaimPassage *passage, int at, QtrClaimUnit *unit)
{
  int n = 0;

  if (is (passage, at, "percentage|%-age|percent-age") && is (passage, at + 1, "point|points|pts"))
    n = 2;
  else if (is (passage, at, "%") && is (passage, at + 1, "point|points|pts"))
    n = 2;
  else if (is (passage, at, "pp|ppt|ppts"))
    n = 1;
  if (n > 0) {
    *unit = QTR_CLAIM_POINTS;
    return n;
  }
  n = is (passage, at, "%|percent") ? 1 : is (passage, at, "per") && is (passage, at + 1, "cent") ? 2 : 0;
  if (n > 0)
    *unit = QTR_CLAIM_PERCENT;
  return n;
}

/* "Calls rose (1,204 to 1,311)": where something changed, two numbers are its ends. */
static gboolean
is_about_change (const QtrClaimPassage *passage, int at)
{
  guint sentence = get (passage, at)->sentence;

  for (int near = at - 20; near < at + 20; near++)
    if (get (passage, near)->sentence == sentence && near != at && has (passage, near, QTR_CLAIM_MOVES) &&
        has (passage, near, QTR_CLAIM_DEED | QTR_CLAIM_THING) &&
        !is (passage, near, "up|down|lost|save|saved"))
      return TRUE;
  return FALSE;
}

/* "4-6", "45 to 50", "£4m to £5m", "30-40%": a range of which both ends are said. */
static void
read_range (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  int to = at + number->n_items;
  QtrClaimNumber upper = { .high = QTR_RATIONAL_NONE };
  int before;
  int order = 0;

  if (number->unit == QTR_CLAIM_FRACTION || number->unit == QTR_CLAIM_TIMES || number->sign != 0)
    return;
  if (!is (passage, to, "to|-|–") && !(is (passage, to, "and") && is (passage, at - 1, "between")))
    return;
  if (is (passage, to, "–") && get (passage, to + 1)->spaced)
    return;
  if (is (passage, to, "to") && is (passage, at - 1, "from|the|by"))
    return;
  before = read_before (passage, to + 1, &upper);
  if (!read_digits (passage, to + 1 + before, &upper) && !read_words (passage, to + 1 + before, &upper))
    return;
  if (number->power == 0 && upper.power > 0)
    return;
  if (is (passage, to, "to") && is_about_change (passage, at))
    return;
  /* "2,520 to 2,749 is a rise" */
  if (is (passage, to + 1 + before + upper.n_items, "is|was|represents|means|would") &&
      is (passage, to + 2 + before + upper.n_items, "a|an"))
    return;
  if (!qtr_rational_compare (number->value, upper.value, &order) || order >= 0)
    return;
  number->high = upper.value;
  number->n_items = to + 1 + before + upper.n_items - at;
}

/* "4 minutes 12 seconds", "2 hours and 40 minutes": one length of time, in the smaller unit, which follows.
 */
static void
read_compound (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  static const struct {
    const char *large;
    const char *small;
    gint64 n;
  } pairs[] = { { "hour|hours", "minute|minutes|mins", 60 },
                { "minute|minutes|mins", "second|seconds|secs", 60 },
                { "day|days", "hour|hours", 24 },
                { "week|weeks", "day|days", 7 },
                { "year|years", "month|months", 12 } };
  int unit = at + number->n_items;
  int next = unit + 1 + is (passage, unit + 1, "and");
  QtrClaimNumber rest = { .high = QTR_RATIONAL_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    if (!is (passage, unit, pairs[i].large) || number->unit != QTR_CLAIM_COUNT || number->precision != 0 ||
        qtr_rational_is_set (number->high) ||
        !(read_digits (passage, next, &rest) || read_words (passage, next, &rest)) ||
        !is (passage, next + rest.n_items, pairs[i].small))
      continue;
    number->value = qtr_rational_add (qtr_rational_multiply (number->value, qtr_rational_new (pairs[i].n, 1)),
                                      rest.value);
    number->high = number->value;
    number->n_items = next + rest.n_items - at;
    return;
  }
}

static gboolean
read_number (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  int before;

  *number = (QtrClaimNumber) { .high = QTR_RATIONAL_NONE };
  if (read_part_of_many (passage, at, number) || read_multiple (passage, at, number) ||
      read_one_in (passage, at, number) || read_parts (passage, at, number) ||
      read_half (passage, at, number)) {
    number->core = at;
    return TRUE;
  }
  before = read_before (passage, at, number);
  if (!read_digits (passage, at + before, number) &&
      (before > 0 || !read_words (passage, at + before, number)))
    return FALSE;
  number->core = at + before;
  number->n_items += before;
  read_range (passage, at, number);
  read_compound (passage, at, number);
  if (number->unit == QTR_CLAIM_COUNT)
    number->n_items += read_unit (passage, at + number->n_items, &number->unit);
  return TRUE;
}

gboolean
qtr_claim_number_read (const QtrClaimPassage *passage, int at, QtrClaimNumber *number)
{
  /* No number goes on in the next bullet. */
  return read_number (passage, at, number) &&
         get (passage, at + number->n_items - 1)->line == get (passage, at)->line;
}
