/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/update.h"
#include "ui/bullets/text-sheet.h"
#include "ui/spelling/spelling.h"

G_BEGIN_DECLS

#define QTR_TYPE_BULLETS_VIEW (qtr_bullets_view_get_type ())

/**
 * QtrBulletsView:
 *
 * The outline editor of one section: a text view in which a paragraph is a bullet. It follows the caret in
 * the scrolled window around it. Undo is not its business: the document's tree is put back by
 * qtr_bullets_view_set_bullets().
 *
 * Whoever places it names it for assistive technology, with the property %GTK_ACCESSIBLE_PROPERTY_LABEL, by
 * its commitment.
 *
 * Properties: `placeholder-text` (nullable): what an empty view shows.
 *
 * Signal `edited (view, const char *label, const char *run)`: the user changed the bullets. @label says how,
 * translated, as undo names it; @run is nullable, and the same as in the emission before where this one goes
 * on with it: see qtr_document_commit().
 *
 * Signal `gboolean leave (view, QtrBulletsExit exit, int x)`: the caret, which is at @x in the coordinates of
 * buffers, would go beyond what is here. Whoever takes it elsewhere returns %TRUE.
 *
 * Signal `gboolean carry (view, int step)`: the chosen bullets were to be moved up (-1) or down (1) and are
 * at the edge: see qtr_bullets_view_list_carried(). Whoever moves them returns %TRUE.
 */
G_DECLARE_FINAL_TYPE (QtrBulletsView, qtr_bullets_view, QTR, BULLETS_VIEW, QtrTextSheet)

/**
 * QtrBulletsUnderline:
 *
 * How a finding is drawn. Each has a shape of its own, so that nothing is said by colour alone.
 */
typedef enum {
  QTR_BULLETS_UNDERLINE_ERROR,
  QTR_BULLETS_UNDERLINE_WARNING,
  QTR_BULLETS_UNDERLINE_NOTICE,
  QTR_BULLETS_UNDERLINE_SPELLING,
} QtrBulletsUnderline;

/**
 * QtrBulletsFinding:
 * @bullet: the id of the bullet that it speaks of
 * @start: the first character, counted in the bullet's text without its area
 * @end: the character after the last
 * @underline: how it is drawn
 * @message: what it says
 * @icon: the name of its severity's icon
 * @severity: its severity in words
 * @fix: (nullable): what its words would be once fixed
 * @asks: whether there is something to be chosen instead
 *
 * A finding without characters, @start being @end, is about the whole bullet and not underlined.
 */
typedef struct {
  const char *bullet;
  guint start;
  guint end;
  QtrBulletsUnderline underline;
  const char *message;
  const char *icon;
  const char *severity;
  const char *fix;
  gboolean asks;
} QtrBulletsFinding;

/**
 * QtrBulletsMatch:
 * @bullet: the id of the bullet that it is in
 * @start: the first character, counted in the bullet as it is shown, with its area
 * @end: the character after the last
 *
 * Something that was searched for.
 */
typedef struct {
  const char *bullet;
  guint start;
  guint end;
} QtrBulletsMatch;

/**
 * QtrBulletsPlace:
 * @bullet: the id of a bullet; an empty view's sole line has one too
 * @offset: before which of its characters, as it is shown
 */
typedef struct {
  const char *bullet;
  guint offset;
} QtrBulletsPlace;

GtkWidget *qtr_bullets_view_new (void);

/**
 * qtr_bullets_view_set_bullets:
 * @bullets: (nullable) (element-type QtrBullet): what the section says now
 *
 * Shows @bullets, touching only what differs. Caret and selection stay in the bullet where they are. Nothing
 * is emitted.
 */
void qtr_bullets_view_set_bullets (QtrBulletsView *self, const QtrList *bullets);

/**
 * qtr_bullets_view_get_bullets:
 *
 * Returns: (transfer none) (nullable): what the view says. Bullets that did not change are the records that
 *   were set. A view without text has none.
 */
const QtrList *qtr_bullets_view_get_bullets (QtrBulletsView *self);

/**
 * qtr_bullets_view_set_areas:
 * @areas: (nullable): the names of the plan's areas, %NULL-terminated
 *
 * Sets what is read as a bullet's area when it is typed before a colon, besides the areas that bullets have.
 */
void qtr_bullets_view_set_areas (QtrBulletsView *self, const char *const *areas);

/**
 * qtr_bullets_view_set_context:
 * @plan: has the measures
 * @update: has the bullets
 *
 * Sets what linked figures are read from. They are shown as the words that they print, and as what they are
 * written with until there is a plan.
 */
void qtr_bullets_view_set_context (QtrBulletsView *self, const QtrPlan *plan, const QtrUpdate *update);

/**
 * qtr_bullets_view_set_findings:
 * @findings: (nullable) (array length=n_findings): all findings; those of other bullets are left out
 *
 * Underlines @findings where they stand. The lines stay with their words while these are edited.
 */
