/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/update.h"

G_BEGIN_DECLS

/**
 * qtr_marking_popover_new:
 * @bullets: (element-type QtrBullet): what is to be marked
 *
 * Offers the plan's marking levels, and to be as the document is.
 *
 * Returns: (transfer floating): a #QtrChoicePopover
 */
GtkWidget *qtr_marking_popover_new (const QtrPlan *plan, const QtrUpdate *update, GPtrArray *bullets);

/**
 * qtr_area_popover_new:
 * @bullets: (element-type QtrBullet): what is to be given an area
 *
 * Offers the plan's areas, as they nest, none, and to add what was typed to the plan.
 *
 * Returns: (transfer floating): a #QtrChoicePopover
 */
GtkWidget *qtr_area_popover_new (const QtrPlan *plan, GPtrArray *bullets);

G_END_DECLS
