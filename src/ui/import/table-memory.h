/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/table.h"

G_BEGIN_DECLS

/* How tables were read the last time, told by their headings: kept with what else the program remembers. */

/**
 * qtr_table_memory_load:
 *
 * Returns: (transfer full): all that is remembered
 */
GKeyFile *qtr_table_memory_load (void);

/**
 * qtr_table_memory_find:
 *
 * Returns: (transfer full) (nullable): how a table with these headings was read
 */
QtrTableMapping *qtr_table_memory_find (GKeyFile *memory, const QtrTableContent *table);

/**
 * qtr_table_memory_keep:
 *
 * Remembers how a table was read, for those with the same headings.
 */
void qtr_table_memory_keep (const QtrTableContent *table);

G_END_DECLS
