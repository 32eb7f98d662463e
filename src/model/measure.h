/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrMeasureKind:
 * @QTR_MEASURE_FLOW: counted over the period: months add up to quarters
 * @QTR_MEASURE_LEVEL: as it stood at the period's end: a quarter has its last month's value
 */
typedef enum { QTR_MEASURE_FLOW, QTR_MEASURE_LEVEL } QtrMeasureKind;

/**
 * QtrFrequency:
 *
 * How often a measure is observed.
 */
typedef enum { QTR_FREQUENCY_QUARTER, QTR_FREQUENCY_MONTH, QTR_FREQUENCY_YEAR } QtrFrequency;

/**
 * QtrGood:
 *
 * In which direction a measure is good.
 */
typedef enum { QTR_GOOD_NEITHER, QTR_GOOD_UP, QTR_GOOD_DOWN } QtrGood;

/**
 * QtrVintage:
 * @value: what was known
 * @provisional: whether it was said to be subject to change
 * @update: (nullable): the id of the update that published it or that it was typed for
 * @version: (nullable): the version in which it was published; %NULL until it is
 * @origin: (nullable): where else it came from: "imported from FILE on DATE"
 * @reason: (nullable): why it replaced the vintage before it: the cause of a restatement
 * @nature: (nullable): of what nature a restatement is: "Late data"
 * @effect: (nullable): what it changes in what was said
 *
 * One value of an observation, at the time that it was given.
 */
typedef struct {
  QtrRecord record;
  const QtrDecimal value;
  const gboolean provisional;
  const char *const update;
  const char *const version;
  const char *const origin;
  const char *const reason;
  const char *const nature;
  const char *const effect;
} QtrVintage;

/**
 * QtrObservation:
 * @period: what it was observed over
 * @area: (nullable): where; %NULL: everywhere
 * @vintages: (element-type QtrVintage): the earliest first; the last one is what is known now
 *
 * A measure's value for one period and area.
 */
typedef struct {
  QtrRecord record;
  const char *const period;
  const char *const area;
  const char *const marking;
  const char *const note;
  const QtrList *const vintages;
} QtrObservation;

/**
 * QtrTarget:
 * @from: (nullable): the first period that it holds for; %NULL: from the start
 *
 * What a measure should reach, until the next target takes over.
 */
typedef struct {
  QtrRecord record;
  const char *const from;
  const QtrDecimal value;
} QtrTarget;

/**
 * QtrAnnotation:
 *
 * An author's note on a period of a measure's chart.
 */
typedef struct {
  QtrRecord record;
  const char *const period;
  const char *const area;
  const char *const marking;
  const char *const text;
} QtrAnnotation;

/**
 * QtrLimitsEdition:
 * @QTR_LIMITS_SCREENED: outlying moving ranges are screened out, and points outside the limits are left out
 * of the rule of two of three (the NHS-R community's package NHSRplotthedots, at 050b07d)
 * @QTR_LIMITS_PLAIN: neither (the national spreadsheet tool since November 2023)
 *
 * After whose book process limits are computed. The editions differ, so whoever shows limits names theirs.
 */
typedef enum { QTR_LIMITS_SCREENED, QTR_LIMITS_PLAIN } QtrLimitsEdition;

/**
 * QtrRebase:
 * @period: where mean, limits and rules of a measure start afresh
 * @reason: why, in the author's words
 *
 * A decision that a process is not what it was.
 */
typedef struct {
  QtrRecord record;
  const char *const period;
  const char *const reason;
} QtrRebase;

