/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tree.h"

#define INTERFACE_PREFIX "org.a11y.atspi."
#define ACCESSIBLE INTERFACE_PREFIX "Accessible"

struct _Tree {
  GDBusConnection *bus;
  const char *program;
  TreeNode *root;
  /* How many answers are still to come, and whether one of them was that something has gone. */
  guint n_open;
  gboolean broken;
};

static void
free_node (gpointer data)
{
  TreeNode *node = data;

  g_free (node->path);
  g_free (node->name);
  g_free (node->description);
  g_ptr_array_unref (node->children);
  g_free (node);
}

void
tree_free (Tree *self)
{
  free_node (self->root);
  g_free (self);
}

TreeNode *
tree_get_root (Tree *self)
{
  return self->root;
}

static TreeNode *
make_node (Tree *tree, TreeNode *parent, const char *path, int index)
{
  TreeNode *node = g_new0 (TreeNode, 1);

  node->tree = tree;
  node->parent = parent;
  node->path = g_strdup (path);
  node->index = index;
  node->children = g_ptr_array_new_with_free_func (free_node);
  return node;
}

/* The bus that assistive technology speaks on is another than the session's, which knows its address. */
static GDBusConnection *
get_bus (void)
{
  static GDBusConnection *bus = NULL;
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *address = NULL;

  if (bus != NULL)
    return bus;

  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  answer =
      g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                   NULL, G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

/* --- What is asked of each node --- */

static void
take_states (TreeNode *node, GVariant *answer)
{
  g_autoptr (GVariantIter) states = NULL;
  guint32 word = 0;

  g_variant_get (answer, "(au)", &states);
  for (guint shift = 0; g_variant_iter_next (states, "u", &word); shift += 32)
    node->states |= (guint64) word << shift;
}

static void
take_role (TreeNode *node, GVariant *answer)
{
  guint32 role = 0;

  g_variant_get (answer, "(u)", &role);
  node->role = (AtspiRole) role;
}

static void
take_words (TreeNode *node, GVariant *answer)
{
  g_autoptr (GVariant) words = g_variant_get_child_value (answer, 0);

  if (!g_variant_lookup (words, "Name", "s", &node->name))
    node->name = g_strdup ("");
  if (!g_variant_lookup (words, "Description", "s", &node->description))
    node->description = g_strdup ("");
  if (!g_variant_lookup (words, "ChildCount", "i", &node->n_children))
    node->n_children = 0;
}

static void
take_children (TreeNode *node, GVariant *answer)
{
  g_autoptr (GVariantIter) children = NULL;
  const char *path = NULL;

  g_variant_get (answer, "(a(so))", &children);
  for (int i = 0; g_variant_iter_next (children, "(&s&o)", NULL, &path); i++)
    g_ptr_array_add (node->children, make_node (node->tree, node, path, i));
}

typedef struct {
  const char *interface;
  const char *method;
  const char *argument;
  const char *type;
  void (*take) (TreeNode *node, GVariant *answer);
} Question;

/* Every node is asked whether it is shown; then those that are, and at last those of them that have children.
 */
static const Question ask_states = { ACCESSIBLE, "GetState", NULL, "(au)", take_states };
static const Question ask_words = { "org.freedesktop.DBus.Properties", "GetAll", ACCESSIBLE, "(a{sv})",
                                    take_words };
static const Question ask_role = { ACCESSIBLE, "GetRole", NULL, "(u)", take_role };
static const Question ask_children = { ACCESSIBLE, "GetChildren", NULL, "(a(so))", take_children };

/* --- Asking --- */

typedef struct {
  Tree *tree;
  TreeNode *node;
  const Question *question;
} Asked;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  asked->tree->n_open--;
  if (answer == NULL)
    asked->tree->broken = TRUE;
  else
    asked->question->take (asked->node, answer);
}

static void
ask (Tree *self, TreeNode *node, const Question *question)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked) { self, node, question };
  self->n_open++;
  g_dbus_connection_call (self->bus, self->program, node->path, question->interface, question->method,
                          question->argument == NULL ? NULL : g_variant_new ("(s)", question->argument),
                          G_VARIANT_TYPE (question->type), G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb,
                          asked);
}

