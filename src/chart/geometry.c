/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "chart/geometry.h"

void
qtr_chart_geometry_clear (QtrChartGeometry *geometry)
{
  g_clear_pointer (&geometry->marks, g_array_unref);
  g_clear_pointer (&geometry->labels, g_array_unref);
}

double
qtr_chart_geometry_period_to_x (const QtrChartGeometry *geometry, QtrPeriod period)
{
  return geometry->first_x + geometry->step * qtr_period_distance (geometry->first, period);
}

double
qtr_chart_geometry_value_to_y (const QtrChartGeometry *geometry, double value)
{
  double share = (value - geometry->low) / (geometry->high - geometry->low);

  return geometry->plot.y + geometry->plot.height * (1 - share);
}

const QtrChartMark *
qtr_chart_geometry_find_mark (const QtrChartGeometry *geometry, double x)
{
  guint low = 0;
  guint high = geometry->marks ? geometry->marks->len : 0;

  if (high == 0)
    return NULL;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    double between = (g_array_index (geometry->marks, QtrChartMark, middle - 1).x +
                      g_array_index (geometry->marks, QtrChartMark, middle).x) /
                     2;

    if (x < between)
      high = middle;
    else
      low = middle;
  }
  return &g_array_index (geometry->marks, QtrChartMark, low);
}
