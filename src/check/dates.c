/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/dates.h"

#include <glib/gi18n-lib.h>

#include "check/date-mention.h"
#include "check/pattern.h"
#include "model/update.h"

/* Up to some words that begin no other clause, and tell nothing that was done: "will [be opened with the
 * others] in". */
#define LINK \
  "(?: (?:(?:be|being|been) \\p{L}+|(?!which\\b|who\\b|whose\\b|that\\b|since\\b|following\\b|after\\b|from\\b|" \
  "than\\b|as\\b|was\\b|were\\b|had\\b|for\\b(?! (?:the|early|late|mid))|began\\b|begun\\b|\\p{L}{2,}ed\\b)" \
  "[\\p{L}\\d’'&/-]+)){0,8}?"
#define THEN \
  " (?:(?:in|on|for|by|during|before)(?: the)?(?: (?:end|spring|summer|autumn|winter|start|middle) of)? )?$"
#define PLANNED \
  "(?:(?:is|are|remains?|currently) (?:\\p{L}+ )?(?:planned|scheduled|due|expected|anticipated|booked|to be|" \
  "to (?:begin|start|commence|launch|open|take place|go live))|(?<!it )will(?! (?:have|of|power))|" \
  "(?:plans?|intends?|aims?|hopes?) to|(?:are|is) planning to)"

/* What stands before a date if that is when something is to happen. */
static QtrPattern planned_before = { "\\b" PLANNED "\\b" LINK "(?:" THEN ")", NULL };
/* And what stands around one that its sentence begins with. */
static QtrPattern opens_sentence = { "^(?:In|On|By|During) (?:the (?:end|start|middle) of )?$", NULL };
static QtrPattern planned_after = {
  "^,?(?: (?:the|a|an|all|we|our|this|these|another|its|\\p{Lu}[\\p{L}’'-]*|\\p{L}+s?)){1,6}? (?:will(?! (?:have|of))|(?:is|are) "
  "(?:planned|scheduled|due|expected) to)\\b",
  NULL
};
/* What was told of as done. */
static QtrPattern done_before = {
  "\\b(?:was|were|took place|saw|has been|have been)"
  "(?: (?!planned\\b|scheduled\\b|due\\b|set\\b|postponed\\b|moved\\b|deferred\\b|rescheduled\\b|extended\\b|to\\b|"
  "for\\b|with\\b|until\\b|that\\b|which\\b|will\\b|ready\\b|ahead\\b|by\\b|expected\\b|agreed\\b|booked\\b|listed\\b|"
  "fixed\\b|arranged\\b|not\\b|before\\b)[\\p{L}\\d’'-]+){0,5}? (?:in|on|during) $",
  NULL
};
static QtrPattern done_after = {
  "^,? (?:\\p{L}+ ){0,4}(?:was|were|took place|saw|arrested|seized|attended|opened|launched|held)\\b", NULL
};

/* Which months are over for a report. */
typedef struct {
  QtrPeriod quarter;
  /* The last month that it has data of, and the last one that it could know of. */
  int data_to;
  int known_to;
} Reach;

static int
parse_month (const char *text)
{
  QtrPeriod month = QTR_PERIOD_UNSET;

  return text != NULL && qtr_period_parse (text, 1, &month, NULL) && month.unit == QTR_PERIOD_MONTH
             ? month.start
             : -1;
}

static Reach
find_reach (const QtrInputs *inputs)
{
  int end = inputs->quarter.start + (int) inputs->quarter.unit - 1;
  int data_to = parse_month (inputs->front->data_to);
  int produced = parse_month (inputs->front->produced);

  return (Reach) { inputs->quarter, data_to < 0 ? end : MIN (end, data_to), MAX (end, produced) };
}

/* A month without a year is only known to be over if the quarter itself has it: any other may come again. */
static gboolean
is_over (const QtrDateMention *mention, const Reach *reach)
{
  if (mention->has_year)
    return mention->last <= reach->data_to;
  for (int month = reach->quarter.start; month <= reach->data_to; month++)
    if (month % 12 == mention->first && mention->last == mention->first)
      return TRUE;

  return FALSE;
}

static gboolean
is_beyond (const QtrDateMention *mention, const Reach *reach)
{
  return mention->has_year && mention->first > reach->known_to;
}

/* The sentence before and after a mention. */
typedef struct {
  char *before;
  char *after;
} Around;

