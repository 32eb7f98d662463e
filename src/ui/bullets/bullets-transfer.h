/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * QTR_BULLETS_MIME_TYPE:
 *
 * How bullets go over the clipboard between windows of this program: a plan with nothing but these bullets in
 * it, in the form of the `.quarterly` file.
 */
#define QTR_BULLETS_MIME_TYPE "application/vnd.quarterly.bullets+json"

/**
 * qtr_bullets_write_own:
 *
 * Returns: (transfer full): @bullets in the program's own form, with area, marking and nesting
 */
GBytes *qtr_bullets_write_own (const QtrList *bullets);

/**
 * qtr_bullets_read_own:
 *
 * Returns: (transfer full) (nullable) (element-type QtrBullet): what qtr_bullets_write_own() wrote, with the
 *   ids that it had; %NULL if @bytes are not that
 */
QtrList *qtr_bullets_read_own (GBytes *bytes);

/**
 * qtr_bullets_write_text:
 *
 * Returns: (transfer full): @bullets as text: a line each, with a tab for each level and a bullet's character
 */
char *qtr_bullets_write_text (const QtrList *bullets);

/**
 * qtr_bullets_write_html:
 *
 * Returns: (transfer full): @bullets as nested lists
 */
char *qtr_bullets_write_html (const QtrList *bullets);

/**
 * qtr_bullets_read_html:
 * @bytes: HTML as word processors and browsers put it on the clipboard
 *
 * Items of lists, paragraphs, lines and rows of tables become bullets, lists below a paragraph its children.
 * Of what they looked like nothing is taken.
 *
 * Returns: (transfer full) (nullable) (element-type QtrBullet): the bullets; %NULL if there is no text
 */
QtrList *qtr_bullets_read_html (GBytes *bytes);

G_END_DECLS
