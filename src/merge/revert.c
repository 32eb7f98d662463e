/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/revert.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "merge/place-words.h"
#include "model/edit-plan.h"
#include "model/path.h"
#include "model/update.h"

typedef struct {
  const QtrPlan *before;
  /* (element-type utf8 QtrRecord): what stands, by its id. */
  GHashTable *then;
  GHashTable *now;
} Revert;

static void
collect (GHashTable *records, const QtrRecord *record)
{
  g_hash_table_insert (records, (gpointer) record->id, (gpointer) record);
  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list); j++)
      collect (records, qtr_list_get (list, j));
  }
}

/* --- What a record rests on --- */

static gboolean
is_missing (const Revert *self, const char *id)
{
  return id != NULL && g_hash_table_contains (self->then, id) && !g_hash_table_contains (self->now, id);
}

static gboolean
refuse (const Revert *self, const char *id, GError **error)
{
  g_autofree char *words = qtr_record_to_words (self->before, g_hash_table_lookup (self->then, id));

  g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED,
               /* Translators: %s is what something else belongs to, such as the text of a commitment. */
               _ ("It belongs to “%s”, which was removed: take that back first."), words);
  return FALSE;
}

/* Whether all that the field names is there. */
static gboolean
check_field (const Revert *self, const QtrRecord *record, const QtrField *field, GError **error)
{
  QtrValue value = qtr_record_get (record, field);

  if (field->kind == QTR_FIELD_TOKEN && is_missing (self, value.string))
    return refuse (self, value.string, error);
  for (guint i = 0; field->kind == QTR_FIELD_TOKENS && i < qtr_tokens_length (value.tokens); i++)
    if (is_missing (self, value.tokens->at[i]))
      return refuse (self, value.tokens->at[i], error);

  return TRUE;
}

static gboolean
check_record (const Revert *self, const QtrRecord *record, GError **error)
{
  for (guint i = 0; i < record->type->n_fields; i++)
    if (!check_field (self, record, &record->type->fields[i], error))
      return FALSE;

  return TRUE;
}

/* --- Putting back --- */

/* After the nearest of those that stood before it and are there still. */
static guint
find_index (const QtrList *list, const QtrList *then, const char *id)
{
  guint place = 0;
  guint own = G_MAXUINT;
  guint index = 0;

  qtr_list_find (list, id, &own);
  qtr_list_find (then, id, &place);
  while (place > 0) {
    const QtrRecord *neighbour = qtr_list_get (then, --place);

    if (qtr_list_find (list, neighbour->id, &index) != NULL)
      return index + 1 - (own < index ? 1 : 0);
  }

  return 0;
}

static gpointer
without_lists (const QtrRecord *record)
{
  QtrRecord *bare = qtr_record_ref (record);

  for (guint i = 0; i < record->type->n_fields; i++) {
    g_autoptr (QtrRecord) previous = NULL;

    if (record->type->fields[i].kind != QTR_FIELD_LIST)
      continue;
    previous = bare;
    bare = qtr_record_with_value (previous, &record->type->fields[i], (QtrValue) { 0 });
  }
  return bare;
}

static QtrRecord *without_standing (const Revert *self, const QtrRecord *record);

static QtrList *
list_missing (const Revert *self, const QtrList *list)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (list); i++) {
    const QtrRecord *child = qtr_list_get (list, i);

    if (!g_hash_table_contains (self->now, child->id))
      g_ptr_array_add (left, without_standing (self, child));
  }
  return qtr_list_new_from_array (left);
}

/* What was below it and stands elsewhere now stays there. */
static QtrRecord *
without_standing (const Revert *self, const QtrRecord *record)
{
  QtrRecord *rest = qtr_record_ref (record);

  for (guint i = 0; i < record->type->n_fields; i++) {
    const QtrField *field = &record->type->fields[i];
    g_autoptr (QtrRecord) previous = NULL;
    g_autoptr (QtrList) list = NULL;

    if (field->kind != QTR_FIELD_LIST)
      continue;
    list = list_missing (self, qtr_record_get (record, field).list);
    previous = rest;
    rest = qtr_record_with_value (previous, field, (QtrValue) { .list = list });
  }
  return rest;
}

