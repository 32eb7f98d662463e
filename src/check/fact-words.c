/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/fact-words.h"

#include <string.h>

#include "check/claim-look.h"
#include "check/claim-role.h"

/* How far the name of what is counted may stand behind its number, and how much of it there is. */
#define NAME_DISTANCE 8
#define LONGEST_NAME 6

/* What is said of anything that is counted, besides what the lexicon knows to be of no account. */
static const char *const NEUTRAL[] = {
  "received",  "receive",    "recorded",   "record",   "reported",  "made",      "make",      "taken",
  "took",      "take",       "given",      "carried",  "conducted", "held",      "number",    "numbers",
  "count",     "counts",     "counted",    "total",    "volume",    "volumes",   "figure",    "figures",
  "level",     "levels",     "reported",   "provided", "processed", "completed", "delivered", "undertaken",
  "seen",      "registered", "due",        "result",   "us",        "new",       "use",       "used",
  "using",     "include",    "includes",   "current",  "retain",    "retains",   "have",      "continue",
  "continues", "continued",  "also",       "many",     "stood",     "numbered",  "per",       "cent",
  "share",     "rate",       "percentage", "people",   "persons",   "out",       NULL
};

/* --- Stems --- */

static gboolean
cut (GString *word, const char *ending, gsize least, const char *instead)
{
  gsize length = strlen (ending);

  if (word->len < length + least || !g_str_has_suffix (word->str, ending))
    return FALSE;
  g_string_truncate (word, word->len - length);
  g_string_append (word, instead);
  return TRUE;
}

char *
qtr_fact_stem (const char *word)
{
  g_autoptr (GString) stem = g_string_new (word);

  (void) (cut (stem, "'s", 2, "") || cut (stem, "s'", 2, "s"));
  if (!cut (stem, "ies", 2, "y") && !cut (stem, "sses", 2, "ss") && !cut (stem, "ches", 2, "ch") &&
      !g_str_has_suffix (stem->str, "ss") && !g_str_has_suffix (stem->str, "us"))
    cut (stem, "s", 3, "");
  (void) (cut (stem, "ing", 4, "") || cut (stem, "ed", 3, ""));
  cut (stem, "e", 3, "");
  return g_strdup (stem->str);
}

static gboolean
is_neutral (const char *word)
{
  static GHashTable *neutral = NULL;

  if (g_once_init_enter_pointer (&neutral)) {
    GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; NEUTRAL[i] != NULL; i++)
      g_hash_table_add (made, (gpointer) NEUTRAL[i]);
    g_once_init_leave_pointer (&neutral, made);
  }
  return g_hash_table_contains (neutral, word);
}

static gboolean
says_something (const QtrClaimItem *item)
{
  return item->kind == QTR_CLAIM_WORD &&
         (item->senses & (QTR_CLAIM_FUNCTION | QTR_CLAIM_SKIPPED | QTR_CLAIM_TIME | QTR_CLAIM_MONTH |
                          QTR_CLAIM_MOVES | QTR_CLAIM_BE | QTR_CLAIM_THOSE | QTR_CLAIM_TOTAL | QTR_CLAIM_NOW |
                          QTR_CLAIM_BEFORE | QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST)) == 0 &&
         strlen (item->word) > 1 && !is_neutral (item->word);
}

/* "in Harlow": a place, known to the plan or not. What is said of it is not said of everywhere. */
static gboolean
is_place (const QtrClaimPassage *passage, int at)
{
  int first = at;

  if (!get (passage, at)->capital)
    return FALSE;
  while (get (passage, first)->kind == QTR_CLAIM_WORD && get (passage, first)->capital &&
         first > at - NAME_DISTANCE)
    first--;
  return first < at && is (passage, first, "in|at|across|within|around|throughout|near|for") &&
         get (passage, first)->sentence == get (passage, at)->sentence;
}

static void
add_stem (GPtrArray *words, const char *word, gboolean is_of_place)
{
  g_autofree char *stem = qtr_fact_stem (word);
  g_autofree char *marked = g_strconcat (is_of_place ? QTR_FACT_PLACE : "", stem, NULL);

  if (!g_ptr_array_find_with_equal_func (words, marked, g_str_equal, NULL))
    g_ptr_array_add (words, g_steal_pointer (&marked));
}

void
qtr_fact_words_add (GPtrArray *words, const QtrClaimPassage *passage, int first, int end)
{
  for (int at = first; at < end; at++)
    if (says_something (get (passage, at)))
      add_stem (words, get (passage, at)->word, is_place (passage, at));
}

GPtrArray *
qtr_fact_words_read (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QtrBullet) bullet = qtr_record_new (&qtr_bullet_type, "text", text, NULL);
  g_autoptr (QtrClaimPassage) passage = qtr_claim_passage_new (bullet);

  qtr_fact_words_add (words, passage, 0, (int) passage->items->len);
  return words;
}

/* --- What is counted --- */

