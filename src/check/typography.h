/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The typography family: slips of the keyboard in a bullet's text, each with a fix. Each speaks of whole
 * words, so that there is something to underline and to quote, and says nothing where it could be meant.
 */

void qtr_check_double_space (const QtrInputs *inputs, GArray *remarks);
void qtr_check_space_before_punctuation (const QtrInputs *inputs, GArray *remarks);
void qtr_check_missing_space (const QtrInputs *inputs, GArray *remarks);
void qtr_check_repeated_word (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
