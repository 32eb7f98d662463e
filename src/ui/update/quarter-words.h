/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/review.h"

G_BEGIN_DECLS

/**
 * qtr_quarter_to_words:
 *
 * Returns: (transfer full): the quarter as a heading has it, translated: "Quarter 3 2019/20"
 */
char *qtr_quarter_to_words (QtrPeriod quarter);

/**
 * qtr_quarter_from_words:
 * @text: "Q3 2019/20"; empty: no quarter
 *
 * Returns: whether @text says a quarter, or nothing; otherwise @error says how to write one
 */
gboolean qtr_quarter_from_words (const QtrPlan *plan, const char *text, QtrPeriod *quarter, GError **error);

/**
 * qtr_state_to_words:
 *
 * Returns: (transfer none): the state, translated, as it stands within a sentence: "draft"
 */
const char *qtr_state_to_words (QtrState state);

G_END_DECLS
