/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/plan.h"

G_BEGIN_DECLS

#define QTR_TYPE_NEW_PLAN_DIALOG (qtr_new_plan_dialog_get_type ())

/**
 * QtrNewPlanDialog:
 *
 * Leads through the least that a plan needs to be reported on. All but the title can be left for later.
 *
 * Signal `created (dialog, gpointer plan)`: a #QtrPlan with an update for its first quarter, valid during the
 * emission at least.
 */
G_DECLARE_FINAL_TYPE (QtrNewPlanDialog, qtr_new_plan_dialog, QTR, NEW_PLAN_DIALOG, AdwDialog)

AdwDialog *qtr_new_plan_dialog_new (void);

G_END_DECLS
