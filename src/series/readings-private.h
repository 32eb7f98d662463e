/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "series/series.h"

G_BEGIN_DECLS

/**
 * QtrReading:
 * @value: what is known, unrounded; no number: a gap
 * @before: what was known before it was restated; no number where it was not
 * @scale: how many digits after the point it is printed with
 * @provisional: whether any part of it is subject to change
 *
 * A point before it is rounded, so that nothing is computed from rounded numbers.
 */
typedef struct {
  QtrRational value;
  QtrRational before;
  int scale;
  gboolean provisional;
} QtrReading;

/**
 * QtrReadings:
 *
 * What a measure observed in one area, with every period parsed once and in order. Borrows from the plan, and
 * lives no longer than one call from outside this folder.
 */
typedef struct _QtrReadings QtrReadings;

/**
 * qtr_readings_new:
 * @knower: (nullable): the update that tells it; %NULL: as it is known now
 */
QtrReadings *qtr_readings_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure,
                               const char *area);
void qtr_readings_free (QtrReadings *self);

/**
 * qtr_readings_get:
 *
 * Returns: what is known of @period: observed, rolled up or computed
 */
QtrReading qtr_readings_get (const QtrReadings *self, QtrPeriod period);

/**
 * qtr_readings_get_stretch:
 * @last: a month, a quarter or a year
 * @n_periods: how many of its length
 *
 * Returns: what is known of @n_periods periods together, the last of which is @last: their sum for a flow, a
 * gap where one is missing; the last for a level; for a rate, of both sums
 */
QtrReading qtr_readings_get_stretch (const QtrReadings *self, QtrPeriod last, int n_periods);

/**
 * qtr_reading_to_point:
 *
 * Returns: the reading as it is printed for @period
 */
QtrPoint qtr_reading_to_point (QtrReading reading, QtrPeriod period);

/**
 * qtr_readings_get_point:
 * @exact: (out) (optional): the value before it was rounded
 *
 * Returns: what is known of @period, as it is printed
 */
QtrPoint qtr_readings_get_point (const QtrReadings *self, QtrPeriod period, QtrRational *exact);

/**
 * qtr_readings_get_span:
 * @first: (out): the month in which the first observation begins
 * @last: (out): the month in which the last one ends
 *
 * Returns: %FALSE where nothing was observed
 */
gboolean qtr_readings_get_span (const QtrReadings *self, QtrPeriod *first, QtrPeriod *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrReadings, qtr_readings_free)

G_END_DECLS
