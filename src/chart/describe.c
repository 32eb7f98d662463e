/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "base/rational.h"

#include "chart/chart-private.h"
#include "chart/describe.h"

/* As many periods as a sentence names before it only counts. */
#define NAMED_MAX 4

/* Which way a value went, as an index into the tables of sentences. */
typedef enum { MOVE_UP, MOVE_DOWN, MOVE_NONE, MOVE_UNKNOWN } Move;

/* Months, quarters and years have sentences of their own, because many languages inflect the words. */
typedef enum { UNIT_MONTH, UNIT_QUARTER, UNIT_YEAR } UnitIndex;

static const char *const before_sentences[][3] = {
  [UNIT_MONTH] = { N_ ("It rose by %s on the month before."), N_ ("It fell by %s on the month before."),
                   N_ ("It is the same as in the month before.") },
  [UNIT_QUARTER] = { N_ ("It rose by %s on the quarter before."), N_ ("It fell by %s on the quarter before."),
                     N_ ("It is the same as in the quarter before.") },
  [UNIT_YEAR] = { N_ ("It rose by %s on the year before."), N_ ("It fell by %s on the year before."),
                  N_ ("It is the same as in the year before.") },
};

/* Translators: the first figure is the difference, the second the value a year earlier. */
static const char *const earlier_sentences[][3] = {
  [UNIT_MONTH] = { N_ ("It is %1$s above the same month a year earlier (%2$s)."),
                   N_ ("It is %1$s below the same month a year earlier (%2$s)."),
                   N_ ("It is the same as in that month a year earlier.") },
  [UNIT_QUARTER] = { N_ ("It is %1$s above the same quarter a year earlier (%2$s)."),
                     N_ ("It is %1$s below the same quarter a year earlier (%2$s)."),
                     N_ ("It is the same as in that quarter a year earlier.") },
};

/* Translators: a measure, and from which period to which. */
static const char *const subject_sentences[] = {
  [UNIT_MONTH] = N_ ("A line of %1$s by month, from %2$s to %3$s."),
  [UNIT_QUARTER] = N_ ("A line of %1$s by quarter, from %2$s to %3$s."),
  [UNIT_YEAR] = N_ ("A line of %1$s by year, from %2$s to %3$s."),
};

static const char *const span_phrases[] = {
  [UNIT_MONTH] = N_ ("By month, %1$s to %2$s"),
  [UNIT_QUARTER] = N_ ("By quarter, %1$s to %2$s"),
  [UNIT_YEAR] = N_ ("By year, %1$s to %2$s"),
};

/* Translators: a measure and its latest value. */
static const char *const titles[] = {
  [MOVE_UP] = N_ ("%1$s rose to %2$s"),
  [MOVE_DOWN] = N_ ("%1$s fell to %2$s"),
  [MOVE_NONE] = N_ ("%1$s stayed at %2$s"),
  [MOVE_UNKNOWN] = N_ ("%1$s stood at %2$s"),
};

/* Translators: a measure, its latest value, and the period of that, which is not the last one asked for. */
static const char *const dated_titles[] = {
  [MOVE_UP] = N_ ("%1$s rose to %2$s in %3$s"),
  [MOVE_DOWN] = N_ ("%1$s fell to %2$s in %3$s"),
  [MOVE_NONE] = N_ ("%1$s stayed at %2$s in %3$s"),
  [MOVE_UNKNOWN] = N_ ("%1$s stood at %2$s in %3$s"),
};

/* Translators: a target and its distance from the latest value. */
static const char *const target_sentences[] = {
  [MOVE_UP] = N_ ("The target is %1$s; the latest value is %2$s above it."),
  [MOVE_DOWN] = N_ ("The target is %1$s; the latest value is %2$s below it."),
  [MOVE_NONE] = N_ ("The target is %1$s; the latest value is exactly that."),
};

static const QtrChartPoint *
point_at (const QtrChart *chart, int index)
{
  guint n_points;

  return qtr_chart_get_points (chart, &n_points) + index;
}

static UnitIndex
unit_index (QtrPeriod period)
{
  return period.unit == QTR_PERIOD_MONTH  ? UNIT_MONTH
         : period.unit == QTR_PERIOD_YEAR ? UNIT_YEAR
                                          : UNIT_QUARTER;
}

