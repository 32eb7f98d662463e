/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/plan.h"

/**
 * field_set:
 * @field: one of the plan's own texts
 *
 * Returns: (transfer full): a plan of which that field says @text
 */
QtrPlan *field_set (const QtrPlan *plan, const char *field, const char *text);

/**
 * field_write:
 *
 * Sets a field of the plan in a file, as somebody else would who works on it.
 */
void field_write (GFile *file, const char *field, const char *text);
