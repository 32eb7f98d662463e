/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "series/resolve.h"

G_BEGIN_DECLS

/**
 * QtrPrintedPlan:
 *
 * Gives a plan with all the updates that the checks of one of them read as they are printed: that one, the
 * one before it, and those of the quarter before and of the year before. What it read it remembers.
 */
typedef struct _QtrPrintedPlan QtrPrintedPlan;

QtrPrintedPlan *qtr_printed_plan_new (void);
void qtr_printed_plan_free (QtrPrintedPlan *self);

/**
 * qtr_printed_plan_read:
 * @update: the update that is checked
 *
 * Returns: (transfer full): the plan; @plan itself where no text has a figure
 */
QtrPlan *qtr_printed_plan_read (QtrPrintedPlan *self, const QtrPlan *plan, const QtrUpdate *update);

/**
 * qtr_printed_plan_get_resolver:
 *
 * Returns: (transfer none): what read the update that is checked
 */
const QtrResolver *qtr_printed_plan_get_resolver (const QtrPrintedPlan *self);

G_END_DECLS