static Move
move_between (QtrDecimal before, QtrDecimal after)
{
  int order;

  if (!qtr_rational_compare (qtr_rational_from_decimal (after), qtr_rational_from_decimal (before), &order))
    return MOVE_UNKNOWN;
  return order > 0 ? MOVE_UP : order < 0 ? MOVE_DOWN : MOVE_NONE;
}

char *
qtr_chart_describe_value (const QtrChart *chart, QtrDecimal value)
{
  return qtr_figure_format (value, qtr_chart_get_unit (chart));
}

/* The distance of two percentages is in percentage points, which a share of a share would not be. */
static char *
format_difference (const QtrChart *chart, QtrDecimal a, QtrDecimal b)
{
  QtrRational difference = qtr_rational_absolute (
      qtr_rational_subtract (qtr_rational_from_decimal (a), qtr_rational_from_decimal (b)));
  QtrDecimal rounded = qtr_rational_round (difference, MAX (a.scale, b.scale));
  g_autofree char *number = NULL;

  if (g_strcmp0 (qtr_chart_get_unit (chart), "%") != 0)
    return qtr_chart_describe_value (chart, rounded);
  number = qtr_figure_format (rounded, "");
  /* Translators: the distance between two percentages. */
  return g_strdup_printf (ngettext ("%s percentage point", "%s percentage points",
                                    difference.numerator == difference.denominator ? 1 : 2),
                          number);
}

static int
index_before (const QtrChart *chart, int index)
{
  int before = qtr_chart_find_period (chart, qtr_period_add (point_at (chart, index)->period, -1));

  return before >= 0 && qtr_chart_is_drawable (point_at (chart, before)->value) ? before : -1;
}

