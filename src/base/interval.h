/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/rational.h"

G_BEGIN_DECLS

/**
 * QtrInterval:
 *
 * The closed interval of numbers for which a printed number stands. Where an end is no number, the
 * interval is open to that side.
 */
typedef struct {
  QtrRational low;
  QtrRational high;
} QtrInterval;

/**
 * qtr_interval_from_decimal:
 *
 * Returns: all that rounds to @printed at its own scale: 11.8 stands for 11.75 to 11.85;
 *   no number could be any, so it is open to both sides
 */
QtrInterval qtr_interval_from_decimal (QtrDecimal printed);

/**
 * qtr_interval_contains:
 *
 * Returns: whether @number lies within, the ends included
 */
gboolean qtr_interval_contains (QtrInterval interval, QtrRational number);

/**
 * qtr_interval_exactly:
 *
 * Returns: that one number and no other
 */
QtrInterval qtr_interval_exactly (QtrRational number);

/**
 * qtr_interval_overlaps:
 *
 * Returns: whether some number lies within both
 */
gboolean qtr_interval_overlaps (QtrInterval a, QtrInterval b);

/**
 * qtr_interval_add:
 *
 * What follows is all that can come out of a number of the one and a number of the other, which are taken to
 * have nothing to do with each other. What overflows opens the interval to that side: it may grow, and never
 * shrinks.
 */
QtrInterval qtr_interval_add (QtrInterval a, QtrInterval b);
QtrInterval qtr_interval_subtract (QtrInterval a, QtrInterval b);

/**
 * qtr_interval_multiply:
 * @a: of numbers that are zero or above, as is @b
 */
QtrInterval qtr_interval_multiply (QtrInterval a, QtrInterval b);

/**
 * qtr_interval_divide:
 * @a: of numbers that are zero or above, as is @b
 *
 * Returns: as above; if @b reaches down to zero, the result is open upwards
 */
QtrInterval qtr_interval_divide (QtrInterval a, QtrInterval b);

G_END_DECLS
