/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sys/stat.h>

#include "base/error.h"
#include "store/file.h"

G_BEGIN_DECLS

/**
 * QtrFileStamp:
 *
 * What tells, without reading a file, that it is hardly another one. All zero: not known.
 */
typedef struct {
  dev_t device;
  ino_t inode;
  off_t size;
  struct timespec modified;
} QtrFileStamp;

QtrFileStamp qtr_file_stamp_new (const struct stat *standing);

/**
 * qtr_file_fail:
 *
 * Sets an error that names the file before the reason.
 *
 * Returns: %FALSE
 */
gboolean qtr_file_fail (GFile *file, QtrError code, const char *reason, GError **error);

/**
 * qtr_file_find_target:
 *
 * Returns: (transfer full) (nullable): the path that writing @file writes, symbolic links resolved; %NULL
 * with %QTR_ERROR_UNWRITABLE
 */
char *qtr_file_find_target (GFile *file, GError **error);

/**
 * qtr_file_replace:
 * @path: from qtr_file_find_target()
 * @is_locked: nobody else writes the file, as its lock is held
 * @stamp: (out) (optional): that of the new file
 *
 * Replaces a file's content as qtr_file_write_bytes() does.
 *
 * Returns: %TRUE, or %FALSE with `errno` set
 */
gboolean qtr_file_replace (const char *path, gboolean is_locked, GBytes *bytes, QtrFileStamp *stamp);

/**
 * qtr_file_content_read:
 *
 * As qtr_file_read(), but sees for itself although the file seems untouched.
 */
QtrFileContent *qtr_file_content_read (GFile *file, const QtrFileContent *known, GError **error);

/**
 * qtr_file_content_new_written:
 * @plan: what was written
 * @bytes: as which
 * @stamp: that of the new file
 */
QtrFileContent *qtr_file_content_new_written (const QtrPlan *plan, GBytes *bytes, QtrFileStamp stamp);

G_END_DECLS
