/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/change-item.h"

#include <glib/gi18n-lib.h>

#include "merge/revert.h"
#include "ui/changes/word-marks.h"

typedef struct {
  GPtrArray *changes;
  guint index;
} Part;

struct _QtrChangeItem {
  GObject parent_instance;

  /* Owned. */
  QtrChangeWords words;
  GArray *parts;
  QtrConflict *conflict;
  QtrPlan *plan;

  guint section;
};

G_DEFINE_FINAL_TYPE (QtrChangeItem, qtr_change_item, G_TYPE_OBJECT)

enum {
  PROP_HEADING = 1,
  PROP_WORDS,
  PROP_PLACE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static const struct {
  const char *word;
  const char *icon;
} kinds[] = {
  [QTR_CHANGE_ITEM_CONFLICT] = { N_ ("Changed on both sides"), "dialog-warning-symbolic" },
  [QTR_CHANGE_ITEM_ADDED] = { N_ ("Added"), "list-add-symbolic" },
  [QTR_CHANGE_ITEM_REMOVED] = { N_ ("Removed"), "list-remove-symbolic" },
  [QTR_CHANGE_ITEM_MOVED] = { N_ ("Moved"), "object-flip-vertical-symbolic" },
  [QTR_CHANGE_ITEM_CHANGED] = { N_ ("Changed"), "document-edit-symbolic" },
  [QTR_CHANGE_ITEM_NEW] = { N_ ("New"), "list-add-symbolic" },
  [QTR_CHANGE_ITEM_DROPPED] = { N_ ("Dropped"), "list-remove-symbolic" },
  [QTR_CHANGE_ITEM_SAME] = { N_ ("Unchanged"), "object-select-symbolic" },
};

const char *
qtr_change_item_kind_to_word (QtrChangeItemKind kind)
{
  return _ (kinds[kind].word);
}

const char *
qtr_change_item_kind_get_icon (QtrChangeItemKind kind)
{
  return kinds[kind].icon;
}

static void
clear_part (gpointer data)
{
  g_ptr_array_unref (((Part *) data)->changes);
}

/* What is read out: what it is, and the words that went and came. */
static char *
to_spoken (QtrChangeItem *self)
{
  const QtrChangeWords *words = &self->words;
  g_autofree char *text = words->kind == QTR_CHANGE_ITEM_CHANGED
                              ? qtr_word_marks_to_spoken (words->old_text, words->new_text)
                              : g_strdup (words->new_text != NULL ? words->new_text : words->old_text);
  const char *kind = qtr_change_item_kind_to_word (words->kind);

  if (words->note == NULL)
    /* Translators: what a screen reader says of a change: its kind, what changed, and the words. */
    return g_strdup_printf (_ ("%1$s: %2$s. %3$s"), kind, words->title, text == NULL ? "" : text);

  /* Translators: what a screen reader says of a change: its kind, what changed, a remark, and the words. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s. %4$s"), kind, words->title, words->note,
                          text == NULL ? "" : text);
}

static void
qtr_change_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrChangeItem *self = QTR_CHANGE_ITEM (object);

  switch (id) {
  case PROP_HEADING:
  case PROP_PLACE:
    g_value_set_string (value, self->words.heading);
    break;
  case PROP_WORDS:
    g_value_take_string (value, to_spoken (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_change_item_finalize (GObject *object)
{
  QtrChangeItem *self = QTR_CHANGE_ITEM (object);

  g_free (self->words.heading);
  g_free (self->words.title);
  g_free (self->words.note);
  g_free (self->words.old_text);
  g_free (self->words.new_text);
  g_free (self->words.about);
  g_array_unref (self->parts);
  g_clear_pointer (&self->conflict, qtr_record_unref);
  g_clear_pointer (&self->plan, qtr_record_unref);

  G_OBJECT_CLASS (qtr_change_item_parent_class)->finalize (object);
}

static void
qtr_change_item_class_init (QtrChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = qtr_change_item_get_property;
  object_class->finalize = qtr_change_item_finalize;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
qtr_change_item_init (QtrChangeItem *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
}

QtrChangeItem *
qtr_change_item_new (const QtrChangeWords *words)
{
  QtrChangeItem *self = g_object_new (QTR_TYPE_CHANGE_ITEM, NULL);

  self->words = *words;
  return self;
}

const QtrChangeWords *
qtr_change_item_get_words (QtrChangeItem *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), NULL);

  return &self->words;
}

void
qtr_change_item_set_section (QtrChangeItem *self, guint section)
{
  g_return_if_fail (QTR_IS_CHANGE_ITEM (self));

  self->section = section;
}

guint
qtr_change_item_get_section (QtrChangeItem *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), 0);

  return self->section;
}

void
qtr_change_item_add_change (QtrChangeItem *self, GPtrArray *changes, guint index)
{
  Part part = { g_ptr_array_ref (changes), index };

  g_return_if_fail (QTR_IS_CHANGE_ITEM (self));

  g_array_append_val (self->parts, part);
}

static void
copy_parts (QtrChangeItem *self, QtrChangeItem *other)
{
  for (guint i = 0; i < other->parts->len; i++) {
    const Part *part = &g_array_index (other->parts, Part, i);

    qtr_change_item_add_change (self, part->changes, part->index);
  }
}

void
qtr_change_item_join (QtrChangeItem *self, QtrChangeItem *other)
{
  g_return_if_fail (QTR_IS_CHANGE_ITEM (self));

  self->words.kind = QTR_CHANGE_ITEM_CHANGED;
  g_set_str (&self->words.new_text, other->words.new_text);
  g_set_str (&self->words.about, other->words.about);
  copy_parts (self, other);
}

gboolean
qtr_change_item_can_revert (QtrChangeItem *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), FALSE);

  return self->parts->len > 0;
}

/* The last first: what came gives way before what went returns. */
QtrPlan *
qtr_change_item_revert (QtrChangeItem *self, const QtrPlan *now, const QtrPlan *before, GError **error)
{
  g_autoptr (QtrPlan) plan = NULL;

  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), NULL);

