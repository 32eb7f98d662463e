/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-drop.h"
#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

/**
 * qtr_bullets_view_find_handle:
 * @x: as the widget counts
 * @y: as the widget counts
 *
 * Returns: (transfer none) (nullable): the id of the bullet whose mark in the margin is there
 */
const char *qtr_bullets_view_find_handle (QtrBulletsView *self, double x, double y);

/**
 * qtr_bullets_view_find_drop:
 * @bullet: the id of what is dragged, of this or another view
 * @levels: how many levels of children it has
 * @drop: (out): where it would go, valid until the bullets change
 */
void qtr_bullets_view_find_drop (QtrBulletsView *self, double x, double y, const char *bullet, guint levels,
                                 QtrBulletsDrop *drop);

/**
 * qtr_bullets_view_count_levels:
 * @bullet: the id of one of its bullets
 *
 * Returns: how many levels of children it has
 */
guint qtr_bullets_view_count_levels (QtrBulletsView *self, const char *bullet);

/**
 * qtr_bullets_view_show_drop:
 * @drop: (nullable): where to draw the line; %NULL: nowhere
 */
void qtr_bullets_view_show_drop (QtrBulletsView *self, const QtrBulletsDrop *drop);

/**
 * qtr_bullets_view_show_dragged:
 * @bullet: (nullable): the id of what is dragged, to be shown as that; %NULL: nothing
 */
void qtr_bullets_view_show_dragged (QtrBulletsView *self, const char *bullet);

/**
 * qtr_bullets_view_list_carried:
 * @step: -1 or 1
 *
 * Returns: (transfer full) (nullable): the ids of the chosen bullets, if there is nothing before, or after,
 *   them that they could be moved past; %NULL otherwise
 */
GStrv qtr_bullets_view_list_carried (QtrBulletsView *self, int step);

G_END_DECLS
