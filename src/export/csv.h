/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * qtr_csv_write_table:
 *
 * Writes a table as RFC 4180 has it, in UTF-8 with a byte order mark. Numbers are as they are; a text that a
 * spreadsheet would take for a formula has an apostrophe before it.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *qtr_csv_write_table (const QtrTable *table);

G_END_DECLS
