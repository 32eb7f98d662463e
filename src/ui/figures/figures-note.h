/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/figures/figures-row.h"

G_BEGIN_DECLS

#define QTR_TYPE_FIGURES_NOTE (qtr_figures_note_get_type ())

/**
 * QtrFiguresNote:
 *
 * The button that opens the note on a value, to be written.
 *
 * Signal `noted (QtrFiguresRow *row, const char *text)`: this much is written.
 */
G_DECLARE_FINAL_TYPE (QtrFiguresNote, qtr_figures_note, QTR, FIGURES_NOTE, AdwBin)

GtkWidget *qtr_figures_note_new (void);

/**
 * qtr_figures_note_set_row:
 * @row: (nullable): whose note it is
 */
void qtr_figures_note_set_row (QtrFiguresNote *self, QtrFiguresRow *row);

void qtr_figures_note_open (QtrFiguresNote *self);

G_END_DECLS
