/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/recovered.h"

G_BEGIN_DECLS

#define QTR_TYPE_RECOVERED_ROW (qtr_recovered_row_get_type ())

/**
 * QtrRecoveredRow:
 *
 * What was left behind of one plan: its title, when it was written, what differs, and what can be done. What
 * is discarded can be kept after all for as long as the row is there.
 *
 * Property: `discarded`. Signals: `open-chosen (row)`, `compare-chosen (row)`.
 */
G_DECLARE_FINAL_TYPE (QtrRecoveredRow, qtr_recovered_row, QTR, RECOVERED_ROW, AdwPreferencesRow)

GtkWidget *qtr_recovered_row_new (QtrRecovered *recovered);

/**
 * qtr_recovered_row_get_recovered:
 *
 * Returns: (transfer none): what it shows
 */
QtrRecovered *qtr_recovered_row_get_recovered (QtrRecoveredRow *self);

gboolean qtr_recovered_row_get_discarded (QtrRecoveredRow *self);

G_END_DECLS
