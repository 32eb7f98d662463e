/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/plan/plan-item-row.h"

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_LIST (qtr_plan_list_get_type ())

/**
 * QtrPlanList:
 *
 * A list of rows with a row at its end that adds to it. Rows that stay where they were are kept, and so is
 * the focus.
 *
 * Action: `list.add`, which the last row does. Signal: `add (list)`, when it is done.
 */
G_DECLARE_FINAL_TYPE (QtrPlanList, qtr_plan_list, QTR, PLAN_LIST, AdwPreferencesGroup)

/**
 * qtr_plan_list_new:
 * @add: what the last row says
 */
GtkWidget *qtr_plan_list_new (const char *add);

/**
 * qtr_plan_list_claim:
 * @index: where in the list: they are claimed from the first to the last
 * @fresh: (out): whether it was made now
 *
 * Returns: (transfer none): the row at @index for that item
 */
QtrPlanItemRow *qtr_plan_list_claim (QtrPlanList *self, guint index, QtrPlanItemKind kind, const char *key,
                                     gboolean *fresh);

/**
 * qtr_plan_list_get_neighbour:
 * @step: how many rows below @row; above it if negative
 *
 * Returns: (transfer none) (nullable): the row there
 */
QtrPlanItemRow *qtr_plan_list_get_neighbour (QtrPlanList *self, QtrPlanItemRow *row, int step);

/**
 * qtr_plan_list_end:
 * @n_rows: how many were claimed
 *
 * Lets all others go.
 */
void qtr_plan_list_end (QtrPlanList *self, guint n_rows);

G_END_DECLS
