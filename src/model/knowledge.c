/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/knowledge.h"

#include "model/review.h"

QtrKnowledge
qtr_knowledge_new (const QtrPlan *plan, const QtrUpdate *knower)
{
  QtrKnowledge self = { plan, QTR_PERIOD_UNSET, FALSE };

  if (knower != NULL) {
    self.quarter = qtr_plan_parse_period (plan, knower->quarter);
    self.is_published = qtr_plan_get_state (plan, knower->record.id) == QTR_STATE_PUBLISHED;
  }
  return self;
}

QtrPeriod
qtr_vintage_get_quarter (const QtrPlan *plan, const QtrVintage *vintage)
{
  const QtrUpdate *update =
      vintage->update != NULL ? qtr_list_find (plan->updates, vintage->update, NULL) : NULL;

  return update != NULL ? qtr_plan_parse_period (plan, update->quarter) : QTR_PERIOD_UNSET;
}

gboolean
qtr_knowledge_includes (const QtrKnowledge *self, const QtrVintage *vintage)
{
  QtrPeriod told = QTR_PERIOD_UNSET;

  if (!qtr_period_is_set (self->quarter))
    return TRUE;

  told = qtr_vintage_get_quarter (self->plan, vintage);
  if (!qtr_period_is_set (told))
    return !self->is_published;

  return qtr_period_compare (told, self->quarter) <= 0;
}

static gboolean
was_told (const QtrKnowledge *self, const QtrVintage *vintage)
{
  return qtr_period_is_set (qtr_vintage_get_quarter (self->plan, vintage));
}

const QtrVintage *
qtr_knowledge_find (const QtrKnowledge *self, const QtrObservation *observation, guint *index)
{
  const QtrVintage *first = NULL;

  for (guint i = qtr_list_length (observation->vintages); i > 0; i--) {
    first = qtr_list_get (observation->vintages, i - 1);
    if (!qtr_knowledge_includes (self, first))
      continue;
    if (index != NULL)
      *index = i - 1;
    return first;
  }

  if (index != NULL)
    *index = 0;
  return first != NULL && self->is_published && was_told (self, first) ? NULL : first;
}
