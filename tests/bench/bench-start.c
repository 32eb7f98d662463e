/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gio.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include "timing.h"

/*
 * From the start of a program to its first painted window, and until the window stands still: Quarterly with
 * the example, beside GNOME's text editor with a text of that size, in turns. Both are watched from the
 * outside, as pictures of the screen.
 *
 *     bench-start QUARTERLY EXAMPLE
 */

#define N_TIMES 7
#define LOOK_AGAIN_US 2000
/* A window that has not changed for so long stands still. */
#define STILL_US (700 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE_US (60 * G_TIME_SPAN_SECOND)
/* One in so many pixels is looked at; a caret that blinks is fewer than that many of them. */
#define STRIDE 7
#define CARET_PIXELS 40

typedef struct {
  const char *const *command;
  Timing *painted;
  Timing *still;
} Contender;

static XImage *
take_picture (Display *display)
{
  int screen = DefaultScreen (display);

  return XGetImage (display, RootWindow (display, screen), 0, 0, (guint) DisplayWidth (display, screen),
                    (guint) DisplayHeight (display, screen), AllPlanes, ZPixmap);
}

static guint
count_changes (const XImage *picture, const XImage *before)
{
  const guint32 *now = (const guint32 *) picture->data;
  const guint32 *then = (const guint32 *) before->data;
  guint n_pixels = (guint) picture->width * (guint) picture->height;
  guint n_changes = 0;

  for (guint i = 0; i < n_pixels; i += STRIDE)
    n_changes += now[i] != then[i];
  return n_changes;
}

/* Adds when the screen first changed, and when it last did. */
static void
watch (Display *display, XImage *before, gint64 began, Contender *contender)
{
  gint64 changed = 0;
  gint64 last = began;

  for (;;) {
    XImage *picture = take_picture (display);
    gint64 now = g_get_monotonic_time ();

    if (count_changes (picture, before) > CARET_PIXELS) {
      if (changed == 0) {
        changed = now;
        timing_add (contender->painted, began);
      }
      last = now;
    }
    XDestroyImage (before);
    before = picture;
    g_assert_cmpint (now - began, <, PATIENCE_US);
    if (changed > 0 && now - last > STILL_US)
      break;
    g_usleep (LOOK_AGAIN_US);
  }
  XDestroyImage (before);
  timing_add (contender->still, began + (g_get_monotonic_time () - last));
}

/* The screen is empty again once the program and its window have gone. */
static void
wait_until_empty (Display *display, const XImage *empty)
{
  guint n_changes = 1;

  while (n_changes > 0) {
    XImage *picture = take_picture (display);

    n_changes = count_changes (picture, empty);
    XDestroyImage (picture);
    g_usleep (LOOK_AGAIN_US);
  }
}

static void
time_start (Display *display, Contender *contender)
{
  XImage *empty = take_picture (display);
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (contender->command, G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);

  g_assert_no_error (error);
  watch (display, take_picture (display), began, contender);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  wait_until_empty (display, empty);
  XDestroyImage (empty);
}

/* The text that the other editor opens: the same bytes, under a name that says no more than that. */
static char *
copy_as_text (const char *path)
{
  g_autofree char *folder = g_dir_make_tmp ("quarterly-bench-XXXXXX", NULL);
  char *copy = g_build_filename (folder, "example.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (copy, text, (gssize) length, &error);
  g_assert_no_error (error);
  return copy;
}

static void
remove_copy (const char *copy)
{
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autoptr (GFile) file = g_file_new_for_path (copy);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);

  g_file_delete (file, NULL, NULL);
  g_file_delete (parent, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  g_autofree char *text = copy_as_text (argv[2]);
  Timing *times[] = { timing_new (), timing_new (), timing_new (), timing_new () };
  Contender ours = { (const char *[]) { argv[1], argv[2], NULL }, times[0], times[1] };
  Contender other = { (const char *[]) { "gnome-text-editor", "--standalone", text, NULL }, times[2],
                      times[3] };

  g_assert_nonnull (display);
  for (guint i = 0; i < N_TIMES; i++) {
    time_start (display, &ours);
    time_start (display, &other);
  }
  timing_print (other.painted, "GNOME Text Editor: first window", NULL);
  timing_print (ours.painted, "Quarterly: first window", other.painted);
  timing_print (other.still, "GNOME Text Editor: all of it", NULL);
  timing_print (ours.still, "Quarterly: all of it", other.still);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    timing_free (times[i]);
  remove_copy (text);
  XCloseDisplay (display);
  return 0;
}
