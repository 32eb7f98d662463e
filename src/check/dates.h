/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The dates family: what is still planned for a time that is over, what is told of a time that the quarter's
 * report cannot know, and days that no calendar has. The first two are one function, which says for each
 * remark which of them it is of.
 */

void qtr_check_dates (const QtrInputs *inputs, GArray *remarks);
void qtr_check_impossible_date (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
