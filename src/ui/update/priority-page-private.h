/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/figures/figures-grid.h"
#include "ui/update/bullet-drag.h"
#include "ui/update/page-scroll.h"
#include "ui/update/priority-page.h"
#include "ui/update/words-line.h"

G_BEGIN_DECLS

/* What the files of the page share: priority-page.c is the widget, priority-page-editors.c makes one document
 * of its sections, priority-page-find.c has what is selected on
 * it and what a search found. */

struct _QtrPriorityPage {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  GPtrArray *findings;
  char *priority;
  GStrv areas;
  QtrSpelling *spelling;
  GHashTable *names;
  QtrPageScroll *scroll;
  QtrBulletDrag *drag;
  QtrFinder *finder;
  /* Where each page was left, by its priority and quarter; and which commitment was written under last. */
  GHashTable *places;
  char *written;

  QtrPeriod quarter;
  /* How many of the sections have been filled, and what goes on with it. */
  guint n_filled;
  guint fill_source;

  /* Template children. */
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkLabel *number;
  GtkLabel *title;
  GtkBox *sections;
  GtkWidget *figures;
  QtrFiguresGrid *grid;
  QtrWordsLine *words;
};

/* priority-page.c: its sections. */
GtkWidget *qtr_priority_page_get_section (QtrPriorityPage *self, guint index);
GtkWidget *qtr_priority_page_find_section (QtrPriorityPage *self, const char *commitment);
void qtr_priority_page_fill_all (QtrPriorityPage *self);

/* priority-page-editors.c */
void qtr_priority_page_join_editor (QtrPriorityPage *self, GtkWidget *section);

/* priority-page-find.c */
void qtr_priority_page_watch_selection (QtrPriorityPage *self, GtkWidget *section);
void qtr_priority_page_tell_selection (QtrPriorityPage *self);
void qtr_priority_page_mark_section (QtrPriorityPage *self, GtkWidget *section);

G_END_DECLS
