/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/history.h"

typedef struct {
  QtrPlan *before;
  QtrPlan *after;
  char *label;
  char *run;
} Step;

struct _QtrHistory {
  QtrPlan *plan;
  GPtrArray *steps;
  /* How many of the steps are done; those past it were undone. */
  guint position;
};

static void
free_step (gpointer data)
{
  Step *step = data;

  qtr_record_unref (step->before);
  qtr_record_unref (step->after);
  g_free (step->label);
  g_free (step->run);
  g_free (step);
}

QtrHistory *
qtr_history_new (const QtrPlan *plan)
{
  QtrHistory *history = g_new0 (QtrHistory, 1);

  history->plan = qtr_record_ref (plan);
  history->steps = g_ptr_array_new_with_free_func (free_step);
  return history;
}

void
qtr_history_free (QtrHistory *history)
{
  g_ptr_array_unref (history->steps);
  qtr_record_unref (history->plan);
  g_free (history);
}

const QtrPlan *
qtr_history_get_plan (const QtrHistory *history)
{
  return history->plan;
}

static Step *
get_step (const QtrHistory *history, guint index)
{
  return index < history->steps->len ? g_ptr_array_index (history->steps, index) : NULL;
}

static void
set_plan (QtrHistory *history, const QtrPlan *plan)
{
  QtrPlan *old = history->plan;

  history->plan = qtr_record_ref (plan);
  qtr_record_unref (old);
}

static gboolean
join (Step *last, QtrPlan *plan, const char *run)
{
  if (last == NULL || run == NULL || g_strcmp0 (last->run, run) != 0)
    return FALSE;

  qtr_record_unref (last->after);
  last->after = qtr_record_ref (plan);
  return TRUE;
}

void
qtr_history_add (QtrHistory *history, QtrPlan *plan, const char *label, const char *run)
{
  g_ptr_array_set_size (history->steps, history->position);
  if (!join (history->position == 0 ? NULL : get_step (history, history->position - 1), plan, run)) {
    Step *step = g_new0 (Step, 1);

    step->before = qtr_record_ref (history->plan);
    step->after = qtr_record_ref (plan);
    step->label = g_strdup (label);
    step->run = g_strdup (run);
    g_ptr_array_add (history->steps, step);
    history->position++;
  }
  set_plan (history, plan);
  qtr_record_unref (plan);
}

void
qtr_history_end_run (QtrHistory *history)
{
  Step *last = history->position == 0 ? NULL : get_step (history, history->position - 1);

  if (last != NULL)
    g_clear_pointer (&last->run, g_free);
}

gboolean
qtr_history_undo (QtrHistory *history)
{
  if (history->position == 0)
    return FALSE;

  qtr_history_end_run (history);
  history->position--;
  set_plan (history, get_step (history, history->position)->before);
  return TRUE;
}

gboolean
qtr_history_redo (QtrHistory *history)
{
  Step *step = get_step (history, history->position);

  if (step == NULL)
    return FALSE;

  history->position++;
  set_plan (history, step->after);
  return TRUE;
}

const char *
qtr_history_get_undo_label (const QtrHistory *history)
{
  return history->position == 0 ? NULL : get_step (history, history->position - 1)->label;
}

const char *
qtr_history_get_redo_label (const QtrHistory *history)
{
  const Step *step = get_step (history, history->position);

  return step == NULL ? NULL : step->label;
}
