/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "import/pattern.h"
#include "import/quarter.h"

#define DASH "\\x{2010}-\\x{2015}\\x{2212}-"
#define BETWEEN \
  "[\\s,:;(|" DASH "]{0,6}(?:(?:of|for|in)\\s+(?:the\\s+)?)?(?:f\\.?y\\.?\\s*|financial\\s+year\\s+)?"
#define NUMBERED "(?:quarter|qtr\\.?|q)[\\s-]*(?:[1-4]|one|two|three|four)(?!\\w)"
#define NAMED_NUMBER "(?:quarter|qtr\\.?|q)[\\s-]*(?<n>[1-4]|one|two|three|four)(?!\\w)"
#define NAMED_ORDINAL "(?<o>first|second|third|fourth|1st|2nd|3rd|4th)\\s+quarter"
#define NAMED "(?:" NAMED_NUMBER "|" NAMED_ORDINAL ")"
#define YEARS "(?<y>\\d{4}|\\d{2})\\s*[/" DASH "]\\s*(?<e>\\d{4}|\\d{2})(?!\\d)"
/* A year of two digits is not the end of one of four. */
#define YEARS_ALONE "(?<![\\d/])" YEARS

static QtrPattern number_first_pattern = { "\\b" NAMED BETWEEN YEARS, 0 };
static QtrPattern years_first_pattern = { YEARS_ALONE BETWEEN NAMED, 0 };
static QtrPattern months_pattern = { "(?:\\b" NUMBERED "[\\s,:;(" DASH "]{0,6})?\\b(?<a>" QTR_QUARTER_MONTH
                                     ")(?:\\s+(?<u>\\d{4}))?\\s*(?:to|until|and|[/" DASH "])\\s*"
                                     "(?<b>" QTR_QUARTER_MONTH ")\\s+(?<y>\\d{4})(?!\\d)"
                                     "(?:\\s*\\(" NUMBERED "\\))?",
                                     0 };
static QtrPattern ending_pattern = {
  "(?:\\b" NUMBERED "[\\s,:;(" DASH "]{0,6})?"
  "\\b(?:quarter|three\\s+months|3\\s+months)\\s+(?:ending|ended|end|to)\\s*:?\\s*(?:the\\s+)?"
  "(?<d>" QTR_QUARTER_DATE ")",
  0
};
static QtrPattern calendar_pattern = { "\\b(?<y>\\d{4})q(?<n>[1-4])\\b", 0 };
static QtrPattern own_first_pattern = { "\\b" NAMED BETWEEN "(?<y>\\d{4})(?!\\d|\\s*[/" DASH "]\\s*\\d)", 0 };
static QtrPattern own_last_pattern = { "(?<![\\d/" DASH "])(?<y>\\d{4})" BETWEEN NAMED, 0 };

static char *
fetch (GMatchInfo *info, const char *name)
{
  char *text = g_match_info_fetch_named (info, name);

  return text != NULL ? text : g_strdup ("");
}

/* Which of the four. */
static int
fetch_number (GMatchInfo *info)
{
  static const char *const words[] = { "1 one first 1st", "2 two second 2nd", "3 three third 3rd",
                                       "4 four fourth 4th" };
  g_autofree char *number = fetch (info, "n");
  g_autofree char *ordinal = fetch (info, "o");
  g_autofree char *lower = g_utf8_strdown (number[0] != '\0' ? number : ordinal, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    g_auto (GStrv) forms = g_strsplit (words[i], " ", -1);

    if (g_strv_contains ((const char *const *) forms, lower))
      return (int) i + 1;
  }
  return 0;
}

static QtrPeriod
quarter_of_year (int year, int number, int first_month)
{
  return qtr_period_add (qtr_period_from_date (QTR_PERIOD_QUARTER, year, first_month, first_month),
                         number - 1);
}

static gboolean
read_financial (GMatchInfo *info, int first_month, QtrPeriod *period)
{
  g_autofree char *first = fetch (info, "y");
  g_autofree char *last = fetch (info, "e");
  int year = atoi (first);
  int end = atoi (last);
  gboolean follows = strlen (last) == 4 ? end == year + 1 : end == (year + 1) % 100;

  if (!follows || first_month == 1 || (strlen (first) == 2 && strlen (last) == 4))
    return FALSE;
  *period = quarter_of_year (strlen (first) == 2 ? 2000 + year : year, fetch_number (info), first_month);
  return TRUE;
}

/* The quarter of the body's own year that ends with the month, if there is one. */
static gboolean
ends_quarter (QtrPeriod month, int first_month, QtrPeriod *period)
{
  if (!qtr_period_is_set (month))
    return FALSE;
  *period = qtr_period_as_unit (month, QTR_PERIOD_QUARTER, first_month);
  return period->start + 2 == month.start;
}

