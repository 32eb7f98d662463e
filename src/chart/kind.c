/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "chart/kind.h"

/* The one table of kinds: the usual one first, as the command line and the menus offer them. */
static const QtrChartKind *const kinds[] = {
  &qtr_chart_kind_trend, &qtr_chart_kind_limits, &qtr_chart_kind_years,
  &qtr_chart_kind_areas, &qtr_chart_kind_share,  &qtr_chart_kind_summary,
};

const QtrChartKind *
qtr_chart_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}

const QtrChartKind *const *
qtr_chart_kind_list (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}
