/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/checker.h"
#include "model/measure.h"
#include "store/recovery.h"
#include "store/watch.h"
#include "ui/changes/changes-page.h"
#include "ui/changes/changes-run.h"
#include "ui/find/find-bar.h"
#include "ui/find/finder.h"
#include "ui/measures/measures-page.h"
#include "ui/outline/outline.h"
#include "ui/plan/plan-page.h"
#include "ui/spelling/spelling.h"
#include "ui/update/front-page.h"
#include "ui/update/priority-page.h"
#include "ui/window/export-button.h"
#include "ui/window/inspector.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

struct _QtrWindow {
  AdwApplicationWindow parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  QtrRecovery *recovery;
  QtrWatch *watch;
  QtrChecker *checker;
  QtrSpelling *spelling;
  QtrFinder *finder;
  GSettings *settings;
  GFile *opening;
  GPtrArray *findings;
  GPtrArray *dismissed;
  QtrFinding *finding;
  /* Where the caret was put for it: once it is elsewhere, what it is in counts. */
  gconstpointer finding_editor;
  int finding_caret;
  char *priority;
  guint check_source;
  /* What others wrote into the file: what it is called, and the offer to undo it. */
  QtrChangesRun *theirs;
  AdwToast *theirs_toast;
  gboolean theirs_came;
  guint n_changes;

  /* The update that is shown, whether the plan itself is shown instead, and whether the window closes once it
   * is saved. */
  QtrPeriod quarter;
  gboolean on_plan;
  gboolean on_changes;
  gboolean on_measures;
  gboolean closes;

  /* Template children. */
  AdwToastOverlay *toasts;
  GtkStack *screens;
  AdwNavigationSplitView *outline_split;
  AdwOverlaySplitView *inspector_split;
  AdwWindowTitle *title;
  QtrFindBar *find_bar;
  QtrOutline *outline;
  GtkStack *places;
  QtrFrontPage *front_page;
  QtrPriorityPage *priority_page;
  QtrPlanPage *plan_page;
  QtrMeasuresPage *measures_page;
  QtrChangesPage *changes_page;
  AdwBanner *conflicts;
  AdwBanner *published;
  QtrInspector *inspector;
  QtrExportButton *export;
  QtrExportButton *narrow_export;
};

/* window.c */
void qtr_window_set_document (QtrWindow *self, QtrDocument *document);
void qtr_window_show_document (QtrWindow *self, QtrDocument *document);
void qtr_window_show_error (QtrWindow *self, const char *heading, const char *message);

void qtr_window_show_quarter (QtrWindow *self, QtrPeriod quarter);

/* window-actions.c: the commands. */
void qtr_window_add_commands (QtrWindow *self);
void qtr_window_update_commands (QtrWindow *self);

/* window-history.c: back and forth, and which page has what. */
void qtr_window_undo (QtrWindow *self);
void qtr_window_redo (QtrWindow *self);
const QtrPriority *qtr_window_find_promise (const QtrPlan *plan, const char *commitment);
const char *qtr_window_find_page (const QtrPlan *plan, const QtrMeasure *measure);

/* window-checks.c: what the checks say of the update that is shown. */
void qtr_window_check_later (QtrWindow *self);
void qtr_window_check_now (QtrWindow *self);
void qtr_window_stop_checks (QtrWindow *self);

/* window-fixes.c: what puts a finding right. */
void qtr_window_fix (QtrWindow *self, QtrFinding *finding);
void qtr_window_fix_similar (QtrWindow *self, QtrFinding *finding);
void qtr_window_fix_finding (QtrWindow *self);
void qtr_window_fix_similar_findings (QtrWindow *self);
void qtr_window_show_finding (QtrWindow *self);

/* window-dismissals.c: findings that are left as they are. */
void qtr_window_dismiss (QtrWindow *self, QtrFinding *finding);
void qtr_window_restore_finding (QtrWindow *self, QtrFinding *finding);
void qtr_window_dismiss_finding (QtrWindow *self);

