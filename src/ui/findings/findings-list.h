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
 * What the checks say: the errors first, and those of each page together. It can be narrowed to one severity,
 * and to what has certain words. What was dismissed is shown on request, by itself. It scrolls by itself.
 *
 * Signals, each with a `QtrFinding *finding`: `activated`: somebody wants to go to its place; `fix`: wants it
 * fixed; `fix-similar`: wants all of its kind fixed; `dismiss`: wants it left as it is; `restore`: wants it
 * back.
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
 * qtr_findings_list_set_praise:
 * @praise: what it says when there are no findings
 */
void qtr_findings_list_set_praise (QtrFindingsList *self, const char *praise);

/**
 * qtr_findings_list_get_rows:
 *
 * Returns: (transfer none) (element-type QtrFindingsRow): the rows as they are shown
 */
GListModel *qtr_findings_list_get_rows (QtrFindingsList *self);

G_END_DECLS
