/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_new_quarter_propose:
 *
 * Returns: the quarter that is to be written next: the one after the latest update, or without an update the
 *   one that ended last
 */
QtrPeriod qtr_new_quarter_propose (const QtrPlan *plan);

G_END_DECLS
