/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "import/report.h"

G_BEGIN_DECLS

/**
 * QTR_SOURCE_SIZE_MAX:
 *
 * The most bytes of a text that are read. Real reports have under one hundredth of it.
 */
#define QTR_SOURCE_SIZE_MAX (16 * 1024 * 1024)

/**
 * qtr_source_decode:
 * @report: where a conversion is noted
 *
 * Makes text of bytes: UTF-8, with or without mark, UTF-16 with a mark, else Windows-1252. Line ends become
 * `\n`, no-break spaces spaces, and characters without width go.
 *
 * Returns: (transfer full): the text, or %NULL with %QTR_ERROR_SYNTAX if the bytes are none, or
 *   %QTR_ERROR_LIMIT if there are too many
 */
char *qtr_source_decode (GBytes *bytes, QtrReport *report, GError **error);

/**
 * qtr_source_append_plain:
 *
 * Appends a letter as the readers of structure expect it: no-break spaces are spaces, ends of lines new
 * lines, and what has no width, or controls something, goes.
 */
void qtr_source_append_plain (GString *out, gunichar c);

/**
 * QTR_SOURCE_WINDOWS:
 *
 * The character set of texts that are in no form of Unicode.
 */
#define QTR_SOURCE_WINDOWS "WINDOWS-1252"

/**
 * qtr_source_from_windows:
 * @length: (out) (optional): of what is returned
 *
 * Returns: (transfer full) (nullable): the UTF-8 of Windows-1252, zeros included
 */
char *qtr_source_from_windows (const char *data, gsize size, gsize *length, GError **error);

G_END_DECLS
