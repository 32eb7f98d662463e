/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "merge/diff.h"

#include "merge/align.h"
#include "merge/order.h"
#include "merge/place-words.h"
#include "model/field-text.h"

/* Two plans laid one on another, the one after standing for both sides. */
typedef struct {
  QtrAlignment *alignment;
  const QtrPlan *before;
  const QtrPlan *after;
  GPtrArray *changes;
} Diff;

static void compare_node (Diff *self, const QtrMergeNode *node, gboolean is_within);

static void
free_change (gpointer data)
{
  QtrChange *change = data;

  qtr_record_unref (change->before);
  qtr_record_unref (change->after);
  g_free (change->place);
  g_free (change->former_place);
  g_free (change->field);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

static char *
describe_place (const Diff *self, const QtrMergeNode *node, QtrSide side)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();

  for (node = node->places[side].parent; node != NULL; node = node->places[side].parent)
    g_ptr_array_insert (above, 0, (gpointer) node->at[side]);
  return qtr_place_to_words (side == QTR_SIDE_BASE ? self->before : self->after,
                             (const QtrRecord *const *) above->pdata, above->len);
}

static QtrChange *
add_change (Diff *self, QtrChangeKind kind, const QtrMergeNode *node)
{
  QtrChange *change = g_new0 (QtrChange, 1);
  const QtrRecord *before = node->at[QTR_SIDE_BASE];
  const QtrRecord *after = node->at[QTR_SIDE_OURS];

  change->kind = kind;
  change->before = before == NULL ? NULL : qtr_record_ref (before);
  change->after = after == NULL ? NULL : qtr_record_ref (after);
  change->place = describe_place (self, node, after == NULL ? QTR_SIDE_BASE : QTR_SIDE_OURS);
  g_ptr_array_add (self->changes, change);
  return change;
}

/* --- Fields --- */

static char *
tokens_to_text (const QtrTokens *tokens)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < qtr_tokens_length (tokens); i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", tokens->at[i]);
  return text->len == 0 ? NULL : g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
to_text (const QtrField *field, QtrValue value)
{
  return field->kind == QTR_FIELD_TOKENS ? tokens_to_text (value.tokens) : qtr_field_to_text (field, value);
}

static void
compare_fields (Diff *self, const QtrMergeNode *node)
{
  const QtrRecord *before = node->at[QTR_SIDE_BASE];
  const QtrRecord *after = node->at[QTR_SIDE_OURS];

  for (guint i = 0; i < before->type->n_fields; i++) {
    const QtrField *field = &before->type->fields[i];
    QtrValue old_value = qtr_record_get (before, field);
    QtrValue new_value = qtr_record_get (after, field);
    QtrChange *change = NULL;

    if (field->kind == QTR_FIELD_LIST || qtr_field_equal (field, old_value, new_value))
      continue;
    change = add_change (self, QTR_CHANGE_FIELD, node);
    change->field = g_strdup (field->name);
    change->is_prose = field->kind == QTR_FIELD_TEXT && field->check == NULL;
    change->old_text = to_text (field, old_value);
    change->new_text = to_text (field, new_value);
  }
  if (g_strcmp0 (before->extra, after->extra) != 0) {
    QtrChange *change = add_change (self, QTR_CHANGE_FIELD, node);

    change->old_text = g_strdup (before->extra);
    change->new_text = g_strdup (after->extra);
  }
}

/* --- Lists --- */

static void
note_presence (Diff *self, const QtrMergeNode *node, gboolean is_within)
{
  gboolean is_new = node->at[QTR_SIDE_BASE] == NULL;
  QtrChange *change = add_change (self, is_new ? QTR_CHANGE_ADDED : QTR_CHANGE_REMOVED, node);

  change->is_within = is_within;
  if (is_new)
    change->new_text = qtr_record_to_words (self->after, change->after);
  else
    change->old_text = qtr_record_to_words (self->before, change->before);
}

static void
note_move (Diff *self, const QtrMergeNode *node)
{
  QtrChange *change = add_change (self, QTR_CHANGE_MOVED, node);

  change->new_text = qtr_record_to_words (self->after, change->after);
  if (!qtr_merge_place_equal (node->places[QTR_SIDE_BASE], node->places[QTR_SIDE_OURS]))
    change->former_place = describe_place (self, node, QTR_SIDE_BASE);
}

