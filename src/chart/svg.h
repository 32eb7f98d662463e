/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/palette.h"

G_BEGIN_DECLS

/**
 * QtrChartSvg:
 * @shapes: the whole SVG that cairo wrote
 * @texts: the text elements to stand above it
 * @title: the drawing's name
 * @description: the drawing in words
 * @font: the families of its texts
 * @palette: the colours that it was drawn in
 * @width: its width
 * @height: its height
 * @prefix: what its ids begin with
 * @is_inline: whether it is to be put into HTML
 *
 * The parts of an SVG drawing.
 */
typedef struct {
  const char *shapes;
  const char *texts;
  const char *title;
  const char *description;
  const char *font;
  QtrChartPaletteId palette;
  double width;
  double height;
  const char *prefix;
  gboolean is_inline;
} QtrChartSvg;

/**
 * qtr_chart_svg_write:
 *
 * Returns: (transfer full): the drawing; %NULL if @shapes is no SVG
 */
char *qtr_chart_svg_write (const QtrChartSvg *svg);

G_END_DECLS
