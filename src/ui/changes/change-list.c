/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/change-list.h"

#include <glib/gi18n-lib.h>

#include "merge/place-words.h"
#include "model/measure.h"
#include "model/update.h"
#include "series/resolve.h"
#include "ui/changes/field-words.h"

typedef struct {
  const QtrPlan *before;
  const QtrPlan *now;
  GPtrArray *changes;
  GPtrArray *items;
  /* Priorities have come, gone or moved, and so their numbers have. */
  gboolean renumbered;
} Build;

static const QtrRecord *
get_record (const QtrChange *change)
{
  return change->after != NULL ? change->after : change->before;
}

static gboolean
is_of (const QtrChange *change, const QtrRecordType *type)
{
  return get_record (change)->type == type;
}

/* A section is there for what it says, and stands where the plan has its commitment. */
static gboolean
is_mere_section (const QtrChange *change)
{
  return is_of (change, &qtr_section_type) && change->kind != QTR_CHANGE_FIELD &&
         change->former_place == NULL &&
         (change->kind == QTR_CHANGE_MOVED || !((const QtrSection *) get_record (change))->nil_return);
}

static gboolean
is_left_out (const Build *self, const QtrChange *change)
{
  return is_mere_section (change) || is_of (change, &qtr_conflict_type) ||
         (is_of (change, &qtr_vintage_type) && change->is_within) ||
         (self->renumbered && is_of (change, &qtr_priority_type) && g_strcmp0 (change->field, "number") == 0);
}

static QtrChangeItemKind
get_kind (const QtrChange *change)
{
  static const QtrChangeItemKind kinds[] = { QTR_CHANGE_ITEM_ADDED, QTR_CHANGE_ITEM_REMOVED,
                                             QTR_CHANGE_ITEM_MOVED, QTR_CHANGE_ITEM_CHANGED };

  return kinds[change->kind];
}

/* The text of a bullet is the bullet, and a value is just that. */
static gboolean
is_itself (const QtrChange *change)
{
  return (is_of (change, &qtr_bullet_type) && g_strcmp0 (change->field, "text") == 0) ||
         (is_of (change, &qtr_vintage_type) && g_strcmp0 (change->field, "value") == 0);
}

static char *
describe_what (const QtrChange *change)
{
  const char *noun = qtr_record_type_to_noun (get_record (change)->type);

  if (is_of (change, &qtr_section_type))
    return g_strdup (change->kind == QTR_CHANGE_FIELD && g_strcmp0 (change->field, "nil_reason") == 0
                         ? _ ("reason why there is nothing to report")
                         : _ ("nothing to report"));
  if (change->kind != QTR_CHANGE_FIELD || is_itself (change))
    return g_strdup (noun);

  /* Translators: a kind of thing, such as “bullet”, and what of it changed, such as “area”. */
  return g_strdup_printf (_ ("%s, %s"), noun, qtr_field_to_word (change->field));
}

static char *
describe_side (const QtrPlan *plan, const QtrChange *change, const QtrRecord *record)
{
  const QtrField *field = NULL;

  if (record == NULL)
    return NULL;
  if (change->kind != QTR_CHANGE_FIELD)
    return record->type == &qtr_section_type ? g_strdup (((const QtrSection *) record)->nil_reason)
                                             : qtr_record_describe (plan, record);

  field = change->field == NULL ? NULL : qtr_record_type_find_field (record->type, change->field);
  return field == NULL ? g_strdup (record->extra) : qtr_field_value_to_words (plan, record, field);
}

static char *
describe_move (const QtrChange *change)
{
  if (change->kind != QTR_CHANGE_MOVED)
    return NULL;
  if (change->former_place == NULL)
    return g_strdup (_ ("among the others"));

  /* Translators: where something was before it was moved. */
  return g_strdup_printf (_ ("from %s"), change->former_place);
}

static QtrChangeItem *
make_item (Build *self, guint index)
{
  const QtrChange *change = self->changes->pdata[index];
  QtrChangeWords words = {
    .kind = get_kind (change),
    .heading = g_strdup (change->place != NULL ? change->place : _ ("Plan")),
    .title = describe_what (change),
    .note = describe_move (change),
    .old_text =
        change->kind == QTR_CHANGE_MOVED ? NULL : describe_side (self->before, change, change->before),
    .new_text = describe_side (self->now, change, change->after),
    .about = g_strdup (get_record (change)->id),
  };
  QtrChangeItem *item = NULL;

  qtr_figures_print_change (self->before, self->now, words.about, &words.old_text, &words.new_text);
  item = qtr_change_item_new (&words);
  /* What a newer version wrote is not understood well enough to be taken back. */
  if (change->kind != QTR_CHANGE_FIELD || change->field != NULL)
    qtr_change_item_add_change (item, self->changes, index);
  return item;
}

/* A figure that was typed anew: the new value takes the place of the one before. */
static gboolean
is_new_value (const Build *self, guint index)
{
  const QtrChange *change = self->changes->pdata[index];
  const QtrChange *previous = index == 0 ? NULL : self->changes->pdata[index - 1];

  return previous != NULL && change->kind == QTR_CHANGE_ADDED && previous->kind == QTR_CHANGE_REMOVED &&
         is_of (change, &qtr_vintage_type) && is_of (previous, &qtr_vintage_type) &&
         g_strcmp0 (change->place, previous->place) == 0;
}

static void
add_item (Build *self, guint index)
{
  QtrChangeItem *item = make_item (self, index);

  if (self->items->len > 0 && is_new_value (self, index)) {
    qtr_change_item_join (self->items->pdata[self->items->len - 1], item);
    g_object_unref (item);
  } else {
    g_ptr_array_add (self->items, item);
  }
}

static gboolean
has_renumbered (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++) {
    const QtrChange *change = changes->pdata[i];

    if (is_of (change, &qtr_priority_type) && change->kind != QTR_CHANGE_FIELD)
      return TRUE;
  }

  return FALSE;
}

GPtrArray *
qtr_change_list_new (const QtrPlan *before, const QtrPlan *now)
{
  g_autoptr (GPtrArray) changes = qtr_diff (before, now);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  Build build = { before, now, changes, items, has_renumbered (changes) };

  for (guint i = 0; i < changes->len; i++)
    if (!is_left_out (&build, changes->pdata[i]))
      add_item (&build, i);
  qtr_change_list_number_sections (items);
  return items;
}

void
qtr_change_list_number_sections (GPtrArray *items)
{
  const char *heading = NULL;
  guint section = 0;

  for (guint i = 0; i < items->len; i++) {
    const char *own = qtr_change_item_get_words (items->pdata[i])->heading;

    if (i > 0 && g_strcmp0 (own, heading) != 0)
      section++;
    heading = own;
    qtr_change_item_set_section (items->pdata[i], section);
  }
}
