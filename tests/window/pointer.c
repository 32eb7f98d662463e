/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver-private.h"

#include <string.h>

/* What is done with the mouse. */

/* More is needed by no text. */
#define CLICKS_MAX 8

/* The windows that the program has on the screen, one a line; the last is the one that lies on top. */
static char *
list_x_windows (Driver *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search", "--onlyvisible", "--pid",
                        g_subprocess_get_identifier (self->process), NULL);
  char *output = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  return g_strchomp (output);
}

static char *
find_x_window (Driver *self)
{
  g_autofree char *windows = list_x_windows (self);
  const char *last = strrchr (windows, '\n');

  return g_strdup (last == NULL ? windows : last + 1);
}

DriverPoint
driver_find_middle (AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_autoptr (GError) error = NULL;
  g_autofree AtspiRect *place = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, &error);

  g_assert_no_error (error);
  return (DriverPoint) { place->x + place->width / 2, place->y + place->height / 2 };
}

/* @action, if there is one, is what is done there. */
static void
move_in (const char *window, DriverPoint point, const char *action, const char *button)
{
  g_autofree char *x = g_strdup_printf ("%d", point.x);
  g_autofree char *y = g_strdup_printf ("%d", point.y);
  g_autofree char *answer = driver_run_xdotool (
      (const char *[]) { "xdotool", "mousemove", "--window", window, x, y, action, button, NULL });
}

void
driver_click_at (Driver *self, DriverPoint point)
{
  g_autofree char *window = find_x_window (self);

  move_in (window, point, "click", "1");
}

void
driver_click (Driver *self, AtspiAccessible *node)
{
  driver_click_at (self, driver_find_middle (node));
}

/* --- Letters --- */

typedef struct {
  AtspiText *text;
  /* Where the caret was. */
  int caret;
} Caret;

static gboolean
has_come (gpointer data)
{
  Caret *caret = data;

  return atspi_text_get_caret_offset (caret->text, NULL) == caret->caret;
}

static gboolean
has_gone (gpointer data)
{
  return !has_come (data);
}

/* Where the caret goes by a click at another letter than the one before. */
static int
click_text (Driver *self, AtspiText *text, DriverPoint point)
{
  Caret caret = { text, atspi_text_get_caret_offset (text, NULL) };

  driver_click_at (self, point);
  driver_wait_until (has_gone, &caret, "a caret where it was clicked");
  return atspi_text_get_caret_offset (text, NULL);
}

static DriverPoint
guess_letter (AtspiText *text, int offset)
{
  g_autoptr (GError) error = NULL;
  g_autofree AtspiRect *place =
      atspi_text_get_range_extents (text, offset, offset + 1, ATSPI_COORD_TYPE_WINDOW, &error);

  g_assert_no_error (error);
  return (DriverPoint) { place->x + place->width / 2, place->y + place->height / 2 };
}

DriverPoint
driver_find_letter (Driver *self, AtspiAccessible *editor, int offset)
{
  g_autoptr (GObject) object = G_OBJECT (atspi_accessible_get_text_iface (editor));
  AtspiText *text = ATSPI_TEXT (object);
  DriverPoint point = driver_find_middle (editor);
  int caret = click_text (self, text, point);

  for (int i = 0; i < CLICKS_MAX && caret != offset && caret != offset + 1; i++) {
    DriverPoint there = guess_letter (text, caret);
    DriverPoint wanted = guess_letter (text, offset);

    point.x += wanted.x - there.x;
    point.y += wanted.y - there.y;
    caret = click_text (self, text, point);
  }
  g_assert_true (caret == offset || caret == offset + 1);
  return point;
}

/* --- Dragging --- */

/* Far enough to be no click. */
static DriverPoint
go_towards (DriverPoint from, DriverPoint to)
{
  return (DriverPoint) { from.x + (to.x - from.x) / 2, from.y + (to.y - from.y) / 2 };
}

void
driver_pull (Driver *self, DriverPoint from, DriverPoint to)
{
  g_autofree char *window = find_x_window (self);

  move_in (window, from, "mousedown", "1");
  move_in (window, go_towards (from, to), NULL, NULL);
  move_in (window, to, NULL, NULL);
  move_in (window, to, "mouseup", "1");
}

/* What is held, and where; @shows is what is to be seen then, %NULL for its own picture. */
typedef struct {
  Driver *driver;
  const char *window;
  DriverPoint point;
  const char *shows;
} Hold;

/* While something is dragged, its picture is a window of its own. */
static gboolean
has_picture (Driver *driver)
{
  g_autofree char *windows = list_x_windows (driver);

  return strchr (windows, '\n') != NULL;
}

/* Nothing follows a pointer that rests: who has begun to follow it is seen when it moves the next time. */
static gboolean
is_followed (gpointer data)
{
  Hold *hold = data;

  hold->point.x ^= 1;
  move_in (hold->window, hold->point, NULL, NULL);
  return hold->shows == NULL ? has_picture (hold->driver) : driver_shows (hold->driver, hold->shows);
}

void
driver_drag (Driver *self, DriverPoint from, DriverPoint to)
{
  g_autofree char *window = find_x_window (self);

  move_in (window, from, "mousedown", "1");
  driver_wait_until (is_followed, &(Hold) { self, window, go_towards (from, to), NULL },
                     "the picture of what is dragged");
  for (int i = 0; i < 4; i++)
    is_followed (&(Hold) { self, window, { to.x + i, to.y }, NULL });
  move_in (window, to, "mouseup", "1");
}

/* --- From another program --- */

/* Where the other window is put, beside the program's own, which is at the screen's corner. */
#define BESIDE_X "1040"
#define BESIDE_Y "40"
#define PROGRAM_WIDTH 900
#define PROGRAM_HEIGHT 700

static gboolean
find_other (gpointer window)
{
  g_autoptr (GSubprocess) search =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "xdotool", "search", "--onlyvisible", "--name",
                        "^Drag Source$", NULL);

  g_clear_pointer ((char **) window, g_free);
  g_assert_true (g_subprocess_communicate_utf8 (search, NULL, NULL, window, NULL, NULL));
  return *g_strchomp (*(char **) window) != '\0';
}

static GSubprocess *
start_other (GFile *file, char **window)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *answer = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocess *other =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("QTR_WINDOW_DRAG_SOURCE"), path, NULL);

  g_assert_no_error (error);
  driver_wait_until (find_other, window, "the other program");
  answer = driver_run_xdotool (
      (const char *[]) { "xdotool", "windowmove", "--sync", *window, BESIDE_X, BESIDE_Y, NULL });
  return other;
}

void
driver_drop_file (Driver *self, GFile *file, const char *shows)
{
  g_autofree char *here = find_x_window (self);
  g_autofree char *there = NULL;
  g_autoptr (GSubprocess) other = NULL;
  DriverPoint middle = { PROGRAM_WIDTH / 2, PROGRAM_HEIGHT / 2 };

  driver_resize (self, PROGRAM_WIDTH, PROGRAM_HEIGHT);
  other = start_other (file, &there);
  move_in (there, (DriverPoint) { 100, 60 }, "mousedown", "1");
  move_in (there, (DriverPoint) { 60, 80 }, NULL, NULL);
  driver_wait_until (is_followed, &(Hold) { self, here, middle, shows }, shows);
  move_in (here, middle, "mouseup", "1");
  driver_wait_until_gone (self, shows);
  g_subprocess_force_exit (other);
}
