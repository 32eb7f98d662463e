/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/document-private.h"

#include <glib/gi18n-lib.h>

#include "store/history.h"

struct _QtrDocument {
  GObject parent_instance;

  GFile *file;
  QtrHistory *history;
  /* What the file holds, as far as is known; its root is compared by pointer, so that undoing back to it is
   * clean again. */
  QtrFileContent *content;
  GQueue jobs;

  /* What was told last, as only what has become other is told again. */
  char *name;
  char *undo_label;
  char *redo_label;
  gboolean modified;
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (QtrDocument, qtr_document, G_TYPE_OBJECT)

enum {
  PROP_BASE = 1,
  PROP_FILE,
  PROP_NAME,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPERTIES,
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_THEIRS_CAME,
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
  case PROP_BASE:
    g_value_set_pointer (value, (gpointer) qtr_document_get_base (self));
    break;
  case PROP_FILE:
    g_value_set_object (value, self->file);
    break;
  case PROP_NAME:
    g_value_take_string (value, get_name (self));
    break;
  case PROP_MODIFIED:
    g_value_set_boolean (value, qtr_document_get_modified (self));
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, qtr_document_get_read_only (self));
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
  g_clear_pointer (&self->content, qtr_file_content_unref);
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

  properties[PROP_BASE] = g_param_spec_pointer ("base", NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QTR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[SIGNAL_THEIRS_CAME] = g_signal_new ("theirs-came", QTR_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
qtr_document_init (QtrDocument *self)
{
}

static QtrDocument *
new_document (const QtrPlan *plan, GFile *file, const QtrFileContent *content)
{
  QtrDocument *self = g_object_new (QTR_TYPE_DOCUMENT, NULL);

  g_set_object (&self->file, file);
  self->history = qtr_history_new (plan);
  self->content = content == NULL ? NULL : qtr_file_content_ref (content);
  self->name = get_name (self);
  self->modified = qtr_document_get_modified (self);
  self->read_only = qtr_document_get_read_only (self);
  return self;
}

QtrDocument *
qtr_document_new (const QtrPlan *plan, GFile *file)
{
  return qtr_document_new_recovered (plan, file == NULL ? NULL : plan, file);
}

QtrDocument *
qtr_document_new_recovered (const QtrPlan *plan, const QtrPlan *base, GFile *file)
{
  g_autoptr (QtrFileContent) content = base == NULL || file == NULL ? NULL : qtr_file_content_new (base);

  g_return_val_if_fail (plan != NULL, NULL);

  return new_document (plan, content == NULL ? NULL : file, content);
}

QtrDocument *
qtr_document_new_loaded (GFile *file, const QtrFileContent *content)
{
  return new_document (qtr_file_content_get_plan (content), file, content);
}

const QtrPlan *
qtr_document_get_plan (QtrDocument *self)
{
  return qtr_history_get_plan (self->history);
}

const QtrPlan *
qtr_document_get_base (QtrDocument *self)
{
  return self->content == NULL ? NULL : qtr_file_content_get_plan (self->content);
}

const QtrFileContent *
qtr_document_get_content (QtrDocument *self)
{
  return self->content;
}

GQueue *
qtr_document_get_jobs (QtrDocument *self)
{
  return &self->jobs;
}

GFile *
qtr_document_get_file (QtrDocument *self)
{
  return self->file;
}

gboolean
qtr_document_get_modified (QtrDocument *self)
{
  return qtr_history_get_plan (self->history) != qtr_document_get_base (self);
}

gboolean
qtr_document_get_read_only (QtrDocument *self)
{
  return !qtr_plan_check_format (qtr_document_get_plan (self), NULL);
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
  gboolean read_only = qtr_document_get_read_only (self);

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (self->read_only != read_only) {
    self->read_only = read_only;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  }
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

  if (plan == before || qtr_document_get_read_only (self)) {
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

void
qtr_document_undo_theirs (QtrDocument *self)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self));

  /* Translators: the name of a step, as in "Undo Leaving Out Others’ Changes". */
  if (qtr_history_undo_theirs (self->history, _ ("Leaving Out Others’ Changes")))
    announce (self, before);
}

static void
set_content (QtrDocument *self, const QtrFileContent *content)
{
  const QtrPlan *before = qtr_document_get_base (self);
  g_autoptr (QtrFileContent) old = g_steal_pointer (&self->content);

  self->content = qtr_file_content_ref (content);
  if (qtr_document_get_base (self) != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
}

static void
set_file (QtrDocument *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;

  g_set_object (&self->file, file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

void
qtr_document_take_in (QtrDocument *self, GFile *file, const QtrFileContent *content, const QtrPlan *plan)
{
  g_autoptr (QtrPlan) before = qtr_record_ref (qtr_document_get_plan (self));

  g_object_freeze_notify (G_OBJECT (self));
  set_content (self, content);
  set_file (self, file);
  if (plan != before) {
    qtr_history_add_theirs (self->history, qtr_record_ref (plan));
    announce (self, before);
  }
  notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (plan != before)
    g_signal_emit (self, signals[SIGNAL_THEIRS_CAME], 0, before, plan);
}
