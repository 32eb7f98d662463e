/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_wording_words:
 *
 * Returns: (transfer full): the words of @text: letters and digits, case folded, punctuation left out
 */
GStrv qtr_wording_words (const char *text);

/**
 * qtr_wording_fold:
 *
 * Returns: (transfer full): the words of @text with one space between them; equal for texts that differ in
 *   case, punctuation and spacing only
 */
char *qtr_wording_fold (const char *text);

/**
 * qtr_wording_normalise:
 *
 * Returns: (transfer full): @text with one space for any, one shape of quotes and dashes, and without the
 *   full stop at its end; equal for texts that print the same but for those
 */
char *qtr_wording_normalise (const char *text);

/**
 * qtr_wording_fold_title:
 *
 * As qtr_wording_fold(), without the acronym that stands in brackets at the end.
 */
char *qtr_wording_fold_title (const char *text);

/**
 * qtr_wording_similarity:
 *
 * How much two texts have in common: twice their common words (each as often as it stands in both) over all
 * their words, words that carry little meaning counting little (after Dice's coefficient).
 *
 * Returns: 0 to 1
 */
double qtr_wording_similarity (const char *a, const char *b);

G_END_DECLS
