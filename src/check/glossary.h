/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrGlossaryEntry:
 * @letters: an acronym
 * @expansion: what it stands for
 */
typedef struct {
  char *letters;
  char *expansion;
} QtrGlossaryEntry;

/**
 * qtr_glossary_list:
 * @quarter: a quarter that has an update
 *
 * Returns: (transfer full) (element-type QtrGlossaryEntry): the acronyms that the update uses and that it, or
 *   the plan's promises, say the meaning of, in alphabetical order
 */
GArray *qtr_glossary_list (const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_glossary_list_for_bullets:
 * @bullets: (nullable) (element-type QtrBullet): a text without a plan
 * @headings: (nullable): what stands over them
 *
 * Returns: (transfer full) (element-type QtrGlossaryEntry): as above
 */
GArray *qtr_glossary_list_for_bullets (const QtrList *bullets, const char *headings);

G_END_DECLS
