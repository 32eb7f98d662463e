/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/plan/plan-form-dialog.h"

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_WORDING_DIALOG (qtr_plan_wording_dialog_get_type ())

/**
 * QtrPlanWordingDialog:
 *
 * The words of a commitment. Changing them asks whether they were wrong, or whether the promise is worded
 * anew from a quarter on.
 */
G_DECLARE_FINAL_TYPE (QtrPlanWordingDialog, qtr_plan_wording_dialog, QTR, PLAN_WORDING_DIALOG, AdwDialog)

/**
 * QtrPlanWordingField:
 *
 * The places of what the dialog gives to its #QtrPlanApply. @QTR_PLAN_WORDING_ANEW is %NULL where a wording
 * is corrected; @QTR_PLAN_WORDING_QUARTER is the first quarter of a new one.
 */
typedef enum {
  QTR_PLAN_WORDING_LEAD,
  QTR_PLAN_WORDING_TEXT,
  QTR_PLAN_WORDING_QUARTER,
  QTR_PLAN_WORDING_ANEW,
  QTR_N_PLAN_WORDING_FIELDS,
} QtrPlanWordingField;

/**
 * qtr_plan_wording_dialog_new:
 * @lead: (nullable): the lead as it is
 * @text: (nullable): the text as it is; %NULL for a new commitment
 * @quarter: (nullable): the quarter that is proposed
 * @apply: called when the wording is accepted
 * @data: (transfer full): given to @apply
 */
AdwDialog *qtr_plan_wording_dialog_new (const char *lead, const char *text, const char *quarter,
                                        QtrPlanApply apply, gpointer data, GDestroyNotify destroy);

G_END_DECLS
