/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/merge.h"

G_BEGIN_DECLS

#define QTR_N_SIDES 3

typedef struct _QtrMergeNode QtrMergeNode;

/**
 * QtrMergePlace:
 * @parent: (nullable): the record above; %NULL for the root, and where a side does not have the record
 * @field: which of its lists
 */
typedef struct {
  QtrMergeNode *parent;
  const QtrField *field;
} QtrMergePlace;

/**
 * QtrMergeNode:
 * @id: its id in the result
 * @at: (nullable): the record as each side has it
 * @places: where each side has it
 * @other: (nullable): the node that stands for this one, too, because two sides made the same record apart
 * @is_frozen: all sides have the very same record at the same place; nothing below it was looked at
 * @stays: it is in the result
 * @is_kept: one side removed it, and it is in the result all the same
 * @is_torn: its place is in question
 * @is_bound: its place must not be changed again
 * @place: where it is in the result
 *
 * One record, as base, ours and theirs have it.
 */
struct _QtrMergeNode {
  const char *id;
  const QtrRecord *at[QTR_N_SIDES];
  QtrMergePlace places[QTR_N_SIDES];
  QtrMergeNode *other;
  gboolean is_frozen;
  gboolean stays;
  gboolean is_kept;
  gboolean is_torn;
  gboolean is_bound;
  QtrMergePlace place;
};

/**
 * QtrAlignment:
 * @root: the plan
 * @nodes: (element-type QtrMergeNode): all that is not shared by the three, from the root down; those that
 *   @other stands for are left out
 * @index: nodes by type and id
 * @ids: (element-type utf8 utf8): the ids that gave way to another, and that other one
 * @strings: owns ids that were made here
 *
 * Three plans, laid one on another.
 */
typedef struct {
  QtrMergeNode *root;
  GPtrArray *nodes;
  GHashTable *index;
  GHashTable *ids;
  GPtrArray *strings;
} QtrAlignment;

/**
 * qtr_alignment_new:
 *
 * Lays three plans one on another: by id, and what both sides added apart by what people know it by. What
 * they share is not entered.
 *
 * Returns: (transfer full): the alignment, which is valid for as long as the plans
 */
QtrAlignment *qtr_alignment_new (const QtrPlan *base, const QtrPlan *ours, const QtrPlan *theirs);
void qtr_alignment_free (QtrAlignment *self);

/**
 * qtr_alignment_find:
 *
 * Returns: (transfer none) (nullable): the node that stands for @record of any of the sides
 */
QtrMergeNode *qtr_alignment_find (const QtrAlignment *self, gconstpointer record);

/**
 * qtr_alignment_translate:
 * @token: (nullable): an id, or any other short text
 *
 * Returns: (transfer none) (nullable): @token, or the id that it gave way to
 */
const char *qtr_alignment_translate (const QtrAlignment *self, const char *token);

/**
 * qtr_alignment_tell_apart:
 *
 * Once it is known what stays: gives new ids to records of different types that came to have the same one.
 */
void qtr_alignment_tell_apart (QtrAlignment *self);

/**
 * qtr_merge_node_get:
 *
 * Returns: the records in list @field as @side has them; %NULL where it does not have the node
 */
const QtrList *qtr_merge_node_get (const QtrMergeNode *self, QtrSide side, const QtrField *field);

static inline gboolean
qtr_merge_place_equal (QtrMergePlace a, QtrMergePlace b)
{
  return a.parent == b.parent && a.field == b.field;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrAlignment, qtr_alignment_free)

G_END_DECLS
