/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/recovered.h"

#include <glib/gi18n-lib.h>

#include "merge/diff.h"
#include "merge/merge.h"
#include "merge/share.h"
#include "store/file.h"
#include "store/recovery-about.h"

/* Times of files that are nearer to one another do not say which was first. */
#define TICK_US (20 * G_TIME_SPAN_MILLISECOND)

struct _QtrRecovered {
  GObject parent_instance;

  /* NULL once somebody else has it. */
  QtrRecoveryFolder *folder;
  char *title;
  gint64 time;
  GFile *file;
  QtrPlan *plan;
  QtrPlan *base;
  guint n_changes;
  char **sentences;
  gboolean has_newer_file;
  GError *error;
};

G_DEFINE_FINAL_TYPE (QtrRecovered, qtr_recovered, G_TYPE_OBJECT)

static void
qtr_recovered_finalize (GObject *object)
{
  QtrRecovered *self = QTR_RECOVERED (object);

  g_clear_pointer (&self->folder, qtr_recovery_folder_release);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->plan, qtr_record_unref);
  g_clear_pointer (&self->base, qtr_record_unref);
  g_clear_pointer (&self->sentences, g_strfreev);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (qtr_recovered_parent_class)->finalize (object);
}

static void
qtr_recovered_class_init (QtrRecoveredClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qtr_recovered_finalize;
}

static void
qtr_recovered_init (QtrRecovered *self)
{
}

/* --- Reading, in a worker thread --- */

static QtrPlan *
make_empty (const QtrPlan *plan)
{
  return qtr_record_new (&qtr_plan_type, "id", plan->record.id, NULL);
}

/* Without what the file held, nothing could be merged with the file: the plan is then one that was never
 * saved.
 */
static void
read_base (QtrRecovered *self)
{
  g_autoptr (GFile) file = qtr_recovery_folder_get_file (self->folder, QTR_RECOVERY_BASE);
  g_autoptr (GError) error = NULL;

  if (self->file == NULL)
    return;
  self->base = qtr_file_load (file, &error);
  if (self->base == NULL) {
    g_info ("what was recovered is taken as never saved: %s", error->message);
    g_clear_object (&self->file);
  }
}

static gboolean
read_plan (QtrRecovered *self, GFile *file)
{
  g_autoptr (QtrPlan) plan = qtr_file_load (file, &self->error);

  /* What a newer version left behind is for that version to go on with. */
  if (plan == NULL || !qtr_plan_check_format (plan, &self->error))
    return FALSE;

  self->plan = self->base == NULL ? g_steal_pointer (&plan) : qtr_share (plan, self->base);
  return TRUE;
}

static void
read_about (QtrRecovered *self)
{
  g_autofree char *uri = NULL;

  qtr_recovery_about_read (self->folder, &self->title, &uri);
  self->file = uri == NULL ? NULL : g_file_new_for_uri (uri);
}

static gint64
read_time (QtrRecovered *self, const char *name)
{
  g_autoptr (GFile) file = qtr_recovery_folder_get_file (self->folder, name);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info == NULL ? NULL : g_file_info_get_modification_date_time (info);

  return time == NULL ? 0 : g_date_time_to_unix_usec (time);
}

static void
compare (QtrRecovered *self)
{
  g_autoptr (QtrPlan) before = self->base == NULL ? make_empty (self->plan) : qtr_record_ref (self->base);
  g_autoptr (GPtrArray) changes = qtr_diff (before, self->plan);
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < changes->len; i++) {
    const QtrChange *change = g_ptr_array_index (changes, i);

    self->n_changes += change->is_within ? 0 : 1;
    g_strv_builder_take (sentences, qtr_change_to_sentence (change));
  }
  self->sentences = g_strv_builder_end (sentences);
}

