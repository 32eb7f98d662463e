/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/document.h"

#include <glib/gi18n-lib.h>

#include "store/file.h"
#include "store/history.h"

struct _QtrDocument {
  GObject parent_instance;

  GFile *file;
  QtrHistory *history;
  /* The root that the file holds; it is compared by pointer, so that undoing back to it is clean again. */
  QtrPlan *saved;

  /* What was told last, as only what has become other is told again. */
  char *name;
  char *undo_label;
  char *redo_label;
  gboolean modified;
};

G_DEFINE_FINAL_TYPE (QtrDocument, qtr_document, G_TYPE_OBJECT)

enum {
  PROP_FILE = 1,
  PROP_NAME,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES,
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static char *
get_name (QtrDocument *self)
{
  const QtrPlan *plan = qtr_history_get_plan (self->history);

  if (plan->title != NULL)
    return g_strdup (plan->title);

  return self->file != NULL ? g_file_get_basename (self->file) : g_strdup (_ ("New Plan"));
}

static void
qtr_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrDocument *self = QTR_DOCUMENT (object);

  switch (id) {
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_NAME:
    g_value_take_string (value, get_name (self));
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, qtr_document_get_modified (self));
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, qtr_document_get_undo_label (self) != NULL);
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, qtr_document_get_redo_label (self) != NULL);
    break;
  case PROP_UNDO_LABEL:
    g_value_set_string (value, qtr_document_get_undo_label (self));
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, qtr_document_get_redo_label (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_document_finalize (GObject *object)
{
  QtrDocument *self = QTR_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->history, qtr_history_free);
  g_clear_pointer (&self->saved, qtr_record_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->undo_label, g_free);
  g_clear_pointer (&self->redo_label, g_free);

  G_OBJECT_CLASS (qtr_document_parent_class)->finalize (object);
}

static void
qtr_document_class_init (QtrDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = qtr_document_get_property;
  object_class->finalize = qtr_document_finalize;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QTR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
qtr_document_init (QtrDocument *self)
{
}

QtrDocument *
qtr_document_new (const QtrPlan *plan, GFile *file)
{
  QtrDocument *self = g_object_new (QTR_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->history = qtr_history_new (plan);
  self->saved = file == NULL ? NULL : qtr_record_ref (plan);
  self->name = get_name (self);
  self->modified = qtr_document_get_modified (self);
  return self;
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  QtrPlan *plan = qtr_file_load (data, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) qtr_record_unref);
}

void
qtr_document_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, qtr_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

QtrDocument *
qtr_document_load_finish (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  g_autoptr (QtrPlan) plan = g_task_propagate_pointer (task, error);

  return plan == NULL ? NULL : qtr_document_new (plan, g_task_get_task_data (task));
}

const QtrPlan *
qtr_document_get_plan (QtrDocument *self)
{
  return qtr_history_get_plan (self->history);
}

GFile *
qtr_document_get_file (QtrDocument *self)
{
  return self->file;
}

gboolean
qtr_document_get_modified (QtrDocument *self)
{
  return qtr_history_get_plan (self->history) != self->saved;
}

const char *
qtr_document_get_undo_label (QtrDocument *self)
{
  return qtr_history_get_undo_label (self->history);
}

const char *
qtr_document_get_redo_label (QtrDocument *self)
{
  return qtr_history_get_redo_label (self->history);
}

static void
notify_label (QtrDocument *self, char **told, const char *label, int label_property, int can_property)
{
  if (!g_set_str (told, label))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[can_property]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[label_property]);
}

/* With every letter that is typed there is a new plan, and titles and tooltips stay as they are. */
static void
notify_history (QtrDocument *self)
{
  g_autofree char *name = get_name (self);
  gboolean modified = qtr_document_get_modified (self);

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (self->modified != modified) {
    self->modified = modified;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  }
  notify_label (self, &self->undo_label, qtr_document_get_undo_label (self), PROP_UNDO_LABEL, PROP_CAN_UNDO);
  notify_label (self, &self->redo_label, qtr_document_get_redo_label (self), PROP_REDO_LABEL, PROP_CAN_REDO);
}

static void
announce (QtrDocument *self, const QtrPlan *before)
{
  g_autoptr (QtrPlan) now = qtr_record_ref (qtr_document_get_plan (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, before, now);
  notify_history (self);
}

void
qtr_document_commit (QtrDocument *self, QtrPlan *plan, const char *label, const char *run)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self));

  if (plan == before) {
    qtr_record_unref (plan);
    return;
  }
  qtr_history_add (self->history, plan, label, run);
  announce (self, before);
}

void
qtr_document_end_run (QtrDocument *self)
{
  qtr_history_end_run (self->history);
}

void
qtr_document_undo (QtrDocument *self)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self));

  if (qtr_history_undo (self->history))
    announce (self, before);
}

void
qtr_document_redo (QtrDocument *self)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self));

  if (qtr_history_redo (self->history))
    announce (self, before);
}

/* What a save is about: the root of the moment that it began. */
typedef struct {
  GFile *file;
  QtrPlan *plan;
} Save;

static void
free_save (gpointer data)
{
  Save *save = data;

  g_object_unref (save->file);
  qtr_record_unref (save->plan);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (qtr_file_save (save->file, save->plan, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
qtr_document_save_async (QtrDocument *self, GFile *file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Save *save = g_new0 (Save, 1);

  g_return_if_fail (file != NULL || self->file != NULL);

  save->file = g_object_ref (file != NULL ? file : self->file);
  save->plan = qtr_record_ref (qtr_document_get_plan (self));
  g_task_set_source_tag (task, qtr_document_save_async);
  g_task_set_task_data (task, save, free_save);
  qtr_history_end_run (self->history);
  g_task_run_in_thread (task, save_thread);
}

gboolean
qtr_document_save_finish (QtrDocument *self, GAsyncResult *result, GError **error)
{
  Save *save = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  g_clear_pointer (&self->saved, qtr_record_unref);
  self->saved = qtr_record_ref (save->plan);
  if (g_set_object (&self->file, save->file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  notify_history (self);
  return TRUE;
}
