/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * QtrPercentForm:
 * @QTR_PERCENT_ANY: as the writer likes
 * @QTR_PERCENT_SIGN: "18%"
 * @QTR_PERCENT_WORDS: "18 per cent"
 *
 * How a percentage is written.
 */
typedef enum { QTR_PERCENT_ANY, QTR_PERCENT_SIGN, QTR_PERCENT_WORDS } QtrPercentForm;

/**
 * QtrSmallNumbers:
 * @QTR_SMALL_NUMBERS_ANY: as the writer likes
 * @QTR_SMALL_NUMBERS_WORDS: "seven officers"
 * @QTR_SMALL_NUMBERS_DIGITS: "7 officers"
 *
 * How the numbers from one to ten are written.
 */
typedef enum { QTR_SMALL_NUMBERS_ANY, QTR_SMALL_NUMBERS_WORDS, QTR_SMALL_NUMBERS_DIGITS } QtrSmallNumbers;

/**
 * QtrTerm:
 * @avoid: the word or words that are not to be used: "utilise"
 * @use: what stands in their place: "use"
 *
 * One word that the house has a better one for.
 */
typedef struct {
  QtrRecord record;
  const char *const avoid;
  const char *const use;
} QtrTerm;

extern const QtrRecordType qtr_term_type;

/* The words by which the file calls them, NULL-terminated. */
extern const char *const qtr_percent_forms[];
extern const char *const qtr_small_numbers[];

/**
 * qtr_accent_check:
 *
 * A #QtrFieldCheck for the accent colour: `#rrggbb`.
 */
gboolean qtr_accent_check (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrTerm, qtr_record_unref)

G_END_DECLS
