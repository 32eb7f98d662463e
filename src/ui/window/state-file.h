/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the program remembers from one run to the next: small files under XDG_STATE_HOME that nobody else may
 * read. They hold where one was, never what a plan says; without them one merely begins afresh. */

/**
 * qtr_state_file_read:
 * @name: of the file, without its folder
 *
 * Returns: (transfer full): what the file holds; nothing if it is missing or broken
 */
GKeyFile *qtr_state_file_read (const char *name);

/**
 * qtr_state_file_write:
 *
 * Replaces the file in one step, without the caller waiting for the disk; whoever reads meanwhile reads what
 * was written last. That it cannot be written is no reason to bother anybody.
 */
void qtr_state_file_write (const char *name, GKeyFile *keys);

/**
 * qtr_state_file_finish:
 *
 * Waits until all that was written is on the disk. To be called before the program ends.
 */
void qtr_state_file_finish (void);

/**
 * qtr_state_file_name_group:
 *
 * Returns: (transfer full): the group that speaks of @file: addresses may hold what groups may not
 */
char *qtr_state_file_name_group (GFile *file);

/**
 * qtr_state_file_drop_oldest:
 * @n_kept: how many groups may stay
 *
 * Removes the groups whose key `used` is the oldest.
 */
void qtr_state_file_drop_oldest (GKeyFile *keys, guint n_kept);

/**
 * qtr_state_file_mark_used:
 *
 * Gives a group the time that is now.
 */
void qtr_state_file_mark_used (GKeyFile *keys, const char *group);

G_END_DECLS
