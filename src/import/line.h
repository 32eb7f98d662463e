/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrLineKind:
 * @QTR_LINE_TEXT: words
 * @QTR_LINE_BLANK: a gap between paragraphs
 * @QTR_LINE_PAGE: a page ends here
 * @QTR_LINE_TABLE: the row of a table, its cells divided by ` | `
 */
typedef enum {
  QTR_LINE_TEXT,
  QTR_LINE_BLANK,
  QTR_LINE_PAGE,
  QTR_LINE_TABLE,
} QtrLineKind;

/**
 * QtrLine:
 * @text: the words, without marker and surrounding space; gaps within are as in the source
 * @marker: (nullable): what marks it as a bullet: `•`, `-`, `1.`
 * @number: the line of the source, from 1
 * @level: of a heading, or 0 where the format does not say that it is one
 * @depth: the depth of the list it stands in, as the format says; 0 outside lists, or where the format is
 * silent
 * @indent: how many columns it stands in from the left
 * @run_in: how many bytes at its beginning are bold
 * @bold: whether all of it is bold
 * @continues: whether the format says that it goes on with the paragraph of the line before
 * @opens: whether the format says that it is no part of what stands before it
 *
 * What every reader of a kind of file hands to the structure reader.
 */
typedef struct {
  char *text;
  char *marker;
  guint number;
  QtrLineKind kind;
  int level;
  int depth;
  int indent;
  guint run_in;
  gboolean bold;
  gboolean continues;
  gboolean opens;
} QtrLine;

/**
 * qtr_lines_new:
 *
 * Returns: (transfer full) (element-type QtrLine): an empty array
 */
GPtrArray *qtr_lines_new (void);

/**
 * qtr_lines_add:
 * @text: (transfer full) (nullable): the words
 *
 * Returns: the new last line, owned by @lines
 */
QtrLine *qtr_lines_add (GPtrArray *lines, QtrLineKind kind, guint number, char *text);

/**
 * qtr_line_take_marker:
 * @before: (nullable): the last line of words before it
 * @last_number: (inout): the last number that a list of @before gave
 *
 * Moves a bullet's mark from the beginning of the line's text to its marker, if it begins with one.
 */
void qtr_line_take_marker (QtrLine *self, const QtrLine *before, int *last_number);

/**
 * qtr_line_ends_sentence:
 *
 * Returns: whether @text ends with a full stop or the like, closing brackets and quotes aside
 */
gboolean qtr_line_ends_sentence (const char *text);

/**
 * qtr_line_starts_lower:
 *
 * Returns: whether the first letter of @text is in lower case
 */
gboolean qtr_line_starts_lower (const char *text);

/**
 * qtr_line_collapse:
 *
 * Returns: (transfer full): @text with every run of white space as one space, and none at the ends
 */
char *qtr_line_collapse (const char *text);

G_END_DECLS
