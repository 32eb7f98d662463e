/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

/* What pasting comes to once the clipboard has been read: each is one edit, in place of the selection. */

/**
 * qtr_bullets_view_paste_text:
 * @text: any text; its lines become bullets
 */
void qtr_bullets_view_paste_text (QtrBulletsView *self, const char *text);

/**
 * qtr_bullets_view_paste_bullets:
 * @bullets: (element-type QtrBullet): from elsewhere; they get ids of their own
 *
 * Puts bullets with their areas and markings into an empty bullet, or beside one that is not; one alone comes
 * into it as words.
 */
void qtr_bullets_view_paste_bullets (QtrBulletsView *self, const QtrList *bullets);

G_END_DECLS
