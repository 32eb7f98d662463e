/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-drop.h"
#include "ui/bullets/bullets-lines.h"
#include "ui/bullets/bullets-paragraph.h"
#include "ui/bullets/bullets-paste.h"
#include "ui/bullets/bullets-view.h"

G_BEGIN_DECLS

/*
 * What the files of the outline editor share: bullets-view.c is the widget, bullets-buffer.c goes from the
 * buffer to the tree, bullets-apply.c from the tree to the buffer, bullets-look.c keeps tags and measures,
 * bullets-paint.c draws, bullets-findings.c keeps the underlines, bullets-clipboard.c copies and pastes,
 * bullets-caret.c lets the caret go on elsewhere, bullets-drag.c shows what is dragged,
 * bullets-scroll.c keeps the page still, bullets-spelling.c and bullets-spelling-menu.c see to the spelling,
 * bullets-menu.c has the menu, bullets-marking.c shows what a bullet is marked, and bullets-carried.c what
 * was carried over; bullets-figures.h has what sees to linked figures.
 */

/* How deep an indentation is shown as deeper. */
#define QTR_BULLETS_SHOWN_DEPTHS 12

/* Which way a paragraph is written: to the right, to the left, or as its surroundings. */
typedef enum {
  QTR_BULLETS_WAY_RIGHT,
  QTR_BULLETS_WAY_LEFT,
  QTR_BULLETS_WAY_EITHER,
  QTR_BULLETS_N_WAYS,
} QtrBulletsWay;

/* What happened during a user's action, the weightier the later. */
typedef enum {
  QTR_BULLETS_EDIT_NONE,
  QTR_BULLETS_EDIT_TYPING,
  QTR_BULLETS_EDIT_DELETION,
  QTR_BULLETS_EDIT_JOIN,
  QTR_BULLETS_EDIT_SPLIT,
  QTR_BULLETS_EDIT_OUTDENT,
  QTR_BULLETS_EDIT_CUT,
  QTR_BULLETS_EDIT_PASTE,
  QTR_BULLETS_EDIT_CORRECTION,
  QTR_BULLETS_EDIT_FIGURE,
} QtrBulletsEdit;

/* A change of the buffer between the signal that announces it and its sequel. */
typedef struct {
  guint line;
  QtrBulletsCut cut;
  gboolean keep_last;
} QtrBulletsPending;

/* The fonts' measures, in pixels. */
typedef struct {
  int height;
  int ascent;
  int middle;
} QtrBulletsMetrics;

typedef struct _QtrBulletsSpelling QtrBulletsSpelling;

struct _QtrBulletsView {
  QtrTextSheet parent_instance;

  /* Owned. */
  QtrBulletsLines *lines;
  QtrList *bullets;
  GHashTable *areas;
  GArray *findings;
  GHashTable *underlines;
  /* What the findings were put under. */
  QtrList *checked;
  GArray *matches;
  GPtrArray *spare_tags;
  QtrBulletsPaste *paste;
  QtrBulletsSpelling *spelling;
  char *placeholder;
  char *current;
  char *described;
  char *dragged;
  GtkWidget *menu;
  GtkWidget *finding_popover;
  GtkWidget *figure_popover;
  /* What figures are read from, and the tags of those in the buffer, of none, and of those that go. */
  const QtrPlan *plan;
  const QtrUpdate *update;
  char *surroundings;
  GPtrArray *figures;
  GPtrArray *spare_figures;
  GPtrArray *leaving_figures;

  /* Borrowed from the tag table. */
  GtkTextTag *paragraph_tags[QTR_BULLETS_N_WAYS][QTR_BULLETS_SHOWN_DEPTHS];
  GtkTextTag *area_tag;
  GtkTextTag *spelling_tag;
  GtkTextTag *marking_tag;
  GtkTextTag *carried_tag;

  /* The edit that is going on. */
  guint n_actions;
  guint n_applying;
  gboolean changed;
  gboolean restructured;
  QtrBulletsEdit edit;
  QtrBulletsPending pending;
  guint run;
  int run_caret;
  int figure_caret;
  const char *figure_label;
  /* Whether the sign that asks for a figure was typed, and then, whether the figure is still being chosen. */
  gboolean figure_asked;
  gboolean figure_signed;

  /* What it looks like. */
  QtrBulletsMetrics metrics;
  int marking_height;
  gboolean composing;
  gboolean dropping;
  QtrBulletsDrop drop;

  /* The page around it. */
  gboolean following;
  gboolean holding;
  GdkFrameClock *clock;
  gulong layout_id;
  GtkTextMark *anchor;
  int anchor_y;

  /* From where to where it was painted, in its own height. */
  GdkFrameClock *sight_clock;
  gulong sight_id;
  double sight_start;
  double sight_end;
};

/* bullets-view.c */
void qtr_bullets_view_describe_current (QtrBulletsView *self);

/* bullets-buffer.c */
void qtr_bullets_view_watch_buffer (QtrBulletsView *self);
void qtr_bullets_view_emit_edited (QtrBulletsView *self, QtrList *bullets, const char *label,
                                   const char *run);
void qtr_bullets_view_note_areas (QtrBulletsView *self);

/* bullets-apply.c */
void qtr_bullets_view_apply (QtrBulletsView *self, QtrBulletsLines *lines);
void qtr_bullets_view_reprint (QtrBulletsView *self, guint line);

