/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ui/figures/figures-reading.h"
#include "ui/figures/figures-row.h"

G_BEGIN_DECLS

/**
 * QtrFiguresTarget:
 * @measure: (transfer none): whose value stands in the cell
 * @period: what it is observed over
 * @row: (nullable): who keeps what cannot be read
 *
 * A cell that a block is pasted into.
 */
typedef struct {
  const QtrMeasure *measure;
  QtrPeriod period;
  QtrFiguresRow *row;
} QtrFiguresTarget;

/**
 * QtrFiguresFind:
 * @down: how many rows below the cell that the block begins in
 * @across: how many columns after it
 * @target: (out): the cell
 *
 * Returns: whether there is such a cell
 */
typedef gboolean (*QtrFiguresFind) (guint down, guint across, QtrFiguresTarget *target, gpointer data);

/**
 * QtrFiguresBlock:
 *
 * What a block out of a spreadsheet, read and laid over cells, would change.
 */
typedef struct _QtrFiguresBlock QtrFiguresBlock;

/**
 * qtr_figures_block_new:
 * @text: lines of cells with tabs between them; an empty cell leaves its place alone
 *
 * What cannot be read stands as a draft in its row, if it has one.
 *
 * Returns: (transfer full): the block
 */
QtrFiguresBlock *qtr_figures_block_new (const QtrPlan *plan, const char *text, QtrFiguresFind find,
                                        gpointer data);
void qtr_figures_block_free (QtrFiguresBlock *self);

/**
 * qtr_figures_block_count_restated:
 *
 * Returns: how many of its values are others than a published update told
 */
guint qtr_figures_block_count_restated (QtrFiguresBlock *self, const QtrPlan *plan);

/**
 * qtr_figures_block_write:
 * @quarter: whose update says it
 * @reason: (nullable): why values that were published are restated
 *
 * Returns: (transfer full): the new plan, or another reference to @plan if it says that already
 */
QtrPlan *qtr_figures_block_write (QtrFiguresBlock *self, const QtrPlan *plan, QtrPeriod quarter,
                                  const QtrRestatement *reason) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_figures_block_tell_taken:
 *
 * Returns: (transfer full): how many figures it has, and which they stand in the place of
 */
char *qtr_figures_block_tell_taken (QtrFiguresBlock *self);

/**
 * qtr_figures_block_tell_left:
 *
 * Returns: (transfer full) (nullable): what was not taken; %NULL if all was
 */
char *qtr_figures_block_tell_left (QtrFiguresBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFiguresBlock, qtr_figures_block_free)

G_END_DECLS
