/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrLock:
 *
 * The right to write a plan, held by a lock file beside it that names host and process. Of one host the
 * kernel holds the lock, and a process that dies lets go of it. A lock file of another host cannot be judged
 * from here: it is respected, and the error says what to do.
 */
typedef struct _QtrLock QtrLock;

/**
 * qtr_lock_acquire:
 * @path: the plan, symbolic links resolved
 * @notice: (out) (optional) (nullable): a sentence if the lock was that of a process that died
 *
 * Waits for a writer who is soon done.
 *
 * Returns: (nullable): the lock, or %NULL with %QTR_ERROR_UNWRITABLE, or %QTR_ERROR_LOCKED if another host
 *   has it
 */
QtrLock *qtr_lock_acquire (const char *path, char **notice, GError **error);

/**
 * qtr_lock_break:
 *
 * Removes the lock file that another host left behind. Only people can know that nobody writes there any
 * more.
 *
 * Returns: %TRUE if there is none any more, or %FALSE with %QTR_ERROR_UNWRITABLE
 */
gboolean qtr_lock_break (const char *path, GError **error);

/**
 * qtr_lock_release:
 *
 * Removes the lock file, and frees the lock.
 */
void qtr_lock_release (QtrLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrLock, qtr_lock_release)

G_END_DECLS
