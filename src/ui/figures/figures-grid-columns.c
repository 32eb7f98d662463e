/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/figures/column-headings.h"
#include "ui/figures/figures-grid-private.h"

/* Widths, in digits of the font in use, and what a cell has at its sides, in pixels. */
#define NAME_DIGITS_MIN 15
#define NUMBER_DIGITS 8
#define STATUS_DIGITS 12
#define TREND_DIGITS 9
#define CELL_PADDING 12
#define NOTE_WIDTH 42
#define ENTRY_PADDING 16

/* The name has the width that is left, so that a row's height follows from its width. Where the name would
 * get too little, columns make room, those first that matter least. Which of them stay follows from the width
 * there is and from what is planned, never from what is typed. */
static void
fit_columns (QtrFiguresGrid *self)
{
  int digit = qtr_column_view_get_digit_width (self->view);
  int number = digit * NUMBER_DIGITS + CELL_PADDING;
  const struct {
    GtkColumnViewColumn *column;
    int width;
    gboolean wanted;
  } columns[] = {
    { self->trend_column, digit * TREND_DIGITS + CELL_PADDING, TRUE },
    { self->change_column, number, TRUE },
    /* A change cannot be followed without what it is on. */
    { self->year_before_column, number, TRUE },
    { self->before_column, number, TRUE },
    { self->status_column, digit * STATUS_DIGITS + CELL_PADDING, self->has_targets },
    { self->target_column, number, self->has_targets },
    { self->percent_column, number, TRUE },
  };
  int left = self->width - number - ENTRY_PADDING - NOTE_WIDTH;
  gboolean fits = TRUE;

  gtk_column_view_column_set_fixed_width (self->now_column, number + ENTRY_PADDING);
  gtk_column_view_column_set_fixed_width (self->note_column, NOTE_WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    gboolean is_shown = FALSE;

    fits = fits && (!columns[i].wanted || left - columns[i].width >= digit * NAME_DIGITS_MIN + CELL_PADDING);
    is_shown = fits && columns[i].wanted;
    left -= is_shown ? columns[i].width : 0;
    gtk_column_view_column_set_fixed_width (columns[i].column, columns[i].width);
    gtk_column_view_column_set_visible (columns[i].column, is_shown);
  }
  gtk_column_view_column_set_fixed_width (self->name_column, MAX (left, digit * NAME_DIGITS_MIN / 2));
}

static gboolean
fit_cb (gpointer user_data)
{
  QtrFiguresGrid *self = user_data;

  self->fit_source = 0;
  fit_columns (self);
  return G_SOURCE_REMOVE;
}

/* A widget must not ask for another size while it is given one, so the columns follow right after. */
void
qtr_figures_grid_fit_later (QtrFiguresGrid *self)
{
  if (self->fit_source == 0 && self->width > 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}
