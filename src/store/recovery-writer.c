/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/recovery-writer.h"

#include <string.h>

#include "format/format.h"
#include "store/recovery-about.h"

/* From an edit until the disk has it there is to be a second at most, of which most is kept for disks and
 * processors that have much else to do. */
#define DELAY_US (300 * G_TIME_SPAN_MILLISECOND)
/* A full disk may have room again by then. */
#define AGAIN_US (5 * G_TIME_SPAN_SECOND)

/* What is to be in the folder; it never changes, and is counted. */
typedef struct {
  QtrPlan *plan;
  QtrPlan *base;
  char *title;
  char *uri;
} Content;

struct _QtrRecoveryWriter {
  QtrRecoveryWritten written;
  gpointer user_data;
  GDestroyNotify destroy;

  /* Between the owner and the thread, under the mutex. */
  GMutex mutex;
  GCond woken;
  gboolean runs;
  Content *wanted;
  gboolean is_pending;
  gint64 due;
  gint64 duration;
  GPtrArray *absorbed;
  gboolean ends;
  GTask *ending;
  QtrPlan *saving;
  GCond noted;

  /* The thread's own. */
  QtrRecoveryFolder *folder;
  Content *standing;
};

static void
clear_content (gpointer data)
{
  Content *content = data;

  qtr_record_unref (content->plan);
  g_clear_pointer (&content->base, qtr_record_unref);
  g_free (content->title);
  g_free (content->uri);
}

static void
unref_content (Content *content)
{
  g_atomic_rc_box_release_full (content, clear_content);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Content, unref_content)

static void
clear_writer (gpointer data)
{
  QtrRecoveryWriter *self = data;

  self->destroy (self->user_data);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->woken);
  g_cond_clear (&self->noted);
  g_clear_pointer (&self->saving, qtr_record_unref);
  g_clear_pointer (&self->wanted, unref_content);
  g_clear_pointer (&self->standing, unref_content);
  g_ptr_array_unref (self->absorbed);
}

/* --- The thread --- */

static gboolean
write_plan (QtrRecoveryWriter *self, const char *name, const QtrPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);

  return qtr_recovery_folder_write (self->folder, name, bytes, error);
}

static gboolean
write_about (QtrRecoveryWriter *self, const Content *content, GError **error)
{
  if (self->standing != NULL && g_strcmp0 (self->standing->title, content->title) == 0 &&
      g_strcmp0 (self->standing->uri, content->uri) == 0)
    return TRUE;

  return qtr_recovery_about_write (self->folder, content->title, content->uri, error);
}

static gboolean
write_base (QtrRecoveryWriter *self, const Content *content, GError **error)
{
  if (content->base == NULL || (self->standing != NULL && self->standing->base == content->base))
    return TRUE;

  return write_plan (self, QTR_RECOVERY_BASE, content->base, error);
}

/* The process may end between any two of these. A plan without its base could not be merged, so that the base
 * comes first; later it comes last, as an older base takes nothing away, but a newer one would what is only
 * in it. */
static gboolean
write_all (QtrRecoveryWriter *self, const Content *content, GError **error)
{
  gboolean first = self->standing == NULL;

  if (self->folder == NULL)
    self->folder = qtr_recovery_folder_make (error);

  return self->folder != NULL && write_about (self, content, error) &&
         (!first || write_base (self, content, error)) &&
         write_plan (self, QTR_RECOVERY_PLAN, content->plan, error) &&
         (first || write_base (self, content, error));
}

static void
remove_all (QtrRecoveryWriter *self)
{
  g_clear_pointer (&self->folder, qtr_recovery_folder_remove);
  g_clear_pointer (&self->standing, unref_content);
}

/* Whoever asks for a plan back must find it: what it came from goes only now. */
static void
remove_absorbed (GPtrArray *absorbed)
{
  while (absorbed->len > 0)
    qtr_recovery_folder_remove (g_ptr_array_steal_index (absorbed, absorbed->len - 1));
}

static gboolean
bring_up_to_date (QtrRecoveryWriter *self, const Content *content, GError **error)
{
  if (content == NULL) {
    remove_all (self);
    return TRUE;
  }
  if (!write_all (self, content, error))
    return FALSE;

  g_clear_pointer (&self->standing, unref_content);
  self->standing = g_atomic_rc_box_acquire ((gpointer) content);
  return TRUE;
}

/* A folder without a plan is worth nothing yet, but by the time that there is one this has to be in it. */
static gboolean
write_saving (QtrRecoveryWriter *self, const QtrPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = qtr_format_write (plan);
  char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) content = g_bytes_new_take (digest, strlen (digest));

  if (self->folder == NULL)
    self->folder = qtr_recovery_folder_make (error);

  return self->folder != NULL &&
         qtr_recovery_folder_write (self->folder, QTR_RECOVERY_SAVING, content, error);
}

/* That it could not be noted is no reason not to save. */
static void
note_saving (QtrRecoveryWriter *self)
{
  g_autoptr (QtrPlan) saving = qtr_record_ref (self->saving);
  g_autoptr (GError) error = NULL;

  g_mutex_unlock (&self->mutex);
  if (!write_saving (self, saving, &error))
    g_info ("saving is not noted: %s", error->message);
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->saving, qtr_record_unref);
  g_cond_broadcast (&self->noted);
}

static gboolean
wait_for_work (QtrRecoveryWriter *self)
{
  for (;;) {
    if (self->saving != NULL)
      note_saving (self);
    if (self->is_pending && (self->ends || self->wanted == NULL || g_get_monotonic_time () >= self->due))
      return TRUE;
    if (!self->is_pending && self->ends)
      return FALSE;
    if (self->is_pending)
      g_cond_wait_until (&self->woken, &self->mutex, self->due);
    else
      g_cond_wait (&self->woken, &self->mutex);
  }
}

