/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/measure.h"

#include "model/update.h"

/* Who told a value is written down when it is published, after it was signed. */
static const QtrField vintage_fields[] = {
  QTR_FIELD (QtrVintage, value, DECIMAL),
  QTR_FIELD (QtrVintage, provisional, FLAG),
  QTR_FIELD_REFERENCE_BESIDE (QtrVintage, update, TOKEN, qtr_update_type),
  QTR_FIELD_BESIDE (QtrVintage, version, TOKEN),
  QTR_FIELD_BESIDE (QtrVintage, origin, TOKEN),
  QTR_FIELD (QtrVintage, reason, TEXT),
  QTR_FIELD (QtrVintage, nature, TEXT),
  QTR_FIELD (QtrVintage, effect, TEXT),
};
static const char *const vintage_key[] = { "update", "version", "origin", NULL };
const QtrRecordType qtr_vintage_type =
    QTR_RECORD_TYPE_KEYED ("vintage", QtrVintage, vintage_fields, vintage_key);

static const QtrField observation_fields[] = {
  QTR_FIELD (QtrObservation, period, PERIOD),
  QTR_FIELD (QtrObservation, area, TOKEN),
  QTR_FIELD (QtrObservation, marking, TOKEN),
  QTR_FIELD (QtrObservation, note, TEXT),
  QTR_FIELD_LIST_OF (QtrObservation, vintages, qtr_vintage_type),
};
static const char *const observation_key[] = { "period", "area", NULL };
const QtrRecordType qtr_observation_type =
    QTR_RECORD_TYPE_KEYED ("observation", QtrObservation, observation_fields, observation_key);

static const QtrField target_fields[] = {
  QTR_FIELD (QtrTarget, from, PERIOD),
  QTR_FIELD (QtrTarget, value, DECIMAL),
};
static const char *const target_key[] = { "from", NULL };
const QtrRecordType qtr_target_type = QTR_RECORD_TYPE_KEYED ("target", QtrTarget, target_fields, target_key);

static const QtrField annotation_fields[] = {
  QTR_FIELD (QtrAnnotation, period, PERIOD),
  QTR_FIELD (QtrAnnotation, area, TOKEN),
  QTR_FIELD (QtrAnnotation, marking, TOKEN),
  QTR_FIELD (QtrAnnotation, text, TEXT),
};
const QtrRecordType qtr_annotation_type = QTR_RECORD_TYPE ("annotation", QtrAnnotation, annotation_fields);

static const QtrField rebase_fields[] = {
  QTR_FIELD (QtrRebase, period, PERIOD),
  QTR_FIELD (QtrRebase, reason, TEXT),
};
static const char *const rebase_key[] = { "period", NULL };
const QtrRecordType qtr_rebase_type = QTR_RECORD_TYPE_KEYED ("rebase", QtrRebase, rebase_fields, rebase_key);

/* In the order of the enumerations. */
static const char *const kinds[] = { "flow", "level", NULL };
static const char *const frequencies[] = { "quarter", "month", "year", NULL };
static const char *const goods[] = { "neither", "up", "down", NULL };
static const char *const editions[] = { "screened", "plain", NULL };

