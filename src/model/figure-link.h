/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_FIGURE_LINK_OPENING:
 *
 * What a linked figure begins with.
 */
#define QTR_FIGURE_LINK_OPENING "{{"

/**
 * QtrFigureLink:
 * @measure: the id of a measure, whether or not the plan has it
 * @form: the word for what is told of it, whether or not this version knows it
 * @area: (nullable): where; %NULL: everywhere
 * @on: (nullable): what it is compared with
 * @text: (nullable): what is printed in its place
 * @because: (nullable): why
 * @others: (nullable): what a newer version wrote besides, as it stands in the text
 *
 * A number of a text that is drawn from a measure: `{{MEASURE FORM key="value" …}}`. In a value, a quotation
 * mark and a backslash have a backslash before them, and the end of a line is `\n`. All texts are owned.
 */
typedef struct {
  char *measure;
  char *form;
  char *area;
  char *on;
  char *text;
  char *because;
  char *others;
} QtrFigureLink;

/**
 * qtr_figure_link_parse:
 * @text: begins with what may be a linked figure
 * @link: (out) (optional): what it says, to be cleared by qtr_figure_link_clear()
 * @end: (out) (optional): what follows it
 *
 * Returns: whether @text begins with one. Whatever does not read as one is ordinary text.
 */
gboolean qtr_figure_link_parse (const char *text, QtrFigureLink *link, const char **end);

/**
 * qtr_figure_link_to_string:
 *
 * Returns: (transfer full): as it stands in a text
 */
char *qtr_figure_link_to_string (const QtrFigureLink *self);

void qtr_figure_link_clear (QtrFigureLink *self);

/**
 * QtrFigurePlace:
 * @link: what it says
 * @start: in which byte of the text it begins
 * @end: and the first byte that follows it
 *
 * A linked figure in a text.
 */
typedef struct {
  QtrFigureLink link;
  gsize start;
  gsize end;
} QtrFigurePlace;

/**
 * qtr_figure_links_find:
 * @text: (nullable): a bullet's text
 *
 * Returns: (transfer full) (element-type QtrFigurePlace): all linked figures in it, in order
 */
GArray *qtr_figure_links_find (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrFigureLink, qtr_figure_link_clear)

G_END_DECLS
