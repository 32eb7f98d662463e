/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_EXPORT_BUTTON (qtr_export_button_get_type ())

/**
 * QtrExportButton:
 *
 * The way to the export, which says how many errors hold it back. While there are any it opens what can be
 * done about it: look at them, or export a draft.
 */
G_DECLARE_FINAL_TYPE (QtrExportButton, qtr_export_button, QTR, EXPORT_BUTTON, AdwBin)

/**
 * qtr_export_button_set_errors:
 * @n_errors: how many stand open
 */
void qtr_export_button_set_errors (QtrExportButton *self, guint n_errors);

G_END_DECLS
