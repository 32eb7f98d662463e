/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/error.h"
#include "merge/merge.h"
#include "store/document-guard.h"
#include "store/document-private.h"

/* --- Loading --- */

typedef struct {
  GFile *file;
  QtrFileContent *content;
} Loaded;

static void
free_loaded (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->file);
  g_clear_pointer (&loaded->content, qtr_file_content_unref);
  g_free (loaded);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);
  GError *error = NULL;

  loaded->file = qtr_file_resolve (data);
  loaded->content = qtr_file_read (data, NULL, &error);
  if (loaded->content != NULL) {
    g_task_return_pointer (task, loaded, free_loaded);
  } else {
    free_loaded (loaded);
    g_task_return_error (task, error);
  }
}

void
qtr_document_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, qtr_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

QtrDocument *
qtr_document_load_finish (GAsyncResult *result, GError **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);
  QtrDocument *self = NULL;

  if (loaded == NULL)
    return NULL;
  self = qtr_document_new_loaded (loaded->file, loaded->content);
  free_loaded (loaded);
  return self;
}

/* --- Jobs: saving and looking --- */

/* How often a merge is done again in a worker because the plan was edited meanwhile, before it is done at
 * once. */
#define MERGES_MAX 10

typedef struct {
  gboolean is_look;
  /* Where to, if not to where it came from. */
  GFile *elsewhere;

  /* From here on as the job found it when it began. */
  GFile *file;
  GFile *own;
  QtrFileContent *known;
  /* The root that what comes is merged with: that of the beginning, and later what was made of it. */
  QtrPlan *plan;
  QtrPlan *now;
  guint n_merges;
  const QtrDocumentGuard *guard;

  /* What came of it. */
  QtrFileSaved saved;
  GError *error;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->elsewhere);
  g_clear_object (&job->file);
  g_clear_object (&job->own);
  g_clear_pointer (&job->known, qtr_file_content_unref);
  g_clear_pointer (&job->plan, qtr_record_unref);
  g_clear_pointer (&job->now, qtr_record_unref);
  qtr_file_saved_clear (&job->saved);
  g_clear_error (&job->error);
  g_free (job);
}

/* Runs a part of a job in a worker. The document does one job at a time, so that the job is the worker's
 * alone for as long as it runs. The document itself is not let near the worker, which might be the last to
 * hold it. */
