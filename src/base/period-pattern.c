/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/period-pattern.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct {
  const char *full;
  const char *abbreviation;
  const char *variant; /* Read as well, in English only. */
} MonthName;

/* What is read and what labels are made of is the same table. */
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

const char *
qtr_period_month_name (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", MONTHS[month - 1].full);
}

/* Years in two digits: before this one they are of this century. */
#define CENTURY_PIVOT 70

/* Reads at least @min and at most @max digits, all that there are; -1 if there are fewer or more. */
static int
read_digits (const char **text, gsize min, gsize max)
{
  gsize count = strspn (*text, "0123456789");
  int number = 0;

  if (count < min || count > max)
    return -1;
  for (gsize i = 0; i < count; i++)
    number = number * 10 + (*(*text)++ - '0');
  return number;
}

static gboolean
read_year (const char **text, QtrPeriodParts *parts)
{
  parts->year = read_digits (text, 4, 4);
  return parts->year >= 0;
}

static gboolean
read_other_year (const char **text, QtrPeriodParts *parts)
{
  parts->end_year = read_digits (text, 4, 4);
  return parts->end_year >= 0;
}

static gboolean
read_short_year (const char **text, QtrPeriodParts *parts)
{
  int year = read_digits (text, 2, 2);

  parts->year = year + (year < CENTURY_PIVOT ? 2000 : 1900);
  return year >= 0;
}

static gboolean
read_short_end_year (const char **text, QtrPeriodParts *parts)
{
  return read_digits (text, 2, 2) == (parts->year + 1) % 100;
}

/* A year ends in the one after it, written with two digits or with four. */
static gboolean
read_end_year (const char **text, QtrPeriodParts *parts)
{
  if (strspn (*text, "0123456789") == 4)
    return read_digits (text, 4, 4) == parts->year + 1;

  return read_short_end_year (text, parts);
}

static gboolean
read_month (const char **text, QtrPeriodParts *parts)
{
  parts->month = read_digits (text, 2, 2);
  return parts->month >= 1 && parts->month <= 12;
}

static gboolean
read_month_number (const char **text, QtrPeriodParts *parts)
{
  parts->month = read_digits (text, 1, 2);
  return parts->month >= 1 && parts->month <= 12;
}

static gboolean
read_quarter (const char **text, QtrPeriodParts *parts)
{
  parts->quarter = read_digits (text, 1, 1);
  return parts->quarter >= 1 && parts->quarter <= 4;
}

static gboolean
read_day (const char **text, QtrPeriodParts *parts)
{
  parts->day = read_digits (text, 1, 2);
  return parts->day >= 1 && parts->day <= 31;
}

/* "Mar" is not the beginning of another word. */
static gboolean
skip_word (const char **text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  gsize length = strlen (folded);

  if (strncmp (*text, folded, length) != 0 || g_unichar_isalpha (g_utf8_get_char (*text + length)))
    return FALSE;
  *text += length;
  return TRUE;
}

static int
read_name (const char **text)
{
  for (int month = 1; month <= 12; month++) {
    const MonthName *name = &MONTHS[month - 1];

    if (skip_word (text, name->full) || skip_word (text, name->abbreviation) ||
        (name->variant != NULL && skip_word (text, name->variant)) ||
        skip_word (text, qtr_period_month_name (month)) ||
        skip_word (text, g_dpgettext2 (GETTEXT_PACKAGE, "short month", name->abbreviation)))
      return month;
  }
  return 0;
}

static gboolean
read_month_name (const char **text, QtrPeriodParts *parts)
{
  parts->month = read_name (text);
  return parts->month > 0;
}

static gboolean
read_other_month_name (const char **text, QtrPeriodParts *parts)
{
  parts->end_month = read_name (text);
  return parts->end_month > 0;
}

static const struct {
  char letter;
  gboolean (*read) (const char **text, QtrPeriodParts *parts);
} PARTS[] = {
  { 'Y', read_year },
  { 'E', read_end_year },
  { 'S', read_short_year },
  { 'T', read_short_end_year },
  { 'Z', read_other_year },
  { 'M', read_month },
  { 'N', read_month_number },
  { 'B', read_month_name },
  { 'C', read_other_month_name },
  { 'D', read_day },
  { 'Q', read_quarter },
};

static gboolean
read_part (char letter, const char **text, QtrPeriodParts *parts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (PARTS[i].letter == letter)
      return PARTS[i].read (text, parts);
  return *(*text)++ == letter;
}

gboolean
qtr_period_match (const char *pattern, const char *folded, QtrPeriodParts *parts)
{
  *parts = (QtrPeriodParts) { 0 };
  for (; *pattern != '\0'; pattern++)
    if (*folded == '\0' || !read_part (*pattern, &folded, parts))
      return FALSE;
  return *folded == '\0';
}

char *
qtr_period_fold (const char *text)
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
