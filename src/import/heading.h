/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/line.h"

G_BEGIN_DECLS

/**
 * QtrHeading:
 * @word: what the plan calls its priorities: `Priority`, `Objective`
 * @number: from 1
 * @title: may be empty
 * @first_page: (of a line of the contents) or 0
 */
typedef struct {
  char *word;
  int number;
  char *title;
  int first_page;
  int last_page;
} QtrHeading;

void qtr_heading_free (QtrHeading *self);

/**
 * qtr_heading_parse:
 * @in_contents: whether a number at the end, after a single space, is a page
 *
 * Reads `Priority 3 – Title`, with any dash, colon or none, number in digits, Roman or in words.
 *
 * Returns: (transfer full) (nullable): the heading, or %NULL if the line is none
 */
QtrHeading *qtr_heading_parse (const QtrLine *line, gboolean in_contents);

/**
 * qtr_heading_split_lead:
 * @lead: (out) (transfer full): `Working with partners we will:`
 * @rest: (out) (transfer full): what follows on the same line
 * @sure: (out): whether it speaks in the first person, as a promise does
 *
 * Recognises the words that open a commitment.
 *
 * Returns: whether the line begins with some
 */
gboolean qtr_heading_split_lead (const QtrLine *line, char **lead, char **rest, gboolean *sure);

/**
 * qtr_heading_is_contents:
 *
 * Returns: whether the line is the heading of the contents
 */
gboolean qtr_heading_is_contents (const QtrLine *line);

/**
 * qtr_heading_take_pages:
 * @text: (inout): loses the pages at its end
 *
 * Returns: whether there were some
 */
gboolean qtr_heading_take_pages (char *text, gboolean single_space, int *first, int *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrHeading, qtr_heading_free)

G_END_DECLS
