/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/update.h"
#include "ui/window/window-private.h"

static GPtrArray *
run_checks (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (!qtr_period_is_set (self->quarter) || qtr_plan_find_update (plan, self->quarter) == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  return qtr_checker_run (self->checker, plan, self->quarter,
                          &(QtrCheckerOptions) { .with_dismissed = TRUE });
}

/* What was dismissed is among the findings of no page; it is there to be looked at. */
static void
take_findings (QtrWindow *self)
{
  g_autoptr (GPtrArray) all = run_checks (self);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);
  self->dismissed = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);
  for (guint i = 0; i < all->len; i++) {
    QtrFinding *finding = g_ptr_array_index (all, i);

    g_ptr_array_add (finding->dismissed == NULL ? self->findings : self->dismissed,
                     qtr_finding_ref (finding));
  }
}

static void
caret_moved_cb (QtrWindow *self, GParamSpec *pspec, GtkTextBuffer *buffer)
{
  g_signal_handlers_disconnect_by_func (buffer, caret_moved_cb, self);
  qtr_window_check_later (self);
}

static void
focus_moved_cb (QtrWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, focus_moved_cb, NULL);
  qtr_window_check_later (self);
}

static void
watch_caret (QtrWindow *self, GtkTextBuffer *buffer)
{
  g_signal_handlers_disconnect_by_func (buffer, caret_moved_cb, self);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_handlers_disconnect_by_func (self, focus_moved_cb, NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
}

/* A bullet is empty before it is written: nothing is said of that until the caret goes elsewhere. It stays
 * among the findings all the same, since nothing is published with it. */
static GPtrArray *
list_shown (QtrWindow *self)
{
  QtrBulletsView *editor = qtr_priority_page_get_editor (self->priority_page);
  const char *bullet = editor == NULL ? NULL : qtr_bullets_view_get_current (editor);
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_finding_unref);

  for (guint i = 0; i < self->findings->len; i++) {
    QtrFinding *finding = g_ptr_array_index (self->findings, i);

    if (bullet == NULL || !g_str_equal (finding->rule, "empty-bullet") ||
        g_strcmp0 (finding->place.bullet, bullet) != 0)
      g_ptr_array_add (shown, qtr_finding_ref (finding));
  }
  if (shown->len < self->findings->len)
    watch_caret (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)));
  return shown;
}

void
qtr_window_check_now (QtrWindow *self)
{
  g_autoptr (GPtrArray) shown = NULL;

  g_clear_handle_id (&self->check_source, g_source_remove);
  take_findings (self);
  shown = list_shown (self);

  qtr_outline_set_findings (self->outline, shown);
  qtr_priority_page_set_findings (self->priority_page, shown);
  qtr_front_page_set_findings (self->front_page, shown);
  qtr_inspector_set_findings (self->inspector, shown, self->dismissed);
  qtr_export_button_set_errors (self->export, qtr_findings_count (self->findings, QTR_SEVERITY_ERROR));
  qtr_export_button_set_errors (self->narrow_export, qtr_findings_count (self->findings, QTR_SEVERITY_ERROR));
  qtr_window_update_commands (self);
}

static gboolean
check_cb (gpointer user_data)
{
  QtrWindow *self = QTR_WINDOW (user_data);

  self->check_source = 0;
  qtr_window_check_now (self);
  return G_SOURCE_REMOVE;
}

/* Below the priority of painting, so that the letter that was typed is seen before it is judged. */
void
qtr_window_check_later (QtrWindow *self)
{
  if (self->check_source == 0)
    self->check_source = g_idle_add_full (G_PRIORITY_LOW, check_cb, self, NULL);
}

void
qtr_window_stop_checks (QtrWindow *self)
{
  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->dismissed, g_ptr_array_unref);
  g_clear_pointer (&self->finding, qtr_finding_unref);
}
