/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * qtr_field_to_text:
 * @field: any field but one of texts or records in order
 *
 * Returns: (transfer full) (nullable): the value as the file writes it, without quotes; %NULL for none
 */
char *qtr_field_to_text (const QtrField *field, QtrValue value);

/**
 * qtr_field_from_text:
 * @text: (nullable): as qtr_field_to_text() writes it
 * @value: (out): what it says; a text belongs to @text
 *
 * Returns: whether it says something that @field can hold
 */
gboolean qtr_field_from_text (const QtrField *field, const char *text, QtrValue *value);

G_END_DECLS
