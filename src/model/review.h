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
 *
 * Stands beside the update, so that a change of status is no change of what was signed.
 */
typedef struct {
  QtrRecord record;
  const char *const update;
  const QtrState state;
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
 * @digest: of what was signed, in hexadecimal
 * @key: (nullable): the key that signed
 * @signature: (nullable): its signature, armoured
 */
typedef struct {
  QtrRecord record;
  const char *const update;
  const char *const priority;
  const char *const name;
  const char *const statement;
  const char *const made;
  const char *const digest;
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
 * qtr_state_get_word:
 *
 * Returns: (transfer none): the state as the file and the command line write it
 */
const char *qtr_state_get_word (QtrState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrStatus, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrComment, qtr_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrSignOff, qtr_record_unref)

G_END_DECLS
