/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/figures/figures-typing.h"
#include "ui/measures/history-cell.h"
#include "ui/measures/history-grid.h"

G_BEGIN_DECLS

/* What the grid's files share. */

/* More columns than this are not read at once, whatever the width. */
#define QTR_HISTORY_COLUMNS_MAX 24

struct _QtrHistoryGrid {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  QtrFiguresTyping *typing;
  char *search;
  guint fit_source;

  /* Owned: what is no value yet, by measure and period. */
  GHashTable *drafts;

  /* Borrowed: every cell there is; the one that has or had the focus; the one that is written in. */
  GPtrArray *cells;
  QtrHistoryCell *current;
  QtrHistoryCell *written;

  QtrPeriod quarter;
  QtrPeriod first;
  QtrPeriod last;
  QtrPeriodUnit unit;
  guint n_columns;
  /* For which width they were laid out. */
  int fitted_width;
  gboolean is_stale;

  /* Where what is selected begins; it goes to the cell that has the focus. */
  guint anchor;
  QtrPeriod anchor_period;
  gboolean is_extending;

  /* Template children. */
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GListStore *rows;
  GtkColumnViewColumn *name_column;
  GtkAdjustment *periods;
  GtkWidget *bar;

  GtkColumnViewColumn *columns[QTR_HISTORY_COLUMNS_MAX];
};

/* history-grid.c */
const QtrPlan *qtr_history_grid_get_plan (QtrHistoryGrid *self);
guint qtr_history_grid_count_periods (QtrHistoryGrid *self);
char *qtr_history_grid_make_key (const char *measure, QtrPeriod period);
const char *qtr_history_grid_find_draft (QtrHistoryGrid *self, const QtrMeasure *measure, QtrPeriod period);
void qtr_history_grid_show_cell (QtrHistoryGrid *self, QtrHistoryCell *cell, QtrHistoryRow *row);
void qtr_history_grid_go (QtrHistoryGrid *self, QtrHistoryCell *cell, int down, int across, gboolean extend);

/* history-grid-entry.c: what is written in a cell. */
void qtr_history_grid_end_writing (QtrHistoryGrid *self);
void qtr_history_grid_write_cb (QtrHistoryCell *cell, const char *text, QtrHistoryGrid *self);

/* history-grid-block.c: what is selected, copied and pasted. */
void qtr_history_grid_mark_selected (QtrHistoryGrid *self);
void qtr_history_grid_paste (QtrHistoryGrid *self, QtrHistoryCell *cell, const char *text);
gboolean qtr_history_grid_paste_cb (GtkWidget *widget, GVariant *args, gpointer user_data);
gboolean qtr_history_grid_copy_cb (GtkWidget *widget, GVariant *args, gpointer user_data);

G_END_DECLS
