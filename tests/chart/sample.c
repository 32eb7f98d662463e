/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "sample.h"

const char *sample_kind = "trend";

QtrDecimal
sample_decimal (const char *text)
{
  QtrDecimal number = QTR_DECIMAL_NONE;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (text, "-") == 0)
    return number;
  qtr_decimal_parse (text, &number, &error);
  g_assert_no_error (error);
  return number;
}

QtrPeriod
sample_period (const char *text)
{
  QtrPeriod period = QTR_PERIOD_UNSET;
  g_autoptr (GError) error = NULL;

  qtr_period_parse (text, 4, &period, &error);
  g_assert_no_error (error);
  return period;
}

QtrChartBuilder *
sample_builder (const char *measure, const char *first, const char *values)
{
  QtrChartBuilder *builder = qtr_chart_builder_new (sample_kind, measure);
  g_auto (GStrv) words = g_strsplit (values, " ", -1);
  QtrPeriod period = sample_period (first);

  for (guint i = 0; words[i]; i++) {
    QtrChartPoint point = QTR_CHART_POINT_EMPTY;
    char *mark = strchr (words[i], 'p');

    if (!*words[i])
      continue;
    if (mark)
      *mark = '\0';
    point.period = period;
    point.value = sample_decimal (words[i]);
    point.provisional = mark != NULL;
    qtr_chart_builder_add_point (builder, &point);
    period = qtr_period_add (period, 1);
  }
  return builder;
}

void
sample_add_rows (QtrChartBuilder *builder, const char *rows)
{
  g_auto (GStrv) words = g_strsplit (rows, " ", -1);

  for (guint i = 0; words[i]; i++) {
    g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
    g_auto (GStrv) values = g_strsplit (sides[1], "|", 2);
    char *mark = strchr (values[0], 'p');
    QtrChartPoint point = QTR_CHART_POINT_EMPTY;

    if (mark)
      *mark = '\0';
    point.value = sample_decimal (values[0]);
    point.provisional = mark != NULL;
    if (values[1])
      point.published = sample_decimal (values[1]);
    qtr_chart_builder_add_row (builder, sides[0], &point);
  }
}

QtrChart *
sample_chart (void)
{
  static const char *const values[] = { "78.2", "79.1", "77.6", "80.3", "79.4", "78.8", "77.9", "80.6",
                                        "79.9", "-",    "80.1", "79.2", "74.1", "73.2", "76.6", "78.0",
                                        "79.6", "80.2", "79.9", "81.9", "82.8", "83.4", "82.6", "84.1" };
  QtrChartBuilder *builder = qtr_chart_builder_new (sample_kind, "Emergency repairs finished on time");
  QtrPeriod first = sample_period ("2019-20-Q1");

  qtr_chart_builder_set_subtitle (builder,
                                  "Share of emergency repairs completed within 24 hours, by quarter");
  qtr_chart_builder_set_unit (builder, "%");
  qtr_chart_builder_set_source (builder, "housing repairs system, as of April 2025");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    QtrChartPoint point = QTR_CHART_POINT_EMPTY;

    point.period = qtr_period_add (first, (int) i);
    point.value = sample_decimal (values[i]);
    point.target = sample_decimal (i < 12 ? "78" : "82");
    point.comparator = i < 4 ? QTR_DECIMAL_NONE : sample_decimal (values[i - 4]);
    point.published = i == 18 ? sample_decimal ("81.2") : QTR_DECIMAL_NONE;
    point.provisional = i >= 22;
    qtr_chart_builder_add_point (builder, &point);
  }
  sample_add_rows (builder, "North=12 South=20p East=3 West=0");
  return qtr_chart_builder_end (builder);
}
