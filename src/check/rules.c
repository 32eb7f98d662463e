/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/rule.h"

#include "check/completeness.h"

static const QtrRule rules[] = {
  { "missing-front-matter", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_FRONT, QTR_NEEDS_NOTHING,
    qtr_check_missing_front_matter },
  { "missing-priority", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_PRIORITY, QTR_NEEDS_QUARTER,
    qtr_check_missing_priority, QTR_SUBJECT_COMMITMENT, qtr_summarise_report },
  { "missing-commitment", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_PRIORITY, QTR_NEEDS_QUARTER,
    qtr_check_missing_commitment, QTR_SUBJECT_COMMITMENT, qtr_summarise_report },
  { "missing-figure", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_MEASURE,
    QTR_NEEDS_PLAN | QTR_NEEDS_FRONT | QTR_NEEDS_QUARTER, qtr_check_missing_figure },
  { "empty-bullet", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_empty_bullet },
};

const QtrRule *
qtr_rules_get (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

const QtrRule *
qtr_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].id, id) == 0)
      return &rules[i];

  return NULL;
}
