/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The names family: one name that is spelt in two ways, as one word and as two, or with a slip of the
 * keyboard in it. The plan's own names, and those of the update before, are compared with as well.
 */

GVariant *qtr_summarise_names (const QtrInputs *inputs);
void qtr_check_names (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
