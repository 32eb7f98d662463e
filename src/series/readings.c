/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/readings-private.h"

#include <string.h>

#include "base/figure.h"

/* A rate may be made of rates. Whoever writes a file by hand may also make it of itself, so there is an end.
 */
#define RATE_DEPTH_MAX 4

typedef struct {
  QtrPeriod period;
  const QtrObservation *observation;
} Observed;

struct _QtrReadings {
  const QtrMeasure *measure;
  QtrKnowledge knowledge;
  GArray *observed;
  QtrRational factor;
  QtrReadings *numerator;
  QtrReadings *denominator;
  /* What the areas within the area say; NULL where it is not made of them. */
  GPtrArray *parts;
};

static const QtrReading gap = { { 0, 0 }, { 0, 0 }, 0, FALSE };

static int
compare_observed (gconstpointer a, gconstpointer b)
{
  return qtr_period_compare (((const Observed *) a)->period, ((const Observed *) b)->period);
}

/* Files keep observations in order; sorting what is sorted costs little and saves trusting them. The sort is
 * stable, so of two observations of one period the first stands first, and is the one that is found. */
static GArray *
read_observations (const QtrPlan *plan, const QtrMeasure *measure, const char *area)
{
  GArray *observed = g_array_new (FALSE, FALSE, sizeof (Observed));

  for (guint i = 0; i < qtr_list_length (measure->observations); i++) {
    Observed one = { QTR_PERIOD_UNSET, qtr_list_get (measure->observations, i) };

    if (g_strcmp0 (one.observation->area, area) != 0)
      continue;
    one.period = qtr_plan_parse_period (plan, one.observation->period);
    if (qtr_period_is_set (one.period))
      g_array_append_val (observed, one);
  }
  g_array_sort (observed, compare_observed);
  return observed;
}

/* What one unit of a rate is: "%" counts in hundredths, "per 1,000 people" in thousandths. */
static QtrRational
read_factor (const char *unit)
{
  g_auto (GStrv) words = g_strsplit (unit == NULL ? "" : unit, " ", 3);
  QtrFigure figure;

  if (g_strcmp0 (words[0], "%") == 0)
    return qtr_rational_new (100, 1);
  if (g_strcmp0 (words[0], "per") == 0 && words[1] != NULL && qtr_figure_parse (words[1], &figure, NULL))
    return qtr_rational_from_decimal (figure.value);

  return qtr_rational_new (1, 1);
}

static const QtrArea *
find_area (const QtrList *areas, const char *name)
{
  for (guint i = 0; i < qtr_list_length (areas); i++) {
    const QtrArea *area = qtr_list_get (areas, i);
    const QtrArea *within = g_strcmp0 (area->name, name) == 0 ? area : find_area (area->areas, name);

    if (within != NULL)
      return within;
  }

  return NULL;
}

static QtrReadings *read_measure (const QtrKnowledge *knowledge, const QtrMeasure *measure, const char *area,
                                  const QtrArea *record, int depth);

static QtrReadings *
read_part (const QtrKnowledge *knowledge, const char *id, const char *area, const QtrArea *record, int depth)
{
  const QtrMeasure *measure =
      depth < RATE_DEPTH_MAX ? qtr_list_find (knowledge->plan->measures, id, NULL) : NULL;

  return measure == NULL ? NULL : read_measure (knowledge, measure, area, record, depth + 1);
}

/* Levels are not added up: an area may have been counted at another moment than the one beside it. */
static GPtrArray *
read_parts_of_area (const QtrKnowledge *knowledge, const QtrMeasure *measure, const QtrArea *record,
                    int depth)
{
  GPtrArray *parts = NULL;

  if (record == NULL || record->areas == NULL || measure->kind != QTR_MEASURE_FLOW)
    return NULL;

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_readings_free);
  for (guint i = 0; i < qtr_list_length (record->areas); i++) {
    const QtrArea *part = qtr_list_get (record->areas, i);

    g_ptr_array_add (parts, read_measure (knowledge, measure, part->name, part, depth));
  }
  return parts;
}

static gboolean
is_rate (const QtrMeasure *measure)
{
  return measure->numerator != NULL && measure->denominator != NULL;
}

static QtrReadings *
read_measure (const QtrKnowledge *knowledge, const QtrMeasure *measure, const char *area,
              const QtrArea *record, int depth)
{
  QtrReadings *self = g_new0 (QtrReadings, 1);

  self->measure = measure;
  self->knowledge = *knowledge;
  self->observed = read_observations (knowledge->plan, measure, area);
  if (is_rate (measure)) {
    self->factor = read_factor (measure->unit);
    self->numerator = read_part (knowledge, measure->numerator, area, record, depth);
    self->denominator = read_part (knowledge, measure->denominator, area, record, depth);
  } else {
    self->parts = read_parts_of_area (knowledge, measure, record, depth);
  }
  return self;
}

