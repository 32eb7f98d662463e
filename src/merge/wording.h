/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrWording:
 * @text: the whole
 * @offsets: (element-type guint): in which byte each piece begins, and last, where the text ends
 * @length: how many pieces there are
 *
 * A text in pieces, which put together are the text: words (letters and digits, with the apostrophes and
 * hyphens within them and the commas and points within numbers), linked figures, runs of white space, and
 * other characters one by one.
 */
typedef struct {
  const char *text;
  GArray *offsets;
  guint length;
} QtrWording;

/**
 * QtrHunk:
 * @start, @end: the pieces of the text before that went, the one at @end not included
 * @from, @to: the pieces of the text after that came in their place, likewise
 *
 * One place where two texts differ.
 */
typedef struct {
  guint start;
  guint end;
  guint from;
  guint to;
} QtrHunk;

/**
 * qtr_wording_init:
 * @text: (nullable): a text, which has to live as long as @words
 */
void qtr_wording_init (QtrWording *words, const char *text);
void qtr_wording_clear (QtrWording *words);

/**
 * qtr_wording_slice:
 *
 * Returns: (transfer full): the text of the pieces from @start to before @end
 */
char *qtr_wording_slice (const QtrWording *words, guint start, guint end);

/**
 * qtr_wording_diff:
 *
 * Compares two texts by E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1
 * (1986). Texts that have next to nothing in common are one hunk, and cost no more time for it.
 *
 * Returns: (transfer full) (element-type QtrHunk): where they differ, from the first to the last
 */
GArray *qtr_wording_diff (const QtrWording *before, const QtrWording *after);

/**
 * qtr_wording_merge:
 * @base: (nullable): the text before
 * @ours: (nullable): what one side made of it
 * @theirs: (nullable): what the other side made of it
 *
 * Applies both sides' changes. They conflict if both changed the same piece, or both put something else in
 * at the same gap.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if they conflict
 */
char *qtr_wording_merge (const char *base, const char *ours, const char *theirs);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrWording, qtr_wording_clear)

G_END_DECLS
