/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"
#include "model/house-style.h"
#include "model/record.h"

G_BEGIN_DECLS

/**
 * QtrArea:
 * @name: as it stands before a bullet's colon
 * @areas: (element-type QtrArea): the areas within it
 *
 * A district or policing area.
 */
typedef struct {
  QtrRecord record;
  const char *const name;
  const QtrList *const areas;
} QtrArea;

/**
 * QtrPerson:
 * @key: (nullable): the fingerprint of the key that they sign with
 *
 * Somebody who writes, reviews, signs or owns.
 */
typedef struct {
  QtrRecord record;
  const char *const name;
  const char *const role;
  const char *const key;
} QtrPerson;

/**
 * QtrCommitment:
 * @lead: "We will:"
 * @text: the promise
 * @from: (nullable): the first quarter in which it holds; %NULL: since ever
 * @until: (nullable): the last quarter in which it holds; %NULL: still
 * @successor: (nullable): the id of the commitment that took its place
 *
 * One promise under a priority. A changed wording is another commitment, its successor.
 */
typedef struct {
  QtrRecord record;
  const char *const lead;
  const char *const text;
  const char *const from;
  const char *const until;
  const char *const successor;
} QtrCommitment;

/**
 * QtrPriority:
 * @number: as it is counted in the plan, from 1
 * @commitments: (element-type QtrCommitment): in order; a successor stands after what it follows
 *
 * A numbered theme of the plan.
 */
typedef struct {
  QtrRecord record;
  const int number;
  const char *const title;
  const char *const from;
  const char *const until;
  const char *const successor;
  const QtrList *const commitments;
} QtrPriority;

/**
 * QTR_PLAN_FORMAT:
 *
 * The form of the file as this version writes it. There has been no other: a new field needs no new form, as
 * whoever does not know it keeps it.
 */
#define QTR_PLAN_FORMAT 1

/**
 * QtrPlan:
 * @format: the form of the file that it comes from; beyond %QTR_PLAN_FORMAT, a newer version of the program
 * made it, and what it means is not known in full: it can be looked at, and stays as it is
 * @title: "Police and Crime Plan"
 * @body: who publishes it: "Example Constabulary"
 * @years: the years it is made for, as they are printed: "2016-2020"
 * @first_month: the month in which its years begin, 1 to 12
 * @markings: its protective markings, the lowest first
 * @accent: (nullable): the colour of its publications: "#1d4f91"
 * @percent: how percentages are written
 * @small_numbers: how the numbers from one to ten are written
 * @terms: (element-type QtrTerm): words to avoid
 * @rules: (element-type QtrRuleSetting): which rules it takes more or less seriously than usual
 * @logo: (nullable): a picture, as qtr_logo_new() makes it
 * @logo_text: (nullable): what the picture says, for those who do not see it
 * @areas: (element-type QtrArea):
 * @people: (element-type QtrPerson):
 * @priorities: (element-type QtrPriority): in order
 * @measures: (element-type QtrMeasure): in order
 * @updates: (element-type QtrUpdate): by quarter, the earliest first
 * @statuses: (element-type QtrStatus): what became of the updates
 * @comments: (element-type QtrComment):
 * @sign_offs: (element-type QtrSignOff):
 * @conflicts: (element-type QtrConflict): what a merge could not decide
 * @dismissals: (element-type QtrDismissal): findings that are to be left as they are
 * @sign_rules: (element-type QtrSignRule): who has to sign before anything is published
 * @audit: (element-type QtrAudit): what was done, as a graph
 *
 * What the body promised, and all its updates: the root of the tree.
 */
typedef struct {
  QtrRecord record;
  const int format;
  const char *const title;
  const char *const body;
  const char *const years;
  const int first_month;
  const QtrTokens *const markings;
  const char *const accent;
  const QtrPercentForm percent;
  const QtrSmallNumbers small_numbers;
  const QtrList *const terms;
  const QtrList *const rules;
  const char *const logo;
  const char *const logo_text;
  const QtrList *const areas;
  const QtrList *const people;
  const QtrList *const priorities;
  const QtrList *const measures;
  const QtrList *const updates;
  const QtrList *const statuses;
  const QtrList *const comments;
  const QtrList *const sign_offs;
  const QtrList *const conflicts;
  const QtrList *const dismissals;
  const QtrList *const sign_rules;
  const QtrList *const audit;
} QtrPlan;

extern const QtrRecordType qtr_area_type;
extern const QtrRecordType qtr_person_type;
extern const QtrRecordType qtr_commitment_type;
extern const QtrRecordType qtr_priority_type;
extern const QtrRecordType qtr_plan_type;

/**
 * qtr_plan_new:
 *
 * Returns: (transfer full): a plan that promises nothing yet
 */
QtrPlan *qtr_plan_new (void);

/**
 * qtr_plan_check_format:
 *
 * Returns: whether this version may change and write the plan; if not, %QTR_ERROR_VERSION says why and what
 * to do
 */
gboolean qtr_plan_check_format (const QtrPlan *plan, GError **error);

/**
 * qtr_plan_parse_period:
 * @text: (nullable): a period as a record of this plan holds it
 *
 * Returns: the period in the plan's own years, or %QTR_PERIOD_UNSET
 */
QtrPeriod qtr_plan_parse_period (const QtrPlan *plan, const char *text);

/**
 * qtr_plan_is_valid_in:
 * @from: (nullable): a record's first quarter
 * @until: (nullable): a record's last quarter
 *
 * Returns: whether a record valid from @from until @until holds in @quarter
 */
gboolean qtr_plan_is_valid_in (const QtrPlan *plan, const char *from, const char *until, QtrPeriod quarter);

/**
 * qtr_plan_list_priorities:
 *
 * Returns: (transfer container) (element-type QtrPriority): those that hold in @quarter, in order. They
 * belong to @plan.
 */
GPtrArray *qtr_plan_list_priorities (const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_plan_list_area_names:
 *
 * Returns: (transfer full): the names of all areas, those within others after them
 */
char **qtr_plan_list_area_names (const QtrPlan *plan);

/**
 * qtr_plan_list_commitments:
 *
 * Returns: (transfer container) (element-type QtrCommitment): those of @priority that hold in @quarter, in
 * order
 */
GPtrArray *qtr_plan_list_commitments (const QtrPlan *plan, const QtrPriority *priority, QtrPeriod quarter);

/**
 * qtr_commitments_rank:
 * @priorities: (nullable) (element-type QtrPriority):
 *
 * Returns: (transfer full) (element-type utf8 guint): where each commitment stands among all of them, by id
 */
GHashTable *qtr_commitments_rank (const QtrList *priorities);

/**
 * qtr_commitments_get_rank:
 * @ranks: as qtr_commitments_rank() makes them
 * @id: (nullable): a commitment's id
 *
 * Returns: where it stands; %G_MAXUINT, after all others, if there is none
 */
guint qtr_commitments_get_rank (GHashTable *ranks, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrArea, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPerson, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrCommitment, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPriority, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPlan, qtr_record_unref)

G_END_DECLS