static void
set_head (QtrFactName *name, const QtrClaimPassage *passage, int first, int at)
{
  name->head = qtr_fact_stem (get (passage, at)->word);
  qtr_fact_words_add (name->words, passage, first, at);
}

/* "hours of high visibility policing", "checks made outside schools": what is said of it right behind. */
static void
add_behind (QtrFactName *name, const QtrClaimPassage *passage, int at)
{
  int end = at;

  while (
      end < at + NAME_DISTANCE && is_word (passage, end) &&
      !has (passage, end, QTR_CLAIM_BE | QTR_CLAIM_DEED | QTR_CLAIM_DEGREE) &&
      !is (passage, end, "and|or|but|that|which|who|while|because|since|when|where|compared|against|as|so"))
    end++;
  qtr_fact_words_add (name->words, passage, at, end);
}

/* "208 killed and seriously injured (KSI) casualties": the first name in the plural. */
static gboolean
read_behind (QtrFactName *name, const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int first = quantity->item + 1;

  for (int at = first; at < first + NAME_DISTANCE && get (passage, at)->sentence == quantity->sentence;
       at++) {
    if (is (passage, at, "and|or|/|(|)|'") && at > first)
      continue;
    if (!is_word (passage, at) || has (passage, at, QTR_CLAIM_FUNCTION | QTR_CLAIM_BE))
      return FALSE;
    if (!qtr_claim_lexicon_is_plural (get (passage, at)->word) || has (passage, at, QTR_CLAIM_TIME))
      continue;
    /* "410 police cadets" */
    while (is_word (passage, at + 1) && qtr_claim_lexicon_is_plural (get (passage, at + 1)->word) &&
           says_something (get (passage, at + 1)))
      at++;
    set_head (name, passage, first, at);
    add_behind (name, passage, at + 1);
    return TRUE;
  }
  return FALSE;
}

/* "14 of these were fatalities" */
static gboolean
read_part (QtrFactName *name, const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = quantity->item + 1;

  if (!is (passage, at, "of") || !has (passage, at + 1, QTR_CLAIM_THOSE))
    return FALSE;
  name->is_part = TRUE;
  for (at += 2; at < quantity->item + NAME_DISTANCE && get (passage, at)->sentence == quantity->sentence;
       at++)
    if (qtr_claim_lexicon_is_plural (get (passage, at)->word) && says_something (get (passage, at))) {
      set_head (name, passage, at, at);
      return TRUE;
    }
  return FALSE;
}

/* The verb that links a number to what stands before it: "stood at 509", "rose from 40 to 43". */
static int
find_verb (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int at = qtr_claim_skip_back (passage, quantity->first - 1);

  if (is (passage, at, "at|to|by"))
    at = qtr_claim_skip_back (passage, at - 1);
  if (is (passage, at,
          "is|was|were|are|stood|stands|numbered|totalled|reached|came|fell|rose|grew|increased|"
          "decreased|dropped|declined|climbed|reduced|remained|remains|averaged|equalled") ||
      has (passage, at, QTR_CLAIM_DEED))
    return at;
  return -1;
}

/* "The headcount of special constables stood at 509": what the verb is said of. */
static gboolean
read_subject (QtrFactName *name, const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  int verb = find_verb (passage, quantity);
  int head;
  int at;

  if (verb < 0)
    return FALSE;
  at = verb - 1;
  while (is (passage, at, "has|have|had|now|been|again|also|then|further|is|was|were"))
    at--;
  head = at;
  while (
      at > verb - 2 * LONGEST_NAME && is_word (passage, at) &&
      get (passage, at)->sentence == quantity->sentence &&
      (!has (passage, at, QTR_CLAIM_FUNCTION) || is (passage, at, "of|the|for|in|with|and|our|about|on"))) {
    if (is (passage, at, "of|for|in|with|about|on") && is_word (passage, at - 1))
      head = at - 1;
    at--;
  }
  if (head <= at || !says_something (get (passage, head)))
    return FALSE;
  set_head (name, passage, at + 1, head);
  qtr_fact_words_add (name->words, passage, head + 1, verb);
  return TRUE;
}

static gboolean
is_part (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  for (int at = quantity->first - 1; at > quantity->first - LONGEST_NAME; at--) {
    if (get (passage, at)->kind == QTR_CLAIM_QUANTITY || get (passage, at)->sentence != quantity->sentence)
      return FALSE;
    if (is (passage, at, "of|these|those") && has (passage, at + 1, QTR_CLAIM_THOSE))
      return TRUE;
    if (is (passage, at, "including|includes|included"))
      return TRUE;
  }
  return FALSE;
}

QtrFactName
qtr_fact_name_read (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity)
{
  QtrFactName name = { NULL, g_ptr_array_new_with_free_func (g_free), is_part (passage, quantity) };

  if (!read_behind (&name, passage, quantity) && !read_part (&name, passage, quantity))
    read_subject (&name, passage, quantity);
  return name;
}

void
qtr_fact_name_clear (QtrFactName *self)
{
  g_clear_pointer (&self->head, g_free);
  g_clear_pointer (&self->words, g_ptr_array_unref);
}
