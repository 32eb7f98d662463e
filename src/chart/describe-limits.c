/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "chart/chart-private.h"
#include "chart/describe-limits.h"
#include "chart/describe.h"

/* As many special points as a description names before it only counts. */
#define NAMED_MAX 24

/* Below this, a mean of whole numbers is printed with a digit after the point. */
#define SMALL 1000

/* Translators: a measure and its latest value. */
static const char *const titles[] = {
  [QTR_SPECIAL_NONE] = N_ ("%1$s at %2$s: usual variation"),
  [QTR_SPECIAL_IMPROVEMENT] = N_ ("%1$s at %2$s: an improvement beyond chance"),
  [QTR_SPECIAL_CONCERN] = N_ ("%1$s at %2$s: a concern beyond chance"),
  [QTR_SPECIAL_NEITHER] = N_ ("%1$s at %2$s: a change beyond chance"),
};

/* Translators: a period, its value, and why it stands out. */
static const char *const special_sentences[] = {
  [QTR_SPECIAL_IMPROVEMENT] = N_ ("%1$s (%2$s) is an improvement: %3$s."),
  [QTR_SPECIAL_CONCERN] = N_ ("%1$s (%2$s) is a concern: %3$s."),
  [QTR_SPECIAL_NEITHER] = N_ ("%1$s (%2$s) is unusual: %3$s."),
};

static const char *const edition_sentences[] = {
  [QTR_LIMITS_SCREENED] = N_ ("Limits: mean ± 2.66 × mean moving range, outliers screened."),
  [QTR_LIMITS_PLAIN] = N_ ("Limits: mean ± 2.66 × mean moving range, outliers not screened."),
};

static const char *const assurance_sentences[] = {
  [QTR_ASSURANCE_FAILS] = N_ ("As it runs now, the target will be missed again and again."),
  [QTR_ASSURANCE_PASSES] = N_ ("As it runs now, the target will be met again and again."),
  [QTR_ASSURANCE_HIT_OR_MISS] = N_ ("As it runs now, it is chance whether the target is met."),
};

static const QtrChartPoint *
point_at (const QtrChart *chart, guint index)
{
  guint n_points;

  return qtr_chart_get_points (chart, &n_points) + index;
}

static int
count_decimals (const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  int decimals = 0;

  for (guint i = 0; i < n_points; i++)
    if (qtr_chart_is_drawable (points[i].value))
      decimals = MAX (decimals, points[i].value.scale);
  return decimals;
}

char *
qtr_chart_describe_line (const QtrChart *chart, QtrRational line)
{
  int decimals = count_decimals (chart);

  if (decimals == 0 && fabs (qtr_rational_to_double (line)) < SMALL)
    decimals = 1;
  return qtr_chart_describe_value (chart, qtr_rational_round (line, decimals));
}

char *
qtr_chart_describe_no_limits (const QtrChart *chart)
{
  const char *fault = NULL;

  if (qtr_chart_get_latest (chart) < 0)
    return qtr_chart_describe_nothing (chart);
  if (qtr_chart_get_limits (chart, &fault))
    return NULL;
  /* Translators: a sentence that says why. */
  return g_strdup_printf (_ ("There are no limits to draw: %s"), fault);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
qtr_chart_describe_variation (const QtrChart *chart)
{
  int latest = qtr_chart_get_latest (chart);
  g_autofree char *value = NULL;

  if (latest < 0)
    return g_strdup (qtr_chart_get_measure (chart));
  value = qtr_chart_describe_value (chart, point_at (chart, (guint) latest)->value);
  return g_strdup_printf (_ (titles[qtr_chart_get_limits_point (chart, (guint) latest).special]),
                          qtr_chart_get_measure (chart), value);
}

char *
qtr_chart_describe_special (const QtrChart *chart, guint point)
{
  QtrLimitsPoint special = qtr_chart_get_limits_point (chart, point);
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;

  if (special.special == QTR_SPECIAL_NONE)
    return NULL;
  period = qtr_period_to_label (point_at (chart, point)->period);
  value = qtr_chart_describe_value (chart, point_at (chart, point)->value);
  return g_strdup_printf (_ (special_sentences[special.special]), period, value,
                          qtr_limits_mark_get_label (special.mark));
}

#pragma GCC diagnostic pop

/* --- How the limits were made --- */

static void
append_trial (GString *text, const QtrLimits *limits)
{
  const QtrLimitsSegment *last = qtr_limits_get_last (limits);

  if (!last->trial)
    return;
  append_sentence (
      text, g_strdup_printf (ngettext ("Trial limits: they come from %1$u value, and %2$u are asked for.",
                                       "Trial limits: they come from %1$u values, and %2$u are asked for.",
                                       last->n_basis),
                             last->n_basis, (guint) QTR_LIMITS_ASKED_FOR));
}

static void
append_frozen (GString *text, const QtrChartProcess *process)
{
  if (process->frozen == 0)
    return;
  if (*process->frozen_reason == '\0')
    append_sentence (text,
                     g_strdup_printf (ngettext ("Limits are set from the first %u value.",
                                                "Limits are set from the first %u values.", process->frozen),
                                      process->frozen));
  else
    append_sentence (
        text,
        /* Translators: how many values, and the author's reason. */
        g_strdup_printf (ngettext ("Limits are set from the first %1$u value (%2$s).",
                                   "Limits are set from the first %1$u values (%2$s).", process->frozen),
                         process->frozen, process->frozen_reason));
}

static void
append_rebase (GString *text, const QtrChart *chart, const QtrChartRebase *rebase)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  g_autofree char *period = qtr_period_to_label (rebase->period);

  if (qtr_period_compare (rebase->period, points[0].period) <= 0 ||
      qtr_period_distance (points[n_points - 1].period, rebase->period) > 0)
    return;
  if (*rebase->reason == '\0')
    append_sentence (text, g_strdup_printf (_ ("Limits start afresh at %s."), period));
  else
    /* Translators: a period, and the author's reason. */
    append_sentence (text,
                     g_strdup_printf (_ ("Limits start afresh at %1$s (%2$s)."), period, rebase->reason));
}

