/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/finding.h"
#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrCheckerOptions:
 * @families: (nullable): the families whose rules are run; %NULL: all
 * @rules: (nullable): the ids of the rules that are run; %NULL: all
 * @headings: (nullable): of a text without a plan, what stands over its bullets, for rules that go by what
 * was read before
 * @with_dismissed: whether what was dismissed is given as well; it says so
 */
typedef struct {
  const char *const *families;
  const char *const *rules;
  const char *headings;
  gboolean with_dismissed;
} QtrCheckerOptions;

/**
 * QtrChecker:
 *
 * Runs the rules, and remembers what they said for as long as nothing that they declared to depend on has
 * changed: a run after an edit evaluates only what the edit touched. It remembers the last run and no more.
 * One thread at a time may use it; the plans may be shared.
 */
typedef struct _QtrChecker QtrChecker;

QtrChecker *qtr_checker_new (void);
void qtr_checker_free (QtrChecker *self);

/**
 * qtr_checker_run:
 * @quarter: a quarter that has an update; to ask for any other is a programming error
 * @options: (nullable): what to run; %NULL: everything
 *
 * Checks one update of a plan, by the rules that the plan has not switched off, with the severities that it
 * gives them.
 *
 * Returns: (transfer full) (element-type QtrFinding): what was found, in the plan's order: the front matter,
 *   then priority by priority, its commitments with their bullets, then its measures; last the measures of no
 *   priority that holds in @quarter
 */
GPtrArray *qtr_checker_run (QtrChecker *self, const QtrPlan *plan, QtrPeriod quarter,
                            const QtrCheckerOptions *options);

/**
 * qtr_checker_run_bullets:
 * @bullets: (nullable) (element-type QtrBullet): a text without a plan
 * @lines: (nullable) (element-type utf8 guint): in which line each bullet begins, by its id
 * @options: (nullable): what to run; %NULL: everything
 *
 * Proofreads a text by all rules that need no more than its bullets.
 *
 * Returns: (transfer full) (element-type QtrFinding): what was found, in order
 */
GPtrArray *qtr_checker_run_bullets (QtrChecker *self, const QtrList *bullets, GHashTable *lines,
                                    const QtrCheckerOptions *options);

/**
 * qtr_checker_get_evaluations:
 *
 * Returns: how often a rule's function was called by this checker, which is what a test or a benchmark of
 *   remembering wants to know
 */
guint64 qtr_checker_get_evaluations (const QtrChecker *self);

/**
 * qtr_checker_get_size:
 *
 * Returns: how many answers it remembers
 */
guint qtr_checker_get_size (const QtrChecker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChecker, qtr_checker_free)

G_END_DECLS
