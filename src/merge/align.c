/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/align.h"

#include <string.h>

#include "base/id.h"

/* --- By id --- */

/* The same id may stand for records of two types, if people write files by hand: then they are two. */
static guint
hash_record (gconstpointer record)
{
  return g_str_hash (((const QtrRecord *) record)->id) ^ g_direct_hash (((const QtrRecord *) record)->type);
}

static gboolean
is_same_record (gconstpointer left, gconstpointer right)
{
  const QtrRecord *a = left;
  const QtrRecord *b = right;

  return a->type == b->type && g_str_equal (a->id, b->id);
}

static QtrMergeNode *
resolve (QtrMergeNode *node)
{
  while (node != NULL && node->other != NULL)
    node = node->other;

  return node;
}

QtrMergeNode *
qtr_alignment_find (const QtrAlignment *self, gconstpointer record)
{
  return resolve (g_hash_table_lookup (self->index, record));
}

const char *
qtr_alignment_translate (const QtrAlignment *self, const char *token)
{
  const char *next = token;

  while (next != NULL && (next = g_hash_table_lookup (self->ids, token)) != NULL)
    token = next;

  return token;
}

const QtrList *
qtr_merge_node_get (const QtrMergeNode *self, QtrSide side, const QtrField *field)
{
  return self->at[side] == NULL ? NULL : qtr_record_get (self->at[side], field).list;
}

static QtrMergeNode *
add_record (QtrAlignment *self, QtrSide side, const QtrRecord *record, QtrMergePlace place)
{
  QtrMergeNode *node = g_hash_table_lookup (self->index, record);

  if (node == NULL) {
    node = g_new0 (QtrMergeNode, 1);
    node->id = record->id;
    g_hash_table_insert (self->index, (gpointer) record, node);
    g_ptr_array_add (self->nodes, node);
  }
  if (node->at[side] == NULL) {
    node->at[side] = record;
    node->places[side] = place;
  }
  return node;
}

/* Records of one list that have the same id, as each side has them in that list. */
typedef struct {
  const QtrRecord *at[QTR_N_SIDES];
} Group;

static void
group_list (GHashTable *groups, GPtrArray *order, QtrSide side, const QtrList *list)
{
  for (guint i = 0; i < qtr_list_length (list); i++) {
    const QtrRecord *record = qtr_list_get (list, i);
    Group *group = g_hash_table_lookup (groups, record->id);

    if (group == NULL) {
      group = g_new0 (Group, 1);
      g_hash_table_insert (groups, (gpointer) record->id, group);
      g_ptr_array_add (order, group);
    }
    group->at[side] = record;
  }
}

static void enter (QtrAlignment *self, const Group *group, QtrMergeNode *node, guint depth);

static void
add_group (QtrAlignment *self, const Group *group, QtrMergePlace place, guint depth)
{
  QtrMergeNode *node = NULL;

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    if (group->at[side] != NULL)
      node = add_record (self, side, group->at[side], place);
  if (group->at[QTR_SIDE_BASE] == group->at[QTR_SIDE_OURS] &&
      group->at[QTR_SIDE_BASE] == group->at[QTR_SIDE_THEIRS])
    node->is_frozen = TRUE;
  else
    enter (self, group, node, depth);
}

static void
enter_list (QtrAlignment *self, const Group *parent, QtrMergePlace place, guint depth)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    if (parent->at[side] != NULL)
      group_list (groups, order, side, qtr_record_get (parent->at[side], place.field).list);
  for (guint i = 0; i < order->len; i++)
    add_group (self, order->pdata[i], place, depth);
}

/* Whether all sides have the very same list, or none has any: no side then has put a record there. */
static gboolean
is_shared_list (const Group *parent, const QtrField *field)
{
  const QtrList *first = NULL;

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++) {
    const QtrList *list = parent->at[side] == NULL ? NULL : qtr_record_get (parent->at[side], field).list;

    if (side == QTR_SIDE_BASE)
      first = list;
    else if (list != first)
      return FALSE;
  }

  return TRUE;
}

