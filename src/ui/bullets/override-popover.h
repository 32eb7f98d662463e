/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QTR_TYPE_OVERRIDE_POPOVER (qtr_override_popover_get_type ())

/**
 * QtrOverridePopover:
 *
 * Asks what is to be printed in the place of a linked figure, and why.
 *
 * Signal `chosen (popover, const char *text, const char *because)`: both are %NULL where the figure is to
 * follow its measure again.
 */
G_DECLARE_FINAL_TYPE (QtrOverridePopover, qtr_override_popover, QTR, OVERRIDE_POPOVER, GtkPopover)

/**
 * qtr_override_popover_new:
 * @text: (nullable): what is printed in its place already
 * @because: (nullable): and why
 */
GtkWidget *qtr_override_popover_new (const char *text, const char *because);

G_END_DECLS
