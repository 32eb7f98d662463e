/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_PLAN_ITEM_ROW (qtr_plan_item_row_get_type ())

/**
 * QtrPlanItemKind:
 *
 * What a row of the plan's page, or of the measures', stands for.
 */
typedef enum {
  QTR_PLAN_ITEM_PRIORITY,
  QTR_PLAN_ITEM_COMMITMENT,
  QTR_PLAN_ITEM_AREA,
  QTR_PLAN_ITEM_PERSON,
  QTR_PLAN_ITEM_MARKING,
  QTR_PLAN_ITEM_TERM,
  QTR_PLAN_ITEM_MEASURE,
  QTR_N_PLAN_ITEM_KINDS,
} QtrPlanItemKind;

/**
 * QtrPlanItemRow:
 *
 * A part of the plan that stands in a list with others: it is opened, moved (with its menu, with the keys, by
 * dragging), ended, removed. The row knows none of this; it says what is asked of it.
 *
 * Signals: `asked (row, const char *what)`, with the name of one of its actions without "item.": `edit`,
 * `add-within`, `move-up`, `move-down`, `end`, `uses`, `retire`, `remove`; `placed (row, QtrPlanItemRow
 * *other)`, when @other, of the same kind, was dropped on it.
 */
G_DECLARE_FINAL_TYPE (QtrPlanItemRow, qtr_plan_item_row, QTR, PLAN_ITEM_ROW, AdwActionRow)

/**
 * qtr_plan_item_row_new:
 * @key: the record's id; the name of a marking, which has none
 */
GtkWidget *qtr_plan_item_row_new (QtrPlanItemKind kind, const char *key);

QtrPlanItemKind qtr_plan_item_row_get_kind (QtrPlanItemRow *self);
const char *qtr_plan_item_row_get_key (QtrPlanItemRow *self);

/**
 * qtr_plan_item_row_set_words:
 * @title: (nullable): what it is called
 * @subtitle: (nullable): what is to be known besides; for a commitment, the title is its lead and this its
 *   text
 * @note: (nullable): when it holds
 */
void qtr_plan_item_row_set_words (QtrPlanItemRow *self, const char *title, const char *subtitle,
                                  const char *note);

/**
 * qtr_plan_item_row_set_number:
 * @number: what stands before it; 0: nothing
 */
void qtr_plan_item_row_set_number (QtrPlanItemRow *self, int number);

/**
 * qtr_plan_item_row_set_place:
 * @depth: how deep it lies in others of its kind
 * @first: whether nothing stands before it that it could be moved past
 * @last: whether nothing stands after it
 */
void qtr_plan_item_row_set_place (QtrPlanItemRow *self, guint depth, gboolean first, gboolean last);

G_END_DECLS
