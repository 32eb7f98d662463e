/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/restatement.h"

G_BEGIN_DECLS

/**
 * qtr_figures_read:
 * @text: what was typed: `1,234`, `12.5%`, `£5.4m`, `-3`
 * @value: (out): the value, multipliers applied
 *
 * Reads a value of @measure. A sign that is not the measure's own is refused, as it is most likely another
 * row's value.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_NUMBER that says what was not understood
 */
gboolean qtr_figures_read (const QtrMeasure *measure, const char *text, QtrDecimal *value, GError **error);

/**
 * qtr_figures_is_beginning:
 * @text: what qtr_figures_read() refuses
 *
 * Tells somebody who is still typing from somebody who went wrong: `-`, `1,2` and `5.4 mil` want only more
 * letters.
 *
 * Returns: whether a value of @measure could begin with @text
 */
gboolean qtr_figures_is_beginning (const QtrMeasure *measure, const char *text);

/**
 * qtr_figures_explain_lock:
 *
 * Returns: (transfer none) (nullable): why the value of @measure over @period cannot be typed, as a sentence
 * without its full stop, translated; %NULL if it can
 */
const char *qtr_figures_explain_lock (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period);

/**
 * qtr_figures_note:
 * @quarter: whose update says it
 * @note: empty: none
 *
 * Writes the note of what was observed over @period, which becomes a gap where nothing was.
 *
 * Returns: (transfer full): the new plan, or another reference to @plan if it says that already
 */
QtrPlan *qtr_figures_note (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                           const char *note) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_figures_set_provisional:
 * @quarter: whose update says it
 *
 * Says of what is known whether it is subject to change. What an earlier update told of it stays as it was.
 *
 * Returns: (transfer full): the new plan, or another reference to @plan where there is no value
 */
QtrPlan *qtr_figures_set_provisional (const QtrPlan *plan, const char *measure, QtrPeriod quarter,
                                      QtrPeriod period, gboolean provisional) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_figures_find_told:
 *
 * Returns: (transfer none) (nullable): what a published update told last of @measure over @period
 */
const QtrVintage *qtr_figures_find_told (const QtrPlan *plan, const char *measure, QtrPeriod period);

/**
 * qtr_figures_restates:
 * @value: what is to be known; no number withdraws what was said
 *
 * Returns: whether a published update told another value of @measure over @period
 */
gboolean qtr_figures_restates (const QtrPlan *plan, const char *measure, QtrPeriod period, QtrDecimal value);

/**
 * qtr_figures_observe:
 * @quarter: whose update says it
 * @period: what was observed over
 * @value: what is known; no number withdraws what was said
 * @reason: (nullable): why what was published is restated
 *
 * The edit behind every cell: a vintage of the update of @quarter, in its version.
 *
 * Returns: (transfer full): the new plan, or another reference to @plan if it knew that already
 */
QtrPlan *qtr_figures_observe (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                              QtrDecimal value, const QtrRestatement *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
