/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/bullets/bullets-view-private.h"
#include "ui/spelling/spelling.h"

G_BEGIN_DECLS

/*
 * What the two files of the editor's spelling share: bullets-spelling.c keeps the underlines,
 * bullets-spelling-menu.c mends a word.
 */

/* A misspelt word that something is to be done about. */
typedef struct {
  char *bullet;
  char *text;
  int start;
  int end;
} QtrBulletsMistake;

struct _QtrBulletsSpelling {
  /* Owned: whom to ask, what is right because the plan says so, and the record of each bullet that was asked
   * about last, by its id. */
  QtrSpelling *spelling;
  GSignalGroup *signals;
  GHashTable *names;
  GHashTable *asked;
  GCancellable *cancellable;
  guint source;

  /* What is being written is not judged: where the caret was when something was written, -1 for nowhere, and
   * the bullet with a word that was spared for it. */
  int written_at;
  char *spared;

  gboolean painted;

  /* Owned: of which word the menu is, and who is asked for suggestions. */
  QtrBulletsMistake mistake;
  GStrv suggestions;
  GCancellable *suggesting;
};

/* bullets-spelling.c */
gboolean qtr_bullets_view_find_misspelt (QtrBulletsView *self, const GtkTextIter *at, GtkTextIter *start,
                                         GtkTextIter *end);

/* bullets-spelling-menu.c */
void qtr_bullets_view_watch_spelling_menu (QtrBulletsView *self);
void qtr_bullets_view_free_spelling_menu (QtrBulletsView *self);

G_END_DECLS
