/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_format_read:
 * @bytes: a `.quarterly` file
 *
 * Reads a plan. What is not a plan is refused whole, with the place: line, column and JSON path.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with %QTR_ERROR_SYNTAX, %QTR_ERROR_SHAPE,
 *   %QTR_ERROR_LIMIT or %QTR_ERROR_VERSION
 */
QtrPlan *qtr_format_read (GBytes *bytes, GError **error);

/**
 * qtr_format_write:
 *
 * Writes a plan; the same plan gives the same bytes.
 *
 * Returns: (transfer full): the file's content
 */
GBytes *qtr_format_write (const QtrPlan *plan);

G_END_DECLS
