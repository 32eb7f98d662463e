/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QTR_TYPE_FINDING_POPOVER (qtr_finding_popover_get_type ())

/**
 * QtrFindingPopover:
 *
 * What is to be said of the words that it points to: the finding, what its fix would write, and the way to
 * the next one.
 *
 * Signals: `fix (popover)`, `next (popover)`, `dismiss (popover)`.
 */
G_DECLARE_FINAL_TYPE (QtrFindingPopover, qtr_finding_popover, QTR, FINDING_POPOVER, GtkPopover)

GtkWidget *qtr_finding_popover_new (void);

/**
 * qtr_finding_popover_set_words:
 * @icon: the name of the severity's icon
 * @severity: the severity in words
 * @message: what is wrong
 * @fix: (nullable): what its words would be; %NULL: it has no fix
 */
void qtr_finding_popover_set_words (QtrFindingPopover *self, const char *icon, const char *severity,
                                    const char *message, const char *fix);

/**
 * qtr_finding_popover_ask:
 *
 * Offers a choice in place of the fix, for a finding that only people can settle. `fix` is emitted for it.
 */
void qtr_finding_popover_ask (QtrFindingPopover *self);

G_END_DECLS
