/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"

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
 * qtr_figures_observe:
 * @quarter: whose update says it
 * @period: what was observed over
 * @value: what is known; no number withdraws what was said
 *
 * The edit behind every cell: a vintage of the update of @quarter, in its version.
 *
 * Returns: (transfer full): the new plan, or another reference to @plan if it knew that already
 */
QtrPlan *qtr_figures_observe (const QtrPlan *plan, const char *measure, QtrPeriod quarter, QtrPeriod period,
                              QtrDecimal value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
