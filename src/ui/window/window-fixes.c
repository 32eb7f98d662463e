/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "check/fix.h"
#include "ui/window/window-private.h"

/*
 * Fixes go through the document as any edit does, so that undo has them. They are taken from findings of this
 * moment: what was typed since the last run of the checks must not be written over.
 */

static void
tell_fixed (QtrWindow *self, const QtrFinding *finding)
{
  g_autofree char *fixed = qtr_finding_get_fixed_text (finding);
  g_autofree char *message = NULL;

  if (finding->text == NULL) {
    qtr_window_tell_taken (self, _ ("The finding was fixed"));
    return;
  }

  /* Translators: the words before and after a fix. */
  message = g_strdup_printf (_ ("“%s” changed to “%s”"), finding->text, fixed);
  qtr_window_tell_taken (self, message);
}

static void
commit (QtrWindow *self, QtrPlan *now, const char *label)
{
  qtr_document_commit (self->document, now, label, NULL);
  qtr_window_check_now (self);
}

void
qtr_window_fix (QtrWindow *self, QtrFinding *finding)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  g_autoptr (QtrFinding) kept = qtr_finding_ref (finding);
  g_autoptr (QtrPlan) now = NULL;

  if (qtr_window_go_to_conflict (self, kept))
    return;
  if (finding->fix == NULL || finding->place.bullet == NULL) {
    qtr_window_tell (self, _ ("This finding has no fix: it is for you to put right"));
    return;
  }
  now = qtr_finding_apply (finding, plan);
  if (now == plan) {
    qtr_window_check_now (self);
    return;
  }

  commit (self, g_steal_pointer (&now), _ ("Fixing a Finding"));
  tell_fixed (self, kept);
}

void
qtr_window_fix_similar (QtrWindow *self, QtrFinding *finding)
{
  g_autoptr (QtrPlan) now = NULL;
  g_autofree char *message = NULL;
  const char *rule = finding->rule;
  guint n_fixed = 0;

  qtr_window_check_now (self);
  now = qtr_findings_apply (self->findings, rule, qtr_document_get_plan (self->document), &n_fixed);
  if (n_fixed == 0)
    return;

  commit (self, g_steal_pointer (&now), _ ("Fixing Findings"));
  message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u finding was fixed", "%u findings were fixed", n_fixed), n_fixed);
  qtr_window_tell_taken (self, message);
}

static void
fix_current (QtrWindow *self, void (*fix) (QtrWindow *self, QtrFinding *finding))
{
  QtrFinding *current = NULL;

  qtr_window_check_now (self);
  current = qtr_window_get_current_finding (self);
  if (current == NULL)
    qtr_window_tell (self, _ ("There is no finding here"));
  else
    fix (self, current);
}

void
qtr_window_fix_finding (QtrWindow *self)
{
  fix_current (self, qtr_window_fix);
}

void
qtr_window_fix_similar_findings (QtrWindow *self)
{
  fix_current (self, qtr_window_fix_similar);
}

/* Where no words are spoken of, the list has what there is to say. */
void
qtr_window_show_finding (QtrWindow *self)
{
  QtrBulletsView *editor = qtr_priority_page_get_editor (self->priority_page);

  qtr_window_check_now (self);
  if (editor == NULL || !qtr_bullets_view_show_finding (editor))
    qtr_window_show_findings (self);
}
