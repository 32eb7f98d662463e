/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files of a recovery folder; the one with the plan is what makes it worth anything. */
#define QTR_RECOVERY_PLAN "plan.quarterly"
#define QTR_RECOVERY_BASE "base.quarterly"
#define QTR_RECOVERY_ABOUT "about.ini"
/* The digest of what the program last began to write into the plan's own file. */
#define QTR_RECOVERY_SAVING "saving"

/**
 * QtrRecoveryFolder:
 *
 * A folder under XDG_STATE_HOME that nobody but its owner may read, with what one document has that no file
 * has. It is held by a lock of the kernel, which ends with the process: a folder that can be held was left
 * behind. All functions may be called from any thread, for one folder from one at a time.
 */
typedef struct _QtrRecoveryFolder QtrRecoveryFolder;

/**
 * qtr_recovery_folder_find_root:
 *
 * Returns: (transfer full): the path of the folder that all recovery folders are in, whether or not it is
 *   there
 */
char *qtr_recovery_folder_find_root (void);

/**
 * qtr_recovery_folder_make:
 *
 * Makes a new folder, durably, and holds it.
 *
 * Returns: (nullable): the folder, or %NULL with %QTR_ERROR_UNWRITABLE
 */
QtrRecoveryFolder *qtr_recovery_folder_make (GError **error);

/**
 * qtr_recovery_folder_hold:
 * @path: a folder that stands
 *
 * Returns: (nullable): the folder; %NULL if somebody else holds it, or it is none
 */
QtrRecoveryFolder *qtr_recovery_folder_hold (const char *path);

/**
 * qtr_recovery_folder_get_file:
 *
 * Returns: (transfer full): a file in the folder, whether or not it is there
 */
GFile *qtr_recovery_folder_get_file (QtrRecoveryFolder *self, const char *name);

/**
 * qtr_recovery_folder_write:
 *
 * Replaces a file of the folder atomically, and returns when it is on the disk.
 */
gboolean qtr_recovery_folder_write (QtrRecoveryFolder *self, const char *name, GBytes *bytes, GError **error);

/**
 * qtr_recovery_folder_remove:
 *
 * Removes the folder with all that is in it, and frees @self. What cannot be removed is found again at the
 * next start.
 */
void qtr_recovery_folder_remove (QtrRecoveryFolder *self);

/**
 * qtr_recovery_folder_release:
 *
 * Lets go of the folder, leaves it as it is, and frees @self.
 */
void qtr_recovery_folder_release (QtrRecoveryFolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrRecoveryFolder, qtr_recovery_folder_release)

G_END_DECLS