static void
around_clear (Around *self)
{
  g_free (self->before);
  g_free (self->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, around_clear)

static Around
look_around (const char *text, GArray *sentences, QtrSpan words)
{
  for (guint i = 0; i < sentences->len; i++) {
    QtrSpan sentence = g_array_index (sentences, QtrSpan, i);

    if (words.start >= sentence.start && words.end <= sentence.end)
      return (Around) { g_utf8_substring (text, sentence.start, words.start),
                        g_utf8_substring (text, words.end, sentence.end) };
  }

  return (Around) { g_strdup (""), g_strdup ("") };
}

static void
check_mention (const char *text, GArray *sentences, const QtrDateMention *mention, const Reach *reach,
               GArray *remarks)
{
  g_auto (Around) around = look_around (text, sentences, mention->words);
  g_autofree char *words = g_utf8_substring (text, mention->words.start, mention->words.end);
  gboolean opens = qtr_pattern_matches (&opens_sentence, around.before);

  if (is_over (mention, reach) && (qtr_pattern_matches (&planned_before, around.before) ||
                                   (opens && qtr_pattern_matches (&planned_after, around.after))))
    /* Translators: %s is a time, such as “November 2019”. */
    qtr_remark_add_words (remarks, text, mention->words,
                          g_strdup_printf (_ ("This is still told as planned, but %s is over: say what came "
                                              "of it."),
                                           words))
        ->rule = "past-plan";
  else if (is_beyond (mention, reach) && (qtr_pattern_matches (&done_before, around.before) ||
                                          (opens && qtr_pattern_matches (&done_after, around.after))))
    /* Translators: %s is a time, such as “November 2020”. */
    qtr_remark_add_words (remarks, text, mention->words,
                          g_strdup_printf (_ ("This is told as done, but %s comes after this update: see "
                                              "whether the date is right."),
                                           words))
        ->rule = "date-out-of-reach";
}

void
qtr_check_dates (const QtrInputs *inputs, GArray *remarks)
{
  const char *text = ((const QtrBullet *) inputs->record)->text;
  Reach reach = find_reach (inputs);
  g_autoptr (GArray) mentions = qtr_date_mentions_find (text);
  g_autoptr (GArray) sentences = mentions->len == 0 ? NULL : qtr_sentences_split (text);

  for (guint i = 0; i < mentions->len; i++)
    check_mention (text, sentences, &g_array_index (mentions, QtrDateMention, i), &reach, remarks);
}

/* --- Days that there are not --- */

/* Without a year, February may have 29 days. */
static int
count_days (const QtrDateMention *mention)
{
  int year = mention->has_year ? mention->first / 12 : 2000;

  return g_date_get_days_in_month ((GDateMonth) (mention->first % 12 + 1), (GDateYear) year);
}

static char *
judge_day (const QtrDateMention *mention, const char *words)
{
  g_autoptr (GDate) date = NULL;
  char day[32];

  if (mention->day > count_days (mention))
    /* Translators: %s is a date, such as “31 November”. */
    return g_strdup_printf (_ ("There is no %s."), words);
  if (mention->weekday == 0 || !mention->has_year)
    return NULL;

  date = g_date_new_dmy ((GDateDay) mention->day, (GDateMonth) (mention->first % 12 + 1),
                         (GDateYear) (mention->first / 12));
  if ((int) g_date_get_weekday (date) == mention->weekday)
    return NULL;
  g_date_strftime (day, sizeof day, "%A", date);
  /* Translators: a date with its weekday, and the weekday that it was. */
  return g_strdup_printf (_ ("“%1$s” does not go together: that day is a %2$s."), words, day);
}

void
qtr_check_impossible_date (const QtrInputs *inputs, GArray *remarks)
{
  const char *text = ((const QtrBullet *) inputs->record)->text;
  g_autoptr (GArray) mentions = qtr_date_mentions_find (text);

  for (guint i = 0; i < mentions->len; i++) {
    const QtrDateMention *mention = &g_array_index (mentions, QtrDateMention, i);
    g_autofree char *words = g_utf8_substring (text, mention->words.start, mention->words.end);
    g_autofree char *message = mention->day > 0 ? judge_day (mention, words) : NULL;

    if (message != NULL)
      qtr_remark_add_words (remarks, text, mention->words, g_steal_pointer (&message));
  }
}
