/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_record_type_to_noun:
 *
 * Returns: (transfer none): what people call such a record, translated: "bullet"
 */
const char *qtr_record_type_to_noun (const QtrRecordType *type);

/**
 * qtr_record_to_words:
 *
 * Returns: (transfer full): what a record of @plan says or is known by, without what is below it
 */
char *qtr_record_to_words (const QtrPlan *plan, const QtrRecord *record);

/**
 * qtr_place_to_words:
 * @above: (array length=n_above): the records above something, from the plan down
 *
 * Returns: (transfer full) (nullable): where it is, translated: "Q3 2019/20, Priority 7, “Slow cars down.”";
 *   %NULL directly below the plan
 */
char *qtr_place_to_words (const QtrPlan *plan, const QtrRecord *const *above, guint n_above);

G_END_DECLS
