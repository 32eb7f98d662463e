/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "series/comparison.h"

G_BEGIN_DECLS

#define QTR_TYPE_FIGURES_ROW (qtr_figures_row_get_type ())

/**
 * QtrFiguresRow:
 *
 * One measure in the figures grid, in words: what the columns bind to. It is made anew from the plan only
 * when the records behind it are others.
 *
 * Properties, all read-only but for the last: `name`, `unit`, `now`, `before`, `year-before`, `change`,
 * `change-percent`, `target`, `status`, `status-icon`, `status-classes`, `series` (a boxed #GArray of
 * #QtrPoint), `series-words`, `hint`, `note`, `has-note`; `draft` is what was typed and is not a value yet.
 */
G_DECLARE_FINAL_TYPE (QtrFiguresRow, qtr_figures_row, QTR, FIGURES_ROW, GObject)

QtrFiguresRow *qtr_figures_row_new (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod quarter);

/**
 * qtr_figures_row_new_for_period:
 * @quarter: whose update says it
 * @period: what the row's value is observed over, whatever falls due in that update
 */
QtrFiguresRow *qtr_figures_row_new_for_period (const QtrPlan *plan, const QtrMeasure *measure,
                                               QtrPeriod quarter, QtrPeriod period);

/**
 * qtr_figures_row_update:
 * @measure: the row's measure as @plan has it
 *
 * Does nothing if the row was made of just these records.
 */
void qtr_figures_row_update (QtrFiguresRow *self, const QtrPlan *plan, const QtrMeasure *measure);

const QtrMeasure *qtr_figures_row_get_measure (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_quarter:
 *
 * Returns: the quarter of the update that says it
 */
QtrPeriod qtr_figures_row_get_quarter (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_period:
 *
 * Returns: what the row's value is observed over: the quarter or year that falls due in the update
 */
QtrPeriod qtr_figures_row_get_period (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_editable:
 *
 * Returns: whether the value is the quarter's own, rather than made of months or of other measures
 */
gboolean qtr_figures_row_get_editable (QtrFiguresRow *self);

const char *qtr_figures_row_get_now (QtrFiguresRow *self);

gboolean qtr_figures_row_get_has_target (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_hint:
 *
 * Returns: (nullable): what is to be known about the value: why it cannot be typed, that it is provisional or
 *   was restated
 */
const char *qtr_figures_row_get_hint (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_note:
 *
 * Returns: (nullable): the note on the value
 */
const char *qtr_figures_row_get_note (QtrFiguresRow *self);

gboolean qtr_figures_row_get_provisional (QtrFiguresRow *self);

/**
 * qtr_figures_row_get_draft:
 *
 * Returns: (nullable): what was typed and cannot be read, or waits for the reason of a restatement
 */
const char *qtr_figures_row_get_draft (QtrFiguresRow *self);
void qtr_figures_row_set_draft (QtrFiguresRow *self, const char *draft);

G_END_DECLS
