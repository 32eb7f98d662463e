/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include <atspi/atspi.h>

#include "tree.h"

G_BEGIN_DECLS

/**
 * Driver:
 *
 * The real program in a process of its own, driven as assistive technology drives it. Nothing is waited for
 * by the clock: whoever asks looks again until it is there, or the test has failed.
 */
typedef struct _Driver Driver;

/**
 * driver_start:
 * @file: (nullable): what to open
 *
 * Starts the program and waits for its window.
 */
Driver *driver_start (GFile *file);

/**
 * driver_stop:
 *
 * Ends the program, and fails if it had ended before.
 */
void driver_stop (Driver *self);

/**
 * driver_kill:
 *
 * Ends the program as a power cut would: it has no time for anything.
 */
void driver_kill (Driver *self);

/**
 * driver_close:
 *
 * Closes the window, and fails unless the program ends by itself and well.
 */
void driver_close (Driver *self);

/**
 * driver_quit:
 *
 * Closes all windows at once, and fails unless the program ends by itself and well.
 */
void driver_quit (Driver *self);

/**
 * driver_wait_until_ended:
 *
 * Fails unless the program, which was told to, ends by itself and well.
 */
void driver_wait_until_ended (Driver *self);

/**
 * driver_get_frame:
 *
 * Returns: (transfer none): the window
 */
AtspiAccessible *driver_get_frame (Driver *self);

/**
 * driver_resize:
 * @width: of what is inside the window's frame, in pixels
 *
 * Makes the window as small or as large as that, as a window manager would.
 */
void driver_resize (Driver *self, int width, int height);

/**
 * driver_press_key:
 * @key: a key as xdotool names it, as in "shift+F10"
 *
 * Presses a key where the focus is.
 */
void driver_press_key (Driver *self, const char *key);

/**
 * driver_act:
 * @action: of the window, with "win."
 *
 * Waits until the action can be done, and does it.
 */
void driver_act (Driver *self, const char *action);

/**
 * driver_act_on:
 * @part: a part of the name of what is to act
 * @action: one that it offers
 *
 * Waits until that can be done, and does it.
 */
void driver_act_on (Driver *self, const char *part, const char *action);

/**
 * driver_insert_into:
 * @node: a text
 *
 * Writes @text before what stands there.
 */
void driver_insert_into (AtspiAccessible *node, const char *text);

/**
 * driver_insert_text:
 * @editor: its whole name
 *
 * Waits until there is a text of that name, and writes @text before what stands there.
 */
void driver_insert_text (Driver *self, const char *editor, const char *text);

/**
 * driver_can_act:
 *
 * Returns: whether the window offers the action now
 */
gboolean driver_can_act (Driver *self, const char *action);

/**
 * driver_press:
 * @name: its whole name
 *
 * Waits until there is a button of that name that can be pressed, and presses it.
 */
void driver_press (Driver *self, const char *name);

/**
 * driver_click:
 * @node: something that is shown
 *
 * Clicks the middle of it with the mouse.
 */
void driver_click (Driver *self, AtspiAccessible *node);

/**
 * DriverPoint:
 *
 * A place in the window, in pixels.
 */
typedef struct {
  int x;
  int y;
} DriverPoint;

/**
 * driver_find_middle:
 * @node: something that is shown
 */
DriverPoint driver_find_middle (AtspiAccessible *node);

/**
 * driver_find_letter:
 * @editor: a text with several characters
 * @offset: of one of them
 *
 * Clicks in the text until it has clicked that character: the toolkit tells where things are among what they
 * stand in, but not how much room is around that.
 *
 * Returns: where that was
 */
DriverPoint driver_find_letter (Driver *self, AtspiAccessible *editor, int offset);

/**
 * driver_click_at:
 *
 * Clicks there with the mouse.
 */
void driver_click_at (Driver *self, DriverPoint point);

/**
 * driver_pull:
 *
 * Presses the mouse at the one place and lets it go at the other, for what follows the pointer by itself.
 */
void driver_pull (Driver *self, DriverPoint from, DriverPoint to);

/**
 * driver_drag:
 *
 * Drags what is at the one place to the other, and drops it there.
 */
void driver_drag (Driver *self, DriverPoint from, DriverPoint to);

/**
 * driver_drop_file:
 * @shows: a part of the name of what is to be seen while the file is held over the window
 *
 * Has another program drag a file into the window.
 */
void driver_drop_file (Driver *self, GFile *file, const char *shows);

/**
 * driver_enter_window:
 * @title: of another window that the program has
 *
 * Waits until it is there. All that is looked for from now on is looked for in it.
 */
void driver_enter_window (Driver *self, const char *title);

/**
 * driver_leave_window:
 *
 * Waits until the window that was entered is gone. All is in the first one again.
 */
void driver_leave_window (Driver *self);

/**
 * driver_wait_for:
 * @part: a part of the name of what is to come
 *
 * Waits until something in the window has a name with @part in it.
 *
 * Returns: (transfer full): that
 */
AtspiAccessible *driver_wait_for (Driver *self, const char *part);

/**
 * driver_shows:
 *
 * Returns: whether something in the window has a name with @part in it now
 */
gboolean driver_shows (Driver *self, const char *part);

/**
 * driver_expect:
 * @part: a part of the name of what is to come
 *
 * Waits until something in the window has a name with @part in it.
 */
void driver_expect (Driver *self, const char *part);

/**
 * driver_wait_for_role:
 *
 * Waits until there is something of that role in the window.
 *
 * Returns: (transfer full): that
 */
AtspiAccessible *driver_wait_for_role (Driver *self, AtspiRole role);

/**
 * driver_expect_role:
 *
 * Waits until there is something of that role in the window.
 */
void driver_expect_role (Driver *self, AtspiRole role);

/**
 * driver_wait_for_editor:
 * @name: its whole name
 *
 * Waits until there is a text of that name to be written in.
 *
 * Returns: (transfer full): that
 */
AtspiAccessible *driver_wait_for_editor (Driver *self, const char *name);

/**
 * driver_has_focus:
 * @node: an #AtspiAccessible
 *
 * Returns: whether keys go there
 */
gboolean driver_has_focus (gpointer node);

/**
 * driver_wait_for_focus:
 * @part: a part of the name of what is to have the focus
 *
 * Waits until the focus is where the keys are to go.
 *
 * Returns: (transfer full): that
 */
AtspiAccessible *driver_wait_for_focus (Driver *self, const char *part);

/**
 * driver_wait_for_description:
 * @part: a part of the description of what is to come
 *
 * Waits until something in the window has a description with @part in it.
 */
void driver_wait_for_description (Driver *self, const char *part);

/**
 * driver_wait_until_gone:
 * @part: a part of the name of what is to go
 *
 * Waits until nothing in the window has a name with @part in it.
 */
void driver_wait_until_gone (Driver *self, const char *part);

/**
 * driver_wait_for_title:
 *
 * Waits until the window bears that title.
 */
void driver_wait_for_title (Driver *self, const char *title);

/**
 * driver_wait_until:
 * @is_so: asked again and again
 *
 * Waits until @is_so says so; @what is what the failure says otherwise.
 */
void driver_wait_until (gboolean (*is_so) (gpointer data), gpointer data, const char *what);

/**
 * driver_wait_until_saved:
 *
 * Waits until saving has come to its end: the lock beside the file goes when all else is done, and only then
 * can there be nothing to save any more.
 */
void driver_wait_until_saved (Driver *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Driver, driver_stop)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)

G_END_DECLS
