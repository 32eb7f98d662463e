/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/changes/change-item.h"

G_BEGIN_DECLS

#define QTR_TYPE_CHANGE_ROW (qtr_change_row_get_type ())

/**
 * QtrChangeRow:
 *
 * One change: what it is, by icon and word, and its text with the words marked that went and came.
 *
 * Signals: `go (row)`: somebody wants to see its place; `revert (row)`: wants it taken back.
 */
G_DECLARE_FINAL_TYPE (QtrChangeRow, qtr_change_row, QTR, CHANGE_ROW, AdwBin)

GtkWidget *qtr_change_row_new (void);

/**
 * qtr_change_row_set_item:
 * @item: (nullable): what it shows
 * @can_revert: whether it can be taken back here
 */
void qtr_change_row_set_item (QtrChangeRow *self, QtrChangeItem *item, gboolean can_revert);
QtrChangeItem *qtr_change_row_get_item (QtrChangeRow *self);

G_END_DECLS
