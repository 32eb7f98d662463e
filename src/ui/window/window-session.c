/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-private.h"

#define RESTORE_KEY "restore-session"

/* The action's state says whether it is on, so that its item in the menu bears a check mark. */
static void
restoring_changed_cb (QtrWindow *self, const char *key, GSettings *settings)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "toggle-restore-session");

  g_assert (QTR_IS_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_settings_get_value (settings, RESTORE_KEY));
}

void
qtr_window_watch_settings (QtrWindow *self)
{
  self->settings = g_settings_new (QTR_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::" RESTORE_KEY, G_CALLBACK (restoring_changed_cb), self,
                           G_CONNECT_SWAPPED);
  restoring_changed_cb (self, RESTORE_KEY, self->settings);
}

void
qtr_window_toggle_restore_session (QtrWindow *self)
{
  g_settings_set_boolean (self->settings, RESTORE_KEY, !g_settings_get_boolean (self->settings, RESTORE_KEY));
}
