/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "check/finding.h"
#include "store/document.h"
#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

#define QTR_TYPE_PRIORITY_PAGE (qtr_priority_page_get_type ())

/**
 * QtrPriorityPage:
 *
 * A priority as the page that it will be: its title, its commitments with what is reported under each, and
 * its figures.
 *
 * Signal: `measure-activated (page, const char *measure)`: the focus came to a measure's row in the figures.
 */
G_DECLARE_FINAL_TYPE (QtrPriorityPage, qtr_priority_page, QTR, PRIORITY_PAGE, AdwBin)

void qtr_priority_page_set_document (QtrPriorityPage *self, QtrDocument *document);

/**
 * qtr_priority_page_set_place:
 * @priority: the id of a priority that holds in @quarter
 * @quarter: a quarter that has an update
 */
void qtr_priority_page_set_place (QtrPriorityPage *self, const char *priority, QtrPeriod quarter);

/**
 * qtr_priority_page_set_findings:
 * @findings: (element-type QtrFinding): of the whole quarter
 */
void qtr_priority_page_set_findings (QtrPriorityPage *self, GPtrArray *findings);

/**
 * qtr_priority_page_go_to_finding:
 * @finding: one about the priority that is shown
 *
 * Takes the focus to the place that @finding speaks of.
 */
void qtr_priority_page_go_to_finding (QtrPriorityPage *self, const QtrFinding *finding);

/**
 * qtr_priority_page_show_commitment:
 * @commitment: the id of one of the priority that is shown
 *
 * Takes the focus to what is reported under it, unless it is there.
 */
void qtr_priority_page_show_commitment (QtrPriorityPage *self, const char *commitment);

/**
 * qtr_priority_page_show_measure:
 * @measure: the id of one of the priority that is shown
 *
 * Takes the focus to its figures.
 */
void qtr_priority_page_show_measure (QtrPriorityPage *self, const char *measure);

/**
 * qtr_priority_page_start_writing:
 *
 * Takes the focus to where was written last, or else to the first commitment.
 */
void qtr_priority_page_start_writing (QtrPriorityPage *self);

/**
 * qtr_priority_page_count_unread:
 *
 * Returns: how many cells of figures, on all pages, hold something that cannot be read
 */
guint qtr_priority_page_count_unread (QtrPriorityPage *self);

/**
 * qtr_priority_page_get_editor:
 *
 * Returns: (transfer none) (nullable): the editor that is written in
 */
QtrBulletsView *qtr_priority_page_get_editor (QtrPriorityPage *self);

/* Commands of the section that is written in. Without one they do nothing. */
void qtr_priority_page_indent (QtrPriorityPage *self);
void qtr_priority_page_outdent (QtrPriorityPage *self);
void qtr_priority_page_move_up (QtrPriorityPage *self);
void qtr_priority_page_move_down (QtrPriorityPage *self);

G_END_DECLS
