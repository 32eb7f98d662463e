/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "merge/settle.h"
#include "ui/changes/change-item.h"

G_BEGIN_DECLS

#define QTR_TYPE_CONFLICT_CARD (qtr_conflict_card_get_type ())

/**
 * QtrConflictCard:
 *
 * A question that a merge left open: what the one side has beside what the other has, or one below the other
 * where there is no room, and what can be done.
 *
 * Signals: `settled (card, int side)`: a #QtrSide was chosen; `both (card)`: neither is to stand as it is;
 * `go (card)`: somebody wants to see its place.
 */
G_DECLARE_FINAL_TYPE (QtrConflictCard, qtr_conflict_card, QTR, CONFLICT_CARD, AdwBin)

GtkWidget *qtr_conflict_card_new (void);

/**
 * qtr_conflict_card_set_item:
 * @item: (nullable): the question
 * @editable: whether it can be answered
 */
void qtr_conflict_card_set_item (QtrConflictCard *self, QtrChangeItem *item, gboolean editable);
QtrChangeItem *qtr_conflict_card_get_item (QtrConflictCard *self);

G_END_DECLS
