/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/measure.h"
#include "model/update.h"
#include "ui/window/window-private.h"

static const QtrPriority *
find_priority (QtrWindow *self, const char *id)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  return id == NULL ? NULL : qtr_list_find (plan->priorities, id, NULL);
}

/* The chart begins with the first measure of the priority, until one is chosen in the grid. */
static void
show_first_measure (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrPriority *priority = find_priority (self, self->priority);
  g_autoptr (GPtrArray) measures = NULL;
  const QtrMeasure *measure = NULL;

  if (priority == NULL)
    return;
  measures = qtr_plan_list_measures (plan, priority, self->quarter);
  measure = measures->len == 0 ? NULL : g_ptr_array_index (measures, 0);
  qtr_inspector_set_measure (self->inspector, self->document, measure == NULL ? NULL : measure->record.id,
                             self->quarter);
}

/* A plan without an update has one page that says what to do about it. */
static const char *
choose_page (QtrWindow *self)
{
  if (self->on_changes)
    return "changes";
  if (self->on_measures)
    return "measures";
  if (self->on_plan)
    return "plan";
  if (!qtr_period_is_set (self->quarter))
    return "empty";

  return self->priority != NULL ? "priority" : "front";
}

/* The place as the outline calls it. */
static const char *
get_place (QtrWindow *self)
{
  if (self->on_changes)
    return QTR_OUTLINE_CHANGES;
  if (self->on_measures)
    return QTR_OUTLINE_MEASURES;

  return self->on_plan ? qtr_document_get_plan (self->document)->record.id : self->priority;
}

static void
show_place (QtrWindow *self)
{
  qtr_front_page_set_quarter (self->front_page, self->quarter);
  qtr_changes_page_set_quarter (self->changes_page, self->quarter);
  qtr_measures_page_set_quarter (self->measures_page, self->quarter);
  if (self->priority != NULL)
    qtr_priority_page_set_place (self->priority_page, self->priority, self->quarter);
  gtk_stack_set_visible_child_name (self->places, choose_page (self));
  qtr_outline_set_place (self->outline, self->quarter, get_place (self));
  qtr_inspector_set_priority (self->inspector, self->priority);
  qtr_window_refresh_conflicts (self);
  qtr_window_refresh_published (self);
  qtr_window_find_again (self);
  qtr_window_update_commands (self);
}

void
qtr_window_go_to_priority (QtrWindow *self, const char *priority)
{
  gboolean moved = g_set_str (&self->priority, priority);

  self->on_plan = FALSE;
  self->on_changes = FALSE;
  self->on_measures = FALSE;
  show_place (self);
  if (moved)
    show_first_measure (self);
}

/* The plan's own page has the plan's id. */
void
qtr_window_go_to_place (QtrWindow *self, const char *place)
{
  gboolean changes = g_strcmp0 (place, QTR_OUTLINE_CHANGES) == 0;
  gboolean measures = g_strcmp0 (place, QTR_OUTLINE_MEASURES) == 0;

  if (!changes && !measures && g_strcmp0 (place, qtr_document_get_plan (self->document)->record.id) != 0) {
    qtr_window_go_to_priority (self, place);
    return;
  }

  g_clear_pointer (&self->priority, g_free);
  self->on_plan = !changes && !measures;
  self->on_changes = changes;
  self->on_measures = measures;
  show_place (self);
}

/* Whoever opens a plan comes to write: the first page is the first priority. */
void
qtr_window_go_to_first_page (QtrWindow *self)
{
  g_autoptr (GPtrArray) priorities = NULL;
  const QtrPriority *first = NULL;

  if (qtr_period_is_set (self->quarter))
    priorities = qtr_plan_list_priorities (qtr_document_get_plan (self->document), self->quarter);
  if (priorities != NULL && priorities->len > 0)
    first = g_ptr_array_index (priorities, 0);
  qtr_window_go_to_priority (self, first == NULL ? NULL : first->record.id);
}

void
qtr_window_go_to_quarter (QtrWindow *self, QtrPeriod quarter)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrPriority *priority = find_priority (self, self->priority);

  self->quarter = quarter;
  if (priority != NULL && !qtr_plan_is_valid_in (plan, priority->from, priority->until, quarter))
    g_clear_pointer (&self->priority, g_free);
  show_place (self);
  show_first_measure (self);
  qtr_window_check_now (self);
}

/* After a change of the plan, what is shown may be gone, or the first update may have come. */
void
qtr_window_refresh_place (QtrWindow *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);

  if (self->priority != NULL && find_priority (self, self->priority) == NULL)
    g_clear_pointer (&self->priority, g_free);
  if (!qtr_period_is_set (self->quarter) || qtr_plan_find_update (plan, self->quarter) == NULL) {
    const QtrUpdate *latest = qtr_plan_get_latest_update (plan);

    self->quarter = latest == NULL ? QTR_PERIOD_UNSET : qtr_plan_parse_period (plan, latest->quarter);
  }
  show_place (self);
}

void
qtr_window_go_front_page (QtrWindow *self)
{
  qtr_window_go_to_priority (self, NULL);
  adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
}

/* The front page stands before the first priority. */
static void
step_priority (QtrWindow *self, int step)
{
  g_autoptr (GPtrArray) priorities =
      qtr_plan_list_priorities (qtr_document_get_plan (self->document), self->quarter);
  guint at = 0;
  int next = step - 1;

  if (self->priority != NULL && g_ptr_array_find (priorities, find_priority (self, self->priority), &at))
    next = (int) at + step;
  if (next >= (int) priorities->len || next < -1)
    return;

  qtr_window_go_to_priority (
      self, next < 0 ? NULL : ((const QtrPriority *) g_ptr_array_index (priorities, next))->record.id);
}

