/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/table-period.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/period-pattern.h"
#include "import/table-mark.h"

/* What a form of words means; the parts of the pattern are its own. */
typedef enum {
  MEANS_MONTH,
  MEANS_DATE,
  MEANS_DAY_FIRST,
  MEANS_MONTH_FIRST,
  MEANS_CALENDAR_QUARTER,
  MEANS_FINANCIAL_QUARTER,
  MEANS_SOME_QUARTER,
  MEANS_YEAR,
  MEANS_FINANCIAL_YEAR,
  MEANS_SPAN,
} Meaning;

typedef struct {
  const char *pattern;
  Meaning meaning;
} Form;

/* Patterns of base/period-pattern.h, tried against the whole of a cell, after its time of day was left out.
 */
static const Form FORMS[] = {
  { "Y-M", MEANS_MONTH },
  { "Y-E", MEANS_FINANCIAL_YEAR },
  { "Y/E", MEANS_FINANCIAL_YEAR },
  { "S/T", MEANS_FINANCIAL_YEAR },
  { "fy Y-E", MEANS_FINANCIAL_YEAR },
  { "fy Y/E", MEANS_FINANCIAL_YEAR },
  { "fyY-E", MEANS_FINANCIAL_YEAR },
  { "fyY/E", MEANS_FINANCIAL_YEAR },
  { "Y", MEANS_YEAR },
  { "B Y", MEANS_MONTH },
  { "B-Y", MEANS_MONTH },
  { "B S", MEANS_MONTH },
  { "B-S", MEANS_MONTH },
  { "Y B", MEANS_MONTH },
  { "Y-B", MEANS_MONTH },
  { "Y mN", MEANS_MONTH },
  { "Y-E mN", MEANS_SPAN },
  { "Y/E mN", MEANS_SPAN },
  { "Y/E B", MEANS_SPAN },
  { "Y-E B", MEANS_SPAN },
  { "N/Y", MEANS_MONTH },
  { "Y-M-D", MEANS_DATE },
  { "Y/M/D", MEANS_DATE },
  { "D B Y", MEANS_DATE },
  { "D-B-Y", MEANS_DATE },
  { "D-B-S", MEANS_DATE },
  { "D B S", MEANS_DATE },
  { "D/N/Y", MEANS_DAY_FIRST },
  { "D-N-Y", MEANS_DAY_FIRST },
  { "D.N.Y", MEANS_DAY_FIRST },
  { "D/N/S", MEANS_DAY_FIRST },
  { "N/D/Y", MEANS_MONTH_FIRST },
  { "N-D-Y", MEANS_MONTH_FIRST },
  { "N/D/S", MEANS_MONTH_FIRST },
  { "YqQ", MEANS_CALENDAR_QUARTER },
  { "Y qQ", MEANS_CALENDAR_QUARTER },
  { "Y-qQ", MEANS_CALENDAR_QUARTER },
  { "Y quarter Q", MEANS_CALENDAR_QUARTER },
  { "Y-E-qQ", MEANS_FINANCIAL_QUARTER },
  { "Y-E qQ", MEANS_FINANCIAL_QUARTER },
  { "Y-EqQ", MEANS_FINANCIAL_QUARTER },
  { "Y/E qQ", MEANS_FINANCIAL_QUARTER },
  { "Y/E-qQ", MEANS_FINANCIAL_QUARTER },
  { "Y/EqQ", MEANS_FINANCIAL_QUARTER },
  { "S/T qQ", MEANS_FINANCIAL_QUARTER },
  { "Y-E quarter Q", MEANS_FINANCIAL_QUARTER },
  { "Y/E quarter Q", MEANS_FINANCIAL_QUARTER },
  { "qQ Y-E", MEANS_FINANCIAL_QUARTER },
  { "qQ Y/E", MEANS_FINANCIAL_QUARTER },
  { "qQ-Y/E", MEANS_FINANCIAL_QUARTER },
  { "qQ S/T", MEANS_FINANCIAL_QUARTER },
  { "quarter Q Y-E", MEANS_FINANCIAL_QUARTER },
  { "quarter Q Y/E", MEANS_FINANCIAL_QUARTER },
  { "qQ Y", MEANS_SOME_QUARTER },
  { "qQ-Y", MEANS_SOME_QUARTER },
  { "quarter Q Y", MEANS_SOME_QUARTER },
  { "B-C Y", MEANS_SPAN },
  { "B to C Y", MEANS_SPAN },
  { "B-C S", MEANS_SPAN },
  { "B to C S", MEANS_SPAN },
  { "B Y-C Z", MEANS_SPAN },
  { "B Y to C Z", MEANS_SPAN },
};

