/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/edit-plan.h"
#include "model/path.h"
#include "ui/plan/plan-page-private.h"

/* How the steps are called in "Undo …". */
static const char *const moving[QTR_N_PLAN_ITEM_KINDS] = {
  [QTR_PLAN_ITEM_PRIORITY] = N_ ("Moving a Priority"),
  [QTR_PLAN_ITEM_COMMITMENT] = N_ ("Moving a Commitment"),
  [QTR_PLAN_ITEM_AREA] = N_ ("Moving an Area"),
  [QTR_PLAN_ITEM_PERSON] = N_ ("Moving a Person"),
  [QTR_PLAN_ITEM_MARKING] = N_ ("Moving a Marking"),
  [QTR_PLAN_ITEM_TERM] = N_ ("Moving a Word"),
};

static const char *const removing[QTR_N_PLAN_ITEM_KINDS] = {
  [QTR_PLAN_ITEM_PRIORITY] = N_ ("Removing a Priority"),
  [QTR_PLAN_ITEM_COMMITMENT] = N_ ("Removing a Commitment"),
  [QTR_PLAN_ITEM_AREA] = N_ ("Removing an Area"),
  [QTR_PLAN_ITEM_PERSON] = N_ ("Removing a Person"),
  [QTR_PLAN_ITEM_MARKING] = N_ ("Removing a Marking"),
  [QTR_PLAN_ITEM_TERM] = N_ ("Removing a Word"),
};

static const char *const removed[QTR_N_PLAN_ITEM_KINDS] = {
  [QTR_PLAN_ITEM_PRIORITY] = N_ ("Priority removed"), [QTR_PLAN_ITEM_COMMITMENT] = N_ ("Commitment removed"),
  [QTR_PLAN_ITEM_AREA] = N_ ("Area removed"),         [QTR_PLAN_ITEM_PERSON] = N_ ("Person removed"),
  [QTR_PLAN_ITEM_MARKING] = N_ ("Marking removed"),   [QTR_PLAN_ITEM_TERM] = N_ ("Word removed"),
};

static guint
find_marking (const QtrPlan *plan, const char *marking)
{
  guint index = 0;

  while (index < qtr_tokens_length (plan->markings) && !g_str_equal (plan->markings->at[index], marking))
    index++;

  return index;
}

static void
move (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, int step)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  QtrPlan *now = NULL;

  if (kind == QTR_PLAN_ITEM_MARKING)
    now = qtr_edit_move_marking (plan, key, (guint) MAX (0, (int) find_marking (plan, key) + step));
  else
    now = qtr_edit_reorder (plan, key, step);
  qtr_document_commit (self->document, now, _ (moving[kind]), NULL);
}

void
qtr_plan_page_place (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *other)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  QtrPlan *now = NULL;

  if (kind == QTR_PLAN_ITEM_MARKING)
    now = qtr_edit_move_marking (plan, key, find_marking (plan, other));
  else
    now = qtr_edit_take_place (plan, key, other);
  qtr_document_commit (self->document, now, _ (moving[kind]), NULL);
}

/* What updates speak of is ended instead: nothing that was written may be lost. */
static void
remove_item (QtrPlanPage *self, QtrPlanItemKind kind, const char *key)
{
  const QtrPlan *plan = qtr_plan_page_get_plan (self);
  gboolean can_end = kind == QTR_PLAN_ITEM_PRIORITY || kind == QTR_PLAN_ITEM_COMMITMENT;
  g_autoptr (GError) error = NULL;
  QtrPlan *now = NULL;

  if (can_end && qtr_plan_is_used (plan, key)) {
    qtr_plan_page_end (self, kind, key);
    return;
  }

  now = kind == QTR_PLAN_ITEM_MARKING ? qtr_edit_remove_marking (plan, key, &error)
                                      : qtr_edit_remove_unused (plan, key, &error);
  if (now == NULL) {
    qtr_plan_page_tell (self, error->message);
    return;
  }
  qtr_document_commit (self->document, now, _ (removing[kind]), NULL);
  qtr_plan_page_tell_taken (self, _ (removed[kind]));
}

void
qtr_plan_page_act (QtrPlanPage *self, QtrPlanItemKind kind, const char *key, const char *what)
{
  if (g_str_equal (what, "edit"))
    qtr_plan_page_edit (self, kind, key, NULL);
  else if (g_str_equal (what, "add-within"))
    qtr_plan_page_edit (self, kind, NULL, key);
  else if (g_str_equal (what, "move-up"))
    move (self, kind, key, -1);
  else if (g_str_equal (what, "move-down"))
    move (self, kind, key, 1);
  else if (g_str_equal (what, "end"))
    qtr_plan_page_end (self, kind, key);
  else
    remove_item (self, kind, key);
}
