/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/**
 * QtrCommandGroup:
 *
 * Under which heading the shortcuts' dialog lists a command.
 */
typedef enum {
  QTR_COMMANDS_PLAN,
  QTR_COMMANDS_WRITING,
  QTR_COMMANDS_GOING,
  QTR_COMMANDS_VIEW,
  QTR_N_COMMAND_GROUPS,
} QtrCommandGroup;

/**
 * QtrCommandNeeds:
 *
 * What must be there for a command to make sense; without, its action is disabled. What is editable is the
 * plan, and what is writable the update.
 */
typedef enum {
  QTR_COMMAND_NEEDS_NOTHING = 0,
  QTR_COMMAND_NEEDS_PLAN = 1 << 0,
  QTR_COMMAND_NEEDS_UPDATE = 1 << 1,
  QTR_COMMAND_NEEDS_CHANGES = 1 << 2,
  QTR_COMMAND_NEEDS_UNDO = 1 << 3,
  QTR_COMMAND_NEEDS_REDO = 1 << 4,
  QTR_COMMAND_NEEDS_FINDINGS = 1 << 5,
  QTR_COMMAND_NEEDS_PRIORITIES = 1 << 6,
  QTR_COMMAND_NEEDS_PAGE = 1 << 7,
  QTR_COMMAND_NEEDS_MATCHES = 1 << 8,
  QTR_COMMAND_NEEDS_SECTION = 1 << 9,
  QTR_COMMAND_NEEDS_CONFLICTS = 1 << 10,
  QTR_COMMAND_NEEDS_CHANGES_PAGE = 1 << 11,
  QTR_COMMAND_NEEDS_THEIRS = 1 << 12,
  QTR_COMMAND_NEEDS_EDITABLE = 1 << 13,
  QTR_COMMAND_NEEDS_WRITABLE = 1 << 14,
  QTR_COMMAND_NEEDS_PUBLISHED = 1 << 15,
} QtrCommandNeeds;

/**
 * QtrCommand:
 * @name: of the window's action, without "win."
 * @activate: what it does
 * @needs: any of #QtrCommandNeeds
 * @keys: its accelerators, the first one the best known
 * @own_key: (nullable): the key that the editor gives it by itself, where an accelerator would take it from
 *   everybody else
 * @title: what it does, for the shortcuts' dialog; not translated yet
 * @is_switch: the action has a state, which says whether it is on
 *
 * A command of the window: an action without parameter, so that menus, keys and assistive technology reach
 * all of them alike.
 */
typedef struct {
  const char *name;
  void (*activate) (QtrWindow *self);
  guint needs;
  const char *keys[3];
  const char *own_key;
  QtrCommandGroup group;
  const char *title;
  gboolean is_switch;
} QtrCommand;

/**
 * qtr_window_list_commands:
 * @n_commands: (out): how many there are
 *
 * Returns: (array length=n_commands): all commands
 */
const QtrCommand *qtr_window_list_commands (guint *n_commands);

G_END_DECLS
