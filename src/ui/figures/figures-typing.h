/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/document.h"
#include "ui/figures/figures-paste.h"

G_BEGIN_DECLS

/**
 * QtrFiguresTyping:
 *
 * How what is typed into a cell becomes a step of the document: while one types, each letter's value takes
 * the place of the one before, so that nothing is lost by saving and only one value is ever recorded. What a
 * published update told is not replaced before it is said why; until then it stays a draft of its row.
 */
typedef struct _QtrFiguresTyping QtrFiguresTyping;

/**
 * qtr_figures_typing_new:
 * @owner: (transfer none): over which is asked why a published value is restated
 */
QtrFiguresTyping *qtr_figures_typing_new (GtkWidget *owner);
void qtr_figures_typing_free (QtrFiguresTyping *self);

/**
 * qtr_figures_typing_set_document:
 * @document: (nullable): the plan that is worked on
 */
void qtr_figures_typing_set_document (QtrFiguresTyping *self, QtrDocument *document);

/**
 * qtr_figures_typing_offer:
 * @row: whose value is typed
 * @text: (nullable): as it stands; empty: the value was taken away; %NULL: it cannot be read, or was given up
 */
void qtr_figures_typing_offer (QtrFiguresTyping *self, QtrFiguresRow *row, const char *text);

/**
 * qtr_figures_typing_take:
 *
 * As qtr_figures_typing_offer(), for a value that was typed whole: what is typed next is another step.
 */
void qtr_figures_typing_take (QtrFiguresTyping *self, QtrFiguresRow *row, const char *text);

/**
 * qtr_figures_typing_paste:
 * @block: (transfer full): what was pasted
 * @quarter: whose update says it
 * @told: (nullable): called when it is in the plan, with the words that tell of it
 *
 * Writes all of a block in one step.
 */
void qtr_figures_typing_paste (QtrFiguresTyping *self, QtrFiguresBlock *block, QtrPeriod quarter,
                               void (*told) (const char *words, GtkWidget *owner));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFiguresTyping, qtr_figures_typing_free)

G_END_DECLS
