/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/finding.h"
#include "model/measure.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrSubjectKind:
 * @QTR_SUBJECT_FRONT: the update as a whole; record: a #QtrUpdate of front matter alone, without sections
 * @QTR_SUBJECT_PRIORITY: record: a #QtrPriority that holds in the quarter
 * @QTR_SUBJECT_COMMITMENT: record: a #QtrCommitment that holds in the quarter; companion: its #QtrSection, if
 * any
 * @QTR_SUBJECT_PASSAGE: record: a #QtrBullet that stands under no other, with all its children; a remark
 * names the bullet that it stands in
 * @QTR_SUBJECT_BULLET: record: a #QtrBullet, at whatever depth; companions: a #QtrFigureNote for each of its
 * linked figures
 * @QTR_SUBJECT_MEASURE: record: a #QtrMeasure; companions: all measures that it is computed from
 * @QTR_SUBJECT_CONFLICT: record: a #QtrConflict; it stands where the record that it speaks of stands
 * @QTR_SUBJECT_WHOLE: all of an update, or of a text without a plan; record: the front matter, or a
 * #QtrBullet that holds the text; companions: the plan's areas and people
 * @QTR_SUBJECT_CHAPTER: what is read in one go, a priority or a text without a plan; record: the
 * #QtrPriority, or the #QtrBullet as above
 * @QTR_SUBJECT_EARLIER: record: a #QtrBullet of the update before; they come last, for reductions over the
 * whole to compare with
 *
 * What a rule looks at.
 */
typedef enum {
  QTR_SUBJECT_FRONT,
  QTR_SUBJECT_PRIORITY,
  QTR_SUBJECT_COMMITMENT,
  QTR_SUBJECT_PASSAGE,
  QTR_SUBJECT_BULLET,
  QTR_SUBJECT_MEASURE,
  QTR_SUBJECT_CONFLICT,
  QTR_SUBJECT_WHOLE,
  QTR_SUBJECT_CHAPTER,
  QTR_SUBJECT_EARLIER,
} QtrSubjectKind;

/**
 * QTR_OF:
 *
 * A #QtrSubjectKind as one of several, to be combined by or.
 */
#define QTR_OF(kind) (1u << (kind))

/**
 * QtrNeeds:
 * @QTR_NEEDS_PLAN: the plan's own fields, such as the month in which its years begin
 * @QTR_NEEDS_FRONT: the update's front matter
 * @QTR_NEEDS_QUARTER: the quarter of the update
 * @QTR_NEEDS_STYLE: the house style; without one the rule is not asked
 * @QTR_NEEDS_QUARTER_IF_KNOWN: the quarter of the update; a text without a plan has none, and is asked as
 * well
 * @QTR_NEEDS_MEASURES: the measures and all that their values depend on
 * @QTR_NEEDS_UPDATES_BEFORE: for a reduction, what it sums up also of the update of the quarter before, and
 * of that of the same quarter of the year before
 *
 * What a rule depends on besides the record that it looks at. A rule of any other kind of input adds a line
 * here, a member to #QtrInputs, and its place in the comparison of inputs.
 */
typedef enum {
  QTR_NEEDS_NOTHING = 0,
  QTR_NEEDS_PLAN = 1 << 0,
  QTR_NEEDS_FRONT = 1 << 1,
  QTR_NEEDS_QUARTER = 1 << 2,
  QTR_NEEDS_STYLE = 1 << 3,
  QTR_NEEDS_QUARTER_IF_KNOWN = 1 << 4,
  QTR_NEEDS_MEASURES = 1 << 5,
  QTR_NEEDS_UPDATES_BEFORE = 1 << 6,
} QtrNeeds;

/**
 * QtrInputs:
 * @record: what is looked at
 * @companions: (nullable) (element-type QtrRecord): what belongs to it, by the kind of the subject
 * @plan: (nullable): the plan's fields without its lists, if declared
 * @front: (nullable): the update's front matter without its sections, if declared
 * @style: (nullable): a plan that has nothing but its house style, if declared
 * @quarter: the quarter, if declared; else unset
 * @known: (nullable): a plan that has nothing but what its measures' values depend on, if declared; its
 * updates have no sections
 * @quarter_before: (nullable) (element-type GVariant): the summaries of the passages of the update of the
 * quarter before, if declared and there is one
 * @year_before: (nullable) (element-type GVariant): the same, of the same quarter of the year before
 * @summaries: (nullable) (element-type GVariant): for a reduction, what was summed up, in order
 * @n_earlier: how many of the summaries, the last ones, are of the update before; no remark can be about them
 *
 * All that a rule may know. It is also what its answer is remembered by, so that a rule can neither depend on
 * what it did not declare nor give a stale answer.
 */
