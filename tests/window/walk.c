/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "walk.h"

#define DEPTH_MAX 64

/* --- Walking --- */

static void
clear_node (gpointer data)
{
  WalkNode *node = data;

  g_free ((char *) node->name);
  g_free ((char *) node->description);
}

/* Each after its parent; the words go from the one to the other. */
static void
add_below (TreeNode *node, GArray *nodes, guint parent, int depth)
{
  guint index = nodes->len;
  WalkNode walked = {
    .role = node->role,
    .name = g_steal_pointer (&node->name),
    .description = g_steal_pointer (&node->description),
    .focusable = tree_node_has_state (node, ATSPI_STATE_FOCUSABLE),
    .parent = depth == 0 ? index : parent,
  };

  g_array_append_val (nodes, walked);
  for (guint i = 0; i < node->children->len && depth < DEPTH_MAX; i++)
    add_below (g_ptr_array_index (node->children, i), nodes, index, depth + 1);
}

/* Returns: (nullable): none if the window changed while it was read */
static GArray *
read_nodes (AtspiAccessible *frame)
{
  g_autoptr (Tree) tree = tree_read (frame, TRUE);
  GArray *nodes = NULL;

  if (tree == NULL)
    return NULL;
  nodes = g_array_new (FALSE, FALSE, sizeof (WalkNode));
  g_array_set_clear_func (nodes, clear_node);
  add_below (tree_get_root (tree), nodes, 0, 0);
  return nodes;
}

static gboolean
has_same (const WalkNode *node, const WalkNode *other)
{
  return node->role == other->role && node->parent == other->parent &&
         g_strcmp0 (node->name, other->name) == 0;
}

static gboolean
is_same_walk (const GArray *nodes, const GArray *others)
{
  if (nodes->len != others->len)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (!has_same (&g_array_index (nodes, WalkNode, i), &g_array_index (others, WalkNode, i)))
      return FALSE;

  return TRUE;
}

typedef struct {
  Driver *driver;
  GArray *nodes;
} Walk;

static gboolean
reads_the_same (gpointer data)
{
  Walk *walk = data;
  g_autoptr (GArray) before = g_steal_pointer (&walk->nodes);

  walk->nodes = read_nodes (driver_get_frame (walk->driver));
  return before != NULL && walk->nodes != NULL && is_same_walk (before, walk->nodes);
}

static gboolean
reads_at_all (gpointer data)
{
  Walk *walk = data;

  walk->nodes = read_nodes (driver_get_frame (walk->driver));
  return walk->nodes != NULL;
}

GArray *
walk_frame_once (Driver *driver)
{
  Walk walk = { driver, NULL };

  driver_wait_until (reads_at_all, &walk, "a window that can be read");
  return walk.nodes;
}

GArray *
walk_frame (Driver *driver)
{
  Walk walk = { driver, NULL };

  driver_wait_until (reads_the_same, &walk, "a window that stands still");
  return walk.nodes;
}

/* --- Judging --- */

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
is_button (AtspiRole role)
{
  return role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON ||
         role == ATSPI_ROLE_PUSH_BUTTON_MENU;
}

/* What is worked with, and says nothing by itself. */
static gboolean
wants_name (AtspiRole role)
{
  static const AtspiRole roles[] = {
    ATSPI_ROLE_CHECK_BOX, ATSPI_ROLE_RADIO_BUTTON,  ATSPI_ROLE_COMBO_BOX,   ATSPI_ROLE_ENTRY,
    ATSPI_ROLE_TEXT,      ATSPI_ROLE_PASSWORD_TEXT, ATSPI_ROLE_SPIN_BUTTON, ATSPI_ROLE_SLIDER,
    ATSPI_ROLE_SWITCH,    ATSPI_ROLE_LINK,          ATSPI_ROLE_DIALOG,      ATSPI_ROLE_MENU,
    ATSPI_ROLE_TABLE,     ATSPI_ROLE_TREE_TABLE,    ATSPI_ROLE_CHART,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i] == role)
      return TRUE;

  return is_button (role);
}

