/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct _QtrChartLayout QtrChartLayout;
typedef struct _QtrChartPainter QtrChartPainter;

/**
 * QtrChartKind:
 * @name: how files and the command line call it
 * @title: says in one line what happened; (transfer full)
 * @describe: says in sentences what the picture shows; (transfer full)
 * @layout: finds a place for every text and every mark
 * @draw: draws the shapes where the layout put them; the texts follow by themselves
 * @with_limits: whether process limits are computed for it
 * @with_rows: whether it compares rows: the areas of a measure
 * @takes_many: whether it compares several measures as well
 * @with_parts: whether each measure is a chart of its own in it
 *
 * One way to draw a chart. A new kind is one file and one line in the table of kind.c.
 */
typedef struct {
  const char *name;
  char *(*title) (const QtrChart *chart);
  char *(*describe) (const QtrChart *chart);
  void (*layout) (QtrChartLayout *layout);
  void (*draw) (QtrChartPainter *painter, const QtrChartLayout *layout);
  gboolean with_limits;
  gboolean with_rows;
  gboolean takes_many;
  gboolean with_parts;
} QtrChartKind;

/**
 * qtr_chart_kind_find:
 *
 * Returns: (nullable): the kind of that name
 */
const QtrChartKind *qtr_chart_kind_find (const char *name);

/**
 * qtr_chart_kind_list:
 * @n_kinds: (out): how many there are
 *
 * Returns: (array length=n_kinds): every kind, the usual one first
 */
const QtrChartKind *const *qtr_chart_kind_list (guint *n_kinds);

extern const QtrChartKind qtr_chart_kind_areas;
extern const QtrChartKind qtr_chart_kind_limits;
extern const QtrChartKind qtr_chart_kind_share;
extern const QtrChartKind qtr_chart_kind_summary;
extern const QtrChartKind qtr_chart_kind_trend;
extern const QtrChartKind qtr_chart_kind_years;

G_END_DECLS
