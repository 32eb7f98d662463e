/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrPeriodParts:
 *
 * What a pattern has read out of the words of a period. Months are 1 to 12; what the pattern does not have is
 * zero.
 */
typedef struct {
  int year;
  int end_year;
  int month;
  int end_month;
  int quarter;
  int day;
} QtrPeriodParts;

/**
 * qtr_period_fold:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text with its spaces made one, its dashes hyphens and its capitals small, as
 *   patterns are matched against
 */
char *qtr_period_fold (const char *text);

/**
 * qtr_period_match:
 * @pattern: in it Y is a year, E the year after it (in two digits or four), S a year in two digits, T the one
 *   after that, Z another year, M a month in two digits, N one in one or two, B the name of one, C the name
 * of another, D a day and Q a quarter's number; anything else stands for itself
 * @folded: as qtr_period_fold() makes it
 * @parts: (out caller-allocates): what was read
 *
 * Returns: whether the whole text fits the pattern
 */
gboolean qtr_period_match (const char *pattern, const char *folded, QtrPeriodParts *parts);

/**
 * qtr_period_month_name:
 * @month: 1 to 12
 *
 * Returns: (transfer none): its name, translated
 */
const char *qtr_period_month_name (int month);

G_END_DECLS
