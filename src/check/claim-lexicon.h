/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrClaimSense:
 * @QTR_CLAIM_UP: says that something became or is more: "rose", "higher", "increase"
 * @QTR_CLAIM_DOWN: says that it became or is less
 * @QTR_CLAIM_CHANGE: says that it changed, whichever way: "improvement", "difference"
 * @QTR_CLAIM_DEED: is a verb, or stands like one, before how much it changed: "rose 9%", "up 9%"
 * @QTR_CLAIM_THING: is a noun before it: "a rise of 9%"
 * @QTR_CLAIM_DEGREE: stands after how much it differs: "9% higher", "nine fewer"
 * @QTR_CLAIM_SKIPPED: may stand between a preposition and its number without changing the sense: "than the
 * 33"
 * @QTR_CLAIM_FUNCTION: holds a sentence together, so that no noun phrase goes across it
 * @QTR_CLAIM_TIME: a stretch of time: "week", "winter"
 * @QTR_CLAIM_MONTH: a month's name
 * @QTR_CLAIM_EARLIER: before a stretch of time, puts it in the past: "last year"
 * @QTR_CLAIM_BEFORE: after its number, puts that in the past: "a year ago", "previously"
 * @QTR_CLAIM_NOW: puts it in the present
 * @QTR_CLAIM_TOTAL: says that a number is a sum
 * @QTR_CLAIM_THOSE: stands for things that were counted before: "of these", "of whom"
 * @QTR_CLAIM_HIGHEST: says that something is the most of all
 * @QTR_CLAIM_LOWEST: says that it is the least
 * @QTR_CLAIM_REFERENCE: makes the number after it a name: "section 5", "Unit 12"
 * @QTR_CLAIM_BE: links a number to what it is the number of: "was 43"
 * @QTR_CLAIM_MEASURED: a unit that is measured, not counted: "days", "tonnes"
 * @QTR_CLAIM_REST: says that a part is the last one: "the remaining nine"
 * @QTR_CLAIM_HEDGE: belongs to how exactly a number is meant: "about"
 * @QTR_CLAIM_PERSON: one who may have an age
 *
 * What a word may mean to a claim: the lexicon's answer, to be combined by or.
 */
typedef enum {
  QTR_CLAIM_UP = 1 << 0,
  QTR_CLAIM_DOWN = 1 << 1,
  QTR_CLAIM_CHANGE = 1 << 2,
  QTR_CLAIM_DEED = 1 << 3,
  QTR_CLAIM_THING = 1 << 4,
  QTR_CLAIM_DEGREE = 1 << 5,
  QTR_CLAIM_SKIPPED = 1 << 6,
  QTR_CLAIM_FUNCTION = 1 << 7,
  QTR_CLAIM_TIME = 1 << 8,
  QTR_CLAIM_MONTH = 1 << 9,
  QTR_CLAIM_EARLIER = 1 << 10,
  QTR_CLAIM_BEFORE = 1 << 11,
  QTR_CLAIM_NOW = 1 << 12,
  QTR_CLAIM_TOTAL = 1 << 13,
  QTR_CLAIM_THOSE = 1 << 14,
  QTR_CLAIM_HIGHEST = 1 << 15,
  QTR_CLAIM_LOWEST = 1 << 16,
  QTR_CLAIM_REFERENCE = 1 << 17,
  QTR_CLAIM_BE = 1 << 18,
  QTR_CLAIM_MEASURED = 1 << 19,
  QTR_CLAIM_REST = 1 << 20,
  QTR_CLAIM_HEDGE = 1 << 21,
  QTR_CLAIM_PERSON = 1 << 22,
} QtrClaimSense;

#define QTR_CLAIM_MOVES (QTR_CLAIM_UP | QTR_CLAIM_DOWN | QTR_CLAIM_CHANGE)

/**
 * qtr_claim_lexicon_look_up:
 * @word: in small letters
 *
 * Returns: all that the word may mean, any of #QtrClaimSense; 0: nothing that a claim is made of
 */
guint qtr_claim_lexicon_look_up (const char *word);

/**
 * qtr_claim_lexicon_is_plural:
 *
 * Returns: whether @word looks like the name of several things
 */
gboolean qtr_claim_lexicon_is_plural (const char *word);

/**
 * qtr_claim_lexicon_are_same_thing:
 *
 * Returns: whether both nouns name the same kind of thing, in the singular or in the plural
 */
gboolean qtr_claim_lexicon_are_same_thing (const char *a, const char *b);

/**
 * qtr_claim_lexicon_get_month:
 *
 * Returns: 1 to 12 for a month's name or its usual abbreviation; 0
 */
int qtr_claim_lexicon_get_month (const char *word);

G_END_DECLS