/* Words before a month or a date that say what ends with it. */
static const struct {
  const char *words;
  QtrTableLength length;
} ENDINGS[] = {
  { "year ending ", QTR_TABLE_LENGTH_YEAR },
  { "year ended ", QTR_TABLE_LENGTH_YEAR },
  { "year to ", QTR_TABLE_LENGTH_YEAR },
  { "ye ", QTR_TABLE_LENGTH_YEAR },
  { "y/e ", QTR_TABLE_LENGTH_YEAR },
  { "12 months to ", QTR_TABLE_LENGTH_YEAR },
  { "12 months ending ", QTR_TABLE_LENGTH_YEAR },
  { "twelve months to ", QTR_TABLE_LENGTH_YEAR },
  { "quarter ending ", QTR_TABLE_LENGTH_QUARTER },
  { "quarter ended ", QTR_TABLE_LENGTH_QUARTER },
  { "quarter to ", QTR_TABLE_LENGTH_QUARTER },
  { "qe ", QTR_TABLE_LENGTH_QUARTER },
  { "3 months to ", QTR_TABLE_LENGTH_QUARTER },
  { "3 months ending ", QTR_TABLE_LENGTH_QUARTER },
  { "three months to ", QTR_TABLE_LENGTH_QUARTER },
  { "month ending ", QTR_TABLE_LENGTH_MONTH },
  { "month of ", QTR_TABLE_LENGTH_MONTH },
  { "as at ", QTR_TABLE_LENGTH_AS_WRITTEN },
  { "at ", QTR_TABLE_LENGTH_AS_WRITTEN },
};

QtrTableCalendar
qtr_table_calendar_new (const QtrTableMapping *mapping, int plan_first_month)
{
  return (QtrTableCalendar) {
    .first_month = mapping->first_month > 0 ? mapping->first_month : plan_first_month,
    .plan_first_month = plan_first_month,
    .dates = mapping->dates,
    .dash = mapping->dash,
    .years = mapping->years,
    .length = mapping->length,
    .ends = mapping->ends,
  };
}

/* --- From parts to a period --- */

static QtrPeriod
month_at (int year, int month)
{
  return qtr_period_from_date (QTR_PERIOD_MONTH, year, month, 1);
}

/* A quarter or a year over just these months, if somebody counts so: the calendar or the financial years. */
static QtrPeriod
from_months (const QtrTableCalendar *calendar, int start, QtrPeriodUnit unit)
{
  const int firsts[] = { calendar->plan_first_month, calendar->first_month, 1 };
  QtrPeriod first = { start, QTR_PERIOD_MONTH, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++) {
    QtrPeriod period = qtr_period_as_unit (first, unit, firsts[i]);

    if (period.start == start)
      return period;
  }
  return QTR_PERIOD_UNSET;
}

/* The period that ends with the month, or where nothing can end with it begins with it. */
static QtrPeriod
from_date (const QtrTableCalendar *calendar, int year, int month, QtrTableLength length, gboolean ends)
{
  QtrPeriod at = month_at (year, month);
  QtrPeriodUnit unit = length == QTR_TABLE_LENGTH_YEAR ? QTR_PERIOD_YEAR : QTR_PERIOD_QUARTER;
  QtrPeriod period;

  if (length == QTR_TABLE_LENGTH_AS_WRITTEN || length == QTR_TABLE_LENGTH_MONTH)
    return at;
  period = from_months (calendar, at.start - (int) unit + 1, unit);
  return qtr_period_is_set (period) || ends ? period : from_months (calendar, at.start, unit);
}

static QtrPeriod
from_year (const QtrTableCalendar *calendar, int year)
{
  if (calendar->ends > 0)
    return from_date (calendar, year, calendar->ends, QTR_TABLE_LENGTH_YEAR, TRUE);
  if (calendar->years == QTR_TABLE_YEARS_FINANCIAL)
    return qtr_period_from_date (QTR_PERIOD_YEAR, year, calendar->first_month, calendar->first_month);
  return qtr_period_from_date (QTR_PERIOD_YEAR, year, 1, 1);
}

static QtrPeriod
from_quarter (const QtrTableCalendar *calendar, const QtrPeriodParts *parts, int first_month)
{
  QtrPeriod first = qtr_period_from_date (QTR_PERIOD_QUARTER, parts->year, first_month, first_month);

  return from_months (calendar, qtr_period_add (first, parts->quarter - 1).start, QTR_PERIOD_QUARTER);
}

