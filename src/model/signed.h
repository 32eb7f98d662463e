/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * QTR_SIGNED_FORM:
 *
 * The form in which this version lists what is signed.
 */
#define QTR_SIGNED_FORM 1

/**
 * qtr_signed_view_list:
 * @priority: (nullable): the id of a priority; %NULL: all of the update
 *
 * Lists all that somebody who signs answers for: the plan's own wording, the front matter, the promises that
 * hold in the quarter and what is said under them, headlines and notes, and the figures that are shown or
 * that bullets link to, each with the value that the update knows. Of a measure that is shown it is every
 * period up to the quarter; of one that is only linked, the periods that the links speak of.
 *
 * Returns: (transfer full) (element-type utf8): a line for each, in order: what it is, its id, what it stands
 * under, and its digest, which leaves out what stands beside
 */
GPtrArray *qtr_signed_view_list (const QtrPlan *plan, const QtrUpdate *update, const char *priority);

/**
 * qtr_signed_view_digest:
 * @parts: (array length=n_parts): as qtr_signed_view_list() lists them
 *
 * Returns: (transfer full): SHA-256 over @parts and what they belong to, in hexadecimal
 */
char *qtr_signed_view_digest (int form, const QtrPlan *plan, const char *update, const char *priority,
                              const char *const *parts, guint n_parts);

/**
 * QtrSignedChangeKind:
 *
 * What became of a record since it was signed. One is moved if it stands under another one, or if those
 * under it are in another order.
 */
typedef enum { QTR_SIGNED_CHANGED, QTR_SIGNED_MOVED, QTR_SIGNED_CAME, QTR_SIGNED_WENT } QtrSignedChangeKind;

/**
 * QtrSignedChange:
 * @what: what it is: `bullet`, `value`, …
 * @id: the record's; of a value, its observation's
 */
typedef struct {
  QtrSignedChangeKind kind;
  char *what;
  char *id;
} QtrSignedChange;

/**
 * qtr_signed_view_compare:
 * @before: (array length=n_before): what was signed
 * @now: (element-type utf8): what is listed now
 *
 * Returns: (transfer full) (element-type QtrSignedChange): what differs, in order
 */
GArray *qtr_signed_view_compare (const char *const *before, guint n_before, const GPtrArray *now);

/**
 * qtr_signed_change_kind_get_word:
 *
 * Returns: (transfer none): as the command line writes it
 */
const char *qtr_signed_change_kind_get_word (QtrSignedChangeKind kind);

/**
 * qtr_signed_change_to_words:
 *
 * Returns: (transfer full): a sentence for people, translated
 */
char *qtr_signed_change_to_words (const QtrPlan *plan, const QtrSignedChange *change);

G_END_DECLS
