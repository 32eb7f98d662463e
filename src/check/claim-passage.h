/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/code-points.h"
#include "check/claim-lexicon.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrClaimItemKind:
 * @QTR_CLAIM_EDGE: what lies past either end of a line
 * @QTR_CLAIM_WORD: letters, with the digits, hyphens and apostrophes within
 * @QTR_CLAIM_NUMBER: digits with their separators
 * @QTR_CLAIM_MARK: anything else but spaces
 * @QTR_CLAIM_QUANTITY: a quantity, once those were read; it stands for all it is made of
 */
typedef enum {
  QTR_CLAIM_EDGE,
  QTR_CLAIM_WORD,
  QTR_CLAIM_NUMBER,
  QTR_CLAIM_MARK,
  QTR_CLAIM_QUANTITY,
} QtrClaimItemKind;

/**
 * QtrClaimItem:
 * @word: a word in small letters, a number's digits without separators, a mark (all dashes are "–", a hyphen
 *   is "-"); never %NULL
 * @suffix: the letters that a number carries, as they stand: "26.1mph"; else empty
 * @senses: what the lexicon says
 * @start, @end: its code points in the text of its line
 * @line: in which line of the passage it stands
 * @sentence: counted through the passage; one that does not end is cut
 * @depth: in how many brackets it stands; the brackets themselves do
 * @quantity: which quantity it is, if it is one
 * @spaced: whether a space stands before it
 * @capital: whether it begins with a capital
 * @grouped: whether a number's thousands are separated
 *
 * A word, a number or a mark.
 */
typedef struct {
  QtrClaimItemKind kind;
  const char *word;
  const char *suffix;
  guint senses;
  int start;
  int end;
  guint line;
  guint sentence;
  guint depth;
  guint quantity;
  gboolean spaced;
  gboolean capital;
  gboolean grouped;
} QtrClaimItem;

/**
 * QtrClaimLine:
 * @bullet: whose text it is
 * @depth: how deep it stands under the passage's first
 * @first, @n_items: which items are in it
 */
typedef struct {
  const QtrBullet *bullet;
  guint depth;
  guint first;
  guint n_items;
  QtrCodePoints text;
} QtrClaimLine;

/**
 * QtrClaimPassage:
 * @lines: (element-type QtrClaimLine): a bullet and all under it, in order
 * @items: (element-type QtrClaimItem): their words
 * @quantities: (element-type QtrClaimQuantity): what was read from the numbers among them
 * @words: holds their texts
 *
 * What belongs together when claims are read: a top bullet with all its children.
 */
typedef struct {
  GArray *lines;
  GArray *items;
  GArray *quantities;
  GStringChunk *words;
} QtrClaimPassage;

/**
 * qtr_claim_passage_new:
 * @top: a bullet; to live as long as the passage
 *
 * Returns: (transfer full): its words, and those of its children
 */
QtrClaimPassage *qtr_claim_passage_new (const QtrBullet *top);

void qtr_claim_passage_free (QtrClaimPassage *self);

/**
 * qtr_claim_passage_get_item:
 *
 * Returns: (transfer none): the item at @index; past either end, one that is nothing
 */
const QtrClaimItem *qtr_claim_passage_get_item (const QtrClaimPassage *self, int index);

/**
 * qtr_claim_passage_get_text:
 *
 * Returns: (transfer full): what stands in a line between two of its code points
 */
char *qtr_claim_passage_get_text (const QtrClaimPassage *self, guint line, int start, int end);

/**
 * qtr_claim_item_is:
 * @words: words with "|" between them: "from|than"
 *
 * Returns: whether the item is a word or a mark, and one of @words
 */
gboolean qtr_claim_item_is (const QtrClaimItem *item, const char *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrClaimPassage, qtr_claim_passage_free)

G_END_DECLS
