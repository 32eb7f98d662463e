/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-printed.h"
#include "ui/bullets/bullets-view-private.h"

G_BEGIN_DECLS

/* What the files of the outline editor that see to linked figures share: bullets-figures.c keeps them in the
 * buffer, bullets-figures-paint.c draws them, bullets-figures-edit.c puts them in and changes them, and
 * bullets-figures-picker.c asks which. */

/* What is typed to be asked for a figure. */
#define QTR_BULLETS_FIGURE_SIGN '#'

/* A linked figure in the buffer. What it carries belongs to its tag. */
typedef struct {
  const char *token;
  QtrFigureState state;
  GtkTextIter start;
  GtkTextIter end;
} QtrBulletsChip;

/* The one that @iter stands within, and the one that it stands within or beside. */
gboolean qtr_bullets_view_find_figure_around (QtrBulletsView *self, const GtkTextIter *iter,
                                              QtrBulletsChip *chip);
gboolean qtr_bullets_view_find_figure_beside (QtrBulletsView *self, const GtkTextIter *iter,
                                              QtrBulletsChip *chip);

/* The next one from @iter on, which goes on to its end. */
gboolean qtr_bullets_view_next_figure (QtrBulletsView *self, GtkTextIter *iter, const GtkTextIter *end,
                                       QtrBulletsChip *chip);

/* What stands in the buffer, as it is shown and as a bullet has it. */
QtrBulletsPrinted *qtr_bullets_view_read_printed (QtrBulletsView *self, const GtkTextIter *start,
                                                  const GtkTextIter *end);
char *qtr_bullets_view_read_text (QtrBulletsView *self, const GtkTextIter *start, const GtkTextIter *end);

/* Makes a figure of what stands there. */
void qtr_bullets_view_tag_figure (QtrBulletsView *self, const QtrBulletsFigure *figure,
                                  const GtkTextIter *start, const GtkTextIter *end);

/* Nothing is put into a figure, and no caret stands in one. */
void qtr_bullets_view_step_out (QtrBulletsView *self, GtkTextIter *iter);
void qtr_bullets_view_leave_figures (QtrBulletsView *self);
gboolean qtr_bullets_view_delete_figure_before (QtrBulletsView *self);

QtrBulletsPrinted *qtr_bullets_view_print (QtrBulletsView *self, const QtrBullet *bullet);
gboolean qtr_bullets_view_may_have_figures (QtrBulletsView *self, guint line);

void qtr_bullets_view_watch_figures (QtrBulletsView *self);
void qtr_bullets_view_free_figures (QtrBulletsView *self);

/* bullets-figures-edit.c: the figure at the caret, and what is said of one; a figure as it is written, or
 * text, that takes the place of what is selected; and a number that was typed. */
gboolean qtr_bullets_view_get_figure (QtrBulletsView *self, QtrBulletsChip *chip);
char *qtr_bullets_view_describe_figure (QtrBulletsView *self, const QtrBulletsChip *chip);
void qtr_bullets_view_select_figure (QtrBulletsView *self, const QtrBulletsChip *chip);
void qtr_bullets_view_put_figure (QtrBulletsView *self, const char *text, const char *label);
void qtr_bullets_view_set_override (QtrBulletsView *self, const char *text, const char *because);
gboolean qtr_bullets_view_find_number (QtrBulletsView *self, GtkTextIter *start, GtkTextIter *end);

/* bullets-figures-picker.c */
void qtr_bullets_view_present_figure (QtrBulletsView *self);

/* bullets-figures-paint.c */
void qtr_bullets_view_paint_figures (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area);

G_END_DECLS
