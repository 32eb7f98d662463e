/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QtrSpellingWorker:
 *
 * The thread that has the dictionary: nobody else ever waits for it. It loads the dictionary when it is first
 * asked something. Without a dictionary nothing is misspelt.
 */
typedef struct _QtrSpellingWorker QtrSpellingWorker;

/**
 * qtr_spelling_worker_new:
 * @languages: (array zero-terminated=1): the first of these that there is a dictionary for is checked
 */
QtrSpellingWorker *qtr_spelling_worker_new (const char *const *languages);

/**
 * qtr_spelling_worker_free:
 *
 * Waits until the words that were added are in the user's own dictionary. What else was asked is answered
 * as if nothing were wrong.
 */
void qtr_spelling_worker_free (QtrSpellingWorker *worker);

/**
 * qtr_spelling_worker_check_async:
 * @text: UTF-8
 *
 * Asks which words of @text are misspelt.
 */
void qtr_spelling_worker_check_async (QtrSpellingWorker *worker, const char *text, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_spelling_worker_check_finish:
 *
 * Returns: (transfer full) (element-type QtrSpellingWord) (nullable): the misspelt words
 */
GArray *qtr_spelling_worker_check_finish (GAsyncResult *result, GError **error);

/**
 * qtr_spelling_worker_suggest_async:
 *
 * Asks what @word was meant to be. It is answered before any text that waits to be checked.
 */
void qtr_spelling_worker_suggest_async (QtrSpellingWorker *worker, const char *word,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * qtr_spelling_worker_suggest_finish:
 *
 * Returns: (transfer full) (nullable): the likeliest first; may be empty
 */
GStrv qtr_spelling_worker_suggest_finish (GAsyncResult *result, GError **error);

/**
 * qtr_spelling_worker_add:
 *
 * Puts @word into the user's own dictionary.
 */
void qtr_spelling_worker_add (QtrSpellingWorker *worker, const char *word);

G_END_DECLS
