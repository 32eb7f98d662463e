/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/sign-rule.h"

#include <glib/gi18n-lib.h>

/* In the order of the enumeration. */
static const char *const scopes[] = { "update", "priorities", NULL };

static const QtrField sign_rule_fields[] = {
  QTR_FIELD_CHOICE_OF (QtrSignRule, scope, scopes),
  QTR_FIELD_REFERENCE (QtrSignRule, priority, TOKEN, qtr_priority_type),
  QTR_FIELD_REFERENCE (QtrSignRule, person, TOKEN, qtr_person_type),
  QTR_FIELD (QtrSignRule, role, TEXT),
  QTR_FIELD (QtrSignRule, by_key, FLAG),
};
const QtrRecordType qtr_sign_rule_type = QTR_RECORD_TYPE ("sign-off rule", QtrSignRule, sign_rule_fields);

static gboolean
has_role (const QtrPlan *plan, const char *name, const char *role)
{
  for (guint i = 0; i < qtr_list_length (plan->people); i++) {
    const QtrPerson *person = qtr_list_get (plan->people, i);

    if (g_strcmp0 (person->name, name) == 0 && g_strcmp0 (person->role, role) == 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
is_signatory (const QtrPlan *plan, const QtrSignRule *rule, const char *name)
{
  const QtrPerson *person = rule->person == NULL ? NULL : qtr_list_find (plan->people, rule->person, NULL);

  if (rule->person != NULL && (person == NULL || g_strcmp0 (person->name, name) != 0))
    return FALSE;

  return rule->role == NULL || has_role (plan, name, rule->role);
}

static gboolean
is_met (const QtrPlan *plan, const QtrSignRule *rule, const char *priority, const GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];

    if (answer->state == QTR_SIGN_OFF_GOOD && g_strcmp0 (answer->sign_off->priority, priority) == 0 &&
        (!rule->by_key || answer->proof == QTR_PROOF_NAME) &&
        is_signatory (plan, rule, answer->sign_off->name))
      return TRUE;
  }

  return FALSE;
}

static char *
name_signatory (const QtrPlan *plan, const QtrSignRule *rule)
{
  const QtrPerson *person = rule->person == NULL ? NULL : qtr_list_find (plan->people, rule->person, NULL);

  if (person != NULL && person->name != NULL)
    return g_strdup (person->name);

  return g_strdup (rule->role != NULL ? rule->role : _ ("somebody"));
}

static char *
describe_unmet (const QtrPlan *plan, const QtrSignRule *rule, const QtrPriority *priority)
{
  g_autofree char *who = name_signatory (plan, rule);

  if (priority == NULL)
    /* Translators: a person's name or role. */
    return g_strdup_printf (
        rule->by_key ? _ ("%s has to sign the update with a key") : _ ("%s has to sign the update"), who);
  /* Translators: a person's name or role, and a priority's number and title. */
  return g_strdup_printf (rule->by_key ? _ ("%s has to sign priority %d (%s) with a key")
                                       : _ ("%s has to sign priority %d (%s)"),
                          who, priority->number, priority->title == NULL ? "" : priority->title);
}

static void
add_unmet (GPtrArray *unmet, const QtrPlan *plan, const QtrSignRule *rule, const QtrPriority *priority,
           const GPtrArray *answers)
{
  if (!is_met (plan, rule, priority == NULL ? NULL : priority->record.id, answers))
    g_ptr_array_add (unmet, describe_unmet (plan, rule, priority));
}

static void
add_unmet_of_rule (GPtrArray *unmet, const QtrPlan *plan, QtrPeriod quarter, const QtrSignRule *rule,
                   const GPtrArray *answers)
{
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, quarter);

  if (rule->scope == QTR_SIGN_UPDATE) {
    add_unmet (unmet, plan, rule, NULL, answers);
    return;
  }
  for (guint i = 0; i < priorities->len; i++) {
    const QtrPriority *priority = priorities->pdata[i];

    if (rule->priority == NULL || g_str_equal (rule->priority, priority->record.id))
      add_unmet (unmet, plan, rule, priority, answers);
  }
}

GPtrArray *
qtr_sign_rules_list_unmet (const QtrPlan *plan, QtrPeriod quarter, const GPtrArray *answers)
{
  GPtrArray *unmet = g_ptr_array_new_with_free_func (g_free);
  const QtrUpdate *update = qtr_plan_find_update (plan, quarter);
  g_autoptr (GPtrArray) own = NULL;

  if (update == NULL || plan->sign_rules == NULL)
    return unmet;
  if (answers == NULL)
    answers = own = qtr_sign_offs_verify (plan, update->record.id, NULL);
  for (guint i = 0; i < qtr_list_length (plan->sign_rules); i++)
    add_unmet_of_rule (unmet, plan, quarter, qtr_list_get (plan->sign_rules, i), answers);
  return unmet;
}