/* Whether the last to write the file was the program that left this behind. */
static gboolean
is_own_save (QtrRecovered *self)
{
  g_autoptr (GFile) file = qtr_recovery_folder_get_file (self->folder, QTR_RECOVERY_SAVING);
  g_autoptr (GBytes) bytes = qtr_file_read_bytes (self->file, NULL);
  g_autofree char *noted = NULL;
  g_autofree char *digest = NULL;

  if (bytes == NULL || !g_file_get_contents (g_file_peek_path (file), &noted, NULL, NULL))
    return FALSE;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_str_equal (digest, noted);
}

/* From the saved plan on, only what was written afterwards is left to be saved. */
static void
go_on_from (QtrRecovered *self, const QtrPlan *saved)
{
  g_autoptr (QtrPlan) plan = g_steal_pointer (&self->plan);

  qtr_record_unref (self->base);
  self->base = qtr_record_ref (saved);
  self->plan = qtr_share (plan, saved);
}

/* The program may have died between saving and tidying up: then the file has all that was written before. */
static gboolean
is_saved (QtrRecovered *self)
{
  g_autoptr (QtrPlan) saved = self->file == NULL ? NULL : qtr_file_load (self->file, NULL);
  gint64 noted = read_time (self, QTR_RECOVERY_SAVING);

  if (saved == NULL)
    return self->plan == self->base;
  if (qtr_record_equal (saved, self->plan))
    return TRUE;
  if (is_own_save (self) && self->time < noted - TICK_US)
    return TRUE;
  if (is_own_save (self) && self->time > noted + TICK_US)
    go_on_from (self, saved);

  self->has_newer_file = !qtr_record_equal (saved, self->base);
  return self->plan == self->base;
}

static gboolean
is_worth_keeping (QtrRecovered *self)
{
  g_autoptr (GFile) file = qtr_recovery_folder_get_file (self->folder, QTR_RECOVERY_PLAN);

  /* Nobody wrote for long enough. */
  if (!g_file_query_exists (file, NULL))
    return FALSE;

  self->time = read_time (self, QTR_RECOVERY_PLAN);
  read_about (self);
  read_base (self);
  if (!read_plan (self, file))
    return TRUE;
  if (is_saved (self))
    return FALSE;
  compare (self);
  return TRUE;
}

static QtrRecovered *
find (const char *path)
{
  g_autoptr (QtrRecoveryFolder) folder = qtr_recovery_folder_hold (path);
  g_autoptr (QtrRecovered) self = NULL;

  if (folder == NULL)
    return NULL;

  self = g_object_new (QTR_TYPE_RECOVERED, NULL);
  self->folder = g_steal_pointer (&folder);
  if (is_worth_keeping (self))
    return g_steal_pointer (&self);

  g_clear_pointer (&self->folder, qtr_recovery_folder_remove);
  return NULL;
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const QtrRecovered *one = a;
  const QtrRecovered *other = b;

  if ((one->error == NULL) != (other->error == NULL))
    return one->error == NULL ? -1 : 1;

  return (one->time < other->time) - (one->time > other->time);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *root = qtr_recovery_folder_find_root ();
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (root, name, NULL);
    QtrRecovered *recovered = find (path);

    if (recovered != NULL)
      g_ptr_array_add (all, recovered);
  }
  g_ptr_array_sort_values (all, compare_found);
  g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

void
qtr_recovered_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, qtr_recovered_list_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, list_thread);
}

GPtrArray *
qtr_recovered_list_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* --- What was found --- */

const char *
qtr_recovered_get_title (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);

  if (self->title != NULL)
    return self->title;

  return self->plan != NULL && self->plan->title != NULL ? self->plan->title : _ ("A Plan");
}

gint64
qtr_recovered_get_time (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), 0);

  return self->time;
}

GFile *
qtr_recovered_get_file (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);

  return self->file;
}

const GError *
qtr_recovered_get_error (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);

  return self->error;
}

guint
qtr_recovered_count_changes (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), 0);

  return self->n_changes;
}

const char *const *
qtr_recovered_get_sentences (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);

  return (const char *const *) self->sentences;
}

gboolean
qtr_recovered_has_newer_file (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), FALSE);

  return self->has_newer_file;
}

