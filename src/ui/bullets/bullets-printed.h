/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"
#include "series/figure-form.h"

G_BEGIN_DECLS

/**
 * QtrBulletsFigure:
 * @token: the linked figure as it stands in the text of a bullet
 * @state: what became of it
 * @start: where its words begin in the paragraph, in characters
 * @end: and where they end
 *
 * A linked figure as the editor shows it.
 */
typedef struct {
  char *token;
  QtrFigureState state;
  int start;
  int end;
} QtrBulletsFigure;

/**
 * QtrBulletsPrinted:
 * @text: the paragraph, with the words of each figure in its place
 * @figures: (element-type QtrBulletsFigure): where these are, in order
 *
 * A paragraph as the editor shows it.
 */
typedef struct {
  char *text;
  GArray *figures;
} QtrBulletsPrinted;

QtrBulletsPrinted *qtr_bullets_printed_new (void);
void qtr_bullets_printed_free (QtrBulletsPrinted *self);

/**
 * qtr_bullets_printed_add:
 * @token: (nullable): the figure whose words these are
 *
 * Goes on with @words.
 */
void qtr_bullets_printed_add (QtrBulletsPrinted *self, const char *words, const char *token,
                              QtrFigureState state);

/**
 * qtr_bullets_print:
 * @area: (nullable): what is run in before the text
 * @text: (nullable): what the bullet says
 * @plan: (nullable): without one, figures are the text that they are written with
 * @update: (nullable): the update that the bullet belongs to
 *
 * Returns: (transfer full): the paragraph that says so
 */
QtrBulletsPrinted *qtr_bullets_print (const char *area, const char *text, const QtrPlan *plan,
                                      const QtrUpdate *update);

/**
 * QtrBulletsDifference:
 * @start: how many characters both begin with
 * @old_end: before which character of the old paragraph they go on alike, to the end
 * @new_end: and of the new one
 */
typedef struct {
  int start;
  int old_end;
  int new_end;
} QtrBulletsDifference;

/**
 * qtr_bullets_printed_compare:
 *
 * Finds what lies between what two paragraphs begin with and what they end with. Figures are one or another,
 * and never parted.
 */
QtrBulletsDifference qtr_bullets_printed_compare (const QtrBulletsPrinted *before,
                                                  const QtrBulletsPrinted *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrBulletsPrinted, qtr_bullets_printed_free)

G_END_DECLS
