/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/measure.h"
#include "model/update.h"

G_BEGIN_DECLS

/**
 * QtrSignedView:
 * @lines: (element-type utf8): what is listed so far
 * @shown: (element-type QtrMeasure): measures of which every period is shown
 * @spans: (element-type QtrMeasure GArray): measures that are only linked, and the periods that are spoken of
 * @linked: (element-type QtrMeasure): the same, in order
 *
 * What the walk over an update carries along.
 */
typedef struct {
  const QtrPlan *plan;
  const QtrUpdate *update;
  QtrPeriod quarter;
  GPtrArray *lines;
  GPtrArray *shown;
  GPtrArray *linked;
  GHashTable *spans;
} QtrSignedView;

/**
 * qtr_signed_view_add:
 * @what: what it is; %NULL: what its type is called
 * @under: (nullable): the id of what it stands under
 */
void qtr_signed_view_add (QtrSignedView *self, const char *what, gconstpointer record, const char *under);

/**
 * qtr_signed_view_show_measures:
 *
 * Takes note of the measures that a priority shows.
 */
void qtr_signed_view_show_measures (QtrSignedView *self, const QtrPriority *priority);

/**
 * qtr_signed_view_follow_links:
 * @text: (nullable): a bullet's text
 *
 * Takes note of the measures that its figures are drawn from.
 */
void qtr_signed_view_follow_links (QtrSignedView *self, const char *text);

/**
 * qtr_signed_view_add_measures:
 *
 * Lists the measures that were taken note of, and those that they are computed from.
 */
void qtr_signed_view_add_measures (QtrSignedView *self);

G_END_DECLS
