/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_figures_sheet_new:
 * @rows: (element-type QtrFiguresRow): rows of the figures grid
 *
 * Writes rows as spreadsheets take them: a line for each with tabs between the cells, and plain digits, so
 * that a value comes back as it went.
 *
 * Returns: (transfer full) (nullable): the text; %NULL: there are no rows
 */
char *qtr_figures_sheet_new (const QtrPlan *plan, GListModel *rows);

G_END_DECLS
