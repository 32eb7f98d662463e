/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The proceedings family: what is still before a court, and is not to be prejudged in print.
 */

void qtr_check_live_proceedings (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
