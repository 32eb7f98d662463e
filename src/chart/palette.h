/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/colour.h"

G_BEGIN_DECLS

/**
 * QtrChartPaletteId:
 *
 * The sets of colours that a chart can be painted in.
 */
typedef enum {
  QTR_CHART_PALETTE_LIGHT,
  QTR_CHART_PALETTE_DARK,
  QTR_CHART_PALETTE_HIGH_CONTRAST,
  QTR_CHART_PALETTE_HIGH_CONTRAST_DARK,
  QTR_CHART_N_PALETTES,
} QtrChartPaletteId;

/**
 * QtrChartRole:
 * @QTR_CHART_ROLE_PAPER: the ground, and the ring that parts a mark from what it crosses
 * @QTR_CHART_ROLE_INK: the title
 * @QTR_CHART_ROLE_QUIET: every other text
 * @QTR_CHART_ROLE_GRID: lines that only help the eye
 * @QTR_CHART_ROLE_AXIS: the axis of periods and its ticks
 * @QTR_CHART_ROLE_LINE: the values, and the text of the latest
 * @QTR_CHART_ROLE_COMPARATOR: the same period a year earlier
 * @QTR_CHART_ROLE_TARGET: the target, and its text
 * @QTR_CHART_ROLE_BAND: the ground between two limits
 * @QTR_CHART_ROLE_COMMON: values that chance alone makes
 * @QTR_CHART_ROLE_IMPROVEMENT: values that are better than chance
 * @QTR_CHART_ROLE_CONCERN: values that are worse
 * @QTR_CHART_ROLE_SPECIAL: values that are neither, and yet not of chance
 *
 * What a colour is for. Nothing is drawn in a colour without a role, and no two roles of a palette share
 * a colour, so that a finished drawing can be coloured anew.
 */
typedef enum {
  QTR_CHART_ROLE_PAPER,
  QTR_CHART_ROLE_INK,
  QTR_CHART_ROLE_QUIET,
  QTR_CHART_ROLE_GRID,
  QTR_CHART_ROLE_AXIS,
  QTR_CHART_ROLE_LINE,
  QTR_CHART_ROLE_COMPARATOR,
  QTR_CHART_ROLE_TARGET,
  QTR_CHART_ROLE_BAND,
  QTR_CHART_ROLE_COMMON,
  QTR_CHART_ROLE_IMPROVEMENT,
  QTR_CHART_ROLE_CONCERN,
  QTR_CHART_ROLE_SPECIAL,
  QTR_CHART_N_ROLES,
} QtrChartRole;

typedef QtrColour QtrChartColour;

/**
 * QtrChartShape:
 *
 * What a mark looks like, so that nothing is told by colour alone.
 */
typedef enum {
  QTR_CHART_SHAPE_DISC,
  QTR_CHART_SHAPE_DIAMOND,
  QTR_CHART_SHAPE_TRIANGLE,
  QTR_CHART_SHAPE_SQUARE,
} QtrChartShape;

/**
 * qtr_chart_palette_get:
 *
 * Returns: the colour that @role has in @palette
 */
QtrChartColour qtr_chart_palette_get (QtrChartPaletteId palette, QtrChartRole role);

/**
 * qtr_chart_palette_find:
 * @role: (out): the role whose colour it is
 *
 * Returns: whether a role of @palette has that colour
 */
gboolean qtr_chart_palette_find (QtrChartPaletteId palette, QtrChartColour colour, QtrChartRole *role);

/**
 * qtr_chart_role_name:
 *
 * Returns: the name of @role in classes of an inline drawing: `line` in `qtr-stroke-line`
 */
const char *qtr_chart_role_name (QtrChartRole role);

/**
 * qtr_chart_palette_to_css:
 *
 * Returns: (transfer full): rules that give the classes of inline drawings this palette's colours; put them
 *   into a media query to have a page's charts follow it
 */
char *qtr_chart_palette_to_css (QtrChartPaletteId palette);

G_END_DECLS
