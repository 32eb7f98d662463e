/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim.h"

/**
 * CorpusLine:
 * @expect: `ok`, `mismatch`, `unverifiable` or `none`
 *
 * One line of a corpus: what is to be said of one claim.
 */
typedef struct {
  char *expect;
  char *relation;
  char *span;
  char *fix;
} CorpusLine;

/**
 * CorpusEntry:
 * @id: as in the file
 * @bullet: its text, with its children
 * @lines: (element-type CorpusLine): what is to be said of it
 */
typedef struct {
  char *id;
  QtrBullet *bullet;
  GPtrArray *lines;
} CorpusEntry;

/**
 * corpus_load:
 * @name: of a file beside this program's source
 *
 * Returns: (transfer full) (element-type CorpusEntry): its entries, in order
 */
GPtrArray *corpus_load (const char *name);

/**
 * corpus_claim_covers:
 *
 * Returns: whether a claim's span overlaps the words @span, which stand once in the entry
 */
gboolean corpus_claim_covers (const CorpusEntry *entry, const QtrClaim *claim, const char *span);
