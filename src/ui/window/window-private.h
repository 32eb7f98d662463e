/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/checker.h"
#include "ui/outline/outline.h"
#include "ui/plan/plan-page.h"
#include "ui/spelling/spelling.h"
#include "ui/update/front-page.h"
#include "ui/update/priority-page.h"
#include "ui/window/inspector.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

struct _QtrWindow {
  AdwApplicationWindow parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  QtrChecker *checker;
  QtrSpelling *spelling;
  GPtrArray *findings;
  QtrFinding *finding;
  char *priority;
  guint check_source;

  /* The update that is shown, whether the plan itself is shown instead, and whether the window closes once it
   * is saved. */
  QtrPeriod quarter;
  gboolean on_plan;
  gboolean closes;

  /* Template children. */
  AdwToastOverlay *toasts;
  GtkStack *screens;
  AdwNavigationSplitView *outline_split;
  AdwOverlaySplitView *inspector_split;
  AdwWindowTitle *title;
  QtrOutline *outline;
  GtkStack *places;
  QtrFrontPage *front_page;
  QtrPriorityPage *priority_page;
  QtrPlanPage *plan_page;
  QtrInspector *inspector;
};

/* window.c */
void qtr_window_set_document (QtrWindow *self, QtrDocument *document);
void qtr_window_show_document (QtrWindow *self, QtrDocument *document);
void qtr_window_show_error (QtrWindow *self, const char *heading, const char *message);

void qtr_window_show_quarter (QtrWindow *self, QtrPeriod quarter);

/* window-actions.c: the commands. */
void qtr_window_add_commands (QtrWindow *self);
void qtr_window_update_commands (QtrWindow *self);

/* window-history.c: back and forth. */
void qtr_window_undo (QtrWindow *self);
void qtr_window_redo (QtrWindow *self);

/* window-checks.c: what the checks say of the update that is shown. */
void qtr_window_check_later (QtrWindow *self);
void qtr_window_check_now (QtrWindow *self);
void qtr_window_stop_checks (QtrWindow *self);

/* window-spelling.c: whether spelling is checked. */
void qtr_window_watch_spelling (QtrWindow *self);
void qtr_window_toggle_spelling (QtrWindow *self);

/* window-file.c: from and to files. */
void qtr_window_open_example (QtrWindow *self);
void qtr_window_choose_file (QtrWindow *self);
void qtr_window_save (QtrWindow *self);
void qtr_window_save_as (QtrWindow *self);
gboolean qtr_window_has_work (QtrDocument *document);
gboolean qtr_window_may_close (QtrWindow *self);
char *qtr_window_suggest_name (QtrWindow *self, const char *ending);

/* window-target.c: what a new file is called. @file is %NULL if it is not to be written after all. */
typedef void (*QtrWindowTargetFunc) (QtrWindow *self, GFile *file, gpointer data);
void qtr_window_complete_target (QtrWindow *self, GFile *file, const char *extension,
                                 QtrWindowTargetFunc chosen, gpointer data);

/* window-plan.c: the plan itself. */
void qtr_window_new_plan (QtrWindow *self);
void qtr_window_new_quarter (QtrWindow *self);
void qtr_window_go_plan (QtrWindow *self);
void qtr_window_tell_taken (QtrWindow *self, const char *message);

/* window-import.c, window-export.c: from and to reports. */
void qtr_window_import (QtrWindow *self);
void qtr_window_export (QtrWindow *self);

/* window-navigation.c: which quarter, which page, which finding. */
void qtr_window_go_to_first_page (QtrWindow *self);
void qtr_window_go_to_quarter (QtrWindow *self, QtrPeriod quarter);
void qtr_window_go_to_priority (QtrWindow *self, const char *priority);
void qtr_window_go_to_place (QtrWindow *self, const char *place);
void qtr_window_go_to_finding (QtrWindow *self, QtrFinding *finding);
void qtr_window_go_front_page (QtrWindow *self);
void qtr_window_next_priority (QtrWindow *self);
void qtr_window_previous_priority (QtrWindow *self);
void qtr_window_next_finding (QtrWindow *self);
void qtr_window_previous_finding (QtrWindow *self);
void qtr_window_refresh_place (QtrWindow *self);
void qtr_window_toggle_outline (QtrWindow *self);
void qtr_window_toggle_inspector (QtrWindow *self);
void qtr_window_show_chart (QtrWindow *self);
void qtr_window_show_findings (QtrWindow *self);

G_END_DECLS
