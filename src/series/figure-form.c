/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "series/figure-form.h"

#include <glib/gi18n-lib.h>

#include "base/figure.h"
#include "series/comparison.h"
#include "series/readings-private.h"

struct _QtrFigureContext {
  const QtrPlan *plan;
  const QtrMeasure *measure;
  const QtrReadings *readings;
  QtrPeriod period;
  /* What the comparing forms compare it with. */
  QtrPeriod other;
};

/* --- Numbers --- */

static gboolean
is_percent (const QtrFigureContext *context)
{
  return g_strcmp0 (context->measure->unit, "%") == 0;
}

static gboolean
is_money (const QtrFigureContext *context)
{
  return g_strcmp0 (context->measure->unit, "£") == 0;
}

static QtrRational
get_value (const QtrFigureContext *context, QtrPeriod period)
{
  return qtr_readings_get (context->readings, period).value;
}

static QtrDecimal
round_value (const QtrFigureContext *context, QtrRational value)
{
  return qtr_rational_round (value, CLAMP (context->measure->decimals, 0, QTR_DECIMAL_SCALE_MAX));
}

static char *
format_percent (const QtrFigureContext *context, QtrDecimal number)
{
  g_autofree char *digits = qtr_figure_format (number, NULL);

  /* Translators: a percentage as words: “18 per cent”. */
  return context->plan->percent == QTR_PERCENT_WORDS ? g_strdup_printf (_ ("%s per cent"), digits)
                                                     : qtr_figure_format (number, "%");
}

/* What is counted, in the plan's house style. */
static char *
format_count (const QtrFigureContext *context, QtrDecimal number)
{
  const char *word = context->plan->small_numbers == QTR_SMALL_NUMBERS_WORDS && number.scale == 0
                         ? qtr_figure_number_to_word (number.digits)
                         : NULL;

  return word != NULL && number.digits >= 1 && number.digits <= 10 ? g_strdup (word)
                                                                   : qtr_figure_format (number, NULL);
}

/* %NULL where there is no number. */
static char *
print_number (const QtrFigureContext *context, QtrRational value)
{
  QtrDecimal number = round_value (context, value);

  if (!qtr_decimal_is_set (number))
    return NULL;
  if (is_percent (context))
    return format_percent (context, number);
  if (is_money (context))
    return qtr_figure_format (number, context->measure->unit);

  return format_count (context, number);
}

/* --- One period --- */

static char *
print_value (const QtrFigureContext *context)
{
  return print_number (context, get_value (context, context->period));
}

/* A year has no quarter before it. */
static char *
print_last_quarter (const QtrFigureContext *context)
{
  return context->period.unit == QTR_PERIOD_YEAR
             ? NULL
             : print_number (context, get_value (context, qtr_period_add (context->period, -1)));
}

static char *
print_last_year (const QtrFigureContext *context)
{
  return print_number (context, get_value (context, qtr_period_year_before (context->period)));
}

static char *
print_target (const QtrFigureContext *context)
{
  return print_number (context, qtr_rational_from_decimal (qtr_measure_get_target (
                                    context->plan, context->measure, context->period)));
}

static char *
print_stretch (const QtrFigureContext *context, int n_periods)
{
  return print_number (context,
                       qtr_readings_get_stretch (context->readings, context->period, n_periods).value);
}

static char *
print_year_to_date (const QtrFigureContext *context)
{
  QtrPeriod year = qtr_period_as_unit (context->period, QTR_PERIOD_YEAR, context->plan->first_month);

  return print_stretch (context, (context->period.start - year.start) / context->period.unit + 1);
}

static char *
print_rolling_year (const QtrFigureContext *context)
{
  return print_stretch (context, QTR_PERIOD_YEAR / context->period.unit);
}

/* --- Changes --- */

/* What changed between two numbers. */
typedef struct {
  QtrRational now;
  QtrRational then;
  /* In which direction, as they are printed: what prints alike is told to be unchanged. */
  int direction;
} Change;

