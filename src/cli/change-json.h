/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "merge/diff.h"
#include "model/conflict.h"

G_BEGIN_DECLS

/**
 * qtr_changes_add_json:
 * @changes: (element-type QtrChange):
 *
 * Adds the member `changes` to the object that is being built.
 */
void qtr_changes_add_json (JsonBuilder *json, GPtrArray *changes);

/**
 * qtr_conflicts_add_json:
 * @plan: a merged plan
 * @ours: one side of the merge, and in @theirs the other
 *
 * Adds the member `conflicts` to the object that is being built: all questions that @plan holds, those among
 * them marked as new that neither side knew.
 */
void qtr_conflicts_add_json (JsonBuilder *json, const QtrPlan *plan, const QtrPlan *ours,
                             const QtrPlan *theirs);

G_END_DECLS
