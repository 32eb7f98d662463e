/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "check/finding.h"

G_BEGIN_DECLS

#define QTR_TYPE_FINDINGS_LIST (qtr_findings_list_get_type ())

/**
 * QtrFindingsList:
 *
 * What the checks say, the errors first. It scrolls by itself.
 *
 * Signal `activated (QtrFinding *finding)`: somebody wants to go to its place.
 */
G_DECLARE_FINAL_TYPE (QtrFindingsList, qtr_findings_list, QTR, FINDINGS_LIST, GtkWidget)

GtkWidget *qtr_findings_list_new (void);

/**
 * qtr_findings_list_set_findings:
 * @findings: (nullable) (element-type QtrFinding): what the checks said, of which the list takes references
 *
 * Findings that were there already keep their rows, their selection and the focus.
 */
void qtr_findings_list_set_findings (QtrFindingsList *self, GPtrArray *findings);

/**
 * qtr_findings_list_get_rows:
 *
 * Returns: (transfer none) (element-type QtrFindingsRow): the rows as they are shown
 */
GListModel *qtr_findings_list_get_rows (QtrFindingsList *self);

G_END_DECLS
