/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * qtr_rule_to_words:
 * @rule: a rule's id
 *
 * Returns: (transfer none): what the rule is called in the window, in header capitals; its id if it has no
 *   name
 */
const char *qtr_rule_to_words (const char *rule);

G_END_DECLS
