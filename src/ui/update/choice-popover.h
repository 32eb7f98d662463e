/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QTR_TYPE_CHOICE_POPOVER (qtr_choice_popover_get_type ())

/**
 * QtrChoicePopover:
 *
 * A list to choose one of, which may be searched, and whose items may nest.
 *
 * Signal `chosen (popover, const char *value)`: an item was chosen; @value is nullable.
 *
 * Signal `wanted (popover, const char *name)`: something was typed that is not in the list, and is to be put
 * there.
 */
G_DECLARE_FINAL_TYPE (QtrChoicePopover, qtr_choice_popover, QTR, CHOICE_POPOVER, GtkPopover)

/**
 * qtr_choice_popover_new:
 * @title: what is chosen
 */
GtkWidget *qtr_choice_popover_new (const char *title);

/**
 * qtr_choice_popover_add:
 * @value: (nullable): what is told when it is chosen
 * @label: what it is called
 * @note: (nullable): what is said beside that
 * @depth: how deep it lies within the items before it
 * @current: whether it is what is chosen now
 */
void qtr_choice_popover_add (QtrChoicePopover *self, const char *value, const char *label, const char *note,
                             guint depth, gboolean current);

/**
 * qtr_choice_popover_set_search:
 * @placeholder: what the search says while it is empty
 * @offer: (nullable): the words that offer to add what is not there, with a "%s" for it
 *
 * Lets the list be searched, and may ask for what it does not have.
 */
void qtr_choice_popover_set_search (QtrChoicePopover *self, const char *placeholder, const char *offer);

G_END_DECLS
