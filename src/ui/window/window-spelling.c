/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-private.h"

/* The action's state says whether spelling is checked, so that its item in the menu bears a check mark. */
static void
enabled_cb (QtrWindow *self, GParamSpec *pspec, QtrSpelling *spelling)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "toggle-spelling");

  g_assert (QTR_IS_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (qtr_spelling_get_enabled (spelling)));
}

void
qtr_window_watch_spelling (QtrWindow *self)
{
  self->spelling = qtr_spelling_dup_default ();
  g_signal_connect_object (self->spelling, "notify::enabled", G_CALLBACK (enabled_cb), self,
                           G_CONNECT_SWAPPED);
  enabled_cb (self, NULL, self->spelling);
}

void
qtr_window_toggle_spelling (QtrWindow *self)
{
  qtr_spelling_set_enabled (self->spelling, !qtr_spelling_get_enabled (self->spelling));
}
