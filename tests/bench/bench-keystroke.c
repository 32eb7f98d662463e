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
 * From a key to the frame in which it is seen, in the real window with a priority of 105 bullets, spelling
 * and checks on, beside a bare text view with the same words.
 *
 *     bench-keystroke [KEYS]
 *
 * With a number, only so many keys, and nothing beside them: for a profiler.
 */

#define N_KEYS 200
#define N_COMMANDS 40
#define WIDTH 1280
#define HEIGHT 800

static const SampleSize sizes[] = { { 7, 15 }, { 2, 10 } };

static GtkWidget *
find_editor (GtkWidget *widget, guint *n_before)
{
  if (QTR_IS_BULLETS_VIEW (widget) && (*n_before)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_editor (child, n_before);

    if (found != NULL)
      return found;
  }

  return NULL;
}

/* The caret goes to the middle of the text, and into sight. */
static void
go_to_middle (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line_offset (buffer, &iter, gtk_text_buffer_get_line_count (buffer) / 2, 100);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_widget_grab_focus (view);
  stage_settle ();
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer));
  stage_settle ();
}

static void
type_letter (GtkWidget *view)
{
  static guint n_typed;

  g_signal_emit_by_name (view, "insert-at-cursor", ++n_typed % 6 == 0 ? " " : "e");
}

static void
delete_letter (GtkWidget *view)
{
  g_signal_emit_by_name (view, "backspace");
}

static void
break_line (GtkWidget *view)
{
  g_signal_emit_by_name (view, "insert-at-cursor", "\n");
}

static void
move_down (GtkWidget *view)
{
  gtk_widget_activate_action (view, "win.bullet-move-down", NULL);
}

static void
undo (GtkWidget *view)
{
  gtk_widget_activate_action (view, "win.undo", NULL);
}

static Timing *
time_many (GtkWidget *view, void (*act) (GtkWidget *view), guint n_times)
{
  Timing *timing = timing_new ();

  for (guint i = 0; i < n_times; i++)
    stage_time_to_paint (view, act, timing);
  return timing;
}

static GtkWidget *
open_peer (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  g_autofree char *text = sample_text_new (sizes[0].n_sections * sizes[0].n_bullets);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  stage_settle ();
  go_to_middle (view);
  return view;
}

static void
close_window (GtkWidget *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
  stage_settle ();
}

static QtrWindow *
open_window (QtrApplication *application)
{
  QtrWindow *window = qtr_window_new (application);
  g_autoptr (QtrPlan) plan = sample_plan_new (sizes, G_N_ELEMENTS (sizes));
  g_autoptr (QtrDocument) document = qtr_document_new (plan, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  qtr_window_set_document (window, document);
  stage_settle ();
  return window;
}

static void
print_stalls (const char *what)
{
  g_print ("%-44s longest %6.2f ms\n", what, stage_get_longest_stall ());
  stage_forget_stalls ();
}

static GtkWidget *
open_editor (QtrApplication *application)
{
  guint n_before = sizes[0].n_sections / 2;
  QtrWindow *window = open_window (application);
  GtkWidget *editor = find_editor (GTK_WIDGET (window->priority_page), &n_before);

  g_assert_nonnull (editor);
  go_to_middle (editor);
  stage_forget_stalls ();
  return editor;
}

static void
run_profile (QtrApplication *application, guint n_keys)
{
  GtkWidget *editor = open_editor (application);
  g_autoptr (Timing) keys = time_many (editor, type_letter, n_keys);

  timing_print (keys, "a key in a priority of 105 bullets", NULL);
  close_window (editor);
}

static void
run_commands (GtkWidget *editor)
{
  g_autoptr (Timing) moves = time_many (editor, move_down, N_COMMANDS / 4);
  g_autoptr (Timing) steps = time_many (editor, undo, N_COMMANDS / 4);

  timing_print (moves, "moving a bullet down", NULL);
  timing_print (steps, "undo", NULL);
  print_stalls ("  their checks, spelling and all else");
}

static void
run (QtrApplication *application)
{
  GtkWidget *peer = open_peer ();
  g_autoptr (Timing) peer_keys = time_many (peer, type_letter, N_KEYS);
  g_autoptr (Timing) peer_breaks = time_many (peer, break_line, N_COMMANDS);
  g_autoptr (Timing) keys = NULL;
  g_autoptr (Timing) deletions = NULL;
  g_autoptr (Timing) breaks = NULL;
  GtkWidget *editor = NULL;

  close_window (peer);
  editor = open_editor (application);
  keys = time_many (editor, type_letter, N_KEYS);
  timing_print (peer_keys, "a key in a bare text view", NULL);
  timing_print (keys, "a key in a priority of 105 bullets", peer_keys);
  print_stalls ("  its checks, spelling and all else");
  deletions = time_many (editor, delete_letter, N_COMMANDS);
  timing_print (deletions, "Backspace", peer_keys);
  breaks = time_many (editor, break_line, N_COMMANDS);
  timing_print (breaks, "Enter", peer_breaks);
  run_commands (editor);
  close_window (editor);
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
  if (argc > 1)
    run_profile (application, (guint) g_ascii_strtoull (argv[1], NULL, 10));
  else
    run (application);
  return 0;
}
