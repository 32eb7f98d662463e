/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/rule.h"

#include "check/claims.h"
#include "check/completeness.h"
#include "check/conflicts.h"
#include "check/house-style.h"
#include "check/typography.h"

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
  { "unresolved-conflict", QTR_SEVERITY_ERROR, "conflicts", QTR_SUBJECT_CONFLICT, QTR_NEEDS_NOTHING,
    qtr_check_unresolved_conflict },
  { "percent-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "difference-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "direction-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "share-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "subset-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "sum-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "rate-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "points-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "multiple-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "extreme-mismatch", QTR_SEVERITY_ERROR, "claims", QTR_SUBJECT_PASSAGE, QTR_NEEDS_QUARTER_IF_KNOWN,
    qtr_check_claims },
  { "double-space", QTR_SEVERITY_NOTICE, "typography", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_double_space },
  { "missing-space", QTR_SEVERITY_NOTICE, "typography", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_missing_space },
  { "repeated-word", QTR_SEVERITY_NOTICE, "typography", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_repeated_word },
  { "space-before-punctuation", QTR_SEVERITY_NOTICE, "typography", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_space_before_punctuation },
  { "house-style", QTR_SEVERITY_NOTICE, "house-style", QTR_SUBJECT_BULLET, QTR_NEEDS_STYLE,
    qtr_check_house_style },
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
