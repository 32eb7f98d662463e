/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_FORM_DIALOG (qtr_plan_form_dialog_get_type ())

/**
 * QtrPlanFormDialog:
 *
 * A few entries that are applied together. What is wrong with one of them is said beside it, and the dialog
 * stays.
 */
G_DECLARE_FINAL_TYPE (QtrPlanFormDialog, qtr_plan_form_dialog, QTR, PLAN_FORM_DIALOG, AdwDialog)

#define QTR_PLAN_FORM_FIELDS_MAX 3

/**
 * QtrPlanField:
 * @title: what the entry asks for, translated
 * @value: (nullable): what it says at first
 * @choices: (nullable): what it mostly says, to choose from, %NULL-terminated and still to be translated
 */
typedef struct {
  const char *title;
  const char *value;
  const char *const *choices;
} QtrPlanField;

/**
 * QtrPlanForm:
 * @title: the dialog's title
 * @description: (nullable): what is to be known before
 * @accept: what its button says, with its mnemonic
 * @fields: those with a title are shown
 */
typedef struct {
  const char *title;
  const char *description;
  const char *accept;
  QtrPlanField fields[QTR_PLAN_FORM_FIELDS_MAX];
} QtrPlanForm;

/**
 * QtrPlanApply:
 * @values: what the entries say, without space around it
 * @wrong: (out): which of them is wrong
 * @data: what was given with the function
 *
 * Does what a form asks for.
 *
 * Returns: whether it is done; otherwise @error says why it is not
 */
typedef gboolean (*QtrPlanApply) (const char *const *values, guint *wrong, gpointer data, GError **error);

/**
 * qtr_plan_form_dialog_new:
 * @apply: called when the form is accepted
 * @data: (transfer full): given to @apply
 * @destroy: frees @data with the dialog
 */
AdwDialog *qtr_plan_form_dialog_new (const QtrPlanForm *form, QtrPlanApply apply, gpointer data,
                                     GDestroyNotify destroy);

G_END_DECLS
