/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver-private.h"

#include <string.h>

/* How long something may take on the slowest of machines; nothing is asserted about it. */
#define PATIENCE_SECONDS 60
/* Whoever looks too often keeps the program from what is waited for: each look is later than the one before.
 */
#define LOOK_AGAIN_MS 20
#define LOOK_AGAIN_MAX_MS 200
/* The share of the shadow on both sides, where nobody manages windows. */
#define SHADOWS 10

/* --- Looking again --- */

static gboolean
wake_cb (gpointer awake)
{
  g_assert (awake != NULL);

  *(gboolean *) awake = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean awake = FALSE;

  g_timeout_add (milliseconds, wake_cb, &awake);
  while (!awake)
    g_main_context_iteration (NULL, TRUE);
}

void
driver_wait_until (gboolean (*is_so) (gpointer data), gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint pause = LOOK_AGAIN_MS;

  while (!is_so (data)) {
    if (g_get_monotonic_time () > deadline)
      g_error ("waited in vain for %s", what);
    rest (pause);
    pause = MIN (2 * pause, LOOK_AGAIN_MAX_MS);
  }
}

/* --- Finding --- */

typedef gboolean (*Match) (const TreeNode *node, const char *text);

/* Only among what is shown: nothing below what is hidden can be seen. */
static const TreeNode *
find_below (const TreeNode *node, Match matches, const char *text)
{
  const TreeNode *found = NULL;

  if (!tree_node_has_state (node, ATSPI_STATE_SHOWING))
    return NULL;
  if (matches (node, text))
    return node;
  for (guint i = 0; i < node->children->len && found == NULL; i++)
    found = find_below (g_ptr_array_index (node->children, i), matches, text);

  return found;
}

static gboolean
has_part_in_name (const TreeNode *node, const char *part)
{
  return strstr (node->name, part) != NULL;
}

static gboolean
is_editor (const TreeNode *node, const char *name)
{
  return g_str_equal (node->name, name) && tree_node_has_interface (node, "EditableText");
}

static gboolean
has_role (const TreeNode *node, const char *name)
{
  g_autofree char *role = atspi_role_get_name (node->role);

  return g_str_equal (role, name);
}

typedef struct {
  Driver *driver;
  Match matches;
  const char *text;
  AtspiAccessible *found;
} Search;

static gboolean
search_again (gpointer data)
{
  Search *search = data;
  AtspiAccessible *frame = search->driver->frame;
  g_autoptr (Tree) tree = tree_read (frame, search->matches == has_role);
  const TreeNode *node =
      tree == NULL ? NULL : find_below (tree_get_root (tree), search->matches, search->text);

  search->found = node == NULL ? NULL : tree_node_reach (node, frame);
  return search->found != NULL;
}

AtspiAccessible *
driver_wait_for (Driver *self, const char *part)
{
  Search search = { self, has_part_in_name, part, NULL };

  driver_wait_until (search_again, &search, part);
  return search.found;
}

gboolean
driver_shows (Driver *self, const char *part)
{
  g_autoptr (Tree) tree = tree_read (self->frame, FALSE);

  return tree != NULL && find_below (tree_get_root (tree), has_part_in_name, part) != NULL;
}

void
driver_expect (Driver *self, const char *part)
{
  g_autoptr (AtspiAccessible) found = driver_wait_for (self, part);
}

AtspiAccessible *
driver_wait_for_editor (Driver *self, const char *name)
{
  Search search = { self, is_editor, name, NULL };

  driver_wait_until (search_again, &search, name);
  return search.found;
}

AtspiAccessible *
driver_wait_for_role (Driver *self, AtspiRole role)
{
  g_autofree char *name = atspi_role_get_name (role);
  Search search = { self, has_role, name, NULL };

  driver_wait_until (search_again, &search, name);
  return search.found;
}

void
driver_expect_role (Driver *self, AtspiRole role)
{
  g_autoptr (AtspiAccessible) found = driver_wait_for_role (self, role);
}

static gboolean
is_button (const TreeNode *node, const char *name)
{
  return g_str_equal (node->name, name) && tree_node_has_interface (node, "Action") &&
         tree_node_has_state (node, ATSPI_STATE_SENSITIVE) &&
         tree_node_has_state (node, ATSPI_STATE_FOCUSABLE);
}

