/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/recovery.h"

#include "store/document-guard.h"
#include "store/recovery-writer.h"

struct _QtrRecovery {
  GObject parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  /* NULL once all was discarded. */
  QtrRecoveryWriter *writer;

  gboolean failed;
};

G_DEFINE_FINAL_TYPE (QtrRecovery, qtr_recovery, G_TYPE_OBJECT)

enum {
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
qtr_recovery_has_work (QtrDocument *document)
{
  return qtr_document_get_modified (document) &&
         (qtr_document_get_base (document) != NULL || qtr_document_get_undo_label (document) != NULL);
}

/* --- What is to be on the disk --- */

/* Called for every letter that is typed: it only says what there is. */
static void
update (QtrRecovery *self)
{
  GFile *file = qtr_document_get_file (self->document);
  g_autofree char *title = NULL;

  if (self->writer == NULL)
    return;
  if (!qtr_recovery_has_work (self->document)) {
    qtr_recovery_writer_clear (self->writer);
    return;
  }

  g_object_get (self->document, "name", &title, NULL);
  qtr_recovery_writer_put (self->writer, qtr_document_get_plan (self->document),
                           qtr_document_get_base (self->document), title, file);
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrRecovery *self)
{
  g_assert (QTR_IS_RECOVERY (self));

  update (self);
}

static void
notify_cb (QtrDocument *document, GParamSpec *pspec, QtrRecovery *self)
{
  g_assert (QTR_IS_RECOVERY (self));

  update (self);
}

/* --- What became of it --- */

typedef struct {
  QtrRecovery *recovery;
  char *reason;
} Report;

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;
  QtrRecovery *self = report->recovery;
  gboolean failed = report->reason != NULL;

  if (failed && !self->failed)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, report->reason);
  self->failed = failed;
  return G_SOURCE_REMOVE;
}

static void
free_report (gpointer user_data)
{
  Report *report = user_data;

  g_object_unref (report->recovery);
  g_free (report->reason);
  g_free (report);
}

/* In the writer's thread, which must not be the one to let go of the recovery last. */
static void
written_cb (gpointer user_data, const GError *error)
{
  GWeakRef *weak = user_data;
  QtrRecovery *self = g_weak_ref_get (weak);
  Report *report = NULL;

  if (self == NULL)
    return;
  report = g_new0 (Report, 1);
  report->recovery = self;
  report->reason = error == NULL ? NULL : g_strdup (error->message);
  g_idle_add_full (G_PRIORITY_DEFAULT, report_cb, report, free_report);
}

static void
free_weak (gpointer weak)
{
  g_weak_ref_clear (weak);
  g_free (weak);
}

static void
drop_writer (gpointer writer)
{
  qtr_recovery_writer_drop (writer);
}

/* In the thread that saves. */
static void
before_save (gpointer writer, const QtrPlan *plan)
{
  qtr_recovery_writer_note_saving (writer, plan);
}

static void
set_guard (QtrRecovery *self)
{
  QtrDocumentGuard guard = { before_save, qtr_recovery_writer_ref (self->writer), drop_writer };

  qtr_document_set_guard (self->document, &guard);
}

/* --- Life --- */

static void
qtr_recovery_dispose (GObject *object)
{
  QtrRecovery *self = QTR_RECOVERY (object);

  g_clear_object (&self->document_signals);
  g_clear_pointer (&self->writer, qtr_recovery_writer_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_recovery_parent_class)->dispose (object);
}

static void
qtr_recovery_class_init (QtrRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_recovery_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", QTR_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qtr_recovery_init (QtrRecovery *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  self->writer = qtr_recovery_writer_new (written_cb, weak, free_weak);
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect (self->document_signals, "notify", G_CALLBACK (notify_cb), self);
}

QtrRecovery *
qtr_recovery_new (QtrDocument *document)
{
  QtrRecovery *self = NULL;

  g_return_val_if_fail (QTR_IS_DOCUMENT (document), NULL);

  self = g_object_new (QTR_TYPE_RECOVERY, NULL);
  self->document = g_object_ref (document);
  g_signal_group_set_target (self->document_signals, document);
  set_guard (self);
  update (self);
  return self;
}

void
qtr_recovery_absorb (QtrRecovery *self, QtrRecovered *recovered)
{
  QtrRecoveryFolder *folder = NULL;

  g_return_if_fail (QTR_IS_RECOVERY (self));
  g_return_if_fail (QTR_IS_RECOVERED (recovered));
  g_return_if_fail (self->writer != NULL);

  folder = qtr_recovered_take_folder (recovered);
  if (folder != NULL)
    qtr_recovery_writer_absorb (self->writer, folder);
  update (self);
}

void
qtr_recovery_discard_async (QtrRecovery *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (QTR_IS_RECOVERY (self));
  g_return_if_fail (self->writer != NULL);

  g_task_set_source_tag (task, qtr_recovery_discard_async);
  qtr_recovery_writer_end (self->writer, task);
  g_clear_pointer (&self->writer, qtr_recovery_writer_unref);
}

void
qtr_recovery_discard_finish (QtrRecovery *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
