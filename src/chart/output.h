/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"
#include "chart/geometry.h"

G_BEGIN_DECLS

/*
 * The same chart in the same style and size gives the same bytes every time. All of these paint, and so
 * belong to the main thread; they fail with QTR_ERROR_NOT_FOUND without the plotting library's driver, and
 * with QTR_ERROR_LIMIT for a size that no picture can have.
 */

/**
 * qtr_chart_to_svg:
 *
 * Makes a drawing that stands alone, with its words as text, and title and description for screen readers.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error
 */
GBytes *qtr_chart_to_svg (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                          GError **error);

/**
 * qtr_chart_to_inline_svg:
 * @prefix: what every id in it begins with; another for each drawing of a page
 *
 * Makes a drawing to be put into HTML: without a prolog, as wide as its place, on no ground of its own. Each
 * colour is there twice, as itself and as a class, so that a page that holds the rules of
 * qtr_chart_palette_to_css() in a media query has it in the dark as well.
 *
 * Returns: (transfer full): the element, or %NULL with @error
 */
char *qtr_chart_to_inline_svg (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                               const char *prefix, GError **error);

/**
 * qtr_chart_to_png:
 * @scale: how many pixels a unit of the picture has
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error
 */
GBytes *qtr_chart_to_png (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                          double scale, GError **error);

/**
 * qtr_chart_to_pdf:
 *
 * Makes a page of the picture's size in points, with its words as text.
 *
 * Returns: (transfer full): the file's bytes, or %NULL with @error
 */
GBytes *qtr_chart_to_pdf (const QtrChart *chart, const QtrChartStyle *style, double width, double height,
                          GError **error);

G_END_DECLS