static gboolean
is_last (const QtrChart *chart, int index)
{
  guint n_points;

  qtr_chart_get_points (chart, &n_points);
  return index + 1 == (int) n_points;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
qtr_chart_describe_title (const QtrChart *chart)
{
  int latest = qtr_chart_get_latest (chart);
  const char *measure = qtr_chart_get_measure (chart);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  Move move = MOVE_UNKNOWN;
  int before;

  if (latest < 0)
    return g_strdup (measure);
  before = index_before (chart, latest);
  if (before >= 0)
    move = move_between (point_at (chart, before)->value, point_at (chart, latest)->value);
  value = qtr_chart_describe_value (chart, point_at (chart, latest)->value);
  if (is_last (chart, latest))
    return g_strdup_printf (_ (titles[move]), measure, value);
  period = qtr_period_to_label (point_at (chart, latest)->period);
  return g_strdup_printf (_ (dated_titles[move]), measure, value, period);
}

/* A sign is told by every value; a noun has to be told once. */
static gboolean
unit_is_noun (const QtrChart *chart)
{
  const char *unit = qtr_chart_get_unit (chart);

  return *unit && g_strcmp0 (unit, "%") != 0 && g_strcmp0 (unit, "£") != 0;
}

static char *
describe_periods (const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  g_autofree char *first = qtr_period_to_label (points[0].period);
  g_autofree char *last = qtr_period_to_label (points[n_points - 1].period);

  if (n_points == 1)
    return g_steal_pointer (&first);
  return g_strdup_printf (_ (span_phrases[unit_index (points[0].period)]), first, last);
}

char *
qtr_chart_describe_span (const QtrChart *chart)
{
  guint n_points;
  g_autofree char *periods = NULL;

  qtr_chart_get_points (chart, &n_points);
  if (n_points == 0)
    return g_strdup ("");
  periods = describe_periods (chart);
  if (!unit_is_noun (chart))
    return g_steal_pointer (&periods);
  /* Translators: a span of periods, and the unit of the values: "By quarter, Q1 to Q3, in hours". */
  return g_strdup_printf (_ ("%1$s, in %2$s"), periods, qtr_chart_get_unit (chart));
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_subject (GString *text, const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  const char *measure = qtr_chart_get_measure (chart);
  g_autofree char *first = qtr_period_to_label (points[0].period);
  g_autofree char *last = qtr_period_to_label (points[n_points - 1].period);

  if (n_points == 1)
    /* Translators: a measure and the one period there is of it. */
    append_sentence (text, g_strdup_printf (_ ("A chart of %1$s for %2$s."), measure, first));
  else
    append_sentence (
        text, g_strdup_printf (_ (subject_sentences[unit_index (points[0].period)]), measure, first, last));
  if (unit_is_noun (chart))
    /* Translators: the unit of the values, such as "hours". */
    append_sentence (text, g_strdup_printf (_ ("The unit is %s."), qtr_chart_get_unit (chart)));
}

static void
append_latest (GString *text, const QtrChart *chart, const QtrChartPoint *latest)
{
  g_autofree char *value = qtr_chart_describe_value (chart, latest->value);
  g_autofree char *period = qtr_period_to_label (latest->period);

  append_sentence (text, g_strdup_printf (latest->provisional
                                              /* Translators: a value and its period. */
                                              ? _ ("The latest value is %1$s, for %2$s; it is provisional.")
                                              : _ ("The latest value is %1$s, for %2$s."),
                                          value, period));
}

static void
append_change (GString *text, const QtrChart *chart, int latest)
{
  int before = index_before (chart, latest);
  const QtrChartPoint *point = point_at (chart, latest);
  g_autofree char *difference = NULL;
  Move move;

  if (before < 0)
    return;
  move = move_between (point_at (chart, before)->value, point->value);
  difference = format_difference (chart, point->value, point_at (chart, before)->value);
  append_sentence (text,
                   g_strdup_printf (_ (before_sentences[unit_index (point->period)][move]), difference));
}

/* What was drawn as the comparator is what the words compare with; else the series' own value. */
static QtrDecimal
year_earlier (const QtrChart *chart, const QtrChartPoint *point)
{
  int earlier = qtr_chart_find_period (chart, qtr_period_year_before (point->period));

  if (qtr_chart_is_drawable (point->comparator))
    return point->comparator;
  if (earlier >= 0 && qtr_chart_is_drawable (point_at (chart, earlier)->value))
    return point_at (chart, earlier)->value;
  return QTR_DECIMAL_NONE;
}

static void
append_year_earlier (GString *text, const QtrChart *chart, const QtrChartPoint *latest)
{
  QtrDecimal earlier = year_earlier (chart, latest);
  g_autofree char *difference = NULL;
  g_autofree char *value = NULL;
  Move move;

  if (latest->period.unit == QTR_PERIOD_YEAR || !qtr_decimal_is_set (earlier))
    return;
  move = move_between (earlier, latest->value);
  difference = format_difference (chart, latest->value, earlier);
  value = qtr_chart_describe_value (chart, earlier);
  append_sentence (
      text, g_strdup_printf (_ (earlier_sentences[unit_index (latest->period)][move]), difference, value));
}

/* Of equal extremes the latest is named, being the one that readers remember. */
static guint
find_extremes (const QtrChart *chart, const QtrChartPoint **highest, const QtrChartPoint **lowest)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  guint n_values = 0;

  *highest = *lowest = NULL;
  for (guint i = 0; i < n_points; i++) {
    if (!qtr_chart_is_drawable (points[i].value))
      continue;
    n_values++;
    if (!*highest || move_between ((*highest)->value, points[i].value) != MOVE_DOWN)
      *highest = &points[i];
    if (!*lowest || move_between ((*lowest)->value, points[i].value) != MOVE_UP)
      *lowest = &points[i];
  }
  return n_values;
}

static void
append_extremes (GString *text, const QtrChart *chart)
{
  const QtrChartPoint *highest, *lowest;
  guint n_values = find_extremes (chart, &highest, &lowest);
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high_period = NULL;
  g_autofree char *low_period = NULL;

  if (n_values < 2)
    return;
  high = qtr_chart_describe_value (chart, highest->value);
  low = qtr_chart_describe_value (chart, lowest->value);
  high_period = qtr_period_to_label (highest->period);
  low_period = qtr_period_to_label (lowest->period);
  if (move_between (lowest->value, highest->value) == MOVE_NONE)
    /* Translators: all values of the chart are the same one. */
    append_sentence (text, g_strdup_printf (_ ("Every value is %s."), high));
  else
    append_sentence (text,
                     /* Translators: a value, its period, a value, its period. */
                     g_strdup_printf (_ ("The highest value is %1$s, in %2$s; the lowest is %3$s, in %4$s."),
                                      high, high_period, low, low_period));
}

/* Counts the periods from the first to the last point that have no value, and names the first few. */
static int
find_gaps (const QtrChart *chart, GString *names)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  int n_gaps = 0;
  guint at = 0;

  for (QtrPeriod period = points[0].period; at < n_points; period = qtr_period_add (period, 1)) {
    gboolean here = qtr_period_compare (points[at].period, period) <= 0;
    g_autofree char *label = NULL;

    if (here && qtr_chart_is_drawable (points[at++].value))
      continue;
    if (n_gaps++ >= NAMED_MAX)
      continue;
    label = qtr_period_to_label (period);
    g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", label);
  }
  return n_gaps;
}

