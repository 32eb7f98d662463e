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
#include "ui/figures/figures-grid.h"
#include "ui/find/finder.h"
#include "ui/update/section-view.h"

G_BEGIN_DECLS

#define QTR_TYPE_PRIORITY_PAGE (qtr_priority_page_get_type ())

/**
 * QtrPriorityPage:
 *
 * A priority as the page that it will be: its title, its commitments with what is reported under each, and
 * its figures.
 *
 * Signals: `measure-activated (page, const char *measure)`: the focus came to a measure's row in the figures;
 * `figures-taken (page, const char *message)`: figures were pasted, which can be undone;
 * `selection-changed (page)`: the caret or the selection is elsewhere.
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
 * qtr_priority_page_get_grid:
 *
 * Returns: (transfer none): its figures
 */
QtrFiguresGrid *qtr_priority_page_get_grid (QtrPriorityPage *self);

/**
 * qtr_priority_page_show_measure:
 * @measure: the id of one of the priority that is shown
 *
 * Takes the focus to its figures.
 */
void qtr_priority_page_show_measure (QtrPriorityPage *self, const char *measure);

/**
 * qtr_priority_page_set_finder:
 *
 * Marks on the page what @finder finds. To be called once.
 */
void qtr_priority_page_set_finder (QtrPriorityPage *self, QtrFinder *finder);

/**
 * qtr_priority_page_show_match:
 * @match: one on the page that is shown
 *
 * Selects @match and scrolls to it, without taking the focus there.
 */
void qtr_priority_page_show_match (QtrPriorityPage *self, const QtrFindMatch *match);

/**
 * qtr_priority_page_get_last_editor:
 * @commitment: (out) (nullable): the id of the commitment that it belongs to
 *
 * Returns: (transfer none) (nullable): the editor that is written in, or was last
 */
QtrBulletsView *qtr_priority_page_get_last_editor (QtrPriorityPage *self, const char **commitment);

/**
 * qtr_priority_page_start_writing:
 *
 * Takes the focus to where was written last, or else to the first commitment.
 */
void qtr_priority_page_start_writing (QtrPriorityPage *self);

/**
 * qtr_priority_page_find_caret:
 * @caret: (out): where the caret is in its text, in characters
 * @scroll: (out): how far down the page is, in pixels
 *
 * Returns: (transfer none) (nullable): the id of the commitment that was written under last
 */
const char *qtr_priority_page_find_caret (QtrPriorityPage *self, int *caret, double *scroll);

/**
 * qtr_priority_page_restore_caret:
 * @commitment: (nullable): the id of the commitment to write under
 *
 * Puts caret and page back to where they were, as qtr_priority_page_find_caret() said it.
 */
void qtr_priority_page_restore_caret (QtrPriorityPage *self, const char *commitment, int caret,
                                      double scroll);

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

/**
 * qtr_priority_page_get_current_section:
 *
 * Returns: (transfer none) (nullable): the section that is written in or was last
 */
QtrSectionView *qtr_priority_page_get_current_section (QtrPriorityPage *self);

/* Commands of the section that is written in. Without one they do nothing. */
void qtr_priority_page_indent (QtrPriorityPage *self);
void qtr_priority_page_outdent (QtrPriorityPage *self);
void qtr_priority_page_move_up (QtrPriorityPage *self);
void qtr_priority_page_move_down (QtrPriorityPage *self);

G_END_DECLS
