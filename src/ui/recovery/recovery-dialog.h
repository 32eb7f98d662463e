/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/recovered.h"

G_BEGIN_DECLS

#define QTR_TYPE_RECOVERY_DIALOG (qtr_recovery_dialog_get_type ())

/**
 * QtrRecoveryDialog:
 *
 * Offers what programs that died left behind. What is neither opened nor discarded stays where it is.
 *
 * Signals: `open-chosen (dialog, QtrRecovered)`; `discarded (dialog, QtrRecovered)`, which comes when the
 * dialog is closed, as until then it can be kept after all.
 */
G_DECLARE_FINAL_TYPE (QtrRecoveryDialog, qtr_recovery_dialog, QTR, RECOVERY_DIALOG, AdwDialog)

/**
 * qtr_recovery_dialog_new:
 * @recovered: (element-type QtrRecovered): what was found, or nothing
 */
AdwDialog *qtr_recovery_dialog_new (GPtrArray *recovered);

G_END_DECLS
