/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_order_keep:
 * @before: (element-type utf8): names, each once
 * @after: (element-type utf8): names, each once, in another order
 *
 * Returns: (transfer full) (element-type utf8): the names, as many as can be, that are in both and did not
 *   move: they stand in the same order in both. All others were moved, removed or added.
 */
GHashTable *qtr_order_keep (GPtrArray *before, GPtrArray *after);

/**
 * qtr_order_merge:
 * @base: (element-type utf8): names in the order before, each once
 * @ours: (element-type utf8): as one side has them
 * @theirs: (element-type utf8): as the other side has them
 *
 * Brings two orders into one, which has all names of @ours and @theirs. What neither side moved keeps its
 * place; around it stands what a side added or moved, beside what it stood beside there. Exchanging the sides
 * changes nothing. What is not to be in the result must not be in any of the three.
 *
 * Returns: (transfer full) (element-type utf8): the names, which belong to the caller
 */
GPtrArray *qtr_order_merge (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs);

G_END_DECLS
