/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

/**
 * QTR_OUTLINE_CHANGES:
 *
 * Which place the page of the changes is: no record has such an id.
 */
#define QTR_OUTLINE_CHANGES "/changes"

/**
 * QTR_OUTLINE_MEASURES:
 *
 * Which place the page of the measures is.
 */
#define QTR_OUTLINE_MEASURES "/measures"

#define QTR_TYPE_OUTLINE (qtr_outline_get_type ())

/**
 * QtrOutline:
 *
 * The left pane: which quarter, and its pages with how far each has come.
 *
 * Signals: `place-chosen (outline, const char *place)`, with the id of a priority or of the plan,
 * %QTR_OUTLINE_MEASURES, %QTR_OUTLINE_CHANGES, or %NULL for the front page; `quarter-chosen (outline, const
 * char *quarter)`, as the plan writes it.
 */
G_DECLARE_FINAL_TYPE (QtrOutline, qtr_outline, QTR, OUTLINE, AdwBin)

void qtr_outline_set_document (QtrOutline *self, QtrDocument *document);

/**
 * qtr_outline_set_place:
 * @priority: (nullable): the id of the priority that is shown, or of the plan; %QTR_OUTLINE_MEASURES;
 *   %QTR_OUTLINE_CHANGES; %NULL: the front page
 *
 * Shows which page is shown, without a signal.
 */
void qtr_outline_set_place (QtrOutline *self, QtrPeriod quarter, const char *priority);

/**
 * qtr_outline_set_findings:
 * @findings: (element-type QtrFinding): of the quarter that is shown
 */
void qtr_outline_set_findings (QtrOutline *self, GPtrArray *findings);

/**
 * qtr_outline_set_changes:
 * @n_conflicts: how many questions a merge left open
 * @n_changes: how many changes are not saved
 */
void qtr_outline_set_changes (QtrOutline *self, guint n_conflicts, guint n_changes);

G_END_DECLS
