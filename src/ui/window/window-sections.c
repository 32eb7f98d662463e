/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-private.h"

/* What a section and its bullets have beside text. What cannot be done is said, and nothing happens. */

static void
tell_refusal (QtrWindow *self, const char *refusal)
{
  if (refusal != NULL)
    qtr_window_tell (self, refusal);
}

/* Where nothing was written, there is nothing that the commands could be about. */
static void
selection_changed_cb (QtrPriorityPage *page, QtrWindow *self)
{
  gboolean written = qtr_priority_page_get_current_section (page) != NULL;

  g_assert (QTR_IS_WINDOW (self));

  if (g_action_group_get_action_enabled (G_ACTION_GROUP (self), "nil-return") != written)
    qtr_window_update_commands (self);
}

void
qtr_window_watch_sections (QtrWindow *self)
{
  g_signal_connect_object (self->priority_page, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

void
qtr_window_toggle_nil_return (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  if (section != NULL)
    tell_refusal (self, qtr_section_view_toggle_nil_return (section));
}

void
qtr_window_say_still_true (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  if (section != NULL)
    tell_refusal (self, qtr_section_view_say_still_true (section));
}

void
qtr_window_choose_marking (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  if (section != NULL)
    tell_refusal (self, qtr_section_view_choose_marking (section));
}

void
qtr_window_choose_area (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  if (section != NULL)
    qtr_section_view_choose_area (section);
}
