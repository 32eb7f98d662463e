/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrChangeKind:
 * @QTR_CHANGE_ADDED: only the plan after has the record
 * @QTR_CHANGE_REMOVED: only the plan before has it
 * @QTR_CHANGE_MOVED: both have it, elsewhere or at another place in its list
 * @QTR_CHANGE_FIELD: a field of it differs
 */
typedef enum { QTR_CHANGE_ADDED, QTR_CHANGE_REMOVED, QTR_CHANGE_MOVED, QTR_CHANGE_FIELD } QtrChangeKind;

/**
 * QtrChange:
 * @before: (nullable): the record before
 * @after: (nullable): the record after
 * @is_within: the record above was added or removed as well, so that this is part of one change
 * @place: (nullable): where the record is, in words: quarter, priority and commitment, or measure; translated
 * @former_place: (nullable): for what moved to another record, where it was
 * @field: (nullable): for %QTR_CHANGE_FIELD, the field's name
 * @is_prose: @old_text and @new_text may be compared by word
 * @old_text: (nullable): what the field said, as the file writes it; of a record that is no more, its words
 * @new_text: (nullable): what the field says; of a new record, its words
 *
 * One difference between two plans.
 */
typedef struct {
  QtrChangeKind kind;
  QtrRecord *before;
  QtrRecord *after;
  gboolean is_within;
  char *place;
  char *former_place;
  char *field;
  gboolean is_prose;
  char *old_text;
  char *new_text;
} QtrChange;

/**
 * qtr_diff:
 * @a: the plan before
 * @b: the plan after
 *
 * Compares two plans record by record. What moved is not removed and added. Shared records cost nothing.
 *
 * Returns: (transfer full) (element-type QtrChange): the differences, in the order in which @b is read
 */
GPtrArray *qtr_diff (const QtrPlan *a, const QtrPlan *b);

/**
 * qtr_change_get_word:
 *
 * Returns: (transfer none): the kind as the command line writes it: `added`, `removed`, `moved`, `changed`
 */
const char *qtr_change_get_word (QtrChangeKind kind);

/**
 * qtr_change_to_sentence:
 *
 * Returns: (transfer full): the change in words, translated: in texts, what went is in `[-…-]` and what came
 * in
 *   `{+…+}`
 */
char *qtr_change_to_sentence (const QtrChange *self);

G_END_DECLS
