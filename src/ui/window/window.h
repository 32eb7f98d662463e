/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"
#include "ui/application.h"

G_BEGIN_DECLS

#define QTR_TYPE_WINDOW (qtr_window_get_type ())

/**
 * QtrWindow:
 *
 * One window for one plan: outline, page, inspector; without a plan, the start page. It puts the panes
 * together and has the commands; what is seen in a pane is the pane's own business.
 */
G_DECLARE_FINAL_TYPE (QtrWindow, qtr_window, QTR, WINDOW, AdwApplicationWindow)

QtrWindow *qtr_window_new (QtrApplication *application);

/**
 * qtr_window_set_accelerators:
 *
 * Gives all commands of windows their keys.
 */
void qtr_window_set_accelerators (GtkApplication *application);

/**
 * qtr_window_open:
 * @file: a plan that no window has
 *
 * Reads a file and shows it in a window that has no plan. What is wrong with the file is said in a dialog,
 * and the window stays as it was.
 */
void qtr_window_open (QtrWindow *self, GFile *file);

/**
 * qtr_window_take_files:
 * @files: (element-type GFile): plans, reports, or anything
 *
 * Opens plans, here if the window has none, and shows those that are open already; offers to import reports.
 */
void qtr_window_take_files (QtrWindow *self, GPtrArray *files);

/**
 * qtr_window_get_file:
 *
 * Returns: (transfer none) (nullable): the file of the plan that is shown, or on its way
 */
GFile *qtr_window_get_file (QtrWindow *self);

/**
 * qtr_window_tell:
 * @message: a sentence without its full stop, translated
 *
 * Says something in passing.
 */
void qtr_window_tell (QtrWindow *self, const char *message);

/**
 * qtr_window_offer_recovered:
 * @recovered: (element-type QtrRecovered): what was left behind; nothing is said to be nothing
 *
 * Offers to open, compare or discard it.
 */
void qtr_window_offer_recovered (QtrWindow *self, GPtrArray *recovered);

G_END_DECLS
