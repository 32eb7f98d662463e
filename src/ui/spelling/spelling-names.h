/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_spelling_list_names:
 *
 * Returns: (transfer full) (element-type utf8 utf8): as a set, the words in the names of @plan: its own and
 * its body's, those of its areas, people and measures
 */
GHashTable *qtr_spelling_list_names (const QtrPlan *plan);

/**
 * qtr_spelling_is_same_names:
 * @a: (nullable): a set of words
 * @b: another
 */
gboolean qtr_spelling_is_same_names (GHashTable *a, GHashTable *b);

G_END_DECLS