static void
enter (QtrAlignment *self, const Group *group, QtrMergeNode *node, guint depth)
{
  const QtrRecordType *type = NULL;

  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
    if (group->at[side] != NULL)
      type = group->at[side]->type;
  if (depth == QTR_RECORD_DEPTH_MAX)
    return;

  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];

    if (field->kind == QTR_FIELD_LIST && !is_shared_list (group, field))
      enter_list (self, group, (QtrMergePlace) { node, field }, depth + 1);
  }
}

/* --- What both sides made apart --- */

static gboolean
is_only_in (const QtrMergeNode *node, QtrSide side)
{
  return node->at[side] != NULL && node->at[QTR_SIDE_BASE] == NULL &&
         node->at[side == QTR_SIDE_OURS ? QTR_SIDE_THEIRS : QTR_SIDE_OURS] == NULL;
}

/* What people know the record by, in words; ids in it as they will be in the result. */
static char *
write_key (const QtrAlignment *self, const QtrRecord *record)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; record->type->key[i] != NULL; i++) {
    const QtrField *field = qtr_record_type_find_field (record->type, record->type->key[i]);
    QtrValue value = qtr_record_get (record, field);

    if (field->kind == QTR_FIELD_TOKEN)
      value.string = qtr_alignment_translate (self, value.string);
    if (field->kind == QTR_FIELD_COUNT)
      g_string_append_printf (key, "%d\x1f", value.number);
    else
      g_string_append_printf (key, "%s\x1f", value.string == NULL ? "" : value.string);
  }
  return g_string_free (key, FALSE);
}

static void
use_for (QtrAlignment *self, QtrMergeNode *kept, QtrMergeNode *given, QtrSide side)
{
  kept->at[side] = given->at[side];
  kept->places[side] = given->places[side];
  given->other = kept;
  g_hash_table_insert (self->ids, (gpointer) given->id, (gpointer) kept->id);
}

static void
unite (QtrAlignment *self, QtrMergeNode *ours, QtrMergeNode *theirs)
{
  if (g_strcmp0 (ours->id, theirs->id) < 0)
    use_for (self, ours, theirs, QTR_SIDE_THEIRS);
  else
    use_for (self, theirs, ours, QTR_SIDE_OURS);
}

/* Those that one side alone has in a list, by key; of several with one key, the first that is left. */
static GHashTable *
index_keys (const QtrAlignment *self, const QtrList *list)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < qtr_list_length (list); i++) {
    QtrMergeNode *node = qtr_alignment_find (self, qtr_list_get (list, i));
    g_autofree char *key = NULL;
    GQueue *queue = NULL;

    if (node == NULL || !is_only_in (node, QTR_SIDE_OURS))
      continue;
    key = write_key (self, node->at[QTR_SIDE_OURS]);
    queue = g_hash_table_lookup (keys, key);
    if (queue == NULL) {
      queue = g_queue_new ();
      g_hash_table_insert (keys, g_steal_pointer (&key), queue);
    }
    g_queue_push_tail (queue, node);
  }

  return keys;
}

static gboolean
unite_list (QtrAlignment *self, const QtrMergeNode *parent, const QtrField *field)
{
  const QtrList *theirs = qtr_merge_node_get (parent, QTR_SIDE_THEIRS, field);
  g_autoptr (GHashTable) keys = index_keys (self, qtr_merge_node_get (parent, QTR_SIDE_OURS, field));
  gboolean united = FALSE;

  for (guint i = 0; g_hash_table_size (keys) > 0 && i < qtr_list_length (theirs); i++) {
    QtrMergeNode *node = qtr_alignment_find (self, qtr_list_get (theirs, i));
    g_autofree char *key = NULL;
    GQueue *queue = NULL;

    if (node == NULL || !is_only_in (node, QTR_SIDE_THEIRS))
      continue;
    key = write_key (self, node->at[QTR_SIDE_THEIRS]);
    queue = g_hash_table_lookup (keys, key);
    if (queue == NULL || g_queue_is_empty (queue))
      continue;
    unite (self, g_queue_pop_head (queue), node);
    united = TRUE;
  }

  return united;
}

