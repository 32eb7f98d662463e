/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"
#include "ui/import/table-reading.h"

G_BEGIN_DECLS

#define QTR_TYPE_TABLE_DIALOG (qtr_table_dialog_get_type ())

/**
 * QtrTableDialog:
 *
 * Shows what a table says before it goes into a plan: which column is what, to be changed; what the first
 * rows become; what is new, what is replaced, and what is not understood. Reading happens beside.
 *
 * Signal: `imported (dialog, const char *message)`: it was committed, in one step.
 */
G_DECLARE_FINAL_TYPE (QtrTableDialog, qtr_table_dialog, QTR, TABLE_DIALOG, AdwDialog)

/**
 * qtr_table_dialog_new:
 * @document: what it goes into
 * @source: where it comes from
 */
AdwDialog *qtr_table_dialog_new (QtrDocument *document, const QtrTableSource *source);

G_END_DECLS