/**
 * QtrMeasure:
 * @unit: "%", "£", or what is counted
 * @lag: months from the end of a period until its value can be known
 * @numerator: (nullable): for a rate, the id of the measure above the line
 * @denominator: (nullable): and of the one below it
 * @decimals: digits after the point in print
 * @baseline: the value that progress is told from
 * @targets: (element-type QtrTarget): the earliest first
 * @tolerance: how far from its target it may be and still be amber, in percent of the target
 * @owner: (nullable): a person's id
 * @priorities: the ids of the priorities that it belongs to
 * @retired_from: (nullable): the first quarter in which it is no longer kept
 * @observations: (element-type QtrObservation): by period, then by area
 * @annotations: (element-type QtrAnnotation):
 * @edition: after which book its process limits are computed
 * @rebases: (element-type QtrRebase): where they start afresh
 * @frozen: from how many values of each stretch they are computed; 0: from all
 * @frozen_reason: (nullable): why from these, in the author's words
 *
 * A thing counted over time.
 */
typedef struct {
  QtrRecord record;
  const char *const name;
  const char *const unit;
  const QtrMeasureKind kind;
  const QtrFrequency frequency;
  const int lag;
  const char *const numerator;
  const char *const denominator;
  const QtrGood good;
  const int decimals;
  const QtrDecimal baseline;
  const QtrList *const targets;
  const QtrDecimal tolerance;
  const char *const source;
  const char *const owner;
  const char *const marking;
  const QtrTokens *const priorities;
  const char *const retired_from;
  const QtrList *const observations;
  const QtrList *const annotations;
  const QtrLimitsEdition edition;
  const QtrList *const rebases;
  const int frozen;
  const char *const frozen_reason;
} QtrMeasure;

extern const QtrRecordType qtr_vintage_type;
extern const QtrRecordType qtr_observation_type;
extern const QtrRecordType qtr_target_type;
extern const QtrRecordType qtr_annotation_type;
extern const QtrRecordType qtr_rebase_type;
extern const QtrRecordType qtr_measure_type;

/**
 * qtr_measure_kind_get_word:
 *
 * Returns: (transfer none): the kind as the file and the command line write it
 */
const char *qtr_measure_kind_get_word (QtrMeasureKind kind);

/**
 * qtr_limits_edition_get_word:
 *
 * Returns: (transfer none): the edition as the file and the command line write it
 */
const char *qtr_limits_edition_get_word (QtrLimitsEdition edition);

/**
 * qtr_limits_edition_find:
 *
 * Returns: whether @word is how the file and the command line write an edition
 */
gboolean qtr_limits_edition_find (const char *word, QtrLimitsEdition *edition);

/**
 * qtr_frequency_get_unit:
 *
 * Returns: how long a period of that frequency is
 */
QtrPeriodUnit qtr_frequency_get_unit (QtrFrequency frequency);

/**
 * qtr_plan_find_measure:
 * @key: an id, or a name in whatever case
 *
 * Returns: (transfer none) (nullable): the measure
 */
const QtrMeasure *qtr_plan_find_measure (const QtrPlan *plan, const char *key);

/**
 * qtr_plan_list_measures:
 *
 * Returns: (transfer container) (element-type QtrMeasure): the measures of @priority that are kept in
 * @quarter, in order
 */
GPtrArray *qtr_plan_list_measures (const QtrPlan *plan, const QtrPriority *priority, QtrPeriod quarter);

/**
 * qtr_measure_find_observation:
 * @area: (nullable): where; %NULL: everywhere
 *
 * Returns: (transfer none) (nullable): the observation over exactly that period
 */
const QtrObservation *qtr_measure_find_observation (const QtrPlan *plan, const QtrMeasure *measure,
                                                    QtrPeriod period, const char *area);

/**
 * qtr_measure_has_area:
 *
 * Returns: whether anything was observed for just that area
 */
gboolean qtr_measure_has_area (const QtrMeasure *measure, const char *area);

/**
 * qtr_observation_get_latest:
 *
 * Returns: (transfer none) (nullable): what is known now
 */
const QtrVintage *qtr_observation_get_latest (const QtrObservation *observation);

/**
 * qtr_measure_get_target:
 *
 * Returns: the target that holds in @period, or %QTR_DECIMAL_NONE
 */
QtrDecimal qtr_measure_get_target (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrVintage, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrObservation, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTarget, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrAnnotation, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrRebase, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrMeasure, qtr_record_unref)

G_END_DECLS
