/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/figures/figures-grid.h"
#include "ui/figures/figures-row.h"
#include "ui/figures/figures-typing.h"

G_BEGIN_DECLS

/* What the grid's files share. */

struct _QtrFiguresGrid {
  GtkWidget parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  char *priority;
  char *current;
  GListStore *rows;
  GHashTable *entries;
  GHashTable *notes;
  guint fit_source;

  /* Owned: what cannot be read, by quarter and measure. */
  GHashTable *drafts;

  /* Owned: what becomes of what is typed. */
  QtrFiguresTyping *typing;

  QtrPeriod quarter;
  int width;
  gboolean has_targets;

  /* Template children. */
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *now_column;
  GtkColumnViewColumn *before_column;
  GtkColumnViewColumn *year_before_column;
  GtkColumnViewColumn *change_column;
  GtkColumnViewColumn *percent_column;
  GtkColumnViewColumn *target_column;
  GtkColumnViewColumn *status_column;
  GtkColumnViewColumn *trend_column;
  GtkColumnViewColumn *note_column;
};

/* figures-grid.c */
const char *qtr_figures_grid_get_id (QtrFiguresRow *row);
gboolean qtr_figures_grid_focus_row (QtrFiguresGrid *self, guint position);

/* figures-grid-columns.c: which columns there are, and how wide. */
void qtr_figures_grid_fit_later (QtrFiguresGrid *self);

/* figures-grid-cells.c: where values and notes are typed. */
void qtr_figures_grid_set_factories (QtrFiguresGrid *self);

G_END_DECLS
