/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_file_read_bytes:
 *
 * Reads a whole file. A folder, a missing or an unreadable file is %QTR_ERROR_UNREADABLE; errors name the
 * file.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *qtr_file_read_bytes (GFile *file, GError **error);

/**
 * qtr_file_write_bytes:
 *
 * Replaces a file's content atomically and durably: writes beside it, syncs, renames, syncs the folder. Keeps
 * the permissions, follows a symbolic link to its target. On failure, %QTR_ERROR_UNWRITABLE, the old file
 * stands as it was, and nothing is left beside it.
 */
gboolean qtr_file_write_bytes (GFile *file, GBytes *bytes, GError **error);

/**
 * qtr_file_load:
 *
 * Reads a plan from a file. Errors name the file before the place.
 *
 * Returns: (transfer full) (nullable): the plan
 */
QtrPlan *qtr_file_load (GFile *file, GError **error);

/**
 * QtrFileContent:
 *
 * What a file held when it was last read or written: the plan, and by what its bytes are known again.
 * Immutable and counted; it may be used from any thread.
 */
typedef struct _QtrFileContent QtrFileContent;

QtrFileContent *qtr_file_content_ref (const QtrFileContent *content);
void qtr_file_content_unref (QtrFileContent *content);

/**
 * qtr_file_content_new:
 * @plan: what the file is believed to hold; its bytes are not known
 */
QtrFileContent *qtr_file_content_new (const QtrPlan *plan);

const QtrPlan *qtr_file_content_get_plan (const QtrFileContent *content);

/**
 * qtr_file_read:
 * @known: (nullable): what the file held before
 *
 * Reads a plan that may have changed. What is as before is shared; a file that seems untouched is not opened.
 *
 * Returns: (transfer full) (nullable): the content, @known if the file holds that plan still; %NULL with the
 *   errors of qtr_file_load()
 */
QtrFileContent *qtr_file_read (GFile *file, const QtrFileContent *known, GError **error);

/**
 * qtr_file_resolve:
 *
 * Returns: (transfer full): where symbolic links lead to; @file itself if that cannot be told
 */
GFile *qtr_file_resolve (GFile *file);

/**
 * QtrFileSaved:
 * @content: (nullable): what the file holds now
 * @plan: (nullable): what takes the place of the plan that was to be saved: the same, or with what others
 *   wrote merged into it
 * @n_conflicts: how many questions that merge left
 * @notice: (nullable): a sentence for the user about what was unusual
 *
 * What came of saving; zero it before.
 */
typedef struct {
  QtrFileContent *content;
  QtrPlan *plan;
  guint n_conflicts;
  char *notice;
} QtrFileSaved;

void qtr_file_saved_clear (QtrFileSaved *saved);

/**
 * qtr_file_save:
 * @known: (nullable): what the file held when it was last read or written; %NULL overwrites whatever is there
 * @saved: (out caller-allocates) (optional): what came of it
 *
 * Writes a plan to a file, under the lock beside it, where the file is read once more: what others wrote
 * since is merged with @plan. Where that leaves questions, nothing is written: %QTR_ERROR_CONFLICT, and
 * @saved has what others wrote and the merged plan. What is not a plan any more is left alone:
 * %QTR_ERROR_UNWRITABLE. Safe to call from a worker thread.
 */
gboolean qtr_file_save (GFile *file, const QtrPlan *plan, const QtrFileContent *known, QtrFileSaved *saved,
                        GError **error);

/**
 * qtr_file_break_lock:
 *
 * Removes the lock that another host left beside a plan, because somebody said that nobody writes there.
 */
gboolean qtr_file_break_lock (GFile *file, GError **error);

/**
 * QtrFileEdit:
 * @plan: what the file holds; a new plan where there is no file yet
 *
 * Returns: (transfer full) (nullable): the plan to write; the same one if there is nothing to write; %NULL
 * with an error leaves the file as it is
 */
typedef QtrPlan *(*QtrFileEdit) (const QtrPlan *plan, gpointer user_data, GError **error);

/**
 * qtr_file_edit:
 * @notice: (out) (optional) (nullable): a sentence for the user about what was unusual
 *
 * Reads, changes and writes a plan under one hold of the lock, so that nobody writes in between. A file that
 * does not exist is made.
 */
gboolean qtr_file_edit (GFile *file, QtrFileEdit edit, gpointer user_data, char **notice, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFileContent, qtr_file_content_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrFileSaved, qtr_file_saved_clear)

G_END_DECLS
