/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "merge/diff.h"
#include "model/conflict.h"

G_BEGIN_DECLS

/**
 * QtrChangeItemKind:
 * @QTR_CHANGE_ITEM_NEW, @QTR_CHANGE_ITEM_DROPPED, @QTR_CHANGE_ITEM_SAME: of an update that is compared with
 * the one before it, where no record is the same
 */
typedef enum {
  QTR_CHANGE_ITEM_CONFLICT,
  QTR_CHANGE_ITEM_ADDED,
  QTR_CHANGE_ITEM_REMOVED,
  QTR_CHANGE_ITEM_MOVED,
  QTR_CHANGE_ITEM_CHANGED,
  QTR_CHANGE_ITEM_NEW,
  QTR_CHANGE_ITEM_DROPPED,
  QTR_CHANGE_ITEM_SAME,
} QtrChangeItemKind;

/**
 * QtrChangeWords:
 * @heading: where it is; items of one heading stand together
 * @title: what it is, as it stands within a sentence: "bullet, area"
 * @note: (nullable): what else there is to say
 * @old_text: (nullable): what went
 * @new_text: (nullable): what came
 * @about: (nullable): the id of what it speaks of
 *
 * What a row says.
 */
typedef struct {
  QtrChangeItemKind kind;
  char *heading;
  char *title;
  char *note;
  char *old_text;
  char *new_text;
  char *about;
} QtrChangeWords;

#define QTR_TYPE_CHANGE_ITEM (qtr_change_item_get_type ())

/**
 * QtrChangeItem:
 *
 * A row of the changes: one difference of two plans, or a question that a merge left open. It may be made in
 * any thread.
 *
 * Properties: `heading`, `words` (all of it, for who does not see it), `place` (where that is, likewise).
 */
G_DECLARE_FINAL_TYPE (QtrChangeItem, qtr_change_item, QTR, CHANGE_ITEM, GObject)

/**
 * qtr_change_item_new:
 * @words: what it says; its texts are taken over
 */
QtrChangeItem *qtr_change_item_new (const QtrChangeWords *words);

const QtrChangeWords *qtr_change_item_get_words (QtrChangeItem *self);

/**
 * qtr_change_item_set_section:
 * @section: under which heading it stands, counted from the top
 */
void qtr_change_item_set_section (QtrChangeItem *self, guint section);
guint qtr_change_item_get_section (QtrChangeItem *self);

/**
 * qtr_change_item_add_change:
 * @changes: (element-type QtrChange): what qtr_diff() found
 * @index: which of them the item shows; it may show several as one
 */
void qtr_change_item_add_change (QtrChangeItem *self, GPtrArray *changes, guint index);

/**
 * qtr_change_item_join:
 *
 * Shows that something gave way to something else: what @other, which came, says is shown by this item, whose
 * own text went.
 */
void qtr_change_item_join (QtrChangeItem *self, QtrChangeItem *other);

/**
 * qtr_change_item_revert:
 * @now: the plan as it is
 * @before: the plan that it was compared with
 *
 * Returns: (transfer full) (nullable): the plan without what the item shows, or %NULL with
 *   %QTR_ERROR_REFUSED: see qtr_revert()
 */
QtrPlan *qtr_change_item_revert (QtrChangeItem *self, const QtrPlan *now, const QtrPlan *before,
                                 GError **error);

/**
 * qtr_change_item_can_revert:
 *
 * Returns: whether there is anything that could be taken back
 */
gboolean qtr_change_item_can_revert (QtrChangeItem *self);

/**
 * qtr_change_item_set_conflict:
 * @conflict: the question that it is about
 * @plan: a plan that has it
 */
void qtr_change_item_set_conflict (QtrChangeItem *self, const QtrConflict *conflict, const QtrPlan *plan);
const QtrConflict *qtr_change_item_get_conflict (QtrChangeItem *self);
const QtrPlan *qtr_change_item_get_plan (QtrChangeItem *self);

/**
 * qtr_change_item_is_same:
 *
 * Returns: whether both say the same
 */
gboolean qtr_change_item_is_same (QtrChangeItem *self, QtrChangeItem *other);

/**
 * qtr_change_item_take_over:
 * @other: one that says the same, of a later comparison
 *
 * What it is taken back by is from now on what @other is.
 */
void qtr_change_item_take_over (QtrChangeItem *self, QtrChangeItem *other);

/**
 * qtr_change_item_kind_to_word:
 *
 * Returns: (transfer none): the kind, translated: "Added"
 */
const char *qtr_change_item_kind_to_word (QtrChangeItemKind kind);
const char *qtr_change_item_kind_get_icon (QtrChangeItemKind kind);

G_END_DECLS
