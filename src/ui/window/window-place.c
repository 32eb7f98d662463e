/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/plan-place.h"
#include "ui/window/window-private.h"

/* --- The window's shape --- */

static void
set_shape (QtrWindow *self, int width, int height, gboolean maximized)
{
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The outline is folded away by collapsing, which a narrow window does by itself. */
static gboolean
is_outline_shown (QtrWindow *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "narrow") ||
         !adw_navigation_split_view_get_collapsed (self->outline_split);
}

/* An inspector that lies over the page comes and goes with what is done there: it says nothing of next time.
 */
static void
remember_inspector (QtrWindow *self, QtrPlanPlace *place)
{
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    g_settings_set_boolean (self->settings, "show-inspector",
                            adw_overlay_split_view_get_show_sidebar (self->inspector_split));
  place->inspector = g_settings_get_boolean (self->settings, "show-inspector");
  place->inspector_page = g_strdup (qtr_inspector_get_page (self->inspector));
}

static void
remember_shape (QtrWindow *self, QtrPlanPlace *place)
{
  gtk_window_get_default_size (GTK_WINDOW (self), &place->width, &place->height);
  place->maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  place->outline = is_outline_shown (self);

  g_settings_set_int (self->settings, "window-width", MAX (place->width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (place->height, 294));
  g_settings_set_boolean (self->settings, "window-maximized", place->maximized);
}

void
qtr_window_restore_usual_shape (QtrWindow *self)
{
  set_shape (self, g_settings_get_int (self->settings, "window-width"),
             g_settings_get_int (self->settings, "window-height"),
             g_settings_get_boolean (self->settings, "window-maximized"));
  adw_overlay_split_view_set_show_sidebar (self->inspector_split,
                                           g_settings_get_boolean (self->settings, "show-inspector"));
}

/* A window that is seen already keeps the size that it has: nothing is to jump under the pointer. */
void
qtr_window_restore_shape (QtrWindow *self, GFile *file)
{
  g_autoptr (QtrPlanPlace) place = qtr_plan_place_load (file);

  if (place != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    set_shape (self, place->width, place->height, place->maximized);
}

/* --- The place in the plan --- */

static void
restore_panes (QtrWindow *self, const QtrPlanPlace *place)
{
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "narrow"))
    adw_navigation_split_view_set_collapsed (self->outline_split, !place->outline);
  if (!adw_overlay_split_view_get_collapsed (self->inspector_split))
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, place->inspector);
  if (place->inspector_page != NULL)
    qtr_inspector_set_page (self->inspector, place->inspector_page);
}

static void
restore_quarter (QtrWindow *self, const QtrPlanPlace *place)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  QtrPeriod quarter =
      place->quarter == NULL ? QTR_PERIOD_UNSET : qtr_plan_parse_period (plan, place->quarter);

  if (qtr_period_is_set (quarter) && qtr_plan_find_update (plan, quarter) != NULL)
    qtr_window_show_quarter (self, quarter);
}

/* What was there may be gone, because the file was changed elsewhere: then the plan opens as any other. */
static gboolean
has_page (QtrWindow *self, const char *page)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrPriority *priority = page == NULL ? NULL : qtr_list_find (plan->priorities, page, NULL);

  return page == NULL || g_str_equal (page, plan->record.id) || g_str_equal (page, QTR_OUTLINE_CHANGES) ||
         g_str_equal (page, QTR_OUTLINE_MEASURES) ||
         (priority != NULL && qtr_plan_is_valid_in (plan, priority->from, priority->until, self->quarter));
}

static void
restore_page (QtrWindow *self, const QtrPlanPlace *place)
{
  if (!has_page (self, place->page))
    return;

  qtr_window_go_to_place (self, place->page);
  if (self->priority != NULL)
    qtr_priority_page_restore_caret (self->priority_page, place->commitment, place->caret, place->scroll);
}

void
qtr_window_restore_place (QtrWindow *self)
{
  GFile *file = qtr_document_get_file (self->document);
  g_autoptr (QtrPlanPlace) place = file == NULL ? NULL : qtr_plan_place_load (file);

  if (place == NULL)
    return;

  restore_panes (self, place);
  restore_quarter (self, place);
  restore_page (self, place);
}

static void
remember_page (QtrWindow *self, QtrPlanPlace *place)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  place->quarter = qtr_period_is_set (self->quarter) ? qtr_period_to_string (self->quarter) : NULL;
  place->page = g_strdup (self->on_changes    ? QTR_OUTLINE_CHANGES
                          : self->on_measures ? QTR_OUTLINE_MEASURES
                          : self->on_plan     ? plan->record.id
                                              : self->priority);
  if (self->priority != NULL)
    place->commitment =
        g_strdup (qtr_priority_page_find_caret (self->priority_page, &place->caret, &place->scroll));
}

void
qtr_window_remember_place (QtrWindow *self)
{
  g_autoptr (QtrPlanPlace) place = g_new0 (QtrPlanPlace, 1);

  remember_shape (self, place);
  if (self->document == NULL)
    return;

  remember_inspector (self, place);
  remember_page (self, place);
  if (qtr_document_get_file (self->document) != NULL)
    qtr_plan_place_save (qtr_document_get_file (self->document), place);
}
