/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

/**
 * QtrBulletDrag:
 *
 * Lets bullets be dragged by their marks within a page and from one of its sections to another, and lets go
 * of them when Escape is pressed. Near its edges, the page scrolls.
 */
typedef struct _QtrBulletDrag QtrBulletDrag;

/**
 * qtr_bullet_drag_new:
 * @viewport: what shows the page
 * @sections: the box with its sections
 *
 * Both have to outlive this.
 */
QtrBulletDrag *qtr_bullet_drag_new (GtkViewport *viewport, GtkBox *sections);
void qtr_bullet_drag_free (QtrBulletDrag *self);

/**
 * qtr_bullet_drag_drop:
 * @source: the editor that has the bullet
 * @bullet: its id; not one that belongs to an editor's record
 * @target: an editor of the same page, perhaps the same
 * @x: where it is dropped, as @target counts
 * @y: where it is dropped, as @target counts
 *
 * What the end of a drag comes to: moves the bullet with its children, with the caret in it.
 *
 * Returns: whether it moved
 */
gboolean qtr_bullet_drag_drop (QtrBulletsView *source, const char *bullet, QtrBulletsView *target, double x,
                               double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBulletDrag, qtr_bullet_drag_free)

G_END_DECLS
