/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/spelling/spelling.h"

#include <string.h>

#include "ui/spelling/spelling-words.h"
#include "ui/spelling/spelling-worker.h"

/* How many texts are remembered: those of a large plan's quarter, with what was typed there. */
#define MEMO_MAX 4096

struct _QtrSpelling {
  GObject parent_instance;

  /* Owned. */
  QtrSpellingWorker *worker;
  GHashTable *memo;
  GHashTable *known;

  guint n_checked;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (QtrSpelling, qtr_spelling, G_TYPE_OBJECT)

enum {
  PROPERTY_ENABLED = 1,
  N_PROPERTIES,
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* What is known of a text: its misspelt words, or who waits for them. */
typedef struct {
  GArray *words;
  GPtrArray *waiting;
} Memo;

/* A text on its way. The worker must not keep alive whom it belongs to. */
typedef struct {
  GWeakRef self;
  char *text;
} Inquiry;

static void
memo_free (gpointer data)
{
  Memo *memo = data;

  g_clear_pointer (&memo->words, g_array_unref);
  /* Whoever closes a window does not wait for its spelling. */
  for (guint i = 0; i < memo->waiting->len; i++)
    g_task_return_new_error_literal (g_ptr_array_index (memo->waiting, i), G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     "closing");
  g_ptr_array_unref (memo->waiting);
  g_free (memo);
}

static void
inquiry_free (Inquiry *inquiry)
{
  g_weak_ref_clear (&inquiry->self);
  g_free (inquiry->text);
  g_free (inquiry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inquiry, inquiry_free)

gboolean
qtr_spelling_get_enabled (QtrSpelling *self)
{
  g_return_val_if_fail (QTR_IS_SPELLING (self), FALSE);

  return self->enabled;
}

void
qtr_spelling_set_enabled (QtrSpelling *self, gboolean enabled)
{
  g_return_if_fail (QTR_IS_SPELLING (self));

  if (self->enabled == !!enabled)
    return;

  self->enabled = !!enabled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROPERTY_ENABLED]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

guint
qtr_spelling_get_n_checked (QtrSpelling *self)
{
  g_return_val_if_fail (QTR_IS_SPELLING (self), 0);

  return self->n_checked;
}

static void
answer (GTask *task, GArray *words)
{
  g_task_return_pointer (task, g_array_ref (words), (GDestroyNotify) g_array_unref);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Inquiry) inquiry = user_data;
  g_autoptr (QtrSpelling) self = g_weak_ref_get (&inquiry->self);
  g_autoptr (GArray) words = qtr_spelling_worker_check_finish (result, NULL);
  Memo *memo = self == NULL ? NULL : g_hash_table_lookup (self->memo, inquiry->text);

  if (memo == NULL)
    return;

  memo->words = g_steal_pointer (&words);
  for (guint i = 0; i < memo->waiting->len; i++)
    answer (g_ptr_array_index (memo->waiting, i), memo->words);
  g_ptr_array_set_size (memo->waiting, 0);
}

static void
send (QtrSpelling *self, const char *text)
{
  Inquiry *inquiry = g_new0 (Inquiry, 1);

  g_weak_ref_init (&inquiry->self, self);
  inquiry->text = g_strdup (text);
  self->n_checked++;
  qtr_spelling_worker_check_async (self->worker, text, NULL, checked_cb, inquiry);
}

static gboolean
is_answered (gpointer key, gpointer value, gpointer user_data)
{
  return ((Memo *) value)->words != NULL;
}

static Memo *
remember (QtrSpelling *self, const char *text)
{
  Memo *memo = g_hash_table_lookup (self->memo, text);

  if (memo != NULL)
    return memo;

  if (g_hash_table_size (self->memo) >= MEMO_MAX)
    g_hash_table_foreach_remove (self->memo, is_answered, NULL);
  memo = g_new0 (Memo, 1);
  memo->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->memo, g_strdup (text), memo);
  send (self, text);
  return memo;
}

void
qtr_spelling_check_async (QtrSpelling *self, const char *text, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Memo *memo = NULL;

  g_return_if_fail (QTR_IS_SPELLING (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_static_name (task, "spelling");
  memo = remember (self, text);
  if (memo->words != NULL)
    answer (task, memo->words);
  else
    g_ptr_array_add (memo->waiting, g_steal_pointer (&task));
}

GArray *
qtr_spelling_check_finish (QtrSpelling *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
qtr_spelling_suggest_async (QtrSpelling *self, const char *word, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (QTR_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  qtr_spelling_worker_suggest_async (self->worker, word, cancellable, callback, user_data);
}

GStrv
qtr_spelling_suggest_finish (QtrSpelling *self, GAsyncResult *result, GError **error)
{
  return qtr_spelling_worker_suggest_finish (result, error);
}

void
qtr_spelling_add (QtrSpelling *self, const char *word)
{
  g_return_if_fail (QTR_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  qtr_spelling_worker_add (self->worker, word);
  qtr_spelling_ignore (self, word);
}

void
qtr_spelling_ignore (QtrSpelling *self, const char *word)
{
  g_return_if_fail (QTR_IS_SPELLING (self));
  g_return_if_fail (word != NULL);

  if (g_hash_table_add (self->known, g_strdup (word)))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
qtr_spelling_is_known (QtrSpelling *self, const char *word)
{
  g_return_val_if_fail (QTR_IS_SPELLING (self), FALSE);

  return qtr_spelling_has_word (self->known, word);
}

static gboolean
is_english (const char *locale)
{
  return g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_equal (locale, "en") ||
         g_str_has_prefix (locale, "en_");
}

/* A locale may name an encoding and a variant, a dictionary does not. */
static gboolean
is_language (const char *locale)
{
  return strpbrk (locale, ".@") == NULL && !g_str_equal (locale, "C") && !g_str_equal (locale, "POSIX");
}

static void
add_once (GStrvBuilder *builder, GHashTable *added, const char *language)
{
  if (g_hash_table_add (added, g_strdup (language)))
    g_strv_builder_add (builder, language);
}

GStrv
qtr_spelling_list_languages (const char *const *locales)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; locales[i] != NULL; i++) {
    if (is_english (locales[i]))
      add_once (builder, added, "en_GB");
    if (is_language (locales[i]))
      add_once (builder, added, locales[i]);
  }
  add_once (builder, added, "en_GB");
  return g_strv_builder_end (builder);
}

static void
qtr_spelling_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROPERTY_ENABLED)
    g_value_set_boolean (value, QTR_SPELLING (object)->enabled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qtr_spelling_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROPERTY_ENABLED)
    qtr_spelling_set_enabled (QTR_SPELLING (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
qtr_spelling_finalize (GObject *object)
{
  QtrSpelling *self = QTR_SPELLING (object);

  g_clear_pointer (&self->worker, qtr_spelling_worker_free);
  g_hash_table_unref (self->memo);
  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (qtr_spelling_parent_class)->finalize (object);
}

static void
qtr_spelling_class_init (QtrSpellingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qtr_spelling_get_property;
  object_class->set_property = qtr_spelling_set_property;
  object_class->finalize = qtr_spelling_finalize;

  properties[PROPERTY_ENABLED] = g_param_spec_boolean (
      "enabled", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", QTR_TYPE_SPELLING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
qtr_spelling_init (QtrSpelling *self)
{
  self->enabled = TRUE;
  self->memo = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, memo_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

QtrSpelling *
qtr_spelling_new (const char *const *languages)
{
  QtrSpelling *self = g_object_new (QTR_TYPE_SPELLING, NULL);
  g_auto (GStrv) own = languages != NULL ? NULL : qtr_spelling_list_languages (g_get_language_names ());

  self->worker = qtr_spelling_worker_new (languages != NULL ? languages : (const char *const *) own);
  return self;
}

QtrSpelling *
qtr_spelling_dup_default (void)
{
  static QtrSpelling *shared;

  if (shared != NULL)
    return g_object_ref (shared);

  shared = qtr_spelling_new (NULL);
  g_object_add_weak_pointer (G_OBJECT (shared), (gpointer *) &shared);
  return shared;
}
