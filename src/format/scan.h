/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_SCAN_DEPTH_MAX:
 *
 * How deep arrays and objects may nest. A bullet nested six deep needs some twenty.
 */
#define QTR_SCAN_DEPTH_MAX 64

/**
 * QTR_SCAN_SIZE_MAX:
 *
 * How many bytes a plan may have: some thirty years of the largest plans known.
 */
#define QTR_SCAN_SIZE_MAX (512 * 1024 * 1024)

/**
 * QTR_SCAN_MEMBERS_MAX:
 *
 * How many members an object may have. The record with the most fields has some twenty.
 */
#define QTR_SCAN_MEMBERS_MAX 256

/**
 * qtr_scan_check:
 *
 * Reads JSON for what JSON parsers let through and a plan cannot take: the same name twice in an object, NUL
 * and control characters in texts, numbers that are not whole or do not fit 64 bits, bytes that are not
 * UTF-8, nesting and sizes beyond the limits. Syntax errors are found on the way.
 *
 * Returns: %TRUE, or %FALSE with an error that has line, column (in characters) and JSON path
 */
gboolean qtr_scan_check (const char *bytes, gsize length, GError **error);

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
