/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/update.h"

static const QtrField bullet_fields[] = {
  QTR_FIELD (QtrBullet, area, TOKEN),
  QTR_FIELD (QtrBullet, marking, TOKEN),
  QTR_FIELD (QtrBullet, text, TEXT),
  QTR_FIELD_BESIDE (QtrBullet, carried, PERIOD),
  QTR_FIELD_LIST_OF (QtrBullet, bullets, qtr_bullet_type),
};
const QtrRecordType qtr_bullet_type = QTR_RECORD_TYPE ("bullet", QtrBullet, bullet_fields);

static const QtrField section_fields[] = {
  QTR_FIELD_REFERENCE (QtrSection, commitment, TOKEN, qtr_commitment_type),
  QTR_FIELD (QtrSection, nil_return, FLAG),
  QTR_FIELD (QtrSection, nil_reason, TEXT),
  QTR_FIELD_LIST_OF (QtrSection, bullets, qtr_bullet_type),
};
static const char *const section_key[] = { "commitment", NULL };
const QtrRecordType qtr_section_type =
    QTR_RECORD_TYPE_KEYED ("section", QtrSection, section_fields, section_key);

static const QtrField headline_fields[] = {
  QTR_FIELD_REFERENCE (QtrHeadline, priority, TOKEN, qtr_priority_type),
  QTR_FIELD (QtrHeadline, text, TEXT),
  QTR_FIELD (QtrHeadline, notes, TEXT),
};
static const char *const headline_key[] = { "priority", NULL };
const QtrRecordType qtr_headline_type =
    QTR_RECORD_TYPE_KEYED ("headline", QtrHeadline, headline_fields, headline_key);

static const QtrField update_fields[] = {
  QTR_FIELD (QtrUpdate, quarter, PERIOD),
  QTR_FIELD (QtrUpdate, marking, TOKEN),
  QTR_FIELD (QtrUpdate, title, TEXT),
  QTR_FIELD (QtrUpdate, plan_period, TEXT),
  QTR_FIELD (QtrUpdate, data_to, PERIOD),
  QTR_FIELD (QtrUpdate, version, TEXT),
  QTR_FIELD (QtrUpdate, produced, PERIOD),
  QTR_FIELD (QtrUpdate, produced_by, TEXT),
  QTR_FIELD_LIST_OF (QtrUpdate, sections, qtr_section_type),
  QTR_FIELD_LIST_OF (QtrUpdate, headlines, qtr_headline_type),
};
static const char *const update_key[] = { "quarter", NULL };
const QtrRecordType qtr_update_type = QTR_RECORD_TYPE_KEYED ("update", QtrUpdate, update_fields, update_key);

QtrBullet *
qtr_bullet_with_words (const QtrBullet *bullet, const char *area, const char *text)
{
  g_autoptr (QtrBullet) worded = qtr_record_with (bullet, "area", area, "text", text, NULL);

  return worded == bullet ? g_steal_pointer (&worded) : qtr_record_with (worded, "carried", NULL, NULL);
}

const QtrUpdate *
qtr_plan_find_update (const QtrPlan *plan, QtrPeriod quarter)
{
  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    if (qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) == 0)
      return update;
  }

  return NULL;
}

guint
qtr_plan_find_update_place (const QtrPlan *plan, QtrPeriod quarter, const QtrUpdate **before)
{
  guint place = 0;

  *before = NULL;
  for (; place < qtr_list_length (plan->updates); place++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, place);

    if (qtr_period_compare (qtr_plan_parse_period (plan, update->quarter), quarter) > 0)
      break;
    *before = update;
  }

  return place;
}

const QtrUpdate *
qtr_plan_get_latest_update (const QtrPlan *plan)
{
  const QtrUpdate *latest = NULL;

  for (guint i = 0; i < qtr_list_length (plan->updates); i++) {
    const QtrUpdate *update = qtr_list_get (plan->updates, i);

    if (latest == NULL || qtr_period_compare (qtr_plan_parse_period (plan, update->quarter),
                                              qtr_plan_parse_period (plan, latest->quarter)) > 0)
      latest = update;
  }

  return latest;
}

const QtrUpdate *
qtr_plan_get_update_before (const QtrPlan *plan, const QtrUpdate *update)
{
  guint at = 0;

  return qtr_list_find (plan->updates, update->record.id, &at) == NULL || at == 0
             ? NULL
             : qtr_list_get (plan->updates, at - 1);
}

const QtrSection *
qtr_update_find_section (const QtrUpdate *update, const char *commitment)
{
  for (guint i = 0; i < qtr_list_length (update->sections); i++) {
    const QtrSection *section = qtr_list_get (update->sections, i);

    if (g_strcmp0 (section->commitment, commitment) == 0)
      return section;
  }

  return NULL;
}

gboolean
qtr_section_is_reported (const QtrSection *section)
{
  if (section == NULL)
    return FALSE;

  return section->bullets != NULL || (section->nil_return && section->nil_reason != NULL);
}
