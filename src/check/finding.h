/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

/**
 * QtrSeverity:
 * @QTR_SEVERITY_NOTICE: for the reviewer to know
 * @QTR_SEVERITY_WARNING: most likely to be put right
 * @QTR_SEVERITY_ERROR: stops a final export
 */
typedef enum { QTR_SEVERITY_NOTICE, QTR_SEVERITY_WARNING, QTR_SEVERITY_ERROR } QtrSeverity;

/**
 * QtrPlace:
 * @quarter: of which update; unset: of none
 * @priority_number: as the plan counts it; 0: none
 * @priority: (nullable): its id
 * @commitment: (nullable): a commitment's id
 * @bullet: (nullable): a bullet's id
 * @measure: (nullable): a measure's id
 * @line: the line of a text source, from 1; 0: none
 *
 * Where a finding stands.
 */
typedef struct {
  QtrPeriod quarter;
  int priority_number;
  const char *priority;
  const char *commitment;
  const char *bullet;
  const char *measure;
  guint line;
} QtrPlace;

/**
 * QtrFix:
 * @start: the first code point of the bullet's text to go
 * @end: the first one to stay
 * @replacement: what comes in
 */
typedef struct {
  int start;
  int end;
  char *replacement;
} QtrFix;

/**
 * QtrFinding:
 * @rule: the rule's id
 * @place: where it stands; its texts belong to the finding
 * @field: (nullable): which field of the front matter, by its name in the update's table
 * @start: the first code point of the bullet's text that it speaks of; -1: of all of it
 * @end: the first one that it does not speak of; -1 as above
 * @text: (nullable): those code points
 * @message: what is wrong and what to do, translated
 * @fix: (nullable): what would put it right
 * @mark: what it is known by from one run to the next, as qtr_finding_make_mark() has it
 * @dismissed: (nullable): why it is to be left as it is, if somebody decided that
 *
 * What the checker says. Findings never change, and are counted.
 */
typedef struct {
  const char *rule;
  QtrSeverity severity;
  QtrPlace place;
  const char *field;
  int start;
  int end;
  char *text;
  char *message;
  QtrFix *fix;
  char *mark;
  char *dismissed;
} QtrFinding;

QtrFinding *qtr_finding_ref (QtrFinding *self);
void qtr_finding_unref (QtrFinding *self);

/**
 * qtr_findings_count:
 * @findings: (element-type QtrFinding):
 *
 * Returns: how many of them are of just that severity and were not dismissed
 */
guint qtr_findings_count (GPtrArray *findings, QtrSeverity severity);

/**
 * qtr_severity_get_word:
 *
 * Returns: (transfer none): the severity as the command line writes it: `error`, `warning`, `notice`
 */
const char *qtr_severity_get_word (QtrSeverity severity);

/**
 * qtr_severity_parse:
 * @word: as qtr_severity_get_word() writes it
 * @severity: (out): what it says
 *
 * Returns: whether it is one
 */
gboolean qtr_severity_parse (const char *word, QtrSeverity *severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFinding, qtr_finding_unref)

G_END_DECLS
