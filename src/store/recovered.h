/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"
#include "store/recovery-folder.h"

G_BEGIN_DECLS

#define QTR_TYPE_RECOVERED (qtr_recovered_get_type ())

/**
 * QtrRecovered:
 *
 * What a program that died left behind of one document. For as long as this object lives, no other process
 * finds it.
 */
G_DECLARE_FINAL_TYPE (QtrRecovered, qtr_recovered, QTR, RECOVERED, GObject)

/**
 * qtr_recovered_list_async:
 *
 * Finds, in a worker thread, what was left behind and nobody holds, and compares it with what was saved. What
 * turns out to be saved is removed.
 */
void qtr_recovered_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_recovered_list_finish:
 *
 * Returns: (transfer full) (element-type QtrRecovered): what was found, the latest first, and last what
 *   cannot be read; with nothing or nowhere to look, an empty list
 */
GPtrArray *qtr_recovered_list_finish (GAsyncResult *result);

/**
 * qtr_recovered_get_title:
 *
 * Returns: (transfer none): the plan's title, or its file's name
 */
const char *qtr_recovered_get_title (QtrRecovered *self);

/**
 * qtr_recovered_get_time:
 *
 * Returns: when it was written, in microseconds since 1970
 */
gint64 qtr_recovered_get_time (QtrRecovered *self);

/**
 * qtr_recovered_get_file:
 *
 * Returns: (transfer none) (nullable): the plan's file; %NULL: never saved
 */
GFile *qtr_recovered_get_file (QtrRecovered *self);

/**
 * qtr_recovered_get_error:
 *
 * Returns: (transfer none) (nullable): why it cannot be read
 */
const GError *qtr_recovered_get_error (QtrRecovered *self);

/**
 * qtr_recovered_count_changes:
 *
 * Returns: in how many things it differs from the file as it was last read or written, what is in a new or a
 *   removed one not counted; of a plan never saved, how many things it has
 */
guint qtr_recovered_count_changes (QtrRecovered *self);

/**
 * qtr_recovered_get_sentences:
 *
 * Returns: (transfer none) (nullable): the differences in words, %NULL-terminated, as
 * qtr_change_to_sentence() says them; %NULL with an error
 */
const char *const *qtr_recovered_get_sentences (QtrRecovered *self);

/**
 * qtr_recovered_has_newer_file:
 *
 * Returns: whether the file has been changed since
 */
gboolean qtr_recovered_has_newer_file (QtrRecovered *self);

/**
 * qtr_recovered_open:
 *
 * Returns: (transfer full): a document to go on with what was left behind, which has no error
 */
QtrDocument *qtr_recovered_open (QtrRecovered *self);

/**
 * qtr_recovered_apply_async:
 * @document: has the same file
 *
 * Brings what was left behind into a document that is open already, as a step that can be undone.
 */
void qtr_recovered_apply_async (QtrRecovered *self, QtrDocument *document, GAsyncReadyCallback callback,
                                gpointer user_data);
void qtr_recovered_apply_finish (QtrRecovered *self, GAsyncResult *result);

/**
 * qtr_recovered_discard_async:
 *
 * Removes what was left behind.
 */
void qtr_recovered_discard_async (QtrRecovered *self, GAsyncReadyCallback callback, gpointer user_data);
void qtr_recovered_discard_finish (QtrRecovered *self, GAsyncResult *result);

/**
 * qtr_recovered_take_folder:
 *
 * Returns: (transfer full) (nullable): the folder, which is the caller's from now on; %NULL if it was taken
 */
QtrRecoveryFolder *qtr_recovered_take_folder (QtrRecovered *self);

G_END_DECLS