QtrReadings *
qtr_readings_new (const QtrPlan *plan, const QtrUpdate *knower, const QtrMeasure *measure, const char *area)
{
  QtrKnowledge knowledge = qtr_knowledge_new (plan, knower);

  return read_measure (&knowledge, measure, area, area == NULL ? NULL : find_area (plan->areas, area), 0);
}

void
qtr_readings_free (QtrReadings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->numerator, qtr_readings_free);
  g_clear_pointer (&self->denominator, qtr_readings_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_array_unref (self->observed);
  g_free (self);
}

static const QtrObservation *
find_observation (const QtrReadings *self, QtrPeriod period)
{
  guint low = 0;
  guint high = self->observed->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (qtr_period_compare (g_array_index (self->observed, Observed, middle).period, period) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == self->observed->len ||
      qtr_period_compare (g_array_index (self->observed, Observed, low).period, period) != 0)
    return NULL;

  return g_array_index (self->observed, Observed, low).observation;
}

/* A vintage that only confirms what stood before it does not hide that the value was once another. */
static QtrRational
find_restated (const QtrReadings *self, const QtrObservation *observation, guint known, QtrRational value)
{
  for (guint i = known; i > 0; i--) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i - 1);
    QtrRational before = qtr_rational_from_decimal (vintage->value);
    int order = 0;

    if (qtr_knowledge_includes (&self->knowledge, vintage) && qtr_rational_compare (before, value, &order) &&
        order != 0)
      return before;
  }

  return QTR_RATIONAL_NONE;
}

static QtrReading
read_observation (const QtrReadings *self, const QtrObservation *observation)
{
  guint index = 0;
  const QtrVintage *known =
      observation == NULL ? NULL : qtr_knowledge_find (&self->knowledge, observation, &index);
  QtrReading reading = gap;

  if (known == NULL || !qtr_decimal_is_set (known->value))
    return gap;

  reading.value = qtr_rational_from_decimal (known->value);
  reading.before = find_restated (self, observation, index, reading.value);
  reading.scale = known->value.scale;
  reading.provisional = known->provisional;
  return reading;
}

static QtrRational
known_before (QtrReading reading)
{
  return qtr_rational_is_set (reading.before) ? reading.before : reading.value;
}

static gboolean
was_restated (QtrReading a, QtrReading b)
{
  return qtr_rational_is_set (a.before) || qtr_rational_is_set (b.before);
}

static QtrReading
add_readings (QtrReading a, QtrReading b)
{
  QtrReading sum = gap;

  sum.value = qtr_rational_add (a.value, b.value);
  if (!qtr_rational_is_set (sum.value))
    return gap;
  if (was_restated (a, b))
    sum.before = qtr_rational_add (known_before (a), known_before (b));
  sum.scale = MAX (a.scale, b.scale);
  sum.provisional = a.provisional || b.provisional;
  return sum;
}

static QtrRational
compute_rate (const QtrReadings *self, QtrRational numerator, QtrRational denominator)
{
  return qtr_rational_multiply (qtr_rational_divide (numerator, denominator), self->factor);
}

static QtrReading
divide_readings (const QtrReadings *self, QtrReading numerator, QtrReading denominator)
{
  QtrReading rate = gap;

  rate.value = compute_rate (self, numerator.value, denominator.value);
  if (!qtr_rational_is_set (rate.value))
    return gap;
  if (was_restated (numerator, denominator))
    rate.before = compute_rate (self, known_before (numerator), known_before (denominator));
  rate.scale = CLAMP (self->measure->decimals, 0, QTR_DECIMAL_SCALE_MAX);
  rate.provisional = numerator.provisional || denominator.provisional;
  return rate;
}

static QtrPeriodUnit
get_shorter (QtrPeriodUnit unit)
{
  return unit == QTR_PERIOD_YEAR      ? QTR_PERIOD_QUARTER
         : unit == QTR_PERIOD_QUARTER ? QTR_PERIOD_MONTH
                                      : QTR_PERIOD_NONE;
}

static QtrReading
add_periods (const QtrReadings *self, QtrPeriod first, int n_periods)
{
  QtrReading total = qtr_readings_get (self, first);

  for (int i = 1; i < n_periods && qtr_rational_is_set (total.value); i++)
    total = add_readings (total, qtr_readings_get (self, qtr_period_add (first, i)));
  return total;
}

