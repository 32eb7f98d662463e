/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/word.h"

G_BEGIN_DECLS

/**
 * QtrDateMention:
 * @words: where it stands
 * @first: the first month that it may be in, from January of the year 0; of a mention without a year, 0 to 11
 * @last: the last month that it may be in
 * @has_year: whether it says in which year
 * @day: the day of the month; 0: it says none
 * @weekday: from 1, a Monday, to 7; 0: it says none
 *
 * A time as people write it: "14 February 2020", "early 2020", "Winter 2019/20", "November".
 */
typedef struct {
  QtrSpan words;
  int first;
  int last;
  gboolean has_year;
  int day;
  int weekday;
} QtrDateMention;

/**
 * qtr_date_mentions_find:
 * @text: (nullable): where to look
 *
 * Returns: (transfer full) (element-type QtrDateMention): the times that it surely speaks of, in order
 */
GArray *qtr_date_mentions_find (const char *text);

G_END_DECLS
