/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"
#include "ui/changes/change-item.h"

G_BEGIN_DECLS

/**
 * QtrChangesSource:
 *
 * What the plan is compared with.
 */
typedef enum { QTR_CHANGES_SAVED, QTR_CHANGES_QUARTER, QTR_CHANGES_FILE } QtrChangesSource;

#define QTR_TYPE_CHANGES_PAGE (qtr_changes_page_get_type ())

/**
 * QtrChangesPage:
 *
 * What changed since the last save, since the quarter before, or against a file; and above it what two people
 * changed each in their own way, to be chosen from. Nothing is compared while it is not shown, but for the
 * number of changes since the last save, which is counted at most once a second.
 *
 * Signals: `place-chosen (page, const char *record)`: somebody wants to see the record of that id;
 * `taken (page, const char *message)`: something was done that can be undone; `told (page, const char
 * *message)`: something could not be done; `counted (page, guint n_changes)`: so many changes are not saved.
 */
G_DECLARE_FINAL_TYPE (QtrChangesPage, qtr_changes_page, QTR, CHANGES_PAGE, AdwBin)

void qtr_changes_page_set_document (QtrChangesPage *self, QtrDocument *document);

/**
 * qtr_changes_page_set_quarter:
 * @quarter: of the update that is compared with the one before
 */
void qtr_changes_page_set_quarter (QtrChangesPage *self, QtrPeriod quarter);

/**
 * qtr_changes_page_set_source:
 * @source: not a file, which is given by qtr_changes_page_compare_file()
 */
void qtr_changes_page_set_source (QtrChangesPage *self, QtrChangesSource source);

/**
 * qtr_changes_page_compare_file:
 * @file: a plan
 *
 * Reads @file in a worker thread and compares the plan with it.
 */
void qtr_changes_page_compare_file (QtrChangesPage *self, GFile *file);

/**
 * qtr_changes_page_step_conflict:
 * @step: 1 to the next question, -1 to the one before; 0 to the one at hand, or else the first
 *
 * Takes the focus there.
 */
void qtr_changes_page_step_conflict (QtrChangesPage *self, int step);

/**
 * qtr_changes_page_show_conflict:
 * @conflict: the id of one of the plan's conflicts
 */
void qtr_changes_page_show_conflict (QtrChangesPage *self, const char *conflict);

/* Commands for the question at hand: the one that is selected, or else the first. Without one they do
 * nothing. */
void qtr_changes_page_use_yours (QtrChangesPage *self);
void qtr_changes_page_use_theirs (QtrChangesPage *self);
void qtr_changes_page_use_both (QtrChangesPage *self);

/**
 * qtr_changes_page_revert:
 *
 * Takes back the change that is selected, if one is.
 */
void qtr_changes_page_revert (QtrChangesPage *self);

/**
 * qtr_changes_page_get_items:
 *
 * Returns: (transfer none) (element-type QtrChangeItem): the rows as they are shown
 */
GListModel *qtr_changes_page_get_items (QtrChangesPage *self);

G_END_DECLS
