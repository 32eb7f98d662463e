/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "ui/changes/change-item.h"

G_BEGIN_DECLS

/**
 * qtr_change_list_new:
 * @before: a plan
 * @now: what became of it
 *
 * Compares two plans, and says of each difference what people would: what only makes room for something else,
 * or goes with its place, is no difference of its own. May be called from any thread.
 *
 * Returns: (transfer full) (element-type QtrChangeItem): the differences, in reading order
 */
GPtrArray *qtr_change_list_new (const QtrPlan *before, const QtrPlan *now);

/**
 * qtr_change_list_new_for_quarter:
 * @quarter: a quarter
 *
 * Compares an update with the one before it, section by section, where no record is the same: a bullet is
 * what became of the one that has most words in common with it. May be called from any thread.
 *
 * Returns: (transfer full) (element-type QtrChangeItem): all bullets of both updates; nothing if there is no
 *   update before
 */
GPtrArray *qtr_change_list_new_for_quarter (const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_change_list_number_sections:
 * @items: (element-type QtrChangeItem):
 *
 * Has items that follow one another under one heading stand in one section.
 */
void qtr_change_list_number_sections (GPtrArray *items);

/**
 * qtr_change_list_find_previous:
 *
 * Returns: (transfer none) (nullable): the update before that of @quarter
 */
const QtrRecord *qtr_change_list_find_previous (const QtrPlan *plan, QtrPeriod quarter);

G_END_DECLS
