/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/period.h"

/* How a period is worded. The words of the parser and of the labels are the same table. */

typedef struct {
  const char *full;
  const char *abbreviation;
  const char *variant; /* Read as well, in English only. */
} MonthName;

static const MonthName MONTHS[] = {
  { NC_ ("month", "January"), NC_ ("short month", "Jan") },
  { NC_ ("month", "February"), NC_ ("short month", "Feb") },
  { NC_ ("month", "March"), NC_ ("short month", "Mar") },
  { NC_ ("month", "April"), NC_ ("short month", "Apr") },
  { NC_ ("month", "May"), NC_ ("short month", "May") },
  { NC_ ("month", "June"), NC_ ("short month", "Jun") },
  { NC_ ("month", "July"), NC_ ("short month", "Jul") },
  { NC_ ("month", "August"), NC_ ("short month", "Aug") },
  { NC_ ("month", "September"), NC_ ("short month", "Sep"), "sept" },
  { NC_ ("month", "October"), NC_ ("short month", "Oct") },
  { NC_ ("month", "November"), NC_ ("short month", "Nov") },
  { NC_ ("month", "December"), NC_ ("short month", "Dec") },
};

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

/* In a pattern Y is the year, E the year that it ends in, M the month in two digits, B its name, Q the
 * quarter's number; anything else stands for itself. A form is tried against the whole text. */
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

/* What a form has read so far. */
typedef struct {
  int year;
  int month;
  int quarter;
} Reading;

static const char *
month_name (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", MONTHS[month - 1].full);
}

/* Reads exactly @count digits; -1 if there are fewer or more. */
static int
read_digits (const char **text, gsize count)
{
  int number = 0;

  if (strspn (*text, "0123456789") != count)
    return -1;
  for (gsize i = 0; i < count; i++)
    number = number * 10 + (*(*text)++ - '0');
  return number;
}

static gboolean
read_year (const char **text, Reading *reading)
{
  reading->year = read_digits (text, 4);
  return reading->year >= 0;
}

/* A year ends in the one after it, written with two digits or with four. */
static gboolean
read_end_year (const char **text, Reading *reading)
{
  gboolean is_long = strspn (*text, "0123456789") == 4;
  int end = read_digits (text, is_long ? 4 : 2);
  int expected = reading->year + 1;

  return end == (is_long ? expected : expected % 100);
}

static gboolean
read_month (const char **text, Reading *reading)
{
  reading->month = read_digits (text, 2);
  return reading->month >= 1 && reading->month <= 12;
}

static gboolean
read_quarter (const char **text, Reading *reading)
{
  reading->quarter = read_digits (text, 1);
  return reading->quarter >= 1 && reading->quarter <= 4;
}

static gboolean
skip_word (const char **text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length = strlen (folded);

  if (strncmp (*text, folded, length) != 0 || (*text)[length] != ' ')
    return FALSE;
  *text += length;
  return TRUE;
}

static gboolean
read_month_name (const char **text, Reading *reading)
{
  for (reading->month = 1; reading->month <= 12; reading->month++) {
    const MonthName *name = &MONTHS[reading->month - 1];

    if (skip_word (text, name->full) || skip_word (text, name->abbreviation) ||
        (name->variant != NULL && skip_word (text, name->variant)) ||
        skip_word (text, month_name (reading->month)) ||
        skip_word (text, g_dpgettext2 (GETTEXT_PACKAGE, "short month", name->abbreviation)))
      return TRUE;
  }
  return FALSE;
}

static const struct {
  char letter;
  gboolean (*read) (const char **text, Reading *reading);
} PARTS[] = {
  { 'Y', read_year },       { 'E', read_end_year }, { 'M', read_month },
  { 'B', read_month_name }, { 'Q', read_quarter },
};

static gboolean
read_part (char letter, const char **text, Reading *reading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (PARTS[i].letter == letter)
      return PARTS[i].read (text, reading);
  return *(*text)++ == letter;
}

static gboolean
form_matches (const Form *form, const char *text, Reading *reading)
{
  for (const char *letter = form->pattern; *letter != '\0'; letter++)
    if (*text == '\0' || !read_part (*letter, &text, reading))
      return FALSE;
  return *text == '\0';
}

static gboolean
form_applies (const Form *form, int first_month)
{
  return form->years == YEARS_CALENDAR || (form->years == YEARS_FINANCIAL) == (first_month != 1);
}

static QtrPeriod
period_from_reading (const Form *form, const Reading *reading, int first_month)
{
  int first = form->years == YEARS_FINANCIAL ? first_month : 1;
  QtrPeriod period;

  if (form->unit == QTR_PERIOD_MONTH)
    return qtr_period_from_date (form->unit, reading->year, reading->month, first);
  period = qtr_period_from_date (form->unit, reading->year, first, first);
  return form->unit == QTR_PERIOD_QUARTER ? qtr_period_add (period, reading->quarter - 1) : period;
}

/* Spaces of any kind become one, dashes a hyphen, capitals small: a form then is plain text. */
static char *
simplify (const char *text)
{
  g_autoptr (GString) simple = g_string_new (NULL);
  gboolean space = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar letter = g_utf8_get_char (text);

    if (g_unichar_isspace (letter)) {
      space = simple->len > 0;
      continue;
    }
    if (space)
      g_string_append_c (simple, ' ');
    space = FALSE;
    if (letter >= 0x2010 && letter <= 0x2013)
      letter = '-';
    g_string_append_unichar (simple, letter);
  }
  return g_utf8_casefold (simple->str, (gssize) simple->len);
}

static gboolean
parse_simple (const char *text, int first_month, QtrPeriod *period)
{
  for (gsize i = 0; i < G_N_ELEMENTS (FORMS); i++) {
    Reading reading = { 0 };

    if (form_applies (&FORMS[i], first_month) && form_matches (&FORMS[i], text, &reading)) {
      *period = period_from_reading (&FORMS[i], &reading, first_month);
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
qtr_period_parse (const char *text, int first_month, QtrPeriod *period, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (first_month >= 1 && first_month <= 12, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (g_utf8_validate (text, -1, NULL)) {
    g_autofree char *simple = simplify (text);

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
  return g_strdup_printf (C_ ("month and year", "%s %d"), month_name (qtr_period_first_month (month)),
                          qtr_period_year (month));
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
    first_label = g_strdup (month_name (qtr_period_first_month (first)));
  else
    first_label = month_to_label (first);
  /* Translators: the first and the last month of a period: October to December 2019. */
  return g_strdup_printf (C_ ("span of months", "%s to %s"), first_label, last_label);
}
