/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_DECIMAL_SCALE_MAX:
 *
 * The most digits after the point that a decimal holds.
 */
#define QTR_DECIMAL_SCALE_MAX 18

/**
 * QtrDecimal:
 * @digits: the number without its point
 * @scale: how many of the digits stand after the point, 0 to %QTR_DECIMAL_SCALE_MAX; negative: no number
 *
 * An exact decimal, as given: 4.0 is {40, 1} and not 4. A value, copied by assignment.
 */
typedef struct {
  gint64 digits;
  int scale;
} QtrDecimal;

#define QTR_DECIMAL_NONE ((QtrDecimal) { 0, -1 })

static inline gboolean
qtr_decimal_is_set (QtrDecimal number)
{
  return number.scale >= 0;
}

/**
 * qtr_decimal_parse:
 * @text: an optional minus sign, digits, and optionally a point and digits; nothing else
 * @number: (out): the number
 *
 * Reads a decimal as the file writes it. For what people type, see qtr_figure_parse().
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_NUMBER
 */
gboolean qtr_decimal_parse (const char *text, QtrDecimal *number, GError **error);

/**
 * qtr_decimal_to_string:
 *
 * Writes @number as the file does. The digits as given are kept, so that reading it again gives the same.
 *
 * Returns: (transfer full): for instance `-12.50`
 */
char *qtr_decimal_to_string (QtrDecimal number);

/**
 * qtr_decimal_equal:
 *
 * Returns: whether both are the same digits at the same scale; 4.0 and 4 differ
 */
gboolean qtr_decimal_equal (QtrDecimal a, QtrDecimal b);

/**
 * qtr_decimal_to_double:
 *
 * For coordinates and process limits only: nothing that is printed comes out of it.
 */
double qtr_decimal_to_double (QtrDecimal number);

G_END_DECLS
