/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QTR_NOTES_MAX:
 *
 * How many notes there are at the most; the last one then says how many more there would be.
 */
#define QTR_NOTES_MAX 50

/**
 * qtr_format_list_notes:
 * @plan: a plan that was read
 *
 * What is odd about a plan, but no reason to refuse it: references to records that are not there, and
 * references that lead round in a circle. Nothing is changed for that: what was named may come back with a
 * colleague's changes. Whoever follows a reference takes one to nothing as none at all, and stops in a
 * circle.
 *
 * Returns: (transfer full) (element-type utf8): translated, each with its JSON path and what to do
 */
GPtrArray *qtr_format_list_notes (const QtrPlan *plan);

G_END_DECLS
