/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "check/finding.h"
#include "model/update.h"
#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_SECTION_VIEW (qtr_section_view_get_type ())

/**
 * QtrSectionView:
 *
 * One commitment on the page of its priority: its lead and text, and what the update says under it.
 */
G_DECLARE_FINAL_TYPE (QtrSectionView, qtr_section_view, QTR, SECTION_VIEW, AdwBin)

/**
 * qtr_section_view_new:
 * @commitment: the id of the commitment
 */
GtkWidget *qtr_section_view_new (QtrDocument *document, const char *commitment);

/**
 * qtr_section_view_get_commitment:
 *
 * Returns: (transfer none): the id of the commitment
 */
const char *qtr_section_view_get_commitment (QtrSectionView *self);

/**
 * qtr_section_view_refresh:
 * @commitment: the commitment as it is now
 * @update: the update that is shown
 * @areas: (nullable): the names of the plan's areas
 *
 * Shows what the update says now. What did not change costs nothing.
 */
void qtr_section_view_refresh (QtrSectionView *self, const QtrCommitment *commitment, const QtrUpdate *update,
                               const char *const *areas);

/**
 * qtr_section_view_set_findings:
 * @findings: (element-type QtrFinding): of which those of this commitment are shown
 */
void qtr_section_view_set_findings (QtrSectionView *self, GPtrArray *findings);

/**
 * qtr_section_view_go_to:
 * @bullet: (nullable): a bullet's id; %NULL: just this section
 * @start: the first code point of its text to select; -1: none
 * @end: the first one not to select
 *
 * Takes the focus there.
 */
void qtr_section_view_go_to (QtrSectionView *self, const char *bullet, int start, int end);

/**
 * qtr_section_view_get_bullets_view:
 *
 * Returns: (transfer none): the editor
 */
GtkWidget *qtr_section_view_get_bullets_view (QtrSectionView *self);

/**
 * qtr_section_view_take_bullets:
 * @bullets: the ids of bullets of this or another section of the update
 * @parent: (nullable): the id of the bullet to put them below, which is none of them nor below one
 * @index: where among its children, or the section's bullets, without the first of them; past the end: at it
 *
 * Moves the bullets here, with their children, in one step.
 *
 * Returns: whether anything moved
 */
gboolean qtr_section_view_take_bullets (QtrSectionView *self, const char *const *bullets, const char *parent,
                                        guint index);

/**
 * qtr_section_view_toggle_nil_return:
 *
 * Says that there is nothing to report, and takes the focus to the reason; or takes that back.
 *
 * Returns: (nullable): why it cannot be done, translated
 */
const char *qtr_section_view_toggle_nil_return (QtrSectionView *self);

/**
 * qtr_section_view_say_still_true:
 *
 * Says of the bullets that are chosen in the editor that what was carried holds, so that they are not carried
 * any more.
 *
 * Returns: (nullable): why it cannot be done, translated
 */
const char *qtr_section_view_say_still_true (QtrSectionView *self);

/**
 * qtr_section_view_choose_marking:
 *
 * Offers the plan's marking levels for the bullets that are chosen in the editor.
 *
 * Returns: (nullable): why it cannot be done, translated
 */
const char *qtr_section_view_choose_marking (QtrSectionView *self);

/**
 * qtr_section_view_choose_area:
 *
 * Offers the plan's areas for the bullets that are chosen in the editor.
 */
void qtr_section_view_choose_area (QtrSectionView *self);

G_END_DECLS
