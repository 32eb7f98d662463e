/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/priority-page-private.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"
#include "model/update.h"
#include "ui/spelling/spelling-names.h"
#include "ui/update/section-view.h"

/* Where a page was left: how far down, and where the caret was. */
typedef struct {
  char *commitment;
  int caret;
  double value;
} Place;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->commitment);
  g_free (place);
}

G_DEFINE_FINAL_TYPE (QtrPriorityPage, qtr_priority_page, ADW_TYPE_BIN)

enum {
  SIGNAL_MEASURE_ACTIVATED,
  SIGNAL_FIGURES_TAKEN,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refresh_areas (QtrPriorityPage *self, const QtrPlan *plan)
{
  g_clear_pointer (&self->areas, g_strfreev);
  self->areas = qtr_plan_list_area_names (plan);
}

/* Measures change with every figure, and their names hardly ever. */
static gboolean
has_other_measures (const QtrPlan *before, const QtrPlan *now)
{
  guint n_measures = qtr_list_length (now->measures);

  if (before->measures == now->measures)
    return FALSE;
  if (qtr_list_length (before->measures) != n_measures)
    return TRUE;
  for (guint i = 0; i < n_measures; i++) {
    const QtrMeasure *old = qtr_list_get (before->measures, i);
    const QtrMeasure *fresh = qtr_list_get (now->measures, i);

    if (old != fresh && g_strcmp0 (old->name, fresh->name) != 0)
      return TRUE;
  }

  return FALSE;
}

static gboolean
has_other_names (const QtrPlan *before, const QtrPlan *now)
{
  return before->areas != now->areas || before->people != now->people || before->title != now->title ||
         before->body != now->body || has_other_measures (before, now);
}

static gboolean
refresh_names (QtrPriorityPage *self, const QtrPlan *plan)
{
  g_autoptr (GHashTable) names = qtr_spelling_list_names (plan);

  if (qtr_spelling_is_same_names (self->names, names))
    return FALSE;

  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_steal_pointer (&names);
  return TRUE;
}

static const QtrPriority *
get_priority (QtrPriorityPage *self)
{
  return self->priority == NULL
             ? NULL
             : qtr_list_find (qtr_document_get_plan (self->document)->priorities, self->priority, NULL);
}

static void
refresh_section (QtrPriorityPage *self, GtkWidget *section)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrUpdate *update = qtr_plan_find_update (plan, self->quarter);
  const char *id = qtr_section_view_get_commitment (QTR_SECTION_VIEW (section));
  const QtrPriority *priority = get_priority (self);
  const QtrCommitment *commitment = priority == NULL ? NULL : qtr_list_find (priority->commitments, id, NULL);

  if (commitment == NULL || update == NULL)
    return;
  qtr_section_view_refresh (QTR_SECTION_VIEW (section), commitment, update,
                            (const char *const *) self->areas);
  qtr_bullets_view_set_spelling (
      QTR_BULLETS_VIEW (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section))), self->spelling,
      self->names);
  qtr_priority_page_mark_section (self, section);
}

GtkWidget *
qtr_priority_page_get_section (QtrPriorityPage *self, guint index)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  while (section != NULL && index-- > 0)
    section = gtk_widget_get_next_sibling (section);

  return section;
}

static gboolean
fill_next (QtrPriorityPage *self)
{
  GtkWidget *section = qtr_priority_page_get_section (self, self->n_filled);

  if (section == NULL)
    return FALSE;
  refresh_section (self, section);
  if (self->findings != NULL)
    qtr_section_view_set_findings (QTR_SECTION_VIEW (section), self->findings);
  gtk_widget_set_visible (section, TRUE);
  self->n_filled++;
  return TRUE;
}

static gboolean
fill_cb (gpointer user_data)
{
  QtrPriorityPage *self = QTR_PRIORITY_PAGE (user_data);

  if (fill_next (self))
    return G_SOURCE_CONTINUE;

  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

void
qtr_priority_page_fill_all (QtrPriorityPage *self)
{
  g_clear_handle_id (&self->fill_source, g_source_remove);
  while (fill_next (self))
    ;
}

static void
clear_sections (QtrPriorityPage *self)
{
  GtkWidget *section = NULL;

  g_clear_handle_id (&self->fill_source, g_source_remove);
  self->n_filled = 0;
  while ((section = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, section);
}

static void
section_entered_cb (GtkEventController *controller, QtrPriorityPage *self)
{
  QtrSectionView *section = QTR_SECTION_VIEW (gtk_event_controller_get_widget (controller));

  g_assert (QTR_IS_PRIORITY_PAGE (self));

  if (g_set_str (&self->written, qtr_section_view_get_commitment (section)))
    qtr_priority_page_tell_selection (self);
}

static void
watch_focus (QtrPriorityPage *self, GtkWidget *section)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (section_entered_cb), self, 0);
  gtk_widget_add_controller (section, focus);
}