/* Puts it below what it was below, which comes back without anything else if it is gone as well. */
static QtrPlan *
put_back (const Revert *self, const QtrPlan *plan, const QtrRecord *record, GError **error)
{
  QtrPath path;
  QtrPath way;
  const QtrRecord *parent = NULL;
  const QtrRecord *standing = NULL;
  const QtrField *field = NULL;
  g_autoptr (QtrPlan) with_parent = NULL;

  if (!check_record (self, record, error) || qtr_path_find (self->before, record->id, &path) == NULL)
    return NULL;
  parent = qtr_path_get_parent (self->before, &path);
  field = path.steps[path.depth - 1].field;
  if (qtr_path_find (plan, parent->id, &way) == NULL) {
    g_autoptr (QtrRecord) bare = without_lists (parent);

    with_parent = put_back (self, plan, bare, error);
  } else {
    with_parent = qtr_record_ref (plan);
  }
  if (with_parent == NULL)
    return NULL;

  standing = qtr_path_find (with_parent, parent->id, &way);
  return qtr_edit_insert (
      with_parent, parent->id, field->name,
      find_index (qtr_record_get (standing, field).list, qtr_record_get (parent, field).list, record->id),
      record);
}

static QtrPlan *
restore (const Revert *self, const QtrPlan *now, const char *id, GError **error)
{
  const QtrRecord *record = g_hash_table_lookup (self->then, id);
  g_autoptr (QtrRecord) rest = NULL;

  if (record == NULL || g_hash_table_contains (self->now, id))
    return qtr_record_ref (now);

  rest = without_standing (self, record);
  return put_back (self, now, rest, error);
}

/* --- Moving back --- */

/* Numbers of priorities and the order of sections go with the places of what they count. */
static QtrPlan *
move_within (const QtrPlan *now, const QtrList *list, const char *id, guint index)
{
  const QtrRecord *other = qtr_list_get (list, MIN (index, qtr_list_length (list) - 1));

  return g_str_equal (other->id, id) ? qtr_record_ref (now) : qtr_edit_take_place (now, id, other->id);
}

static QtrPlan *
move_to (const QtrPlan *now, const QtrRecord *record, const QtrRecord *then, const QtrField *field)
{
  QtrPath path;
  const QtrRecord *parent = qtr_path_find (now, then->id, &path);
  const QtrList *list = parent == NULL ? NULL : qtr_record_get (parent, field).list;
  guint index = find_index (list, qtr_record_get (then, field).list, record->id);

  if (qtr_path_find (record, then->id, &path) != NULL)
    return qtr_record_ref (now);
  if ((record->type == &qtr_priority_type || record->type == &qtr_commitment_type) &&
      qtr_list_find (list, record->id, NULL) != NULL)
    return move_within (now, list, record->id, index);

  return qtr_edit_move (now, record->id, then->id, field->name, index);
}

static QtrPlan *
move_back (const Revert *self, const QtrPlan *now, const char *id, GError **error)
{
  QtrPath path;
  QtrPath way;
  const QtrRecord *record = qtr_path_find (now, id, &way);
  const QtrRecord *parent = NULL;
  g_autoptr (QtrPlan) with_parent = NULL;

  if (record == NULL || qtr_path_find (self->before, id, &path) == NULL || path.depth == 0)
    return qtr_record_ref (now);

  parent = qtr_path_get_parent (self->before, &path);
  with_parent = restore (self, now, parent->id, error);
  if (with_parent == NULL)
    return NULL;
  return move_to (with_parent, record, parent, path.steps[path.depth - 1].field);
}

/* --- Removing what was added --- */

