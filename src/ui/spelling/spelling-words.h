/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrSpellingWord:
 * @start: its first character, counted in the text
 * @end: the character after its last
 * @word: as a dictionary has it, with a plain apostrophe
 */
typedef struct {
  guint start;
  guint end;
  char *word;
} QtrSpellingWord;

/**
 * qtr_spelling_words_new:
 *
 * Returns: (transfer full) (element-type QtrSpellingWord): an empty list, which owns its words
 */
GArray *qtr_spelling_words_new (void);

/**
 * qtr_spelling_words_add:
 * @word: is copied
 */
void qtr_spelling_words_add (GArray *words, const QtrSpellingWord *word);

/**
 * qtr_spelling_find_words:
 * @text: UTF-8
 *
 * Finds what a dictionary may have something to say of: neither numbers nor what has digits in it or is named
 * by a number ("5.4m", "Covid-19"), nor acronyms ("FCR", "PCSOs"), single letters, or addresses. May be
 * called from any thread.
 *
 * Returns: (transfer full) (element-type QtrSpellingWord): the words, in order
 */
GArray *qtr_spelling_find_words (const char *text);

/**
 * qtr_spelling_has_word:
 * @set: (element-type utf8 utf8): words
 *
 * Returns: whether @word is one of them, its possessive, or one of them at a sentence's beginning
 */
gboolean qtr_spelling_has_word (GHashTable *set, const char *word);

/**
 * qtr_spelling_strip_possessive:
 *
 * Returns: (transfer full) (nullable): @word without its "'s"; %NULL if it has none
 */
char *qtr_spelling_strip_possessive (const char *word);

G_END_DECLS
