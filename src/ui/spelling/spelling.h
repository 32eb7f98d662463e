/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define QTR_TYPE_SPELLING (qtr_spelling_get_type ())

/**
 * QtrSpelling:
 *
 * Says which words are misspelt, and what they were meant to be, without anybody waiting for it: a thread of
 * its own has the dictionary. What a text was found to say is remembered, so that only texts that changed
 * are checked.
 *
 * Properties: `enabled`: whether the user wants to see it.
 *
 * Signal `changed (spelling)`: it was switched on or off, or knows another word.
 */
G_DECLARE_FINAL_TYPE (QtrSpelling, qtr_spelling, QTR, SPELLING, GObject)

/**
 * qtr_spelling_new:
 * @languages: (nullable) (array zero-terminated=1): the first that there is a dictionary for is checked;
 * %NULL: the user's own
 */
QtrSpelling *qtr_spelling_new (const char *const *languages);

/**
 * qtr_spelling_dup_default:
 *
 * Returns: (transfer full): the one that all windows share, for as long as anybody has it
 */
QtrSpelling *qtr_spelling_dup_default (void);

/**
 * qtr_spelling_list_languages:
 * @locales: (array zero-terminated=1): the user's, the dearest first
 *
 * Returns: (transfer full): the languages to look for a dictionary of. English is British English, wherever
 *   there is a dictionary for that.
 */
GStrv qtr_spelling_list_languages (const char *const *locales);

gboolean qtr_spelling_get_enabled (QtrSpelling *self);
void qtr_spelling_set_enabled (QtrSpelling *self, gboolean enabled);

/**
 * qtr_spelling_check_async:
 * @text: UTF-8
 *
 * Asks which words of @text the dictionary does not have.
 */
void qtr_spelling_check_async (QtrSpelling *self, const char *text, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_spelling_check_finish:
 *
 * Returns: (transfer full) (element-type QtrSpellingWord) (nullable): them, those among them that
 *   qtr_spelling_is_known() knows by now
 */
GArray *qtr_spelling_check_finish (QtrSpelling *self, GAsyncResult *result, GError **error);

/**
 * qtr_spelling_suggest_async:
 *
 * Asks what @word was meant to be.
 */
void qtr_spelling_suggest_async (QtrSpelling *self, const char *word, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_spelling_suggest_finish:
 *
 * Returns: (transfer full) (nullable): the likeliest first; may be empty
 */
GStrv qtr_spelling_suggest_finish (QtrSpelling *self, GAsyncResult *result, GError **error);

/**
 * qtr_spelling_add:
 *
 * Puts @word into the user's own dictionary, for ever.
 */
void qtr_spelling_add (QtrSpelling *self, const char *word);

/**
 * qtr_spelling_ignore:
 *
 * Takes @word as right until the program ends.
 */
void qtr_spelling_ignore (QtrSpelling *self, const char *word);

/**
 * qtr_spelling_is_known:
 *
 * Returns: whether @word was added or is ignored
 */
gboolean qtr_spelling_is_known (QtrSpelling *self, const char *word);

/**
 * qtr_spelling_get_n_checked:
 *
 * Returns: how many texts were given to the dictionary so far
 */
guint qtr_spelling_get_n_checked (QtrSpelling *self);

G_END_DECLS
