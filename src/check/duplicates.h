/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The duplicates family: bullets that say word for word what another one says, here or a quarter ago. Both
 * rules are one reduction, which says for each remark which of them it is of.
 */

GVariant *qtr_summarise_words (const QtrInputs *inputs);
void qtr_check_duplicates (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