/* window-find.c: find and replace. */
void qtr_window_watch_find (QtrWindow *self);
void qtr_window_find_again (QtrWindow *self);
gboolean qtr_window_has_matches (QtrWindow *self);
void qtr_window_find (QtrWindow *self);
void qtr_window_find_next (QtrWindow *self);
void qtr_window_find_previous (QtrWindow *self);
void qtr_window_toggle_match_case (QtrWindow *self);
void qtr_window_toggle_whole_words (QtrWindow *self);
void qtr_window_replace (QtrWindow *self);
void qtr_window_replace_match (QtrWindow *self);
void qtr_window_replace_all (QtrWindow *self);

/* window-spelling.c: whether spelling is checked. */
void qtr_window_watch_spelling (QtrWindow *self);
void qtr_window_toggle_spelling (QtrWindow *self);

/* window-read-only.c: a plan that a newer version made, and what is odd about a plan. */
void qtr_window_update_read_only (QtrWindow *self);
void qtr_window_tell_notes (QtrWindow *self);
void qtr_window_show_notes (QtrWindow *self);

/* window-open.c: plans and reports from files. */
void qtr_window_open_example (QtrWindow *self);
void qtr_window_choose_file (QtrWindow *self);
void qtr_window_choose_recent (QtrWindow *self);
void qtr_window_take_file (QtrWindow *self, GFile *file);
void qtr_window_take_dropped (QtrWindow *self, GdkFileList *dropped);
gboolean qtr_window_is_vacant (QtrWindow *self);
void qtr_window_list_as_recent (QtrDocument *document);

/* window-place.c: how the window looked and where the plan was left. */
void qtr_window_restore_usual_shape (QtrWindow *self);
void qtr_window_restore_shape (QtrWindow *self, GFile *file);
void qtr_window_restore_place (QtrWindow *self);
void qtr_window_remember_place (QtrWindow *self);

/* window-watch.c: what others write into the file. */
void qtr_window_watch_focus (QtrWindow *self);
void qtr_window_watch_file (QtrWindow *self);

/* window-recovery.c: what is kept in case the program dies, and what was left behind. */
void qtr_window_watch_recovery (QtrWindow *self);
void qtr_window_discard_recovery (QtrWindow *self);
void qtr_window_recover (QtrWindow *self);

/* window-session.c: whether the windows come back. */
void qtr_window_watch_settings (QtrWindow *self);
void qtr_window_toggle_restore_session (QtrWindow *self);

/* window-help.c: help, and what the program is. */
void qtr_window_show_help (QtrWindow *self);
void qtr_window_show_about (QtrWindow *self);

/* window-file.c: to files, and the end. */
GtkFileDialog *qtr_window_make_plan_dialog (const char *title);
void qtr_window_save (QtrWindow *self);
void qtr_window_save_as (QtrWindow *self);
gboolean qtr_window_may_close (QtrWindow *self);
void qtr_window_leave (QtrWindow *self);
char *qtr_window_suggest_name (QtrWindow *self, const char *ending);

/* window-target.c: what a new file is called: as it was chosen, with an ending if it has none. @file is %NULL
 * if it is not to be written after all. */
GFile *qtr_window_add_ending (GFile *file, const char *extension);
typedef void (*QtrWindowTargetFunc) (QtrWindow *self, GFile *file, gpointer data);
void qtr_window_complete_target (QtrWindow *self, GFile *file, const char *extension,
                                 QtrWindowTargetFunc chosen, gpointer data);

/* window-plan.c: the plan itself. */
void qtr_window_new_plan (QtrWindow *self);
void qtr_window_new_quarter (QtrWindow *self);
void qtr_window_new_empty_quarter (QtrWindow *self);
void qtr_window_go_plan (QtrWindow *self);
void qtr_window_move_priority_up (QtrWindow *self);
void qtr_window_move_priority_down (QtrWindow *self);
void qtr_window_tell_taken (QtrWindow *self, const char *message);

/* window-publish.c: what became of the update. */
gboolean qtr_window_is_published (QtrWindow *self);
void qtr_window_refresh_published (QtrWindow *self);
void qtr_window_publish (QtrWindow *self);
void qtr_window_take_back (QtrWindow *self);