/* bullets-look.c */
void qtr_bullets_view_make_tags (QtrBulletsView *self);
void qtr_bullets_view_update_metrics (QtrBulletsView *self);
void qtr_bullets_view_dress (QtrBulletsView *self, guint line);
void qtr_bullets_view_dress_all (QtrBulletsView *self);
gboolean qtr_bullets_view_is_paragraph_tag (QtrBulletsView *self, GtkTextTag *tag);
gboolean qtr_bullets_view_is_rtl (QtrBulletsView *self, guint line, const GdkRectangle *place);
int qtr_bullets_view_get_step (QtrBulletsView *self);

/* bullets-paint.c */
void qtr_bullets_view_paint (QtrBulletsView *self, GtkSnapshot *snapshot);

/* bullets-findings.c */
void qtr_bullets_view_paint_findings (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area);
const char *qtr_bullets_view_get_message_at (QtrBulletsView *self, const GtkTextIter *iter);
void qtr_bullets_view_free_findings (QtrBulletsView *self);
gboolean qtr_bullets_view_find_finding (QtrBulletsView *self, gboolean underlined, QtrBulletsFinding *found,
                                        GtkTextIter *start, GtkTextIter *end);

/* bullets-findings-popover.c */
void qtr_bullets_view_watch_findings (QtrBulletsView *self);
void qtr_bullets_view_present_finding (QtrBulletsView *self);

gboolean qtr_bullets_view_find_place (QtrBulletsView *self, const char *bullet, guint first, guint last,
                                      GtkTextIter *start, GtkTextIter *end);
void qtr_bullets_view_paint_underline (QtrBulletsView *self, GtkSnapshot *snapshot,
                                       QtrBulletsUnderline underline, const GtkTextIter *start,
                                       const GtkTextIter *end);
gboolean qtr_bullets_view_take_segment (QtrBulletsView *self, GtkTextIter *iter, const GtkTextIter *end,
                                        GdkRectangle *segment);

/* bullets-matches.c */
void qtr_bullets_view_paint_matches (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area);

/* bullets-spelling.c, bullets-spelling-menu.c */
void qtr_bullets_view_paint_spelling (QtrBulletsView *self, GtkSnapshot *snapshot, const GdkRectangle *area);
gboolean qtr_bullets_view_suggest_at (QtrBulletsView *self, const GtkTextIter *at);
void qtr_bullets_view_stop_spelling (QtrBulletsView *self);

/* bullets-menu.c: what @menu begins with is completed. */
void qtr_bullets_view_watch_menu (QtrBulletsView *self);
void qtr_bullets_view_pop_up_menu (QtrBulletsView *self, GMenu *menu, const char *title,
                                   const GdkRectangle *place);
void qtr_bullets_view_present_menu (QtrBulletsView *self);
gboolean qtr_bullets_view_click_figure (QtrBulletsView *self, GdkEvent *event);
void qtr_bullets_view_get_place_of (QtrBulletsView *self, const GtkTextIter *iter, GdkRectangle *place);

/* bullets-carried.c */
void qtr_bullets_view_make_carried_tag (QtrBulletsView *self);
void qtr_bullets_view_update_carried_colour (QtrBulletsView *self);
void qtr_bullets_view_dress_carried (QtrBulletsView *self, guint line, const GtkTextIter *start);
char *qtr_bullets_view_describe_carried (QtrBulletsView *self, guint line);
gboolean qtr_bullets_view_has_carried (QtrBulletsView *self);

/* bullets-marking.c */
void qtr_bullets_view_make_marking_tag (QtrBulletsView *self);
void qtr_bullets_view_update_marking_room (QtrBulletsView *self);
void qtr_bullets_view_dress_marking (QtrBulletsView *self, guint line, const GtkTextIter *start);
void qtr_bullets_view_paint_marking (QtrBulletsView *self, GtkSnapshot *snapshot, guint line,
                                     const GdkRectangle *place, const GdkRGBA *colour);
char *qtr_bullets_view_describe_marking (QtrBulletsView *self, guint line);

/* bullets-clipboard.c */
void qtr_bullets_view_copy (QtrBulletsView *self);
void qtr_bullets_view_cut (QtrBulletsView *self);
void qtr_bullets_view_paste (QtrBulletsView *self);

/* bullets-caret.c */
gboolean qtr_bullets_view_leave (QtrBulletsView *self, GtkMovementStep step, int count, gboolean extending);

/* bullets-drag.c */
void qtr_bullets_view_paint_dragged (QtrBulletsView *self, GtkSnapshot *snapshot);
void qtr_bullets_view_paint_drop (QtrBulletsView *self, GtkSnapshot *snapshot);

/* bullets-scroll.c */
void qtr_bullets_view_follow_caret (QtrBulletsView *self);
void qtr_bullets_view_reveal_caret (QtrBulletsView *self);
void qtr_bullets_view_hold_page (QtrBulletsView *self);
void qtr_bullets_view_stop_scrolling (QtrBulletsView *self);
gboolean qtr_bullets_view_choose_sight (QtrBulletsView *self);
void qtr_bullets_view_get_sight (QtrBulletsView *self, GdkRectangle *area);
void qtr_bullets_view_watch_sight (QtrBulletsView *self);
void qtr_bullets_view_stop_sight (QtrBulletsView *self);

static inline void
qtr_bullets_view_get_line (QtrBulletsView *self, guint line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), start, line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

G_END_DECLS
