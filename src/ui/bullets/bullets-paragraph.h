/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * qtr_bullet_compose_paragraph:
 *
 * Returns: (transfer full): @bullet as one paragraph of text: its area, if it has one, run in before what it
 *   says. A line break within the text is shown as a line separator, of as many characters.
 */
char *qtr_bullet_compose_paragraph (const QtrBullet *bullet);

/**
 * qtr_bullet_compose_text:
 * @area: (nullable): what is run in
 * @text: (nullable): before what
 *
 * Returns: (transfer full): likewise
 */
char *qtr_bullet_compose_text (const char *area, const char *text);

/**
 * QtrBulletParagraph:
 * @area: (nullable): the area before its colon
 * @text: what follows it; part of the paragraph that was read
 * @run_in: how many characters area and colon take
 * @offset: at which character @text begins
 *
 * What a paragraph says.
 */
typedef struct {
  char *area;
  const char *text;
  guint run_in;
  guint offset;
} QtrBulletParagraph;

/**
 * qtr_bullet_paragraph_read:
 * @paragraph: (out): to be cleared by qtr_bullet_paragraph_clear()
 * @string: a paragraph, without the end of its line
 * @area: (nullable): the area that the bullet had until now
 * @areas: (element-type utf8 utf8): the areas there are, as a set
 *
 * What stands before a colon is an area if it is known as one, and if the paragraph ends with the colon or
 * goes on with a space.
 */
void qtr_bullet_paragraph_read (QtrBulletParagraph *paragraph, const char *string, const char *area,
                                GHashTable *areas);
void qtr_bullet_paragraph_clear (QtrBulletParagraph *paragraph);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrBulletParagraph, qtr_bullet_paragraph_clear)

G_END_DECLS
