/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QtrPlanPlace:
 * @width: of the window, in pixels; 0: not known
 * @outline: whether the outline was shown
 * @inspector_page: (nullable): what the inspector showed
 * @quarter: (nullable): as the plan writes it
 * @page: (nullable): the id of the priority or of the plan; %NULL: the front page
 * @commitment: (nullable): the id of the one that was written under
 * @caret: where in its text, in characters
 * @scroll: how far down the page was, in pixels
 *
 * Where a plan was left: ids only, nothing that it says.
 */
typedef struct {
  int width;
  int height;
  gboolean maximized;
  gboolean outline;
  gboolean inspector;
  char *inspector_page;
  char *quarter;
  char *page;
  char *commitment;
  int caret;
  double scroll;
} QtrPlanPlace;

void qtr_plan_place_free (QtrPlanPlace *place);

/**
 * qtr_plan_place_load:
 *
 * Returns: (transfer full) (nullable): where the plan in @file was left, if that is known
 */
QtrPlanPlace *qtr_plan_place_load (GFile *file);

void qtr_plan_place_save (GFile *file, const QtrPlanPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPlanPlace, qtr_plan_place_free)

G_END_DECLS
