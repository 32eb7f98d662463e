/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/* Words and values of another time: what is carried, what is subject to change, and what was published
 * otherwise. */
void qtr_check_stale_bullet (const QtrInputs *inputs, GArray *remarks);
void qtr_check_provisional_figure (const QtrInputs *inputs, GArray *remarks);
void qtr_check_unexplained_restatement (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