/* `2019/20 January` is a month of that year; `October to December 2019` are three, or twelve. */
static QtrPeriod
from_span (const QtrTableCalendar *calendar, const QtrPeriodParts *parts)
{
  int year = parts->year + (parts->month < calendar->first_month ? 1 : 0);
  int start;
  int end;

  if (parts->end_month == 0)
    return month_at (year, parts->month);
  start = month_at (parts->year, parts->month).start;
  end = month_at (parts->end_year > 0 ? parts->end_year : parts->year, parts->end_month).start;
  if (end - start == 2)
    return from_months (calendar, start, QTR_PERIOD_QUARTER);
  return end - start == 11 ? from_months (calendar, start, QTR_PERIOD_YEAR) : QTR_PERIOD_UNSET;
}

static QtrPeriod
from_some_quarter (const QtrTableCalendar *calendar, const QtrPeriodParts *parts)
{
  if (calendar->years == QTR_TABLE_YEARS_UNSAID && calendar->first_month != 1)
    return QTR_PERIOD_UNSET;
  return from_quarter (calendar, parts,
                       calendar->years == QTR_TABLE_YEARS_FINANCIAL ? calendar->first_month : 1);
}

static QtrPeriod
from_parts (const QtrTableCalendar *calendar, Meaning meaning, const QtrPeriodParts *parts)
{
  switch (meaning) {
  case MEANS_MONTH:
  case MEANS_DATE:
  case MEANS_DAY_FIRST:
  case MEANS_MONTH_FIRST:
    return from_date (calendar, parts->year, parts->month, calendar->length, FALSE);
  case MEANS_CALENDAR_QUARTER:
    return from_quarter (calendar, parts, 1);
  case MEANS_FINANCIAL_QUARTER:
    return from_quarter (calendar, parts, calendar->first_month);
  case MEANS_SOME_QUARTER:
    return from_some_quarter (calendar, parts);
  case MEANS_YEAR:
    return from_year (calendar, parts->year);
  case MEANS_FINANCIAL_YEAR:
    return qtr_period_from_date (QTR_PERIOD_YEAR, parts->year, calendar->first_month, calendar->first_month);
  case MEANS_SPAN:
    return from_span (calendar, parts);
  default:
    return QTR_PERIOD_UNSET;
  }
}

/* --- From words to parts --- */

static gboolean
form_applies (const Form *form, const QtrTableCalendar *calendar, const char *folded)
{
  QtrPeriodParts parts;

  if (form->meaning == MEANS_DAY_FIRST)
    return calendar->dates == QTR_TABLE_DAY_FIRST;
  if (form->meaning == MEANS_MONTH_FIRST)
    return calendar->dates == QTR_TABLE_MONTH_FIRST;
  if (calendar->dash == QTR_TABLE_DASH_YEAR && g_str_equal (form->pattern, "Y-M"))
    return !qtr_period_match ("Y-E", folded, &parts);
  return TRUE;
}

static const Form *
find_form (const QtrTableCalendar *calendar, const char *folded, QtrPeriodParts *parts)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++) {
    if (qtr_period_match (FORMS[i].pattern, folded, parts) && form_applies (&FORMS[i], calendar, folded))
      return &FORMS[i];
  }
  return NULL;
}

/* Spreadsheets write dates with the time of midnight. */
static void
drop_time (char *folded)
{
  char *time = strpbrk (folded, "t ");

  while (time != NULL &&
         !(g_ascii_isdigit (time[1]) && strspn (time + 1, "0123456789:.z") == strlen (time + 1)))
    time = strpbrk (time + 1, "t ");
  if (time != NULL && strchr (time, ':') != NULL)
    *time = '\0';
}

static const char *
skip_ending (const char *folded, QtrTableCalendar *calendar, gboolean *ends)
{
  *ends = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++) {
    if (!g_str_has_prefix (folded, ENDINGS[i].words))
      continue;
    if (ENDINGS[i].length != QTR_TABLE_LENGTH_AS_WRITTEN)
      calendar->length = ENDINGS[i].length;
    *ends = calendar->length > QTR_TABLE_LENGTH_MONTH;
    return folded + strlen (ENDINGS[i].words);
  }
  return folded;
}

/* `Apr 2019 - Mar 2020` is as clear without the spaces. */
static void
close_dashes (char *folded)
{
  char *out = folded;

  for (const char *at = folded; *at != '\0'; at++) {
    if (*at == ' ' && (at[1] == '-' || (out > folded && out[-1] == '-')))
      continue;
    *out++ = *at;
  }
  *out = '\0';
}

static char *
fold (const char *text, gboolean *provisional)
{
  QtrTableMark mark;
  g_autofree char *bare = g_strndup (text, qtr_table_mark_take (text, &mark));
  char *folded = qtr_period_fold (bare);

  if (provisional != NULL)
    *provisional = mark.provisional;
  close_dashes (folded);
  drop_time (folded);
  return folded;
}

