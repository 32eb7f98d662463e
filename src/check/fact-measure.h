/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/facts.h"
#include "series/series.h"

G_BEGIN_DECLS

/**
 * QtrFactMeasures:
 * @inputs: a priority, its facts, the measures and the update
 *
 * The measures of a plan, as facts are laid beside them.
 */
typedef struct _QtrFactMeasures QtrFactMeasures;

QtrFactMeasures *qtr_fact_measures_new (const QtrInputs *inputs);
void qtr_fact_measures_free (QtrFactMeasures *self);

/**
 * QtrFactMatch:
 * @period: what the fact is of, as the measure counts it
 * @point: what the update knows of that
 * @agrees: whether the fact says the same
 *
 * A fact, and the measure that it is a value of.
 */
typedef struct {
  const QtrFact *fact;
  const QtrMeasure *measure;
  QtrPeriod period;
  QtrPoint point;
  gboolean agrees;
} QtrFactMatch;

/**
 * qtr_fact_measures_match:
 * @facts: (element-type QtrFact):
 *
 * Returns: (transfer full) (element-type QtrFactMatch): all facts that are values of a measure, in order
 */
GArray *qtr_fact_measures_match (const QtrFactMeasures *self, GArray *facts);

/**
 * qtr_fact_measures_get_plan:
 *
 * Returns: (transfer none): what there is to ask of the measures
 */
const QtrPlan *qtr_fact_measures_get_plan (const QtrFactMeasures *self);

/**
 * qtr_fact_measures_get_update:
 *
 * Returns: (transfer none): the update at hand, as those know it who are asked for its measures
 */
const QtrUpdate *qtr_fact_measures_get_update (const QtrFactMeasures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFactMeasures, qtr_fact_measures_free)

G_END_DECLS
