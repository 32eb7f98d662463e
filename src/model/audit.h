/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/review.h"

G_BEGIN_DECLS

/**
 * QtrAudit:
 * @heads: the entries that it follows, each as `ID:DIGEST`; none: it begins a log
 * @who: (nullable): who did it
 * @made: when, in ISO 8601
 * @kind: what was done: a word of qtr_audit_kinds; others are kept
 * @records: the ids of the records that it was done to
 * @content: (nullable): of a sign-off, its digest with its signature; of a state, its word
 * @why: (nullable): why
 * @digest: over all of the entry, and so over all that it follows
 *
 * An entry of the log of a plan. Entries name those that they follow, so that the logs of two copies are one
 * log when they are merged, and nothing has to be written anew.
 */
typedef struct {
  QtrRecord record;
  const QtrTokens *const heads;
  const char *const who;
  const char *const made;
  const char *const kind;
  const QtrTokens *const records;
  const char *const content;
  const char *const why;
  const char *const digest;
} QtrAudit;

extern const QtrRecordType qtr_audit_type;

/* What is logged, as the file writes it. */
#define QTR_AUDIT_SIGN "sign"
#define QTR_AUDIT_STATE "state"
#define QTR_AUDIT_IMPORT "import"
#define QTR_AUDIT_RESTATE "restate"
#define QTR_AUDIT_ROLL "roll-forward"
#define QTR_AUDIT_RESOLVE "resolve"

/**
 * qtr_audit_kind_to_words:
 *
 * Returns: (transfer none): what people call it, translated; a kind that is not known stays as it is
 */
const char *qtr_audit_kind_to_words (const char *kind);

/**
 * QtrDeed:
 * @kind: a `QTR_AUDIT_` word
 * @who: (nullable): who did it
 * @made: when, in ISO 8601
 * @why: (nullable): why
 * @content: (nullable): as in #QtrAudit
 *
 * What is to be logged.
 */
typedef struct {
  const char *kind;
  const char *who;
  const char *made;
  const char *why;
  const char *content;
} QtrDeed;

/**
 * qtr_edit_log:
 * @records: (array length=n_records): the ids of the records that it was done to
 *
 * Adds an entry to the log, which follows all that nothing follows yet.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_edit_log (const QtrPlan *plan, const QtrDeed *deed, const char *const *records,
                       guint n_records) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_edit_move_state:
 * @update: an update's id
 * @priority: (nullable): the id of a priority; %NULL: all of the update
 * @deed: who moves it, when, and why, which has to be told where it is moved back
 *
 * As qtr_edit_set_state(), for one priority as well, with an entry of the log, whose content is the state.
 *
 * Returns: (transfer full): the new plan
 */
QtrPlan *qtr_edit_move_state (const QtrPlan *plan, const char *update, const char *priority, QtrState state,
                              const QtrDeed *deed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * qtr_log_list_heads:
 *
 * Returns: (transfer full): the entries that nothing follows, each as `ID:DIGEST`, in the alphabet's order
 */
QtrTokens *qtr_log_list_heads (const QtrPlan *plan);

/**
 * QtrLogFault:
 * @QTR_LOG_EDITED: the entry is not as it was written
 * @QTR_LOG_MISSING: an entry that others follow, or that a key vouches for, is gone or another one
 * @QTR_LOG_SIGN_OFF_GONE: the sign-off that it tells of is gone
 * @QTR_LOG_SIGN_OFF_EDITED: the sign-off that it tells of is not as it was given
 *
 * What is wrong with a log.
 */
typedef enum {
  QTR_LOG_EDITED,
  QTR_LOG_MISSING,
  QTR_LOG_SIGN_OFF_GONE,
  QTR_LOG_SIGN_OFF_EDITED,
} QtrLogFault;

/**
 * QtrLogProblem:
 * @id: of the entry
 */
typedef struct {
  QtrLogFault fault;
  char *id;
} QtrLogProblem;

/**
 * QtrLogAnswer:
 * @problems: (element-type QtrLogProblem): what is wrong, in order
 * @proved: (element-type utf8): the ids of the entries that a key vouches for
 * @proved_until: (nullable): when the last of these was made
 * @n_stated: how many entries nobody vouches for
 *
 * What can be said of a log.
 */
typedef struct {
  GArray *problems;
  GHashTable *proved;
  char *proved_until;
  guint n_stated;
} QtrLogAnswer;

/**
 * qtr_log_verify:
 * @vouchers: (element-type QtrSignOff): the sign-offs whose signature was proved by a key
 *
 * Returns: (transfer full): what can be said of the plan's log
 */
QtrLogAnswer *qtr_log_verify (const QtrPlan *plan, const GPtrArray *vouchers);
void qtr_log_answer_free (QtrLogAnswer *self);

/**
 * qtr_log_problem_to_words:
 *
 * Returns: (transfer full): a sentence for people, translated
 */
char *qtr_log_problem_to_words (const QtrLogProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrAudit, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrLogAnswer, qtr_log_answer_free)

G_END_DECLS
