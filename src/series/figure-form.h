/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/figure-link.h"
#include "model/update.h"

G_BEGIN_DECLS

typedef struct _QtrFigureContext QtrFigureContext;

/**
 * QtrFigureForm:
 * @word: what a linked figure calls it
 * @title: for people, to be translated
 * @example: what it prints, as an example; to be translated
 * @compares: whether it compares with another period, so that `on` says with which
 * @print: (skip): what it prints; %NULL where that is not known
 *
 * One line of the table of what can be told of a measure.
 */
typedef struct {
  const char *word;
  const char *title;
  const char *example;
  gboolean compares;
  char *(*print) (const QtrFigureContext *context);
} QtrFigureForm;

/**
 * qtr_figure_forms_get:
 * @n_forms: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_forms): all forms, in the order in which they are offered
 */
const QtrFigureForm *qtr_figure_forms_get (guint *n_forms);

/**
 * qtr_figure_form_find:
 *
 * Returns: (transfer none) (nullable): the form of that word
 */
const QtrFigureForm *qtr_figure_form_find (const char *word);

/**
 * QtrFigureState:
 * @QTR_FIGURE_KNOWN: it prints what the measure says
 * @QTR_FIGURE_OVERRIDDEN: it prints what was written in its place
 * @QTR_FIGURE_NO_MEASURE: the plan has no such measure
 * @QTR_FIGURE_NO_FORM: there is no such form, or nothing of that name to compare with
 * @QTR_FIGURE_NO_VALUE: it is not known
 * @QTR_FIGURE_NONE: neither measure nor form are known, so that it is ordinary text
 */
typedef enum {
  QTR_FIGURE_KNOWN,
  QTR_FIGURE_OVERRIDDEN,
  QTR_FIGURE_NO_MEASURE,
  QTR_FIGURE_NO_FORM,
  QTR_FIGURE_NO_VALUE,
  QTR_FIGURE_NONE,
} QtrFigureState;

/**
 * qtr_figure_link_print:
 * @update: the update that tells it, as that knew it
 * @words: (out) (transfer full): what is printed in the place of @link, in the plan's house style. Where
 * there is no such measure or form, it is the link as it stands in the text.
 *
 * What is told is that of the last period whose value could be known to the update: for most measures its
 * quarter; with a lag the one before it, and of a yearly measure the last year that was complete.
 *
 * Returns: what became of it
 */
QtrFigureState qtr_figure_link_print (const QtrFigureLink *link, const QtrPlan *plan, const QtrUpdate *update,
                                      char **words);

G_END_DECLS