/* The first below @record that stood elsewhere before. */
static const char *
find_guest (const Revert *self, const QtrRecord *record)
{
  const char *guest = NULL;

  for (guint i = 0; i < record->type->n_fields && guest == NULL; i++) {
    const QtrField *field = &record->type->fields[i];
    const QtrList *list = field->kind == QTR_FIELD_LIST ? qtr_record_get (record, field).list : NULL;

    for (guint j = 0; j < qtr_list_length (list) && guest == NULL; j++) {
      const QtrRecord *child = qtr_list_get (list, j);

      guest = g_hash_table_contains (self->then, child->id) ? child->id : find_guest (self, child);
    }
  }

  return guest;
}

static QtrPlan *
remove_added (const Revert *self, const QtrPlan *now, const char *id, GError **error)
{
  g_autoptr (QtrPlan) plan = qtr_record_ref (now);
  QtrPath path;
  const QtrRecord *record = NULL;
  const char *guest = NULL;

  while ((record = qtr_path_find (plan, id, &path)) != NULL && (guest = find_guest (self, record)) != NULL) {
    g_autoptr (QtrPlan) with_guest = g_steal_pointer (&plan);

    plan = move_back (self, with_guest, guest, error);
    if (plan == NULL || plan == with_guest)
      return g_steal_pointer (&plan);
  }

  return record == NULL ? g_steal_pointer (&plan) : qtr_edit_remove_unused (plan, id, error);
}

/* --- Fields --- */

static QtrPlan *
reset_field (const Revert *self, const QtrPlan *now, const QtrChange *change, GError **error)
{
  const char *id = change->before->id;
  const QtrRecord *record = g_hash_table_lookup (self->now, id);
  const QtrField *field =
      change->field == NULL ? NULL : qtr_record_type_find_field (change->before->type, change->field);
  g_autoptr (QtrRecord) reset = NULL;

  if (record == NULL || field == NULL)
    return qtr_record_ref (now);
  if (!check_field (self, change->before, field, error))
    return NULL;
  if (record->type == &qtr_plan_type && g_str_equal (field->name, "first_month"))
    return qtr_edit_set_first_month (now, qtr_record_get (change->before, field).number, error);

  reset = qtr_record_with_value (record, field, qtr_record_get (change->before, field));
  return qtr_edit_replace (now, id, reset);
}

/* A section that the change brought about, and that says nothing without it. */
static QtrPlan *
without_hollow_section (const Revert *self, QtrPlan *plan, const QtrRecord *parent)
{
  g_autoptr (QtrPlan) owned = plan;
  QtrPath path;
  const QtrSection *section = NULL;

  if (plan == NULL || parent == NULL || parent->type != &qtr_section_type ||
      g_hash_table_contains (self->then, parent->id))
    return g_steal_pointer (&owned);
  section = qtr_path_find (plan, parent->id, &path);
  if (section == NULL || section->nil_return || section->bullets != NULL)
    return g_steal_pointer (&owned);

  return qtr_edit_remove (plan, parent->id);
}

static QtrPlan *
revert (const Revert *self, const QtrPlan *now, const QtrChange *change, GError **error)
{
  switch (change->kind) {
  case QTR_CHANGE_ADDED:
    return remove_added (self, now, change->after->id, error);
  case QTR_CHANGE_REMOVED:
    return restore (self, now, change->before->id, error);
  case QTR_CHANGE_MOVED:
    return move_back (self, now, change->after->id, error);
  case QTR_CHANGE_FIELD:
    return reset_field (self, now, change, error);
  default:
    g_assert_not_reached ();
  }
}

QtrPlan *
qtr_revert (const QtrPlan *now, const QtrPlan *before, const QtrChange *change, GError **error)
{
  g_autoptr (GHashTable) then_records = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) now_records = g_hash_table_new (g_str_hash, g_str_equal);
  Revert self = { before, then_records, now_records };
  QtrPath path;
  const QtrRecord *record = change->after == NULL ? NULL : qtr_path_find (now, change->after->id, &path);

  collect (then_records, &before->record);
  collect (now_records, &now->record);
  return without_hollow_section (&self, revert (&self, now, change, error),
                                 record == NULL || path.depth == 0 ? NULL : qtr_path_get_parent (now, &path));
}
