/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/new-quarter.h"

#include "model/edit-plan.h"

QtrPeriod
qtr_new_quarter_propose (const QtrPlan *plan)
{
  QtrPeriod next = qtr_plan_get_next_quarter (plan);
  g_autoptr (GDateTime) now = NULL;

  if (qtr_period_is_set (next))
    return next;

  now = g_date_time_new_now_local ();
  return qtr_period_add (qtr_period_from_date (QTR_PERIOD_QUARTER, g_date_time_get_year (now),
                                               g_date_time_get_month (now), plan->first_month),
                         -1);
}
