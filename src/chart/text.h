/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

#include "chart/geometry.h"

G_BEGIN_DECLS

/**
 * QtrChartTextSpec:
 * @size: the size of the letters
 * @is_bold: whether they are bold
 * @role: their colour
 * @width: where lines break; 0: never
 * @lines: after how many lines the rest is left out; 0: one
 * @is_centred: whether lines are centred within @width
 * @keeps_words: whether a word that is wider than @width stays whole, and sticks out
 *
 * How a text is set.
 */
typedef struct {
  double size;
  gboolean is_bold;
  QtrChartRole role;
  double width;
  int lines;
  gboolean is_centred;
  gboolean keeps_words;
} QtrChartTextSpec;

/**
 * QtrChartText:
 *
 * A text that has been set and has its place. What is measured is what is painted, on every target.
 */
typedef struct {
  PangoLayout *layout;
  QtrChartTextSpec spec;
  double x;
  double y;
} QtrChartText;

/**
 * qtr_chart_text_context:
 * @font: (nullable): a list of families
 *
 * Returns: (transfer full): where texts are measured: without hinting, so that the same text is as wide at
 *   every scale
 */
PangoContext *qtr_chart_text_context (const char *font);

QtrChartText *qtr_chart_text_new (PangoContext *context, const char *words, QtrChartTextSpec spec);
void qtr_chart_text_free (QtrChartText *text);

void qtr_chart_text_get_size (const QtrChartText *text, double *width, double *height);
QtrChartBox qtr_chart_text_get_box (const QtrChartText *text);
gboolean qtr_chart_text_is_shortened (const QtrChartText *text);

/**
 * qtr_chart_text_paint:
 *
 * Paints the text with the current colour of @cr.
 */
void qtr_chart_text_paint (const QtrChartText *text, cairo_t *cr);

/**
 * qtr_chart_text_write:
 * @colour: its colour
 *
 * Appends the text to @svg as an SVG element a line, each as long as it was measured.
 */
void qtr_chart_text_write (const QtrChartText *text, QtrChartColour colour, GString *svg);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrChartText, qtr_chart_text_free)

G_END_DECLS
