/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/word.h"

G_BEGIN_DECLS

/**
 * QtrAcronym:
 * @words: where it stands
 * @letters: the acronym, in the singular
 * @expansion: (nullable): what it is said to stand for, if it is said just here
 * @is_loose: whether @expansion was not found by its letters but only stands before the brackets
 *
 * An acronym as it is used once.
 */
typedef struct {
  QtrSpan words;
  char *letters;
  char *expansion;
  gboolean is_loose;
} QtrAcronym;

/**
 * qtr_acronyms_read:
 * @text: (nullable): where to look
 *
 * Reads the acronyms that a reader may have to be told the meaning of. The names of operations, words in
 * capitals for emphasis and what everybody knows are none. What they stand for is found by the letters, from
 * the last to the first, as in A. S. Schwartz and M. A. Hearst, A Simple Algorithm for Identifying
 * Abbreviation Definitions in Biomedical Text, 2003: before the acronym in brackets, or after it.
 *
 * Returns: (transfer full) (element-type QtrAcronym): one for each use, in order
 */
GArray *qtr_acronyms_read (const char *text);

/**
 * qtr_acronym_expansions_agree:
 *
 * Returns: whether two expansions mean the same: they differ at most in case, hyphens, the plural and words
 *   at either end
 */
gboolean qtr_acronym_expansions_agree (const char *a, const char *b);

G_END_DECLS
