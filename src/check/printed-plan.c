/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/printed-plan.h"

/* In the order of the resolvers. */
enum {
  UPDATE_CHECKED,
  UPDATE_LISTED_BEFORE,
  UPDATE_QUARTER_BEFORE,
  UPDATE_YEAR_BEFORE,
  N_UPDATES,
};

struct _QtrPrintedPlan {
  QtrResolver *resolvers[N_UPDATES];
};

QtrPrintedPlan *
qtr_printed_plan_new (void)
{
  QtrPrintedPlan *self = g_new0 (QtrPrintedPlan, 1);

  for (guint i = 0; i < N_UPDATES; i++)
    self->resolvers[i] = qtr_resolver_new ();
  return self;
}

void
qtr_printed_plan_free (QtrPrintedPlan *self)
{
  for (guint i = 0; i < N_UPDATES; i++)
    qtr_resolver_free (self->resolvers[i]);
  g_free (self);
}

static gboolean
is_among (const QtrUpdate *const *updates, guint n_updates, const QtrUpdate *update)
{
  for (guint i = 0; i < n_updates; i++)
    if (updates[i] == update)
      return TRUE;

  return FALSE;
}

QtrPlan *
qtr_printed_plan_read (QtrPrintedPlan *self, const QtrPlan *plan, const QtrUpdate *update)
{
  QtrPeriod quarter = qtr_plan_parse_period (plan, update->quarter);
  const QtrUpdate *const updates[N_UPDATES] = {
    [UPDATE_CHECKED] = update,
    [UPDATE_LISTED_BEFORE] = qtr_plan_get_update_before (plan, update),
    [UPDATE_QUARTER_BEFORE] = qtr_plan_find_update (plan, qtr_period_add (quarter, -1)),
    [UPDATE_YEAR_BEFORE] = qtr_plan_find_update (plan, qtr_period_year_before (quarter)),
  };
  QtrPlan *printed = qtr_record_ref (plan);

  for (guint i = 0; i < N_UPDATES; i++) {
    g_autoptr (QtrPlan) before = printed;

    printed = updates[i] == NULL || is_among (updates, i, updates[i])
                  ? qtr_record_ref (before)
                  : qtr_plan_resolve (before, updates[i], self->resolvers[i]);
  }
  return printed;
}

const QtrResolver *
qtr_printed_plan_get_resolver (const QtrPrintedPlan *self)
{
  return self->resolvers[UPDATE_CHECKED];
}