/* Laying out long text takes its time: the first section is there at once, the others come one an idle. */
static void
make_sections (QtrPriorityPage *self, GPtrArray *commitments)
{
  clear_sections (self);
  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);
    GtkWidget *section = qtr_section_view_new (self->document, commitment->record.id);

    watch_focus (self, section);
    qtr_priority_page_join_editor (self, section);
    qtr_priority_page_watch_selection (self, section);
    gtk_widget_set_visible (section, FALSE);
    gtk_box_append (self->sections, section);
  }
  fill_next (self);
  self->fill_source = g_idle_add (fill_cb, self);
}

static gboolean
has_sections (QtrPriorityPage *self, GPtrArray *commitments)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  for (guint i = 0; i < commitments->len; i++) {
    const QtrCommitment *commitment = g_ptr_array_index (commitments, i);

    if (section == NULL ||
        !g_str_equal (qtr_section_view_get_commitment (QTR_SECTION_VIEW (section)), commitment->record.id))
      return FALSE;
    section = gtk_widget_get_next_sibling (section);
  }

  return section == NULL;
}

static void
refresh_sections (QtrPriorityPage *self, GPtrArray *commitments)
{
  if (!has_sections (self, commitments)) {
    make_sections (self, commitments);
    return;
  }
  for (guint i = 0; i < self->n_filled; i++)
    refresh_section (self, qtr_priority_page_get_section (self, i));
}

static void
refresh_heading (QtrPriorityPage *self, const QtrPriority *priority)
{
  g_autofree char *number = g_strdup_printf (_ ("Priority %d"), priority->number);

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, priority->title == NULL ? "" : priority->title);
}

static void
refresh (QtrPriorityPage *self)
{
  const QtrPlan *plan = qtr_document_get_plan (self->document);
  const QtrPriority *priority = get_priority (self);
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (GPtrArray) measures = NULL;

  if (priority == NULL)
    return;

  commitments = qtr_plan_list_commitments (plan, priority, self->quarter);
  measures = qtr_plan_list_measures (plan, priority, self->quarter);
  refresh_heading (self, priority);
  refresh_sections (self, commitments);
  gtk_widget_set_visible (self->figures, measures->len > 0);
  qtr_words_line_set_place (self->words, plan, self->quarter, self->priority);
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrPriorityPage *self)
{
  gboolean renamed = has_other_names (before, now) && refresh_names (self, now);

  g_assert (QTR_IS_PRIORITY_PAGE (self));

  if (before->areas != now->areas)
    refresh_areas (self, now);
  if (renamed || before->areas != now->areas || before->priorities != now->priorities ||
      before->updates != now->updates || before->measures != now->measures)
    refresh (self);
}

void
qtr_priority_page_set_document (QtrPriorityPage *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  if (!g_set_object (&self->document, document))
    return;

  clear_sections (self);
  g_clear_pointer (&self->priority, g_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_hash_table_remove_all (self->places);
  refresh_areas (self, qtr_document_get_plan (document));
  refresh_names (self, qtr_document_get_plan (document));
  g_signal_group_set_target (self->document_signals, document);
}

GtkWidget *
qtr_priority_page_find_section (QtrPriorityPage *self, const char *commitment)
{
  GtkWidget *section = gtk_widget_get_first_child (GTK_WIDGET (self->sections));

  while (section != NULL && commitment != NULL &&
         !g_str_equal (qtr_section_view_get_commitment (QTR_SECTION_VIEW (section)), commitment))
    section = gtk_widget_get_next_sibling (section);

  return section;
}

static GtkTextBuffer *
get_buffer (GtkWidget *section)
{
  return gtk_text_view_get_buffer (
      GTK_TEXT_VIEW (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section))));
}

static char *
name_place (QtrPriorityPage *self)
{
  g_autofree char *quarter = qtr_period_to_string (self->quarter);

  return g_strdup_printf ("%s %s", self->priority, quarter);
}

static void
remember_place (QtrPriorityPage *self)
{
  GtkWidget *section = self->written == NULL ? NULL : qtr_priority_page_find_section (self, self->written);
  Place *place = NULL;

  if (self->priority == NULL || gtk_widget_get_first_child (GTK_WIDGET (self->sections)) == NULL)
    return;

  place = g_new0 (Place, 1);
  place->value = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
  if (section != NULL) {
    place->commitment = g_strdup (self->written);
    g_object_get (get_buffer (section), "cursor-position", &place->caret, NULL);
  }
  g_hash_table_replace (self->places, name_place (self), place);
}

