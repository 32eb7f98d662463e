/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "model/plan.h"

G_BEGIN_DECLS

#define QTR_TYPE_WORDS_LINE (qtr_words_line_get_type ())

/**
 * QtrWordsLine:
 *
 * A quiet line at the foot of a page that says how many words the page and its update have, and how many of
 * them are selected. What it is told it says a moment later, when nothing else is to be done.
 */
G_DECLARE_FINAL_TYPE (QtrWordsLine, qtr_words_line, QTR, WORDS_LINE, AdwBin)

/**
 * qtr_words_line_set_place:
 * @plan: the plan as it is now
 * @quarter: which update of it
 * @priority: the id of the priority whose page is shown
 */
void qtr_words_line_set_place (QtrWordsLine *self, const QtrPlan *plan, QtrPeriod quarter,
                               const char *priority);

/**
 * qtr_words_line_set_selected:
 * @text: (nullable): what is selected
 */
void qtr_words_line_set_selected (QtrWordsLine *self, const char *text);

G_END_DECLS
