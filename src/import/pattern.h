/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrPattern:
 * @source: a regular expression, matched without regard to case
 *
 * An expression that is compiled when it is first asked. Meant for static variables.
 */
typedef struct {
  const char *source;
  gsize compiled;
} QtrPattern;

/**
 * qtr_pattern_match:
 * @info: (out) (optional) (transfer full): the groups, only if it matched
 *
 * Returns: whether the pattern is found in @text
 */
gboolean qtr_pattern_match (QtrPattern *self, const char *text, GMatchInfo **info);

/**
 * qtr_pattern_strip:
 *
 * Returns: (transfer full): @text without what the pattern finds
 */
char *qtr_pattern_strip (QtrPattern *self, const char *text);

G_END_DECLS
