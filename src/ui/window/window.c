/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-private.h"

#include <glib/gi18n-lib.h>

#include "model/update.h"
#include "ui/update/quarter-words.h"
#include "ui/window/drop-area.h"
#include "ui/window/start-page.h"

G_DEFINE_FINAL_TYPE (QtrWindow, qtr_window, ADW_TYPE_APPLICATION_WINDOW)

enum {
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
update_title (QtrWindow *self)
{
  const QtrPlan *plan = self->document == NULL ? NULL : qtr_document_get_plan (self->document);
  const QtrUpdate *update = plan == NULL ? NULL : qtr_plan_find_update (plan, self->quarter);
  g_autofree char *words = NULL;
  g_autofree char *subtitle = NULL;

  if (update != NULL) {
    words = qtr_quarter_to_words (self->quarter);
    /* Translators: under the plan's title: a quarter and its status, as in "Quarter 3 2019/20 – draft". */
    subtitle = g_strdup_printf (_ ("%s – %s"), words,
                                qtr_state_to_words (qtr_plan_get_state (plan, update->record.id)));
  }
  adw_window_title_set_subtitle (self->title, subtitle == NULL ? "" : subtitle);
}

static void
document_changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  qtr_window_refresh_place (self);
  update_title (self);
  qtr_window_refresh_published (self);
  qtr_window_update_commands (self);
  qtr_window_check_later (self);
}

static void
document_notify_cb (QtrDocument *document, GParamSpec *pspec, QtrWindow *self)
{
  g_assert (QTR_IS_WINDOW (self));

  qtr_window_update_read_only (self);
  qtr_window_update_commands (self);
}

void
qtr_window_show_quarter (QtrWindow *self, QtrPeriod quarter)
{
  qtr_window_go_to_quarter (self, quarter);
  update_title (self);
}

void
qtr_window_set_document (QtrWindow *self, QtrDocument *document)
{
  const QtrUpdate *latest = qtr_plan_get_latest_update (qtr_document_get_plan (document));

  if (!g_set_object (&self->document, document))
    return;

  qtr_window_stop_checks (self);
  g_clear_pointer (&self->priority, g_free);
  self->quarter = latest == NULL ? QTR_PERIOD_UNSET
                                 : qtr_plan_parse_period (qtr_document_get_plan (document), latest->quarter);
  g_signal_group_set_target (self->document_signals, document);
  qtr_window_watch_recovery (self);
  qtr_window_watch_file (self);
  qtr_outline_set_document (self->outline, document);
  qtr_front_page_set_document (self->front_page, document);
  qtr_priority_page_set_document (self->priority_page, document);
  qtr_plan_page_set_document (self->plan_page, document);
  qtr_measures_page_set_document (self->measures_page, document);
  qtr_changes_page_set_document (self->changes_page, document);
  qtr_window_watch_theirs (self);
  qtr_window_update_read_only (self);
  gtk_stack_set_visible_child_name (self->screens, "plan");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  qtr_window_show_quarter (self, self->quarter);
  qtr_window_go_to_first_page (self);
  qtr_window_restore_place (self);
  if (self->priority != NULL)
    qtr_priority_page_start_writing (self->priority_page);
  qtr_window_tell_notes (self);
}

