/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "sample-plan.h"
#include "stage.h"
#include "ui/application.h"
#include "ui/window/window-private.h"

/*
 * Going to a priority of 400 bullets: when its first frame has been painted, when all of it stands, and for
 * how long the window did not listen.
 */

#define N_TIMES 10

static const SampleSize sizes[] = { { 1, 2 }, { 10, 40 } };

static void
go_on (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.next-priority", NULL);
}

static void
go_back (GtkWidget *window)
{
  gtk_widget_activate_action (window, "win.previous-priority", NULL);
}

/* It was never scrolled, so that it is filled anew every time. */
static void
run (QtrApplication *application)
{
  QtrWindow *window = qtr_window_new (application);
  g_autoptr (QtrPlan) plan = sample_plan_new (sizes, G_N_ELEMENTS (sizes));
  g_autoptr (QtrDocument) document = qtr_document_new (plan, NULL);
  g_autoptr (Timing) there = timing_new ();
  g_autoptr (Timing) back = timing_new ();

  gtk_window_present (GTK_WINDOW (window));
  qtr_window_set_document (window, document);
  stage_settle ();
  stage_forget_stalls ();
  for (guint i = 0; i < N_TIMES; i++) {
    stage_time_to_paint (GTK_WIDGET (window), go_on, there);
    stage_time_to_paint (GTK_WIDGET (window), go_back, back);
  }
  timing_print (there, "to a priority of 400 bullets", back);
  timing_print (back, "to a priority of 2 bullets", NULL);
  g_print ("%-44s longest %6.2f ms\n", "  the window did not listen", stage_get_longest_stall ());
  gtk_window_destroy (GTK_WINDOW (window));
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
