/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/publication.h"

G_BEGIN_DECLS

/**
 * sample_quarter:
 *
 * Returns: the quarter that every sample reports
 */
QtrPeriod sample_quarter (void);

/**
 * sample_plan:
 *
 * Returns: (transfer full): two priorities, three commitments, nested bullets with areas, a nil return, three
 *   measures, one of them restated, and nothing that stands in the way of publishing it
 */
QtrPlan *sample_plan (void);

/**
 * sample_plan_saying:
 * @text: put into every field that a user can write in
 */
QtrPlan *sample_plan_saying (const char *text);

/**
 * sample_words:
 *
 * Returns: (transfer full): every text of the publication, in order, as words parted by single spaces
 */
char *sample_words (const QtrPublication *publication);

/**
 * sample_assert_in_order:
 * @words: as from sample_words()
 *
 * Fails unless every one of @words stands in @text, in their order.
 */
void sample_assert_in_order (const char *words, const char *text);

G_END_DECLS
