/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QtrRecentPlan:
 * @file: where it was
 * @title: what it was called then
 * @used: when it was last open, in microseconds since 1970
 *
 * A plan that was open not long ago.
 */
typedef struct {
  GFile *file;
  char *title;
  gint64 used;
} QtrRecentPlan;

void qtr_recent_plan_free (QtrRecentPlan *plan);

/* The list is the program's own and not the desktop's, which every other program reads: what a marked plan is
 * called and where it lies is nobody else's business. */

/**
 * qtr_recent_plans_list:
 *
 * Returns: (transfer full) (element-type QtrRecentPlan): the plans, the latest first
 */
GPtrArray *qtr_recent_plans_list (void);

/**
 * qtr_recent_plans_add:
 *
 * Puts a plan first.
 */
void qtr_recent_plans_add (GFile *file, const char *title);

void qtr_recent_plans_remove (GFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrRecentPlan, qtr_recent_plan_free)

G_END_DECLS
