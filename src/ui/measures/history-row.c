/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/history-row.h"

struct _QtrHistoryRow {
  GObject parent_instance;

  /* Owned. */
  const QtrPlan *plan;
  const QtrMeasure *measure;

  /* Owned: the points of the unit that was asked for last, in order. */
  GArray *points;
  QtrPeriodUnit unit;
};

G_DEFINE_FINAL_TYPE (QtrHistoryRow, qtr_history_row, G_TYPE_OBJECT)

static void
qtr_history_row_finalize (GObject *object)
{
  QtrHistoryRow *self = QTR_HISTORY_ROW (object);

  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->measure, qtr_record_unref);
  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (qtr_history_row_parent_class)->finalize (object);
}

static void
qtr_history_row_class_init (QtrHistoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_history_row_finalize;
}

static void
qtr_history_row_init (QtrHistoryRow *self)
{
}

void
qtr_history_row_take (QtrHistoryRow *self, const QtrPlan *plan, const QtrMeasure *measure)
{
  g_return_if_fail (QTR_IS_HISTORY_ROW (self));

  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->measure, qtr_record_unref);
  self->plan = qtr_record_ref (plan);
  self->measure = qtr_record_ref (measure);
  self->unit = QTR_PERIOD_NONE;
}

QtrHistoryRow *
qtr_history_row_new (const QtrPlan *plan, const QtrMeasure *measure)
{
  QtrHistoryRow *self = g_object_new (QTR_TYPE_HISTORY_ROW, NULL);

  qtr_history_row_take (self, plan, measure);
  return self;
}

const QtrMeasure *
qtr_history_row_get_measure (QtrHistoryRow *self)
{
  g_return_val_if_fail (QTR_IS_HISTORY_ROW (self), NULL);

  return self->measure;
}

static void
read_points (QtrHistoryRow *self, QtrPeriodUnit unit)
{
  g_clear_pointer (&self->points, g_array_unref);
  self->points = qtr_series_new (self->plan, NULL, self->measure, unit, QTR_PERIOD_UNSET, NULL);
  self->unit = unit;
}

const QtrPoint *
qtr_history_row_get_point (QtrHistoryRow *self, QtrPeriod period)
{
  int at = 0;

  g_return_val_if_fail (QTR_IS_HISTORY_ROW (self), NULL);

  /* A month of what is counted once a quarter is nothing. */
  if (period.unit < qtr_frequency_get_unit (self->measure->frequency))
    return NULL;
  if (self->unit != period.unit)
    read_points (self, period.unit);
  if (self->points->len == 0)
    return NULL;

  at = qtr_period_distance (g_array_index (self->points, QtrPoint, 0).period, period);
  return at < 0 || at >= (int) self->points->len ? NULL : &g_array_index (self->points, QtrPoint, (guint) at);
}
