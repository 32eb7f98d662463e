/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "store/document.h"

G_BEGIN_DECLS

/**
 * qtr_figures_paste:
 * @rows: (element-type QtrFiguresRow): the rows of the grid
 * @position: the row that the first line goes to
 * @quarter: whose update says it
 * @text: lines out of a spreadsheet's column; an empty one leaves its row alone
 *
 * Fills rows downwards in one step. What cannot be read stands as a draft in its row, marked as wrong.
 *
 * Returns: (transfer full) (nullable): what was not taken, to be told; %NULL if all was
 */
char *qtr_figures_paste (QtrDocument *document, GListModel *rows, guint position, QtrPeriod quarter,
                         const char *text);

G_END_DECLS
