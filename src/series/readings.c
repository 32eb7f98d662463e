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
  GArray *observed;
  QtrRational factor;
  QtrReadings *numerator;
  QtrReadings *denominator;
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

static QtrReadings *read_measure (const QtrPlan *plan, const QtrMeasure *measure, const char *area,
                                  int depth);

static QtrReadings *
read_part (const QtrPlan *plan, const char *id, const char *area, int depth)
{
  const QtrMeasure *measure = depth < RATE_DEPTH_MAX ? qtr_list_find (plan->measures, id, NULL) : NULL;

  return measure == NULL ? NULL : read_measure (plan, measure, area, depth + 1);
}

static gboolean
is_rate (const QtrMeasure *measure)
{
  return measure->numerator != NULL && measure->denominator != NULL;
}

static QtrReadings *
read_measure (const QtrPlan *plan, const QtrMeasure *measure, const char *area, int depth)
{
  QtrReadings *self = g_new0 (QtrReadings, 1);

  self->measure = measure;
  self->observed = read_observations (plan, measure, area);
  if (is_rate (measure)) {
    self->factor = read_factor (measure->unit);
    self->numerator = read_part (plan, measure->numerator, area, depth);
    self->denominator = read_part (plan, measure->denominator, area, depth);
  }
  return self;
}

QtrReadings *
qtr_readings_new (const QtrPlan *plan, const QtrMeasure *measure, const char *area)
{
  return read_measure (plan, measure, area, 0);
}

void
qtr_readings_free (QtrReadings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->numerator, qtr_readings_free);
  g_clear_pointer (&self->denominator, qtr_readings_free);
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
find_restated (const QtrObservation *observation, QtrRational value)
{
  for (guint i = qtr_list_length (observation->vintages) - 1; i > 0; i--) {
    const QtrVintage *vintage = qtr_list_get (observation->vintages, i - 1);
    QtrRational before = qtr_rational_from_decimal (vintage->value);
    int order = 0;

    if (qtr_rational_compare (before, value, &order) && order != 0)
      return before;
  }

  return QTR_RATIONAL_NONE;
}

static QtrReading
read_observation (const QtrObservation *observation)
{
  const QtrVintage *latest = observation == NULL ? NULL : qtr_observation_get_latest (observation);
  QtrReading reading = gap;

  if (latest == NULL || !qtr_decimal_is_set (latest->value))
    return gap;

  reading.value = qtr_rational_from_decimal (latest->value);
  reading.before = find_restated (observation, reading.value);
  reading.scale = latest->value.scale;
  reading.provisional = latest->provisional;
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

/* From a year to its quarters to their months: it ends there. */
static QtrReading
roll_up (const QtrReadings *self, QtrPeriod period)
{
  QtrPeriodUnit shorter = get_shorter (period.unit);
  QtrPeriod part = qtr_period_as_unit (period, shorter, period.first_month);
  QtrReading total = gap;
  int n_parts = 0;

  if (shorter == QTR_PERIOD_NONE)
    return gap;

  n_parts = (int) period.unit / (int) shorter;
  if (self->measure->kind == QTR_MEASURE_LEVEL)
    return qtr_readings_get (self, qtr_period_add (part, n_parts - 1));

  total = qtr_readings_get (self, part);
  for (int i = 1; i < n_parts && qtr_rational_is_set (total.value); i++)
    total = add_readings (total, qtr_readings_get (self, qtr_period_add (part, i)));
  return total;
}

QtrReading
qtr_readings_get (const QtrReadings *self, QtrPeriod period)
{
  QtrReading own = read_observation (find_observation (self, period));

  if (qtr_rational_is_set (own.value))
    return own;
  /* The sum or the last of three rates is not the rate of the three. */
  if (!is_rate (self->measure))
    return roll_up (self, period);
  if (self->numerator == NULL || self->denominator == NULL)
    return gap;

  return divide_readings (self, qtr_readings_get (self->numerator, period),
                          qtr_readings_get (self->denominator, period));
}

QtrPoint
qtr_readings_get_point (const QtrReadings *self, QtrPeriod period, QtrRational *exact)
{
  QtrReading reading = qtr_readings_get (self, period);

  if (exact != NULL)
    *exact = reading.value;
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
  return qtr_period_is_set (*first);
}
