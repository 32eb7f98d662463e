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

void
qtr_window_toggle_nil_return (QtrWindow *self)
{
  QtrSectionView *section = qtr_priority_page_get_current_section (self->priority_page);

  if (section != NULL)
    tell_refusal (self, qtr_section_view_toggle_nil_return (section));
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
