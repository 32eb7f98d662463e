/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/**
 * test_folder_new:
 *
 * Returns: (transfer full): the path of an empty folder of the test's own
 */
char *test_folder_new (void);

/**
 * test_folder_remove:
 * @path: (transfer full): a folder from test_folder_new(), removed with what is in it
 */
void test_folder_remove (char *path);

/**
 * test_folder_count:
 *
 * Returns: how many files are in the folder, hidden ones included
 */
guint test_folder_count (const char *path);
