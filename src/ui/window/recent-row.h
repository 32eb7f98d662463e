/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/window/recent-plans.h"

G_BEGIN_DECLS

#define QTR_TYPE_RECENT_ROW (qtr_recent_row_get_type ())

/**
 * QtrRecentRow:
 *
 * A plan that was open not long ago: its title, its folder, when it was open. If its file is gone, the row
 * says so, and cannot be activated.
 *
 * Signal: `removed (row)`: it shall not be listed any more.
 */
G_DECLARE_FINAL_TYPE (QtrRecentRow, qtr_recent_row, QTR, RECENT_ROW, AdwActionRow)

GtkWidget *qtr_recent_row_new (const QtrRecentPlan *plan);

/**
 * qtr_recent_row_get_file:
 *
 * Returns: (transfer none): the plan's file
 */
GFile *qtr_recent_row_get_file (QtrRecentRow *self);

/**
 * qtr_recent_row_describe_time:
 * @used: a time in microseconds since 1970
 * @now: in the zone of whoever reads it
 *
 * Returns: (transfer full): how people say when that was
 */
char *qtr_recent_row_describe_time (gint64 used, GDateTime *now);

G_END_DECLS
