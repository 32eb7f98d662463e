/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "check/dismissal.h"
#include "ui/plan/plan-form-dialog.h"
#include "ui/window/window-private.h"

/*
 * A finding may be left as it is, if somebody says why. That is a change of the plan like any other, so that
 * undo has it, and colleagues see it.
 */

/* What was asked about. */
typedef struct {
  GWeakRef window;
  QtrFinding *finding;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_weak_ref_clear (&asked->window);
  qtr_finding_unref (asked->finding);
  g_free (asked);
}

static void
commit (QtrWindow *self, QtrPlan *now, const char *label)
{
  qtr_document_commit (self->document, now, label, NULL);
  qtr_window_check_now (self);
}

static gboolean
apply_reason (const char *const *values, guint *wrong, gpointer data, GError **error)
{
  Asked *asked = data;
  g_autoptr (QtrWindow) self = g_weak_ref_get (&asked->window);

  *wrong = 0;
  if (*values[0] == '\0') {
    g_set_error_literal (error, QTR_ERROR, QTR_ERROR_REFUSED, _ ("Say why it is left as it is"));
    return FALSE;
  }
  if (self == NULL || self->document == NULL)
    return TRUE;

  commit (self, qtr_finding_dismiss (asked->finding, qtr_document_get_plan (self->document), values[0]),
          _ ("Dismissing a Finding"));
  qtr_window_tell_taken (self, _ ("The finding was dismissed"));
  return TRUE;
}

void
qtr_window_dismiss (QtrWindow *self, QtrFinding *finding)
{
  Asked *asked = NULL;
  QtrPlanForm form = {
    .title = _ ("Dismiss the Finding"),
    .description = _ ("It comes back if the words or numbers that it speaks of change."),
    .accept = _ ("_Dismiss"),
    .fields = { { .title = _ ("Reason") } },
  };

  if (!qtr_finding_can_be_dismissed (finding)) {
    qtr_window_tell (self, _ ("This finding cannot be dismissed: it waits for an answer"));
    return;
  }
  asked = g_new0 (Asked, 1);
  g_weak_ref_init (&asked->window, self);
  asked->finding = qtr_finding_ref (finding);
  adw_dialog_present (qtr_plan_form_dialog_new (&form, apply_reason, asked, asked_free), GTK_WIDGET (self));
}

void
qtr_window_restore_finding (QtrWindow *self, QtrFinding *finding)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  QtrPlan *now = qtr_finding_restore (finding, plan);

  if (now == plan) {
    qtr_record_unref (now);
    qtr_window_check_now (self);
    return;
  }
  commit (self, now, _ ("Bringing a Finding Back"));
  qtr_window_tell_taken (self, _ ("The finding is back"));
}

void
qtr_window_dismiss_finding (QtrWindow *self)
{
  QtrFinding *current = NULL;

  qtr_window_check_now (self);
  current = qtr_window_get_current_finding (self);
  if (current == NULL)
    qtr_window_tell (self, _ ("There is no finding here"));
  else
    qtr_window_dismiss (self, current);
}
