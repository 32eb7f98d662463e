/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-quantity.h"

G_BEGIN_DECLS

/*
 * Which words say what a number is the number of. All words are stems, so that those of a measure, of this
 * update and of an older one can be laid beside each other.
 */

/**
 * QTR_FACT_PLACE:
 *
 * What the stem of a place's name begins with where something is said to be in it.
 */
#define QTR_FACT_PLACE "@"

/**
 * QtrFactName:
 * @head: (nullable): what is counted: "call"; %NULL if that is not said
 * @words: (element-type utf8): what else belongs to its name, in order: "emergency", or "visible", "policing"
 * @is_part: whether it is said to be some of others: "of whom 31"
 *
 * What a number counts, by its own words.
 */
typedef struct {
  char *head;
  GPtrArray *words;
  gboolean is_part;
} QtrFactName;

/**
 * qtr_fact_name_read:
 *
 * Returns: what is counted, to be cleared by qtr_fact_name_clear()
 */
QtrFactName qtr_fact_name_read (const QtrClaimPassage *passage, const QtrClaimQuantity *quantity);

void qtr_fact_name_clear (QtrFactName *self);

/**
 * qtr_fact_stem:
 * @word: in small letters
 *
 * Returns: (transfer full): what "calls" has in common with "call", and "arrested" with "arrests"
 */
char *qtr_fact_stem (const char *word);

/**
 * qtr_fact_words_add:
 * @words: (element-type utf8): takes the stems of what says something, each once, in the order of the text
 * @first: the first item
 * @end: the first item that is not looked at
 *
 * Leaves out what any sentence may have: articles, times, how much something rose, and that it was counted.
 */
void qtr_fact_words_add (GPtrArray *words, const QtrClaimPassage *passage, int first, int end);

/**
 * qtr_fact_words_read:
 * @text: (nullable): a name or a sentence
 *
 * Returns: (transfer full) (element-type utf8): the same, of a text that is no bullet
 */
GPtrArray *qtr_fact_words_read (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrFactName, qtr_fact_name_clear)

G_END_DECLS
