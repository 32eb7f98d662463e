/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/facts.h"

G_BEGIN_DECLS

/*
 * Whether two facts, or a fact and a measure, speak of one thing. All of it is by words, units and areas: no
 * word is known by heart.
 */

/**
 * qtr_fact_words_are_same:
 *
 * Returns: whether two stems are of one word: "constabl" and "constabulary" are
 */
gboolean qtr_fact_words_are_same (const char *a, const char *b);

/**
 * qtr_fact_words_have:
 * @words: (nullable) (array zero-terminated=1): stems
 */
gboolean qtr_fact_words_have (const char *const *words, const char *word);

/**
 * qtr_fact_words_say:
 * @words: (nullable) (array zero-terminated=1): stems, in the order of their text
 * @word: a stem
 * @beside: (nullable) (array zero-terminated=1): the text of @word, in its order
 *
 * Returns: whether @words have @word, or the one has the letters that words of the other begin with: "ksi"
 * says what "kill", "serious", "injur" do
 */
gboolean qtr_fact_words_say (const char *const *words, const char *word, const char *const *beside);

/**
 * qtr_fact_words_compare:
 *
 * Returns: how much two sets of words have in common, from 0 to 100
 */
guint qtr_fact_words_compare (const char *const *a, const char *const *b);

/**
 * qtr_facts_have_same_name:
 *
 * Returns: whether what they count may be one thing, by its own words: emergency calls are no non-emergency
 *   calls, and calls may be either if their sentence says so
 */
gboolean qtr_facts_have_same_name (const QtrFact *a, const QtrFact *b);

/**
 * qtr_facts_are_of_one_place:
 *
 * Returns: whether both are of one area, or of none
 */
gboolean qtr_facts_are_of_one_place (const QtrFact *a, const QtrFact *b);

/**
 * qtr_fact_is_elsewhere:
 * @words: (nullable) (array zero-terminated=1): what else is spoken of
 *
 * Returns: whether its sentence says that it is in some place of which @words do not speak
 */
gboolean qtr_fact_is_elsewhere (const QtrFact *self, const char *const *words);

/**
 * qtr_facts_agree:
 *
 * Returns: whether some value makes both true
 */
gboolean qtr_facts_agree (const QtrFact *a, const QtrFact *b);

G_END_DECLS