typedef struct {
  gconstpointer record;
  const QtrList *companions;
  const QtrPlan *plan;
  const QtrUpdate *front;
  const QtrPlan *style;
  QtrPeriod quarter;
  const QtrPlan *known;
  GPtrArray *quarter_before;
  GPtrArray *year_before;
  GPtrArray *summaries;
  guint n_earlier;
} QtrInputs;

/**
 * QtrRemark:
 * @rule: (nullable): a static text: which of the rules with the same function says it; %NULL: each of them
 * @about: for a reduction, which of the summaries it is about; -1: the record itself
 * @bullet: (nullable): of a passage, the id of the bullet in it that is spoken of; belongs to the record
 * @field: (nullable): a static text, as in #QtrFinding
 * @start, @end: as in #QtrFinding
 * @text: (nullable) (transfer full): as in #QtrFinding
 * @message: (transfer full): as in #QtrFinding
 * @fix: (nullable) (transfer full): as in #QtrFinding, allocated by g_new()
 *
 * What a rule says: a finding without its place, which the checker knows and a rule does not, so that moving
 * a record moves its findings without asking the rule again.
 */
typedef struct {
  const char *rule;
  int about;
  const char *bullet;
  const char *field;
  int start;
  int end;
  char *text;
  char *message;
  QtrFix *fix;
} QtrRemark;

/**
 * QtrCheckFunc:
 * @remarks: (element-type QtrRemark): where to add what is wrong, by qtr_remark_add() or otherwise
 */
typedef void (*QtrCheckFunc) (const QtrInputs *inputs, GArray *remarks);

/**
 * QtrSummariseFunc:
 *
 * Returns: (transfer full): what a reduction has to know of the record, and no more: where that stays the
 * same, the reduction is not done again. A floating reference is taken.
 */
typedef GVariant *(*QtrSummariseFunc) (const QtrInputs *inputs);

/**
 * QtrRule:
 * @id: as the command line and the file call it; also the name of its section in the help
 * @severity: unless the plan says otherwise
 * @family: the file that it is in
 * @scope: what @check is called for, each
 * @needs: what @check depends on besides; any of #QtrNeeds
 * @check: the rule, or several rules of the same scope and needs at once; with @summarise, a reduction over
 * the summaries of all @of within the scope
 * @of: with @summarise, what is summed up; any of the kinds as QTR_OF() has them
 * @summarise: (nullable): sums up one record of the kinds @of, of which it sees nothing but the record and
 * its companions. Rules with the same function share its answers.
 *
 * One line of the table of rules.
 */
typedef struct {
  const char *id;
  QtrSeverity severity;
  const char *family;
  QtrSubjectKind scope;
  guint needs;
  QtrCheckFunc check;
  guint of;
  QtrSummariseFunc summarise;
} QtrRule;

/**
 * qtr_rules_get:
 * @n_rules: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rules): all rules
 */
const QtrRule *qtr_rules_get (guint *n_rules);

/**
 * qtr_rules_get_more:
 * @n_rules: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rules): where rules of the table look besides: other scopes and
 * other functions of the same ids
 */
const QtrRule *qtr_rules_get_more (guint *n_rules);

/**
 * qtr_rule_find:
 *
 * Returns: (transfer none) (nullable): the rule of that id
 */
const QtrRule *qtr_rule_find (const char *id);

/**
 * qtr_remark_add:
 * @about: as in #QtrRemark
 * @message: (transfer full): what is wrong and what to do, translated
 *
 * Adds a remark about a whole record.
 *
 * Returns: (transfer none): the remark, for whoever has more to say; valid until the next is added
 */
QtrRemark *qtr_remark_add (GArray *remarks, int about, char *message);

G_END_DECLS
