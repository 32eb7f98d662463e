/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/review.h"

#include "model/update.h"

/* In the order of the enumeration. */
static const char *const states[] = { "draft", "in-review", "signed-off", "published", NULL };

static const QtrField status_fields[] = {
  QTR_FIELD_REFERENCE (QtrStatus, update, TOKEN, qtr_update_type),
  QTR_FIELD_CHOICE_OF (QtrStatus, state, states),
  QTR_FIELD_REFERENCE (QtrStatus, priority, TOKEN, qtr_priority_type),
};
static const char *const status_key[] = { "update", "priority", NULL };
const QtrRecordType qtr_status_type = QTR_RECORD_TYPE_KEYED ("status", QtrStatus, status_fields, status_key);

static const QtrField comment_fields[] = {
  QTR_FIELD (QtrComment, about, TOKEN), QTR_FIELD (QtrComment, author, TOKEN),
  QTR_FIELD (QtrComment, made, TEXT),   QTR_FIELD (QtrComment, marking, TOKEN),
  QTR_FIELD (QtrComment, text, TEXT),   QTR_FIELD (QtrComment, resolved, FLAG),
};
const QtrRecordType qtr_comment_type = QTR_RECORD_TYPE ("comment", QtrComment, comment_fields);

static const QtrField sign_off_fields[] = {
  QTR_FIELD_REFERENCE (QtrSignOff, update, TOKEN, qtr_update_type),
  QTR_FIELD_REFERENCE (QtrSignOff, priority, TOKEN, qtr_priority_type),
  QTR_FIELD (QtrSignOff, name, TEXT),
  QTR_FIELD (QtrSignOff, statement, TEXT),
  QTR_FIELD (QtrSignOff, made, TEXT),
  QTR_FIELD_COUNT_FROM (QtrSignOff, form, 1),
  QTR_FIELD (QtrSignOff, digest, TEXT),
  QTR_FIELD (QtrSignOff, parts, TOKENS),
  QTR_FIELD (QtrSignOff, heads, TOKENS),
  QTR_FIELD (QtrSignOff, key, TEXT),
  QTR_FIELD (QtrSignOff, signature, TEXT),
};
const QtrRecordType qtr_sign_off_type = QTR_RECORD_TYPE ("sign-off", QtrSignOff, sign_off_fields);

QtrState
qtr_plan_get_priority_state (const QtrPlan *plan, const char *update, const char *priority)
{
  for (guint i = 0; i < qtr_list_length (plan->statuses); i++) {
    const QtrStatus *status = qtr_list_get (plan->statuses, i);

    if (g_strcmp0 (status->update, update) == 0 && g_strcmp0 (status->priority, priority) == 0)
      return status->state;
  }

  return QTR_STATE_DRAFT;
}

QtrState
qtr_plan_get_state (const QtrPlan *plan, const char *update)
{
  return qtr_plan_get_priority_state (plan, update, NULL);
}

const char *
qtr_state_get_word (QtrState state)
{
  return states[state];
}