/* From a year to its quarters to their months: it ends there. */
static QtrReading
roll_up (const QtrReadings *self, QtrPeriod period)
{
  QtrPeriodUnit shorter = get_shorter (period.unit);
  QtrPeriod part = qtr_period_as_unit (period, shorter, period.first_month);
  int n_parts = 0;

  if (shorter == QTR_PERIOD_NONE)
    return gap;

  n_parts = (int) period.unit / (int) shorter;
  if (self->measure->kind == QTR_MEASURE_LEVEL)
    return qtr_readings_get (self, qtr_period_add (part, n_parts - 1));

  return add_periods (self, part, n_parts);
}

static QtrReading
add_parts_of_area (const QtrReadings *self, QtrPeriod period)
{
  QtrReading total = gap;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++) {
    QtrReading part = qtr_readings_get (self->parts->pdata[i], period);

    total = i == 0 ? part : add_readings (total, part);
    if (!qtr_rational_is_set (total.value))
      return gap;
  }

  return total;
}

static QtrReading
roll_up_or_add_areas (const QtrReadings *self, QtrPeriod period)
{
  QtrReading total = roll_up (self, period);

  return qtr_rational_is_set (total.value) ? total : add_parts_of_area (self, period);
}

QtrReading
qtr_readings_get (const QtrReadings *self, QtrPeriod period)
{
  QtrReading own = read_observation (self, find_observation (self, period));

  if (qtr_rational_is_set (own.value))
    return own;
  /* The sum or the last of three rates is not the rate of the three. */
  if (!is_rate (self->measure))
    return roll_up_or_add_areas (self, period);
  if (self->numerator == NULL || self->denominator == NULL)
    return gap;

  return divide_readings (self, qtr_readings_get (self->numerator, period),
                          qtr_readings_get (self->denominator, period));
}

/* A year may have been observed as such, so it is asked for as a year. */
static QtrReading
add_stretch (const QtrReadings *self, QtrPeriod last, int n_periods)
{
  QtrPeriod first = qtr_period_add (last, 1 - n_periods);
  QtrPeriod year = qtr_period_as_unit (first, QTR_PERIOD_YEAR, self->knowledge.plan->first_month);

  if (self->measure->kind == QTR_MEASURE_LEVEL)
    return qtr_readings_get (self, last);
  if (first.start == year.start && n_periods * last.unit == QTR_PERIOD_YEAR)
    return qtr_readings_get (self, year);

  return add_periods (self, first, n_periods);
}

QtrReading
qtr_readings_get_stretch (const QtrReadings *self, QtrPeriod last, int n_periods)
{
  if (!is_rate (self->measure))
    return add_stretch (self, last, n_periods);
  if (self->numerator == NULL || self->denominator == NULL)
    return gap;

  return divide_readings (self, qtr_readings_get_stretch (self->numerator, last, n_periods),
                          qtr_readings_get_stretch (self->denominator, last, n_periods));
}

QtrPoint
qtr_readings_get_point (const QtrReadings *self, QtrPeriod period, QtrRational *exact)
{
  QtrReading reading = qtr_readings_get (self, period);

  if (exact != NULL)
    *exact = reading.value;
  return qtr_reading_to_point (reading, period);
}

QtrPoint
qtr_reading_to_point (QtrReading reading, QtrPeriod period)
{
  return (QtrPoint) { .period = period,
                      .value = qtr_rational_round (reading.value, reading.scale),
                      .published_before = qtr_rational_round (reading.before, reading.scale),
                      .provisional = reading.provisional };
}

static void
widen (QtrPeriod *first, QtrPeriod *last, QtrPeriod from, QtrPeriod until)
{
  if (!qtr_period_is_set (*first) || qtr_period_compare (from, *first) < 0)
    *first = from;
  if (!qtr_period_is_set (*last) || qtr_period_compare (until, *last) > 0)
    *last = until;
}

static void
widen_by (const QtrReadings *part, QtrPeriod *first, QtrPeriod *last)
{
  QtrPeriod from = QTR_PERIOD_UNSET;
  QtrPeriod until = QTR_PERIOD_UNSET;

  if (part != NULL && qtr_readings_get_span (part, &from, &until))
    widen (first, last, from, until);
}

gboolean
qtr_readings_get_span (const QtrReadings *self, QtrPeriod *first, QtrPeriod *last)
{
  *first = QTR_PERIOD_UNSET;
  *last = QTR_PERIOD_UNSET;
  for (guint i = 0; i < self->observed->len; i++) {
    QtrPeriod period = g_array_index (self->observed, Observed, i).period;
    QtrPeriod month = qtr_period_as_unit (period, QTR_PERIOD_MONTH, 1);

    widen (first, last, month, qtr_period_add (month, period.unit - 1));
  }
  widen_by (self->numerator, first, last);
  widen_by (self->denominator, first, last);
  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    widen_by (self->parts->pdata[i], first, last);
  return qtr_period_is_set (*first);
}
