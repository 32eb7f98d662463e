/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/update.h"
#include "ui/window-private.h"

static GPtrArray *
run_checks (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (!qtr_period_is_set (self->quarter) || qtr_plan_find_update (plan, self->quarter) == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  return qtr_checker_run (self->checker, plan, self->quarter, NULL);
}

void
qtr_window_check_now (QtrWindow *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = run_checks (self);

  qtr_outline_set_findings (self->outline, self->findings);
  qtr_priority_page_set_findings (self->priority_page, self->findings);
  qtr_front_page_set_findings (self->front_page, self->findings);
  qtr_inspector_set_findings (self->inspector, self->findings);
  qtr_window_update_commands (self);
}

static gboolean
check_cb (gpointer user_data)
{
  QtrWindow *self = QTR_WINDOW (user_data);

  self->check_source = 0;
  qtr_window_check_now (self);
  return G_SOURCE_REMOVE;
}

/* Below the priority of painting, so that the letter that was typed is seen before it is judged. */
void
qtr_window_check_later (QtrWindow *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);
}

void
qtr_window_stop_checks (QtrWindow *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->finding, qtr_finding_unref);
}