static gboolean
read_change (const QtrFigureContext *context, Change *change)
{
  QtrDecimal now, then;
  int direction = 0;

  change->now = get_value (context, context->period);
  change->then = get_value (context, context->other);
  now = round_value (context, change->now);
  then = round_value (context, change->then);
  if (!qtr_rational_compare (qtr_rational_from_decimal (now), qtr_rational_from_decimal (then), &direction))
    return FALSE;

  change->direction = (direction > 0) - (direction < 0);
  return TRUE;
}

/* How much it is, without a sign. */
static char *
print_size (const QtrFigureContext *context, const Change *change)
{
  QtrRational size = qtr_rational_absolute (qtr_rational_subtract (change->now, change->then));
  g_autofree char *digits = NULL;

  if (!is_percent (context))
    return print_number (context, size);

  digits = qtr_figure_format (round_value (context, size), NULL);
  /* Translators: a change of a percentage: “1.5 percentage points”. */
  return g_strdup_printf (_ ("%s percentage points"), digits);
}

/* How much it is in percent, without a sign; of what is a percentage itself, in points. */
static char *
print_share (const QtrFigureContext *context, const Change *change)
{
  QtrRational size = qtr_rational_absolute (qtr_rational_subtract (change->now, change->then));
  QtrRational share = qtr_rational_multiply (qtr_rational_divide (size, qtr_rational_absolute (change->then)),
                                             qtr_rational_new (100, 1));
  QtrDecimal percent = qtr_rational_round (share, 0);
  g_autofree char *one = NULL;

  if (is_percent (context))
    return print_size (context, change);
  if (!qtr_decimal_is_set (percent))
    return NULL;
  if (percent.digits > 0 || qtr_rational_sign (size) == 0)
    return format_percent (context, percent);

  one = format_percent (context, (QtrDecimal) { 1, 0 });
  /* Translators: a change: “less than 1%”. */
  return g_strdup_printf (_ ("less than %s"), one);
}

static char *
print_difference (const QtrFigureContext *context)
{
  Change change;

  return read_change (context, &change) ? print_size (context, &change) : NULL;
}

static char *
print_percent_change (const QtrFigureContext *context)
{
  Change change;

  return read_change (context, &change) && !is_percent (context) ? print_share (context, &change) : NULL;
}

static gboolean
is_counted (const QtrFigureContext *context)
{
  return !is_percent (context) && !is_money (context);
}

static char *
print_more_fewer (const QtrFigureContext *context)
{
  Change change;
  g_autofree char *size = NULL;

  if (!read_change (context, &change))
    return NULL;
  if (change.direction == 0)
    return g_strdup (is_counted (context) ? _ ("as many as") : _ ("as much as"));

  size = print_size (context, &change);
  if (change.direction > 0)
    /* Translators: “24 more than”, before what it is compared with. */
    return g_strdup_printf (_ ("%s more than"), size);
  /* Translators: “24 fewer than” of what is counted, “£500 less than” of all else. */
  return g_strdup_printf (is_counted (context) ? _ ("%s fewer than") : _ ("%s less than"), size);
}

static char *
print_unchanged (const QtrFigureContext *context, const Change *change)
{
  g_autofree char *then = print_number (context, change->then);

  /* Translators: “unchanged at 1,137”. */
  return g_strdup_printf (_ ("unchanged at %s"), then);
}

static char *
print_up_down (const QtrFigureContext *context)
{
  Change change;
  g_autofree char *then = NULL;

  if (!read_change (context, &change))
    return NULL;
  if (change.direction == 0)
    return print_unchanged (context, &change);

  then = print_number (context, change.then);
  /* Translators: “up from 1,137”. */
  return g_strdup_printf (change.direction > 0 ? _ ("up from %s") : _ ("down from %s"), then);
}

static char *
print_up_down_percent (const QtrFigureContext *context)
{
  Change change;
  g_autofree char *then = NULL;
  g_autofree char *share = NULL;

  if (!read_change (context, &change))
    return NULL;
  if (change.direction == 0)
    return print_unchanged (context, &change);

  share = print_share (context, &change);
  if (share == NULL)
    return NULL;
  then = print_number (context, change.then);
  /* Translators: how much, and what it was: “up 5% from 1,137”. */
  return g_strdup_printf (change.direction > 0 ? _ ("up %s from %s") : _ ("down %s from %s"), share, then);
}

