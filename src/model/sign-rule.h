/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/sign-off.h"

G_BEGIN_DECLS

/**
 * QtrSignScope:
 * @QTR_SIGN_UPDATE: the whole update
 * @QTR_SIGN_PRIORITIES: each priority, or just one
 *
 * What has to be signed.
 */
typedef enum { QTR_SIGN_UPDATE, QTR_SIGN_PRIORITIES } QtrSignScope;

/**
 * QtrSignRule:
 * @priority: (nullable): with %QTR_SIGN_PRIORITIES, the id of the only priority that it is about
 * @person: (nullable): the id of the person who has to sign
 * @role: (nullable): or the role of whoever has to; neither: anybody
 * @by_key: whether a key has to prove the name
 *
 * One line of the plan's sign-off rule.
 */
typedef struct {
  QtrRecord record;
  const QtrSignScope scope;
  const char *const priority;
  const char *const person;
  const char *const role;
  const gboolean by_key;
} QtrSignRule;

extern const QtrRecordType qtr_sign_rule_type;

/**
 * qtr_sign_rules_list_unmet:
 * @quarter: a quarter that has an update
 * @answers: (nullable) (element-type QtrSignOffAnswer): as qtr_sign_offs_verify() gives them; %NULL: no key
 * is asked
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each signature that the plan's rule still asks
 * for, translated
 */
GPtrArray *qtr_sign_rules_list_unmet (const QtrPlan *plan, QtrPeriod quarter, const GPtrArray *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrSignRule, qtr_record_unref)

G_END_DECLS
