/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "check/finding.h"

G_BEGIN_DECLS

#define QTR_TYPE_FINDINGS_ROW (qtr_findings_row_get_type ())

/**
 * QtrFindingsRow:
 *
 * One finding in words: what the list binds to.
 *
 * Properties, all read-only: `message`, `place`, `detail` (severity, place and the words it speaks of),
 * `severity` (one word), `icon`, `classes`, `fixable`, `fix` (what the fix does), `words` (all of it, for a
 * screen reader).
 */
G_DECLARE_FINAL_TYPE (QtrFindingsRow, qtr_findings_row, QTR, FINDINGS_ROW, GObject)

QtrFindingsRow *qtr_findings_row_new (QtrFinding *finding);

/**
 * qtr_findings_row_set_finding:
 * @finding: what the last run of the checks says of the same place
 */
void qtr_findings_row_set_finding (QtrFindingsRow *self, QtrFinding *finding);
QtrFinding *qtr_findings_row_get_finding (QtrFindingsRow *self);

/**
 * qtr_findings_row_is_same:
 *
 * Returns: whether @finding speaks of the same fault in the same place, though perhaps in other words
 */
gboolean qtr_findings_row_is_same (QtrFindingsRow *self, const QtrFinding *finding);

/**
 * qtr_findings_row_has_words:
 * @words: (array zero-terminated=1): case-folded
 *
 * Returns: whether each of @words stands in what the finding says, where it is, or what it speaks of
 */
gboolean qtr_findings_row_has_words (QtrFindingsRow *self, const char *const *words);

/**
 * qtr_findings_row_compare_sections:
 *
 * Puts the errors first, and what is of one severity in the order of the pages.
 *
 * Returns: as strcmp(); 0: both stand under the same heading
 */
int qtr_findings_row_compare_sections (QtrFindingsRow *self, QtrFindingsRow *other);

G_END_DECLS
