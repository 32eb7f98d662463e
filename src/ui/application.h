/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define QTR_TYPE_APPLICATION (qtr_application_get_type ())

/**
 * QtrApplication:
 *
 * The program: its windows, and what belongs to none of them.
 */
G_DECLARE_FINAL_TYPE (QtrApplication, qtr_application, QTR, APPLICATION, AdwApplication)

typedef struct _QtrWindow QtrWindow;

QtrApplication *qtr_application_new (void);

/**
 * qtr_application_find_window:
 *
 * Returns: (transfer none) (nullable): the window that has the plan in @file, or is about to
 */
QtrWindow *qtr_application_find_window (QtrApplication *self, GFile *file);

/**
 * qtr_application_quit:
 *
 * Closes all windows, and with the last of them ends the program. The plans that they show are opened again
 * at the next start, if the user wants that.
 */
void qtr_application_quit (QtrApplication *self);

/**
 * qtr_application_stay:
 *
 * Takes qtr_application_quit() back, because a window stays open after all.
 */
void qtr_application_stay (QtrApplication *self);

/**
 * qtr_application_leave:
 * @window: a window that is closed now, while it still has its plan
 *
 * Writes down what is to be opened again, if this is the end.
 */
void qtr_application_leave (QtrApplication *self, QtrWindow *window);

G_END_DECLS
