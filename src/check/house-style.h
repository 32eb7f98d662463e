/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The house-style family: how the plan wants things worded. Nothing is wrong unless the plan says so.
 */

void qtr_check_house_style (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