static const QtrField measure_fields[] = {
  QTR_FIELD (QtrMeasure, name, TEXT),
  QTR_FIELD (QtrMeasure, unit, TOKEN),
  QTR_FIELD_CHOICE_OF (QtrMeasure, kind, kinds),
  QTR_FIELD_CHOICE_OF (QtrMeasure, frequency, frequencies),
  QTR_FIELD (QtrMeasure, lag, COUNT),
  QTR_FIELD_REFERENCE (QtrMeasure, numerator, TOKEN, qtr_measure_type),
  QTR_FIELD_REFERENCE (QtrMeasure, denominator, TOKEN, qtr_measure_type),
  QTR_FIELD_CHOICE_OF (QtrMeasure, good, goods),
  QTR_FIELD (QtrMeasure, decimals, COUNT),
  QTR_FIELD (QtrMeasure, baseline, DECIMAL),
  QTR_FIELD_LIST_OF (QtrMeasure, targets, qtr_target_type),
  QTR_FIELD (QtrMeasure, tolerance, DECIMAL),
  QTR_FIELD (QtrMeasure, source, TEXT),
  QTR_FIELD_REFERENCE_BESIDE (QtrMeasure, owner, TOKEN, qtr_person_type),
  QTR_FIELD (QtrMeasure, marking, TOKEN),
  QTR_FIELD_REFERENCE_BESIDE (QtrMeasure, priorities, TOKENS, qtr_priority_type),
  QTR_FIELD_BESIDE (QtrMeasure, retired_from, PERIOD),
  QTR_FIELD_LIST_OF (QtrMeasure, observations, qtr_observation_type),
  QTR_FIELD_LIST_OF (QtrMeasure, annotations, qtr_annotation_type),
  QTR_FIELD_CHOICE_OF (QtrMeasure, edition, editions),
  QTR_FIELD_LIST_OF (QtrMeasure, rebases, qtr_rebase_type),
  QTR_FIELD (QtrMeasure, frozen, COUNT),
  QTR_FIELD (QtrMeasure, frozen_reason, TEXT),
};
static const char *const measure_key[] = { "name", NULL };
const QtrRecordType qtr_measure_type =
    QTR_RECORD_TYPE_KEYED ("measure", QtrMeasure, measure_fields, measure_key);

const char *
qtr_measure_kind_get_word (QtrMeasureKind kind)
{
  return kinds[kind];
}

const char *
qtr_limits_edition_get_word (QtrLimitsEdition edition)
{
  return editions[edition];
}

gboolean
qtr_limits_edition_find (const char *word, QtrLimitsEdition *edition)
{
  for (guint i = 0; editions[i] != NULL; i++) {
    if (g_strcmp0 (editions[i], word) == 0) {
      *edition = (QtrLimitsEdition) i;
      return TRUE;
    }
  }
  return FALSE;
}

QtrPeriodUnit
qtr_frequency_get_unit (QtrFrequency frequency)
{
  static const QtrPeriodUnit units[] = { QTR_PERIOD_QUARTER, QTR_PERIOD_MONTH, QTR_PERIOD_YEAR };

  return units[frequency];
}

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a == NULL ? "" : a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

const QtrMeasure *
qtr_plan_find_measure (const QtrPlan *plan, const char *key)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, key, NULL);

  for (guint i = 0; measure == NULL && i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *candidate = qtr_list_get (plan->measures, i);

    if (same_name (candidate->name, key))
      measure = candidate;
  }

  return measure;
}

GPtrArray *
qtr_plan_list_measures (const QtrPlan *plan, const QtrPriority *priority, QtrPeriod quarter)
{
  GPtrArray *measures = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);
    QtrPeriod retired = qtr_plan_parse_period (plan, measure->retired_from);

    if (qtr_tokens_contain (measure->priorities, priority->record.id) &&
        (!qtr_period_is_set (retired) || qtr_period_compare (quarter, retired) < 0))
      g_ptr_array_add (measures, (gpointer) measure);
  }

  return measures;
}

const QtrObservation *
qtr_measure_find_observation (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period,
                              const char *area)
{
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (g_strcmp0 (observation->area, area) == 0 &&
        qtr_period_compare (qtr_plan_parse_period (plan, observation->period), period) == 0)
      return observation;
  }

  return NULL;
}

gboolean
qtr_measure_has_area (const QtrMeasure *measure, const char *area)
{
  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    const QtrObservation *observation = qtr_list_get (measure->observations, i);

    if (g_strcmp0 (observation->area, area) == 0)
      return TRUE;
  }

  return FALSE;
}

const QtrVintage *
qtr_observation_get_latest (const QtrObservation *observation)
{
  guint n_vintages = qtr_list_length (observation->vintages);

  return n_vintages == 0 ? NULL : qtr_list_get (observation->vintages, n_vintages - 1);
}

QtrDecimal
qtr_measure_get_target (const QtrPlan *plan, const QtrMeasure *measure, QtrPeriod period)
{
  QtrDecimal target = QTR_DECIMAL_NONE;

  for (guint i = 0; i < qtr_list_length (measure->targets); i++) {
    const QtrTarget *candidate = qtr_list_get (measure->targets, i);
    QtrPeriod from = qtr_plan_parse_period (plan, candidate->from);

    if (!qtr_period_is_set (from) || qtr_period_compare (from, period) <= 0)
      target = candidate->value;
  }

  return target;
}
