/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/ruling.h"

#include "model/edit.h"

const char *const qtr_rule_levels[] = { "off", "notice", "warning", "error", NULL };

static const QtrField rule_setting_fields[] = {
  QTR_FIELD (QtrRuleSetting, rule, TOKEN),
  QTR_FIELD_CHOICE_OF (QtrRuleSetting, level, qtr_rule_levels),
};
static const char *const rule_setting_key[] = { "rule", NULL };
const QtrRecordType qtr_rule_setting_type =
    QTR_RECORD_TYPE_KEYED ("rule setting", QtrRuleSetting, rule_setting_fields, rule_setting_key);

static const QtrField dismissal_fields[] = {
  QTR_FIELD_REFERENCE (QtrDismissal, update, TOKEN, qtr_update_type),
  QTR_FIELD (QtrDismissal, about, TOKEN),
  QTR_FIELD (QtrDismissal, rule, TOKEN),
  QTR_FIELD (QtrDismissal, mark, TOKEN),
  QTR_FIELD (QtrDismissal, words, TEXT),
  QTR_FIELD (QtrDismissal, reason, TEXT),
  QTR_FIELD (QtrDismissal, made, TEXT),
};
static const char *const dismissal_key[] = { "update", "about", "rule", "mark", NULL };
const QtrRecordType qtr_dismissal_type =
    QTR_RECORD_TYPE_KEYED ("dismissal", QtrDismissal, dismissal_fields, dismissal_key);

const QtrRuleSetting *
qtr_plan_find_rule_setting (const QtrPlan *plan, const char *rule)
{
  for (guint i = 0; i < qtr_list_length (plan->rules); i++) {
    const QtrRuleSetting *setting = qtr_list_get (plan->rules, i);

    if (g_strcmp0 (setting->rule, rule) == 0)
      return setting;
  }

  return NULL;
}

QtrPlan *
qtr_edit_set_rule (const QtrPlan *plan, const char *rule, const QtrRuleLevel *level)
{
  const QtrRuleSetting *standing = qtr_plan_find_rule_setting (plan, rule);
  g_autoptr (QtrRuleSetting) fresh = NULL;

  if (level == NULL)
    return standing == NULL ? qtr_record_ref (plan) : qtr_edit_remove (plan, standing->record.id);
  if (standing != NULL)
    return qtr_edit_set (plan, standing->record.id, "level", (int) *level, NULL);

  fresh = qtr_record_new (&qtr_rule_setting_type, "rule", rule, "level", (int) *level, NULL);
  return qtr_edit_insert (plan, plan->record.id, "rules", G_MAXUINT, fresh);
}
