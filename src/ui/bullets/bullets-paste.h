/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrBulletsPaste:
 * @text: what is to be inserted
 * @levels: (element-type guint): for each of its lines, how much deeper it stands than the first
 *
 * Text from elsewhere, made into bullets.
 */
typedef struct {
  char *text;
  GArray *levels;
} QtrBulletsPaste;

/**
 * qtr_bullets_paste_new:
 * @text: any text
 * @at_start: it goes to the beginning of a bullet
 * @at_end: it goes to the end of a bullet
 *
 * A line is a bullet. What marked it as one (a bullet's character, a dash, a number) goes, and becomes its
 * level together with the space before it; empty lines go. Text of one line stays as it is but for what marks
 * it at a bullet's beginning, and for characters that no bullet can hold.
 */
QtrBulletsPaste *qtr_bullets_paste_new (const char *text, gboolean at_start, gboolean at_end);
void qtr_bullets_paste_free (QtrBulletsPaste *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBulletsPaste, qtr_bullets_paste_free)

G_END_DECLS