static gboolean
unite_below (QtrAlignment *self, const QtrMergeNode *node)
{
  const QtrRecordType *type = node->at[QTR_SIDE_OURS] == NULL ? NULL : node->at[QTR_SIDE_OURS]->type;
  gboolean united = FALSE;

  if (type == NULL || node->at[QTR_SIDE_THEIRS] == NULL || node->is_frozen)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++) {
    const QtrField *field = &type->fields[i];

    if (field->kind == QTR_FIELD_LIST && field->element->key != NULL &&
        qtr_merge_node_get (node, QTR_SIDE_OURS, field) != qtr_merge_node_get (node, QTR_SIDE_THEIRS, field))
      united |= unite_list (self, node, field);
  }

  return united;
}

/* A key may hold the id of a record that is united later; so this goes on until there is no more to unite. */
static void
unite_all (QtrAlignment *self)
{
  gboolean united = TRUE;

  while (united) {
    united = FALSE;
    for (guint i = 0; i < self->nodes->len; i++)
      united |= unite_below (self, self->nodes->pdata[i]);
  }
}

static void
leave_out_united (QtrAlignment *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->nodes);

  self->nodes = g_ptr_array_sized_new (all->len);
  for (guint i = 0; i < all->len; i++) {
    QtrMergeNode *node = all->pdata[i];

    for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++)
      node->places[side].parent = resolve (node->places[side].parent);
    if (node->other == NULL)
      g_ptr_array_add (self->nodes, node);
  }
}

/* --- Ids that are one by mistake --- */

static const QtrRecordType *
get_type (const QtrMergeNode *node)
{
  const QtrRecord *record = node->at[QTR_SIDE_OURS];

  return (record != NULL ? record : node->at[QTR_SIDE_THEIRS])->type;
}

static void
give_new_id (QtrAlignment *self, QtrMergeNode *node)
{
  const char *words[] = { get_type (node)->name, node->id };
  char *id = qtr_id_derive ("apart", words, G_N_ELEMENTS (words));

  g_ptr_array_add (self->strings, id);
  node->id = id;
}

void
qtr_alignment_tell_apart (QtrAlignment *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->nodes->len; i++) {
    QtrMergeNode *node = self->nodes->pdata[i];
    QtrMergeNode *other = node->stays ? g_hash_table_lookup (ids, node->id) : NULL;

    if (other != NULL && strcmp (get_type (node)->name, get_type (other)->name) < 0) {
      g_hash_table_replace (ids, (gpointer) node->id, node);
      give_new_id (self, other);
    } else if (other != NULL) {
      give_new_id (self, node);
    } else if (node->stays) {
      g_hash_table_insert (ids, (gpointer) node->id, node);
    }
  }
}

/* --- The whole --- */

/* The roots are one record, whatever their ids. */
static void
add_root (QtrAlignment *self, const Group *plans)
{
  const char *ids[] = { plans->at[0]->id, plans->at[1]->id, plans->at[2]->id };
  const char *smaller = g_strcmp0 (ids[1], ids[2]) < 0 ? ids[1] : ids[2];
  QtrMergeNode *root = g_new0 (QtrMergeNode, 1);

  g_ptr_array_add (self->nodes, root);
  self->root = root;
  root->id = g_str_equal (ids[0], ids[1]) ? ids[2] : g_str_equal (ids[0], ids[2]) ? ids[1] : smaller;
  for (QtrSide side = QTR_SIDE_BASE; side <= QTR_SIDE_THEIRS; side++) {
    root->at[side] = plans->at[side];
    if (!g_str_equal (ids[side], root->id))
      g_hash_table_insert (self->ids, (gpointer) ids[side], (gpointer) root->id);
  }
}

QtrAlignment *
qtr_alignment_new (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs)
{
  QtrAlignment *self = g_new0 (QtrAlignment, 1);
  Group plans = { { &base->record, &ours->record, &theirs->record } };

  self->nodes = g_ptr_array_new ();
  self->index = g_hash_table_new_full (hash_record, is_same_record, NULL, g_free);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  add_root (self, &plans);
  enter (self, &plans, self->root, 0);
  unite_all (self);
  leave_out_united (self);
  return self;
}

void
qtr_alignment_free (QtrAlignment *self)
{
  g_free (self->root);
  g_ptr_array_unref (self->nodes);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->strings);
  g_free (self);
}