static void
run_in_worker (GTask *task, GTaskThreadFunc work, GAsyncReadyCallback done)
{
  g_autoptr (GTask) part = g_task_new (NULL, NULL, done, task);

  g_task_set_task_data (part, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (part, work);
}

/* --- What is done in the worker --- */

/* Without own changes, theirs are the plan. */
static void
look_at_file (Job *job)
{
  const QtrPlan *base = qtr_file_content_get_plan (job->known);
  const QtrPlan *theirs = NULL;

  job->saved.content = qtr_file_read (job->file, job->known, &job->error);
  if (job->saved.content == NULL)
    return;

  theirs = qtr_file_content_get_plan (job->saved.content);
  if (theirs == base)
    job->saved.plan = qtr_record_ref (job->plan);
  else if (job->plan == base)
    job->saved.plan = qtr_record_ref (theirs);
  else
    job->saved.plan = qtr_merge (base, job->plan, theirs, NULL);
}

static void
set_resolved (GFile **file)
{
  g_autoptr (GFile) given = *file;

  *file = given == NULL ? NULL : qtr_file_resolve (given);
}

static void
work_thread (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  /* A link to the document's own file is no other file. */
  set_resolved (&job->file);
  set_resolved (&job->own);
  if (job->own == NULL || !g_file_equal (job->file, job->own))
    g_clear_pointer (&job->known, qtr_file_content_unref);
  if (!job->is_look)
    qtr_document_guard_save (job->guard, job->plan);
  if (job->is_look)
    look_at_file (job);
  else
    qtr_file_save (job->file, job->plan, job->known, &job->saved, &job->error);
  g_task_return_boolean (part, TRUE);
}

static void
merge_again (Job *job)
{
  g_autoptr (QtrPlan) begun = g_steal_pointer (&job->plan);
  g_autoptr (QtrPlan) came = g_steal_pointer (&job->saved.plan);

  job->plan = qtr_record_ref (job->now);
  job->saved.plan = begun == came ? qtr_record_ref (job->now) : qtr_merge (begun, job->now, came, NULL);
}

static void
merge_thread (GTask *part, gpointer source, gpointer data, GCancellable *cancellable)
{
  merge_again (data);
  g_task_return_boolean (part, TRUE);
}

/* --- One after the other --- */

static void worked_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
begin_next (QtrDocument *self)
{
  GTask *task = g_queue_peek_head (qtr_document_get_jobs (self));
  Job *job = task == NULL ? NULL : g_task_get_task_data (task);
  const QtrFileContent *content = qtr_document_get_content (self);

  if (task == NULL)
    return;
  g_set_object (&job->own, qtr_document_get_file (self));
  job->file = g_object_ref (job->elsewhere != NULL ? job->elsewhere : job->own);
  job->known = content == NULL ? NULL : qtr_file_content_ref (content);
  job->plan = qtr_record_ref (qtr_document_get_plan (self));
  job->guard = qtr_document_get_guard (self);
  if (!job->is_look)
    qtr_document_end_run (self);
  run_in_worker (task, work_thread, worked_cb);
}

static void
answer (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Who asked for more saves knew of no question yet: they do not write over it before it was seen. */
static void
drop_saves (QtrDocument *self, const GError *error)
{
  GQueue *jobs = qtr_document_get_jobs (self);
  GList *next = NULL;

  for (GList *l = jobs->head; l != NULL; l = next) {
    Job *job = g_task_get_task_data (l->data);

    next = l->next;
    if (job->is_look)
      continue;
    job->error = g_error_copy (error);
    answer (l->data);
    g_queue_delete_link (jobs, l);
  }
}

static void
finish (GTask *task)
{
  g_autoptr (QtrDocument) self = g_object_ref (g_task_get_source_object (task));
  Job *job = g_task_get_task_data (task);

  g_queue_pop_head (qtr_document_get_jobs (self));
  if (g_error_matches (job->error, QTR_ERROR, QTR_ERROR_CONFLICT))
    drop_saves (self, job->error);
  begin_next (self);
  answer (task);
}

/* The plan may have been edited while the worker was at it: then what came is merged with that as well. */
static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  QtrDocument *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  const QtrPlan *now = qtr_document_get_plan (self);

  if (job->saved.content == NULL) {
    finish (task);
    return;
  }
  if (now != job->plan) {
    g_clear_pointer (&job->now, qtr_record_unref);
    job->now = qtr_record_ref (now);
    if (job->plan != job->saved.plan && job->n_merges++ < MERGES_MAX) {
      run_in_worker (task, merge_thread, worked_cb);
      return;
    }
    merge_again (job);
  }
  qtr_document_take_in (self, job->file, job->saved.content, job->saved.plan);
  finish (task);
}

static void
add_job (QtrDocument *self, GTask *task, gboolean is_look, GFile *elsewhere)
{
  GQueue *jobs = qtr_document_get_jobs (self);
  Job *job = g_new0 (Job, 1);

  job->is_look = is_look;
  g_set_object (&job->elsewhere, elsewhere);
  g_task_set_task_data (task, job, free_job);
  g_queue_push_tail (jobs, task);
  if (jobs->length == 1)
    begin_next (self);
}

/* --- Saving --- */

void
qtr_document_save_async (QtrDocument *self, GFile *file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (QTR_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || qtr_document_get_file (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qtr_document_save_async);
  add_job (self, task, FALSE, file);
}

gboolean
qtr_document_save_finish (QtrDocument *self, GAsyncResult *result, char **notice, GError **error)
{
  Job *job = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (notice != NULL)
    *notice = g_steal_pointer (&job->saved.notice);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Looking --- */

void
qtr_document_look_async (QtrDocument *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (QTR_IS_DOCUMENT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, qtr_document_look_async);
  if (qtr_document_get_file (self) != NULL) {
    add_job (self, task, TRUE, NULL);
    return;
  }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
qtr_document_look_finish (QtrDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
