/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/decimal.h"
#include "base/period.h"
#include "series/process-limits.h"

G_BEGIN_DECLS

/**
 * QtrChartPoint:
 * @period: the period that the value speaks of
 * @value: the value, or none for a gap
 * @published: what was published before the value was restated, or none
 * @comparator: the value of the same period a year earlier, where it is to be drawn, or none
 * @target: the target for the period, or none
 * @provisional: whether the value may still change
 *
 * One period of a chart. A value, copied by assignment.
 */
typedef struct {
  QtrPeriod period;
  QtrDecimal value;
  QtrDecimal published;
  QtrDecimal comparator;
  QtrDecimal target;
  gboolean provisional;
} QtrChartPoint;

/**
 * QTR_CHART_POINT_EMPTY:
 *
 * A point that says nothing yet: no period, no value.
 */
#define QTR_CHART_POINT_EMPTY \
  ((QtrChartPoint) { QTR_PERIOD_UNSET, QTR_DECIMAL_NONE, QTR_DECIMAL_NONE, QTR_DECIMAL_NONE, \
                     QTR_DECIMAL_NONE, FALSE })

/**
 * QtrChartAxisWish:
 * @QTR_CHART_AXIS_AUTO: from zero where that costs little
 * @QTR_CHART_AXIS_ZERO: from zero
 * @QTR_CHART_AXIS_DATA: as narrow as the values are
 *
 * Where the axis of values is to begin.
 */
typedef enum {
  QTR_CHART_AXIS_AUTO,
  QTR_CHART_AXIS_ZERO,
  QTR_CHART_AXIS_DATA,
} QtrChartAxisWish;

/**
 * QtrChart:
 *
 * What one chart says, apart from how large and in which colours. Immutable once built, and so safe to hand
 * to another thread; only painting is bound to the main one.
 */
typedef struct _QtrChart QtrChart;

QtrChart *qtr_chart_ref (QtrChart *chart);
void qtr_chart_unref (QtrChart *chart);

const char *qtr_chart_get_kind (const QtrChart *chart);
const char *qtr_chart_get_measure (const QtrChart *chart);
const char *qtr_chart_get_unit (const QtrChart *chart);

/**
 * qtr_chart_get_title:
 *
 * Returns: what happened, as the author worded it, or else as computed from the points
 */
const char *qtr_chart_get_title (const QtrChart *chart);

/**
 * qtr_chart_get_subtitle:
 *
 * Returns: what is measured, as the author worded it, or else unit and span
 */
const char *qtr_chart_get_subtitle (const QtrChart *chart);

/**
 * qtr_chart_get_description:
 *
 * Returns: the whole chart in sentences, for those who do not see it
 */
const char *qtr_chart_get_description (const QtrChart *chart);

/**
 * qtr_chart_get_source:
 *
 * Returns: (nullable): where the values come from
 */
const char *qtr_chart_get_source (const QtrChart *chart);

QtrChartAxisWish qtr_chart_get_axis_wish (const QtrChart *chart);

/**
 * qtr_chart_get_points:
 * @n_points: (out): how many there are
 *
 * Returns: (array length=n_points): the points in the order of their periods, each period once
 */
const QtrChartPoint *qtr_chart_get_points (const QtrChart *chart, guint *n_points);

/**
 * qtr_chart_get_latest:
 *
 * Returns: the index of the last point that has a value that can be drawn, or -1
 */
int qtr_chart_get_latest (const QtrChart *chart);

/**
 * QtrChartRebase:
 * @period: where mean, limits and rules start afresh
 * @reason: why, in the author's words; may be empty
 */
typedef struct {
  QtrPeriod period;
  char *reason;
} QtrChartRebase;

/**
 * QtrChartProcess:
 * @edition: after whose book limits are computed
 * @good: which way is an improvement
 * @frozen: from how many values of each stretch; 0: from all
 * @frozen_reason: why from these, in the author's words; may be empty
 * @rebases: (element-type QtrChartRebase): where they start afresh, in order of time
 *
 * What an author decided about the process limits of a series.
 */
typedef struct {
  QtrLimitsEdition edition;
  QtrGood good;
  guint frozen;
  char *frozen_reason;
  GArray *rebases;
} QtrChartProcess;

const QtrChartProcess *qtr_chart_get_process (const QtrChart *chart);

/**
 * qtr_chart_get_limits:
 * @fault: (out) (optional): why there are none
 *
 * Returns: (nullable): the process limits over every period from the first point's to the last one's, for
 * kinds that show them
 */