static void
ask_all (Tree *self, GPtrArray *nodes, const Question *question)
{
  for (guint i = 0; i < nodes->len; i++)
    ask (self, g_ptr_array_index (nodes, i), question);
}

static void
ask_parents (Tree *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++) {
    TreeNode *node = g_ptr_array_index (nodes, i);

    if (node->n_children > 0)
      ask (self, node, &ask_children);
  }
}

static void
wait_for_answers (Tree *self, GMainContext *context)
{
  while (self->n_open > 0)
    g_main_context_iteration (context, TRUE);
}

/* Nothing below what is hidden can be seen. */
static void
remove_hidden (GPtrArray *nodes)
{
  for (guint i = nodes->len; i > 0; i--) {
    TreeNode *node = g_ptr_array_index (nodes, i - 1);

    if (tree_node_has_state (node, ATSPI_STATE_SHOWING))
      continue;
    g_ptr_array_remove_index (nodes, i - 1);
    if (node->parent != NULL)
      g_ptr_array_remove (node->parent->children, node);
  }
}

static GPtrArray *
list_children (GPtrArray *nodes)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_extend (children, ((TreeNode *) g_ptr_array_index (nodes, i))->children, NULL, NULL);
  return children;
}

Tree *
tree_read (AtspiAccessible *frame, gboolean with_roles)
{
  /* Of its own, so that nothing else goes on meanwhile. */
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GPtrArray) level = g_ptr_array_new ();
  g_autoptr (Tree) self = g_new0 (Tree, 1);

  self->bus = get_bus ();
  self->program = ATSPI_OBJECT (frame)->app->bus_name;
  self->root = make_node (self, NULL, ATSPI_OBJECT (frame)->path, 0);
  g_ptr_array_add (level, self->root);

  g_main_context_push_thread_default (context);
  while (level->len > 0 && !self->broken) {
    g_autoptr (GPtrArray) above = g_steal_pointer (&level);

    ask_all (self, above, &ask_states);
    wait_for_answers (self, context);
    remove_hidden (above);
    ask_all (self, above, &ask_words);
    if (with_roles)
      ask_all (self, above, &ask_role);
    wait_for_answers (self, context);
    ask_parents (self, above);
    wait_for_answers (self, context);
    level = list_children (above);
  }
  g_main_context_pop_thread_default (context);

  return self->broken || self->root->name == NULL ? NULL : g_steal_pointer (&self);
}

/* --- Nodes --- */

gboolean
tree_node_has_state (const TreeNode *node, AtspiStateType state)
{
  return (node->states >> state & 1) != 0;
}

gboolean
tree_node_has_interface (const TreeNode *node, const char *name)
{
  g_autofree char *whole = g_strconcat (INTERFACE_PREFIX, name, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      node->tree->bus, node->tree->program, node->path, ACCESSIBLE, "GetInterfaces", NULL,
      G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autofree const char **interfaces = NULL;

  if (answer == NULL)
    return FALSE;

  g_variant_get (answer, "(^a&s)", &interfaces);
  return g_strv_contains (interfaces, whole);
}

AtspiAccessible *
tree_node_reach (const TreeNode *node, AtspiAccessible *frame)
{
  g_autoptr (AtspiAccessible) parent = NULL;
  g_autoptr (AtspiAccessible) child = NULL;

  if (node->parent == NULL)
    return g_object_ref (frame);
  parent = tree_node_reach (node->parent, frame);
  child = parent == NULL ? NULL : atspi_accessible_get_child_at_index (parent, node->index, NULL);
  if (child == NULL || !g_str_equal (ATSPI_OBJECT (child)->path, node->path))
    return NULL;

  return g_steal_pointer (&child);
}

int
tree_find_action (AtspiAccessible *frame, const char *name)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      get_bus (), ATSPI_OBJECT (frame)->app->bus_name, ATSPI_OBJECT (frame)->path, INTERFACE_PREFIX "Action",
      "GetActions", NULL, G_VARIANT_TYPE ("(a(sss))"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr (GVariantIter) actions = NULL;
  const char *action = NULL;

  if (answer == NULL)
    return -1;

  g_variant_get (answer, "(a(sss))", &actions);
  for (int i = 0; g_variant_iter_next (actions, "(&s&s&s)", &action, NULL, NULL); i++)
    if (g_str_equal (action, name))
      return i;

  return -1;
}
