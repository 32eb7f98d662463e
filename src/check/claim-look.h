/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/claim-passage.h"

G_BEGIN_DECLS

/*
 * How the readers of claims look at the words of a passage: they do nothing else, so the names are short.
 */

static inline const QtrClaimItem *
get (const QtrClaimPassage *passage, int at)
{
  return qtr_claim_passage_get_item (passage, at);
}

/* Whether a word or mark is one of several: "from|than". */
static inline gboolean
is (const QtrClaimPassage *passage, int at, const char *words)
{
  return qtr_claim_item_is (get (passage, at), words);
}

/* Whether it has one of several senses. */
static inline gboolean
has (const QtrClaimPassage *passage, int at, guint senses)
{
  return (get (passage, at)->senses & senses) != 0;
}

static inline gboolean
is_word (const QtrClaimPassage *passage, int at)
{
  return get (passage, at)->kind == QTR_CLAIM_WORD;
}

G_END_DECLS
