/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "driver.h"

G_BEGIN_DECLS

/**
 * WalkNode:
 * @parent: where in the walk its parent stands; the root is its own
 *
 * What assistive technology is told of one thing that is to be seen.
 */
typedef struct {
  AtspiRole role;
  const char *name;
  const char *description;
  gboolean focusable;
  guint parent;
} WalkNode;

/**
 * walk_frame:
 *
 * Goes through all that the window shows, once two readings agree. Whoever wants to see what a key or an
 * action brings waits for that first: what agrees may be what there was before.
 *
 * Returns: (transfer full) (element-type WalkNode): every node, each after its parent
 */
GArray *walk_frame (Driver *driver);

/**
 * walk_frame_once:
 *
 * Goes through all that the window shows: enough where nothing is on its way any more.
 *
 * Returns: (transfer full) (element-type WalkNode): every node, each after its parent
 */
GArray *walk_frame_once (Driver *driver);

/**
 * walk_judge:
 * @nodes: (element-type WalkNode)
 * @page: where that is, for the complaints
 * @complaints: (element-type utf8): what is wrong is added to it, naming page and node
 */
void walk_judge (const GArray *nodes, const char *page, GPtrArray *complaints);

/**
 * walk_has_dialog:
 *
 * Returns: whether a dialog is among them
 */
gboolean walk_has_dialog (const GArray *nodes);

G_END_DECLS
