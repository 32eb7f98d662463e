/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/interval.h"

QtrInterval
qtr_interval_from_decimal (QtrDecimal printed)
{
  QtrRational middle = qtr_rational_from_decimal (printed);
  QtrRational unit = qtr_rational_from_decimal ((QtrDecimal) { 1, printed.scale });
  QtrRational half = qtr_rational_divide (unit, qtr_rational_new (2, 1));

  return (QtrInterval) { qtr_rational_subtract (middle, half), qtr_rational_add (middle, half) };
}

gboolean
qtr_interval_contains (QtrInterval interval, QtrRational number)
{
  int order;

  if (!qtr_rational_is_set (number))
    return FALSE;
  if (qtr_rational_compare (number, interval.low, &order) && order < 0)
    return FALSE;
  return !qtr_rational_compare (number, interval.high, &order) || order <= 0;
}

QtrInterval
qtr_interval_exactly (QtrRational number)
{
  return (QtrInterval) { number, number };
}

/* Whether @a is above @b; an open end is above and below nothing. */
static gboolean
is_above (QtrRational a, QtrRational b)
{
  int order = 0;

  return qtr_rational_compare (a, b, &order) && order > 0;
}

gboolean
qtr_interval_overlaps (QtrInterval a, QtrInterval b)
{
  return !is_above (a.low, b.high) && !is_above (b.low, a.high);
}

QtrInterval
qtr_interval_add (QtrInterval a, QtrInterval b)
{
  return (QtrInterval) { qtr_rational_add (a.low, b.low), qtr_rational_add (a.high, b.high) };
}

QtrInterval
qtr_interval_subtract (QtrInterval a, QtrInterval b)
{
  return (QtrInterval) { qtr_rational_subtract (a.low, b.high), qtr_rational_subtract (a.high, b.low) };
}

QtrInterval
qtr_interval_multiply (QtrInterval a, QtrInterval b)
{
  return (QtrInterval) { qtr_rational_multiply (a.low, b.low), qtr_rational_multiply (a.high, b.high) };
}

QtrInterval
qtr_interval_divide (QtrInterval a, QtrInterval b)
{
  return (QtrInterval) { qtr_rational_divide (a.low, b.high), qtr_rational_divide (a.high, b.low) };
}
