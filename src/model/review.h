/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrState:
 *
 * How far an update has come.
 */
typedef enum { QTR_STATE_DRAFT, QTR_STATE_IN_REVIEW, QTR_STATE_SIGNED_OFF, QTR_STATE_PUBLISHED } QtrState;

/**
 * QtrStatus:
 * @update: the id of the update that it speaks of
 * @priority: (nullable): the id of the priority; %NULL: all of the update
 *
 * Stands beside the update, so that a change of status is no change of what was signed.
 */
typedef struct {
  QtrRecord record;
  const char *const update;
  const QtrState state;
  const char *const priority;
} QtrStatus;

/**
 * QtrComment:
 * @about: the id of the record that it speaks of
 * @author: a person's id
 * @made: when, in ISO 8601
 */
typedef struct {
  QtrRecord record;
  const char *const about;
  const char *const author;
  const char *const made;
  const char *const marking;
  const char *const text;
  const gboolean resolved;
} QtrComment;

/**
 * QtrSignOff:
 * @update: the id of the update that it speaks of
 * @priority: (nullable): the id of the priority; %NULL: all of the update
 * @name: who signed
 * @made: when, in ISO 8601
 * @form: the form in which what was signed is listed
 * @digest: of what was signed, in hexadecimal, as qtr_signed_view_digest() makes it
 * @parts: what was signed, as qtr_signed_view_list() lists it
 * @heads: (nullable): up to where the log went: the ends of it, as qtr_log_list_heads() has them
 * @key: (nullable): the fingerprint of the key that signed
 * @signature: (nullable): its signature over qtr_sign_off_to_text(), armoured
 *
 * That somebody answers for an update, or for one of its priorities, as it stood then. It never changes.
 */
typedef struct {
  QtrRecord record;
  const char *const update;
  const char *const priority;
  const char *const name;
  const char *const statement;
  const char *const made;
  const int form;
  const char *const digest;
  const QtrTokens *const parts;
  const QtrTokens *const heads;
  const char *const key;
  const char *const signature;
} QtrSignOff;

extern const QtrRecordType qtr_status_type;
extern const QtrRecordType qtr_comment_type;
extern const QtrRecordType qtr_sign_off_type;

/**
 * qtr_plan_get_state:
 *
 * Returns: how far the update of that id has come; a draft unless something else was said
 */
QtrState qtr_plan_get_state (const QtrPlan *plan, const char *update);

/**
 * qtr_plan_get_priority_state:
 * @priority: (nullable): the id of a priority; %NULL: all of the update
 *
 * Returns: how far that priority has come in the update of that id
 */
QtrState qtr_plan_get_priority_state (const QtrPlan *plan, const char *update, const char *priority);

/**
 * qtr_state_get_word:
 *
 * Returns: (transfer none): the state as the file and the command line write it
 */
const char *qtr_state_get_word (QtrState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrStatus, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrComment, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrSignOff, qtr_record_unref)

G_END_DECLS
