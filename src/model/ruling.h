/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrRuleLevel:
 * @QTR_RULE_OFF: the rule is not asked
 *
 * What a plan makes of a rule. The others are the severities, one higher.
 */
typedef enum { QTR_RULE_OFF, QTR_RULE_NOTICE, QTR_RULE_WARNING, QTR_RULE_ERROR } QtrRuleLevel;

/**
 * QtrRuleSetting:
 * @rule: the rule's id; one that is not known is kept, and does nothing
 *
 * That a plan takes a rule more or less seriously than usual, or not at all.
 */
typedef struct {
  QtrRecord record;
  const char *const rule;
  const QtrRuleLevel level;
} QtrRuleSetting;

/**
 * QtrDismissal:
 * @update: the id of the update in which the finding was
 * @about: the id of the record that it spoke of: a bullet, a measure, a commitment, a priority, or the update
 * @rule: the rule's id
 * @mark: what it is known by: made of the words and the numbers that it spoke of, so that it lapses with them
 * @words: (nullable): the words, for people
 * @reason: why it is left as it is
 * @made: when, in ISO 8601
 *
 * That somebody looked at a finding and decided that nothing is to be done. Stands beside what it speaks of.
 */
typedef struct {
  QtrRecord record;
  const char *const update;
  const char *const about;
  const char *const rule;
  const char *const mark;
  const char *const words;
  const char *const reason;
  const char *const made;
} QtrDismissal;

extern const QtrRecordType qtr_rule_setting_type;
extern const QtrRecordType qtr_dismissal_type;

/* The words by which the file calls the levels, NULL-terminated. */
extern const char *const qtr_rule_levels[];

/**
 * qtr_plan_find_rule_setting:
 *
 * Returns: (transfer none) (nullable): what the plan makes of the rule of that id, if anything
 */
const QtrRuleSetting *qtr_plan_find_rule_setting (const QtrPlan *plan, const char *rule);

/**
 * qtr_edit_set_rule:
 * @rule: a rule's id
 * @level: (nullable): what to make of it; %NULL: what is usual
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_edit_set_rule (const QtrPlan *plan, const char *rule,
                            const QtrRuleLevel *level) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrRuleSetting, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrDismissal, qtr_record_unref)

G_END_DECLS
