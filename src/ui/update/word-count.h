/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * qtr_words_count:
 * @text: UTF-8
 *
 * Counts words by the breaks of Unicode: what stands between two breaks is a word if there is a letter or a
 * digit in it, so that "officer’s" and "1,137" are one each.
 */
guint qtr_words_count (const char *text);

/**
 * QtrWordCount:
 *
 * Counts the words of sections, and remembers what each bullet has by its record: after an edit, only the
 * changed bullet is counted anew.
 */
typedef struct _QtrWordCount QtrWordCount;

QtrWordCount *qtr_word_count_new (void);
void qtr_word_count_free (QtrWordCount *self);

/**
 * qtr_word_count_section:
 * @section: (nullable): what is said under a commitment; %NULL: nothing
 *
 * Returns: how many words it has: those of its bullets with their areas, or of the reason for its nil return
 */
guint qtr_word_count_section (QtrWordCount *self, const QtrSection *section);

/**
 * qtr_word_count_get_evaluations:
 *
 * Returns: how many texts have been counted
 */
guint64 qtr_word_count_get_evaluations (const QtrWordCount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrWordCount, qtr_word_count_free)

G_END_DECLS
