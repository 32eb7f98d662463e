/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_ID_LENGTH:
 *
 * How many characters an id has: 80 random bits at five bits a character.
 */
#define QTR_ID_LENGTH 16

/**
 * qtr_id_new:
 *
 * Returns: (transfer full): a new random id of %QTR_ID_LENGTH characters, lower-case letters and digits, in
 *   Crockford's base 32
 */
char *qtr_id_new (void);

/**
 * qtr_id_derive:
 * @kind: what it is for, so that ids of different things differ
 * @words: (array length=n_words) (element-type utf8): what the id stands for; %NULL is another word than ""
 *
 * Returns: (transfer full): an id that is always the same for the same words
 */
char *qtr_id_derive (const char *kind, const char *const *words, guint n_words);

/**
 * qtr_id_is_valid:
 *
 * Returns: whether @text could be an id: one to 64 letters, digits, hyphens and underscores. Files made by
 *   hand may use readable ids.
 */
gboolean qtr_id_is_valid (const char *text);

/**
 * qtr_id_seed:
 * @seed: any number but zero; zero goes back to the system's randomness
 *
 * Makes the ids of this process repeat, for tests and fixtures.
 */
void qtr_id_seed (guint64 seed);

G_END_DECLS
