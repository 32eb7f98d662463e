/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "series/comparison.h"

G_BEGIN_DECLS

/*
 * The words and signs of a row of the figures grid, translated. Empty where there is nothing to say.
 */

char *qtr_figures_value_to_words (const QtrMeasure *measure, QtrDecimal value);

/**
 * qtr_figures_change_to_words:
 *
 * Returns: (transfer full): a change with its sign: `+42`, `−£1,200`; of percentages in points: `+1.2 pts`
 */
char *qtr_figures_change_to_words (const QtrMeasure *measure, QtrRational change);

/**
 * qtr_figures_percent_to_words:
 *
 * Returns: (transfer full): a change in percent; empty for percentages, whose change is said in points
 */
char *qtr_figures_percent_to_words (const QtrMeasure *measure, QtrRational change);

/**
 * qtr_figures_scale_to_words:
 * @told: what was published
 * @now: what it is to be; no number: nothing
 *
 * Returns: (transfer full): how large a restatement is, as a sentence
 */
char *qtr_figures_scale_to_words (const QtrMeasure *measure, QtrPeriod period, QtrDecimal told,
                                  QtrDecimal now);

/**
 * qtr_figures_series_to_words:
 * @series: (element-type QtrPoint): points in order
 *
 * Returns: (transfer full): what the line of them shows: where it begins and ends, its lowest and highest
 */
char *qtr_figures_series_to_words (const QtrMeasure *measure, GArray *series);

G_END_DECLS
