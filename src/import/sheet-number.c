/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/sheet-number.h"

#include <math.h>
#include <string.h>

#define DIGITS 15
#define DECIMALS_MAX 15
#define LENGTH_MAX 400

static double
read_value (const char *value, gboolean is_percent)
{
  double number = g_ascii_strtod (value, NULL);

  return isfinite (number) ? (is_percent ? number * 100 : number) : 0;
}

static char *
add_sign (const char *number, gboolean is_percent)
{
  return g_strconcat (number, is_percent ? "%" : "", NULL);
}

/* As many digits as are sure, and never an exponent. */
static char *
print_whole (double number)
{
  char digits[64];
  char plain[LENGTH_MAX];
  int exponent = number == 0 ? 0 : (int) floor (log10 (fabs (number)));
  int decimals = CLAMP (DIGITS - 1 - exponent, 0, 40);
  char *end = NULL;

  g_ascii_formatd (digits, sizeof digits, "%.15g", number);
  if (strchr (digits, 'e') == NULL)
    return g_strdup (digits);
  g_snprintf (digits, sizeof digits, "%%.%df", decimals);
  g_ascii_formatd (plain, sizeof plain, digits, number);
  end = plain + strlen (plain);
  while (decimals > 0 && end > plain && end[-1] == '0')
    *--end = '\0';
  if (end > plain && end[-1] == '.')
    end[-1] = '\0';
  return g_strdup (plain);
}

/* The digits of a text, of whatever kind of number. */
static char *
collect_digits (const char *shown)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (; *shown != '\0'; shown++) {
    if (g_ascii_isdigit (*shown))
      g_string_append_c (digits, *shown);
  }
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/* Which of the places between the digits is the decimal mark shows when the number is close enough to the
 * value. */
static char *
place_point (const char *digits, double number)
{
  gsize length = strlen (digits);
  double whole = g_ascii_strtod (digits, NULL);

  for (guint decimals = 0; decimals < MIN (length, DECIMALS_MAX); decimals++) {
    double unit = pow (10, -(double) decimals);

    if (fabs (whole * unit - fabs (number)) <= unit * 0.5000001)
      return g_strdup_printf ("%s%.*s%s%s", number < 0 && whole > 0 ? "-" : "", (int) (length - decimals),
                              digits, decimals > 0 ? "." : "", digits + length - decimals);
  }
  return NULL;
}

char *
qtr_sheet_number_shown (const char *value, const char *shown, gboolean is_percent)
{
  double number = read_value (value, is_percent);
  g_autofree char *digits = collect_digits (shown == NULL ? "" : shown);
  g_autofree char *placed = *digits == '\0' || strlen (digits) > DIGITS ? NULL : place_point (digits, number);
  g_autofree char *whole = placed != NULL ? g_steal_pointer (&placed) : print_whole (number);

  return add_sign (whole, is_percent);
}

char *
qtr_sheet_number_rounded (const char *value, guint decimals, gboolean is_percent)
{
  double number = read_value (value, is_percent);
  double unit = pow (10, MIN (decimals, DECIMALS_MAX));
  g_autofree char *format = g_strdup_printf ("%%.%uf", MIN (decimals, DECIMALS_MAX));
  char rounded[LENGTH_MAX];
  double scaled = 0;

  /* The digit after the fifteenth is noise, and must not decide about a half. */
  g_ascii_formatd (rounded, sizeof rounded, "%.15g", fabs (number) * unit);
  scaled = round (g_ascii_strtod (rounded, NULL));
  g_ascii_formatd (rounded, sizeof rounded, format, copysign (scaled, scaled > 0 ? number : 1) / unit);
  return add_sign (rounded, is_percent);
}

char *
qtr_sheet_date (const char *value, gboolean from_1904)
{
  double days = read_value (value, FALSE);
  g_autoptr (GDate) date = NULL;

  /* The last day that spreadsheets know is in the year 9999. */
  if (days < 1 || days > 2958465)
    return NULL;
  date = from_1904 ? g_date_new_dmy (1, 1, 1904) : g_date_new_dmy (30, 12, 1899);
  /* Excel holds 1900 for a leap year, so that its first two months are a day off. */
  g_date_add_days (date, (guint) days + (!from_1904 && days < 60 ? 1 : 0));
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}