  plan = qtr_record_ref (now);
  for (guint i = self->parts->len; i > 0 && plan != NULL; i--) {
    const Part *part = &g_array_index (self->parts, Part, i - 1);
    g_autoptr (QtrPlan) with = g_steal_pointer (&plan);

    plan = qtr_revert (with, before, g_ptr_array_index (part->changes, part->index), error);
  }

  return g_steal_pointer (&plan);
}

void
qtr_change_item_set_conflict (QtrChangeItem *self, const QtrConflict *conflict, const QtrPlan *plan)
{
  g_return_if_fail (QTR_IS_CHANGE_ITEM (self));

  g_clear_pointer (&self->conflict, qtr_record_unref);
  g_clear_pointer (&self->plan, qtr_record_unref);
  self->conflict = qtr_record_ref (conflict);
  self->plan = qtr_record_ref (plan);
}

const QtrConflict *
qtr_change_item_get_conflict (QtrChangeItem *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), NULL);

  return self->conflict;
}

const QtrPlan *
qtr_change_item_get_plan (QtrChangeItem *self)
{
  g_return_val_if_fail (QTR_IS_CHANGE_ITEM (self), NULL);

  return self->plan;
}

gboolean
qtr_change_item_is_same (QtrChangeItem *self, QtrChangeItem *other)
{
  const QtrChangeWords *own = &self->words;
  const QtrChangeWords *words = &other->words;

  return own->kind == words->kind && g_strcmp0 (own->about, words->about) == 0 &&
         g_strcmp0 (own->old_text, words->old_text) == 0 && g_strcmp0 (own->new_text, words->new_text) == 0 &&
         g_strcmp0 (own->title, words->title) == 0 && g_strcmp0 (own->note, words->note) == 0 &&
         g_strcmp0 (own->heading, words->heading) == 0 &&
         (self->conflict == NULL) == (other->conflict == NULL) &&
         (self->conflict == NULL || g_str_equal (self->conflict->record.id, other->conflict->record.id));
}

void
qtr_change_item_take_over (QtrChangeItem *self, QtrChangeItem *other)
{
  g_return_if_fail (QTR_IS_CHANGE_ITEM (self));

  g_array_set_size (self->parts, 0);
  copy_parts (self, other);
  self->section = other->section;
  if (other->conflict != NULL)
    qtr_change_item_set_conflict (self, other->conflict, other->plan);
}
