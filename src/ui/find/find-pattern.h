/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrFindOptions:
 * @QTR_FIND_MATCH_CASE: capitals are not small letters
 * @QTR_FIND_WHOLE_WORDS: a match neither begins nor ends within a word
 */
typedef enum {
  QTR_FIND_ANYHOW = 0,
  QTR_FIND_MATCH_CASE = 1 << 0,
  QTR_FIND_WHOLE_WORDS = 1 << 1,
} QtrFindOptions;

/**
 * QtrFindRange:
 * @start: its first character, counted in the text
 * @end: the character after its last
 */
typedef struct {
  guint start;
  guint end;
} QtrFindRange;

/**
 * QtrFindPattern:
 *
 * What is looked for, as it is typed: nothing in it has a meaning beyond itself. What Unicode holds to be the
 * same text is the same, however it is written, and unless asked otherwise in capitals or not. A letter is
 * found with its accents or not at all, and neither is half of one letter ("ß" is "ss", and has no "s").
 */
typedef struct _QtrFindPattern QtrFindPattern;

/**
 * qtr_find_pattern_new:
 * @text: UTF-8; an empty one is found nowhere
 */
QtrFindPattern *qtr_find_pattern_new (const char *text, QtrFindOptions options);
void qtr_find_pattern_free (QtrFindPattern *self);

gboolean qtr_find_pattern_is_empty (const QtrFindPattern *self);

/**
 * qtr_find_pattern_search:
 * @text: UTF-8
 *
 * Returns: (transfer full) (nullable) (element-type QtrFindRange): where @text has it, in order, none of them
 *   overlapping; %NULL if nowhere
 */
GArray *qtr_find_pattern_search (const QtrFindPattern *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrFindPattern, qtr_find_pattern_free)

G_END_DECLS
