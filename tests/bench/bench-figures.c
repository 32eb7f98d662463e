/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "model/edit.h"
#include "stage.h"
#include "ui/application.h"
#include "ui/figures/figures-reading.h"
#include "ui/measures/history-grid.h"
#include "ui/window/window-private.h"

/*
 * The grid of all figures with 2,000 measures of 60 quarters each, in the real window: what a step of
 * scrolling takes until its frame is painted, through the measures and through the periods, and what the edit
 * of a value takes.
 */

#define N_MEASURES 2000
#define N_PERIODS 60
#define N_STEPS 100
#define WIDTH 1280
#define HEIGHT 800

static QtrList *
make_observations (guint measure)
{
  g_autoptr (GPtrArray) observations = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  QtrPeriod first = qtr_period_from_date (QTR_PERIOD_QUARTER, 2005, 4, 4);

  for (guint i = 0; i < N_PERIODS; i++) {
    g_autofree char *period = qtr_period_to_string (qtr_period_add (first, (int) i));
    QtrDecimal value = { 1000 + (measure * 37 + i * 101) % 9000, 0 };
    g_autoptr (QtrVintage) vintage = qtr_record_new (&qtr_vintage_type, "value", value, NULL);
    g_autoptr (QtrList) vintages = qtr_list_append (NULL, vintage);

    g_ptr_array_add (observations,
                     qtr_record_new (&qtr_observation_type, "period", period, "vintages", vintages, NULL));
  }
  return qtr_list_new_from_array (observations);
}

static QtrPlan *
make_plan (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_record_unref);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "quarter", "2019-20-Q4", NULL);
  g_autoptr (QtrList) updates = qtr_list_append (NULL, update);
  g_autoptr (QtrList) list = NULL;

  for (guint i = 0; i < N_MEASURES; i++) {
    g_autofree char *name = g_strdup_printf ("Measure %u of what is counted every quarter", i + 1);
    g_autoptr (QtrList) observations = make_observations (i);

    g_ptr_array_add (measures, qtr_record_new (&qtr_measure_type, "name", name, "unit", "hours",
                                               "observations", observations, NULL));
  }
  list = qtr_list_new_from_array (measures);
  return qtr_record_new (&qtr_plan_type, "title", "Sample", "first_month", 4, "updates", updates, "measures",
                         list, NULL);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static void
step (GtkAdjustment *adjustment, double by)
{
  double value = gtk_adjustment_get_value (adjustment) + by;
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  /* Round and round. */
  gtk_adjustment_set_value (adjustment, value > last ? 0 : value);
}

/* As a notch of the wheel does. */
static void
scroll_measures (GtkWidget *view)
{
  step (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 100);
}

static void
scroll_page (GtkWidget *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  step (adjustment, gtk_adjustment_get_page_size (adjustment));
}

static void
scroll_periods (GtkWidget *view)
{
  GtkWidget *history = gtk_widget_get_ancestor (view, QTR_TYPE_HISTORY_GRID);
  GtkWidget *bar = gtk_widget_get_last_child (gtk_widget_get_first_child (history));

  step (gtk_scrollbar_get_adjustment (GTK_SCROLLBAR (bar)), 1);
}

/* The value of a measure that is seen, in the quarter that is seen. */
static void
edit_value (GtkWidget *view)
{
  static guint n_edits;
  QtrWindow *window = QTR_WINDOW (gtk_widget_get_root (view));
  const QtrPlan *plan = qtr_document_get_plan (window->document);
  const QtrMeasure *measure = qtr_list_get (plan->measures, 3);
  QtrDecimal value = { 1 + n_edits++, 0 };

  qtr_document_commit (
      window->document,
      qtr_figures_observe (plan, measure->record.id, window->quarter, window->quarter, value, NULL),
      "Change Figure", "figure");
}

static void
time_many (GtkWidget *view, void (*act) (GtkWidget *view), const char *what)
{
  g_autoptr (Timing) timing = timing_new ();

  for (guint i = 0; i < N_STEPS; i++)
    stage_time_to_paint (view, act, timing);
  timing_print (timing, what, NULL);
  timing_print_worst (timing, "  at worst");
}

static void
run (QtrApplication *application)
{
  QtrWindow *window = qtr_window_new (application);
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrDocument) document = qtr_document_new (plan, NULL);
  GtkWidget *view = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  qtr_window_set_document (window, document);
  qtr_window_go_figures (window);
  stage_settle ();
  view = find_widget (find_widget (GTK_WIDGET (window), QTR_TYPE_HISTORY_GRID), GTK_TYPE_COLUMN_VIEW);
  time_many (view, edit_value, "the edit of a value among 120,000");
  time_many (view, scroll_measures, "a notch of the wheel through 2,000 measures");
  time_many (view, scroll_page, "a page of them");
  time_many (view, scroll_periods, "a step through 60 quarters");
  gtk_window_destroy (GTK_WINDOW (window));
  stage_settle ();
}

int
main (int argc, char *argv[])
{
  g_autoptr (QtrApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  application = qtr_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  stage_set_up ();
  run (application);
  return 0;
}