/* What came to be absorbed while this was written has to wait for the next time. */
static void
work (QtrRecoveryWriter *self)
{
  g_autoptr (Content) content = self->wanted == NULL ? NULL : g_atomic_rc_box_acquire (self->wanted);
  g_autoptr (GPtrArray) absorbed = g_steal_pointer (&self->absorbed);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  self->absorbed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_recovery_folder_release);
  self->is_pending = FALSE;
  g_mutex_unlock (&self->mutex);

  if (bring_up_to_date (self, content, &error))
    remove_absorbed (absorbed);
  self->written (self->user_data, error);

  g_mutex_lock (&self->mutex);
  self->duration = g_get_monotonic_time () - start;
  if (error != NULL)
    g_ptr_array_extend_and_steal (self->absorbed, g_steal_pointer (&absorbed));
  if (error != NULL && !self->ends && !self->is_pending) {
    self->is_pending = TRUE;
    self->due = g_get_monotonic_time () + AGAIN_US;
  }
}

static gboolean
ended_cb (gpointer task)
{
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer data)
{
  QtrRecoveryWriter *self = data;
  GTask *ending = NULL;

  g_mutex_lock (&self->mutex);
  while (wait_for_work (self))
    work (self);
  ending = g_steal_pointer (&self->ending);
  g_mutex_unlock (&self->mutex);

  g_clear_pointer (&self->folder, qtr_recovery_folder_release);
  /* The task has the owner, who must not come to an end in this thread. */
  if (ending != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, ended_cb, ending, g_object_unref);
  g_atomic_rc_box_release_full (self, clear_writer);
  return NULL;
}

/* --- The owner --- */

QtrRecoveryWriter *
qtr_recovery_writer_new (QtrRecoveryWritten written, gpointer user_data, GDestroyNotify destroy)
{
  QtrRecoveryWriter *self = g_atomic_rc_box_new0 (QtrRecoveryWriter);

  self->written = written;
  self->user_data = user_data;
  self->destroy = destroy;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->woken);
  g_cond_init (&self->noted);
  self->absorbed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_recovery_folder_release);
  return self;
}

/* A document that is only looked at needs no thread. */
static void
wake (QtrRecoveryWriter *self)
{
  if (!self->runs) {
    g_thread_unref (g_thread_new ("recovery", run, g_atomic_rc_box_acquire (self)));
    self->runs = TRUE;
  }
  g_cond_signal (&self->woken);
}

void
qtr_recovery_writer_unref (QtrRecoveryWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->ends = TRUE;
  g_cond_signal (&self->woken);
  g_mutex_unlock (&self->mutex);

  g_atomic_rc_box_release_full (self, clear_writer);
}

static gboolean
is_wanted (QtrRecoveryWriter *self, const Content *content)
{
  return self->wanted != NULL && self->wanted->plan == content->plan && self->wanted->base == content->base &&
         g_strcmp0 (self->wanted->title, content->title) == 0 &&
         g_strcmp0 (self->wanted->uri, content->uri) == 0;
}

/* A plan so large that writing it takes its time is begun with the sooner. */
static void
want (QtrRecoveryWriter *self, Content *content)
{
  gint64 due = g_get_monotonic_time () + MAX (0, DELAY_US - self->duration);

  self->due = self->is_pending && self->wanted != NULL ? MIN (self->due, due) : due;
  g_clear_pointer (&self->wanted, unref_content);
  self->wanted = content;
  self->is_pending = TRUE;
  wake (self);
}

void
qtr_recovery_writer_put (QtrRecoveryWriter *self, const QtrPlan *plan, const QtrPlan *base, const char *title,
                         GFile *file)
{
  g_autoptr (Content) content = g_atomic_rc_box_new0 (Content);

  content->plan = qtr_record_ref (plan);
  content->base = base == NULL ? NULL : qtr_record_ref (base);
  content->title = g_strdup (title);
  content->uri = file == NULL ? NULL : g_file_get_uri (file);

  g_mutex_lock (&self->mutex);
  if (!is_wanted (self, content))
    want (self, g_steal_pointer (&content));
  g_mutex_unlock (&self->mutex);
}

void
qtr_recovery_writer_note_saving (QtrRecoveryWriter *self, const QtrPlan *plan)
{
  g_mutex_lock (&self->mutex);
  if (self->wanted != NULL && !self->ends) {
    self->saving = qtr_record_ref (plan);
    g_cond_signal (&self->woken);
    while (self->saving != NULL)
      g_cond_wait (&self->noted, &self->mutex);
  }
  g_mutex_unlock (&self->mutex);
}

QtrRecoveryWriter *
qtr_recovery_writer_ref (QtrRecoveryWriter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
qtr_recovery_writer_drop (QtrRecoveryWriter *self)
{
  g_atomic_rc_box_release_full (self, clear_writer);
}

void
qtr_recovery_writer_clear (QtrRecoveryWriter *self)
{
  g_mutex_lock (&self->mutex);
  if (self->wanted != NULL)
    want (self, NULL);
  g_mutex_unlock (&self->mutex);
}

void
qtr_recovery_writer_absorb (QtrRecoveryWriter *self, QtrRecoveryFolder *folder)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->absorbed, folder);
  self->is_pending = TRUE;
  self->due = g_get_monotonic_time ();
  wake (self);
  g_mutex_unlock (&self->mutex);
}

void
qtr_recovery_writer_end (QtrRecoveryWriter *self, GTask *task)
{
  g_mutex_lock (&self->mutex);
  self->ends = TRUE;
  self->ending = g_object_ref (task);
  want (self, NULL);
  g_mutex_unlock (&self->mutex);
}