static QtrPeriod
read_folded (const QtrTableCalendar *plain, const char *folded, const Form **form)
{
  QtrTableCalendar calendar = *plain;
  QtrPeriodParts parts;
  gboolean ends = FALSE;

  folded = skip_ending (folded, &calendar, &ends);
  *form = find_form (&calendar, folded, &parts);
  if (*form == NULL)
    return QTR_PERIOD_UNSET;
  if (!ends)
    return from_parts (&calendar, (*form)->meaning, &parts);
  return (*form)->meaning <= MEANS_MONTH_FIRST
             ? from_date (&calendar, parts.year, parts.month, calendar.length, TRUE)
             : QTR_PERIOD_UNSET;
}

static const char *
get_reason (const Form *form)
{
  if (form == NULL)
    return _ ("write for instance 2019-12, Dec-19, 2019 Q4 or Q3 2019/20");
  if (form->meaning == MEANS_SOME_QUARTER)
    return _ ("say whether its quarters are the calendar's or the financial year's");
  return _ ("neither the calendar nor the financial year has such a period");
}

gboolean
qtr_table_period_read (const QtrTableCalendar *calendar, const char *text, QtrPeriod *period,
                       gboolean *provisional, GError **error)
{
  g_autofree char *folded = fold (text, provisional);
  const Form *form = NULL;

  *period = read_folded (calendar, folded, &form);
  if (qtr_period_is_set (*period))
    return TRUE;
  /* Translators: a cell of a table, and what is to be done or why not. */
  g_set_error (error, QTR_ERROR, QTR_ERROR_PERIOD, _ ("“%s” is not understood as a period: %s"), text,
               get_reason (form));
  return FALSE;
}

char *
qtr_table_period_to_words (QtrPeriod period, int first_month)
{
  QtrPeriod other = qtr_period_as_unit (period, period.unit, period.first_month == 1 ? first_month : 1);
  g_autofree char *label = qtr_period_to_label (period);
  g_autofree char *other_label = qtr_period_to_label (other);
  g_autofree char *span = qtr_period_to_span (period);

  if (period.unit == QTR_PERIOD_MONTH)
    return g_steal_pointer (&label);
  if (other.start != period.start || first_month == 1)
    /* Translators: a period, and its months. */
    return g_strdup_printf (_ ("%s (%s)"), label, span);
  if (period.first_month == 1)
    /* Translators: a quarter in financial years, the same in calendar years, and its months. */
    return g_strdup_printf (_ ("%s (%s, %s)"), other_label, label, span);
  return g_strdup_printf (_ ("%s (%s, %s)"), label, other_label, span);
}

/* --- What a column gives away --- */

static int
common_divisor (int a, int b)
{
  while (b != 0) {
    int rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

static void
add_date_signs (QtrTablePeriodSigns *signs, const Form *form, const QtrPeriodParts *parts, const char *folded)
{
  int month = parts->year * 12 + parts->month - 1;

  if (form->meaning == MEANS_DAY_FIRST || form->meaning == MEANS_MONTH_FIRST) {
    QtrPeriodParts other;
    gboolean both = qtr_period_match ("D/N/Y", folded, &other) && qtr_period_match ("N/D/Y", folded, &other);

    signs->n_slashed++;
    signs->n_day_first += !both && form->meaning == MEANS_DAY_FIRST;
    signs->n_month_first += !both && form->meaning == MEANS_MONTH_FIRST;
  }
  if (signs->n_dates++ == 0)
    signs->first_date = month;
  signs->months_apart = common_divisor (signs->months_apart, ABS (month - signs->first_date));
}

/* A date that is none with the day first may be one with the month first. */
static const Form *
find_any_form (const QtrTableCalendar *calendar, const char *folded, QtrPeriodParts *parts)
{
  QtrTableCalendar other = *calendar;
  gboolean ends = FALSE;
  const char *rest = skip_ending (folded, &other, &ends);
  const Form *form = find_form (&other, rest, parts);

  if (form != NULL)
    return form;
  other.dates = QTR_TABLE_MONTH_FIRST;
  return find_form (&other, rest, parts);
}

void
qtr_table_period_signs_add (QtrTablePeriodSigns *signs, const QtrTableCalendar *calendar, const char *text)
{
  g_autofree char *folded = fold (text, NULL);
  QtrPeriodParts parts;
  gboolean month = qtr_period_match ("Y-M", folded, &parts);
  gboolean year = qtr_period_match ("Y-E", folded, &parts);
  const Form *form = find_any_form (calendar, folded, &parts);

  signs->n_dash_either += month && year;
  signs->n_dash_only_month += month && !year;
  signs->n_dash_only_year += year && !month;
  signs->n_read += form != NULL;
  signs->n_unread += form == NULL;
  if (form != NULL && form->meaning >= MEANS_DATE && form->meaning <= MEANS_MONTH_FIRST)
    add_date_signs (signs, form, &parts, folded);
}
