/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"

/* How long something may take on the slowest of machines; nothing is asserted about it. */
#define PATIENCE_SECONDS 60
#define LOOK_AGAIN_MS 20
#define DEPTH_MAX 64

struct _Driver {
  GSubprocess *process;
  AtspiAccessible *application;
  AtspiAccessible *frame;
};

/* --- Looking again --- */

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
driver_wait_until (gboolean (*is_so) (gpointer data), gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint source = g_timeout_add (LOOK_AGAIN_MS, wake_cb, NULL);

  while (!is_so (data)) {
    if (g_get_monotonic_time () > deadline)
      g_error ("waited in vain for %s", what);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (source);
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

typedef gboolean (*Match) (AtspiAccessible *node, const char *text);

static AtspiAccessible *
find_below (AtspiAccessible *node, Match matches, const char *text, int depth)
{
  int n_children = 0;

  if (matches (node, text))
    return g_object_ref (node);
  if (depth == DEPTH_MAX)
    return NULL;

  n_children = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n_children; i++) {
    g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
    AtspiAccessible *found = child == NULL ? NULL : find_below (child, matches, text, depth + 1);

    if (found != NULL)
      return found;
  }

  return NULL;
}

static gboolean
is_showing (AtspiAccessible *node)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_SHOWING);
}

static gboolean
has_part_in_name (AtspiAccessible *node, const char *part)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL && strstr (name, part) != NULL && is_showing (node);
}

static gboolean
is_editor (AtspiAccessible *node, const char *name)
{
  g_autofree char *own = atspi_accessible_get_name (node, NULL);
  g_autoptr (GObject) editable = NULL;

  if (g_strcmp0 (own, name) != 0 || !is_showing (node))
    return FALSE;
  editable = G_OBJECT (atspi_accessible_get_editable_text_iface (node));
  return editable != NULL;
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

  search->found = find_below (search->driver->frame, search->matches, search->text, 0);
  return search->found != NULL;
}

AtspiAccessible *
driver_wait_for (Driver *self, const char *part)
{
  Search search = { self, has_part_in_name, part, NULL };

  driver_wait_until (search_again, &search, part);
  return search.found;
}

AtspiAccessible *
driver_wait_for_editor (Driver *self, const char *name)
{
  Search search = { self, is_editor, name, NULL };

  driver_wait_until (search_again, &search, name);
  return search.found;
}

static gboolean
is_button (AtspiAccessible *node, const char *name)
{
  g_autofree char *own = atspi_accessible_get_name (node, NULL);
  g_autoptr (AtspiStateSet) states = NULL;
  g_autoptr (GObject) actions = NULL;

  if (g_strcmp0 (own, name) != 0 || !is_showing (node))
    return FALSE;
  states = atspi_accessible_get_state_set (node);
  actions = G_OBJECT (atspi_accessible_get_action_iface (node));
  return actions != NULL && atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE) &&
         atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE) &&
         find_action (ATSPI_ACTION (actions), "click") >= 0;
}

void
driver_press (Driver *self, const char *name)
{
  Search search = { self, is_button, name, NULL };
  g_autoptr (AtspiAction) actions = NULL;

  driver_wait_until (search_again, &search, name);
  actions = atspi_accessible_get_action_iface (search.found);
  g_assert_true (atspi_action_do_action (actions, find_action (actions, "click"), NULL));
  g_object_unref (search.found);
}

static gboolean
has_part_in_description (AtspiAccessible *node, const char *part)
{
  g_autofree char *description = atspi_accessible_get_description (node, NULL);

  return description != NULL && strstr (description, part) != NULL && is_showing (node);
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
  g_autoptr (AtspiAccessible) found = find_below (search->driver->frame, search->matches, search->text, 0);

  return found == NULL;
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

gboolean
driver_can_act (Driver *self, const char *action)
{
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (self->frame);

  return actions != NULL && find_action (actions, action) >= 0;
}

typedef struct {
  Driver *driver;
  const char *action;
} Wish;

static gboolean
try_action (gpointer data)
{
  Wish *wish = data;
  g_autoptr (AtspiAction) actions = atspi_accessible_get_action_iface (wish->driver->frame);
  int index = actions == NULL ? -1 : find_action (actions, wish->action);

  return index >= 0 && atspi_action_do_action (actions, index, NULL);
}

void
driver_act (Driver *self, const char *action)
{
  driver_wait_until (try_action, &(Wish) { self, action }, action);
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

void
driver_close (Driver *self)
{
  driver_act (self, "win.close");
  g_subprocess_wait (self->process, NULL, NULL);
  g_assert_true (g_subprocess_get_successful (self->process));
  free_driver (self);
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