static char *
print_increase_decrease (const QtrFigureContext *context)
{
  Change change;
  g_autofree char *share = NULL;

  if (!read_change (context, &change))
    return NULL;
  if (change.direction == 0)
    return g_strdup (_ ("no change"));

  share = print_share (context, &change);
  if (share == NULL)
    return NULL;
  /* Translators: how much: “an increase of 5%”. */
  return g_strdup_printf (change.direction > 0 ? _ ("an increase of %s") : _ ("a decrease of %s"), share);
}

/* --- Its rank in the series --- */

/* How far back nothing was as high, or as low, and what was met there. */
typedef struct {
  int length;
  QtrPeriod last;
  gboolean was_reached;
  gboolean was_gap;
} Run;

static Run
find_run (const QtrFigureContext *context, QtrPeriod first, QtrRational now, int direction)
{
  Run run = { 0, context->period, FALSE, FALSE };

  for (;;) {
    QtrPeriod period = qtr_period_add (run.last, -1);
    QtrRational then = get_value (context, period);
    int order = 0;

    if (period.start < first.start)
      return run;
    run.was_gap = !qtr_rational_compare (then, now, &order);
    run.was_reached = !run.was_gap && order * direction >= 0;
    if (run.was_reached || run.was_gap) {
      run.last = run.was_reached ? period : run.last;
      return run;
    }
    run.last = period;
    run.length++;
  }
}

static char *
describe_run (const Run *run, gboolean is_highest)
{
  g_autofree char *label = qtr_period_to_label (run->last);

  if (run->was_reached)
    /* Translators: %s is a period, such as “Q2 2018/19”. */
    return g_strdup_printf (is_highest ? _ ("the highest since %s") : _ ("the lowest since %s"), label);
  if (run->was_gap)
    /* Translators: %s is a period; what was before it is not known. */
    return g_strdup_printf (
        is_highest ? _ ("the highest since at least %s") : _ ("the lowest since at least %s"), label);
  /* Translators: %s is the first period that is known. */
  return g_strdup_printf (is_highest ? _ ("the highest since the series began in %s")
                                     : _ ("the lowest since the series began in %s"),
                          label);
}

static char *
print_rank (const QtrFigureContext *context)
{
  QtrRational now = get_value (context, context->period);
  QtrPeriod first, last;
  Run high, low;

  if (!qtr_rational_is_set (now) || !qtr_readings_get_span (context->readings, &first, &last))
    return NULL;

  high = find_run (context, first, now, 1);
  low = find_run (context, first, now, -1);
  if (high.length > 0 || low.length > 0)
    return describe_run (high.length > low.length ? &high : &low, high.length > low.length);
  if (high.was_reached && low.was_reached) {
    g_autofree char *label = qtr_period_to_label (high.last);

    /* Translators: %s is the period before, which had the same value. */
    return g_strdup_printf (_ ("level with %s"), label);
  }
  return NULL;
}

/* --- The table --- */

static const QtrFigureForm forms[] = {
  { "value", N_ ("Value"), N_ ("1,190"), FALSE, print_value },
  { "last-quarter", N_ ("Last Quarter"), N_ ("1,164"), FALSE, print_last_quarter },
  { "last-year", N_ ("Same Quarter Last Year"), N_ ("1,137"), FALSE, print_last_year },
  { "difference", N_ ("Difference"), N_ ("53"), TRUE, print_difference },
  { "more-fewer", N_ ("More or Fewer Than"), N_ ("53 more than"), TRUE, print_more_fewer },
  { "percent-change", N_ ("Percentage Change"), N_ ("5%"), TRUE, print_percent_change },
  { "up-down", N_ ("Up or Down From"), N_ ("up from 1,137"), TRUE, print_up_down },
  { "up-down-percent", N_ ("Up or Down by Percentage"), N_ ("up 5% from 1,137"), TRUE,
    print_up_down_percent },
  { "increase-decrease", N_ ("Increase or Decrease"), N_ ("an increase of 5%"), TRUE,
    print_increase_decrease },
  { "rank", N_ ("Highest or Lowest Since"), N_ ("the highest since Q2 2018/19"), FALSE, print_rank },
  { "year-to-date", N_ ("Year to Date"), N_ ("3,502"), FALSE, print_year_to_date },
  { "rolling-year", N_ ("Last Twelve Months"), N_ ("4,655"), FALSE, print_rolling_year },
  { "target", N_ ("Target"), N_ ("1,200"), FALSE, print_target },
};