static void
append_gaps (GString *text, const QtrChart *chart)
{
  g_autoptr (GString) names = g_string_new (NULL);
  int n_gaps = find_gaps (chart, names);

  if (n_gaps == 0)
    return;
  if (n_gaps > NAMED_MAX)
    g_string_append (names, "…");
  append_sentence (text, g_strdup_printf (ngettext ("%1$d period has no value: %2$s.",
                                                    "%1$d periods have no value: %2$s.", n_gaps),
                                          n_gaps, names->str));
}

static void
append_target (GString *text, const QtrChart *chart, const QtrChartPoint *latest)
{
  g_autofree char *target = NULL;
  g_autofree char *difference = NULL;

  if (!qtr_chart_is_drawable (latest->target))
    return;
  target = qtr_chart_describe_value (chart, latest->target);
  difference = format_difference (chart, latest->value, latest->target);
  append_sentence (text, g_strdup_printf (_ (target_sentences[move_between (latest->target, latest->value)]),
                                          target, difference));
}

static void
append_restatement (GString *text, const QtrChart *chart, const QtrChartPoint *point)
{
  g_autofree char *published = qtr_chart_describe_value (chart, point->published);
  g_autofree char *value = qtr_chart_describe_value (chart, point->value);
  g_autofree char *period = qtr_period_to_label (point->period);

  append_sentence (
      text,
      /* Translators: a period, the value published first, and the value now. */
      g_strdup_printf (_ ("The value for %1$s was published as %2$s and later restated as %3$s."), period,
                       published, value));
}

static void
append_restatements (GString *text, const QtrChart *chart)
{
  guint n_points;
  const QtrChartPoint *points = qtr_chart_get_points (chart, &n_points);
  guint n_restated = 0;

  for (guint i = 0; i < n_points; i++)
    if (qtr_chart_is_restated (&points[i]) && ++n_restated <= NAMED_MAX)
      append_restatement (text, chart, &points[i]);
  if (n_restated > NAMED_MAX)
    append_sentence (text,
                     g_strdup_printf (ngettext ("%u more value was restated.",
                                                "%u more values were restated.", n_restated - NAMED_MAX),
                                      n_restated - NAMED_MAX));
}

#pragma GCC diagnostic pop

char *
qtr_chart_describe_nothing (const QtrChart *chart)
{
  guint n_points;

  qtr_chart_get_points (chart, &n_points);
  return g_strdup (n_points == 0 ? _ ("There is nothing to draw: no period has been reported yet.")
                                 : _ ("There is nothing to draw: none of the periods has a value yet."));
}

char *
qtr_chart_describe_series (const QtrChart *chart)
{
  int latest = qtr_chart_get_latest (chart);
  GString *text = g_string_new (NULL);

  if (latest < 0) {
    append_sentence (text, qtr_chart_describe_nothing (chart));
    return g_string_free (text, FALSE);
  }
  append_subject (text, chart);
  append_latest (text, chart, point_at (chart, latest));
  append_change (text, chart, latest);
  append_year_earlier (text, chart, point_at (chart, latest));
  append_extremes (text, chart);
  append_gaps (text, chart);
  append_target (text, chart, point_at (chart, latest));
  append_restatements (text, chart);
  return g_string_free (text, FALSE);
}
