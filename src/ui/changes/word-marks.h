/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * QtrWordColours:
 * @gone: of words that went, as Pango reads colours
 * @came: of words that came
 *
 * Besides, the ones are struck through and the others underlined: colour says nothing alone.
 */
typedef struct {
  const char *gone;
  const char *came;
} QtrWordColours;

/**
 * qtr_word_colours_get:
 * @dark: whether they stand on a dark ground
 * @contrast: whether they are to be seen as well as can be
 */
const QtrWordColours *qtr_word_colours_get (gboolean dark, gboolean contrast);

/**
 * qtr_word_marks_show:
 * @before: (nullable): a text
 * @after: (nullable): what became of it
 * @attributes: (out) (transfer full): how its words are drawn
 *
 * Returns: (transfer full): both texts as one
 */
char *qtr_word_marks_show (const char *before, const char *after, const QtrWordColours *colours,
                           PangoAttrList **attributes);

/**
 * qtr_word_marks_show_side:
 * @base: (nullable): what it was before
 * @side: (nullable): what one side made of it
 * @attributes: (out) (transfer full): how its words are drawn
 *
 * As qtr_word_marks_show(), with the whole of the side's text and nothing of what went.
 */
char *qtr_word_marks_show_side (const char *base, const char *side, const QtrWordColours *colours,
                                PangoAttrList **attributes);

/**
 * qtr_word_marks_to_spoken:
 *
 * Returns: (transfer full): what went and what came, in a sentence
 */
char *qtr_word_marks_to_spoken (const char *before, const char *after);

G_END_DECLS
