/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/import/table-reading.h"

#include "ui/import/table-memory.h"
#include "ui/import/table-words.h"

/* All that the worker needs; what it shares with the main thread never changes. */
typedef struct {
  QtrTableSource source;
  QtrPlan *plan;
  QtrTableMapping *mapping;
  gboolean recognise_periods;
  GKeyFile *memory;
  QtrTableReadingProgress progress;
  gpointer progress_data;
  /* Known once the source is open. */
  goffset size;
} Job;

/* How far it is, on its way to the main thread. */
typedef struct {
  GTask *task;
  double fraction;
} Step;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->source.file);
  g_clear_pointer (&job->source.bytes, g_bytes_unref);
  g_free (job->source.name);
  qtr_record_unref (job->plan);
  g_clear_pointer (&job->mapping, qtr_record_unref);
  g_key_file_unref (job->memory);
  g_free (job);
}

void
qtr_table_reading_free (QtrTableReading *self)
{
  g_clear_pointer (&self->base, qtr_record_unref);
  g_clear_pointer (&self->table, qtr_table_content_free);
  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->placed, qtr_table_placed_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self);
}

/* --- Progress --- */

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
tell_step_cb (gpointer data)
{
  Step *step = data;
  Job *job = g_task_get_task_data (step->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (step->task)) && !g_task_get_completed (step->task))
    job->progress (step->fraction, job->progress_data);
  return G_SOURCE_REMOVE;
}

static void
advance (goffset position, gpointer data)
{
  const Job *job = g_task_get_task_data (data);
  Step *step = g_new0 (Step, 1);

  *step =
      (Step) { g_object_ref (data), job->size > 0 ? MIN (1.0, (double) position / (double) job->size) : 0 };
  g_main_context_invoke_full (g_task_get_context (data), G_PRIORITY_DEFAULT_IDLE, tell_step_cb, step,
                              free_step);
}

/* --- The worker --- */

static GInputStream *
open_file (Job *job, GCancellable *cancellable, GError **error)
{
  GFileInputStream *stream = g_file_read (job->source.file, cancellable, error);
  g_autoptr (GFileInfo) info = NULL;

  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  job->size = info == NULL ? 0 : g_file_info_get_size (info);
  return G_INPUT_STREAM (stream);
}

static GInputStream *
open_source (Job *job, GCancellable *cancellable, GError **error)
{
  if (job->source.bytes == NULL)
    return open_file (job, cancellable, error);
  job->size = (goffset) g_bytes_get_size (job->source.bytes);
  return g_memory_input_stream_new_from_bytes (job->source.bytes);
}

static QtrTableContent *
read_with (GTask *task, const QtrTableMapping *mapping, GError **error)
{
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GInputStream) stream = open_source (job, cancellable, error);
  QtrTableRequest request = {
    .mapping = mapping,
    .first_month = job->plan->first_month,
    .recognise_periods = job->recognise_periods,
    .progress = advance,
    .progress_data = task,
  };

  return stream == NULL ? NULL : qtr_table_read (stream, &request, cancellable, error);
}

/* What was chosen for such a table the last time is right this time, too, if it fits. */
static QtrTableContent *
read_as_before (GTask *task, GError **error)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (QtrTableContent) table = read_with (task, NULL, error);
  g_autoptr (QtrTableMapping) remembered = NULL;
  QtrTableContent *again = NULL;

  if (table == NULL)
    return NULL;
  remembered = qtr_table_memory_find (job->memory, table);
  if (remembered == NULL || qtr_record_equal (remembered, table->mapping))
    return g_steal_pointer (&table);
  again = read_with (task, remembered, NULL);
  return again == NULL || again->obstacle != NULL ? g_steal_pointer (&table) : again;
}

static QtrTableReading *
make_reading (GTask *task, QtrTableContent *table)
{
  Job *job = g_task_get_task_data (task);
  QtrTableReading *reading = g_new0 (QtrTableReading, 1);
  g_autofree char *origin = qtr_table_make_origin (job->source.name, NULL);

  reading->base = qtr_record_ref (job->plan);
  reading->table = table;
  reading->rows = qtr_table_words_list_rows (table, job->plan);
  reading->plan =
      qtr_table_place (job->plan, table, &(QtrSource) { .origin = origin }, &reading->placed, NULL);
  reading->changes =
      reading->plan == NULL ? g_ptr_array_new () : qtr_table_words_list_changes (job->plan, reading->plan);
  return reading;
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  QtrTableContent *table =
      job->mapping == NULL ? read_as_before (task, &error) : read_with (task, job->mapping, &error);

  if (table == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, make_reading (task, table), (GDestroyNotify) qtr_table_reading_free);
}

void
qtr_table_reading_start (const QtrTableSource *source, const QtrPlan *plan, const QtrTableMapping *mapping,
                         gboolean recognise_periods, GCancellable *cancellable,
                         QtrTableReadingProgress progress, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->source.file = source->file == NULL ? NULL : g_object_ref (source->file);
  job->source.bytes = source->bytes == NULL ? NULL : g_bytes_ref (source->bytes);
  job->source.name = g_strdup (source->name);
  job->plan = qtr_record_ref (plan);
  job->mapping = mapping == NULL ? NULL : qtr_record_ref (mapping);
  job->recognise_periods = recognise_periods;
  job->memory = qtr_table_memory_load ();
  job->progress = progress;
  job->progress_data = user_data;
  g_task_set_source_tag (task, qtr_table_reading_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_thread);
}

QtrTableReading *
qtr_table_reading_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
