/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"

#include "ui/figures/figures-words.h"

static gboolean
is_percent (const QtrMeasure *measure)
{
  return g_strcmp0 (measure->unit, "%") == 0;
}

char *
qtr_figures_value_to_words (const QtrMeasure *measure, QtrDecimal value)
{
  return qtr_decimal_is_set (value) ? qtr_figure_format (value, measure->unit) : g_strdup ("");
}

/* A plus is as much part of a change as a minus. */
static char *
format_signed (QtrDecimal value, const char *unit)
{
  g_autofree char *figure = qtr_figure_format (value, unit);

  return g_strconcat (value.digits > 0 ? "+" : "", figure, NULL);
}

char *
qtr_figures_change_to_words (const QtrMeasure *measure, QtrRational change)
{
  QtrDecimal value = qtr_rational_round (change, CLAMP (measure->decimals, 0, QTR_DECIMAL_SCALE_MAX));
  g_autofree char *text = NULL;

  if (!qtr_decimal_is_set (value))
    return g_strdup ("");
  text = format_signed (value, is_percent (measure) ? NULL : measure->unit);
  /* Translators: a change of a percentage, in percentage points, as short as can be. */
  return is_percent (measure) ? g_strdup_printf (_ ("%s pts"), text) : g_steal_pointer (&text);
}

char *
qtr_figures_percent_to_words (const QtrMeasure *measure, QtrRational change)
{
  QtrDecimal value = qtr_rational_round (change, 1);

  if (is_percent (measure) || !qtr_decimal_is_set (value))
    return g_strdup ("");

  return format_signed (value, "%");
}

static char *
value_or_nothing (const QtrMeasure *measure, QtrDecimal value)
{
  /* Translators: in place of a value that is not known. */
  return qtr_decimal_is_set (value) ? qtr_figures_value_to_words (measure, value)
                                    : g_strdup (_ ("no figure"));
}

char *
qtr_figures_scale_to_words (const QtrMeasure *measure, QtrPeriod period, QtrDecimal told, QtrDecimal now)
{
  QtrRational before = qtr_rational_from_decimal (told);
  QtrRational change = qtr_rational_subtract (qtr_rational_from_decimal (now), before);
  QtrRational share = qtr_rational_multiply (qtr_rational_divide (change, qtr_rational_absolute (before)),
                                             qtr_rational_new (100, 1));
  g_autofree char *label = qtr_period_to_label (period);
  g_autofree char *from = value_or_nothing (measure, told);
  g_autofree char *to = value_or_nothing (measure, now);
  g_autofree char *difference = qtr_figures_change_to_words (measure, change);
  g_autofree char *percent = qtr_figures_percent_to_words (measure, share);

  if (*difference == '\0')
    /* Translators: a period, then what was published of it and what is known of it now. */
    return g_strdup_printf (_ ("%1$s was published as %2$s. It becomes %3$s."), label, from, to);
  if (*percent == '\0')
    /* Translators: as before, then the difference. */
    return g_strdup_printf (_ ("%1$s was published as %2$s. It becomes %3$s (%4$s)."), label, from, to,
                            difference);

  /* Translators: as before, then the difference also in percent. */
  return g_strdup_printf (_ ("%1$s was published as %2$s. It becomes %3$s (%4$s, %5$s)."), label, from, to,
                          difference, percent);
}

static const QtrPoint *
choose_point (const QtrPoint *best, const QtrPoint *point, int sign)
{
  int order = 0;

  if (best == NULL)
    return point;
  qtr_rational_compare (qtr_rational_from_decimal (point->value), qtr_rational_from_decimal (best->value),
                        &order);
  return order * sign > 0 ? point : best;
}

static char *
point_to_words (const QtrMeasure *measure, const QtrPoint *point)
{
  g_autofree char *value = qtr_figures_value_to_words (measure, point->value);
  g_autofree char *period = qtr_period_to_label (point->period);

  /* Translators: a value and its period, as in "519 in Q3 2019/20". */
  return g_strdup_printf (_ ("%1$s in %2$s"), value, period);
}

char *
qtr_figures_series_to_words (const QtrMeasure *measure, GArray *series)
{
  const QtrPoint *first = NULL;
  const QtrPoint *last = NULL;
  const QtrPoint *lowest = NULL;
  const QtrPoint *highest = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  for (guint i = 0; i < series->len; i++) {
    const QtrPoint *point = &g_array_index (series, QtrPoint, i);

    if (!qtr_decimal_is_set (point->value))
      continue;
    first = first == NULL ? point : first;
    last = point;
    lowest = choose_point (lowest, point, -1);
    highest = choose_point (highest, point, 1);
  }
  if (first == NULL)
    return g_strdup (_ ("No values yet"));
  from = point_to_words (measure, first);
  to = point_to_words (measure, last);
  low = point_to_words (measure, lowest);
  high = point_to_words (measure, highest);
  /* Translators: four times a value and its period, as in "519 in Q3 2019/20". */
  return g_strdup_printf (_ ("From %1$s to %2$s, lowest %3$s, highest %4$s"), from, to, low, high);
}