const QtrLimits *qtr_chart_get_limits (const QtrChart *chart, const char **fault);

/**
 * qtr_chart_get_limits_point:
 *
 * Returns: what the limits say of a point; common cause where there are none
 */
QtrLimitsPoint qtr_chart_get_limits_point (const QtrChart *chart, guint point);

/**
 * QtrChartRow:
 * @name: an area, or a measure
 * @value: its value, or none for a gap
 * @published: what was published before the value was restated, or none
 * @provisional: whether the value may still change
 *
 * One of several things that a chart compares over the same period.
 */
typedef struct {
  char *name;
  QtrDecimal value;
  QtrDecimal published;
  gboolean provisional;
} QtrChartRow;

/**
 * qtr_chart_get_rows:
 *
 * Returns: (array length=n_rows): the rows, the largest value first, gaps last
 */
const QtrChartRow *qtr_chart_get_rows (const QtrChart *chart, guint *n_rows);

/**
 * qtr_chart_get_parts:
 *
 * Returns: (array length=n_parts): the charts that this one sums up, in the order in which they were added
 */
QtrChart *const *qtr_chart_get_parts (const QtrChart *chart, guint *n_parts);

/**
 * QtrChartBuilder:
 *
 * Gathers what a chart says. Words from outside need not be valid UTF-8: what is not becomes U+FFFD, and
 * what no line of text can hold becomes a space.
 */
typedef struct _QtrChartBuilder QtrChartBuilder;

/**
 * qtr_chart_builder_new:
 * @kind: the name of a kind that qtr_chart_kind_find() knows
 * @measure: the name of what is counted
 *
 * Returns: (transfer full): a builder, to be handed to qtr_chart_builder_end()
 */
QtrChartBuilder *qtr_chart_builder_new (const char *kind, const char *measure);
void qtr_chart_builder_free (QtrChartBuilder *builder);

void qtr_chart_builder_set_title (QtrChartBuilder *builder, const char *title);
void qtr_chart_builder_set_subtitle (QtrChartBuilder *builder, const char *subtitle);
void qtr_chart_builder_set_unit (QtrChartBuilder *builder, const char *unit);
void qtr_chart_builder_set_source (QtrChartBuilder *builder, const char *source);
void qtr_chart_builder_set_axis_wish (QtrChartBuilder *builder, QtrChartAxisWish wish);

void qtr_chart_builder_set_good (QtrChartBuilder *builder, QtrGood good);
void qtr_chart_builder_set_edition (QtrChartBuilder *builder, QtrLimitsEdition edition);

/**
 * qtr_chart_builder_set_frozen:
 * @n_values: from how many values of each stretch limits are computed; 0: from all
 * @reason: (nullable): why from these
 */
void qtr_chart_builder_set_frozen (QtrChartBuilder *builder, guint n_values, const char *reason);

/**
 * qtr_chart_builder_add_rebase:
 * @reason: (nullable): why limits start afresh at @period
 */
void qtr_chart_builder_add_rebase (QtrChartBuilder *builder, QtrPeriod period, const char *reason);

/**
 * qtr_chart_builder_add_point:
 * @point: a point; its period has the length of those added before
 *
 * Adds a point, in any order. Of two with the same period the later added stands.
 */
void qtr_chart_builder_add_point (QtrChartBuilder *builder, const QtrChartPoint *point);

/**
 * qtr_chart_builder_add:
 * @value: the value, or none
 *
 * Adds a point that has a value and nothing besides.
 */
void qtr_chart_builder_add (QtrChartBuilder *builder, QtrPeriod period, QtrDecimal value);

/**
 * qtr_chart_builder_add_row:
 * @name: what it is of
 * @point: its value over the period that the chart is of
 */
void qtr_chart_builder_add_row (QtrChartBuilder *builder, const char *name, const QtrChartPoint *point);

/**
 * qtr_chart_builder_add_part:
 * @part: (transfer full): a chart that has limits
 */
void qtr_chart_builder_add_part (QtrChartBuilder *builder, QtrChart *part);

/**
 * qtr_chart_builder_end:
 * @builder: (transfer full): the builder, freed
 *
 * Returns: (transfer full): the chart, with its title, subtitle and description computed
 */
QtrChart *qtr_chart_builder_end (QtrChartBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChart, qtr_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChartBuilder, qtr_chart_builder_free)

G_END_DECLS
