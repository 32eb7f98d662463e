/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/restatement.h"

#include "base/rational.h"
#include "model/knowledge.h"
#include "model/review.h"

static gboolean
is_published (const QtrPlan *plan, const QtrUpdate *update)
{
  return qtr_plan_get_state (plan, update->record.id) == QTR_STATE_PUBLISHED;
}

static gboolean
ends_by (QtrPeriod period, QtrPeriod month)
{
  return qtr_period_is_set (period) && qtr_period_is_set (month) &&
         period.start + period.unit <= month.start + month.unit;
}

QtrPeriod
qtr_update_get_last_month (const QtrPlan *plan, const QtrUpdate *update)
{
  QtrPeriod data = qtr_plan_parse_period (plan, update->data_to);
  QtrPeriod last = qtr_period_is_set (data) ? data : qtr_plan_parse_period (plan, update->quarter);

  if (!qtr_period_is_set (last))
    return QTR_PERIOD_UNSET;

  return qtr_period_add (qtr_period_as_unit (last, QTR_PERIOD_MONTH, 1), last.unit - 1);
}

QtrPeriod
qtr_plan_get_published_until (const QtrPlan *plan)
{
  QtrPeriod until = QTR_PERIOD_UNSET;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    QtrPeriod last = qtr_update_get_last_month (plan, update);

    if (is_published (plan, update) && !ends_by (last, until))
      until = last;
  }

  return until;
}

const QtrVintage *
qtr_observation_find_told (const QtrPlan *plan, const QtrObservation *observation)
{
  QtrPeriod period = QTR_PERIOD_UNSET;

  if (observation == NULL)
    return NULL;

  period = qtr_plan_parse_period (plan, observation->period);
  for (guint i = qtr_list_length (plan->updates); i > 0; i--) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i - 1);
    QtrKnowledge knowledge = QTR_KNOWLEDGE_NOW;

    if (!is_published (plan, update) || !ends_by (period, qtr_update_get_last_month (plan, update)))
      continue;
    knowledge = qtr_knowledge_new (plan, update);
    return qtr_knowledge_find (&knowledge, observation, NULL);
  }

  return NULL;
}

/* A gap is the same as a gap. */
static gboolean
is_same_number (QtrDecimal a, QtrDecimal b)
{
  int order = 0;

  if (!qtr_decimal_is_set (a) || !qtr_decimal_is_set (b))
    return qtr_decimal_is_set (a) == qtr_decimal_is_set (b);

  return qtr_rational_compare (qtr_rational_from_decimal (a), qtr_rational_from_decimal (b), &order) &&
         order == 0;
}

gboolean
qtr_observation_is_restated_by (const QtrPlan *plan, const QtrObservation *observation, QtrDecimal value)
{
  const QtrVintage *told = qtr_observation_find_told (plan, observation);

  return told != NULL && qtr_decimal_is_set (told->value) && !is_same_number (told->value, value) &&
         !is_same_number (qtr_observation_get_latest (observation)->value, value);
}

/* What the last update before @quarter told, no later than what stands at @index. */
static const QtrVintage *
find_told_before (const QtrPlan *plan, const QtrObservation *observation, guint index, QtrPeriod quarter)
{
  for (guint i = index + 1; i > 0; i--) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i - 1);
    QtrPeriod told = qtr_vintage_get_quarter (plan, vintage);

    if (qtr_period_is_set (told) && qtr_period_compare (told, quarter) < 0)
      return vintage;
  }

  return NULL;
}

/* Of plans that say nothing of who told what: what the last published update before @quarter knew. */
static const QtrVintage *
find_published_before (const QtrPlan *plan, const QtrObservation *observation, QtrPeriod quarter)
{
  QtrPeriod period = qtr_plan_parse_period (plan, observation->period);

  for (guint i = qtr_list_length (plan->updates); i > 0; i--) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i - 1);
    QtrKnowledge knowledge = QTR_KNOWLEDGE_NOW;

    if (qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) >= 0 ||
        !is_published (plan, update) || !ends_by (period, qtr_update_get_last_month (plan, update)))
      continue;
    knowledge = qtr_knowledge_new (plan, update);
    return qtr_knowledge_find (&knowledge, observation, NULL);
  }

  return NULL;
}

gboolean
qtr_update_find_correction (const QtrPlan *plan, const QtrUpdate *update, const QtrObservation *observation,
                            QtrCorrection *correction)
{
  QtrKnowledge knowledge = QTR_KNOWLEDGE_NOW;
  guint index = 0;
  const QtrVintage *now = NULL;
  const QtrVintage *told = NULL;

  /* Nearly every value was told once only, and this is asked of all. */
  if (qtr_list_length (observation->vintages) < 2)
    return FALSE;

  knowledge = qtr_knowledge_new (plan, update);
  now = qtr_knowledge_find (&knowledge, observation, &index);
  if (now == NULL || index == 0)
    return FALSE;

  told = find_told_before (plan, observation, index, knowledge.quarter);
  if (told == NULL)
    told = find_published_before (plan, observation, knowledge.quarter);
  *correction = (QtrCorrection) { told, now };
  return told != NULL && told != now && qtr_decimal_is_set (told->value) &&
         !is_same_number (told->value, now->value);
}

/* The latest update if it is not published, nor any after it. */
static const QtrUpdate *
find_open (const QtrPlan *plan, QtrPeriod *last_published)
{
  const QtrUpdate *open = NULL;

  *last_published = QTR_PERIOD_UNSET;
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);
    gboolean published = is_published (plan, update);

    open = published ? NULL : update;
    if (published)
      *last_published = qtr_plan_parse_period (plan, update->quarter);
  }

  return open;
}

const QtrUpdate *
qtr_plan_find_teller (const QtrPlan *plan, QtrPeriod quarter)
{
  QtrPeriod last_published = QTR_PERIOD_UNSET;
  const QtrUpdate *open = find_open (plan, &last_published);

  if (qtr_period_is_set (quarter) &&
      (!qtr_period_is_set (last_published) || qtr_period_compare (quarter, last_published) > 0))
    return qtr_plan_find_update (plan, quarter);

  return open;
}
