/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/spelling/spelling-worker.h"

#include <libspelling.h>

#include "ui/spelling/spelling-words.h"

/* In the order of their urgency. */
typedef enum {
  JOB_SUGGEST,
  JOB_ADD,
  JOB_CHECK,
} JobKind;

typedef struct {
  JobKind kind;
  guint serial;
  char *text;
} Job;

struct _QtrSpellingWorker {
  GThreadPool *pool;
  guint n_jobs;
  gboolean closing;

  /* The thread's own. */
  GStrv languages;
  SpellingChecker *checker;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job);
}

static const char *
choose_language (QtrSpellingWorker *worker, SpellingProvider *provider)
{
  for (guint i = 0; worker->languages[i] != NULL; i++)
    if (spelling_provider_supports_language (provider, worker->languages[i]))
      return worker->languages[i];

  return NULL;
}

/* The languages are given up once they were tried, so that a missing dictionary is looked for once. */
static void
load (QtrSpellingWorker *worker)
{
  SpellingProvider *provider = NULL;
  const char *language = NULL;

  if (worker->languages == NULL)
    return;

  spelling_init ();
  provider = spelling_provider_get_default ();
  language = choose_language (worker, provider);
  if (language != NULL)
    worker->checker = spelling_checker_new (provider, language);
  g_clear_pointer (&worker->languages, g_strfreev);
}

static gboolean
is_right (SpellingChecker *checker, const char *word)
{
  g_autofree char *base = qtr_spelling_strip_possessive (word);

  return spelling_checker_check_word (checker, word, -1) ||
         (base != NULL && spelling_checker_check_word (checker, base, -1));
}

static GArray *
check (QtrSpellingWorker *worker, const char *text)
{
  GArray *misspelt = qtr_spelling_words_new ();
  g_autoptr (GArray) words = NULL;

  if (worker->checker == NULL)
    return misspelt;

  words = qtr_spelling_find_words (text);
  for (guint i = 0; i < words->len && !g_atomic_int_get (&worker->closing); i++) {
    const QtrSpellingWord *word = &g_array_index (words, QtrSpellingWord, i);

    if (!is_right (worker->checker, word->word))
      qtr_spelling_words_add (misspelt, word);
  }

  return misspelt;
}

static GStrv
suggest (QtrSpellingWorker *worker, const char *word)
{
  GStrv words = worker->checker == NULL || g_atomic_int_get (&worker->closing)
                    ? NULL
                    : spelling_checker_list_corrections (worker->checker, word);

  return words != NULL ? words : g_new0 (char *, 1);
}

static void
work (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  QtrSpellingWorker *worker = user_data;
  const Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (job->kind == JOB_ADD || !g_atomic_int_get (&worker->closing))
    load (worker);
  switch (job->kind) {
  case JOB_SUGGEST:
    g_task_return_pointer (task, suggest (worker, job->text), (GDestroyNotify) g_strfreev);
    break;
  case JOB_ADD:
    if (worker->checker != NULL)
      spelling_checker_add_word (worker->checker, job->text);
    g_task_return_boolean (task, TRUE);
    break;
  case JOB_CHECK:
  default:
    g_task_return_pointer (task, check (worker, job->text), (GDestroyNotify) g_array_unref);
  }
}

static int
compare_urgency (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *one = g_task_get_task_data ((GTask *) a);
  const Job *other = g_task_get_task_data ((GTask *) b);

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;

  return one->serial < other->serial ? -1 : 1;
}

static void
queue (QtrSpellingWorker *worker, JobKind kind, const char *text, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->serial = worker->n_jobs++;
  job->text = g_strdup (text);
  g_task_set_static_name (task, "spelling");
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (worker->pool, task, NULL);
}

void
qtr_spelling_worker_check_async (QtrSpellingWorker *worker, const char *text, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  queue (worker, JOB_CHECK, text, cancellable, callback, user_data);
}

GArray *
qtr_spelling_worker_check_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
qtr_spelling_worker_suggest_async (QtrSpellingWorker *worker, const char *word, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  queue (worker, JOB_SUGGEST, word, cancellable, callback, user_data);
}

GStrv
qtr_spelling_worker_suggest_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
qtr_spelling_worker_add (QtrSpellingWorker *worker, const char *word)
{
  queue (worker, JOB_ADD, word, NULL, NULL, NULL);
}

QtrSpellingWorker *
qtr_spelling_worker_new (const char *const *languages)
{
  QtrSpellingWorker *worker = g_new0 (QtrSpellingWorker, 1);

  worker->languages = g_strdupv ((GStrv) languages);
  worker->pool = g_thread_pool_new (work, worker, 1, TRUE, NULL);
  g_thread_pool_set_sort_function (worker->pool, compare_urgency, NULL);
  return worker;
}

void
qtr_spelling_worker_free (QtrSpellingWorker *worker)
{
  g_atomic_int_set (&worker->closing, TRUE);
  g_thread_pool_free (worker->pool, FALSE, TRUE);
  g_clear_object (&worker->checker);
  g_strfreev (worker->languages);
  g_free (worker);
}
