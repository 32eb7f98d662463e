/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/decimal.h"

G_BEGIN_DECLS

/**
 * QtrLimitsRow:
 * @period: (owned): as it stands in the table
 * @value: no number: a gap
 * @line: of the table, from 1
 */
typedef struct {
  char *period;
  QtrDecimal value;
  guint line;
} QtrLimitsRow;

/**
 * qtr_limits_table_read:
 * @sorted: (out): whether the rows stood in another order than that of time
 *
 * Reads a table with the columns `period` and `value`; others are passed over. Rows are put in order of time
 * where every period can be understood; else they stay as they stand.
 *
 * Returns: (transfer full) (element-type QtrLimitsRow) (nullable): the rows; or %NULL, with a message that
 *   names the line and what to do
 */
GArray *qtr_limits_table_read (GFile *file, gboolean *sorted, GError **error);

/**
 * qtr_limits_table_find:
 *
 * Returns: the place of the row of @period; the number of rows where there is none
 */
guint qtr_limits_table_find (const GArray *rows, const char *period);

G_END_DECLS
