/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* Makes a zip archive of the text of its members: names and contents by turns, with %NULL at the end. With a
 * password, they are encrypted. */
GBytes *archive_make (const char *const *members, const char *password);
