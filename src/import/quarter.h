/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

#define QTR_QUARTER_MONTH "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?"

/* A date as front pages have it. */
#define QTR_QUARTER_DATE \
  "(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?" QTR_QUARTER_MONTH \
  ",?\\s+\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})(?!\\d)|\\d{4}-\\d{2}(?:-\\d{2})?"

/**
 * qtr_quarter_find:
 * @first_month: of the financial year
 * @period: (out): the quarter
 * @start: (out): where in @text it begins, in bytes
 * @end: (out): and ends, brackets around it included
 *
 * Finds a quarter in any of the ways in which reports name theirs: `Quarter 3 2021/22`, `2021/22 – Q3`,
 * `Third quarter 2021/22`, `Q3: October–December 2021`, `quarter ending 31 December 2021`, `2021Q4`. Where
 * months are named, they decide. `Q3 2021` says nothing where the year does not begin in January.
 *
 * Returns: whether there is one
 */
gboolean qtr_quarter_find (const char *text, int first_month, QtrPeriod *period, int *start, int *end);

/**
 * qtr_quarter_parse_month:
 * @date: such as `31/12/2021`, `31 December 2021` or `Dec. 2021`; days stand before months
 *
 * Returns: its month, or an unset period
 */
QtrPeriod qtr_quarter_parse_month (const char *date);

G_END_DECLS