char *
qtr_chart_describe_process (const QtrChart *chart)
{
  const QtrChartProcess *process = qtr_chart_get_process (chart);
  GString *text = g_string_new (NULL);

  append_trial (text, qtr_chart_get_limits (chart, NULL));
  for (guint i = 0; i < process->rebases->len; i++)
    append_rebase (text, chart, &g_array_index (process->rebases, QtrChartRebase, i));
  append_frozen (text, process);
  append_sentence (text, g_strdup (_ (edition_sentences[process->edition])));
  return g_string_free (text, FALSE);
}

/* --- The whole chart --- */

static void
append_lines (GString *text, const QtrChart *chart)
{
  const QtrLimitsSegment *last = qtr_limits_get_last (qtr_chart_get_limits (chart, NULL));
  g_autofree char *mean = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;

  if (!qtr_rational_is_set (last->bounds.mean))
    return;
  mean = qtr_chart_describe_line (chart, last->bounds.mean);
  if (!qtr_rational_is_set (last->bounds.upper)) {
    append_sentence (text,
                     g_strdup_printf (_ ("The mean is %s; there are too few values for limits."), mean));
    return;
  }
  upper = qtr_chart_describe_line (chart, last->bounds.upper);
  lower = qtr_chart_describe_line (chart, last->bounds.lower);
  append_sentence (text, g_strdup_printf (_ ("The mean is %1$s, the lower limit %2$s, the upper limit %3$s."),
                                          mean, lower, upper));
}

static void
append_special (GString *text, const QtrChart *chart)
{
  guint n_points;
  guint n_special = 0;

  qtr_chart_get_points (chart, &n_points);
  for (guint i = 0; i < n_points; i++) {
    char *sentence = qtr_chart_describe_special (chart, i);

    if (sentence && ++n_special <= NAMED_MAX)
      append_sentence (text, sentence);
    else
      g_free (sentence);
  }
  if (n_special == 0)
    append_sentence (text, g_strdup (_ ("All values are within their usual variation.")));
  if (n_special > NAMED_MAX)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u more value is beyond chance.",
                                                "%u more values are beyond chance.", n_special - NAMED_MAX),
                                      n_special - NAMED_MAX));
}

static void
append_assurance (GString *text, const QtrChart *chart)
{
  QtrDecimal target = point_at (chart, (guint) qtr_chart_get_latest (chart))->target;
  QtrAssurance assurance = qtr_limits_get_assurance (qtr_chart_get_limits (chart, NULL), target);

  if (assurance != QTR_ASSURANCE_NONE)
    append_sentence (text, g_strdup (_ (assurance_sentences[assurance])));
}

char *
qtr_chart_describe_limits (const QtrChart *chart)
{
  GString *text = g_string_new (NULL);
  char *fault = qtr_chart_describe_no_limits (chart);

  append_sentence (text, qtr_chart_describe_series (chart));
  if (qtr_chart_get_latest (chart) < 0) {
    g_free (fault);
    return g_string_free (text, FALSE);
  }
  if (fault) {
    append_sentence (text, fault);
    return g_string_free (text, FALSE);
  }
  append_lines (text, chart);
  append_sentence (text, qtr_chart_describe_process (chart));
  append_special (text, chart);
  append_assurance (text, chart);
  return g_string_free (text, FALSE);
}