void
qtr_window_show_document (QtrWindow *self, QtrDocument *document)
{
  QtrWindow *window = self;

  if (self->document != NULL)
    window = qtr_window_new (QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  qtr_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

GFile *
qtr_window_get_file (QtrWindow *self)
{
  g_return_val_if_fail (QTR_IS_WINDOW (self), NULL);

  return self->document == NULL ? self->opening : qtr_document_get_file (self->document);
}

void
qtr_window_tell (QtrWindow *self, const char *message)
{
  AdwToast *toast = NULL;

  g_return_if_fail (QTR_IS_WINDOW (self));

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
qtr_window_show_error (QtrWindow *self, const char *heading, const char *message)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static char *
undo_tooltip_cb (QtrWindow *self, const char *label)
{
  /* Translators: what the button undoes, as in "Undo Typing". */
  return label == NULL ? g_strdup (_ ("Undo")) : g_strdup_printf (_ ("Undo “%s”"), label);
}

static char *
redo_tooltip_cb (QtrWindow *self, const char *label)
{
  /* Translators: what the button does again, as in "Redo Typing". */
  return label == NULL ? g_strdup (_ ("Redo")) : g_strdup_printf (_ ("Redo “%s”"), label);
}

static char *
window_title_cb (QtrWindow *self, const char *name)
{
  return g_strdup (name == NULL ? _ ("Quarterly") : name);
}

static char *
title_cb (QtrWindow *self, const char *name, gboolean modified, const char *undo_label)
{
  /* A dot before the name says that there is something to save, as in GNOME's text editor. */
  return self->document != NULL && qtr_recovery_has_work (self->document) ? g_strdup_printf ("• %s", name)
                                                                          : g_strdup (name);
}

static void
set_narrow (QtrWindow *self, gboolean narrow)
{
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static void
narrow_applied_cb (QtrWindow *self)
{
  set_narrow (self, TRUE);
}

static void
narrow_left_cb (QtrWindow *self)
{
  set_narrow (self, FALSE);
}

static void
place_chosen_cb (QtrWindow *self, const char *priority)
{
  qtr_window_go_to_place (self, priority);
  adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
}

static void
quarter_chosen_cb (QtrWindow *self, const char *quarter)
{
  qtr_window_show_quarter (self, qtr_plan_parse_period (qtr_document_get_plan (self->document), quarter));
}

static void
measure_chosen_cb (QtrWindow *self, const char *measure)
{
  qtr_inspector_set_measure (self->inspector, self->document, measure, self->quarter);
}

static void
finding_chosen_cb (QtrWindow *self, QtrFinding *finding)
{
  qtr_window_go_to_finding (self, finding);
}

static void
finding_fixed_cb (QtrWindow *self, QtrFinding *finding)
{
  qtr_window_fix (self, finding);
}

static void
findings_fixed_cb (QtrWindow *self, QtrFinding *finding)
{
  qtr_window_fix_similar (self, finding);
}

static void
finding_dismissed_cb (QtrWindow *self, QtrFinding *finding)
{
  qtr_window_dismiss (self, finding);
}

static void
finding_restored_cb (QtrWindow *self, QtrFinding *finding)
{
  qtr_window_restore_finding (self, finding);
}

static gboolean
qtr_window_close_request (GtkWindow *window)
{
  if (!qtr_window_may_close (QTR_WINDOW (window)))
    return GDK_EVENT_STOP;

  qtr_window_leave (QTR_WINDOW (window));
  return GTK_WINDOW_CLASS (qtr_window_parent_class)->close_request (window);
}

static void
qtr_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_DOCUMENT:
    g_value_set_object (value, QTR_WINDOW (object)->document);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_window_dispose (GObject *object)
{
  QtrWindow *self = QTR_WINDOW (object);

  qtr_window_stop_checks (self);
  qtr_window_stop_watching_theirs (self);
  g_clear_pointer (&self->checker, qtr_checker_free);
  g_clear_object (&self->spelling);
  g_clear_object (&self->finder);
  g_clear_object (&self->settings);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->recovery);
  g_clear_pointer (&self->watch, qtr_watch_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->priority, g_free);

  G_OBJECT_CLASS (qtr_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, screens);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, outline_split);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, title);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, places);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, front_page);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, priority_page);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, plan_page);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, measures_page);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, changes_page);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, conflicts);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, published);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, export);
  gtk_widget_class_bind_template_child (widget_class, QtrWindow, narrow_export);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, undo_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, window_title_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, quarter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_fixed_cb);
  gtk_widget_class_bind_template_callback (widget_class, findings_fixed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_restored_cb);
  gtk_widget_class_bind_template_callback (widget_class, qtr_window_take_dropped);
  gtk_widget_class_bind_template_callback (widget_class, qtr_window_take_file);
  gtk_widget_class_bind_template_callback (widget_class, qtr_window_tell);
  gtk_widget_class_bind_template_callback (widget_class, qtr_window_tell_taken);
  gtk_widget_class_bind_template_callback (widget_class, qtr_window_go_to_record);
}

static void
qtr_window_class_init (QtrWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qtr_window_get_property;
  object_class->dispose = qtr_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = qtr_window_close_request;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, QTR_TYPE_DOCUMENT,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (QTR_TYPE_CHANGES_PAGE);
  g_type_ensure (QTR_TYPE_DOCUMENT);
  g_type_ensure (QTR_TYPE_DROP_AREA);
  g_type_ensure (QTR_TYPE_FIND_BAR);
  g_type_ensure (QTR_TYPE_EXPORT_BUTTON);
  g_type_ensure (QTR_TYPE_FRONT_PAGE);
  g_type_ensure (QTR_TYPE_INSPECTOR);
  g_type_ensure (QTR_TYPE_MEASURES_PAGE);
  g_type_ensure (QTR_TYPE_OUTLINE);
  g_type_ensure (QTR_TYPE_PLAN_PAGE);
  g_type_ensure (QTR_TYPE_PRIORITY_PAGE);
  g_type_ensure (QTR_TYPE_START_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/window/window.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
qtr_window_init (QtrWindow *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->checker = qtr_checker_new ();
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_group_connect (self->document_signals, "notify", G_CALLBACK (document_notify_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Until there is a plan to be named. */
  gtk_window_set_title (GTK_WINDOW (self), _ ("Quarterly"));
  qtr_window_add_commands (self);
  qtr_window_watch_spelling (self);
  qtr_window_watch_find (self);
  qtr_window_watch_focus (self);
  qtr_window_watch_sections (self);
  qtr_window_watch_changes (self);
  qtr_window_watch_settings (self);
  qtr_window_restore_usual_shape (self);
  qtr_window_update_commands (self);
}

QtrWindow *
qtr_window_new (QtrApplication *application)
{
  return g_object_new (QTR_TYPE_WINDOW, "application", application, NULL);
}
