/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrCodePoints:
 * @at: owned
 * @length: how many there are
 *
 * A text by its code points, which is what places in a text are counted in.
 */
typedef struct {
  gunichar *at;
  int length;
} QtrCodePoints;

/**
 * qtr_code_points_read:
 * @text: (nullable): %NULL is the empty text
 *
 * Returns: the text's code points, to be freed by qtr_code_points_clear()
 */
QtrCodePoints qtr_code_points_read (const char *text);

void qtr_code_points_clear (QtrCodePoints *self);

/**
 * qtr_code_points_get:
 *
 * Returns: the code point at @index; 0, which is in no word, past either end
 */
static inline gunichar
qtr_code_points_get (const QtrCodePoints *self, int index)
{
  return index >= 0 && index < self->length ? self->at[index] : 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrCodePoints, qtr_code_points_clear)

G_END_DECLS
