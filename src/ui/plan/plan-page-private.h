/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/plan/plan-item-row.h"
#include "ui/plan/plan-list.h"
#include "ui/plan/plan-page.h"

G_BEGIN_DECLS

/* What the page's files share. */

struct _QtrPlanPage {
  AdwBin parent_instance;

  /* Owned. */
  QtrDocument *document;
  GSignalGroup *document_signals;

  gboolean refreshing;

  /* Template children. */
  AdwEntryRow *title;
  AdwEntryRow *body;
  AdwEntryRow *years;
  AdwComboRow *first_month;
  GtkStringList *months;
  GtkBox *priorities;
  QtrPlanList *areas;
  QtrPlanList *people;
  QtrPlanList *markings;
};

/* plan-page.c */
const QtrPlan *qtr_plan_page_get_plan (QtrPlanPage *self);
void qtr_plan_page_tell (QtrPlanPage *self, const char *message);
void qtr_plan_page_tell_taken (QtrPlanPage *self, const char *message);

/* plan-page-items.c: what is asked of a row. */
void qtr_plan_page_act (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *what);
void qtr_plan_page_place (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *other);

/* plan-page-forms.c: what is asked with a dialog; @key is %NULL for what is to be added, @parent says where.
 */
void qtr_plan_page_edit (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *parent);
void qtr_plan_page_end (QtrPlanPage *self, QtrPlanItemKind kind, const char *key);

G_END_DECLS
