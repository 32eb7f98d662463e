/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/period-pattern.h"
#include "base/period.h"

/* In which year a form counts, and for whom it is clear. */
typedef enum {
  YEARS_CALENDAR, /* always the calendar's */
  YEARS_FINANCIAL, /* the plan's, which then do not begin in January */
  YEARS_OWN_CALENDAR, /* the calendar's, and only where that is the plan's own */
} Years;

typedef struct {
  const char *pattern;
  QtrPeriodUnit unit;
  Years years;
} Form;

/* A form is tried against the whole text. */
static const Form FORMS[] = {
  { "Y-M", QTR_PERIOD_MONTH, YEARS_CALENDAR },
  { "YqQ", QTR_PERIOD_QUARTER, YEARS_CALENDAR },
  { "Y-E-qQ", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "Y", QTR_PERIOD_YEAR, YEARS_CALENDAR },
  { "Y/E", QTR_PERIOD_YEAR, YEARS_FINANCIAL },
  { "B Y", QTR_PERIOD_MONTH, YEARS_CALENDAR },
  { "qQ Y/E", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "qQ Y-E", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "quarter Q Y/E", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "quarter Q Y-E", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "Y/E qQ", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "Y-E qQ", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "Y/E quarter Q", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "Y-E quarter Q", QTR_PERIOD_QUARTER, YEARS_FINANCIAL },
  { "qQ Y", QTR_PERIOD_QUARTER, YEARS_OWN_CALENDAR },
  { "quarter Q Y", QTR_PERIOD_QUARTER, YEARS_OWN_CALENDAR },
  { "Y qQ", QTR_PERIOD_QUARTER, YEARS_OWN_CALENDAR },
};

static gboolean
form_applies (const Form *form, int first_month)
{
  return form->years == YEARS_CALENDAR || (form->years == YEARS_FINANCIAL) == (first_month != 1);
}

static QtrPeriod
period_from_reading (const Form *form, const QtrPeriodParts *reading, int first_month)
{
  int first = form->years == YEARS_FINANCIAL ? first_month : 1;
  QtrPeriod period;

  if (form->unit == QTR_PERIOD_MONTH)
    return qtr_period_from_date (form->unit, reading->year, reading->month, first);
  period = qtr_period_from_date (form->unit, reading->year, first, first);
  return form->unit == QTR_PERIOD_QUARTER ? qtr_period_add (period, reading->quarter - 1) : period;
}

static gboolean
parse_simple (const char *text, int first_month, QtrPeriod *period)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMS); i++) {
    QtrPeriodParts reading = { 0 };

    if (form_applies (&FORMS[i], first_month) && qtr_period_match (FORMS[i].pattern, text, &reading)) {
      *period = period_from_reading (&FORMS[i], &reading, first_month);
      return TRUE;
    }
  }
  return FALSE;
}

/* Longer is none of the forms that files are written in. */
#define WRITTEN_LENGTH_MAX 15

/* Files write a period in digits, strokes and one letter, and there are as many of them as values: folding
 * such a text is to put that letter in lower case, which needs no memory. */
static gboolean
parse_written (const char *text, int first_month, QtrPeriod *period)
{
  char simple[WRITTEN_LENGTH_MAX + 1];
  gsize length = strspn (text, "0123456789-/Qq");

  if (length > WRITTEN_LENGTH_MAX || text[length] != '\0')
    return FALSE;

  for (gsize i = 0; i <= length; i++)
    simple[i] = g_ascii_tolower (text[i]);
  return parse_simple (simple, first_month, period);
}

gboolean
qtr_period_parse (const char *text, int first_month, QtrPeriod *period, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (first_month >= 1 && first_month <= 12, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (parse_written (text, first_month, period))
    return TRUE;
  if (g_utf8_validate (text, -1, NULL)) {
    g_autofree char *simple = qtr_period_fold (text);

    if (parse_simple (simple, first_month, period))
      return TRUE;
  }
  shown = g_utf8_make_valid (text, -1);
  g_set_error (error, QTR_ERROR, QTR_ERROR_PERIOD,
               /* Translators: the text that was given. The examples are not to be translated. */
               _ ("“%s” is not a period; write for instance 2019-20-Q3, 2019Q4, 2019-12 or 2019/20"), shown);
  return FALSE;
}

/* The year that a period is counted in: `2019`, or `2019` and `20` with @between where it is not the
 * calendar's. */
static char *
year_to_string (QtrPeriod period, const char *between)
{
  int year = qtr_period_year (period);

  if (period.first_month == 1)
    return g_strdup_printf ("%04d", year);
  return g_strdup_printf ("%04d%s%02d", year, between, ABS (year + 1) % 100);
}

char *
qtr_period_to_string (QtrPeriod period)
{
  g_autofree char *year = NULL;

  switch ((QtrPeriodUnit) period.unit) {
  case QTR_PERIOD_MONTH:
    return g_strdup_printf ("%04d-%02d", qtr_period_year (period), qtr_period_first_month (period));
  case QTR_PERIOD_QUARTER:
    year = year_to_string (period, "-");
    return g_strdup_printf (period.first_month == 1 ? "%sQ%d" : "%s-Q%d", year,
                            qtr_period_quarter_number (period));
  case QTR_PERIOD_YEAR:
    return year_to_string (period, "/");
  case QTR_PERIOD_NONE:
  default:
    return g_strdup ("");
  }
}

static char *
month_to_label (QtrPeriod month)
{
  /* Translators: a month's name and its year. */
  return g_strdup_printf (C_ ("month and year", "%s %d"),
                          qtr_period_month_name (qtr_period_first_month (month)), qtr_period_year (month));
}

char *
qtr_period_to_label (QtrPeriod period)
{
  g_autofree char *year = NULL;

  switch ((QtrPeriodUnit) period.unit) {
  case QTR_PERIOD_MONTH:
    return month_to_label (period);
  case QTR_PERIOD_QUARTER:
    year = year_to_string (period, "/");
    /* Translators: a quarter's number and its year: Q3 2019/20. */
    return g_strdup_printf (_ ("Q%d %s"), qtr_period_quarter_number (period), year);
  case QTR_PERIOD_YEAR:
    return year_to_string (period, "/");
  case QTR_PERIOD_NONE:
  default:
    return g_strdup ("");
  }
}

char *
qtr_period_to_span (QtrPeriod period)
{
  QtrPeriod first = qtr_period_as_unit (period, QTR_PERIOD_MONTH, 1);
  QtrPeriod last = qtr_period_add (first, period.unit - 1);
  g_autofree char *first_label = NULL;
  g_autofree char *last_label = NULL;

  if (!qtr_period_is_set (period))
    return g_strdup ("");
  last_label = month_to_label (last);
  if (period.unit == QTR_PERIOD_MONTH)
    return g_steal_pointer (&last_label);
  if (qtr_period_year (first) == qtr_period_year (last))
    first_label = g_strdup (qtr_period_month_name (qtr_period_first_month (first)));
  else
    first_label = month_to_label (first);
  /* Translators: the first and the last month of a period: October to December 2019. */
  return g_strdup_printf (C_ ("span of months", "%s to %s"), first_label, last_label);
}
