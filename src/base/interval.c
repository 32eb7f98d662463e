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
