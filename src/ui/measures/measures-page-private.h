/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/measures/history-grid.h"
#include "ui/measures/measures-page.h"

G_BEGIN_DECLS

/* What the page's files share. */

struct _QtrMeasuresPage {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  char *current;

  /* Borrowed: the lists, in order; each bears the id of its priority as its name. */
  GPtrArray *lists;

  guint n_rows;
  guint n_rows_max;
  guint n_rows_left;
  guint grow_source;

  /* Template children. */
  AdwToggleGroup *views;
  GtkDropDown *units;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *groups;
  QtrHistoryGrid *history;
};

/* measures-page-commands.c: what is done with a measure. */
const QtrPlan *qtr_measures_page_get_plan (QtrMeasuresPage *self);
const QtrMeasure *qtr_measures_page_find (QtrMeasuresPage *self, const char *id);
void qtr_measures_page_edit (QtrMeasuresPage *self, const char *id, const char *priority);
void qtr_measures_page_retire (QtrMeasuresPage *self, const QtrMeasure *measure);
void qtr_measures_page_remove (QtrMeasuresPage *self, const char *id);

G_END_DECLS
