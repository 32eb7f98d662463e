/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/plan.h"

G_BEGIN_DECLS

#define QTR_TYPE_DOCUMENT (qtr_document_get_type ())

/**
 * QtrDocument:
 *
 * A plan that is being worked on: the current root, the history, and the file. Nothing else changes a plan in
 * the window.
 *
 * Properties: `file` (#GFile, nullable), `name` (what a title bar shows), `modified`, `read-only`,
 * `can-undo`, `can-redo`, `undo-label`, `redo-label` (translated, nullable).
 *
 * Signal `changed (document, gpointer before, gpointer now)`: both are #QtrPlan, valid during the emission at
 * least; what they share has not changed.
 *
 * Signal `theirs-came (document, gpointer before, gpointer now)`: what somebody else wrote into the file was
 * taken in. Comes after `changed`, with the same plans.
 */
G_DECLARE_FINAL_TYPE (QtrDocument, qtr_document, QTR, DOCUMENT, GObject)

/**
 * qtr_document_new:
 * @plan: (transfer none): where it begins
 * @file: (nullable): where that came from; %NULL: never saved
 */
QtrDocument *qtr_document_new (const QtrPlan *plan, GFile *file);

/**
 * qtr_document_new_recovered:
 * @plan: what was being worked on, sharing with @base what it can: qtr_share()
 * @base: (nullable): what the file held when it was last read or written; %NULL: never saved
 * @file: (nullable): that file; without @base it is not taken, as nothing could be merged with it
 *
 * Goes on where a program that died left off. What came into the file since is merged when it is looked at,
 * or saved.
 */
QtrDocument *qtr_document_new_recovered (const QtrPlan *plan, const QtrPlan *base, GFile *file);

/**
 * qtr_document_load_async:
 *
 * Reads a file in a worker thread.
 */
void qtr_document_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
QtrDocument *qtr_document_load_finish (GAsyncResult *result, GError **error);

/**
 * qtr_document_get_plan:
 *
 * Returns: (transfer none): the current root
 */
const QtrPlan *qtr_document_get_plan (QtrDocument *self);

/**
 * qtr_document_get_base:
 *
 * Returns: (transfer none) (nullable): the root as the file last had it, as far as is known; %NULL: never
 * saved
 */
const QtrPlan *qtr_document_get_base (QtrDocument *self);

/**
 * qtr_document_get_file:
 *
 * Returns: (transfer none) (nullable): the file, symbolic links resolved once it was read or written
 */
GFile *qtr_document_get_file (QtrDocument *self);
gboolean qtr_document_get_modified (QtrDocument *self);

/**
 * qtr_document_get_read_only:
 *
 * Returns: whether the plan is one that a newer version made: it can be looked at, and nothing changes it
 */
gboolean qtr_document_get_read_only (QtrDocument *self);

const char *qtr_document_get_undo_label (QtrDocument *self);
const char *qtr_document_get_redo_label (QtrDocument *self);

/**
 * qtr_document_commit:
 * @plan: (transfer full): the plan after an edit; the current one again means that nothing happened
 * @label: what was done, translated, as undo names it: "Typing"
 * @run: (nullable): what the edit went on with: an edit with the same run as the step before joins that step,
 *   until qtr_document_end_run()
 *
 * The one way to change the plan. One that can only be read stays as it is.
 */
void qtr_document_commit (QtrDocument *self, QtrPlan *plan, const char *label, const char *run);

/**
 * qtr_document_end_run:
 *
 * The next edit begins a step of its own.
 */
void qtr_document_end_run (QtrDocument *self);

/**
 * qtr_document_undo:
 *
 * Takes the last own step back. What others did since stays.
 */
void qtr_document_undo (QtrDocument *self);
void qtr_document_redo (QtrDocument *self);

/**
 * qtr_document_undo_theirs:
 *
 * Takes back what others' changes were taken in last, by a step that can be undone itself. Own work since
 * stays.
 */
void qtr_document_undo_theirs (QtrDocument *self);

/**
 * qtr_document_save_async:
 * @file: (nullable): where to; %NULL: where it came from
 *
 * Writes the current root from a worker thread. What is edited meanwhile is kept, and stays marked as
 * modified. What others wrote into the file since it was last read is merged before; another file than the
 * document's own is overwritten.
 */
void qtr_document_save_async (QtrDocument *self, GFile *file, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * qtr_document_save_finish:
 * @notice: (out) (optional) (nullable): a sentence for the user about what was unusual
 *
 * With %QTR_ERROR_CONFLICT nothing was written: others' changes were taken in, with their questions, and the
 * next save writes it all. %QTR_ERROR_LOCKED: see qtr_file_break_lock().
 */
gboolean qtr_document_save_finish (QtrDocument *self, GAsyncResult *result, char **notice, GError **error);

/**
 * qtr_document_look_async:
 *
 * Looks from a worker thread whether somebody else wrote the file, and takes in what came. Cheap where
 * nothing did; does nothing without a file.
 */
void qtr_document_look_async (QtrDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * qtr_document_look_finish:
 *
 * Returns: %FALSE if the file is gone, cannot be read or is no plan for the moment; nothing changed then
 */
gboolean qtr_document_look_finish (QtrDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
