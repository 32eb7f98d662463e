/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/window/window-private.h"

/* The commands about the linked figures of a bullet. What cannot be done is said, and nothing happens. */

static QtrBulletsView *
get_editor (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  return section == NULL ? NULL : QTR_BULLETS_VIEW (qtr_section_view_get_bullets_view (section));
}

static void
act (QtrWindow *self, const char *(*command) (QtrBulletsView *editor))
{
  QtrBulletsView *editor = get_editor (self);
  const char *refusal = editor == NULL ? NULL : command (editor);

  if (refusal != NULL)
    qtr_window_tell (self, refusal);
}

void
qtr_window_insert_figure (QtrWindow *self)
{
  act (self, qtr_bullets_view_pick_figure);
}

void
qtr_window_change_figure (QtrWindow *self)
{
  act (self, qtr_bullets_view_change_figure);
}

void
qtr_window_override_figure (QtrWindow *self)
{
  act (self, qtr_bullets_view_override_figure);
}

void
qtr_window_link_figure (QtrWindow *self)
{
  act (self, qtr_bullets_view_link_figure);
}

void
qtr_window_turn_figure_into_text (QtrWindow *self)
{
  act (self, qtr_bullets_view_turn_figure_into_text);
}

void
qtr_window_go_figure_measure (QtrWindow *self)
{
  QtrBulletsView *editor = get_editor (self);
  g_autofree char *measure = editor == NULL ? NULL : qtr_bullets_view_get_figure_measure (editor);

  if (measure == NULL)
    qtr_window_tell (self, _ ("Put the caret beside a linked figure first"));
  else
    qtr_window_go_to_record (self, measure);
}
