/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"

G_BEGIN_DECLS

/**
 * QtrMeasureUse:
 * @record: the id of the record that uses it: a bullet, an update, a measure
 * @title: where that is, translated
 * @words: what stands there
 * @is_chart: whether that is its chart, beside its figures
 *
 * A place in the plan that a measure is used in.
 */
typedef struct {
  char *record;
  char *title;
  char *words;
  gboolean is_chart;
} QtrMeasureUse;

/**
 * qtr_measure_list_uses:
 * @id: a measure's id
 *
 * Begins with the priorities' pages, then looks through all updates, the latest first: for each the bullets
 * that have a figure of the measure, and the update itself where it tells a value of it; then the rates that
 * are computed from it.
 *
 * Returns: (transfer full) (element-type QtrMeasureUse): where it is used
 */
GPtrArray *qtr_measure_list_uses (const QtrPlan *plan, const char *id);

G_END_DECLS
