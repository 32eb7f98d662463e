/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/table.h"
#include "model/edit.h"

G_BEGIN_DECLS

/**
 * QtrTablePlaced:
 * @count: what became of what the table says
 * @new_measures: (element-type utf8): the names of measures that were made
 * @new_areas: (element-type utf8): areas that neither the plan nor a measure knew
 * @remarks: (element-type utf8): sentences on what may be wrong
 *
 * What came of placing a table.
 */
typedef struct {
  QtrSightingsCount count;
  GPtrArray *new_measures;
  GPtrArray *new_areas;
  GPtrArray *remarks;
} QtrTablePlaced;

void qtr_table_placed_free (QtrTablePlaced *self);

/**
 * qtr_table_make_origin:
 * @name: of a file
 * @date: (nullable): a day; %NULL: today
 *
 * Returns: (transfer full): the origin of vintages: `imported from NAME on DATE`
 */
char *qtr_table_make_origin (const char *name, const char *date);

/**
 * qtr_table_place:
 * @source: where it comes from, for the vintages
 * @placed: (out) (transfer full): what came of it
 *
 * Puts what a table says into a plan, in time linear in both. A measure that the plan does not know is made,
 * without a priority unless the mapping names one. Whatever the plan knows already adds nothing.
 *
 * Returns: (transfer full) (nullable): the plan, the same one if there is nothing new; %NULL with
 *   %QTR_ERROR_REFUSED if the table's obstacle stands, or with %QTR_ERROR_NOT_FOUND if the mapping names a
 *   priority that there is not
 */
QtrPlan *qtr_table_place (const QtrPlan *plan, const QtrTableContent *table, const QtrSource *source,
                          QtrTablePlaced **placed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTablePlaced, qtr_table_placed_free)

G_END_DECLS