/* window-measures.c: the measures, and what is done with a figure. */
void qtr_window_go_measures (QtrWindow *self);
void qtr_window_go_figures (QtrWindow *self);
void qtr_window_new_measure (QtrWindow *self);
void qtr_window_show_uses (QtrWindow *self);
void qtr_window_toggle_provisional (QtrWindow *self);
void qtr_window_write_note (QtrWindow *self);
void qtr_window_copy_figures (QtrWindow *self);

/* window-changes.c: what changed, and what was changed on both sides. */
void qtr_window_watch_changes (QtrWindow *self);
void qtr_window_refresh_conflicts (QtrWindow *self);
void qtr_window_go_changes (QtrWindow *self);
void qtr_window_go_to_record (QtrWindow *self, const char *id);
gboolean qtr_window_go_to_conflict (QtrWindow *self, QtrFinding *finding);
void qtr_window_compare_saved (QtrWindow *self);
void qtr_window_compare_quarter (QtrWindow *self);
void qtr_window_compare_file (QtrWindow *self);
void qtr_window_next_conflict (QtrWindow *self);
void qtr_window_previous_conflict (QtrWindow *self);
void qtr_window_use_yours (QtrWindow *self);
void qtr_window_use_theirs (QtrWindow *self);
void qtr_window_use_both (QtrWindow *self);
void qtr_window_revert_change (QtrWindow *self);

/* window-theirs.c: what others wrote into the file. */
void qtr_window_watch_theirs (QtrWindow *self);
void qtr_window_stop_watching_theirs (QtrWindow *self);
void qtr_window_undo_theirs (QtrWindow *self);

/* window-sections.c: what a section and its bullets have beside text. */
void qtr_window_watch_sections (QtrWindow *self);
void qtr_window_toggle_nil_return (QtrWindow *self);
void qtr_window_say_still_true (QtrWindow *self);
void qtr_window_choose_marking (QtrWindow *self);
void qtr_window_choose_area (QtrWindow *self);

/* window-figures.c */
void qtr_window_insert_figure (QtrWindow *self);
void qtr_window_change_figure (QtrWindow *self);
void qtr_window_override_figure (QtrWindow *self);
void qtr_window_link_figure (QtrWindow *self);
void qtr_window_turn_figure_into_text (QtrWindow *self);
void qtr_window_go_figure_measure (QtrWindow *self);

/* window-table.c: figures from tables. */
void qtr_window_import_table (QtrWindow *self, GFile *file);
void qtr_window_import_clipboard (QtrWindow *self);

/* window-import.c, window-export.c: from and to reports. */
void qtr_window_import (QtrWindow *self);
void qtr_window_import_file (QtrWindow *self, GFile *file);
void qtr_window_export (QtrWindow *self);
void qtr_window_export_draft (QtrWindow *self);

/* window-navigation.c: which quarter, which page, which finding. */
void qtr_window_go_to_first_page (QtrWindow *self);
void qtr_window_go_to_quarter (QtrWindow *self, QtrPeriod quarter);
void qtr_window_go_to_priority (QtrWindow *self, const char *priority);
void qtr_window_go_to_place (QtrWindow *self, const char *place);
void qtr_window_go_to_finding (QtrWindow *self, QtrFinding *finding);
QtrFinding *qtr_window_get_current_finding (QtrWindow *self);
void qtr_window_go_front_page (QtrWindow *self);
void qtr_window_next_priority (QtrWindow *self);
void qtr_window_previous_priority (QtrWindow *self);
void qtr_window_next_finding (QtrWindow *self);
void qtr_window_previous_finding (QtrWindow *self);
void qtr_window_refresh_place (QtrWindow *self);
void qtr_window_bring_up_page (QtrWindow *self);
void qtr_window_toggle_outline (QtrWindow *self);
void qtr_window_toggle_inspector (QtrWindow *self);
void qtr_window_show_chart (QtrWindow *self);
void qtr_window_show_findings (QtrWindow *self);

G_END_DECLS