/* By its own name: in the list of all, only a window's actions have theirs. */
static int
find_action (AtspiAccessible *node, const char *name)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (node);
  int n_actions = actions == NULL ? 0 : atspi_action_get_n_actions (actions, NULL);

  for (int i = 0; i < n_actions; i++) {
    g_autofree char *action = atspi_action_get_action_name (actions, i, NULL);

    if (g_strcmp0 (action, name) == 0)
      return i;
  }

  return -1;
}

static gboolean
do_action (AtspiAccessible *node, int index)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (node);

  return actions != NULL && atspi_action_do_action (actions, index, NULL);
}

/* What is no button may have other actions. */
static gboolean
press_again (gpointer data)
{
  Search *search = data;
  g_autoptr (AtspiAccessible) found = NULL;
  int click = -1;

  if (!search_again (search))
    return FALSE;
  found = g_steal_pointer (&search->found);
  click = find_action (found, "click");
  return click >= 0 && do_action (found, click);
}

void
driver_press (Driver *self, const char *name)
{
  driver_wait_until (press_again, &(Search) { self, is_button, name, NULL }, name);
}

static gboolean
has_part_in_description (const TreeNode *node, const char *part)
{
  return strstr (node->description, part) != NULL;
}

void
driver_wait_for_description (Driver *self, const char *part)
{
  Search search = { self, has_part_in_description, part, NULL };

  driver_wait_until (search_again, &search, part);
  g_object_unref (search.found);
}

static gboolean
search_in_vain (gpointer data)
{
  Search *search = data;
  g_autoptr (Tree) tree = tree_read (search->driver->frame, search->matches == has_role);

  return tree != NULL && find_below (tree_get_root (tree), search->matches, search->text) == NULL;
}

void
driver_wait_until_gone (Driver *self, const char *part)
{
  Search search = { self, has_part_in_name, part, NULL };

  driver_wait_until (search_in_vain, &search, part);
}

gboolean
driver_has_focus (gpointer node)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

AtspiAccessible *
driver_wait_for_focus (Driver *self, const char *part)
{
  AtspiAccessible *node = driver_wait_for (self, part);

  driver_wait_until (driver_has_focus, node, part);
  return node;
}

typedef struct {
  Driver *driver;
  const char *title;
} Title;

static gboolean
has_title (gpointer data)
{
  Title *title = data;
  g_autofree char *name = atspi_accessible_get_name (title->driver->frame, NULL);

  return g_strcmp0 (name, title->title) == 0;
}

void
driver_wait_for_title (Driver *self, const char *title)
{
  driver_wait_until (has_title, &(Title) { self, title }, title);
}

/* --- Doing --- */

AtspiAccessible *
driver_get_frame (Driver *self)
{
  return self->frame;
}

char *
driver_run_xdotool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *answer = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strchomp (answer);
}

typedef struct {
  Driver *driver;
  int width;
  int height;
} Size;

/* What the screen has been told, the window takes up in its own time. */
static gboolean
has_size (gpointer data)
{
  Size *size = data;
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (size->driver->frame);
  g_autofree AtspiRect *place = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);

  return place != NULL && place->width == size->width + SHADOWS && place->height == size->height + SHADOWS;
}

void
driver_resize (Driver *self, int width, int height)
{
  g_autofree char *wide = g_strdup_printf ("%d", width + SHADOWS);
  g_autofree char *high = g_strdup_printf ("%d", height + SHADOWS);
  const char *process = g_subprocess_get_identifier (self->process);
  g_autofree char *window = NULL;
  g_autofree char *answer = NULL;

  window = driver_run_xdotool (
      (const char *[]) { "xdotool", "search", "--onlyvisible", "--limit", "1", "--pid", process, NULL });
  answer =
      driver_run_xdotool ((const char *[]) { "xdotool", "windowsize", "--sync", window, wide, high, NULL });
  driver_wait_until (has_size, &(Size) { self, width, height }, "the window's new size");
}

void
driver_press_key (Driver *self, const char *key)
{
  g_autofree char *answer = driver_run_xdotool ((const char *[]) { "xdotool", "key", key, NULL });
}

gboolean
driver_can_act (Driver *self, const char *action)
{
  return tree_find_action (self->frame, action) >= 0;
}

typedef struct {
  AtspiAccessible *node;
  const char *action;
} Wish;

static gboolean
try_action (gpointer data)
{
  Wish *wish = data;
  int index = g_str_has_prefix (wish->action, "win.") ? tree_find_action (wish->node, wish->action)
                                                      : find_action (wish->node, wish->action);

  return index >= 0 && do_action (wish->node, index);
}

