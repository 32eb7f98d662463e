/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-lines.h"

G_BEGIN_DECLS

/**
 * QtrBulletsDrop:
 * @line: before which of the lines; their number: after the last
 * @depth: how deep
 * @parent: (nullable): the bullet that it will be below; valid as long as the lines are
 * @index: where among the children of that, or of the section, without what is moved
 *
 * Where a bullet that is dragged would go.
 */
typedef struct {
  guint line;
  guint depth;
  const char *parent;
  guint index;
} QtrBulletsDrop;

/**
 * qtr_bullets_lines_find_drop:
 * @line: before which line; the number of lines: after the last
 * @depth: how deep it would best be
 * @moved: (nullable): the id of what is moved, if it is among these lines
 * @levels: how many levels of children that has
 * @drop: (out): where it goes
 *
 * Finds the place nearest to @depth at which nothing that follows would become a child of what is moved, and
 * nothing would be deeper than bullets can be made.
 */
void qtr_bullets_lines_find_drop (const QtrBulletsLines *lines, guint line, guint depth, const char *moved,
                                  guint levels, QtrBulletsDrop *drop);

/**
 * qtr_bullets_lines_count_levels:
 *
 * Returns: how many levels of children the bullet at @at has
 */
guint qtr_bullets_lines_count_levels (const QtrBulletsLines *lines, guint at);

G_END_DECLS
