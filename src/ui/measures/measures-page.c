/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/measures/measures-page.h"

#include <glib/gi18n-lib.h>

#include "model/edit-plan.h"
#include "ui/measures/measures-page-private.h"
#include "ui/plan/plan-list.h"

/* Rows cost, and so there are as many as somebody has come near to, and some more. */
#define ROWS_STEP 60

/* The list of the measures that no priority has bears this in place of an id. */
#define NO_PRIORITY "/none"

G_DEFINE_FINAL_TYPE (QtrMeasuresPage, qtr_measures_page, ADW_TYPE_BIN)

enum {
  SIGNAL_TOLD,
  SIGNAL_TAKEN,
  SIGNAL_PLACE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
taken_cb (QtrMeasuresPage *self, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, message);
}

/* --- Order --- */

static QtrPlanList *
find_list (QtrMeasuresPage *self, GtkWidget *row)
{
  return QTR_PLAN_LIST (gtk_widget_get_ancestor (row, QTR_TYPE_PLAN_LIST));
}

static void
place (QtrMeasuresPage *self, const char *id, const char *other)
{
  qtr_document_commit (self->document, qtr_edit_take_place (qtr_measures_page_get_plan (self), id, other),
                       _ ("Moving a Measure"), NULL);
}

/* Past the next one that the same list shows: between them there may be others. */
static void
step (QtrMeasuresPage *self, GtkWidget *row, int by)
{
  QtrPlanItemRow *other = qtr_plan_list_get_neighbour (find_list (self, row), QTR_PLAN_ITEM_ROW (row), by);

  if (other != NULL)
    place (self, qtr_plan_item_row_get_key (QTR_PLAN_ITEM_ROW (row)), qtr_plan_item_row_get_key (other));
}

static void
asked_cb (QtrPlanItemRow *row, const char *what, QtrMeasuresPage *self)
{
  /* The row may be gone before what was asked is done. */
  g_autofree char *id = g_strdup (qtr_plan_item_row_get_key (row));

  g_assert (QTR_IS_MEASURES_PAGE (self));

  if (g_str_equal (what, "edit"))
    qtr_measures_page_edit (self, id, NULL);
  else if (g_str_equal (what, "uses"))
    qtr_measures_page_show_uses (self, id);
  else if (g_str_equal (what, "move-up"))
    step (self, GTK_WIDGET (row), -1);
  else if (g_str_equal (what, "move-down"))
    step (self, GTK_WIDGET (row), 1);
  else if (g_str_equal (what, "retire"))
    qtr_measures_page_retire (self, qtr_measures_page_find (self, id));
  else
    qtr_measures_page_remove (self, id);
}

static void
placed_cb (QtrPlanItemRow *row, QtrPlanItemRow *other, QtrMeasuresPage *self)
{
  g_autofree char *id = g_strdup (qtr_plan_item_row_get_key (other));
  g_autofree char *at = g_strdup (qtr_plan_item_row_get_key (row));

  g_assert (QTR_IS_MEASURES_PAGE (self));

  place (self, id, at);
}

static void
entered_cb (GtkEventControllerFocus *controller, QtrMeasuresPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  g_assert (QTR_IS_MEASURES_PAGE (self));

  g_set_str (&self->current, qtr_plan_item_row_get_key (QTR_PLAN_ITEM_ROW (row)));
}

/* --- Rows --- */

static QtrPlanItemRow *
claim_row (QtrMeasuresPage *self, QtrPlanList *list, guint index, const char *id)
{
  gboolean fresh = FALSE;
  QtrPlanItemRow *row = qtr_plan_list_claim (list, index, QTR_PLAN_ITEM_MEASURE, id, &fresh);

  if (fresh) {
    GtkEventController *focus = gtk_event_controller_focus_new ();

    g_signal_connect_object (row, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (row, "placed", G_CALLBACK (placed_cb), self, G_CONNECT_DEFAULT);
    g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_DEFAULT);
    gtk_widget_add_controller (GTK_WIDGET (row), focus);
  }
  return row;
}

static const char *
name_frequency (QtrFrequency frequency)
{
  switch (frequency) {
  case QTR_FREQUENCY_MONTH:
    return _ ("monthly");
  case QTR_FREQUENCY_YEAR:
    return _ ("yearly");
  case QTR_FREQUENCY_QUARTER:
  default:
    return _ ("quarterly");
  }
}

static void
show_words (QtrMeasuresPage *self, QtrPlanItemRow *row, const QtrMeasure *measure)
{
  QtrPeriod retired = qtr_plan_parse_period (qtr_measures_page_get_plan (self), measure->retired_from);
  g_autofree char *quarter = qtr_period_is_set (retired) ? qtr_period_to_label (retired) : NULL;
  /* Translators: beside a measure; %s is a quarter. */
  g_autofree char *note = quarter == NULL ? NULL : g_strdup_printf (_ ("retired from %s"), quarter);
  const char *frequency = name_frequency (measure->frequency);
  /* Translators: what a measure is counted in, and how often. */
  g_autofree char *subtitle = measure->unit == NULL
                                  ? g_strdup (frequency)
                                  : g_strdup_printf (_ ("%1$s, %2$s"), measure->unit, frequency);

  qtr_plan_item_row_set_words (row, measure->name, subtitle, note);
}

