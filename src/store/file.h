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
 * qtr_file_save:
 *
 * Writes a plan to a file, under the lock beside it. Safe to call from a worker thread.
 */
gboolean qtr_file_save (GFile *file, const QtrPlan *plan, GError **error);

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
 *
 * Reads, changes and writes a plan under one hold of the lock, so that nobody writes in between. A file that
 * does not exist is made.
 */
gboolean qtr_file_edit (GFile *file, QtrFileEdit edit, gpointer user_data, GError **error);

G_END_DECLS
