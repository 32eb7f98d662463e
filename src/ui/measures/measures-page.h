/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/document.h"

G_BEGIN_DECLS

#define QTR_TYPE_MEASURES_PAGE (qtr_measures_page_get_type ())

/**
 * QtrMeasuresPage:
 *
 * The measures of the plan: as a list by priority, where they are made, changed, ordered, retired and
 * removed, or as the grid of all their figures.
 *
 * Signals: `told (page, const char *message)`, with a sentence about what could not be done; `taken (page,
 * const char *message)`, after something that can be undone; `place-chosen (page, const char *record)`: the
 * id of a record that is to be gone to.
 */
G_DECLARE_FINAL_TYPE (QtrMeasuresPage, qtr_measures_page, QTR, MEASURES_PAGE, AdwBin)

void qtr_measures_page_set_document (QtrMeasuresPage *self, QtrDocument *document);

/**
 * qtr_measures_page_set_quarter:
 * @quarter: of the update that says what is typed
 */
void qtr_measures_page_set_quarter (QtrMeasuresPage *self, QtrPeriod quarter);

/**
 * qtr_measures_page_add:
 *
 * Asks for a new measure.
 */
void qtr_measures_page_add (QtrMeasuresPage *self);

/**
 * qtr_measures_page_search:
 *
 * Puts the focus to where is typed what is looked for.
 */
void qtr_measures_page_search (QtrMeasuresPage *self);

/**
 * qtr_measures_page_show_list:
 *
 * Shows the list of the measures.
 */
void qtr_measures_page_show_list (QtrMeasuresPage *self);

/**
 * qtr_measures_page_show_figures:
 *
 * Shows the grid of all figures.
 */
void qtr_measures_page_show_figures (QtrMeasuresPage *self);

/**
 * qtr_measures_page_show_uses:
 * @id: a measure's id
 *
 * Shows where a measure is used.
 */
void qtr_measures_page_show_uses (QtrMeasuresPage *self, const char *id);

/**
 * qtr_measures_page_show_current_uses:
 *
 * Shows where the measure at hand is used.
 */
void qtr_measures_page_show_current_uses (QtrMeasuresPage *self);

/**
 * qtr_measures_page_copy:
 *
 * Returns: (transfer full) (nullable): the figures that are shown, for a spreadsheet; %NULL: none are
 */
char *qtr_measures_page_copy (QtrMeasuresPage *self);

/**
 * qtr_measures_page_count_unread:
 *
 * Returns: how many cells of all figures hold something that is not a value
 */
guint qtr_measures_page_count_unread (QtrMeasuresPage *self);

/**
 * qtr_measures_page_toggle_provisional:
 *
 * Returns: whether there was a value to be marked
 */
gboolean qtr_measures_page_toggle_provisional (QtrMeasuresPage *self);

G_END_DECLS
