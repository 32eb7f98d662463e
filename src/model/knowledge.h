/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrKnowledge:
 * @plan: where updates are looked up
 * @quarter: the update's quarter; unset: all that is known now
 * @is_published: whether the update was published, and learns nothing any more
 *
 * What an update knew. It borrows from the plan. Start with qtr_knowledge_new().
 */
typedef struct {
  const QtrPlan *plan;
  QtrPeriod quarter;
  gboolean is_published;
} QtrKnowledge;

#define QTR_KNOWLEDGE_NOW ((QtrKnowledge) { NULL, QTR_PERIOD_UNSET, FALSE })

/**
 * qtr_knowledge_new:
 * @knower: (nullable): an update; %NULL: whoever looks now
 */
QtrKnowledge qtr_knowledge_new (const QtrPlan *plan, const QtrUpdate *knower);

/**
 * qtr_vintage_get_quarter:
 *
 * Returns: the quarter of the update that told it, or no period
 */
QtrPeriod qtr_vintage_get_quarter (const QtrPlan *plan, const QtrVintage *vintage);

/**
 * qtr_knowledge_includes:
 *
 * Returns: whether the vintage was known: a published update knows what it told itself, and what an earlier
 * one told; one that is still written knows all but what a later one told
 */
gboolean qtr_knowledge_includes (const QtrKnowledge *self, const QtrVintage *vintage);

/**
 * qtr_knowledge_find:
 * @index: (out) (optional): where it stands among the vintages
 *
 * What was known of @observation: the last vintage that is included. Where none is, an update that is still
 * written is given the first one, however late it was told. A published one is given the first if no update
 * told it: plans that were published elsewhere say nothing of who told what.
 *
 * Returns: (transfer none) (nullable): the vintage; %NULL: nothing was known
 */
const QtrVintage *qtr_knowledge_find (const QtrKnowledge *self, const QtrObservation *observation,
                                      guint *index);

G_END_DECLS
