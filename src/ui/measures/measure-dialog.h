/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_MEASURE_DIALOG (qtr_measure_dialog_get_type ())

/**
 * QtrMeasureDialog:
 *
 * Everything that is to be said of a measure besides its figures, applied in one step. What is wrong with an
 * entry is said, and the dialog stays.
 */
G_DECLARE_FINAL_TYPE (QtrMeasureDialog, qtr_measure_dialog, QTR, MEASURE_DIALOG, AdwDialog)

/**
 * qtr_measure_dialog_new:
 * @id: (nullable): the measure that is changed; %NULL: a new one
 * @priority: (nullable): the id of the priority that a new one belongs to
 */
AdwDialog *qtr_measure_dialog_new (QtrDocument *document, const char *id, const char *priority);

G_END_DECLS
