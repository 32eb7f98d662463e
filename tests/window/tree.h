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
 * @interfaces: the names of those that it has
 * @states: a bit for each #AtspiStateType
 * @children: (element-type TreeNode): those that are shown, in order
 * @parent: (nullable): %NULL for the frame
 *
 * What assistive technology is told of one thing in a window.
 */
typedef struct _TreeNode TreeNode;
struct _TreeNode {
  char *path;
  int index;
  char **interfaces;
  char *name;
  AtspiRole role;
  char *description;
  guint64 states;
  GPtrArray *children;
  TreeNode *parent;
};

/**
 * Tree:
 *
 * All that a window shows. What is at one depth is asked for at once, and not a property of a node at a time,
 * because most of what a question to another process costs is waiting for its answer.
 */
typedef struct _Tree Tree;

/**
 * tree_read:
 * @frame: a window
 *
 * Returns: (transfer full) (nullable): what it shows; %NULL if it changed meanwhile
 */
Tree *tree_read (AtspiAccessible *frame);
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
 */
gboolean tree_node_has_interface (const TreeNode *node, const char *name);

/**
 * tree_node_reach:
 * @frame: the window that the tree was read from
 *
 * Returns: (transfer full) (nullable): what can be acted on; %NULL if it has gone meanwhile
 */
AtspiAccessible *tree_node_reach (const TreeNode *node, AtspiAccessible *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

G_END_DECLS
