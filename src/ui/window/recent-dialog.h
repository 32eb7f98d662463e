/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_RECENT_DIALOG (qtr_recent_dialog_get_type ())

/**
 * QtrRecentDialog:
 *
 * All plans that were open not long ago, to open one of them.
 *
 * Signal: `chosen (dialog, GFile *file)`.
 */
G_DECLARE_FINAL_TYPE (QtrRecentDialog, qtr_recent_dialog, QTR, RECENT_DIALOG, AdwDialog)

AdwDialog *qtr_recent_dialog_new (void);

G_END_DECLS
