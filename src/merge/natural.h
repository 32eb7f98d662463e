/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrNatural:
 * @first_month: the month in which the plan's years begin
 * @ranks: (element-type utf8 guint): where each commitment stands in the plan
 *
 * What the order of updates, observations, targets and sections is told by.
 */
typedef struct {
  int first_month;
  GHashTable *ranks;
} QtrNatural;

void qtr_natural_init (QtrNatural *self, int first_month, const QtrList *priorities);
void qtr_natural_clear (QtrNatural *self);

/**
 * qtr_natural_is_sorted:
 * @element: the type of the records in @list
 *
 * Returns: whether records of that type have an order of their own, and these stand in it
 */
gboolean qtr_natural_is_sorted (const QtrNatural *self, const QtrRecordType *element, const QtrList *list);

/**
 * qtr_natural_sort:
 * @records: (element-type QtrRecord): records of a type that has an order of its own
 *
 * Puts them in order; equal ones stay as they were.
 */
void qtr_natural_sort (const QtrNatural *self, const QtrRecordType *element, GPtrArray *records);

G_END_DECLS
