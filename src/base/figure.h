/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/decimal.h"

G_BEGIN_DECLS

/**
 * QtrFigureUnit:
 *
 * What stands beside the digits of a figure.
 */
typedef enum {
  QTR_FIGURE_PLAIN,
  QTR_FIGURE_PERCENT,
  QTR_FIGURE_POUNDS,
} QtrFigureUnit;

/**
 * QtrFigure:
 * @value: the number it means, multipliers applied: 5400000 for `£5.4m`
 * @precision: ten to this power is what its last digit stands for: 5 for `£5.4m`, -1 for `12.5%`
 * @unit: what stands beside it
 *
 * A number as people write it, with what its last printed digit is worth.
 */
typedef struct {
  QtrDecimal value;
  int precision;
  QtrFigureUnit unit;
} QtrFigure;

/**
 * qtr_figure_parse:
 * @text: `1,234`, `12.5%`, `£5.4m`, `-3`, `1.2 million`, `three`, with any of the spaces and minus signs in
 * use
 * @figure: (out): what it says
 *
 * Reads a whole figure, as it is typed into a cell. Commas must stand between thousands.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_NUMBER that says what was not understood
 */
gboolean qtr_figure_parse (const char *text, QtrFigure *figure, GError **error);

/**
 * qtr_figure_format:
 * @unit: the measure's unit: `%`, `£`, or a noun, which is not printed; may be empty
 *
 * Returns: (transfer full): @number as British public bodies print it: `47,035`, `11.8%`, `£5,400`, `−3`
 */
char *qtr_figure_format (QtrDecimal number, const char *unit);

/**
 * qtr_figure_word_to_number:
 * @word: `three`, `Twelve`, `forty-two`
 *
 * Returns: the cardinal number that the word says, or -1
 */
gint64 qtr_figure_word_to_number (const char *word);

/**
 * qtr_figure_number_to_word:
 *
 * Returns: (transfer none) (nullable): the cardinal number in words, from zero to nineteen
 */
const char *qtr_figure_number_to_word (gint64 number);

G_END_DECLS
