/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/layout.h"

G_BEGIN_DECLS

/**
 * QtrChartShare:
 *
 * How many lines the texts around the plot may have, whether the notes name the source, and whether there is
 * a key.
 */
typedef struct {
  int title;
  int subtitle;
  int notes;
  gboolean has_source;
  gboolean has_key;
} QtrChartShare;

/**
 * QtrChartEntry:
 * @text: the label, set
 * @value: the value that it stands beside
 * @rank: 0 for the most important
 * @height: its height
 * @top: where it stands, or wants to
 *
 * One label at the right of the plot.
 */
typedef struct {
  QtrChartText *text;
  double value;
  guint rank;
  double height;
  double top;
} QtrChartEntry;

/**
 * QtrChartColumn:
 *
 * The labels at the right, set but not placed.
 */
typedef struct {
  QtrChartEntry entries[QTR_CHART_END_LABELS_MAX];
  guint n_entries;
  double width;
} QtrChartColumn;

/**
 * qtr_chart_layout_set_text:
 *
 * Returns: (transfer full): @words, set but without a place
 */
QtrChartText *qtr_chart_layout_set_text (QtrChartLayout *layout, const char *words, QtrChartTextSpec spec);

/**
 * qtr_chart_layout_get_margin:
 *
 * Returns: how far texts keep from the picture's sides
 */
double qtr_chart_layout_get_margin (const QtrChartLayout *layout);

/**
 * qtr_chart_layout_free_text:
 * @text: (nullable): a #QtrChartText that was set, and maybe taken to its place
 */
void qtr_chart_layout_free_text (gpointer text);

/**
 * qtr_chart_layout_place:
 * @text: (transfer full): a text
 *
 * Gives @text its place, and notes it in the geometry.
 */
void qtr_chart_layout_place (QtrChartLayout *layout, QtrChartText *text, double x, double y);

/**
 * qtr_chart_layout_place_periods:
 * @frame: what is left of the picture
 *
 * Places the axis of periods under the plot, and takes its rows off the plot's height.
 */
void qtr_chart_layout_place_periods (QtrChartLayout *layout, QtrChartBox frame);

G_END_DECLS