const QtrFigureForm *
qtr_figure_forms_get (guint *n_forms)
{
  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}

const QtrFigureForm *
qtr_figure_form_find (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_strcmp0 (forms[i].word, word) == 0)
      return &forms[i];

  return NULL;
}

/* --- Printing --- */

/* The last period that could be known at the end of the quarter: in three updates of four, a year's is that
 * of an update before. */
static QtrPeriod
find_period (const QtrPlan *plan, const QtrUpdate *update, const QtrMeasure *measure)
{
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
  QtrPeriod period = qtr_measure_get_due (plan, measure, quarter, QTR_PERIOD_UNSET);

  for (int i = 1; measure->frequency == QTR_FREQUENCY_YEAR && !qtr_period_is_set (period) && i < 4; i++)
    period = qtr_measure_get_due (plan, measure, qtr_period_add (quarter, -i), QTR_PERIOD_UNSET);
  return period;
}

static gboolean
find_other_period (const QtrFigureLink *link, QtrPeriod period, QtrPeriod *other)
{
  gboolean is_last_quarter = g_strcmp0 (link->on, "last-quarter") == 0;

  *other = is_last_quarter ? qtr_period_add (period, -1) : qtr_period_year_before (period);
  return link->on == NULL || is_last_quarter || g_str_equal (link->on, "last-year");
}

static char *
print_form (const QtrFigureForm *form, const QtrFigureLink *link, const QtrPlan *plan,
            const QtrUpdate *update, const QtrMeasure *measure)
{
  g_autoptr (QtrReadings) readings = qtr_readings_new (plan, update, measure, link->area);
  QtrFigureContext context = { plan, measure, readings, find_period (plan, update, measure),
                               QTR_PERIOD_UNSET };

  if (!qtr_period_is_set (context.period) || !find_other_period (link, context.period, &context.other))
    return NULL;

  return form->print (&context);
}

static QtrFigureState
look_up (const QtrFigureLink *link, const QtrPlan *plan, const QtrUpdate *update, char **words)
{
  const QtrMeasure *measure = qtr_list_find (plan->measures, link->measure, NULL);
  const QtrFigureForm *form = qtr_figure_form_find (link->form);
  QtrPeriod other = QTR_PERIOD_UNSET;

  if (measure == NULL)
    return form == NULL ? QTR_FIGURE_NONE : QTR_FIGURE_NO_MEASURE;
  if (form == NULL || !find_other_period (link, qtr_plan_parse_period (plan, update->quarter), &other))
    return QTR_FIGURE_NO_FORM;

  *words = print_form (form, link, plan, update, measure);
  if (*words != NULL)
    return QTR_FIGURE_KNOWN;

  /* Translators: stands in a text for a figure that is not known. */
  *words = g_strdup (_ ("[no figure]"));
  return QTR_FIGURE_NO_VALUE;
}

QtrFigureState
qtr_figure_link_print (const QtrFigureLink *link, const QtrPlan *plan, const QtrUpdate *update, char **words)
{
  QtrFigureState state = QTR_FIGURE_KNOWN;

  *words = NULL;
  state = look_up (link, plan, update, words);
  /* What is not there cannot be overridden, either. */
  if (link->text != NULL && state != QTR_FIGURE_NO_MEASURE && state != QTR_FIGURE_NONE) {
    g_free (*words);
    *words = g_strdup (link->text);
    return QTR_FIGURE_OVERRIDDEN;
  }
  if (*words == NULL)
    *words = qtr_figure_link_to_string (link);
  return state;
}
