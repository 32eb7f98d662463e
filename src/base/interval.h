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

G_END_DECLS
