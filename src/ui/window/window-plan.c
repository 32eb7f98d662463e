/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/edit-plan.h"
#include "ui/plan/new-plan-dialog.h"
#include "ui/update/new-quarter.h"
#include "ui/window/window-private.h"

/* Long enough to see that something went, to read what, and to reach the button. */
#define OFFER_SECONDS 10

/* What was entered is somebody's work: it is a step, so that closing the window asks about it. */
static void
plan_created_cb (QtrNewPlanDialog *dialog, const QtrPlan *plan, QtrWindow *self)
{
  g_autoptr (QtrPlan) empty = qtr_record_new (&qtr_plan_type, "id", plan->record.id, NULL);
  g_autoptr (QtrDocument) document = qtr_document_new (empty, NULL);

  g_assert (QTR_IS_WINDOW (self));

  qtr_document_commit (document, qtr_record_ref (plan), _ ("New Plan"), NULL);
  qtr_document_end_run (document);
  qtr_window_show_document (self, document);
}

void
qtr_window_new_plan (QtrWindow *self)
{
  AdwDialog *dialog = qtr_new_plan_dialog_new ();

  g_signal_connect_object (dialog, "created", G_CALLBACK (plan_created_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
without_text_cb (AdwToast *toast, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  qtr_window_undo (self);
  qtr_window_new_empty_quarter (self);
}

/* Whoever wants to start with empty pages says so afterwards: most go on from what they wrote. */
static void
tell_carried (QtrWindow *self, QtrPeriod quarter)
{
  g_autofree char *label = qtr_period_to_label (quarter);
  /* Translators: a quarter, as in "Q3 2019/20". */
  g_autofree char *message = g_strdup_printf (_ ("%s begins with the text of the quarter before"), label);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  adw_toast_set_button_label (toast, _ ("Start _Empty"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (without_text_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qtr_window_new_quarter (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  QtrPeriod quarter = qtr_new_quarter_propose (plan);
  gboolean carries = qtr_plan_get_latest_update (plan) != NULL;

  qtr_document_commit (self->document, qtr_edit_roll_forward (plan, quarter), _ ("Starting a Quarter"), NULL);
  qtr_window_show_quarter (self, quarter);
  if (carries)
    tell_carried (self, quarter);
}

void
qtr_window_new_empty_quarter (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  QtrPeriod quarter = qtr_new_quarter_propose (plan);

  qtr_document_commit (self->document, qtr_edit_add_update (plan, quarter), _ ("Starting a Quarter"), NULL);
  qtr_window_show_quarter (self, quarter);
}

void
qtr_window_go_plan (QtrWindow *self)
{
  qtr_window_go_to_place (self, qtr_document_get_plan (self->document)->record.id);
  adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
}

/* Past the next one that holds in the quarter: the outline shows no others. */
static void
move_priority (QtrWindow *self, int step)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autoptr (GPtrArray) priorities = qtr_plan_list_priorities (plan, self->quarter);
  gconstpointer priority = qtr_list_find (plan->priorities, self->priority, NULL);
  const QtrRecord *other = NULL;
  guint at = 0;

  if (priority == NULL || !g_ptr_array_find (priorities, priority, &at))
    return;
  if ((step < 0 && at == 0) || (step > 0 && at + 1 >= priorities->len)) {
    gtk_widget_error_bell (GTK_WIDGET (self));
    return;
  }

  other = g_ptr_array_index (priorities, (guint) ((int) at + step));
  qtr_document_commit (self->document, qtr_edit_take_place (plan, self->priority, other->id),
                       _ ("Moving a Priority"), NULL);
}

void
qtr_window_move_priority_up (QtrWindow *self)
{
  move_priority (self, -1);
}

void
qtr_window_move_priority_down (QtrWindow *self)
{
  move_priority (self, 1);
}

/* The offer to undo holds for this step only: any other change withdraws it. */
void
qtr_window_tell_taken (QtrWindow *self, const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (self->document, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
