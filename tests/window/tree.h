/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include <atspi/atspi.h>

G_BEGIN_DECLS

/**
 * TreeNode:
 * @index: which of its parent's children it is
 * @role: if the tree was read with them
 * @states: a bit for each #AtspiStateType
 * @n_children: how many there are, shown or not
 * @children: (element-type TreeNode): those that are shown, in order
 * @parent: (nullable): %NULL for the frame
 *
 * What assistive technology is told of one thing in a window.
 */
typedef struct _Tree Tree;
typedef struct _TreeNode TreeNode;
struct _TreeNode {
  Tree *tree;
  char *path;
  int index;
  char *name;
  AtspiRole role;
  char *description;
  guint64 states;
  int n_children;
  GPtrArray *children;
  TreeNode *parent;
};

/**
 * Tree:
 *
 * All that a window shows. What is at one depth is asked for at once, and not a property of a node at a time,
 * because most of what a question to another process costs is waiting for its answer.
 */

/**
 * tree_read:
 * @frame: a window
 * @with_roles: whether to ask for those, too
 *
 * Returns: (transfer full) (nullable): what it shows; %NULL if it changed meanwhile
 */
Tree *tree_read (AtspiAccessible *frame, gboolean with_roles);
void tree_free (Tree *self);

/**
 * tree_get_root:
 *
 * Returns: (transfer none): the window itself
 */
TreeNode *tree_get_root (Tree *self);

gboolean tree_node_has_state (const TreeNode *node, AtspiStateType state);

/**
 * tree_node_has_interface:
 * @name: without what all of them begin with: "EditableText"
 *
 * Asks the program.
 */
gboolean tree_node_has_interface (const TreeNode *node, const char *name);

/**
 * tree_node_reach:
 * @frame: the window that the tree was read from
 *
 * Returns: (transfer full) (nullable): what can be acted on; %NULL if it has gone meanwhile
 */
AtspiAccessible *tree_node_reach (const TreeNode *node, AtspiAccessible *frame);

/**
 * tree_find_action:
 * @frame: a window
 * @name: of one of its actions
 *
 * All of its actions are asked for at once: a window has many.
 *
 * Returns: which of its actions that is; -1 if it does not offer it now
 */
int tree_find_action (AtspiAccessible *frame, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

G_END_DECLS
