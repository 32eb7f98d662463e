/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

/**
 * QtrBulletsExit:
 *
 * How the caret leaves a view, and enters the next.
 */
typedef enum {
  QTR_BULLETS_EXIT_UP,
  QTR_BULLETS_EXIT_DOWN,
  QTR_BULLETS_EXIT_BACK,
  QTR_BULLETS_EXIT_FORWARD,
  QTR_BULLETS_EXIT_PAGE_UP,
  QTR_BULLETS_EXIT_PAGE_DOWN,
  QTR_BULLETS_EXIT_FIRST,
  QTR_BULLETS_EXIT_LAST,
} QtrBulletsExit;

/**
 * qtr_bullets_view_enter:
 * @exit: how the caret left the view before
 * @x: where it was, in the coordinates of buffers
 *
 * Takes the focus, with the caret where one document would have it.
 */
void qtr_bullets_view_enter (QtrBulletsView *self, QtrBulletsExit exit, int x);

/**
 * qtr_bullets_view_enter_at:
 * @x: in the coordinates of buffers
 * @y: in those of the widget
 *
 * Takes the focus, with the caret as near to the place as can be.
 */
void qtr_bullets_view_enter_at (QtrBulletsView *self, int x, int y);

/**
 * qtr_bullets_view_place_caret:
 *
 * Takes the focus, with the caret at @place.
 *
 * Returns: whether the view has that bullet
 */
gboolean qtr_bullets_view_place_caret (QtrBulletsView *self, const QtrBulletsPlace *place);

G_END_DECLS
