/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/**
 * QtrSubject:
 * @record: what it is; borrowed
 * @companions: (nullable): what belongs to it; owned
 * @place: where it stands; its texts are borrowed
 * @end: the subjects from the one after it to before this index are within it
 *
 * One thing that rules may look at.
 */
typedef struct {
  QtrSubjectKind kind;
  gconstpointer record;
  QtrList *companions;
  QtrPlace place;
  guint end;
} QtrSubject;

/**
 * qtr_subjects_new:
 * @front: the front matter of @update as a record of its own
 *
 * Returns: (transfer full) (element-type QtrSubject): all there is to look at in an update, in the order in
 * which it is read. Valid for as long as @plan and @front.
 */
GArray *qtr_subjects_new (const QtrPlan *plan, const QtrUpdate *update, const QtrUpdate *front,
                          QtrPeriod quarter);

/**
 * qtr_subjects_new_for_bullets:
 * @headings: (nullable): what stands over them; the text of the record of the whole
 *
 * Returns: (transfer full) (element-type QtrSubject): as above, of a text without a plan
 */
GArray *qtr_subjects_new_for_bullets (const QtrList *bullets, GHashTable *lines, const char *headings);

G_END_DECLS
