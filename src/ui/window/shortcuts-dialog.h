/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_SHORTCUTS_DIALOG (qtr_shortcuts_dialog_get_type ())

/**
 * QtrShortcutsDialog:
 *
 * Lists the window's commands with their keys, out of the one table of commands.
 */
G_DECLARE_FINAL_TYPE (QtrShortcutsDialog, qtr_shortcuts_dialog, QTR, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *qtr_shortcuts_dialog_new (void);

G_END_DECLS
