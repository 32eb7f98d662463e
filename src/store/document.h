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
 * Properties: `file` (#GFile, nullable), `name` (what a title bar shows), `modified`, `can-undo`, `can-redo`,
 * `undo-label`, `redo-label` (translated, nullable).
 *
 * Signal `changed (document, gpointer before, gpointer now)`: both are #QtrPlan, valid during the emission at
 * least; what they share has not changed.
 */
G_DECLARE_FINAL_TYPE (QtrDocument, qtr_document, QTR, DOCUMENT, GObject)

/**
 * qtr_document_new:
 * @plan: (transfer none): where it begins
 * @file: (nullable): where that came from; %NULL: never saved
 */
QtrDocument *qtr_document_new (const QtrPlan *plan, GFile *file);

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

GFile *qtr_document_get_file (QtrDocument *self);
gboolean qtr_document_get_modified (QtrDocument *self);
const char *qtr_document_get_undo_label (QtrDocument *self);
const char *qtr_document_get_redo_label (QtrDocument *self);

/**
 * qtr_document_commit:
 * @plan: (transfer full): the plan after an edit; the current one again means that nothing happened
 * @label: what was done, translated, as undo names it: "Typing"
 * @run: (nullable): what the edit went on with: an edit with the same run as the step before joins that step,
 *   until qtr_document_end_run()
 *
 * The one way to change the plan.
 */
void qtr_document_commit (QtrDocument *self, QtrPlan *plan, const char *label, const char *run);

/**
 * qtr_document_end_run:
 *
 * The next edit begins a step of its own.
 */
void qtr_document_end_run (QtrDocument *self);

void qtr_document_undo (QtrDocument *self);
void qtr_document_redo (QtrDocument *self);

/**
 * qtr_document_save_async:
 * @file: (nullable): where to; %NULL: where it came from
 *
 * Writes the current root from a worker thread. What is edited meanwhile is kept, and stays marked as
 * modified.
 */
void qtr_document_save_async (QtrDocument *self, GFile *file, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean qtr_document_save_finish (QtrDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