static gboolean
belongs (const QtrPlan *plan, const QtrMeasure *measure, const char *priority)
{
  if (!g_str_equal (priority, NO_PRIORITY))
    return qtr_tokens_contain (measure->priorities, priority);

  for (guint i = 0; i < qtr_tokens_length (measure->priorities); i++)
    if (qtr_list_find (plan->priorities, measure->priorities->at[i], NULL) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
matches (const QtrMeasure *measure, const char *search)
{
  return *search == '\0' || g_str_match_string (search, measure->name == NULL ? "" : measure->name, TRUE);
}

static GPtrArray *
list_measures (QtrMeasuresPage *self, const char *priority)
{
  const QtrPlan *plan = qtr_measures_page_get_plan (self);
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GPtrArray *measures = g_ptr_array_new ();

  for (guint i = 0; i < qtr_list_length (plan->measures); i++) {
    const QtrMeasure *measure = qtr_list_get (plan->measures, i);

    if (belongs (plan, measure, priority) && matches (measure, search))
      g_ptr_array_add (measures, (gpointer) measure);
  }

  return measures;
}

static guint
fill_list (QtrMeasuresPage *self, QtrPlanList *list)
{
  g_autoptr (GPtrArray) measures = list_measures (self, gtk_widget_get_name (GTK_WIDGET (list)));
  guint n = MIN (measures->len, self->n_rows_max - MIN (self->n_rows, self->n_rows_max));
  gboolean is_search = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  for (guint i = 0; i < n; i++) {
    const QtrMeasure *measure = g_ptr_array_index (measures, i);
    QtrPlanItemRow *row = claim_row (self, list, i, measure->record.id);

    show_words (self, row, measure);
    qtr_plan_item_row_set_place (row, 0, i == 0, i + 1 == n);
  }
  qtr_plan_list_end (list, n);
  self->n_rows += n;
  /* Where nothing is found, there is nothing to be added to, either; nor below what is still to come. */
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0 || (!is_search && measures->len == 0));
  return measures->len - n;
}

/* --- Lists --- */

static void
add_cb (QtrPlanList *list, QtrMeasuresPage *self)
{
  const char *priority = gtk_widget_get_name (GTK_WIDGET (list));

  g_assert (QTR_IS_MEASURES_PAGE (self));

  qtr_measures_page_edit (self, NULL, g_str_equal (priority, NO_PRIORITY) ? NULL : priority);
}

static void
add_list (QtrMeasuresPage *self, const char *id)
{
  GtkWidget *list = qtr_plan_list_new (_ ("Add _Measure…"));

  gtk_widget_set_name (list, id);
  g_signal_connect_object (list, "add", G_CALLBACK (add_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (self->groups, list);
  g_ptr_array_add (self->lists, list);
}

static const char *
get_list_id (const QtrPlan *plan, guint index)
{
  const QtrRecord *priority =
      index < qtr_list_length (plan->priorities) ? qtr_list_get (plan->priorities, index) : NULL;

  return priority == NULL ? NO_PRIORITY : priority->id;
}

static gboolean
has_lists (QtrMeasuresPage *self, const QtrPlan *plan, guint n_lists)
{
  if (self->lists->len != n_lists)
    return FALSE;
  for (guint i = 0; i < n_lists; i++)
    if (!g_str_equal (gtk_widget_get_name (g_ptr_array_index (self->lists, i)), get_list_id (plan, i)))
      return FALSE;

  return TRUE;
}

static void
make_lists (QtrMeasuresPage *self, const QtrPlan *plan)
{
  guint n_lists = qtr_list_length (plan->priorities) + 1;
  GtkWidget *list = NULL;

  if (has_lists (self, plan, n_lists))
    return;

  g_ptr_array_set_size (self->lists, 0);
  while ((list = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, list);
  for (guint i = 0; i < n_lists; i++)
    add_list (self, get_list_id (plan, i));
}

static void
title_list (QtrPlanList *list, const QtrPriority *priority)
{
  g_autofree char *title = priority == NULL
                               ? g_strdup (_ ("Without a Priority"))
                               /* Translators: the number of a priority, then its title. */
                               : g_strdup_printf (_ ("%1$d  %2$s"), priority->number, priority->title);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (list), markup);
}

static void
refresh (QtrMeasuresPage *self)
{
  const QtrPlan *plan = qtr_measures_page_get_plan (self);

  make_lists (self, plan);
  self->n_rows = 0;
  self->n_rows_left = 0;
  for (guint i = 0; i < self->lists->len; i++) {
    QtrPlanList *list = g_ptr_array_index (self->lists, i);

    title_list (list, qtr_list_find (plan->priorities, gtk_widget_get_name (GTK_WIDGET (list)), NULL));
    self->n_rows_left += fill_list (self, list);
  }
}

static gboolean
grow_cb (gpointer user_data)
{
  QtrMeasuresPage *self = user_data;

  self->grow_source = 0;
  self->n_rows_max += ROWS_STEP;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Whoever scrolls finds the next rows made before coming to them. */
static void
scrolled_cb (QtrMeasuresPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->document != NULL && self->n_rows_left > 0 && below < page && self->grow_source == 0)
    self->grow_source = g_idle_add (grow_cb, self);
}

/* Rows cost: they are made when the page is first seen, and follow the plan while it is. */
static void
mapped_cb (QtrMeasuresPage *self)
{
  if (self->document != NULL)
    refresh (self);
}

static void
changed_cb (QtrDocument *document, const QtrPlan *before, const QtrPlan *now, QtrMeasuresPage *self)
{
  g_assert (QTR_IS_MEASURES_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->groups)) &&
      (before->measures != now->measures || before->priorities != now->priorities ||
       before->first_month != now->first_month))
    refresh (self);
}

static void
search_changed_cb (QtrMeasuresPage *self)
{
  if (self->document == NULL)
    return;

  qtr_history_grid_set_search (self->history, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->n_rows_max = ROWS_STEP;
  refresh (self);
}

static gboolean
is_on_figures (QtrMeasuresPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->views), "figures") == 0;
}

