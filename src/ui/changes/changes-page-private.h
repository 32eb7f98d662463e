/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/changes/changes-page.h"

#include "ui/changes/changes-run.h"

G_BEGIN_DECLS

struct _QtrChangesPage {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;
  /* What is shown, and what only the number of is asked for. */
  QtrChangesRun *run;
  QtrChangesRun *count;
  GPtrArray *changes;
  /* What the rows were compared with. */
  QtrPlan *before;
  /* The file that is compared with. */
  QtrPlan *other;
  char *other_name;
  char *other_error;
  GCancellable *reading;

  guint wait_source;
  guint count_source;
  QtrPeriod quarter;
  QtrChangesSource source;
  gboolean refreshing;
  /* The list that comes next is to begin with its first heading. */
  gboolean afresh;
  guint top_tick;

  /* Template children. */
  AdwToggleGroup *sources;
  GtkLabel *summary;
  GtkWidget *choose;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *view;
  GListStore *items;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

/* changes-page.c */
void qtr_changes_page_show_items (QtrChangesPage *self);
void qtr_changes_page_refresh (QtrChangesPage *self);

/* changes-page-rows.c: the rows, and what is done with them. */
void qtr_changes_page_bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item,
                                   QtrChangesPage *self);
void qtr_changes_page_unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item,
                                     QtrChangesPage *self);
void qtr_changes_page_go (QtrChangesPage *self, QtrChangeItem *item);
guint qtr_changes_page_count_conflicts (QtrChangesPage *self);

/* changes-page-words.c: what it says of the whole. */
void qtr_changes_page_refresh_words (QtrChangesPage *self);

G_END_DECLS
