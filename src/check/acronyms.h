/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The acronyms family: those that a reader is never told the meaning of, or too late, or twice, or in two
 * ways. All but the one that is told twice are one reduction over the whole, which says for each remark which
 * of them it is of.
 */

GVariant *qtr_summarise_acronyms (const QtrInputs *inputs);
void qtr_check_acronyms (const QtrInputs *inputs, GArray *remarks);
void qtr_check_repeated_expansion (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
