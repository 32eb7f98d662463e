/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"

#include <string.h>

/* How long something may take on the slowest of machines; nothing is asserted about it. */
#define PATIENCE_SECONDS 60
/* Whoever looks too often keeps the program from what is waited for: each look is later than the one before.
 */
#define LOOK_AGAIN_MS 20
#define LOOK_AGAIN_MAX_MS 200

struct _Driver {
  GSubprocess *process;
  AtspiAccessible *application;
  AtspiAccessible *frame;
};

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

static int
find_action (AtspiAction *actions, const char *name)
{
  int n_actions = atspi_action_get_n_actions (actions, NULL);

  for (int i = 0; i < n_actions; i++) {
    g_autofree char *action = atspi_action_get_action_name (actions, i, NULL);

    if (g_strcmp0 (action, name) == 0)
      return i;
  }

  return -1;
}

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
  g_autoptr (Tree) tree = tree_read (frame);
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

static gboolean
is_button (const TreeNode *node, const char *name)
{
  return g_str_equal (node->name, name) && tree_node_has_interface (node, "Action") &&
         tree_node_has_state (node, ATSPI_STATE_SENSITIVE) &&
         tree_node_has_state (node, ATSPI_STATE_FOCUSABLE);
}

/* What is no button may have other actions. */
static gboolean
press_again (gpointer data)
{
  Search *search = data;
  g_autoptr (AtspiAccessible) found = NULL;
  g_autoptr (AtspiAction) actions = NULL;
  int click = -1;

  if (!search_again (search))
    return FALSE;
  found = g_steal_pointer (&search->found);
  actions = atspi_accessible_get_action_iface (found);
  click = actions == NULL ? -1 : find_action (actions, "click");
  return click >= 0 && atspi_action_do_action (actions, click, NULL);
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
  g_autoptr (Tree) tree = tree_read (search->driver->frame);

  return tree != NULL && find_below (tree_get_root (tree), search->matches, search->text) == NULL;
}

void
driver_wait_until_gone (Driver *self, const char *part)
{
  Search search = { self, has_part_in_name, part, NULL };

  driver_wait_until (search_in_vain, &search, part);
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

/* Returns: (transfer full): what it says, without the end of the line */
static char *
run_xdotool (const char *const *arguments)
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

void
driver_resize (Driver *self, int width, int height)
{
  /* The shadow's share, on either side, where nobody manages windows. */
  g_autofree char *wide = g_strdup_printf ("%d", width + 10);
  g_autofree char *high = g_strdup_printf ("%d", height + 10);
  const char *process = g_subprocess_get_identifier (self->process);
  g_autofree char *window = NULL;
  g_autofree char *answer = NULL;

  window = run_xdotool (
      (const char *[]) { "xdotool", "search", "--onlyvisible", "--limit", "1", "--pid", process, NULL });
  answer = run_xdotool ((const char *[]) { "xdotool", "windowsize", "--sync", window, wide, high, NULL });
}

void
driver_press_key (Driver *self, const char *key)
{
  g_autofree char *answer = run_xdotool ((const char *[]) { "xdotool", "key", key, NULL });
}

/* Of the windows that the program has, the last is the one that lies on top. */
static char *
find_x_window (Driver *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search", "--onlyvisible", "--pid",
                        g_subprocess_get_identifier (self->process), NULL);
  g_autofree char *output = NULL;
  char *last = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_strchomp (output);
  last = strrchr (output, '\n');
  return g_strdup (last == NULL ? output : last + 1);
}

void
driver_click (Driver *self, AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_autoptr (GError) error = NULL;
  AtspiRect *place = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, &error);
  g_autofree char *window = find_x_window (self);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;

  g_assert_no_error (error);
  x = g_strdup_printf ("%d", place->x + place->width / 2);
  y = g_strdup_printf ("%d", place->y + place->height / 2);
  g_free (place);
  run_xdotool ((const char *[]) { "xdotool", "mousemove", "--window", window, x, y, "click", "1", NULL });
}

gboolean
driver_can_act (Driver *self, const char *action)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (self->frame);

  return actions != NULL && find_action (actions, action) >= 0;
}

typedef struct {
  AtspiAccessible *node;
  const char *action;
} Wish;

static gboolean
try_action (gpointer data)
{
  Wish *wish = data;
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (wish->node);
  int index = actions == NULL ? -1 : find_action (actions, wish->action);

  return index >= 0 && atspi_action_do_action (actions, index, NULL);
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

static void
leave (Driver *self, const char *action)
{
  driver_act (self, action);
  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_successful (self->process));
  free_driver (self);
}

void
driver_close (Driver *self)
{
  leave (self, "win.close");
}

void
driver_quit (Driver *self)
{
  leave (self, "win.quit");
}

void
driver_stop (Driver *self)
{
  g_assert_nonnull (g_subprocess_get_identifier (self->process));

  g_subprocess_send_signal (self->process, SIGTERM);
  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_if_signaled (self->process));
  g_assert_cmpint (g_subprocess_get_term_sig (self->process), ==, SIGTERM);
  free_driver (self);
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
