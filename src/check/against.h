/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/fact-measure.h"

G_BEGIN_DECLS

/*
 * What the text says against what else is known: the measures of the plan, the updates before, and the other
 * bullets of the update.
 */

void qtr_check_against_plan (const QtrInputs *inputs, GArray *remarks);
void qtr_check_two_values (const QtrInputs *inputs, GArray *remarks);

/*
 * The parts of the first.
 * @facts: (element-type QtrFact): of a priority
 * @matches: (element-type QtrFactMatch): those of them that a measure knows
 * @sayings: (element-type QtrFactSaying): what is said of them
 */
void qtr_check_against_measures (GArray *facts, GArray *matches, GArray *remarks);
void qtr_check_words_against_measures (const QtrFactMeasures *measures, GArray *facts, GArray *matches,
                                       GArray *sayings, GArray *remarks);
void qtr_check_against_updates (GArray *facts, GArray *matches, const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
