/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/find/finder.h"

G_BEGIN_DECLS

/**
 * qtr_find_replace:
 * @update: the id of the update that @matches were found in
 * @matches: (array length=n_matches): in order, as they were found in @plan
 * @replacement: what takes their place
 * @n_replaced: (out): how many were replaced
 *
 * Replaces matches in the text of bullets. One that reaches into an area stays: an area is a name that the
 * plan gives. What has no match is shared with @plan.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_find_replace (const QtrPlan *plan, const char *update, const QtrFindMatch *matches,
                           guint n_matches, const char *replacement,
                           guint *n_replaced) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_find_match_is_replaceable:
 *
 * Returns: whether all of @match is in the text of its bullet
 */
gboolean qtr_find_match_is_replaceable (const QtrFindMatch *match);

G_END_DECLS
