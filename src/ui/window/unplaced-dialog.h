/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/report.h"

G_BEGIN_DECLS

#define QTR_TYPE_UNPLACED_DIALOG (qtr_unplaced_dialog_get_type ())

/**
 * QtrUnplacedDialog:
 *
 * Lists the lines of a report that an import could not place, so that nothing is lost unseen.
 */
G_DECLARE_FINAL_TYPE (QtrUnplacedDialog, qtr_unplaced_dialog, QTR, UNPLACED_DIALOG, AdwDialog)

/**
 * qtr_unplaced_dialog_new:
 * @report: what was read
 */
AdwDialog *qtr_unplaced_dialog_new (const QtrReport *report);

G_END_DECLS
