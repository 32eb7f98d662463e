/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_BOTH_DIALOG (qtr_both_dialog_get_type ())

/**
 * QtrBothDialog:
 *
 * Where one text is made of two.
 *
 * Signal `accepted (dialog, const char *text)`: that is what it is to be.
 */
G_DECLARE_FINAL_TYPE (QtrBothDialog, qtr_both_dialog, QTR, BOTH_DIALOG, AdwDialog)

/**
 * qtr_both_dialog_new:
 * @text: what it begins with
 */
AdwDialog *qtr_both_dialog_new (const char *text);

G_END_DECLS