void
driver_act (Driver *self, const char *action)
{
  driver_wait_until (try_action, &(Wish) { self->frame, action }, action);
}

void
driver_act_on (Driver *self, const char *part, const char *action)
{
  g_autoptr (AtspiAccessible) node = driver_wait_for (self, part);

  driver_wait_until (try_action, &(Wish) { node, action }, action);
}

void
driver_insert_into (AtspiAccessible *node, const char *text)
{
  g_autoptr (AtspiEditableText) editable = atspi_accessible_get_editable_text_iface (node);
  g_autoptr (GError) error = NULL;

  atspi_editable_text_insert_text (editable, 0, text, (int) strlen (text), &error);
  g_assert_no_error (error);
}

void
driver_insert_text (Driver *self, const char *editor, const char *text)
{
  g_autoptr (AtspiAccessible) node = driver_wait_for_editor (self, editor);

  driver_insert_into (node, text);
}

/* --- Beginning and end --- */

static gboolean
find_window (gpointer data)
{
  Title *title = data;
  AtspiAccessible *application = title->driver->application;
  int n_windows = atspi_accessible_get_child_count (application, NULL);

  for (int i = 0; i < n_windows; i++) {
    g_autoptr (AtspiAccessible) window = atspi_accessible_get_child_at_index (application, i, NULL);
    g_autofree char *name = window == NULL ? NULL : atspi_accessible_get_name (window, NULL);

    if (g_strcmp0 (name, title->title) != 0)
      continue;
    g_set_object (&title->driver->frame, window);
    return TRUE;
  }

  return FALSE;
}

void
driver_enter_window (Driver *self, const char *title)
{
  driver_wait_until (find_window, &(Title) { self, title }, title);
}

static gboolean
has_one_window (gpointer data)
{
  return atspi_accessible_get_child_count (((Driver *) data)->application, NULL) == 1;
}

void
driver_leave_window (Driver *self)
{
  driver_wait_until (has_one_window, self, "the end of the other window");
  g_clear_object (&self->frame);
  self->frame = atspi_accessible_get_child_at_index (self->application, 0, NULL);
}

static gboolean
find_frame (gpointer data)
{
  Driver *self = data;
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n_applications = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n_applications && self->frame == NULL; i++) {
    g_autoptr (AtspiAccessible) application = atspi_accessible_get_child_at_index (desktop, i, NULL);
    g_autofree char *name = application == NULL ? NULL : atspi_accessible_get_name (application, NULL);

    if (g_strcmp0 (name, "quarterly") != 0 || atspi_accessible_get_child_count (application, NULL) < 1)
      continue;
    /* What the library remembers may be older than what the window shows. */
    atspi_accessible_set_cache_mask (application, ATSPI_CACHE_NONE);
    g_set_object (&self->application, application);
    self->frame = atspi_accessible_get_child_at_index (application, 0, NULL);
  }

  return self->frame != NULL;
}

Driver *
driver_start (GFile *file)
{
  Driver *self = g_new0 (Driver, 1);
  const char *program = g_getenv ("QTR_WINDOW_PROGRAM");
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (program);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, path, NULL);
  g_assert_no_error (error);
  driver_wait_until (find_frame, self, "the window");
  return self;
}

static void
free_driver (Driver *self)
{
  g_clear_object (&self->frame);
  g_clear_object (&self->application);
  g_clear_object (&self->process);
  g_free (self);
}

void
driver_wait_until_ended (Driver *self)
{
  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_successful (self->process));
  free_driver (self);
}

void
driver_close (Driver *self)
{
  driver_act (self, "win.close");
  driver_wait_until_ended (self);
}

void
driver_quit (Driver *self)
{
  driver_act (self, "win.quit");
  driver_wait_until_ended (self);
}

static void
end (Driver *self, int signal)
{
  g_assert_nonnull (g_subprocess_get_identifier (self->process));

  g_subprocess_send_signal (self->process, signal);
  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (self->process));
  g_assert_cmpint (g_subprocess_get_term_sig (self->process), ==, signal);
  free_driver (self);
}

void
driver_stop (Driver *self)
{
  end (self, SIGTERM);
}

void
driver_kill (Driver *self)
{
  end (self, SIGKILL);
}

static gboolean
is_saved (gpointer data)
{
  return !driver_can_act (data, "win.save");
}

void
driver_wait_until_saved (Driver *self)
{
  driver_wait_until (is_saved, self, "the end of saving");
}
