/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/plan.h"

G_BEGIN_DECLS

/**
 * QtrConflictKind:
 * @QTR_CONFLICT_VALUE: both changed the field, each in its own way; ours stands
 * @QTR_CONFLICT_REMOVAL: one removed the record, and the other went on with it; it stands
 * @QTR_CONFLICT_PLACE: both moved the record, each elsewhere; ours stands, unless theirs is the only way
 *
 * What a merge could not decide.
 */
typedef enum { QTR_CONFLICT_VALUE, QTR_CONFLICT_REMOVAL, QTR_CONFLICT_PLACE } QtrConflictKind;

/**
 * QtrConflict:
 * @about: the id of the record that it speaks of
 * @field: (nullable): which of its fields, by the name in its table or that of an unknown member; %NULL for a
 *   removal or a place
 * @base: (nullable): what was there before, as qtr_field_to_text() writes it; of a removal, the words of the
 *   record; of a place, the id of the record above and the name of its list, with a stroke between them
 * @ours: (nullable): what one side made of it; %NULL where that side emptied the field or removed the record
 * @theirs: (nullable): what the other side made of it
 *
 * A question that a merge left open. It stands beside what it speaks of, so that nothing that is signed
 * changes by asking, and is an error finding until somebody chooses.
 */
typedef struct {
  QtrRecord record;
  const char *const about;
  const char *const field;
  const QtrConflictKind kind;
  const char *const base;
  const char *const ours;
  const char *const theirs;
} QtrConflict;

extern const QtrRecordType qtr_conflict_type;

/**
 * qtr_conflict_new:
 *
 * Its id comes from what it says: the same question has the same id wherever it is asked.
 *
 * Returns: (transfer full): the conflict
 */
QtrConflict *qtr_conflict_new (const char *about, const char *field, QtrConflictKind kind, const char *base,
                               const char *ours, const char *theirs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrConflict, qtr_record_unref)

G_END_DECLS
