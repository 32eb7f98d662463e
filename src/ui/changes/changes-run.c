/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/changes-run.h"

#include "ui/changes/change-list.h"

typedef struct {
  QtrPlan *before;
  QtrPlan *now;
  QtrPeriod quarter;
} Question;

struct _QtrChangesRun {
  QtrChangesDone done;
  gpointer data;

  Question *asked;
  GCancellable *running;
};

static void
free_question (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->before, qtr_record_unref);
  g_clear_pointer (&question->now, qtr_record_unref);
  g_free (question);
}

static Question *
make_question (const QtrPlan *before, const QtrPlan *now, QtrPeriod quarter)
{
  Question *question = g_new0 (Question, 1);

  question->before = before == NULL ? NULL : qtr_record_ref (before);
  question->now = qtr_record_ref (now);
  question->quarter = quarter;
  return question;
}

static gboolean
is_same (const Question *one, const Question *other)
{
  return one->before == other->before && one->now == other->now &&
         (one->before != NULL || qtr_period_compare (one->quarter, other->quarter) == 0);
}

static void
answer (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GPtrArray *items = question->before == NULL
                         ? qtr_change_list_new_for_quarter (question->now, question->quarter)
                         : qtr_change_list_new (question->before, question->now);

  g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
}

static void start (QtrChangesRun *self);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  QtrChangesRun *self = user_data;
  GTask *task = G_TASK (result);
  const Question *question = g_task_get_task_data (task);
  g_autoptr (GPtrArray) items = g_task_propagate_pointer (task, NULL);

  /* Who asked is gone. */
  if (items == NULL)
    return;

  g_clear_object (&self->running);
  if (self->asked == NULL || is_same (question, self->asked))
    self->done (items, self->data);
  else
    start (self);
}

static void
start (QtrChangesRun *self)
{
  g_autoptr (GTask) task = NULL;

  self->running = g_cancellable_new ();
  task = g_task_new (NULL, self->running, answered_cb, self);
  g_task_set_source_tag (task, start);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, make_question (self->asked->before, self->asked->now, self->asked->quarter),
                        free_question);
  g_task_run_in_thread (task, answer);
}

QtrChangesRun *
qtr_changes_run_new (QtrChangesDone done, gpointer data)
{
  QtrChangesRun *self = g_new0 (QtrChangesRun, 1);

  self->done = done;
  self->data = data;
  return self;
}

void
qtr_changes_run_free (QtrChangesRun *self)
{
  /* The answer that is still to come finds that out, and touches nothing of this. */
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_pointer (&self->asked, free_question);
  g_free (self);
}

gboolean
qtr_changes_run_ask (QtrChangesRun *self, const QtrPlan *before, const QtrPlan *now, QtrPeriod quarter)
{
  Question *question = make_question (before, now, quarter);

  if (self->asked != NULL && is_same (self->asked, question)) {
    free_question (question);
    return FALSE;
  }

  g_clear_pointer (&self->asked, free_question);
  self->asked = question;
  if (self->running == NULL)
    start (self);
  return TRUE;
}

void
qtr_changes_run_forget (QtrChangesRun *self)
{
  g_clear_pointer (&self->asked, free_question);
}

gboolean
qtr_changes_run_is_busy (const QtrChangesRun *self)
{
  return self->running != NULL;
}
