/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-private.h"

/* Whoever comes back to the window sees what others did meanwhile, also where no news comes from the folder.
 */
static void
active_changed_cb (QtrWindow *self, GParamSpec *pspec, gpointer user_data)
{
  if (self->watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    qtr_watch_look (self->watch);
}

void
qtr_window_watch_focus (QtrWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

void
qtr_window_watch_file (QtrWindow *self)
{
  g_clear_pointer (&self->watch, qtr_watch_free);
  self->watch = qtr_watch_new (self->document);
}
