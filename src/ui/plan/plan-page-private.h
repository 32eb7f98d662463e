/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/plan/plan-item-row.h"
#include "ui/plan/plan-list.h"
#include "ui/plan/plan-logo.h"
#include "ui/plan/plan-page.h"
#include "ui/plan/plan-rules.h"

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
  AdwActionRow *accent_row;
  GtkColorDialogButton *accent;
  GtkWidget *accent_reset;
  AdwComboRow *preset;
  AdwComboRow *percent;
  AdwComboRow *small_numbers;
  QtrPlanList *terms;
  QtrPlanRules *rules;
  QtrPlanLogo *logo;
};

/* plan-page.c */
const QtrPlan *qtr_plan_page_get_plan (QtrPlanPage *self);
void qtr_plan_page_tell (QtrPlanPage *self, const char *message);
void qtr_plan_page_tell_taken (QtrPlanPage *self, const char *message);
QtrPlanItemRow *qtr_plan_page_claim (QtrPlanPage *self, QtrPlanList *list, guint index, QtrPlanItemKind kind,
                                     const char *key);

/* plan-page-items.c: what is asked of a row. */
void qtr_plan_page_act (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *what);
void qtr_plan_page_place (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *other);

/* plan-page-forms.c: what is asked with a dialog; @key is %NULL for what is to be added, @parent says where.
 */
void qtr_plan_page_edit (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *parent);
void qtr_plan_page_end (QtrPlanPage *self, QtrPlanItemKind kind, const char *key);

/* plan-page-style.c: the house style and the logo. */
void qtr_plan_page_refresh_style (QtrPlanPage *self);
void qtr_plan_page_accent_changed_cb (QtrPlanPage *self);
void qtr_plan_page_accent_reset_cb (QtrPlanPage *self);
void qtr_plan_page_style_changed_cb (QtrPlanPage *self, GParamSpec *pspec, AdwComboRow *row);
void qtr_plan_page_preset_changed_cb (QtrPlanPage *self);
void qtr_plan_page_rule_chosen_cb (QtrPlanPage *self, const char *rule, gboolean usual, int level);
void qtr_plan_page_logo_chosen_cb (QtrPlanPage *self, GBytes *picture);
void qtr_plan_page_logo_removed_cb (QtrPlanPage *self);
void qtr_plan_page_logo_worded_cb (QtrPlanPage *self, const char *text);

G_END_DECLS