/* What stands below the section that was written in comes in its time. */
static void
fill_to (QtrPriorityPage *self, const char *commitment)
{
  GtkWidget *section = commitment == NULL ? NULL : qtr_priority_page_find_section (self, commitment);

  while (section != NULL && !gtk_widget_get_visible (section) && fill_next (self))
    ;
}

static void
restore_place (QtrPriorityPage *self)
{
  g_autofree char *name = name_place (self);
  const Place *place = g_hash_table_lookup (self->places, name);
  GtkWidget *section = NULL;
  GtkTextIter iter;

  g_clear_pointer (&self->written, g_free);
  if (place != NULL && place->value > 0)
    qtr_priority_page_fill_all (self);
  else if (place != NULL)
    fill_to (self, place->commitment);
  if (place != NULL && place->commitment != NULL)
    section = qtr_priority_page_find_section (self, place->commitment);
  if (section != NULL) {
    self->written = g_strdup (place->commitment);
    gtk_text_buffer_get_iter_at_offset (get_buffer (section), &iter, place->caret);
    gtk_text_buffer_place_cursor (get_buffer (section), &iter);
  }
  qtr_page_scroll_to_value (self->scroll, place == NULL ? 0 : place->value);
}

static gboolean
contains_focus (QtrPriorityPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
qtr_priority_page_start_writing (QtrPriorityPage *self)
{
  GtkWidget *section = NULL;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  section = qtr_priority_page_find_section (self, self->written);
  if (section != NULL)
    gtk_widget_grab_focus (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section)));
}

/* Whoever wrote on the page before goes on writing; whoever walks along the outline stays there. */
static void
arrive (QtrPriorityPage *self, gboolean writing)
{
  restore_place (self);
  if (writing)
    qtr_priority_page_start_writing (self);
}

const char *
qtr_priority_page_find_caret (QtrPriorityPage *self, int *caret, double *scroll)
{
  g_autofree char *name = NULL;
  const Place *place = NULL;

  g_return_val_if_fail (QTR_IS_PRIORITY_PAGE (self), NULL);

  remember_place (self);
  name = name_place (self);
  place = g_hash_table_lookup (self->places, name);
  *caret = place == NULL ? 0 : place->caret;
  *scroll = place == NULL ? 0 : place->value;
  return place == NULL ? NULL : place->commitment;
}

void
qtr_priority_page_restore_caret (QtrPriorityPage *self, const char *commitment, int caret, double scroll)
{
  Place *place = NULL;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  place = g_new0 (Place, 1);
  *place = (Place) { g_strdup (commitment), caret, scroll };
  g_hash_table_replace (self->places, name_place (self), place);
  arrive (self, TRUE);
}

void
qtr_priority_page_set_place (QtrPriorityPage *self, const char *priority, QtrPeriod quarter)
{
  gboolean writing = FALSE;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));
  g_return_if_fail (self->document != NULL);

  if (g_strcmp0 (self->priority, priority) == 0 && qtr_period_compare (self->quarter, quarter) == 0)
    return;

  remember_place (self);
  writing = contains_focus (self);
  g_set_str (&self->priority, priority);
  self->quarter = quarter;
  /* Another quarter's bullets have other ids: editors start anew rather than compare. */
  clear_sections (self);
  refresh (self);
  qtr_figures_grid_set_context (self->grid, self->document, self->priority, self->quarter);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  arrive (self, writing);
  qtr_priority_page_tell_selection (self);
}

void
qtr_priority_page_set_findings (QtrPriorityPage *self, GPtrArray *findings)
{
  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  for (guint i = 0; i < self->n_filled; i++)
    qtr_section_view_set_findings (QTR_SECTION_VIEW (qtr_priority_page_get_section (self, i)), findings);
}

void
qtr_priority_page_show_measure (QtrPriorityPage *self, const char *measure)
{
  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  qtr_priority_page_fill_all (self);
  qtr_figures_grid_focus_measure (self->grid, measure);
  qtr_page_scroll_to_focus (self->scroll, GTK_WIDGET (self->grid));
}

void
qtr_priority_page_show_commitment (QtrPriorityPage *self, const char *commitment)
{
  GtkWidget *section = NULL;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  qtr_priority_page_fill_all (self);
  section = qtr_priority_page_find_section (self, commitment);
  if (section == NULL ||
      gtk_widget_has_focus (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section))))
    return;
  qtr_page_scroll_stop (self->scroll);
  gtk_widget_grab_focus (qtr_section_view_get_bullets_view (QTR_SECTION_VIEW (section)));
}

