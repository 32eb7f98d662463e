/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/measure.h"

G_BEGIN_DECLS

#define QTR_TYPE_USES_DIALOG (qtr_uses_dialog_get_type ())

/**
 * QtrUsesDialog:
 *
 * Where a measure is used, each place one click away.
 *
 * Signal `chosen (dialog, const char *record, gboolean is_chart)`: the id of the record that is to be gone
 * to, and whether its chart is to be seen there.
 */
G_DECLARE_FINAL_TYPE (QtrUsesDialog, qtr_uses_dialog, QTR, USES_DIALOG, AdwDialog)

AdwDialog *qtr_uses_dialog_new (const QtrPlan *plan, const QtrMeasure *measure);

G_END_DECLS
