/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_field_to_word:
 * @field: (nullable): the name of a field; %NULL: what a newer version wrote
 *
 * Returns: (transfer none): what people call it, translated, as it stands within a sentence
 */
const char *qtr_field_to_word (const char *field);

/**
 * qtr_field_value_to_words:
 * @plan: the plan that has @record
 *
 * Returns: (transfer full) (nullable): what the field says, in words: names in place of ids, periods as
 * people write them; %NULL for nothing
 */
char *qtr_field_value_to_words (const QtrPlan *plan, const QtrRecord *record, const QtrField *field);

/**
 * qtr_field_text_to_words:
 * @text: (nullable): as qtr_field_to_text() writes it
 *
 * As qtr_field_value_to_words(), of a value that no record has.
 */
char *qtr_field_text_to_words (const QtrPlan *plan, const QtrField *field, const char *text);

/**
 * qtr_record_describe:
 *
 * Returns: (transfer full): what a record of @plan says, with the area of a bullet and the value of a figure
 */
char *qtr_record_describe (const QtrPlan *plan, const QtrRecord *record);

G_END_DECLS
