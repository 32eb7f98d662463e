/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/record.h"

G_BEGIN_DECLS

#define QTR_TYPE_MARKING_ROW (qtr_marking_row_get_type ())

/**
 * QtrMarkingRow:
 *
 * A row in which one of the plan's marking levels is chosen.
 *
 * Signal `chosen (row, const char *marking)`: the user chose @marking, or %NULL for none.
 */
G_DECLARE_FINAL_TYPE (QtrMarkingRow, qtr_marking_row, QTR, MARKING_ROW, AdwComboRow)

/**
 * qtr_marking_row_show:
 * @markings: (nullable): the plan's levels, the lowest first
 * @marking: (nullable): what is chosen, which is offered even if the plan does not have it
 *
 * Nothing is emitted.
 */
void qtr_marking_row_show (QtrMarkingRow *self, const QtrTokens *markings, const char *marking);

G_END_DECLS
