/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/history.h"

#include "merge/merge.h"

typedef struct {
  QtrPlan *before;
  QtrPlan *after;
  char *label;
  char *run;
} Step;

struct _QtrHistory {
  QtrPlan *plan;
  /* The own steps; undo and redo go along these. */
  GPtrArray *steps;
  /* How many of them are done; those past it were undone. */
  guint position;
  /* What others did, as far as it was not taken back. */
  GPtrArray *theirs;
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

static Step *
new_step (const QtrPlan *before, const QtrPlan *after, const char *label, const char *run)
{
  Step *step = g_new0 (Step, 1);

  step->before = qtr_record_ref (before);
  step->after = qtr_record_ref (after);
  step->label = g_strdup (label);
  step->run = g_strdup (run);
  return step;
}

QtrHistory *
qtr_history_new (const QtrPlan *plan)
{
  QtrHistory *history = g_new0 (QtrHistory, 1);

  history->plan = qtr_record_ref (plan);
  history->steps = g_ptr_array_new_with_free_func (free_step);
  history->theirs = g_ptr_array_new_with_free_func (free_step);
  return history;
}

void
qtr_history_free (QtrHistory *history)
{
  g_ptr_array_unref (history->theirs);
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

/* Both may be one and the same. */
static void
set_root (QtrPlan **root, const QtrPlan *plan)
{
  QtrPlan *old = *root;

  *root = qtr_record_ref (plan);
  qtr_record_unref (old);
}

static gboolean
join (Step *last, const QtrPlan *plan, const char *run)
{
  if (last == NULL || run == NULL || g_strcmp0 (last->run, run) != 0)
    return FALSE;

  set_root (&last->after, plan);
  return TRUE;
}

void
qtr_history_add (QtrHistory *history, QtrPlan *plan, const char *label, const char *run)
{
  g_ptr_array_set_size (history->steps, history->position);
  if (!join (history->position == 0 ? NULL : get_step (history, history->position - 1), plan, run)) {
    g_ptr_array_add (history->steps, new_step (history->plan, plan, label, run));
    history->position++;
  }
  set_root (&history->plan, plan);
  qtr_record_unref (plan);
}

void
qtr_history_end_run (QtrHistory *history)
{
  Step *last = history->position == 0 ? NULL : get_step (history, history->position - 1);

  if (last != NULL)
    g_clear_pointer (&last->run, g_free);
}

/* Takes the way from @from to @to, from wherever the plan is by now. What was signed was signed, and what was
 * done was done: neither is undone. */
static QtrPlan *
go (const QtrHistory *history, const QtrPlan *from, const QtrPlan *to)
{
  const QtrPlan *now = history->plan;
  g_autoptr (QtrPlan) there = now == from ? qtr_record_ref (to) : qtr_merge (from, now, to, NULL);

  return qtr_record_with (there, "sign_offs", now->sign_offs, "audit", now->audit, NULL);
}

gboolean
qtr_history_undo (QtrHistory *history)
{
  Step *step = NULL;
  g_autoptr (QtrPlan) undone = NULL;

  if (history->position == 0)
    return FALSE;

  qtr_history_end_run (history);
  step = get_step (history, --history->position);
  undone = go (history, step->after, step->before);
  /* From here on it is the step between these two, so that doing it again leads back to this very plan. */
  set_root (&step->after, history->plan);
  set_root (&step->before, undone);
  set_root (&history->plan, undone);
  return TRUE;
}

gboolean
qtr_history_redo (QtrHistory *history)
{
  Step *step = get_step (history, history->position);
  g_autoptr (QtrPlan) done = NULL;

  if (step == NULL)
    return FALSE;

  history->position++;
  done = go (history, step->before, step->after);
  set_root (&step->before, history->plan);
  set_root (&step->after, done);
  set_root (&history->plan, done);
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

void
qtr_history_add_theirs (QtrHistory *history, QtrPlan *plan)
{
  /* What is typed from now on stands on what they did, and is a step of its own. */
  qtr_history_end_run (history);
  g_ptr_array_add (history->theirs, new_step (history->plan, plan, NULL, NULL));
  set_root (&history->plan, plan);
  qtr_record_unref (plan);
}

gboolean
qtr_history_undo_theirs (QtrHistory *history, const char *label)
{
  Step *last = NULL;

  if (history->theirs->len == 0)
    return FALSE;

  last = g_ptr_array_steal_index (history->theirs, history->theirs->len - 1);
  qtr_history_add (history, go (history, last->after, last->before), label, NULL);
  free_step (last);
  return TRUE;
}
