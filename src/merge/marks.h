/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrMarkKind:
 * @QTR_MARK_SAME: both texts have it
 * @QTR_MARK_GONE: only the text before has it
 * @QTR_MARK_CAME: only the text after has it
 */
typedef enum { QTR_MARK_SAME, QTR_MARK_GONE, QTR_MARK_CAME } QtrMarkKind;

/**
 * QtrMark:
 *
 * A part of two texts that are shown as one.
 */
typedef struct {
  QtrMarkKind kind;
  char *text;
} QtrMark;

/**
 * qtr_marks_new:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 *
 * Compares two texts by word. What they have in common is shortened, with an ellipsis, to what is near a
 * difference.
 *
 * Returns: (transfer full) (element-type QtrMark): the parts, in reading order; what went stands before what
 *   came in its place
 */
GArray *qtr_marks_new (const char *before, const char *after);

G_END_DECLS