void
qtr_priority_page_go_to_finding (QtrPriorityPage *self, const QtrFinding *finding)
{
  GtkWidget *section = NULL;

  g_return_if_fail (QTR_IS_PRIORITY_PAGE (self));

  if (finding->place.measure != NULL) {
    qtr_priority_page_show_measure (self, finding->place.measure);
    return;
  }
  qtr_priority_page_fill_all (self);
  qtr_page_scroll_stop (self->scroll);
  section = qtr_priority_page_find_section (self, finding->place.commitment);
  if (section == NULL)
    return;
  gtk_viewport_scroll_to (self->viewport, section, NULL);
  qtr_section_view_go_to (QTR_SECTION_VIEW (section), finding->place.bullet, finding->start, finding->end);
}

QtrFiguresGrid *
qtr_priority_page_get_grid (QtrPriorityPage *self)
{
  g_return_val_if_fail (QTR_IS_PRIORITY_PAGE (self), NULL);

  return self->grid;
}

guint
qtr_priority_page_count_unread (QtrPriorityPage *self)
{
  g_return_val_if_fail (QTR_IS_PRIORITY_PAGE (self), 0);

  return qtr_figures_grid_count_unread (self->grid);
}

QtrBulletsView *
qtr_priority_page_get_editor (QtrPriorityPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !QTR_IS_BULLETS_VIEW (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return QTR_BULLETS_VIEW (focus);
}

QtrSectionView *
qtr_priority_page_get_current_section (QtrPriorityPage *self)
{
  GtkWidget *section = NULL;

  g_return_val_if_fail (QTR_IS_PRIORITY_PAGE (self), NULL);

  if (self->written == NULL)
    return NULL;

  section = qtr_priority_page_find_section (self, self->written);
  return section == NULL ? NULL : QTR_SECTION_VIEW (section);
}

static void
run_in_editor (QtrPriorityPage *self, gboolean (*command) (QtrBulletsView *))
{
  QtrBulletsView *editor = qtr_priority_page_get_editor (self);

  if (editor != NULL && !command (editor))
    gtk_widget_error_bell (GTK_WIDGET (editor));
}

void
qtr_priority_page_indent (QtrPriorityPage *self)
{
  run_in_editor (self, qtr_bullets_view_indent);
}

void
qtr_priority_page_outdent (QtrPriorityPage *self)
{
  run_in_editor (self, qtr_bullets_view_outdent);
}

void
qtr_priority_page_move_up (QtrPriorityPage *self)
{
  run_in_editor (self, qtr_bullets_view_move_up);
}

void
qtr_priority_page_move_down (QtrPriorityPage *self)
{
  run_in_editor (self, qtr_bullets_view_move_down);
}

static void
measure_activated_cb (QtrPriorityPage *self, const char *measure)
{
  g_signal_emit (self, signals[SIGNAL_MEASURE_ACTIVATED], 0, measure);
}

static void
figures_taken_cb (QtrPriorityPage *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_FIGURES_TAKEN], 0, message);
}

static void
qtr_priority_page_dispose (GObject *object)
{
  QtrPriorityPage *self = QTR_PRIORITY_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_pointer (&self->scroll, qtr_page_scroll_free);
  g_clear_pointer (&self->drag, qtr_bullet_drag_free);
  /* The template would take its child from the bin, which wants to let go of it by itself. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_PRIORITY_PAGE);
  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->priority, g_free);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->areas, g_strfreev);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_object (&self->spelling);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (qtr_priority_page_parent_class)->dispose (object);
}

static void
qtr_priority_page_class_init (QtrPriorityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_priority_page_dispose;

  signals[SIGNAL_MEASURE_ACTIVATED] =
      g_signal_new ("measure-activated", QTR_TYPE_PRIORITY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FIGURES_TAKEN] = g_signal_new ("figures-taken", QTR_TYPE_PRIORITY_PAGE, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", QTR_TYPE_PRIORITY_PAGE,
                                                    G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (QTR_TYPE_FIGURES_GRID);
  g_type_ensure (QTR_TYPE_WORDS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/priority-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, number);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, title);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, sections);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, figures);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, grid);
  gtk_widget_class_bind_template_child (widget_class, QtrPriorityPage, words);
  gtk_widget_class_bind_template_callback (widget_class, measure_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, figures_taken_cb);
}

static void
qtr_priority_page_init (QtrPriorityPage *self)
{
  self->quarter = QTR_PERIOD_UNSET;
  self->spelling = qtr_spelling_dup_default ();
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_place);
  self->scroll = qtr_page_scroll_new (self->viewport);
  self->drag = qtr_bullet_drag_new (self->viewport, self->sections);
}