/* The records of a list that both plans have in it; in the order of one of them. */
static GPtrArray *
list_standing (const Diff *self, const QtrMergeNode *parent, QtrSide side, const QtrField *field)
{
  const QtrList *list = qtr_merge_node_get (parent, side, field);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (list); i++) {
    const QtrMergeNode *node = qtr_alignment_find (self->alignment, qtr_list_get (list, i));

    if (node != NULL && node->at[QTR_SIDE_BASE] != NULL && node->at[QTR_SIDE_OURS] != NULL &&
        qtr_merge_place_equal (node->places[QTR_SIDE_BASE], node->places[QTR_SIDE_OURS]))
      g_ptr_array_add (ids, (gpointer) node->id);
  }

  return ids;
}

/* Says what is no more between one record that stands and the next, up to that one. */
static void
report_removed (Diff *self, const QtrList *before, guint *at, const char *until, gboolean is_within)
{
  for (; *at < qtr_list_length (before); (*at)++) {
    const QtrRecord *record = qtr_list_get (before, *at);
    const QtrMergeNode *node = qtr_alignment_find (self->alignment, record);

    if (until != NULL && g_str_equal (record->id, until))
      return;
    if (node != NULL && node->at[QTR_SIDE_OURS] == NULL)
      compare_node (self, node, is_within);
  }
}

/* The next record, from @index on, that stands where it stood. */
static const char *
find_kept (const QtrList *after, GHashTable *kept, guint *index)
{
  for (; *index < qtr_list_length (after); (*index)++) {
    const QtrRecord *record = qtr_list_get (after, *index);

    if (g_hash_table_contains (kept, record->id))
      return record->id;
  }

  return NULL;
}

/* Between two that stand, what went comes before what came. */
static void
compare_list (Diff *self, const QtrMergeNode *parent, const QtrField *field, gboolean is_within)
{
  const QtrList *before = qtr_merge_node_get (parent, QTR_SIDE_BASE, field);
  const QtrList *after = qtr_merge_node_get (parent, QTR_SIDE_OURS, field);
  g_autoptr (GPtrArray) standing_before = list_standing (self, parent, QTR_SIDE_BASE, field);
  g_autoptr (GPtrArray) standing_after = list_standing (self, parent, QTR_SIDE_OURS, field);
  g_autoptr (GHashTable) kept = qtr_order_keep (standing_before, standing_after);
  guint at = 0;
  guint next = 0;

  for (guint i = 0; i < qtr_list_length (after); i++) {
    const QtrRecord *record = qtr_list_get (after, i);
    const QtrMergeNode *node = qtr_alignment_find (self->alignment, record);

    next = MAX (next, i);
    report_removed (self, before, &at, find_kept (after, kept, &next), is_within);
    if (node == NULL)
      continue;
    if (node->at[QTR_SIDE_BASE] != NULL && !g_hash_table_contains (kept, record->id))
      note_move (self, node);
    compare_node (self, node, is_within);
  }
  report_removed (self, before, &at, NULL, is_within);
}

static void
compare_node (Diff *self, const QtrMergeNode *node, gboolean is_within)
{
  const QtrRecord *before = node->at[QTR_SIDE_BASE];
  const QtrRecord *after = node->at[QTR_SIDE_OURS];
  const QtrRecordType *type = after != NULL ? after->type : before->type;
  gboolean is_one_sided = before == NULL || after == NULL;

  if (node->is_frozen)
    return;
  if (is_one_sided)
    note_presence (self, node, is_within);
  else
    compare_fields (self, node);
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == QTR_FIELD_LIST &&
        qtr_merge_node_get (node, QTR_SIDE_BASE, &type->fields[i]) !=
            qtr_merge_node_get (node, QTR_SIDE_OURS, &type->fields[i]))
      compare_list (self, node, &type->fields[i], is_one_sided);
}

GPtrArray *
qtr_diff (const QtrPlan *a, const QtrPlan *b)
{
  g_autoptr (QtrAlignment) alignment = qtr_alignment_new (a, b, b);
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);
  Diff diff = { alignment, a, b, changes };

  compare_node (&diff, alignment->root, FALSE);
  return changes;
}
