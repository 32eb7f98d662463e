/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The figures family: what is wrong with the linked figures of a bullet, which are its companions.
 */

void qtr_check_unknown_figure (const QtrInputs *inputs, GArray *remarks);
void qtr_check_overridden_figure (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
