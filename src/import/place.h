/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/importer.h"
#include "model/edit.h"

G_BEGIN_DECLS

/**
 * qtr_place_report:
 * @plan: a new or a standing plan
 * @report: what was read; what is done with it is noted in its `recognised`
 * @context: (nullable): its quarter comes before the report's own
 * @quarter: (out) (optional): into which quarter the report went
 *
 * Puts a report into a plan. The update of its quarter is made or merged into; priorities and commitments are
 * matched, and where a wording changed, the later quarter's is the successor. In whichever order reports are
 * placed, the plan is the same but for ids; a report that is placed again changes nothing.
 *
 * Returns: (transfer full): the new plan, another reference to @plan if nothing changed, or %NULL with
 *   %QTR_ERROR_USAGE if no quarter is known
 */
QtrPlan *qtr_place_report (const QtrPlan *plan, QtrReport *report, const QtrImportContext *context,
                           QtrPeriod *quarter, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
