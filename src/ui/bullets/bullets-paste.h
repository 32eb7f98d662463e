/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrBulletsPaste:
 * @text: what is to be inserted
 * @levels: (element-type guint): for each of its lines, how much deeper it stands than the first
 * @bullets: (nullable) (element-type QtrBullet): for each of its lines, the bullet that it is to be like;
 *   %NULL where it is only the rest of one that is there
 *
 * Text from elsewhere, made into bullets.
 */
typedef struct {
  char *text;
  GArray *levels;
  GPtrArray *bullets;
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

/**
 * qtr_bullets_paste_new_for_bullets:
 * @bullets: (element-type QtrBullet): what is to be inserted
 * @at_start: it goes to the beginning of a bullet
 * @at_end: it goes to the end of a bullet
 *
 * Whole bullets stay whole: what is before and behind them becomes bullets of their own.
 */
QtrBulletsPaste *qtr_bullets_paste_new_for_bullets (const QtrList *bullets, gboolean at_start,
                                                    gboolean at_end);
void qtr_bullets_paste_free (QtrBulletsPaste *paste);

/**
 * qtr_bullets_paste_skip_mark:
 *
 * Returns: (transfer none): @text behind what marks it as a bullet
 */
const char *qtr_bullets_paste_skip_mark (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBulletsPaste, qtr_bullets_paste_free)

G_END_DECLS
