/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/review.h"
#include "model/signed.h"

G_BEGIN_DECLS

/**
 * QtrSignOffState:
 * @QTR_SIGN_OFF_GOOD: what was signed is as it was
 * @QTR_SIGN_OFF_CHANGED: something of it changed since
 * @QTR_SIGN_OFF_UNKNOWN_KEY: the key that signed is not known here, so that nothing can be said
 * @QTR_SIGN_OFF_BROKEN: the sign-off itself is not as it was given
 *
 * Whether a sign-off holds.
 */
typedef enum {
  QTR_SIGN_OFF_GOOD,
  QTR_SIGN_OFF_CHANGED,
  QTR_SIGN_OFF_UNKNOWN_KEY,
  QTR_SIGN_OFF_BROKEN,
} QtrSignOffState;

/**
 * QtrProof:
 * @QTR_PROOF_STATED: the name is what somebody typed
 * @QTR_PROOF_KEY: a key signed, but that it belongs to that name is only stated
 * @QTR_PROOF_NAME: a key signed that belongs to the name: it is that person's in the plan, or it is trusted
 * here and says so itself
 *
 * How sure it is who signed.
 */
typedef enum { QTR_PROOF_STATED, QTR_PROOF_KEY, QTR_PROOF_NAME } QtrProof;

/**
 * QtrKeyVerdict:
 *
 * What a key ring says of a signature.
 */
typedef enum { QTR_KEY_BROKEN, QTR_KEY_UNKNOWN, QTR_KEY_GOOD } QtrKeyVerdict;

/**
 * QtrKeyAnswer:
 * @owner: (transfer full) (nullable): whose the key says that it is
 * @is_trusted: whether the key ring trusts that it is theirs
 */
typedef struct {
  QtrKeyVerdict verdict;
  char *owner;
  gboolean is_trusted;
} QtrKeyAnswer;

/**
 * QtrKeyAsk:
 * @text: what was signed
 * @key: the fingerprint of the key that must have signed
 * @answer: (out): zeroed before
 *
 * Asks a key ring about a signature.
 */
typedef void (*QtrKeyAsk) (const char *text, const char *signature, const char *key, QtrKeyAnswer *answer);

/**
 * QtrSignOffAnswer:
 * @sign_off: of which it speaks
 * @changes: (element-type QtrSignedChange): what changed since
 * @owner: (nullable): whose the key is
 * @is_superseded: whether the same person signed the same anew later, so that nothing depends on this one
 *
 * What can be said of a sign-off.
 */
typedef struct {
  const QtrSignOff *sign_off;
  QtrSignOffState state;
  QtrProof proof;
  GArray *changes;
  char *owner;
  gboolean is_superseded;
} QtrSignOffAnswer;

/**
 * qtr_sign_offs_verify:
 * @update: (nullable): the id of an update; %NULL: all of them
 * @ask: (nullable): asks about keys; %NULL: no key is known
 *
 * Returns: (transfer full) (element-type QtrSignOffAnswer): what can be said of each sign-off, in the plan's
 * order; valid as long as @plan
 */
GPtrArray *qtr_sign_offs_verify (const QtrPlan *plan, const char *update, QtrKeyAsk ask);

/**
 * qtr_sign_offs_list_vouchers:
 * @answers: (element-type QtrSignOffAnswer):
 *
 * Returns: (transfer container) (element-type QtrSignOff): those that a key signed
 */
GPtrArray *qtr_sign_offs_list_vouchers (const GPtrArray *answers);

/**
 * qtr_sign_off_state_get_word:
 *
 * Returns: (transfer none): as the command line writes it
 */
const char *qtr_sign_off_state_get_word (QtrSignOffState state);
const char *qtr_proof_get_word (QtrProof proof);

/**
 * QtrSigning:
 * @name: who signs
 * @statement: (nullable): what they say with it
 * @made: when, in ISO 8601
 * @key: (nullable): the fingerprint of the key that they sign with
 *
 * What is said when signing.
 */
typedef struct {
  const char *name;
  const char *statement;
  const char *made;
  const char *key;
} QtrSigning;

/**
 * qtr_sign_off_new:
 * @priority: (nullable): the id of a priority; %NULL: all of the update
 *
 * Returns: (transfer full): a sign-off of what the plan holds now, which a key has not signed yet
 */
QtrSignOff *qtr_sign_off_new (const QtrPlan *plan, const QtrUpdate *update, const char *priority,
                              const QtrSigning *signing) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_sign_off_to_text:
 *
 * What a key signs: everything that the sign-off says, with the plan and the quarter that it belongs to, so
 * that it is good nowhere else.
 *
 * Returns: (transfer full): the text
 */
char *qtr_sign_off_to_text (const QtrPlan *plan, const QtrSignOff *sign_off);

/**
 * qtr_edit_sign:
 * @sign_off: with its signature, if it names a key
 *
 * Adds a sign-off, and an entry of the log that tells of it.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_edit_sign (const QtrPlan *plan, const QtrSignOff *sign_off) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
