/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "stage.h"

/* Longer than the time between two frames, and than any timeout of ours that a key starts. */
#define QUIET_MS 60

/* When the main loop last heard of anything, and what it took at most until it listened again. */
static gint64 heard;
static gint64 longest_stall;
static GPollFunc usual_poll;

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int result = 0;

  if (heard > 0)
    longest_stall = MAX (longest_stall, g_get_monotonic_time () - heard);
  result = usual_poll (fds, n_fds, timeout);
  heard = g_get_monotonic_time ();
  return result;
}

void
stage_set_up (void)
{
  usual_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
}

void
stage_forget_stalls (void)
{
  heard = 0;
  longest_stall = 0;
}

double
stage_get_longest_stall (void)
{
  return (double) longest_stall / 1000;
}

void
stage_settle (void)
{
  gint64 quiet = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet < QUIET_MS * 1000)
    if (g_main_context_iteration (NULL, FALSE))
      quiet = g_get_monotonic_time ();
    else
      g_usleep (200);
}

static void
after_paint_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

void
stage_time_to_paint (GtkWidget *widget, void (*act) (GtkWidget *widget), Timing *timing)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);
  gint64 began = g_get_monotonic_time ();
  gint64 work = timing_get_work ();

  act (widget);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  timing_add (timing, began);
  timing_add_work (timing, work);
  g_signal_handler_disconnect (clock, handler);
  stage_settle ();
}
