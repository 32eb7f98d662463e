/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrScanPart:
 * @name: the member of the root that holds the list
 * @begin: where the element begins, and in @length how many bytes it has
 *
 * An object in one of the lists of the root: what can be parsed apart from all others.
 */
typedef struct {
  const char *name;
  gsize name_length;
  const char *begin;
  gsize length;
} QtrScanPart;

/**
 * qtr_scan_check:
 * @parts: (element-type QtrScanPart): gets the elements of those lists of the root that hold objects and
 * nothing else, in their order; they point into @bytes
 *
 * Reads JSON for what JSON parsers let through and a plan cannot take: the same name twice in an object, NUL
 * and control characters in texts, numbers that are not whole or do not fit 64 bits, bytes that are not
 * UTF-8, and whatever is beyond the limits of limit.h. Syntax errors are found on the way.
 *
 * Returns: %TRUE, or %FALSE with an error that has line, column (in characters) and JSON path
 */
gboolean qtr_scan_check (const char *bytes, gsize length, GArray *parts, GError **error);

/**
 * qtr_scan_locate:
 * @bytes: JSON that passed qtr_scan_check()
 * @path: a JSON path, such as `$.priorities[2].title`
 * @line: (out): counted from 1
 * @column: (out): in characters, counted from 1
 *
 * Finds where the value at @path begins.
 *
 * Returns: whether there is one
 */
gboolean qtr_scan_locate (const char *bytes, gsize length, const char *path, guint *line, guint *column);

G_END_DECLS
