/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QtrRowTakes:
 *
 * Returns: whether @other, a row of the same type, may be dropped on @row
 */
typedef gboolean (*QtrRowTakes) (GtkWidget *row, GtkWidget *other);

/**
 * qtr_row_add_dragging:
 * @row: a widget whose type has a signal `placed (row, other)`
 *
 * Lets the row be dragged to another one of its type, which says `placed` when it takes it.
 */
void qtr_row_add_dragging (GtkWidget *row, QtrRowTakes takes);

G_END_DECLS