/* What is worked with or read out, and is named by what stands in it. The toolkit makes a menu's items, and
 * tells nobody what they are called. */
static gboolean
wants_content (AtspiRole role)
{
  return role == ATSPI_ROLE_LIST_ITEM || role == ATSPI_ROLE_PAGE_TAB || role == ATSPI_ROLE_COLUMN_HEADER ||
         role == ATSPI_ROLE_ALERT;
}

static gboolean
is_image (AtspiRole role)
{
  return role == ATSPI_ROLE_IMAGE || role == ATSPI_ROLE_ICON;
}

static gboolean
has_no_role (AtspiRole role)
{
  return role == ATSPI_ROLE_INVALID || role == ATSPI_ROLE_UNKNOWN || role == ATSPI_ROLE_FILLER ||
         role == ATSPI_ROLE_REDUNDANT_OBJECT;
}

static gboolean
says_anything (const GArray *nodes, guint index)
{
  const WalkNode *all = (const WalkNode *) nodes->data;

  if (!is_blank (all[index].name))
    return TRUE;
  for (guint i = index + 1; i < nodes->len; i++)
    if (all[i].parent == index && says_anything (nodes, i))
      return TRUE;

  return FALSE;
}

static gboolean
has_twin (const GArray *nodes, guint index)
{
  const WalkNode *all = (const WalkNode *) nodes->data;
  const WalkNode *node = &all[index];

  for (guint i = 0; i < index; i++)
    if (all[i].parent == node->parent && is_button (all[i].role) &&
        g_strcmp0 (all[i].name, node->name) == 0 && g_strcmp0 (all[i].description, node->description) == 0)
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): what is wrong with a node, in words */
static const char *
find_fault (const GArray *nodes, guint index)
{
  const WalkNode *node = &g_array_index (nodes, WalkNode, index);

  if (node->focusable && has_no_role (node->role))
    return "can have the focus, and has no role";
  if (wants_name (node->role) && is_blank (node->name))
    return "has no name";
  if (wants_content (node->role) && !says_anything (nodes, index))
    return "says nothing";
  if (is_image (node->role) && is_blank (node->name) && is_blank (node->description))
    return "is a picture without words";
  if (is_button (node->role) && !is_blank (node->name) && has_twin (nodes, index))
    return "is called as the button beside it";

  return NULL;
}

/* The way to a node, outermost first; what has neither name nor use on the way is left out. */
static char *
name_way (const GArray *nodes, guint index)
{
  g_autoptr (GString) way = g_string_new (NULL);
  const WalkNode *all = (const WalkNode *) nodes->data;

  for (guint i = index;; i = all[i].parent) {
    g_autofree char *role = atspi_role_get_name (all[i].role);

    if (i == index || !is_blank (all[i].name)) {
      g_autofree char *step = g_strdup_printf ("%s “%s”%s", role, all[i].name, i == index ? "" : " > ");

      g_string_prepend (way, step);
    }
    if (all[i].parent == i)
      break;
  }

  return g_string_free_and_steal (g_steal_pointer (&way));
}

void
walk_judge (const GArray *nodes, const char *page, GPtrArray *complaints)
{
  for (guint i = 0; i < nodes->len; i++) {
    const char *fault = find_fault (nodes, i);
    g_autofree char *way = fault == NULL ? NULL : name_way (nodes, i);

    if (fault != NULL)
      g_ptr_array_add (complaints, g_strdup_printf ("%s: %s %s", page, way, fault));
  }
}

gboolean
walk_has_dialog (const GArray *nodes)
{
  for (guint i = 1; i < nodes->len; i++) {
    AtspiRole role = g_array_index (nodes, WalkNode, i).role;

    if (role == ATSPI_ROLE_DIALOG)
      return TRUE;
  }

  return FALSE;
}
