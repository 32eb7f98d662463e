/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/word.h"
#include "check/rule.h"

G_BEGIN_DECLS

/**
 * QTR_PATTERN_MONTH:
 *
 * A month's name or its abbreviation, as a part of a pattern.
 */
#define QTR_PATTERN_MONTH \
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|" \
  "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"

/**
 * QtrPattern:
 * @source: what is looked for, as GRegex has it; what is in a group named `it` is what is spoken of, else all
 * @regex: made when it is first needed
 *
 * One line of a table of what a rule looks for. It lives as long as the program.
 */
typedef struct {
  const char *source;
  GRegex *regex;
} QtrPattern;

/**
 * qtr_pattern_get_regex:
 *
 * Returns: (transfer none): the pattern, ready for use
 */
GRegex *qtr_pattern_get_regex (QtrPattern *self);

/**
 * qtr_pattern_find:
 * @text: (nullable): where to look
 *
 * Returns: (transfer full) (element-type QtrSpan): what is spoken of by each match, in code points
 */
GArray *qtr_pattern_find (QtrPattern *self, const char *text);

/**
 * qtr_pattern_matches:
 *
 * Returns: whether it is in @text
 */
gboolean qtr_pattern_matches (QtrPattern *self, const char *text);

/**
 * qtr_match_get_span:
 * @text: what was looked in
 *
 * Returns: what is spoken of by the match, in code points
 */
QtrSpan qtr_match_get_span (const GMatchInfo *match, const char *text);

/**
 * qtr_remark_add_words:
 * @text: the bullet's text
 * @words: which of its code points the remark speaks of
 * @message: (transfer full): as in #QtrRemark
 *
 * Adds a remark about some words of the record that a rule looks at.
 *
 * Returns: (transfer none): the remark; valid until the next is added
 */
QtrRemark *qtr_remark_add_words (GArray *remarks, const char *text, QtrSpan words, char *message);

/**
 * qtr_sentences_split:
 *
 * Returns: (transfer full) (element-type QtrSpan): the sentences of @text, in code points
 */
GArray *qtr_sentences_split (const char *text);

G_END_DECLS