static void
view_chosen_cb (QtrMeasuresPage *self)
{
  gboolean figures = is_on_figures (self);

  gtk_stack_set_visible_child_name (self->stack, figures ? "figures" : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->units), figures);
  if (!figures && self->document != NULL)
    refresh (self);
}

static void
unit_chosen_cb (QtrMeasuresPage *self)
{
  static const QtrPeriodUnit units[] = { QTR_PERIOD_QUARTER, QTR_PERIOD_MONTH, QTR_PERIOD_YEAR };
  guint selected = gtk_drop_down_get_selected (self->units);

  if (selected < G_N_ELEMENTS (units))
    qtr_history_grid_set_unit (self->history, units[selected]);
}

/* --- The object --- */

static void
qtr_measures_page_dispose (GObject *object)
{
  QtrMeasuresPage *self = QTR_MEASURES_PAGE (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_object (&self->document_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_MEASURES_PAGE);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (qtr_measures_page_parent_class)->dispose (object);
}

static void
qtr_measures_page_finalize (GObject *object)
{
  QtrMeasuresPage *self = QTR_MEASURES_PAGE (object);

  g_free (self->current);
  g_ptr_array_unref (self->lists);

  G_OBJECT_CLASS (qtr_measures_page_parent_class)->finalize (object);
}

static void
qtr_measures_page_class_init (QtrMeasuresPageClass *klass)
{
  static const char *const names[N_SIGNALS] = { "told", "taken", "place-chosen" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qtr_measures_page_dispose;
  object_class->finalize = qtr_measures_page_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], QTR_TYPE_MEASURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QTR_TYPE_HISTORY_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/measures/measures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, views);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, units);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, search);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, groups);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, QtrMeasuresPage, history);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, taken_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
qtr_measures_page_init (QtrMeasuresPage *self)
{
  GtkAdjustment *adjustment = NULL;

  self->lists = g_ptr_array_new ();
  self->n_rows_max = ROWS_STEP;
  self->document_signals = g_signal_group_new (QTR_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "changed", G_CALLBACK (changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
qtr_measures_page_set_document (QtrMeasuresPage *self, QtrDocument *document)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  if (!g_set_object (&self->document, document))
    return;

  g_clear_pointer (&self->current, g_free);
  self->n_rows_max = ROWS_STEP;
  g_signal_group_set_target (self->document_signals, document);
  qtr_history_grid_set_document (self->history, document);
}

void
qtr_measures_page_set_quarter (QtrMeasuresPage *self, QtrPeriod quarter)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  qtr_history_grid_set_quarter (self->history, quarter);
}

void
qtr_measures_page_add (QtrMeasuresPage *self)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  qtr_measures_page_edit (self, NULL, NULL);
}

void
qtr_measures_page_search (QtrMeasuresPage *self)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
qtr_measures_page_show_list (QtrMeasuresPage *self)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  adw_toggle_group_set_active_name (self->views, "list");
}

void
qtr_measures_page_show_figures (QtrMeasuresPage *self)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  adw_toggle_group_set_active_name (self->views, "figures");
}

void
qtr_measures_page_show_current_uses (QtrMeasuresPage *self)
{
  g_return_if_fail (QTR_IS_MEASURES_PAGE (self));

  qtr_measures_page_show_uses (self, self->current);
}

char *
qtr_measures_page_copy (QtrMeasuresPage *self)
{
  g_return_val_if_fail (QTR_IS_MEASURES_PAGE (self), NULL);

  return is_on_figures (self) ? qtr_history_grid_copy (self->history) : NULL;
}

guint
qtr_measures_page_count_unread (QtrMeasuresPage *self)
{
  g_return_val_if_fail (QTR_IS_MEASURES_PAGE (self), 0);

  return qtr_history_grid_count_unread (self->history);
}

gboolean
qtr_measures_page_toggle_provisional (QtrMeasuresPage *self)
{
  g_return_val_if_fail (QTR_IS_MEASURES_PAGE (self), FALSE);

  return is_on_figures (self) && qtr_history_grid_toggle_provisional (self->history);
}
