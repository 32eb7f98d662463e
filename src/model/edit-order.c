/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/edit-plan.h"
#include "model/path.h"

/* Records that move together: the wordings of a commitment, or one record alone. */
typedef struct {
  guint start;
  guint n_records;
} Block;

static gboolean
is_followed_by (const QtrRecord *record, const QtrRecord *next)
{
  return record->type == &qtr_commitment_type &&
         g_strcmp0 (((const QtrCommitment *) record)->successor, next->id) == 0;
}

static GArray *
find_blocks (const QtrList *list)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));

  for (guint i = 0; i < qtr_list_length (list); i++) {
    if (i > 0 && is_followed_by (qtr_list_get (list, i - 1), qtr_list_get (list, i)))
      g_array_index (blocks, Block, blocks->len - 1).n_records++;
    else
      g_array_append_val (blocks, ((Block) { i, 1 }));
  }

  return blocks;
}

static guint
find_block (const GArray *blocks, guint index)
{
  guint at = 0;

  while (index >= g_array_index (blocks, Block, at).start + g_array_index (blocks, Block, at).n_records)
    at++;

  return at;
}

static QtrList *
list_in_blocks (const QtrList *list, const GArray *blocks)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++) {
    Block block = g_array_index (blocks, Block, i);

    for (guint j = 0; j < block.n_records; j++)
      g_ptr_array_add (records, (gpointer) qtr_list_get (list, block.start + j));
  }

  return qtr_list_new_from_array (records);
}

/* The priorities of @moved with the numbers that stood in their places before. */
static QtrList *
keep_numbers (const QtrList *before, const QtrList *moved)
{
  g_autoptr (GPtrArray) priorities = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);

  for (guint i = 0; i < qtr_list_length (moved); i++)
    g_ptr_array_add (priorities,
                     qtr_record_with (qtr_list_get (moved, i), "number",
                                      ((const QtrPriority *) qtr_list_get (before, i))->number, NULL));

  return qtr_list_new_from_array (priorities);
}

/* --- The sections --- */

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer ranks)
{
  guint first = qtr_commitments_get_rank (ranks, ((const QtrSection *) a)->commitment);
  guint second = qtr_commitments_get_rank (ranks, ((const QtrSection *) b)->commitment);

  return (first > second) - (first < second);
}

static QtrPlan *
sort_sections_of (const QtrPlan *plan, const QtrUpdate *update, GHashTable *ranks)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (QtrList) sorted = NULL;

  for (guint i = 0; i < qtr_list_length (update->sections); i++)
    g_ptr_array_add (sections, (gpointer) qtr_list_get (update->sections, i));
  g_ptr_array_sort_values_with_data (sections, compare_sections, ranks);
  sorted = qtr_list_new_from_array (sections);
  return qtr_edit_set (plan, update->record.id, "sections", sorted, NULL);
}

/* Takes @plan. */
static QtrPlan *
sort_sections (QtrPlan *plan)
{
  g_autoptr (GHashTable) ranks = qtr_commitments_rank (plan->priorities);
  g_autoptr (QtrPlan) before = qtr_record_ref (plan);

  for (guint i = 0; i < qtr_list_length (before->updates); i++) {
    g_autoptr (QtrPlan) with = plan;

    plan = sort_sections_of (with, qtr_list_get (before->updates, i), ranks);
  }

  return plan;
}

/* --- Moving --- */

static const QtrList *
find_list (const QtrPlan *plan, const char *id, const QtrRecord **parent, const QtrField **field,
           guint *index)
{
  QtrPath path;

  if (qtr_path_find (plan, id, &path) == NULL || path.depth == 0)
    return NULL;

  *parent = qtr_path_get_parent (plan, &path);
  *field = path.steps[path.depth - 1].field;
  *index = path.steps[path.depth - 1].index;
  return qtr_record_get (*parent, *field).list;
}

static QtrList *
move_block (const QtrList *list, guint index, int step)
{
  g_autoptr (GArray) blocks = find_blocks (list);
  guint from = find_block (blocks, index);
  guint to = (guint) CLAMP ((int) from + step, 0, (int) blocks->len - 1);
  Block block = g_array_index (blocks, Block, from);

  g_array_remove_index (blocks, from);
  g_array_insert_val (blocks, to, block);
  return list_in_blocks (list, blocks);
}

QtrPlan *
qtr_edit_reorder (const QtrPlan *plan, const char *id, int step)
{
  const QtrRecord *parent = NULL;
  const QtrField *field = NULL;
  guint index = 0;
  const QtrList *list = find_list (plan, id, &parent, &field, &index);
  g_autoptr (QtrList) moved = NULL;

  g_return_val_if_fail (list != NULL, qtr_record_ref (plan));

  moved = move_block (list, index, step);
  if (field->element == &qtr_priority_type) {
    g_autoptr (QtrList) unnumbered = g_steal_pointer (&moved);

    moved = keep_numbers (list, unnumbered);
  }
  return sort_sections (qtr_edit_set (plan, parent->id, field->name, moved, NULL));
}

QtrPlan *
qtr_edit_take_place (const QtrPlan *plan, const char *id, const char *other)
{
  const QtrRecord *parent = NULL;
  const QtrField *field = NULL;
  guint index = 0;
  guint place = 0;
  const QtrList *list = find_list (plan, id, &parent, &field, &index);
  g_autoptr (GArray) blocks = NULL;

  g_return_val_if_fail (list != NULL, qtr_record_ref (plan));

  if (qtr_list_find (list, other, &place) == NULL)
    return qtr_record_ref (plan);
  blocks = find_blocks (list);
  return qtr_edit_reorder (plan, id, (int) find_block (blocks, place) - (int) find_block (blocks, index));
}
