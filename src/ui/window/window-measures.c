/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ui/window/window-private.h"

void
qtr_window_go_measures (QtrWindow *self)
{
  qtr_window_go_to_place (self, QTR_OUTLINE_MEASURES);
  adw_navigation_split_view_set_show_content (self->outline_split, TRUE);
  qtr_measures_page_show_list (self->measures_page);
}

void
qtr_window_go_figures (QtrWindow *self)
{
  qtr_window_go_measures (self);
  qtr_measures_page_show_figures (self->measures_page);
}

void
qtr_window_new_measure (QtrWindow *self)
{
  qtr_window_go_measures (self);
  qtr_measures_page_add (self->measures_page);
}

static QtrFiguresGrid *
get_grid (QtrWindow *self)
{
  return self->priority == NULL ? NULL : qtr_priority_page_get_grid (self->priority_page);
}

void
qtr_window_show_uses (QtrWindow *self)
{
  QtrFiguresGrid *grid = get_grid (self);

  if (grid == NULL)
    qtr_measures_page_show_current_uses (self->measures_page);
  else
    qtr_measures_page_show_uses (self->measures_page, qtr_figures_grid_get_current (grid));
}

/* A command that found nothing to act on says so. */
static void
tell_if_not (QtrWindow *self, gboolean done)
{
  if (!done)
    qtr_window_tell (self, _ ("Put the focus on a figure first"));
}

void
qtr_window_toggle_provisional (QtrWindow *self)
{
  QtrFiguresGrid *grid = get_grid (self);

  tell_if_not (self, grid == NULL ? qtr_measures_page_toggle_provisional (self->measures_page)
                                  : qtr_figures_grid_toggle_provisional (grid));
}

void
qtr_window_write_note (QtrWindow *self)
{
  QtrFiguresGrid *grid = get_grid (self);

  tell_if_not (self, grid != NULL && qtr_figures_grid_open_note (grid));
}

void
qtr_window_copy_figures (QtrWindow *self)
{
  QtrFiguresGrid *grid = get_grid (self);
  g_autofree char *text =
      grid == NULL ? qtr_measures_page_copy (self->measures_page) : qtr_figures_grid_copy (grid);

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  qtr_window_tell (self, _ ("Figures copied"));
}
