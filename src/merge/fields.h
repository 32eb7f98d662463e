/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "merge/align.h"

G_BEGIN_DECLS

/**
 * QtrFieldMerge:
 * @alignment: the three plans
 * @conflicts: (element-type QtrConflict): what could not be decided, in the order in which it was found
 * @texts: owns texts that were made
 * @tokens: owns lists of texts that were made
 *
 * What merging fields needs and leaves behind.
 */
typedef struct {
  const QtrAlignment *alignment;
  GPtrArray *conflicts;
  GPtrArray *texts;
  GPtrArray *tokens;
} QtrFieldMerge;

void qtr_field_merge_init (QtrFieldMerge *self, const QtrAlignment *alignment);
void qtr_field_merge_clear (QtrFieldMerge *self);

/**
 * qtr_field_merge_record:
 * @values: (out caller-allocates): one for each field of the node's type; those that are lists are left alone
 *
 * Merges all fields of a record but its lists. The values belong to @self or to the sides.
 *
 * Returns: (transfer none) (nullable): the members that no table knows, merged
 */
const char *qtr_field_merge_record (QtrFieldMerge *self, const QtrMergeNode *node, QtrValue *values);

/**
 * qtr_field_merge_note:
 *
 * Adds a conflict about @node; the arguments are those of qtr_conflict_new().
 */
void qtr_field_merge_note (QtrFieldMerge *self, const QtrMergeNode *node, const char *field,
                           QtrConflictKind kind, const char *base, const char *ours, const char *theirs);

G_END_DECLS
