/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/table-mapping.h"

G_BEGIN_DECLS

/**
 * QtrTableCalendar:
 * @first_month: the month with which financial years begin, 1 to 12
 * @plan_first_month: and those of the plan
 *
 * How the periods of a table are to be read; the rest as in #QtrTableMapping.
 */
typedef struct {
  int first_month;
  int plan_first_month;
  QtrTableDates dates;
  QtrTableDash dash;
  QtrTableYears years;
  QtrTableLength length;
  int ends;
} QtrTableCalendar;

QtrTableCalendar qtr_table_calendar_new (const QtrTableMapping *mapping, int plan_first_month);

/**
 * qtr_table_period_read:
 * @text: a cell: `2019-12`, `Dec-19`, `01/12/2019`, `Q3 2019/20`, `2019 Q4`, `year ending March 2020`
 * @provisional: (out) (optional): whether a mark beside it says so
 *
 * Reads a period. What could be either of two is refused, unless @calendar says which.
 *
 * Returns: %TRUE, or %FALSE with %QTR_ERROR_PERIOD
 */
gboolean qtr_table_period_read (const QtrTableCalendar *calendar, const char *text, QtrPeriod *period,
                                gboolean *provisional, GError **error);

/**
 * qtr_table_period_to_words:
 *
 * Returns: (transfer full): a period as it is counted in the plan's financial years and in the calendar's:
 *   `Q3 2019/20 (Q4 2019, October to December 2019)`
 */
char *qtr_table_period_to_words (QtrPeriod period, int first_month);

/**
 * QtrTablePeriodSigns:
 *
 * What the cells of a column give away about how they are to be read, gathered one by one.
 */
typedef struct {
  guint n_read;
  guint n_unread;
  guint n_dates;
  guint n_slashed;
  guint n_day_first;
  guint n_month_first;
  guint n_dash_only_year;
  guint n_dash_only_month;
  guint n_dash_either;
  int first_date;
  int months_apart;
} QtrTablePeriodSigns;

void qtr_table_period_signs_add (QtrTablePeriodSigns *signs, const QtrTableCalendar *calendar,
                                 const char *text);

G_END_DECLS