/* --- What becomes of it --- */

QtrRecoveryFolder *
qtr_recovered_take_folder (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);

  return g_steal_pointer (&self->folder);
}

/* What no file has is a step, so that it can be told from a plan in which nothing was done. */
static QtrDocument *
open_unsaved (QtrRecovered *self)
{
  g_autoptr (QtrPlan) empty = make_empty (self->plan);
  QtrDocument *document = qtr_document_new (empty, NULL);

  qtr_document_commit (document, qtr_record_ref (self->plan), _ ("Recovering"), NULL);
  qtr_document_end_run (document);
  return document;
}

QtrDocument *
qtr_recovered_open (QtrRecovered *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED (self), NULL);
  g_return_val_if_fail (self->plan != NULL, NULL);

  return self->base == NULL ? open_unsaved (self)
                            : qtr_document_new_recovered (self->plan, self->base, self->file);
}

/* --- Into a document that is open already --- */

typedef struct {
  QtrDocument *document;
  QtrPlan *now;
  QtrPlan *merged;
} Merge;

static void
free_merge (gpointer data)
{
  Merge *merge = data;

  g_object_unref (merge->document);
  g_clear_pointer (&merge->now, qtr_record_unref);
  g_clear_pointer (&merge->merged, qtr_record_unref);
  g_free (merge);
}

static void
merge_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  QtrRecovered *self = source;
  Merge *merge = g_task_get_task_data (data);
  /* Where both cannot be had, what was written last of all stands, and the file's is the question. */
  g_autoptr (QtrPlan) merged = qtr_merge (self->base, self->plan, merge->now, NULL);

  merge->merged = qtr_share (merged, merge->now);
  g_task_return_boolean (task, TRUE);
}

static void start_merge (GTask *task);

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Merge *merge = g_task_get_task_data (task);

  /* Whoever wrote on meanwhile keeps it. */
  if (qtr_document_get_plan (merge->document) != merge->now) {
    start_merge (task);
    return;
  }
  qtr_document_end_run (merge->document);
  qtr_document_commit (merge->document, g_steal_pointer (&merge->merged), _ ("Recovering"), NULL);
  qtr_document_end_run (merge->document);
  g_task_return_boolean (task, TRUE);
}

static void
start_merge (GTask *task)
{
  Merge *merge = g_task_get_task_data (task);
  g_autoptr (GTask) step = g_task_new (g_task_get_source_object (task), NULL, merged_cb, g_object_ref (task));

  g_clear_pointer (&merge->now, qtr_record_unref);
  g_clear_pointer (&merge->merged, qtr_record_unref);
  merge->now = qtr_record_ref (qtr_document_get_plan (merge->document));
  g_task_set_source_tag (step, start_merge);
  g_task_set_task_data (step, g_object_ref (task), g_object_unref);
  g_task_run_in_thread (step, merge_thread);
}

void
qtr_recovered_apply_async (QtrRecovered *self, QtrDocument *document, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Merge *merge = g_new0 (Merge, 1);

  g_return_if_fail (QTR_IS_RECOVERED (self));
  g_return_if_fail (self->base != NULL);

  merge->document = g_object_ref (document);
  g_task_set_source_tag (task, qtr_recovered_apply_async);
  g_task_set_task_data (task, merge, free_merge);
  start_merge (task);
}

void
qtr_recovered_apply_finish (QtrRecovered *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/* --- Away with it --- */

static void
discard_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  qtr_recovery_folder_remove (data);
  g_task_return_boolean (task, TRUE);
}

void
qtr_recovered_discard_async (QtrRecovered *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (QTR_IS_RECOVERED (self));
  g_return_if_fail (self->folder != NULL);

  g_task_set_source_tag (task, qtr_recovered_discard_async);
  g_task_set_task_data (task, g_steal_pointer (&self->folder), NULL);
  g_task_run_in_thread (task, discard_thread);
}

void
qtr_recovered_discard_finish (QtrRecovered *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
