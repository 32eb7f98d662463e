/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/rule.h"

#include "check/acronyms.h"
#include "check/against.h"
#include "check/claims.h"
#include "check/completeness.h"
#include "check/conflicts.h"
#include "check/dates.h"
#include "check/duplicates.h"
#include "check/facts.h"
#include "check/house-style.h"
#include "check/linked-figures.h"
#include "check/names.h"
#include "check/personal-data.h"
#include "check/proceedings.h"
#include "check/typography.h"
#include "check/vintages.h"

/* All that explains itself in the order in which it is read. */
#define PROSE (QTR_OF (QTR_SUBJECT_PRIORITY) | QTR_OF (QTR_SUBJECT_COMMITMENT) | QTR_OF (QTR_SUBJECT_BULLET))

/* What is asked of measures and of updates before has one answer, as a measure may have the last word. */
#define AGAINST_PLAN (QTR_NEEDS_QUARTER | QTR_NEEDS_MEASURES | QTR_NEEDS_UPDATES_BEFORE)

static const QtrRule rules[] = {
  { "missing-front-matter", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_FRONT, QTR_NEEDS_NOTHING,
    qtr_check_missing_front_matter },
  { "missing-priority", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_PRIORITY, QTR_NEEDS_QUARTER,
    qtr_check_missing_priority, QTR_OF (QTR_SUBJECT_COMMITMENT), qtr_summarise_report },
  { "missing-commitment", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_PRIORITY, QTR_NEEDS_QUARTER,
    qtr_check_missing_commitment, QTR_OF (QTR_SUBJECT_COMMITMENT), qtr_summarise_report },
  { "missing-figure", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_MEASURE,
    QTR_NEEDS_PLAN | QTR_NEEDS_FRONT | QTR_NEEDS_QUARTER, qtr_check_missing_figure },
  { "empty-bullet", QTR_SEVERITY_ERROR, "completeness", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_empty_bullet },
  { "stale-bullet", QTR_SEVERITY_WARNING, "vintages", QTR_SUBJECT_BULLET, QTR_NEEDS_QUARTER,
    qtr_check_stale_bullet },
  { "provisional-figure", QTR_SEVERITY_WARNING, "vintages", QTR_SUBJECT_MEASURE,
    QTR_NEEDS_FRONT | QTR_NEEDS_QUARTER | QTR_NEEDS_MEASURES, qtr_check_provisional_figure },
  { "unexplained-restatement", QTR_SEVERITY_WARNING, "vintages", QTR_SUBJECT_MEASURE,
    QTR_NEEDS_QUARTER | QTR_NEEDS_MEASURES, qtr_check_unexplained_restatement },
  { "unknown-figure", QTR_SEVERITY_ERROR, "figures", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_unknown_figure },
  { "overridden-figure", QTR_SEVERITY_WARNING, "figures", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_overridden_figure },
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
  { "duplicate-bullet", QTR_SEVERITY_WARNING, "duplicates", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING,
    qtr_check_duplicates, QTR_OF (QTR_SUBJECT_BULLET) | QTR_OF (QTR_SUBJECT_EARLIER), qtr_summarise_words },
  { "unchanged-bullet", QTR_SEVERITY_NOTICE, "duplicates", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING,
    qtr_check_duplicates, QTR_OF (QTR_SUBJECT_BULLET) | QTR_OF (QTR_SUBJECT_EARLIER), qtr_summarise_words },
  { "past-plan", QTR_SEVERITY_WARNING, "dates", QTR_SUBJECT_BULLET, QTR_NEEDS_FRONT | QTR_NEEDS_QUARTER,
    qtr_check_dates },
  { "date-out-of-reach", QTR_SEVERITY_NOTICE, "dates", QTR_SUBJECT_BULLET,
    QTR_NEEDS_FRONT | QTR_NEEDS_QUARTER, qtr_check_dates },
  { "impossible-date", QTR_SEVERITY_WARNING, "dates", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_impossible_date },
  { "personal-data", QTR_SEVERITY_WARNING, "personal-data", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_personal_data },
  { "live-proceedings", QTR_SEVERITY_NOTICE, "proceedings", QTR_SUBJECT_BULLET, QTR_NEEDS_NOTHING,
    qtr_check_live_proceedings },
  { "undefined-acronym", QTR_SEVERITY_NOTICE, "acronyms", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING,
    qtr_check_acronyms, PROSE, qtr_summarise_acronyms },
  { "late-expansion", QTR_SEVERITY_NOTICE, "acronyms", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING,
    qtr_check_acronyms, PROSE, qtr_summarise_acronyms },
  { "two-expansions", QTR_SEVERITY_NOTICE, "acronyms", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING,
    qtr_check_acronyms, PROSE, qtr_summarise_acronyms },
  { "repeated-expansion", QTR_SEVERITY_NOTICE, "acronyms", QTR_SUBJECT_CHAPTER, QTR_NEEDS_NOTHING,
    qtr_check_repeated_expansion, QTR_OF (QTR_SUBJECT_BULLET), qtr_summarise_acronyms },
  { "name-variant", QTR_SEVERITY_NOTICE, "names", QTR_SUBJECT_WHOLE, QTR_NEEDS_NOTHING, qtr_check_names,
    QTR_OF (QTR_SUBJECT_BULLET) | QTR_OF (QTR_SUBJECT_EARLIER), qtr_summarise_names },
  { "figure-mismatch", QTR_SEVERITY_ERROR, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
  { "comparator-mismatch", QTR_SEVERITY_ERROR, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
  { "target-mismatch", QTR_SEVERITY_ERROR, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
  { "trend-mismatch", QTR_SEVERITY_WARNING, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
  { "two-values", QTR_SEVERITY_WARNING, "against", QTR_SUBJECT_FRONT, QTR_NEEDS_QUARTER, qtr_check_two_values,
    QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
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

/* What the text disproves by itself may be disproved by the plan as well. */
static const QtrRule more[] = {
  { "direction-mismatch", QTR_SEVERITY_ERROR, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
  { "extreme-mismatch", QTR_SEVERITY_ERROR, "against", QTR_SUBJECT_PRIORITY, AGAINST_PLAN,
    qtr_check_against_plan, QTR_OF (QTR_SUBJECT_PASSAGE), qtr_facts_summarise },
};

const QtrRule *
qtr_rules_get_more (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (more);
  return more;
}

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