void
qtr_window_next_priority (QtrWindow *self)
{
  step_priority (self, 1);
}

void
qtr_window_previous_priority (QtrWindow *self)
{
  step_priority (self, -1);
}

static int
get_caret (QtrBulletsView *editor)
{
  int caret = -1;

  if (editor != NULL)
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "cursor-position", &caret, NULL);

  return caret;
}

static void
note_caret (QtrWindow *self)
{
  QtrBulletsView *editor = qtr_priority_page_get_editor (self->priority_page);

  self->finding_editor = editor;
  self->finding_caret = get_caret (editor);
}

/* In a narrow window, something else may be before it. */
void
qtr_window_bring_up_page (QtrWindow *self)
{
  adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
  if (adw_overlay_split_view_get_collapsed (self->inspector_split))
    adw_overlay_split_view_set_show_sidebar (self->inspector_split, FALSE);
}

void
qtr_window_go_to_finding (QtrWindow *self, QtrFinding *finding)
{
  const QtrPlace *place = &finding->place;

  if (finding != self->finding) {
    g_clear_pointer (&self->finding, qtr_finding_unref);
    self->finding = qtr_finding_ref (finding);
  }
  qtr_window_bring_up_page (self);
  if (qtr_window_go_to_conflict (self, finding)) {
    note_caret (self);
    return;
  }

  qtr_window_go_to_priority (self, place->priority);
  if (place->priority == NULL)
    qtr_front_page_focus_field (self->front_page, finding->field);
  else
    qtr_priority_page_go_to_finding (self->priority_page, finding);
  note_caret (self);
}

/* The same finding is another object after every run of the checks. */
static gboolean
is_same_finding (gconstpointer a, gconstpointer b)
{
  const QtrFinding *one = a;
  const QtrFinding *other = b;

  return g_str_equal (one->rule, other->rule) && one->start == other->start &&
         g_strcmp0 (one->field, other->field) == 0 &&
         g_strcmp0 (one->place.priority, other->place.priority) == 0 &&
         g_strcmp0 (one->place.commitment, other->place.commitment) == 0 &&
         g_strcmp0 (one->place.bullet, other->place.bullet) == 0 &&
         g_strcmp0 (one->place.measure, other->place.measure) == 0;
}

static QtrFinding *
find_at_caret (QtrWindow *self, QtrBulletsView *editor)
{
  QtrBulletsFinding shown = { NULL };

  if (editor == NULL || !qtr_bullets_view_get_finding (editor, &shown))
    return NULL;

  for (guint i = 0; i < self->findings->len; i++) {
    QtrFinding *finding = g_ptr_array_index (self->findings, i);

    if (g_strcmp0 (finding->place.bullet, shown.bullet) == 0 &&
        g_str_equal (finding->message, shown.message) && MAX (finding->start, 0) == (int) shown.start)
      return finding;
  }

  return NULL;
}

/* The one that was gone to last, unless the caret has been put into another one since. */
QtrFinding *
qtr_window_get_current_finding (QtrWindow *self)
{
  QtrBulletsView *editor = qtr_priority_page_get_editor (self->priority_page);
  gboolean moved = editor != self->finding_editor || get_caret (editor) != self->finding_caret;
  QtrFinding *at_caret = moved && self->findings != NULL ? find_at_caret (self, editor) : NULL;
  guint at = 0;

  if (at_caret != NULL)
    return at_caret;
  if (self->finding == NULL || self->findings == NULL ||
      !g_ptr_array_find_with_equal_func (self->findings, self->finding, is_same_finding, &at))
    return NULL;

  return g_ptr_array_index (self->findings, at);
}

static void
step_finding (QtrWindow *self, int step)
{
  guint n = self->findings == NULL ? 0 : self->findings->len;
  QtrFinding *current = qtr_window_get_current_finding (self);
  guint at = 0;

  if (n == 0)
    return;
  if (current == NULL || !g_ptr_array_find (self->findings, current, &at))
    at = step > 0 ? 0 : n - 1;
  else
    at = (at + n + step) % n;
  qtr_window_go_to_finding (self, g_ptr_array_index (self->findings, at));
}

void
qtr_window_next_finding (QtrWindow *self)
{
  step_finding (self, 1);
}

void
qtr_window_previous_finding (QtrWindow *self)
{
  step_finding (self, -1);
}

/* A wide window hides the outline by folding it away behind the page; a narrow one shows the one or the
 * other. */
void
qtr_window_toggle_outline (QtrWindow *self)
{
  if (!adw_navigation_split_view_get_collapsed (self->outline_split)) {
    adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
    adw_navigation_split_view_set_collapsed (self->outline_split, TRUE);
  } else if (gtk_widget_has_css_class (GTK_WIDGET (self), "narrow")) {
    adw_navigation_split_view_set_show_content (
        self->outline_split, !adw_navigation_split_view_get_show_content (self->outline_split));
  } else {
    adw_navigation_split_view_set_collapsed (self->outline_split, FALSE);
  }
}

void
qtr_window_toggle_inspector (QtrWindow *self)
{
  adw_overlay_split_view_set_show_sidebar (self->inspector_split,
                                           !adw_overlay_split_view_get_show_sidebar (self->inspector_split));
}

void
qtr_window_show_chart (QtrWindow *self)
{
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  qtr_inspector_show_chart (self->inspector);
}

void
qtr_window_show_findings (QtrWindow *self)
{
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  qtr_inspector_show_findings (self->inspector);
}