void qtr_bullets_view_set_findings (QtrBulletsView *self, const QtrBulletsFinding *findings,
                                    guint n_findings);

/**
 * qtr_bullets_view_get_finding:
 * @finding: (out): as it was set; its texts belong to the view
 *
 * Returns: whether the caret is in a finding
 */
gboolean qtr_bullets_view_get_finding (QtrBulletsView *self, QtrBulletsFinding *finding);

/**
 * qtr_bullets_view_show_finding:
 *
 * Shows at its words what is to be said of the finding that the caret is in, and takes the focus there. A
 * click on the words shows it, too.
 *
 * Returns: whether there is one
 */
gboolean qtr_bullets_view_show_finding (QtrBulletsView *self);

/**
 * qtr_bullets_view_set_matches:
 * @matches: (nullable) (array length=n_matches): what a search found here
 *
 * Marks @matches, until they are set again, which is to happen after each change of the bullets.
 */
void qtr_bullets_view_set_matches (QtrBulletsView *self, const QtrBulletsMatch *matches, guint n_matches);

/**
 * qtr_bullets_view_show_match:
 *
 * Selects @match and scrolls to it, without taking the focus there.
 *
 * Returns: whether the view has that bullet
 */
gboolean qtr_bullets_view_show_match (QtrBulletsView *self, const QtrBulletsMatch *match);

/**
 * qtr_bullets_view_get_selection:
 * @start: (out): where it begins
 * @end: (out): where it ends; without a selection, the caret is at both
 */
void qtr_bullets_view_get_selection (QtrBulletsView *self, QtrBulletsPlace *start, QtrBulletsPlace *end);

/**
 * qtr_bullets_view_set_spelling:
 * @names: (nullable) (element-type utf8 utf8): words that are right because the plan has them, as a set
 *
 * Underlines what is misspelt, and offers to mend it in a menu.
 */
void qtr_bullets_view_set_spelling (QtrBulletsView *self, QtrSpelling *spelling, GHashTable *names);

void qtr_bullets_view_set_placeholder_text (QtrBulletsView *self, const char *text);
const char *qtr_bullets_view_get_placeholder_text (QtrBulletsView *self);

/**
 * qtr_bullets_view_get_current:
 *
 * Returns: (transfer none): the id of the bullet that the caret is in. An empty view's sole line has one
 *   too, though it is not yet a bullet.
 */
const char *qtr_bullets_view_get_current (QtrBulletsView *self);

/**
 * qtr_bullets_view_go_to:
 * @bullet: a bullet's id
 * @start: the first character of its text to select
 * @end: the character after the last
 *
 * Takes the focus there.
 *
 * Returns: whether the view has that bullet
 */
gboolean qtr_bullets_view_go_to (QtrBulletsView *self, const char *bullet, guint start, guint end);

/**
 * qtr_bullets_view_get_caret_place:
 * @place: (out): where the caret is, as the widget counts
 */
void qtr_bullets_view_get_caret_place (QtrBulletsView *self, GdkRectangle *place);

/**
 * qtr_bullets_view_list_chosen:
 *
 * Returns: (transfer container) (element-type QtrBullet): the bullets that the selection touches, or that the
 *   caret is in. They belong to the view; an empty view's sole line is none.
 */
GPtrArray *qtr_bullets_view_list_chosen (QtrBulletsView *self);

/* The commands: each works on the bullets that the selection touches, or the caret is in, with all that hangs
 * on them, and returns whether there was anything to do. */
gboolean qtr_bullets_view_indent (QtrBulletsView *self);
gboolean qtr_bullets_view_outdent (QtrBulletsView *self);
gboolean qtr_bullets_view_move_up (QtrBulletsView *self);
gboolean qtr_bullets_view_move_down (QtrBulletsView *self);

/* What is done about linked figures: each works on the one that is selected or beside the caret, or on the
 * caret's place, and returns why nothing could be done, or %NULL. */
const char *qtr_bullets_view_pick_figure (QtrBulletsView *self);
const char *qtr_bullets_view_change_figure (QtrBulletsView *self);
const char *qtr_bullets_view_override_figure (QtrBulletsView *self);
const char *qtr_bullets_view_turn_figure_into_text (QtrBulletsView *self);

/**
 * qtr_bullets_view_link_figure:
 *
 * Proposes measures for the figure that was typed at the caret, or is selected: those that say it, first the
 * one whose name is nearest to the words of the bullet.
 */
const char *qtr_bullets_view_link_figure (QtrBulletsView *self);

/**
 * qtr_bullets_view_get_figure_measure:
 *
 * Returns: (transfer full) (nullable): the id of the measure of the linked figure at the caret
 */
char *qtr_bullets_view_get_figure_measure (QtrBulletsView *self);

G_END_DECLS
