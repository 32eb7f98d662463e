/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "model/update.h"
#include "ui/find/find-pattern.h"

G_BEGIN_DECLS

#define QTR_TYPE_FINDER (qtr_finder_get_type ())

/**
 * QtrFinder:
 *
 * Finds something in all that an update says, page by page, in the order in which it is read. What a bullet
 * has is remembered by the bullet, so that looking again after an edit costs little.
 *
 * Signal: `changed (finder)`: something else is found, or elsewhere.
 */
G_DECLARE_FINAL_TYPE (QtrFinder, qtr_finder, QTR, FINDER, GObject)

/**
 * QtrFindMatch:
 * @priority: the id of the priority on whose page it is
 * @commitment: the id of the commitment that it stands under
 * @bullet: the id of the bullet that it is in
 * @rank: which of the update's bullets that is
 * @start: its first character, counted in the bullet as it is shown, with its area
 * @end: the character after its last
 * @text: at which character the bullet's text begins, behind the area
 * @shift: how many characters further on it stands in the text that the bullet has, in which figures are
 *   not their words
 * @has_figure: whether it is, in part or whole, the words of a linked figure; then it is all of that figure
 */
typedef struct {
  const char *priority;
  const char *commitment;
  const char *bullet;
  guint rank;
  guint start;
  guint end;
  guint text;
  int shift;
  gboolean has_figure;
} QtrFindMatch;

/**
 * QtrFindPlace:
 * @priority: (nullable): the id of the priority whose page it is on; %NULL: before all pages
 * @commitment: (nullable): the id of a commitment
 * @bullet: (nullable): the id of a bullet; one that the update does not have is before the commitment's first
 * @offset: before which of its characters, as it is shown
 *
 * A place in an update.
 */
typedef struct {
  const char *priority;
  const char *commitment;
  const char *bullet;
  guint offset;
} QtrFindPlace;

QtrFinder *qtr_finder_new (void);

/**
 * qtr_finder_set_pattern:
 * @text: what to look for; nothing is found of an empty text
 */
void qtr_finder_set_pattern (QtrFinder *self, const char *text, QtrFindOptions options);

/**
 * qtr_finder_look:
 * @plan: (nullable): where to look
 * @quarter: in which update of it
 */
void qtr_finder_look (QtrFinder *self, const QtrPlan *plan, QtrPeriod quarter);

/**
 * qtr_finder_get_matches:
 * @n_matches: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_matches): all that was found, in order; until it changes
 */
const QtrFindMatch *qtr_finder_get_matches (QtrFinder *self, guint *n_matches);

/**
 * qtr_finder_find_next:
 * @place: from where
 * @index: (out): which match is the first that does not begin before @place; after the last comes the first
 *
 * Returns: whether there is one
 */
gboolean qtr_finder_find_next (QtrFinder *self, const QtrFindPlace *place, guint *index);

/**
 * qtr_finder_find_previous:
 * @place: from where
 * @index: (out): which match is the last that does not end behind @place; before the first comes the last
 *
 * Returns: whether there is one
 */
gboolean qtr_finder_find_previous (QtrFinder *self, const QtrFindPlace *place, guint *index);

/**
 * qtr_finder_find_between:
 * @index: (out): which match begins at @start and ends at @end
 *
 * Returns: whether there is one
 */
gboolean qtr_finder_find_between (QtrFinder *self, const QtrFindPlace *start, const QtrFindPlace *end,
                                  guint *index);

G_END_DECLS
