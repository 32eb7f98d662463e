/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

/**
 * QTR_BULLETS_DEPTH_MAX:
 *
 * How many levels of bullets a person can make. A plan that was written elsewhere may go deeper, and is shown
 * as it is.
 */
#define QTR_BULLETS_DEPTH_MAX 6

/**
 * QtrBulletsLines:
 *
 * The bullets of a section as the editor holds them: one line a paragraph of its buffer, each with its depth
 * and its record. It knows nothing of the buffer; the editor tells it what happened there. There is always at
 * least one line, as a buffer always has one.
 */
typedef struct _QtrBulletsLines QtrBulletsLines;

/**
 * QtrBulletsLine:
 * @record: what the line says; its children are those of the last tree that was made
 * @depth: how deep it stands, from zero
 * @dirty: its paragraph changed and was not read since
 */
typedef struct {
  const QtrBullet *record;
  guint depth;
  gboolean dirty;
} QtrBulletsLine;

/**
 * QtrBulletsCut:
 * @QTR_BULLETS_CUT_START: before the line's first character
 * @QTR_BULLETS_CUT_MIDDLE: within its text
 * @QTR_BULLETS_CUT_END: after its last character, or in an empty line
 *
 * Where a line is broken.
 */
typedef enum {
  QTR_BULLETS_CUT_START,
  QTR_BULLETS_CUT_MIDDLE,
  QTR_BULLETS_CUT_END,
} QtrBulletsCut;

/**
 * qtr_bullets_lines_new:
 * @bullets: (nullable) (element-type QtrBullet): a tree
 *
 * Returns: (transfer full): its lines, in the order in which they are read
 */
QtrBulletsLines *qtr_bullets_lines_new (const QtrList *bullets);
QtrBulletsLines *qtr_bullets_lines_copy (const QtrBulletsLines *lines);
void qtr_bullets_lines_free (QtrBulletsLines *lines);

guint qtr_bullets_lines_get_length (const QtrBulletsLines *lines);

/**
 * qtr_bullets_lines_get:
 *
 * Returns: (transfer none): the line at @at, until the next change
 */
const QtrBulletsLine *qtr_bullets_lines_get (const QtrBulletsLines *lines, guint at);

/**
 * qtr_bullets_lines_find:
 * @id: (nullable): a bullet's id
 * @at: (out): which line it is
 */
gboolean qtr_bullets_lines_find (const QtrBulletsLines *lines, const char *id, guint *at);

/**
 * qtr_bullets_lines_to_list:
 *
 * Makes the tree. Records that say what they said before are the same records. One empty line is no bullet.
 *
 * Returns: (transfer full) (nullable): the bullets
 */
QtrList *qtr_bullets_lines_to_list (QtrBulletsLines *lines);

/**
 * qtr_bullets_lines_split:
 * @at: the line that was broken
 * @n_new: how many lines it became besides itself
 * @cut: where it was broken
 *
 * The first part goes on being the bullet that it was, unless it was broken before its text: then the last
 * part is. What comes after the end of a bullet with children is the first of these. A part of a marked
 * bullet's text stays marked. All the lines are dirty afterwards.
 */
void qtr_bullets_lines_split (QtrBulletsLines *lines, guint at, guint n_new, QtrBulletsCut cut);

/**
 * qtr_bullets_lines_join:
 * @at: the first of the lines that became one
 * @n_gone: how many lines went into it
 * @keep_last: the last of them goes on, not the first
 */
void qtr_bullets_lines_join (QtrBulletsLines *lines, guint at, guint n_gone, gboolean keep_last);

/**
 * qtr_bullets_lines_read:
 * @area: (nullable): the area that the paragraph names
 * @text: what follows it
 *
 * Takes over what a paragraph says; it is clean then.
 */
void qtr_bullets_lines_read (QtrBulletsLines *lines, guint at, const char *area, const char *text);

void qtr_bullets_lines_mark_dirty (QtrBulletsLines *lines, guint at);

void qtr_bullets_lines_set_depth (QtrBulletsLines *lines, guint at, guint depth);

/**
 * qtr_bullets_lines_settle:
 *
 * Lifts what stands more than one level below the line before it, together with all that hangs on it, so
 * that the lines are a tree again.
 *
 * Returns: whether anything moved
 */
gboolean qtr_bullets_lines_settle (QtrBulletsLines *lines);

/**
 * qtr_bullets_lines_take:
 * @first: the first line wanted
 * @last: the last line wanted
 *
 * Returns: (transfer full): a copy of these lines alone, lifted to be a tree of its own
 */
QtrBulletsLines *qtr_bullets_lines_take (const QtrBulletsLines *lines, guint first, guint last);

/**
 * qtr_bullets_lines_adopt:
 * @bullet: another bullet, from wherever
 *
 * Makes the line say what @bullet says, children excepted, under the id that it has. What was marked stays
 * marked. The line is dirty afterwards.
 */
void qtr_bullets_lines_adopt (QtrBulletsLines *lines, guint at, const QtrBullet *bullet);

/**
 * qtr_bullets_lines_list_roots:
 * @first: the first line chosen
 * @last: the last line chosen
 * @end: (out): the first line after all that hangs on them
 *
 * Returns: (transfer full): the ids of the chosen bullets that are not below a chosen one
 */
GStrv qtr_bullets_lines_list_roots (const QtrBulletsLines *lines, guint first, guint last, guint *end);

/**
 * qtr_bullets_lines_get_end:
 *
 * Returns: the first line after @at that is not below it
 */
guint qtr_bullets_lines_get_end (const QtrBulletsLines *lines, guint at);

/**
 * qtr_bullets_lines_get_position:
 * @position: (out): which of its siblings it is, from 1
 * @siblings: (out): how many there are, itself included
 */
void qtr_bullets_lines_get_position (const QtrBulletsLines *lines, guint at, guint *position,
                                     guint *siblings);

/**
 * qtr_bullets_lines_indent:
 * @first: the first line chosen
 * @last: the last line chosen
 *
 * Puts the chosen bullets, with their children, below the bullet before them.
 *
 * Returns: whether anything moved
 */
gboolean qtr_bullets_lines_indent (QtrBulletsLines *lines, guint first, guint last);
gboolean qtr_bullets_lines_outdent (QtrBulletsLines *lines, guint first, guint last);

/**
 * qtr_bullets_lines_move_up:
 *
 * Puts the chosen bullets, with their children, before the sibling above them; the first child goes to the
 * end of its parent's sibling above, or where there is none, before its parent.
 *
 * Returns: whether anything moved
 */
gboolean qtr_bullets_lines_move_up (QtrBulletsLines *lines, guint first, guint last);
gboolean qtr_bullets_lines_move_down (QtrBulletsLines *lines, guint first, guint last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBulletsLines, qtr_bullets_lines_free)

G_END_DECLS
