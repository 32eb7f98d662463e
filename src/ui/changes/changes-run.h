/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/period.h"
#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrChangesDone:
 * @items: (element-type QtrChangeItem): what qtr_change_list_new() or its like found
 */
typedef void (*QtrChangesDone) (GPtrArray *items, gpointer data);

/**
 * QtrChangesRun:
 *
 * Compares plans in a worker thread: one comparison at a time, and of all that are asked for meanwhile only
 * the last. What was compared last is not compared again.
 */
typedef struct _QtrChangesRun QtrChangesRun;

/**
 * qtr_changes_run_new:
 * @done: called in this thread with what came of each comparison
 */
QtrChangesRun *qtr_changes_run_new (QtrChangesDone done, gpointer data);

/**
 * qtr_changes_run_free:
 *
 * Nothing is called any more.
 */
void qtr_changes_run_free (QtrChangesRun *self);

/**
 * qtr_changes_run_ask:
 * @before: (nullable): what @now is compared with; %NULL: its update for @quarter is compared with the one
 * before
 * @quarter: a quarter that has an update, without @before
 *
 * Returns: %FALSE if just that was asked last
 */
gboolean qtr_changes_run_ask (QtrChangesRun *self, const QtrPlan *before, const QtrPlan *now,
                              QtrPeriod quarter);

/**
 * qtr_changes_run_forget:
 *
 * What is asked for next is compared, even if it was before.
 */
void qtr_changes_run_forget (QtrChangesRun *self);

/**
 * qtr_changes_run_is_busy:
 *
 * Returns: whether an answer is still to come
 */
gboolean qtr_changes_run_is_busy (const QtrChangesRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChangesRun, qtr_changes_run_free)

G_END_DECLS
