/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The conflicts family: what was merged, and waits for somebody to choose.
 */

void qtr_check_unresolved_conflict (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
