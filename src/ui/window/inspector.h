/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_INSPECTOR (qtr_inspector_get_type ())

/**
 * QtrInspector:
 *
 * The right pane: the chart of the measure at hand, and the findings.
 *
 * Property: `closable`: whether it lies over the page, and so has a button that leads back to that.
 *
 * Signals, each with a `QtrFinding *finding`: `finding-chosen`; `finding-fixed`: it is to be fixed;
 * `findings-fixed`: all of its kind are; `finding-dismissed`: it is to be left as it is; `finding-restored`:
 * it no longer is.
 */
G_DECLARE_FINAL_TYPE (QtrInspector, qtr_inspector, QTR, INSPECTOR, AdwBin)

/**
 * qtr_inspector_set_measure:
 * @measure: (nullable): the id of the measure at hand
 */
void qtr_inspector_set_measure (QtrInspector *self, QtrDocument *document, const char *measure,
                                QtrPeriod quarter);

/**
 * qtr_inspector_set_priority:
 * @priority: (nullable): the id of the priority that is shown; %NULL: the front page
 */
void qtr_inspector_set_priority (QtrInspector *self, const char *priority);

/**
 * qtr_inspector_set_findings:
 * @findings: (element-type QtrFinding): of the quarter that is shown
 * @dismissed: (element-type QtrFinding): those that are left as they are
 */
void qtr_inspector_set_findings (QtrInspector *self, GPtrArray *findings, GPtrArray *dismissed);

/**
 * qtr_inspector_get_page:
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *qtr_inspector_get_page (QtrInspector *self);

/**
 * qtr_inspector_set_page:
 * @page: the name of a page; one that there is not is ignored
 */
void qtr_inspector_set_page (QtrInspector *self, const char *page);

void qtr_inspector_show_chart (QtrInspector *self);
void qtr_inspector_show_findings (QtrInspector *self);

G_END_DECLS
