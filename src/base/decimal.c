/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/decimal-private.h"
#include "base/decimal.h"
#include "base/error.h"

gint64
qtr_decimal_power_of_ten (int exponent)
{
  gint64 power = 1;

  g_return_val_if_fail (exponent >= 0 && exponent <= QTR_DECIMAL_SCALE_MAX, 1);

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Why a text is no decimal, or nothing if it is one. */
static const char *
find_fault (const char *text)
{
  const char *digits = text + (*text == '-');
  gsize whole = strspn (digits, "0123456789");
  gsize fraction;

  if (whole == 0)
    return N_ ("it must begin with a digit");
  if (digits[whole] == '\0')
    return NULL;
  if (digits[whole] != '.')
    return N_ ("it may hold nothing but digits and one point");
  fraction = strspn (digits + whole + 1, "0123456789");
  if (fraction == 0 || digits[whole + 1 + fraction] != '\0')
    return N_ ("only digits may follow the point");
  if (fraction > QTR_DECIMAL_SCALE_MAX)
    return N_ ("it has too many digits after the point");
  return NULL;
}

/* Gathers the digits with their sign from the first on, because the lowest number has no positive twin. */
static gboolean
gather_digits (const char *text, QtrDecimal *number)
{
  gboolean negative = *text == '-';
  gboolean after_point = FALSE;
  QtrDecimal read = { 0, 0 };

  for (text += negative; *text != '\0'; text++) {
    if (*text == '.') {
      after_point = TRUE;
      continue;
    }
    if (__builtin_mul_overflow (read.digits, 10, &read.digits) ||
        __builtin_add_overflow (read.digits, negative ? '0' - *text : *text - '0', &read.digits))
      return FALSE;
    read.scale += after_point;
  }
  *number = read;
  return TRUE;
}

gboolean
qtr_decimal_parse (const char *text, QtrDecimal *number, GError **error)
{
  const char *fault;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  fault = find_fault (text);
  if (fault == NULL && gather_digits (text, number))
    return TRUE;
  if (fault == NULL)
    fault = N_ ("it has more digits than can be held exactly");
  /* Translators: the text that was given, and the reason why it is refused. */
  g_set_error (error, QTR_ERROR, QTR_ERROR_NUMBER, _ ("“%s” is not a number: %s"), text, _ (fault));
  return FALSE;
}

char *
qtr_decimal_to_string (QtrDecimal number)
{
  g_autofree char *digits = NULL;
  const char *sign = number.digits < 0 ? "-" : "";
  guint64 magnitude = number.digits < 0 ? -(guint64) number.digits : (guint64) number.digits;
  int whole;

  if (!qtr_decimal_is_set (number))
    return g_strdup ("");
  if (number.scale == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);
  digits = g_strdup_printf ("%0*" G_GINT64_MODIFIER "u", number.scale + 1, magnitude);
  whole = (int) strlen (digits) - number.scale;
  return g_strdup_printf ("%s%.*s.%s", sign, whole, digits, digits + whole);
}

gboolean
qtr_decimal_equal (QtrDecimal a, QtrDecimal b)
{
  if (!qtr_decimal_is_set (a) || !qtr_decimal_is_set (b))
    return qtr_decimal_is_set (a) == qtr_decimal_is_set (b);
  return a.digits == b.digits && a.scale == b.scale;
}

double
qtr_decimal_to_double (QtrDecimal number)
{
  if (!qtr_decimal_is_set (number))
    return NAN;
  return (double) number.digits / (double) qtr_decimal_power_of_ten (number.scale);
}
