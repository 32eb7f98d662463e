/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/finding.h"

G_BEGIN_DECLS

/**
 * qtr_severity_get_icon:
 *
 * Returns: (transfer none): the name of the severity's icon
 */
const char *qtr_severity_get_icon (QtrSeverity severity);

/**
 * qtr_severity_to_word:
 *
 * Returns: (transfer none): the severity in the user's language: "Error"
 */
const char *qtr_severity_to_word (QtrSeverity severity);

/**
 * qtr_severity_count_to_words:
 *
 * Returns: (transfer full): how many there are of it: "2 errors"
 */
char *qtr_severity_count_to_words (QtrSeverity severity, guint n_findings);

/**
 * qtr_severity_counts_to_words:
 * @counts: (array fixed-size=3): how many there are of each severity
 *
 * Returns: (transfer full) (nullable): all of them, the worst first: "2 errors, 1 notice"; %NULL if there are
 *   none
 */
char *qtr_severity_counts_to_words (const guint *counts);

G_END_DECLS