static QtrPeriod
month_of (const char *name, int year)
{
  static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  g_autofree char *lower = g_ascii_strdown (name, 3);
  const char *at = strstr (months, lower);

  /* Names of months do not overlap at a multiple of three. */
  while (at != NULL && (at - months) % 3 != 0)
    at = strstr (at + 1, lower);
  if (at == NULL || strlen (lower) < 3)
    return QTR_PERIOD_UNSET;
  return qtr_period_from_date (QTR_PERIOD_MONTH, year, (int) (at - months) / 3 + 1, 1);
}

static gboolean
read_months (GMatchInfo *info, int first_month, QtrPeriod *period)
{
  g_autofree char *first = fetch (info, "a");
  g_autofree char *last = fetch (info, "b");
  g_autofree char *first_year = fetch (info, "u");
  g_autofree char *year = fetch (info, "y");
  QtrPeriod end = month_of (last, atoi (year));
  QtrPeriod start = month_of (first, atoi (first_year[0] != '\0' ? first_year : year));

  if (first_year[0] == '\0' && start.start > end.start)
    start = qtr_period_add (start, -12);
  return ends_quarter (end, first_month, period) && start.start == period->start;
}

static gboolean
read_ending (GMatchInfo *info, int first_month, QtrPeriod *period)
{
  g_autofree char *date = fetch (info, "d");

  return ends_quarter (qtr_quarter_parse_month (date), first_month, period);
}

/* A quarter of the calendar is also one of any year that begins with one. */
static gboolean
read_calendar (GMatchInfo *info, int first_month, QtrPeriod *period)
{
  g_autofree char *year = fetch (info, "y");

  *period = quarter_of_year (atoi (year), fetch_number (info), 1);
  if ((first_month - 1) % 3 == 0)
    *period = qtr_period_as_unit (qtr_period_as_unit (*period, QTR_PERIOD_MONTH, 1), QTR_PERIOD_QUARTER,
                                  first_month);
  return TRUE;
}

static gboolean
read_own (GMatchInfo *info, int first_month, QtrPeriod *period)
{
  g_autofree char *year = fetch (info, "y");

  *period = quarter_of_year (atoi (year), fetch_number (info), 1);
  return first_month == 1;
}

static const struct {
  QtrPattern *pattern;
  gboolean (*read) (GMatchInfo *info, int first_month, QtrPeriod *period);
} forms[] = {
  { &months_pattern, read_months },          { &ending_pattern, read_ending },
  { &number_first_pattern, read_financial }, { &years_first_pattern, read_financial },
  { &calendar_pattern, read_calendar },      { &own_first_pattern, read_own },
  { &own_last_pattern, read_own },
};

static void
take_brackets (const char *text, int *start, int *end)
{
  int before = *start;
  int after = *end;

  while (before > 0 && text[before - 1] == ' ')
    before--;
  while (text[after] == ' ')
    after++;
  if (text[after] == ')' && memchr (text + *start, '(', (gsize) (*end - *start)) != NULL &&
      memchr (text + *start, ')', (gsize) (*end - *start)) == NULL)
    *end = after + 1;
  if (before == 0 || text[before - 1] != '(' || text[after] != ')')
    return;
  *start = before - 1;
  *end = after + 1;
}

gboolean
qtr_quarter_find (const char *text, int first_month, QtrPeriod *period, int *start, int *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GMatchInfo) info = NULL;
    gboolean more = qtr_pattern_match (forms[i].pattern, text, &info);

    for (; more; more = g_match_info_next (info, NULL)) {
      if (!forms[i].read (info, first_month, period))
        continue;
      g_match_info_fetch_pos (info, 0, start, end);
      take_brackets (text, start, end);
      return TRUE;
    }
  }
  return FALSE;
}

static QtrPeriod
month_of_numbers (int year, int month)
{
  if (month < 1 || month > 12)
    return QTR_PERIOD_UNSET;
  return qtr_period_from_date (QTR_PERIOD_MONTH, year < 100 ? 2000 + year : year, month, 1);
}

QtrPeriod
qtr_quarter_parse_month (const char *date)
{
  g_auto (GStrv) words = g_strsplit_set (date, " ,", -1);
  guint n = 0;
  int day, month, year;

  if (sscanf (date, "%4d-%2d", &year, &month) == 2 && strcspn (date, "-") == 4)
    return month_of_numbers (year, month);
  if (sscanf (date, "%2d%*1[/.-]%2d%*1[/.-]%4d", &day, &month, &year) == 3)
    return day >= 1 && day <= 31 ? month_of_numbers (year, month) : QTR_PERIOD_UNSET;
  for (guint i = 0; words[i] != NULL; i++) {
    if (words[i][0] != '\0')
      words[n++] = words[i];
    else
      g_free (words[i]);
  }
  words[n] = NULL;
  if (n < 2 || strspn (words[n - 1], "0123456789") != 4 || !g_ascii_isalpha (words[n - 2][0]))
    return QTR_PERIOD_UNSET;
  return month_of (words[n - 2], atoi (words[n - 1]));
}
