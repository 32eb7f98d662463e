/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrSpan:
 * @start: the first code point of a text that belongs to it
 * @end: the first one that does not
 */
typedef struct {
  int start;
  int end;
} QtrSpan;

/**
 * qtr_words_find:
 * @words: one word or several; not empty
 *
 * Looks for words as they stand by themselves, whatever the case and the kind of space between them: "use" is
 * neither in "reuse" nor in "re-use", but it is in "its use's end".
 *
 * Returns: (transfer full) (element-type QtrSpan): where they stand, from the first to the last, none within
 *   another
 */
GArray *qtr_words_find (const char *text, const char *words);

/**
 * qtr_words_follow_case:
 * @replacement: what is to come in the place of @found
 * @model: @found as the rule has it
 * @found: @model as it stands in the text
 *
 * Returns: (transfer full): @replacement, in capitals where @found is in capitals and @model is not, and with
 *   the case of its first letter turned where @found turns that of @model
 */
char *qtr_words_follow_case (const char *replacement, const char *model, const char *found);

G_END_DECLS
